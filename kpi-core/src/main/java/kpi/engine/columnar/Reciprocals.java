package kpi.engine.columnar;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import kpi.engine.columnar.Lowering.Number;
import kpi.engine.columnar.Lowering.Unproved;
import kpi.number.Exact;

/**
 * One over numbers of which there are few: each is a multiple of one over what all of them divide, so that quotients stay
 * integers. A row whose number is zero has none.
 */
final class Reciprocals {
    /** A number between bounds that lie further apart has too many values. */
    private static final int MOST_NUMBERS = 64;

    /** What all divide is no larger: more would not leave a long room for the dividend. */
    private static final long LARGEST_MULTIPLE = 1L << 40;

    private Reciprocals() {}

    /** The reciprocals of a number; the rows that have none are added to a list. */
    static Number of(Number number, List<Mask> without) {
        if (number.most().subtract(number.least()).compareTo(BigInteger.valueOf(MOST_NUMBERS)) >= 0) {
            throw new Unproved();
        }
        long least = number.least().longValue();
        long most = number.most().longValue();
        long multiple = 1;
        for (long divisor = least; divisor <= most; divisor++) {
            multiple = common(multiple, divisor);
        }
        long[] table = new long[(int) (most - least) + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = least + i == 0 ? 0 : multiple / (least + i);
        }
        Lane lane = new Found(number.lane(), least, table);
        if (least <= 0 && most >= 0) {
            without.add(new Masks.Within(lane, 0, 0));
        }
        return new Number(
                lane,
                Exact.ONE.dividedBy(number.factor().times(Exact.of(multiple))),
                BigInteger.valueOf(Arrays.stream(table).min().orElseThrow()),
                BigInteger.valueOf(Arrays.stream(table).max().orElseThrow()));
    }

    /** The smallest number that both divide, unless it is too large. */
    private static long common(long multiple, long number) {
        if (number == 0) {
            return multiple;
        }
        long divisor =
                BigInteger.valueOf(multiple).gcd(BigInteger.valueOf(number)).longValue();
        long factor = Math.abs(number) / divisor;
        if (factor > LARGEST_MULTIPLE / multiple) {
            throw new Unproved();
        }
        return multiple * factor;
    }

    /** What a table has for an integer; 0 for one beyond it, as a missing row may have. */
    private static final class Found extends Lane {
        private final Lane lane;
        private final long least;
        private final long[] table;

        Found(Lane lane, long least, long[] table) {
            this.lane = lane;
            this.least = least;
            this.table = table;
        }

        @Override
        void fill(int from, int count) {
            long[] in = lane.of(from, count);
            for (int i = 0; i < count; i++) {
                long at = in[i] - least;
                out[i] = at >= 0 && at < table.length ? table[(int) at] : 0;
            }
        }
    }
}
