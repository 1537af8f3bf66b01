package kpi.dsl.syntax;

import java.util.Optional;
import kpi.source.Span;

/** A declared name with the bracket that is part of it, for example {@code 債務還本數(實際數)}. */
public record QualifiedName(Span span, Id name, Optional<Bracket> qualifier) implements Node {
    /** The full spelling as printed, brackets included; blanks before the bracket dropped. */
    public String spelling() {
        return qualifier.map(bracket -> name.spelling() + bracket.span().text()).orElseGet(name::spelling);
    }
}
