package kpi.data;

import java.util.ArrayList;
import java.util.List;
import kpi.number.Exact;
import kpi.unit.KpiUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps numbers as longs of one scale as long as that is possible. The scale is the least that all rows so far need;
 * when a row needs more, the rows before it are rescaled, at most eighteen times in all.
 */
final class DecimalColumnBuilder extends ColumnBuilder {
    private static final int MOST_DIGITS = 18;

    private static final long[] POWERS = powers();

    private final NumberCells cells;
    private final LongChunks narrow = new LongChunks();
    private @Nullable List<Exact> wide;
    private int scale;
    private long min = Long.MAX_VALUE;
    private long max = Long.MIN_VALUE;

    /** Only for numbers of a key that do not fit a long. */
    private final Dictionary longTexts = new Dictionary();

    private long stagedUnscaled;
    private int stagedScale;
    private @Nullable Exact stagedExact;

    DecimalColumnBuilder(ColumnSchema schema, KpiUnit unit, CellRules rules) {
        super(schema);
        this.cells = new NumberCells(schema.name(), unit, rules);
    }

    /** Plain ASCII decimals, nearly all cells of nearly all files, are read here without any object. */
    @Override
    @Nullable
    CellFault readText(char[] text, int from, int to) {
        int i = from;
        char sign = text[i];
        if (sign == '-' || sign == '+') {
            i++;
        }
        int firstDigit = i;
        long value = 0;
        int point = -1;
        for (; i < to; i++) {
            int digit = text[i] - '0';
            if (digit >= 0 && digit <= 9) {
                value = value * 10 + digit;
            } else if (text[i] == '.' && point < 0 && i > firstDigit && i + 1 < to) {
                point = i;
            } else {
                return readPrinted(new String(text, from, to - from));
            }
        }
        int digits = to - firstDigit - (point < 0 ? 0 : 1);
        if (digits < 1 || digits > MOST_DIGITS) {
            return readPrinted(new String(text, from, to - from));
        }
        stagedExact = null;
        stagedUnscaled = sign == '-' ? -value : value;
        stagedScale = point < 0 ? 0 : to - point - 1;
        return null;
    }

    private @Nullable CellFault readPrinted(String text) {
        return stage(cells.read(text));
    }

    @Override
    @Nullable
    CellFault readValue(Object value) {
        return stage(cells.convert(value, this));
    }

    private @Nullable CellFault stage(@Nullable CellFault fault) {
        if (fault != null) {
            return fault;
        }
        Exact exact = cells.number();
        boolean fits = exact.fitsLong();
        stagedExact = fits ? null : exact;
        stagedUnscaled = fits ? exact.unscaledLong() : 0;
        stagedScale = fits ? exact.scale() : 0;
        return null;
    }

    @Override
    void append() {
        if (wide == null && stagedExact == null && fitToScale()) {
            narrow.add(stagedUnscaled);
            min = Math.min(min, stagedUnscaled);
            max = Math.max(max, stagedUnscaled);
        } else {
            widened().add(staged());
        }
    }

    @Override
    void appendPlaceholder() {
        if (wide == null) {
            narrow.add(0);
        } else {
            wide.add(Exact.ZERO);
        }
    }

    /** Brings the staged number and the column to one scale; false if a long cannot hold the outcome. */
    private boolean fitToScale() {
        while (stagedScale > scale && stagedUnscaled % 10 == 0) {
            stagedUnscaled /= 10;
            stagedScale--;
        }
        if (stagedScale > scale) {
            long factor = POWERS[stagedScale - scale];
            if (min <= max && (overflows(min, factor) || overflows(max, factor))) {
                return false;
            }
            narrow.multiplyAll(factor);
            if (min <= max) {
                min *= factor;
                max *= factor;
            }
            scale = stagedScale;
        } else if (stagedScale < scale) {
            long factor = POWERS[scale - stagedScale];
            if (overflows(stagedUnscaled, factor)) {
                return false;
            }
            stagedUnscaled *= factor;
            stagedScale = scale;
        }
        return true;
    }

    /** The least long counts as overflow too, so that every number has a negative. */
    private static boolean overflows(long value, long factor) {
        long high = Math.multiplyHigh(value, factor);
        long low = value * factor;
        return high != low >> 63 || low == Long.MIN_VALUE;
    }

    private List<Exact> widened() {
        if (wide == null) {
            List<Exact> all = new ArrayList<>(Math.max(16, narrow.size()));
            for (int i = 0; i < narrow.size(); i++) {
                all.add(Exact.of(narrow.get(i), scale));
            }
            narrow.drain();
            wide = all;
        }
        return wide;
    }

    private Exact staged() {
        return stagedExact == null ? Exact.of(stagedUnscaled, stagedScale) : stagedExact;
    }

    @Override
    long stagedHash() {
        if (stagedExact != null) {
            return longTexts.code(stagedExact.toString());
        }
        long unscaled = stagedUnscaled;
        int places = stagedScale;
        while (places > 0 && unscaled % 10 == 0) {
            unscaled /= 10;
            places--;
        }
        return unscaled * 31 + places;
    }

    @Override
    boolean stagedEquals(int row) {
        return staged().equals(wide == null ? Exact.of(narrow.get(row), scale) : wide.get(row));
    }

    @Override
    DecimalColumn build() {
        return wide == null
                ? new DecimalColumn(cells.unit(), buildMissing(), scale, narrow.drain(), min, max)
                : new DecimalColumn(cells.unit(), buildMissing(), wide.toArray(new Exact[0]));
    }

    private static long[] powers() {
        long[] powers = new long[MOST_DIGITS + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = 10 * powers[i - 1];
        }
        return powers;
    }
}
