package kpi.model;

import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;

/**
 * A name a KPI gives to a value of its own; compared by identity, so that it is computed once.
 *
 * <p>Its value is the same wherever the KPI uses it, so it does not depend on the row that an aggregate is at: a cell is
 * only used inside an aggregate of its table, or is of the row that a KPI per row is evaluated at.
 */
public final class Definition {
    private final String name;
    private final Term value;
    private final Type type;
    private final Span span;

    public Definition(String name, Term value, Span span) {
        this.name = Objects.requireNonNull(name, "name");
        this.value = Objects.requireNonNull(value, "value");
        this.type = value.type();
        this.span = Objects.requireNonNull(span, "span");
    }

    /** The name as printed. */
    public String name() {
        return name;
    }

    /** What it stands for. */
    public Term value() {
        return value;
    }

    /** The type of the value; kept, so that a long chain of names need not be walked to ask for it. */
    public Type type() {
        return type;
    }

    /** Where it is defined. */
    public Span span() {
        return span;
    }

    /** For people: the name, for what it stands for may name others without end. */
    @Override
    public String toString() {
        return name;
    }
}
