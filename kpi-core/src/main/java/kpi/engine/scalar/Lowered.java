package kpi.engine.scalar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A number as kernels: {@code above} × 10<sup>−places</sup>, divided by {@code below} × 10<sup>−belowPlaces</sup> where
 * there is one.
 *
 * @param needed what must not be zero for the number to exist, apart from {@code below}
 */
record Lowered(Kernel above, int places, Optional<Kernel> below, int belowPlaces, List<Kernel> needed) {
    Lowered {
        needed = List.copyOf(needed);
    }

    static Lowered decimal(Kernel kernel, int places) {
        return new Lowered(kernel, places, Optional.empty(), 0, List.of());
    }

    static Lowered fraction(Kernel above, int places, Kernel below, int belowPlaces, List<Kernel> needed) {
        return new Lowered(above, places, Optional.of(below), belowPlaces, needed);
    }

    boolean isDecimal() {
        return below.isEmpty();
    }

    /** The same, with what it needs checked wherever it is computed. */
    Lowered guarded() {
        Kernel checked = above;
        for (Kernel each : needed) {
            checked = new Kernels.Guarded(each, checked);
        }
        return new Lowered(checked, places, below, belowPlaces, List.of());
    }

    List<Kernel> neededWith(Lowered other) {
        List<Kernel> all = new ArrayList<>(needed);
        all.addAll(other.needed);
        return all;
    }
}
