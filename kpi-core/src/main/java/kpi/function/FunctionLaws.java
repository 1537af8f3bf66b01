package kpi.function;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kpi.diagnostic.Language;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.value.Quantity;
import kpi.value.Value;

/** Tries the laws of a function on a call that has a value. */
final class FunctionLaws {
    private static final Exact FACTOR = Exact.of(3);
    private static final Exact AMOUNT = Exact.of(7, 1);

    private FunctionLaws() {}

    /** The first law that does not hold, in a sentence; empty if all do. */
    static Optional<String> broken(KpiFunction function, Example example) {
        if (!(example.value() instanceof Quantity result)) {
            return Optional.empty();
        }
        for (Law law : function.laws()) {
            if (!holds(law, function, example.arguments(), result.canonical())) {
                return Optional.of("it does not hold of " + example.call() + ": " + law.text(Language.EN));
            }
        }
        return Optional.empty();
    }

    /** Whether a law holds of arguments and their result. */
    static boolean holds(Law law, KpiFunction function, List<Value> arguments, Exact result) {
        return switch (law) {
            case ANY_ORDER -> {
                List<Value> reversed = new ArrayList<>(arguments);
                Collections.reverse(reversed);
                yield gives(function, reversed, result);
            }
            case SCALES -> gives(function, changed(arguments, x -> x.times(FACTOR)), result.times(FACTOR));
            case SHIFTS -> gives(function, changed(arguments, x -> x.plus(AMOUNT)), result.plus(AMOUNT));
            case BETWEEN -> {
                List<Exact> numbers = arguments.stream()
                        .filter(Quantity.class::isInstance)
                        .map(argument -> ((Quantity) argument).canonical())
                        .toList();
                yield result.compareTo(Collections.min(numbers)) >= 0
                        && result.compareTo(Collections.max(numbers)) <= 0;
            }
            case IDEMPOTENT -> {
                List<Value> again = new ArrayList<>(arguments);
                again.set(0, with((Quantity) arguments.get(0), result));
                yield gives(function, again, result);
            }
        };
    }

    private static boolean gives(KpiFunction function, List<Value> arguments, Exact result) {
        try {
            return function.apply(arguments) instanceof Quantity quantity
                    && quantity.canonical().equals(result);
        } catch (NumberException noValue) {
            return false;
        }
    }

    private static List<Value> changed(List<Value> arguments, UnaryOperator<Exact> change) {
        return arguments.stream()
                .map(argument -> argument instanceof Quantity quantity
                        ? with(quantity, change.apply(quantity.canonical()))
                        : argument)
                .toList();
    }

    private static Value with(Quantity quantity, Exact canonical) {
        return Quantity.canonical(canonical, quantity.unit());
    }
}
