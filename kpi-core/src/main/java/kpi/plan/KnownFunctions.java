package kpi.plan;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import kpi.function.KpiFunction;
import kpi.function.KpiFunctions;
import kpi.model.Bound;
import kpi.number.Rounding;

/** The functions that have a node of their own. A host's function of the same name is another function. */
final class KnownFunctions {
    private static final Map<KpiFunction, Bound> EXTREMES = extremes();
    private static final Map<KpiFunction, Rounding> ROUNDINGS = roundings();

    private KnownFunctions() {}

    /** Which of its arguments the function chooses, if it chooses one by size. */
    static Optional<Bound> extreme(KpiFunction function) {
        return Optional.ofNullable(EXTREMES.get(function));
    }

    /** How the function rounds its first argument to the places its second one says, if that is what it does. */
    static Optional<Rounding> rounding(KpiFunction function) {
        return Optional.ofNullable(ROUNDINGS.get(function));
    }

    private static Map<KpiFunction, Bound> extremes() {
        Map<KpiFunction, Bound> known = new IdentityHashMap<>();
        known.put(standard("min"), Bound.AT_MOST);
        known.put(standard("max"), Bound.AT_LEAST);
        return known;
    }

    private static Map<KpiFunction, Rounding> roundings() {
        Map<KpiFunction, Rounding> known = new IdentityHashMap<>();
        known.put(standard("round"), Rounding.HALF_UP);
        known.put(standard("truncate"), Rounding.DOWN);
        known.put(standard("round up"), Rounding.UP);
        known.put(standard("floor"), Rounding.FLOOR);
        known.put(standard("ceiling"), Rounding.CEILING);
        return known;
    }

    private static KpiFunction standard(String name) {
        return KpiFunctions.standard().find(name).orElseThrow();
    }
}
