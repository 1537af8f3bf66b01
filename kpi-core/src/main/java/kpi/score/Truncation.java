package kpi.score;

import java.util.List;
import java.util.stream.Collectors;
import kpi.model.RoundingRule;
import kpi.model.Step;
import kpi.number.Rounding;

/** The same steps with remainders cut off (無條件捨去) instead of rounded. */
final class Truncation {
    private Truncation() {}

    static List<Step> of(List<Step> steps) {
        return steps.stream().map(Truncation::of).collect(Collectors.toUnmodifiableList());
    }

    private static Step of(Step step) {
        if (step instanceof Step.Round round) {
            if (round.rule() instanceof RoundingRule.Places places) {
                return new Step.Round(
                        round.span(), new RoundingRule.Places(places.places(), places.unit(), Rounding.DOWN));
            }
            if (round.rule() instanceof RoundingRule.Step toStep) {
                return new Step.Round(round.span(), new RoundingRule.Step(toStep.step(), Rounding.DOWN));
            }
        }
        return step;
    }
}
