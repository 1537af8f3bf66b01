package kpi.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import kpi.number.Exact;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.unit.UnitAlgebra;
import kpi.value.Type;

/**
 * Two numbers combined by an operator; the dimension of the result follows from theirs.
 *
 * <p>Where its sign stands is kept as two offsets in the source of its span: a host may hold very many formulas.
 */
public record Arithmetic(Span span, Operator operator, int signStart, int signEnd, Term left, Term right, Type type)
        implements Term {
    public Arithmetic {
        Objects.requireNonNull(span, "span");
        Objects.checkFromToIndex(signStart, signEnd, span.source().text().length());
        Terms.requireMeasure(left);
        Terms.requireMeasure(right);
        if (!(type instanceof Type.Measure measure)) {
            throw new IllTypedException("arithmetic yields a number");
        }
        if (operator != Operator.POWER) {
            Terms.requireDimension(measure, result(operator, left, right), operator.sign());
        }
    }

    /** With the place of its sign, which is in the same source. */
    public Arithmetic(Span span, Operator operator, Span sign, Term left, Term right, Type type) {
        this(span, operator, sign.start(), sign.end(), left, right, type);
        if (!sign.source().equals(span.source())) {
            throw new IllTypedException("a sign in another source");
        }
    }

    /** Where the sign stands. */
    public Span sign() {
        return span.source().span(signStart, signEnd);
    }

    /**
     * What two terms yield, or why nothing. Counts lose their labels in products and quotients with one another, and one
     * more count does not bring a label back: 張 × 月 × 人 is a number in whatever order it is written. What a percentage is a
     * factor of may be divided by 百分點: 10分 × (目標值 − 前期目標值) / 1百分點 is 分.
     */
    public static UnitAlgebra.Outcome result(Operator operator, Term left, Term right) {
        if (operator == Operator.DIVIDE
                && dimensionOf(right).equals(Dimension.PERCENTAGE_POINT)
                && hasPercentFactor(left)) {
            return new UnitAlgebra.Outcome.Of(dimensionOf(left));
        }
        UnitAlgebra.Outcome outcome = operator.dimension(dimensionOf(left), dimensionOf(right));
        boolean labelled = outcome instanceof UnitAlgebra.Outcome.Of of && of.dimension() instanceof Dimension.Count;
        return operator == Operator.MULTIPLY && labelled && (lostLabels(left) || lostLabels(right))
                ? new UnitAlgebra.Outcome.Of(Dimension.NUMBER)
                : outcome;
    }

    private static boolean hasPercentFactor(Term term) {
        Term factor = term;
        while (factor instanceof Arithmetic product && product.isProduct()) {
            boolean percent = dimensionOf(product.right()).equals(Dimension.PERCENT)
                    || dimensionOf(product.left()).equals(Dimension.PERCENT);
            if (percent
                    && product.operator() == Operator.MULTIPLY
                    && !dimensionOf(product).equals(Dimension.PERCENT)) {
                return true;
            }
            factor = product.left();
        }
        return false;
    }

    private static boolean lostLabels(Term term) {
        Deque<Term> open = new ArrayDeque<>();
        open.push(term);
        while (!open.isEmpty()) {
            Term next = open.pop();
            if (next instanceof DefinitionTerm named) {
                open.push(named.definition().value());
            } else if (next instanceof Negation negation) {
                open.push(negation.operand());
            } else if (next instanceof Arithmetic product && isBare(next) && product.isProduct()) {
                boolean left = dimensionOf(product.left()) instanceof Dimension.Count;
                boolean right = dimensionOf(product.right()) instanceof Dimension.Count;
                boolean like = dimensionOf(product.left()).equals(dimensionOf(product.right()));
                if (product.operator() == Operator.MULTIPLY ? left || right : left && right && !like) {
                    return true;
                }
                open.push(product.left());
                open.push(product.right());
            }
        }
        return false;
    }

    private boolean isProduct() {
        return operator == Operator.MULTIPLY || operator == Operator.DIVIDE;
    }

    private static boolean isBare(Term term) {
        return term.type().equals(Type.measure(Dimension.NUMBER)) || term.type().equals(Type.measure(Dimension.RATIO));
    }

    private static Dimension dimensionOf(Term term) {
        return ((Type.Measure) term.type()).dimension();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.arithmetic(this);
    }

    /** The operators; each knows its sign, what it does to dimensions, and how it computes. */
    public enum Operator {
        ADD("+") {
            @Override
            public UnitAlgebra.Outcome dimension(Dimension left, Dimension right) {
                return UnitAlgebra.plus(left, right);
            }

            @Override
            public Exact apply(Exact left, Exact right) {
                return left.plus(right);
            }
        },
        SUBTRACT("−") {
            @Override
            public UnitAlgebra.Outcome dimension(Dimension left, Dimension right) {
                return UnitAlgebra.minus(left, right);
            }

            @Override
            public Exact apply(Exact left, Exact right) {
                return left.minus(right);
            }
        },
        MULTIPLY("×") {
            @Override
            public UnitAlgebra.Outcome dimension(Dimension left, Dimension right) {
                return UnitAlgebra.times(left, right);
            }

            @Override
            public Exact apply(Exact left, Exact right) {
                return left.times(right);
            }
        },
        DIVIDE("/") {
            @Override
            public UnitAlgebra.Outcome dimension(Dimension left, Dimension right) {
                return UnitAlgebra.dividedBy(left, right);
            }

            @Override
            public Exact apply(Exact left, Exact right) {
                return left.dividedBy(right);
            }
        },
        /** The exponent decides the dimension, so the analysis states it. */
        POWER("^") {
            @Override
            public UnitAlgebra.Outcome dimension(Dimension left, Dimension right) {
                return UnitAlgebra.power(left, 1);
            }

            @Override
            public Exact apply(Exact left, Exact right) {
                return kpi.number.Approximations.power(left, right);
            }
        };

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** How explanations print it. */
        public String sign() {
            return sign;
        }

        /** The dimension of the result, or why there is none. */
        public abstract UnitAlgebra.Outcome dimension(Dimension left, Dimension right);

        /** The value; refuses with {@link kpi.number.NumberException} what has none. */
        public abstract Exact apply(Exact left, Exact right);
    }
}
