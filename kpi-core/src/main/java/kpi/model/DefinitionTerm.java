package kpi.model;

import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;

/** The value of a name that the KPI defines; evaluated once however often it is used. */
public record DefinitionTerm(Span span, Definition definition) implements Term {
    public DefinitionTerm {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(definition, "definition");
    }

    @Override
    public Type type() {
        return definition.type();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.definition(this);
    }
}
