package kpi.engine.scalar;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import kpi.model.InputDefinition;
import kpi.model.Step;
import kpi.model.Term;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.plan.Planner;

/**
 * A planned formula on exact numbers of any size. Immutable; one serves all threads without locks.
 *
 * <p>It answers where every input is given and every part has a value; for anything else the reference engine is asked, which also
 * says why.
 */
public interface ExactEngine {
    /**
     * Compiles a formula and the steps done to it; empty if only the reference engine can evaluate it.
     *
     * @param slots the slot of each input
     */
    static Optional<ExactEngine> compile(Term term, List<Step> steps, ToIntFunction<InputDefinition> slots) {
        return Planner.plan(term, steps, slots).flatMap(plan -> {
            Unfolding unfolding = new Unfolding();
            ExactEngine code = unfolding.code(plan);
            return unfolding.parts() <= Unfolding.MOST_PARTS ? Optional.of(code) : Optional.empty();
        });
    }

    /**
     * The value in base units, for the number of each slot in the unit its input declares.
     *
     * @throws NumberException if there is none, or it is too large
     */
    Exact evaluate(Exact[] slots);
}
