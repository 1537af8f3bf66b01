package kpi.engine.columnar;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import kpi.data.Column;
import kpi.data.DateColumn;
import kpi.data.DecimalColumn;
import kpi.data.PeriodColumn;
import kpi.data.Table;
import kpi.data.TextColumn;
import kpi.data.TruthColumn;
import kpi.data.raw.RawBytes;
import kpi.data.raw.RawInts;
import kpi.data.raw.RawNumbers;
import kpi.diagnostic.StopSignal;

/**
 * The groups that the rows of a table fall into by the values of some columns: a number from 0 for each combination. A row that
 * lacks one of the values, or is not seen, is of no group.
 */
public final class Groups {
    /** More would take more memory than it saves time. */
    static final int MOST = 1 << 17;

    private static final int NONE = -1;

    private static final int[] NO_ROWS = {};

    private final RawNumbers codes;
    private final long[] members;
    private final int[] first;
    private final int[] sizes;

    private Groups(RawNumbers codes, long[] members, int[] first, int[] sizes) {
        this.codes = codes;
        this.members = members;
        this.first = first;
        this.sizes = sizes;
    }

    /**
     * The groups of the rows that are seen.
     *
     * @param selected these rows, a bit a row; not asked for where {@code whole} says that all are
     * @param stop asked every so many rows
     * @return empty where the values have no codes, or there are too many groups
     */
    public static Optional<Groups> of(
            Table table, List<String> columns, long[] selected, boolean whole, StopSignal stop) {
        Optional<Coded> coded = Optional.empty();
        for (String name : columns) {
            Optional<Coded> own = coded(table.column(name), stop);
            Optional<Coded> before = coded;
            coded = before.isEmpty() ? own : own.flatMap(next -> joined(before.get(), next, stop));
            if (coded.isEmpty()) {
                return Optional.empty();
            }
        }
        return coded.map(codes -> of(codes, table.rows(), selected, whole, stop));
    }

    private static Groups of(Coded codes, int rows, long[] selected, boolean whole, StopSignal stop) {
        int[] first = new int[codes.size()];
        int[] sizes = new int[codes.size()];
        Arrays.fill(first, NONE);
        long[] members = new long[Block.words(rows)];
        for (int row = 0; row < rows; row++) {
            if ((row & Block.ROWS - 1) == 0) {
                stop.steps(Block.ROWS);
            }
            int word = row >>> 6;
            boolean seen = whole || word < selected.length && (selected[word] >>> row & 1) != 0;
            int code = (int) codes.raw().get(row);
            if (seen && code >= 0) {
                members[word] |= 1L << row;
                if (sizes[code]++ == 0) {
                    first[code] = row;
                }
            }
        }
        return new Groups(codes.raw(), members, first, sizes);
    }

    /** A code for each row, from 0 and below {@code size}; −1 for a row without one. */
    private record Coded(RawNumbers raw, int size) {}

    private static Optional<Coded> coded(Column column, StopSignal stop) {
        if (column instanceof TextColumn text) {
            return few(text.raw(), text.dictionary().size());
        }
        if (column instanceof PeriodColumn period) {
            return few(period.raw(), period.dictionary().size());
        }
        if (column instanceof TruthColumn truths) {
            return numbered(truths, row -> truths.trues().get((int) row) ? 1 : 0, stop);
        }
        if (column instanceof DateColumn days) {
            return numbered(days, row -> days.raw().get((int) row), stop);
        }
        DecimalColumn numbers = (DecimalColumn) column;
        return numbers.isWide()
                ? Optional.empty()
                : numbered(numbers, row -> numbers.raw().get((int) row), stop);
    }

    private static Optional<Coded> few(RawNumbers raw, int size) {
        return size > MOST ? Optional.empty() : Optional.of(new Coded(raw, size));
    }

    /** Numbers what is told apart in the order in which it is met. */
    private static Optional<Coded> numbered(Column column, LongUnaryOperator told, StopSignal stop) {
        int[] codes = new int[column.rows()];
        Map<Long, Integer> known = new HashMap<>();
        for (int row = 0; row < codes.length; row++) {
            stop.step();
            codes[row] =
                    column.isMissing(row) ? NONE : known.computeIfAbsent(told.applyAsLong(row), any -> known.size());
            if (known.size() > MOST) {
                return Optional.empty();
            }
        }
        return Optional.of(narrowest(codes, known.size()));
    }

    private static Optional<Coded> joined(Coded one, Coded other, StopSignal stop) {
        int[] codes = new int[one.raw().length()];
        long pairs = (long) one.size() * other.size();
        int[] byPair = new int[pairs <= MOST * 8L ? (int) pairs : 0];
        Arrays.fill(byPair, NONE);
        Map<Long, Integer> known = new HashMap<>();
        int size = 0;
        for (int row = 0; row < codes.length; row++) {
            stop.step();
            long left = one.raw().get(row);
            long right = other.raw().get(row);
            codes[row] = NONE;
            if (left < 0 || right < 0) {
                continue;
            }
            long pair = left * other.size() + right;
            int code = byPair.length > 0 ? byPair[(int) pair] : known.getOrDefault(pair, NONE);
            if (code == NONE) {
                code = size++;
                if (size > MOST) {
                    return Optional.empty();
                }
                if (byPair.length > 0) {
                    byPair[(int) pair] = code;
                } else {
                    known.put(pair, code);
                }
            }
            codes[row] = code;
        }
        return Optional.of(narrowest(codes, size));
    }

    private static Coded narrowest(int[] codes, int size) {
        if (size > Byte.MAX_VALUE) {
            return new Coded(new RawInts(codes), size);
        }
        byte[] narrow = new byte[codes.length];
        for (int row = 0; row < codes.length; row++) {
            narrow[row] = (byte) codes[row];
        }
        return new Coded(new RawBytes(narrow), size);
    }

    /** How many numbers of groups there are; a group may have no row. */
    public int count() {
        return first.length;
    }

    /** How many rows a group has. */
    public int size(int group) {
        return sizes[group];
    }

    /** The first row of a group that has rows. */
    public int first(int group) {
        return first[group];
    }

    /** Rows that are each of a group, by their groups. */
    int[][] split(int[] rows) {
        int[] counts = new int[first.length];
        for (int row : rows) {
            counts[(int) codes.get(row)]++;
        }
        int[][] split = new int[first.length][];
        for (int group = 0; group < split.length; group++) {
            split[group] = counts[group] == 0 ? NO_ROWS : new int[counts[group]];
        }
        int[] next = new int[first.length];
        for (int row : rows) {
            int group = (int) codes.get(row);
            split[group][next[group]++] = row;
        }
        return split;
    }

    Probe.Cells cells() {
        return new Probe.Cells(codes, first.length);
    }

    /** The rows that are of a group, a bit a row. */
    long[] members() {
        return members;
    }
}
