package kpi.model;

import java.util.List;
import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;

/**
 * A definition with parameters, applied: each argument is computed once, then the body, which uses them by name. Its
 * value is the value of the body with every local replaced by what it stands for: an argument that the body does not
 * need may be missing or undefined.
 *
 * @param name what is applied, as the author named it
 * @param locals in the order in which they are computed: a later one may use an earlier one
 */
public record Let(Span span, String name, List<Local> locals, Term body, Type type) implements Term {
    public Let {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(name, "name");
        locals = List.copyOf(locals);
        Terms.requireSame(type, body.type());
    }

    /** With the type that follows. */
    public Let(Span span, String name, List<Local> locals, Term body) {
        this(span, name, locals, body, body.type());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.let(this);
    }
}
