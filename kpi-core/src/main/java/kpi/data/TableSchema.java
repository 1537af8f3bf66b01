package kpi.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.KpiUsageException;

/**
 * A declared table. No two of its columns share a name or alias, as {@link ColumnNames#fold} compares.
 *
 * <p>Example: {@code TableSchema.of("機關", ColumnSchema.of("名稱", new ColumnType.TextType()).asKey())}.
 */
public record TableSchema(String name, List<ColumnSchema> columns) {
    public TableSchema {
        columns = List.copyOf(columns);
        indexOf(name, columns);
    }

    public static TableSchema of(String name, ColumnSchema... columns) {
        return new TableSchema(name, List.of(columns));
    }

    /** The column with this name or alias. */
    public Optional<ColumnSchema> column(String nameOrAlias) {
        Integer at = index().get(ColumnNames.fold(nameOrAlias));
        return at == null ? Optional.empty() : Optional.of(columns.get(at));
    }

    /** Folded names and aliases to positions. */
    Map<String, Integer> index() {
        return indexOf(name, columns);
    }

    private static Map<String, Integer> indexOf(String table, List<ColumnSchema> columns) {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            put(index, table, columns.get(i).name(), i);
            for (String alias : columns.get(i).aliases()) {
                put(index, table, alias, i);
            }
        }
        return index;
    }

    /** An alias may repeat a name of its own column; two columns may not share one. */
    private static void put(Map<String, Integer> index, String table, String name, int at) {
        Integer other = index.putIfAbsent(ColumnNames.fold(name), at);
        if (other != null && other != at) {
            throw new KpiUsageException("two columns of table " + table + " are named " + name);
        }
    }
}
