package kpi.model;

import java.util.Objects;
import kpi.source.Span;

/** A name a KPI gives to a value of its own; compared by identity, so that it is computed once. */
public final class Definition {
    private final String name;
    private final Term value;
    private final Span span;

    public Definition(String name, Term value, Span span) {
        this.name = Objects.requireNonNull(name, "name");
        this.value = Objects.requireNonNull(value, "value");
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

    /** Where it is defined. */
    public Span span() {
        return span;
    }
}
