package kpi.engine.scalar;

import kpi.model.Relation;

/** Finds a truth from the integers in the slots; as {@link Kernel} otherwise. */
abstract class Check {
    abstract boolean holds(long[] slots);

    /** Two integers of one scale. */
    static final class Compare extends Check {
        private final Relation relation;
        private final Kernel left;
        private final Kernel right;

        Compare(Relation relation, Kernel left, Kernel right) {
            this.relation = relation;
            this.left = left;
            this.right = right;
        }

        @Override
        boolean holds(long[] slots) {
            return relation.holds(Long.compare(left.of(slots), right.of(slots)));
        }
    }

    /** Two fractions, each over a divisor that is not zero, by their cross products. */
    static final class CompareFractions extends Check {
        private final Relation relation;
        private final Kernel left;
        private final Kernel leftDivisor;
        private final Kernel right;
        private final Kernel rightDivisor;

        CompareFractions(Relation relation, Kernel left, Kernel leftDivisor, Kernel right, Kernel rightDivisor) {
            this.relation = relation;
            this.left = left;
            this.leftDivisor = leftDivisor;
            this.right = right;
            this.rightDivisor = rightDivisor;
        }

        @Override
        boolean holds(long[] slots) {
            long below = leftDivisor.of(slots);
            long otherBelow = rightDivisor.of(slots);
            int sign = Long.signum(below) * Long.signum(otherBelow);
            if (sign == 0) {
                throw Division.byZero();
            }
            long one = Math.multiplyExact(left.of(slots), otherBelow);
            long other = Math.multiplyExact(right.of(slots), below);
            return relation.holds(sign * Long.compare(one, other));
        }
    }

    /** All or any. */
    static final class Joined extends Check {
        private final boolean all;
        private final Check[] parts;

        Joined(boolean all, Check[] parts) {
            this.all = all;
            this.parts = parts;
        }

        @Override
        boolean holds(long[] slots) {
            for (Check part : parts) {
                if (part.holds(slots) != all) {
                    return !all;
                }
            }
            return all;
        }
    }

    /** The opposite. */
    static final class Negated extends Check {
        private final Check check;

        Negated(Check check) {
            this.check = check;
        }

        @Override
        boolean holds(long[] slots) {
            return !check.holds(slots);
        }
    }

    /** Known. */
    static final class Known extends Check {
        private final boolean holds;

        Known(boolean holds) {
            this.holds = holds;
        }

        @Override
        boolean holds(long[] slots) {
            return holds;
        }
    }
}
