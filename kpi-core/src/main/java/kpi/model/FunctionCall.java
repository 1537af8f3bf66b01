package kpi.model;

import java.util.List;
import java.util.Objects;
import kpi.diagnostic.Language;
import kpi.function.KpiFunction;
import kpi.source.Span;
import kpi.value.Type;

/** A function applied to its arguments. */
public record FunctionCall(Span span, KpiFunction function, List<Term> arguments, Type type) implements Term {
    public FunctionCall {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(function, "function");
        arguments = List.copyOf(arguments);
        Terms.requireResult(function, arguments, type);
        if (!function.takesAnyNumber() && arguments.stream().anyMatch(LeftOut.class::isInstance)) {
            throw new IllTypedException(function.name(Language.EN) + " needs each of its arguments");
        }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.call(this);
    }
}
