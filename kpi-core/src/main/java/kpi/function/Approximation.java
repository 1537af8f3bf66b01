package kpi.function;

import java.util.List;
import java.util.Optional;
import kpi.value.Quantity;
import kpi.value.Value;

/** Whether a function's values are exact: a matter of the text, known before any data. */
enum Approximation {
    NEVER {
        @Override
        boolean with(List<Optional<Value>> known) {
            return false;
        }
    },
    ALWAYS {
        @Override
        boolean with(List<Optional<Value>> known) {
            return true;
        }
    },
    /** Exact if the last argument is written as a whole number, as an exponent mostly is. */
    UNLESS_LAST_IS_WHOLE {
        @Override
        boolean with(List<Optional<Value>> known) {
            return known.isEmpty()
                    || known.get(known.size() - 1).filter(this::isWhole).isEmpty();
        }

        private boolean isWhole(Value value) {
            return value instanceof Quantity quantity && quantity.canonical().isInteger();
        }
    };

    abstract boolean with(List<Optional<Value>> known);

    /** With nothing known. */
    boolean without() {
        return with(List.of());
    }
}
