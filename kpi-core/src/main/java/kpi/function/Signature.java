package kpi.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.function.KpiFunction.Typing;
import kpi.unit.Dimension;
import kpi.unit.UnitAlgebra;
import kpi.value.Type;

/**
 * Which arguments a function takes, and the type of its result.
 *
 * @param required how many of the parameters must be given
 * @param repeats whether the last one may be given any number of times
 * @param result the dimension of the result; empty where it is what the joined arguments have in common
 */
record Signature(List<Parameter> parameters, int required, boolean repeats, Optional<Dimension> result) {
    Signature {
        parameters = List.copyOf(parameters);
    }

    /** Every parameter once; the result is what the joined ones have in common. */
    static Signature of(Parameter... parameters) {
        return new Signature(List.of(parameters), parameters.length, false, Optional.empty());
    }

    /** One parameter, as often as one likes. */
    static Signature repeated(Parameter parameter) {
        return new Signature(List.of(parameter), 1, true, Optional.empty());
    }

    /** Only the first so many must be given. */
    Signature requiring(int count) {
        return new Signature(parameters, count, repeats, result);
    }

    /** With a result of a fixed dimension. */
    Signature yielding(Dimension dimension) {
        return new Signature(parameters, required, repeats, Optional.of(dimension));
    }

    int most() {
        return repeats ? Integer.MAX_VALUE : parameters.size();
    }

    Parameter parameter(int index) {
        return parameters.get(Math.min(index, parameters.size() - 1));
    }

    /** The names of the parameters: {@code x[, places[, mode]]}, {@code x, …}. */
    String text(Language language) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parameters.size(); i++) {
            String separator = i == 0 ? "" : ", ";
            text.append(i < required ? separator : "[" + separator);
            text.append(parameters.get(i).name().in(language));
        }
        if (repeats) {
            text.append(", …");
        }
        return text.append("]".repeat(parameters.size() - required)).toString();
    }

    Typing resultType(List<Type> arguments) {
        if (arguments.size() < required || arguments.size() > most()) {
            return new Typing.WrongCount(required, most());
        }
        List<Dimension> joined = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Optional<Typing> refusal = parameter(i).accepts().refusal(i, arguments.get(i));
            if (refusal.isPresent()) {
                return refusal.get();
            }
            if (parameter(i).accepts() instanceof Parameter.Accepts.Joined
                    && arguments.get(i) instanceof Type.Measure measure) {
                UnitAlgebra.Outcome outcome = joined.isEmpty()
                        ? new UnitAlgebra.Outcome.Of(measure.dimension())
                        : UnitAlgebra.join(joined.get(joined.size() - 1), measure.dimension());
                if (outcome instanceof UnitAlgebra.Outcome.Clash clash) {
                    return new Typing.Clash(i, clash.reason());
                }
                joined.add(((UnitAlgebra.Outcome.Of) outcome).dimension());
            }
        }
        return new Typing.Of(Type.measure(result.orElseGet(() -> joined.get(joined.size() - 1))));
    }
}
