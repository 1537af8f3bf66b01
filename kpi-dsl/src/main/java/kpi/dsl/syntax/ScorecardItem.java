package kpi.dsl.syntax;

import java.util.List;
import java.util.Optional;
import kpi.source.Span;

/** What stands inside a scorecard. A {@link KpiClause.PublishedClause} may stand there too. */
public sealed interface ScorecardItem extends Node
        permits ScorecardItem.Perspective,
                ScorecardItem.Objective,
                ScorecardItem.KpiReference,
                ScorecardItem.Rule,
                ScorecardItem.Summary,
                NodeRule,
                KpiClause.PublishedClause {
    /** A perspective (構面). */
    record Perspective(Span span, Label name, List<WeightEntry> weights, List<ScorecardItem> items)
            implements ScorecardItem {
        public Perspective {
            weights = List.copyOf(weights);
            items = List.copyOf(items);
        }
    }

    /** An objective (策略目標), with an id, a name, or both. */
    record Objective(
            Span span, Optional<Id> id, Optional<Label> name, List<WeightEntry> weights, List<ScorecardItem> items)
            implements ScorecardItem {
        public Objective {
            weights = List.copyOf(weights);
            items = List.copyOf(items);
        }
    }

    /** A KPI that belongs here. */
    record KpiReference(Span span, Id id, List<WeightEntry> weights) implements ScorecardItem {
        public KpiReference {
            weights = List.copyOf(weights);
        }
    }

    /**
     * A direction, actual, attainment or attained line: the rule of every KPI below that states none of its own. A
     * rule that could not be read is a {@link KpiClause.BrokenClause}.
     */
    record Rule(Span span, KpiClause clause) implements ScorecardItem {}

    /** The measures of the summary table (總表). */
    record Summary(Span span, List<Id> measures) implements ScorecardItem {
        public Summary {
            measures = List.copyOf(measures);
        }
    }
}
