package kpi.data;

import java.util.List;
import kpi.diagnostic.KpiUsageException;

/**
 * A declared column.
 *
 * @param name what formulas call it
 * @param aliases other names a file may give it
 * @param type what its cells are
 * @param mayBeMissing whether a cell may be empty; where it may not, an empty cell is a problem
 * @param key whether it says what a row is about, so that rows are joined by it; several rows may be about one thing, as
 *     those of several years are
 */
public record ColumnSchema(String name, List<String> aliases, ColumnType type, boolean mayBeMissing, boolean key) {
    public ColumnSchema {
        aliases = List.copyOf(aliases);
        if (ColumnNames.fold(name).isEmpty()
                || aliases.stream().anyMatch(a -> ColumnNames.fold(a).isEmpty())) {
            throw new KpiUsageException("a column and its aliases have names that are not blank");
        }
    }

    /** A column whose cells may not be missing, without aliases, outside the key. */
    public static ColumnSchema of(String name, ColumnType type) {
        return new ColumnSchema(name, List.of(), type, false, false);
    }

    public ColumnSchema withAliases(String... other) {
        return new ColumnSchema(name, List.of(other), type, mayBeMissing, key);
    }

    public ColumnSchema orMissing() {
        return new ColumnSchema(name, aliases, type, true, key);
    }

    public ColumnSchema asKey() {
        return new ColumnSchema(name, aliases, type, mayBeMissing, true);
    }
}
