package kpi.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import kpi.source.Span;

/**
 * A score computed from what the stages came to: {@code 初核 × 40% + 複核 × 60%}.
 *
 * @param formula over inputs, in 分
 * @param steps what is done to it
 * @param names what an input of the formula stands for, by its name
 */
public record StageFormula(Span span, Term formula, List<Step> steps, Map<String, Part> names) {
    public StageFormula {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(formula, "formula");
        steps = List.copyOf(steps);
        names = Map.copyOf(names);
        if (!ReviewStage.areConstant(steps)) {
            throw new IllTypedException("scores are only rounded and capped");
        }
    }

    /**
     * A figure of a stage; of what is to be judged by it alone, there is none while the stage has none.
     *
     * @param stage the id of the stage
     */
    public sealed interface Part {
        String stage();

        /** The score of the stage. */
        record Score(String stage) implements Part {}

        /** The mean of what its scorers came to, whatever the stage makes of them. */
        record Mean(String stage) implements Part {}

        /** The mean of what its scorers gave a criterion. */
        record Rated(String stage, String criterion) implements Part {}
    }
}
