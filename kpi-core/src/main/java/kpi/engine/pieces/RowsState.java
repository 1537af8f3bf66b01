package kpi.engine.pieces;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import kpi.data.RowCopy;
import kpi.diagnostic.KpiUsageException;
import kpi.value.ReportingPeriod;

/**
 * What is kept of the rows of a dataset that was evaluated in pieces: as much as its aggregates need, and the few rows that
 * tell why one has no figure. Immutable.
 *
 * <p>Each row has a number, its place among all rows. States of different rows merge; it does not matter in which order.
 *
 * @param runs rows that follow one another, by the number of the first; no two of them touch
 * @param rows how many rows there are
 * @param leftOut how many rows are not here, since something in them was wrong
 * @param periods the periods that rows are of
 * @param undated how many rows of a dataset with periods have none
 * @param told the rows that are told of, by their numbers
 */
public record RowsState(
        NavigableMap<Long, Run> runs,
        long rows,
        long leftOut,
        SortedSet<ReportingPeriod> periods,
        long undated,
        SortedMap<Long, RowCopy> told) {
    /** Of no rows. */
    public static final RowsState NOTHING = new RowsState(new TreeMap<>(), 0, 0, new TreeSet<>(), 0, new TreeMap<>());

    public RowsState {
        runs = Collections.unmodifiableNavigableMap(new TreeMap<>(runs));
        periods = Collections.unmodifiableSortedSet(new TreeSet<>(periods));
        told = Collections.unmodifiableSortedMap(new TreeMap<>(told));
    }

    /**
     * Rows that follow one another.
     *
     * @param end the number of the row after the last
     * @param sections what is kept of them, for each period
     */
    public record Run(long end, List<Section> sections) {
        public Run {
            sections = List.copyOf(sections);
        }
    }

    /** The number of the row after the last. */
    public long end() {
        return runs.isEmpty() ? 0 : runs.lastEntry().getValue().end();
    }

    /**
     * The state of these rows and the other's.
     *
     * @param keepings begins to keep rows, for each aggregate
     * @throws KpiUsageException if a row is in both
     */
    public RowsState merged(RowsState other, List<Supplier<Keeping>> keepings) {
        NavigableMap<Long, Run> all = new TreeMap<>(runs);
        other.runs.forEach((from, run) -> {
            Run before = all.putIfAbsent(from, run);
            if (before != null) {
                throw twice(from);
            }
        });
        SortedMap<Long, RowCopy> rowsTold = new TreeMap<>(told);
        rowsTold.putAll(other.told);
        SortedSet<ReportingPeriod> both = new TreeSet<>(periods);
        both.addAll(other.periods);
        NavigableMap<Long, Run> joined = joined(all, keepings);
        rowsTold.keySet().retainAll(needed(joined.values()));
        return new RowsState(
                joined, rows + other.rows, leftOut + other.leftOut, both, undated + other.undated, rowsTold);
    }

    private static NavigableMap<Long, Run> joined(Map<Long, Run> all, List<Supplier<Keeping>> keepings) {
        NavigableMap<Long, Run> joined = new TreeMap<>();
        long start = -1;
        long end = -1;
        List<Run> touching = new ArrayList<>();
        for (Map.Entry<Long, Run> each : all.entrySet()) {
            if (each.getKey() < end) {
                throw twice(each.getKey());
            }
            if (each.getKey() != end && !touching.isEmpty()) {
                joined.put(start, new Run(end, inOrder(touching, keepings)));
                touching.clear();
            }
            start = touching.isEmpty() ? each.getKey() : start;
            touching.add(each.getValue());
            end = each.getValue().end();
        }
        if (!touching.isEmpty()) {
            joined.put(start, new Run(end, inOrder(touching, keepings)));
        }
        return joined;
    }

    private static KpiUsageException twice(long row) {
        return new KpiUsageException("the row numbered " + row + " would be counted twice");
    }

    /** What is kept of all rows, for each period. */
    public List<Section> sections(List<Supplier<Keeping>> keepings) {
        return inOrder(new ArrayList<>(runs.values()), keepings);
    }

    private static List<Section> inOrder(List<Run> runs, List<Supplier<Keeping>> keepings) {
        if (runs.size() == 1) {
            return runs.get(0).sections();
        }
        int count = runs.isEmpty() ? 0 : runs.get(0).sections().size();
        List<Section> sections = new ArrayList<>();
        for (int section = 0; section < count; section++) {
            long seen = 0;
            for (Run run : runs) {
                seen += run.sections().get(section).seen();
            }
            List<Kept> kept = new ArrayList<>();
            for (int i = 0; i < keepings.size(); i++) {
                Keeping keeping = keepings.get(i).get();
                for (Run run : runs) {
                    keeping.then(run.sections().get(section).kept().get(i));
                }
                kept.add(keeping.kept());
            }
            sections.add(new Section(seen, kept));
        }
        return sections;
    }

    private static Set<Long> needed(Iterable<Run> runs) {
        Set<Long> needed = new HashSet<>();
        for (Run run : runs) {
            for (Section section : run.sections()) {
                for (Kept kept : section.kept()) {
                    kept.firstLeftOut().ifPresent(needed::add);
                    kept.absent().forEach(row -> needed.add(row.row()));
                }
            }
        }
        return needed;
    }

    /** Whether every row that is told of is there. */
    boolean isWhole() {
        return told.keySet().equals(needed(runs.values()));
    }

    /** The rows that are told of. */
    public RowCopy told(long row) {
        return Objects.requireNonNull(told.get(row), "row");
    }
}
