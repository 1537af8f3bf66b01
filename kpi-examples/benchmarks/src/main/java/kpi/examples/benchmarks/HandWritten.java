package kpi.examples.benchmarks;

/** What a programmer writes for one question, on longs of the right scale, each operation checked. */
abstract class HandWritten {
    abstract long of(long[] x);

    static HandWritten of(Question question) {
        return switch (question) {
            case RATIO -> new Ratio();
            case CAPPED -> new Capped();
            case BUDGET -> new Budget();
            case POINTS -> new Points();
        };
    }

    /** To two places of a percentage, the half up; the divisor is positive. */
    static long percent(long dividend, long divisor) {
        long scaled = Math.multiplyExact(dividend, 10_000L);
        long quotient = scaled / divisor;
        long rest = Math.abs(scaled - quotient * divisor);
        return rest >= divisor - rest ? quotient + (scaled >> 63 | 1) : quotient;
    }

    private static final class Ratio extends HandWritten {
        @Override
        long of(long[] x) {
            return percent(x[0], x[1]);
        }
    }

    private static final class Capped extends HandWritten {
        @Override
        long of(long[] x) {
            return Math.min(10_000, percent(x[0], x[1]));
        }
    }

    private static final class Budget extends HandWritten {
        @Override
        long of(long[] x) {
            return percent(Math.addExact(x[0], x[1]), Math.addExact(Math.addExact(x[2], x[3]), x[4]));
        }
    }

    private static final class Points extends HandWritten {
        @Override
        long of(long[] x) {
            long points = Math.subtractExact(800, x[0]);
            points = Math.addExact(points, x[1]);
            points = Math.addExact(points, x[2]);
            points = Math.addExact(points, Math.multiplyExact(x[3], 2));
            return Math.addExact(points, Math.multiplyExact(x[4], 10));
        }
    }
}
