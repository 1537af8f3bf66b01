package kpi.data;

import java.util.ArrayList;
import java.util.List;
import kpi.number.Exact;
import kpi.unit.KpiUnit;
import kpi.value.PrintedQuantity;
import org.jspecify.annotations.Nullable;

/**
 * Keeps numbers as longs of one scale as long as that is possible. The scale is the least that all rows so far need;
 * when a row needs more, the rows before it are rescaled, at most eighteen times in all.
 */
final class DecimalColumnBuilder extends ColumnBuilder {
    private static final int MOST_DIGITS = 18;

    private static final long[] POWERS = powers();

    private final NumberCells cells;
    private final Prints.Builder prints = new Prints.Builder();
    private final LongChunks narrow = new LongChunks();
    private @Nullable List<Exact> wide;
    private int scale;

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
        int places = point < 0 ? 0 : to - point - 1;
        prints.decimal(places);
        append(sign == '-' ? -value : value, places);
        return null;
    }

    private @Nullable CellFault readPrinted(String text) {
        CellFault fault = cells.read(text);
        if (fault == null) {
            prints.add(size(), cells.resolution());
        }
        return appendRead(fault);
    }

    @Override
    @Nullable
    CellFault readValue(Object value) {
        CellFault fault = cells.convert(value, this);
        if (fault == null) {
            prints.clear(size());
            if (value instanceof PrintedQuantity) {
                prints.add(size(), cells.resolution());
            } else {
                prints.given(size(), cells.number());
            }
        }
        return appendRead(fault);
    }

    private @Nullable CellFault appendRead(@Nullable CellFault fault) {
        if (fault != null) {
            return fault;
        }
        Exact number = cells.number();
        if (number.fitsLong()) {
            append(number.unscaledLong(), number.scale());
        } else {
            widened().add(number);
        }
        return null;
    }

    private void append(long unscaled, int places) {
        if (places == scale && wide == null) {
            narrow.add(unscaled);
        } else {
            appendRescaled(unscaled, places);
        }
    }

    /** Brings the number and the column to one scale, or makes the column wide if a long cannot hold the outcome. */
    private void appendRescaled(long unscaled, int places) {
        long shortest = unscaled;
        int needed = places;
        while (needed > scale && shortest % 10 == 0) {
            shortest /= 10;
            needed--;
        }
        if (wide == null && (needed <= scale || rescale(needed))) {
            long factor = POWERS[scale - needed];
            if (!overflows(shortest, factor)) {
                narrow.add(shortest * factor);
                return;
            }
        }
        widened().add(Exact.of(unscaled, places));
    }

    /** False if a row does not fit the scale. */
    private boolean rescale(int places) {
        long factor = POWERS[places - scale];
        for (int row = 0; row < narrow.size(); row++) {
            if (overflows(narrow.get(row), factor)) {
                return false;
            }
        }
        narrow.multiplyAll(factor);
        scale = places;
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
            for (int row = 0; row < narrow.size(); row++) {
                all.add(Exact.of(narrow.get(row), scale));
            }
            narrow.drain();
            wide = all;
        }
        return wide;
    }

    @Override
    void appendPlaceholder() {
        if (wide == null) {
            narrow.add(0);
        } else {
            wide.add(Exact.ZERO);
        }
    }

    @Override
    void removeLast() {
        prints.clear(size() - 1);
        if (wide == null) {
            narrow.removeLast();
        } else {
            wide.remove(wide.size() - 1);
        }
    }

    @Override
    DecimalColumn build() {
        return wide == null
                ? new DecimalColumn(cells.unit(), buildMissing(), prints.build(size()), scale, narrow.drain())
                : new DecimalColumn(cells.unit(), buildMissing(), prints.build(size()), wide.toArray(new Exact[0]));
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
