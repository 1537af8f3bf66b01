package kpi.engine.scalar;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import kpi.model.InputDefinition;
import kpi.model.Step;
import kpi.model.Term;
import kpi.number.Exact;
import kpi.number.Rounding;
import kpi.plan.Node;
import kpi.plan.Nodes;
import kpi.plan.Planner;
import kpi.unit.KpiUnit;

/**
 * A formula compiled to arithmetic on longs. Immutable; one serves all threads without locks.
 *
 * <p>It answers only where it is certain: where a number does not fit or there is no value, the reference engine is asked.
 */
public final class ScalarEngine {
    private final Kernel kernel;
    private final Node plan;

    private ScalarEngine(Kernel kernel, Node plan) {
        this.kernel = kernel;
        this.plan = plan;
    }

    /**
     * Compiles a formula and the steps done to it; empty if only the reference engine can evaluate it.
     *
     * @param slots the slot of each input
     * @param slotPlaces the decimal places of each slot, from 0 to 18
     * @param result the unit the value is given in
     * @param places to how many decimal places of that unit, from 0 to 18
     */
    public static Optional<ScalarEngine> compile(
            Term term,
            List<Step> steps,
            ToIntFunction<InputDefinition> slots,
            int[] slotPlaces,
            KpiUnit result,
            int places,
            Rounding mode) {
        return Planner.plan(term, steps, slots).flatMap(value -> {
            Node shown = Nodes.times(value, Exact.ONE.dividedBy(result.scale()));
            Node plan = Nodes.rounded(shown, Exact.of(1, places), mode);
            return Lowering.of(plan, slotPlaces, places).map(kernel -> new ScalarEngine(kernel, plan));
        });
    }

    /**
     * The value for these slots, as an integer of the result's places.
     *
     * @throws ArithmeticException if it does not fit a long, or there is none
     */
    public long evaluate(long[] slots) {
        return kernel.of(slots);
    }

    /** The plan, as arithmetic over slots. */
    @Override
    public String toString() {
        return plan.toString();
    }
}
