package kpi.function;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kpi.data.ColumnNames;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;

/**
 * The functions formulas may call; immutable, each call of {@link #with} answers a new set.
 *
 * <p>Names compare by NFC and narrow signs, and without regard to the case of Latin letters.
 *
 * <p>Example: {@code KpiFunctions.standard().find("最小值")}.
 */
public final class KpiFunctions {
    private static final KpiFunctions STANDARD = standardSet();

    private final List<KpiFunction> all;
    private final Map<String, KpiFunction> byName;

    private KpiFunctions(List<KpiFunction> all) {
        this.all = List.copyOf(all);
        this.byName = new LinkedHashMap<>();
        for (KpiFunction function : all) {
            for (String name : function.names()) {
                KpiFunction other = byName.put(fold(name), function);
                if (other != null && !other.equals(function)) {
                    throw new KpiUsageException("two functions are named " + name);
                }
            }
        }
    }

    /** Those the library brings. */
    public static KpiFunctions standard() {
        return STANDARD;
    }

    private static KpiFunctions standardSet() {
        List<KpiFunction> all = new ArrayList<>();
        all.addAll(Extremes.ALL);
        all.addAll(Roundings.ALL);
        all.addAll(Powers.ALL);
        all.addAll(Means.ALL);
        all.addAll(Curves.ALL);
        return new KpiFunctions(all);
    }

    /** The function of this name. */
    public Optional<KpiFunction> find(String name) {
        return Optional.ofNullable(byName.get(fold(name)));
    }

    /** All of them, in a fixed order. */
    public Collection<KpiFunction> all() {
        return all;
    }

    /**
     * These and one more. Its examples and laws are run first.
     *
     * @throws KpiUsageException if a name is taken, or an example or law does not hold
     */
    public KpiFunctions with(KpiFunction function) {
        Objects.requireNonNull(function, "function");
        for (String name : function.names()) {
            if (fold(name).isEmpty() || find(name).isPresent()) {
                throw new KpiUsageException("a function cannot be named \"" + name + "\": "
                        + find(name)
                                .map(f -> "that is " + f.signature(Language.EN))
                                .orElse("it is blank"));
            }
        }
        FunctionCheck.fault(function).ifPresent(fault -> {
            throw new KpiUsageException(fault);
        });
        List<KpiFunction> more = new ArrayList<>(all);
        more.add(function);
        return new KpiFunctions(more);
    }

    private static String fold(String name) {
        return ColumnNames.fold(name).toLowerCase(Locale.ROOT);
    }
}
