package kpi.dsl.syntax;

import java.util.List;
import java.util.Optional;
import kpi.source.Span;

/** A line of a stage of judging. */
public sealed interface StageRule extends Node {
    /**
     * {@code each scorer weighted mean of criteria}, {@code all scorers mean, rounded to 1 分}.
     *
     * @param all whether it is about all scorers together
     */
    record Scoring(Span span, boolean all, CombinationWord how, List<Step> steps) implements StageRule {
        public Scoring {
            steps = List.copyOf(steps);
        }
    }

    /** {@code missing a scorer: leave out}; otherwise the stage has no score. */
    record MissingScorer(Span span, boolean leaveOut) implements StageRule {}

    /** {@code as given, within 5 分 of first, with a reason}. */
    record AsGiven(Span span, Optional<Departure> within, boolean reason) implements StageRule {}

    /** {@code within 5 分 of first}. */
    record Departure(Span span, Figure most, Id stage) {}

    /** {@code bands { 100 分 "優" 90 分以上 … }}: what the figure of the scorers is worth. */
    record Bands(ScoreBandsWord bands) implements StageRule {
        @Override
        public Span span() {
            return bands.span();
        }
    }

    /** Could not be read; its problem is reported. */
    record Broken(Span span) implements StageRule {}
}
