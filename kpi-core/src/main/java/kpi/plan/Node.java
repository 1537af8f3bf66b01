package kpi.plan;

import java.util.List;
import java.util.Objects;
import kpi.model.Bound;
import kpi.number.Exact;
import kpi.number.Rounding;

/**
 * A number to compute. Units are resolved: a node is a number in base units, a slot one in the unit its input declares.
 *
 * <p>Nodes are made by {@link Nodes}, which folds constants and gathers factors; each prints itself.
 */
public sealed interface Node {
    /** What is written in the formula. */
    record Constant(Exact value) implements Node {
        public Constant {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** The number given for an input, in its declared unit. */
    record Slot(int index) implements Node {
        @Override
        public String toString() {
            return "s" + index;
        }
    }

    /** Factors times numbers, added up, and a constant. */
    record Sum(List<Weighted> parts, Exact constant) implements Node {
        public Sum {
            parts = List.copyOf(parts);
            Objects.requireNonNull(constant, "constant");
        }

        /** Whether it only multiplies one number. */
        boolean isMultiple() {
            return parts.size() == 1 && constant.isZero();
        }

        @Override
        public String toString() {
            return Printing.sum(this);
        }
    }

    /** A number and its factor, which is never zero. */
    record Weighted(Exact factor, Node node) {
        public Weighted {
            Objects.requireNonNull(factor, "factor");
            Objects.requireNonNull(node, "node");
        }
    }

    /** The product of two numbers, neither constant. */
    record Product(Node left, Node right) implements Node {
        @Override
        public String toString() {
            return left + " × " + right;
        }
    }

    /** A quotient; there is none where the divisor is zero. */
    record Quotient(Node dividend, Node divisor) implements Node {
        @Override
        public String toString() {
            return dividend + " ÷ " + divisor;
        }
    }

    /** The multiple of a positive step that is nearest in the way of the mode. */
    record Rounded(Node base, Exact step, Rounding mode) implements Node {
        @Override
        public String toString() {
            return "round(" + base + ", " + step + ", " + mode + ")";
        }
    }

    /** The one that is smaller, for {@link Bound#AT_MOST}, or larger. */
    record Extreme(Bound bound, Node left, Node right) implements Node {
        @Override
        public String toString() {
            return (bound == Bound.AT_MOST ? "min(" : "max(") + left + ", " + right + ")";
        }
    }

    /** One of two; only the chosen one is needed. */
    record Choice(Test test, Node then, Node otherwise) implements Node {
        @Override
        public String toString() {
            return "(" + test + " ? " + then + " : " + otherwise + ")";
        }
    }
}
