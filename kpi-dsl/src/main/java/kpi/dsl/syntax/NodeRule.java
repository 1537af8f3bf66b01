package kpi.dsl.syntax;

import java.util.List;
import java.util.Optional;
import kpi.source.Span;

/** A line of a scorecard, perspective or objective about its own figure. */
public sealed interface NodeRule extends ScorecardItem {
    /** How the figures below make one (彙總); holds for the nodes below, too, that say nothing else. */
    record RollUp(Span span, RollUpWord method, Optional<MeasureWord> of, List<Step> steps) implements NodeRule {
        public RollUp {
            steps = List.copyOf(steps);
        }
    }

    /** What a child without a value means (缺項). */
    record MissingChild(Span span, MissingChildWord word) implements NodeRule {}

    /**
     * How much must be there (資料完備率): {@code at least 60% of the weight}, {@code at least 3 of 4 children}.
     *
     * @param all of how many, where the text counts them
     */
    record Coverage(Span span, Figure least, Of of, Optional<Figure> all) implements NodeRule {
        /** What is counted. */
        public enum Of {
            WEIGHT,
            CHILDREN,
            /** The figure tells: a share is of the weight. */
            UNSAID
        }
    }

    /** What must hold for the figure or its grade to stand (門檻條件), of each child or as a condition. */
    record Gate(Span span, Optional<Every> every, Optional<Expression> condition, Shut otherwise) implements NodeRule {}

    /** The least figure each child must have. */
    record Every(Span span, EveryWord word, Figure least) {}

    /** What the children are called. */
    enum EveryWord {
        CHILD,
        PERSPECTIVE,
        OBJECTIVE,
        KPI
    }

    /** What happens where a gate is shut. */
    record Shut(Span span, Kind kind, Optional<Figure> limit, Optional<Label> grade) {
        /** What happens. */
        public enum Kind {
            NO_GRADE,
            NO_FIGURE,
            AT_MOST,
            GRADE_AT_MOST
        }
    }

    /** A clause about the node's own figure: its grade, its rank, an example of it. */
    record Clause(Span span, KpiClause clause) implements NodeRule {}
}
