package kpi.engine.scalar;

import kpi.model.Bound;
import kpi.number.Rounding;

/** The kernels that a lowered formula is made of. */
final class Kernels {
    private Kernels() {}

    /** A number that is known. */
    static final class Constant extends Kernel {
        final long value;

        Constant(long value) {
            this.value = value;
        }

        @Override
        long of(long[] slots) {
            return value;
        }
    }

    /** Numbers times factors, and a constant. */
    static final class Sum extends Kernel {
        private final Kernel[] parts;
        private final long[] factors;
        private final long constant;

        Sum(Kernel[] parts, long[] factors, long constant) {
            this.parts = parts;
            this.factors = factors;
            this.constant = constant;
        }

        @Override
        long of(long[] slots) {
            long sum = constant;
            for (int i = 0; i < parts.length; i++) {
                sum = Math.addExact(sum, Math.multiplyExact(parts[i].of(slots), factors[i]));
            }
            return sum;
        }
    }

    /** A product. */
    static final class Product extends Kernel {
        private final Kernel left;
        private final Kernel right;

        Product(Kernel left, Kernel right) {
            this.left = left;
            this.right = right;
        }

        @Override
        long of(long[] slots) {
            return Math.multiplyExact(left.of(slots), right.of(slots));
        }
    }

    /** A quotient rounded to an integer. */
    static final class Quotient extends Kernel {
        private final Kernel dividend;
        private final Kernel divisor;
        private final Rounding mode;

        Quotient(Kernel dividend, Kernel divisor, Rounding mode) {
            this.dividend = dividend;
            this.divisor = divisor;
            this.mode = mode;
        }

        @Override
        long of(long[] slots) {
            return Division.rounded(dividend.of(slots), divisor.of(slots), mode);
        }
    }

    /** A quotient of two sums over slots: what ratios are, with no call in between. */
    static final class QuotientOfSums extends Kernel {
        private final SlotSum dividend;
        private final SlotSum divisor;
        private final Rounding mode;

        QuotientOfSums(SlotSum dividend, SlotSum divisor, Rounding mode) {
            this.dividend = dividend;
            this.divisor = divisor;
            this.mode = mode;
        }

        @Override
        long of(long[] slots) {
            return Division.rounded(dividend.of(slots), divisor.of(slots), mode);
        }
    }

    /** Kept at most or at least at a constant. */
    static final class Limited extends Kernel {
        private final Kernel base;
        private final Bound bound;
        private final long limit;

        Limited(Kernel base, Bound bound, long limit) {
            this.base = base;
            this.bound = bound;
            this.limit = limit;
        }

        @Override
        long of(long[] slots) {
            long value = base.of(slots);
            return bound == Bound.AT_MOST ? Math.min(value, limit) : Math.max(value, limit);
        }
    }

    /** The smaller or larger of two. */
    static final class Extreme extends Kernel {
        private final Kernel left;
        private final Kernel right;
        private final Bound bound;

        Extreme(Kernel left, Kernel right, Bound bound) {
            this.left = left;
            this.right = right;
            this.bound = bound;
        }

        @Override
        long of(long[] slots) {
            long one = left.of(slots);
            long other = right.of(slots);
            return bound == Bound.AT_MOST ? Math.min(one, other) : Math.max(one, other);
        }
    }

    /** One of two; the other is not computed. */
    static final class Choice extends Kernel {
        private final Check check;
        private final Kernel then;
        private final Kernel otherwise;

        Choice(Check check, Kernel then, Kernel otherwise) {
            this.check = check;
            this.then = then;
            this.otherwise = otherwise;
        }

        @Override
        long of(long[] slots) {
            return check.holds(slots) ? then.of(slots) : otherwise.of(slots);
        }
    }

    /** A number that has a value only where another is not zero. */
    static final class Guarded extends Kernel {
        private final Kernel needed;
        private final Kernel value;

        Guarded(Kernel needed, Kernel value) {
            this.needed = needed;
            this.value = value;
        }

        @Override
        long of(long[] slots) {
            if (needed.of(slots) == 0) {
                throw Division.byZero();
            }
            return value.of(slots);
        }
    }
}
