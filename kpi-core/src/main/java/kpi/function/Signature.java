package kpi.function;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kpi.diagnostic.Language;
import kpi.function.KpiFunction.Typing;
import kpi.unit.Dimension;
import kpi.unit.UnitAlgebra;
import kpi.value.Type;

/**
 * Which arguments a function takes, and the type of its result.
 *
 * @param required how many of the parameters must be given
 * @param repeats how many of the last ones may be given together any number of times; 0 if none
 * @param result the dimension of the result; empty where it is what the joined arguments have in common, or what a first
 *     argument without a unit is: the root of a ratio is a ratio
 */
record Signature(List<Parameter> parameters, int required, int repeats, Optional<Dimension> result) {
    Signature {
        parameters = List.copyOf(parameters);
    }

    /** Every parameter once; the result is what the joined ones have in common. */
    static Signature of(Parameter... parameters) {
        return new Signature(List.of(parameters), parameters.length, 0, Optional.empty());
    }

    /** These parameters together, as often as one likes. */
    static Signature repeated(Parameter... parameters) {
        return new Signature(List.of(parameters), parameters.length, parameters.length, Optional.empty());
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
        return repeats > 0 ? Integer.MAX_VALUE : parameters.size();
    }

    Parameter parameter(int index) {
        return index < parameters.size() || repeats == 0
                ? parameters.get(Math.min(index, parameters.size() - 1))
                : parameters.get(parameters.size() - repeats + (index - parameters.size()) % repeats);
    }

    private boolean takes(int count) {
        boolean whole = repeats == 0 || (count - parameters.size()) % repeats == 0;
        return count >= required && count <= most() && whole;
    }

    /** The names of the parameters: {@code x[, places[, mode]]}, {@code x, …}. */
    String text(Language language) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parameters.size(); i++) {
            String separator = i == 0 ? "" : ", ";
            text.append(i < required ? separator : "[" + separator);
            text.append(parameters.get(i).name().in(language));
        }
        if (repeats > 0) {
            text.append(", …");
        }
        return text.append("]".repeat(parameters.size() - required)).toString();
    }

    /** The dimension each argument must go with. */
    List<Optional<Dimension>> besides(List<Type> arguments) {
        if (parameters.isEmpty()) {
            return arguments.stream().map(any -> Optional.<Dimension>empty()).toList();
        }
        Map<Integer, Dimension> leading = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            if (parameter(i).accepts() instanceof Parameter.Accepts.Joined joined
                    && arguments.get(i) instanceof Type.Measure measure
                    && !(measure.dimension() instanceof Dimension.Plain)) {
                leading.putIfAbsent(joined.group(), measure.dimension());
            }
        }
        return IntStream.range(0, arguments.size())
                .mapToObj(i -> beside(parameter(i).accepts(), leading))
                .toList();
    }

    private static Optional<Dimension> beside(Parameter.Accepts accepts, Map<Integer, Dimension> leading) {
        if (accepts instanceof Parameter.Accepts.Joined joined) {
            return Optional.ofNullable(leading.get(joined.group()));
        }
        return accepts instanceof Parameter.Accepts.Like like ? Optional.of(like.dimension()) : Optional.empty();
    }

    Typing resultType(List<Type> arguments) {
        if (!takes(arguments.size())) {
            return new Typing.WrongCount(required, most());
        }
        Map<Integer, Joined> groups = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            Parameter.Accepts accepts = parameter(i).accepts();
            Optional<Typing> refusal = accepts.refusal(i, arguments.get(i));
            if (refusal.isPresent()) {
                return refusal.get();
            }
            if (i == 0 && accepts instanceof Parameter.Accepts.Bare) {
                groups.put(0, new Joined(((Type.Measure) arguments.get(0)).dimension(), 0));
            }
            if (accepts instanceof Parameter.Accepts.Joined same && arguments.get(i) instanceof Type.Measure measure) {
                Joined own = new Joined(measure.dimension(), i);
                Joined before = groups.getOrDefault(same.group(), own);
                UnitAlgebra.Outcome outcome = UnitAlgebra.join(before.dimension(), own.dimension());
                if (outcome instanceof UnitAlgebra.Outcome.Clash clash) {
                    return new Typing.Clash(i, before.index(), clash.reason());
                }
                boolean stays = ((UnitAlgebra.Outcome.Of) outcome).dimension().equals(before.dimension());
                groups.put(same.group(), stays ? before : own);
            }
        }
        return new Typing.Of(Type.measure(result.orElseGet(
                () -> groups.getOrDefault(0, new Joined(Dimension.NUMBER, 0)).dimension())));
    }

    /** What the arguments of a group have in common so far, and the argument it is from. */
    private record Joined(Dimension dimension, int index) {}
}
