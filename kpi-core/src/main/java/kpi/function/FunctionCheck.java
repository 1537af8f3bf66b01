package kpi.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.KpiException;
import kpi.diagnostic.Language;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.value.Quantity;
import kpi.value.Value;

/** Runs what a function says about itself. */
final class FunctionCheck {
    /** How far an argument of an example is raised, in turn, to see which way the result goes. */
    private static final List<Exact> RAISES = List.of(Exact.of(1, 2), Exact.ONE, Exact.HUNDRED);

    private FunctionCheck() {}

    /** What does not hold; empty if all does. */
    static Optional<String> fault(KpiFunction function) {
        for (Example example : function.examples()) {
            String found = outcome(function, example.arguments());
            if (!found.equals(shown(example.value()))) {
                return Optional.of(example.call() + " is " + found + ", not " + example.result());
            }
            Optional<String> broken = unpromised(function, example).or(() -> FunctionLaws.broken(function, example));
            if (broken.isPresent()) {
                return broken;
            }
        }
        for (Refusal refusal : function.refusals()) {
            Optional<NumberException.Kind> kind =
                    refusal(function, refusal.example().arguments());
            if (!kind.equals(Optional.of(refusal.kind()))) {
                return Optional.of(refusal.call() + " is refused as " + kind + ", not as " + refusal.kind());
            }
        }
        return Optional.empty();
    }

    private static Optional<NumberException.Kind> refusal(KpiFunction function, List<Value> arguments) {
        try {
            function.apply(arguments);
            return Optional.empty();
        } catch (NumberException refused) {
            return Optional.of(refused.kind());
        }
    }

    /** Where the result goes the wrong way as an argument rises. */
    private static Optional<String> unpromised(KpiFunction function, Example example) {
        for (int i = 0; i < example.arguments().size(); i++) {
            String parameter = function.signature().parameter(i).name().en();
            Optional<Boolean> rising = function.monotone(parameter);
            if (rising.isPresent()
                    && example.arguments().get(i) instanceof Quantity quantity
                    && example.value() instanceof Quantity before) {
                for (Exact raise : RAISES) {
                    List<Value> raised = new ArrayList<>(example.arguments());
                    raised.set(i, Quantity.canonical(quantity.canonical().plus(raise), quantity.unit()));
                    Optional<Quantity> after = quantityOf(function, raised);
                    int way = after.map(value -> value.canonical().compareTo(before.canonical()))
                            .orElse(0);
                    if (rising.get() ? way < 0 : way > 0) {
                        return Optional.of(function.name(Language.EN) + " is not monotone in " + parameter + ": "
                                + example.call() + " is " + example.result() + ", and " + raised + " gives "
                                + after.map(Quantity::toString).orElse("nothing"));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String outcome(KpiFunction function, List<Value> arguments) {
        try {
            return shown(function.apply(arguments));
        } catch (KpiException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Optional<Quantity> quantityOf(KpiFunction function, List<Value> arguments) {
        try {
            return function.apply(arguments) instanceof Quantity quantity ? Optional.of(quantity) : Optional.empty();
        } catch (NumberException outsideItsDomain) {
            return Optional.empty();
        }
    }

    /** A text that is the same for equal values only. */
    private static String shown(Value value) {
        return value instanceof Quantity quantity
                ? quantity.canonical() + " " + quantity.dimension().name(Language.EN)
                : value.display(Language.EN);
    }
}
