package kpi.model;

import java.util.Objects;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.value.Type;

/**
 * How many of a unit a quantity is, as a bare number: 1,234 千元 in 萬元 is 123.4.
 *
 * @param unit what is counted; it measures what the operand is, or both are shares
 */
public record Converted(Span span, Term operand, KpiUnit unit, Type type) implements Term {
    /** Refuses an operand that the unit does not measure with {@link IllTypedException}. */
    public Converted {
        Objects.requireNonNull(span, "span");
        Terms.requireMeasure(operand);
        if (!measures(unit, ((Type.Measure) operand.type()).dimension())) {
            throw new IllTypedException("a unit of another dimension");
        }
        Terms.requireSame(type, Type.measure(Dimension.NUMBER));
    }

    /** With the type that follows. */
    public Converted(Span span, Term operand, KpiUnit unit) {
        this(span, operand, unit, Type.measure(Dimension.NUMBER));
    }

    /** Whether a value of this dimension can be said in the unit: of its own dimension, or both shares. */
    public static boolean measures(KpiUnit unit, Dimension dimension) {
        boolean shares = isShare(unit.dimension()) && isShare(dimension);
        return shares || unit.dimension().equals(dimension) && !dimension.equals(Dimension.NUMBER);
    }

    private static boolean isShare(Dimension dimension) {
        return dimension.equals(Dimension.RATIO) || dimension.equals(Dimension.PERCENT);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.converted(this);
    }
}
