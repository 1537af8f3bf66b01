package kpi.model;

import java.util.Objects;
import kpi.number.Exact;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.unit.UnitAlgebra;
import kpi.value.Type;

/** Two numbers combined by an operator; the dimension of the result follows from theirs. */
public record Arithmetic(Span span, Operator operator, Span sign, Term left, Term right, Type type) implements Term {
    public Arithmetic {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(sign, "sign");
        Terms.requireMeasure(left);
        Terms.requireMeasure(right);
        if (!(type instanceof Type.Measure measure)) {
            throw new IllTypedException("arithmetic yields a number");
        }
        if (operator != Operator.POWER) {
            Terms.requireDimension(measure, operator.dimension(dimensionOf(left), dimensionOf(right)), operator.sign());
        }
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
