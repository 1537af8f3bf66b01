package kpi.function;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kpi.data.ColumnNames;

/** The functions of rows that formulas may call. Names compare as those of {@link KpiFunctions} do. */
public final class RowFunctions {
    private static final List<RowFunction> ALL =
            all(Totals.ALL, Percentiles.ALL, Spreads.ALL, RowMeans.ALL, Shapes.ALL, Cohorts.ALL);
    private static final Map<String, RowFunction> BY_NAME = byName();

    private RowFunctions() {}

    @SafeVarargs
    private static List<RowFunction> all(List<RowFunction>... lists) {
        List<RowFunction> all = new ArrayList<>();
        for (List<RowFunction> list : lists) {
            all.addAll(list);
        }
        return List.copyOf(all);
    }

    private static Map<String, RowFunction> byName() {
        Map<String, RowFunction> byName = new LinkedHashMap<>();
        ALL.forEach(function -> function.names().forEach(name -> byName.put(fold(name), function)));
        return byName;
    }

    /** All of them, in a fixed order. */
    public static List<RowFunction> all() {
        return ALL;
    }

    /** The function of this name. */
    public static Optional<RowFunction> find(String name) {
        return Optional.ofNullable(BY_NAME.get(fold(name)));
    }

    private static String fold(String name) {
        return ColumnNames.fold(name).toLowerCase(Locale.ROOT);
    }
}
