package kpi.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kpi.number.Exact;
import kpi.value.NumberRange;
import kpi.value.Value;

/** What is wrong among the rows of a look-up table: keys given twice, rows never reached, bands that do not meet. */
public final class LookUpFaults {
    private final Optional<LookUpTable.Step> step;
    private final Function<LookUpRow, Optional<Exact>> stepOf;
    private final List<Fault> faults = new ArrayList<>();

    /** The kinds of fault. */
    public enum Kind {
        DUPLICATE,
        UNREACHABLE,
        OVERLAP,
        GAP,
        OFF_STEP
    }

    /** A fault at a row, and the row before it that it has to do with. */
    public record Fault(Kind kind, LookUpRow row, LookUpRow other) {}

    private LookUpFaults(Optional<LookUpTable.Step> step, Function<LookUpRow, Optional<Exact>> stepOf) {
        this.step = step;
        this.stepOf = stepOf;
    }

    /**
     * The faults of rows.
     *
     * @param stepOf the step at a row, where the table has steps; where it is empty the row is passed over
     */
    public static List<Fault> of(
            LookUpTable.Matching matching,
            List<LookUpRow> rows,
            Optional<LookUpTable.Step> step,
            Function<LookUpRow, Optional<Exact>> stepOf) {
        LookUpFaults faults = new LookUpFaults(step, stepOf);
        switch (matching) {
            case EXACT -> faults.duplicates(rows);
            case FIRST -> faults.unreachable(rows);
            case BANDS -> faults.bands(rows);
        }
        return List.copyOf(faults.faults);
    }

    private void duplicates(List<LookUpRow> rows) {
        Map<List<Object>, LookUpRow> seen = new HashMap<>();
        for (LookUpRow row : rows) {
            LookUpRow earlier =
                    seen.putIfAbsent(LookUpIndex.keys(row, row.keys().size()), row);
            if (earlier != null) {
                faults.add(new Fault(Kind.DUPLICATE, row, earlier));
            }
        }
    }

    private void unreachable(List<LookUpRow> rows) {
        for (int i = 0; i < rows.size(); i++) {
            LookUpRow row = rows.get(i);
            rows.subList(0, i).stream()
                    .filter(earlier -> covers(earlier, row))
                    .findFirst()
                    .ifPresent(earlier -> faults.add(new Fault(Kind.UNREACHABLE, row, earlier)));
        }
    }

    private static boolean covers(LookUpRow earlier, LookUpRow row) {
        for (int i = 0; i < row.keys().size(); i++) {
            if (!covers(earlier.keys().get(i), row.keys().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean covers(LookUpRow.Cell wide, LookUpRow.Cell narrow) {
        if (wide.isAny()) {
            return true;
        }
        if (wide.exactly().isPresent()) {
            Optional<Value> value = narrow.exactly();
            return value.isPresent()
                    && LookUpIndex.normal(value.get())
                            .equals(LookUpIndex.normal(wide.exactly().get()));
        }
        Optional<NumberRange> range = narrow.within()
                .or(() -> narrow.exactly()
                        .map(LookUpIndex::normal)
                        .filter(Exact.class::isInstance)
                        .map(value -> NumberRange.of((Exact) value)));
        return range.isPresent() && wide.within().get().covers(range.get());
    }

    /** Sorted by their low ends, each band must meet the one before it. */
    private void bands(List<LookUpRow> rows) {
        Map<List<Object>, List<LookUpRow>> groups = new HashMap<>();
        for (LookUpRow row : rows) {
            groups.computeIfAbsent(LookUpIndex.keys(row, row.keys().size() - 1), any -> new ArrayList<>())
                    .add(row);
        }
        for (List<LookUpRow> group : groups.values()) {
            group.sort(LookUpIndex.BY_LOW_END);
            for (LookUpRow row : group) {
                checkSteps(row);
            }
            for (int i = 1; i < group.size(); i++) {
                meet(group.get(i - 1), group.get(i));
            }
        }
        faults.sort(java.util.Comparator.comparing(fault -> fault.row().place()));
    }

    private void checkSteps(LookUpRow row) {
        Optional<Exact> size = step.flatMap(any -> stepOf.apply(row));
        NumberRange range = LookUpIndex.range(row).orElseThrow();
        boolean off = size.isPresent()
                && java.util.stream.Stream.concat(range.low().stream(), range.high().stream())
                        .anyMatch(end -> !end.dividedBy(size.get()).isInteger());
        if (off) {
            faults.add(new Fault(Kind.OFF_STEP, row, row));
        }
    }

    private void meet(LookUpRow one, LookUpRow other) {
        NumberRange first = LookUpIndex.range(one).orElseThrow();
        NumberRange second = LookUpIndex.range(other).orElseThrow();
        if (first.high().isEmpty() || second.low().isEmpty()) {
            faults.add(new Fault(Kind.OVERLAP, other, one));
            return;
        }
        Optional<Exact> size = step.flatMap(any -> stepOf.apply(other));
        if (step.isPresent() && size.isEmpty()) {
            return;
        }
        int order;
        if (size.isPresent()) {
            Exact last =
                    first.highIn() ? first.high().get() : first.high().get().minus(size.get());
            Exact next =
                    second.lowIn() ? second.low().get() : second.low().get().plus(size.get());
            order = next.compareTo(last.plus(size.get()));
        } else {
            order = second.low().get().compareTo(first.high().get());
            if (order == 0 && first.highIn() == second.lowIn()) {
                order = first.highIn() ? -1 : 1;
            }
        }
        if (order != 0) {
            faults.add(new Fault(order < 0 ? Kind.OVERLAP : Kind.GAP, other, one));
        }
    }
}
