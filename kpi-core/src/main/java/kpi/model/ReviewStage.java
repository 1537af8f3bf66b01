package kpi.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kpi.number.Exact;
import kpi.source.Span;
import kpi.value.Quantity;

/**
 * One round of judging (階段): who judges, how each one's scores make one, and how all of them do.
 *
 * @param id how the text calls it
 * @param name what documents print: 初核
 * @param scorers who may judge; empty where only their number is said
 * @param expected how many there are to be
 * @param least fewer than so many make no score
 * @param each how one scorer's criteria make one score
 * @param eachSteps what is done to it: rounding and caps
 * @param all how the scorers make one score
 * @param allSteps what is done to that
 * @param leaveOut whether the score is made of those who judged, if one is missing
 * @param bands what their figure is worth; without bands it is the score itself
 * @param check what the score is held against
 */
public record ReviewStage(
        Span span,
        String id,
        String name,
        List<String> scorers,
        int expected,
        int least,
        Combination each,
        List<Step> eachSteps,
        Combination all,
        List<Step> allSteps,
        boolean leaveOut,
        Optional<ScoreBands> bands,
        Check check) {
    public ReviewStage {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        scorers = List.copyOf(scorers);
        Objects.requireNonNull(each, "each");
        eachSteps = List.copyOf(eachSteps);
        Objects.requireNonNull(all, "all");
        allSteps = List.copyOf(allSteps);
        Objects.requireNonNull(bands, "bands");
        Objects.requireNonNull(check, "check");
        boolean counted = scorers.isEmpty() || scorers.size() == expected;
        if (!counted || least < 1 || least > expected) {
            throw new IllTypedException("a stage has at least one scorer, and no more are needed than there are");
        }
        if (least < all.least() || all == Combination.AS_GIVEN && expected > 1) {
            throw new IllTypedException("so few scorers make no " + all);
        }
        if (all == Combination.WEIGHTED_MEAN || !areConstant(eachSteps) || !areConstant(allSteps)) {
            throw new IllTypedException("scorers have no weights, and scores are only rounded and capped");
        }
    }

    /** Whether ratings of it are given for the dimension as a whole, not for its criteria. */
    public boolean isAsGiven() {
        return each == Combination.AS_GIVEN;
    }

    /** Whether a rating that names a stage so is of this one. */
    public boolean isNamed(String text) {
        return id.equals(text) || name.equals(text);
    }

    /** Whether steps can be done to a score without anything else: roundings, and caps at what the text says. */
    public static boolean areConstant(List<Step> steps) {
        return steps.stream()
                .allMatch(step ->
                        step instanceof Step.Round || step instanceof Step.Cap cap && cap.limit() instanceof Constant);
    }

    /** What a step of a stage makes of a score; it is one of {@link #areConstant}. */
    public static Exact done(Step step, Exact score) {
        if (step instanceof Step.Round round) {
            return round.rule().apply(score);
        }
        Step.Cap cap = (Step.Cap) step;
        Exact limit = ((Quantity) ((Constant) cap.limit()).value()).canonical();
        return cap.bound() == Bound.AT_MOST ? score.min(limit) : score.max(limit);
    }

    /**
     * What is asked of a score that somebody gives.
     *
     * @param departure how far it may lie from the score of an earlier stage
     * @param reason whether the reason must be said
     */
    public record Check(Optional<Departure> departure, boolean reason) {
        public static final Check NONE = new Check(Optional.empty(), false);

        public Check {
            Objects.requireNonNull(departure, "departure");
        }
    }

    /** At most so many 分 from the score of another stage. */
    public record Departure(Span span, Exact most, String stage) {
        public Departure {
            Objects.requireNonNull(span, "span");
            Objects.requireNonNull(stage, "stage");
            if (most.signum() < 0) {
                throw new IllTypedException("a departure is not negative");
            }
        }
    }
}
