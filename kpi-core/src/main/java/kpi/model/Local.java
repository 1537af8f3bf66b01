package kpi.model;

import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;

/**
 * A value that a {@link Let} computes once, where it stands, and uses by name: an argument of a definition with
 * parameters; compared by identity. Unlike a {@link Definition} it may depend on the row that an aggregate is at.
 */
public final class Local {
    private final String name;
    private final Term value;
    private final Type type;
    private final Span span;

    public Local(String name, Term value, Span span) {
        this.name = Objects.requireNonNull(name, "name");
        this.value = Objects.requireNonNull(value, "value");
        this.type = value.type();
        this.span = Objects.requireNonNull(span, "span");
    }

    /** The name of the parameter, or the text of what is computed once. */
    public String name() {
        return name;
    }

    /** What it stands for. */
    public Term value() {
        return value;
    }

    /** The type of the value; kept, so that a chain of calls need not be walked to ask for it. */
    public Type type() {
        return type;
    }

    /** Where it was written. */
    public Span span() {
        return span;
    }

    /** For people: the name, for what it stands for may name others without end. */
    @Override
    public String toString() {
        return name;
    }
}
