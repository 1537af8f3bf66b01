package kpi.data;

import java.util.List;
import kpi.diagnostic.Checked;

/** Rows that an evaluation pulls. A host may write its own with a {@link TableBuilder}. */
public interface TableSource {
    /** Whether it can be loaded more than once; a database cursor cannot. */
    boolean replayable();

    /** The rows as typed columns, with all problems. Never throws over what the rows hold. */
    Checked<Table> load(TableSchema schema);

    /**
     * The rows of several sources one after another, for example of a file for each year. Every row keeps its place; a
     * source that cannot be read leaves no table.
     */
    static TableSource joined(List<TableSource> parts) {
        return parts.size() == 1 ? parts.get(0) : new JoinedSources(parts);
    }

    /**
     * Maps by column name, or records whose components are named as the columns; see {@link TableBuilder} for what a cell
     * may be. They are read when the source is loaded; rows count from 1.
     *
     * <p>Example: {@code TableSource.ofRows(List.of(Map.of("名稱", "財政局", "達標", true)))}.
     */
    static TableSource ofRows(Iterable<?> recordsOrMaps) {
        return new InMemoryRows("", recordsOrMaps, DataLimits.standard());
    }
}
