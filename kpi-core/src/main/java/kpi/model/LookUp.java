package kpi.model;

import java.util.List;
import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;

/**
 * A value looked up in a table by its keys; undefined where no row has them.
 *
 * @param interpolated whether a number between two ends is found in proportion
 * @param extended whether the last band also holds for numbers above it
 */
public record LookUp(Span span, LookUpTable table, List<Term> keys, boolean interpolated, boolean extended, Type type)
        implements Term {
    public LookUp {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(table, "table");
        keys = List.copyOf(keys);
        if (keys.size() != table.keys().size()) {
            throw new IllTypedException(table.name() + " has " + table.keys().size() + " keys");
        }
        Terms.requireSame(type, table.value().type());
        if (interpolated || extended) {
            Terms.requireMeasure(keys.get(keys.size() - 1));
        }
    }

    /** With the type that follows. */
    public LookUp(Span span, LookUpTable table, List<Term> keys, boolean interpolated, boolean extended) {
        this(span, table, keys, interpolated, extended, table.value().type());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.lookUp(this);
    }
}
