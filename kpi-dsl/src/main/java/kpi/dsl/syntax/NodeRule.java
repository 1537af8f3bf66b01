package kpi.dsl.syntax;

import java.util.List;
import java.util.Optional;
import kpi.source.Span;

/** A line of a scorecard, perspective or objective about its own figure. */
public sealed interface NodeRule extends ScorecardItem {
    /**
     * How the figures below make one (彙總); holds for the nodes below, too, that say nothing else, but for a formula.
     *
     * @param of which figure of the KPIs below
     * @param dimension in place of a figure: their score in this dimension
     * @param places how groups are placed, whose places are summed
     * @param formula what the node is of its children, where the method is a formula
     */
    record RollUp(
            Span span,
            RollUpWord method,
            Optional<MeasureWord> of,
            Optional<Id> dimension,
            Optional<Places> places,
            Optional<Expression> formula,
            List<Step> steps)
            implements NodeRule {
        public RollUp {
            steps = List.copyOf(steps);
        }
    }

    /** Which end is first, and what ties get. */
    record Places(Span span, boolean highestFirst, TiesWord ties) {}

    /** The figure is the larger one of with and without these children (從優計列), called by their names or ids. */
    record HoldHarmless(Span span, List<Label> children) implements NodeRule {
        public HoldHarmless {
            children = List.copyOf(children);
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

    /**
     * The least figure each child must have.
     *
     * @param spoken the words that name the children
     */
    record Every(Span span, Span spoken, EveryWord word, Figure least) {}

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
