package kpi.engine;

import java.util.Objects;
import java.util.Optional;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.source.Place;
import kpi.value.Absence;
import kpi.value.Quantity;
import kpi.value.Value;

/** What evaluating yields: a value, the word that there is none, or a problem. Never a zero in place of either. */
public sealed interface Outcome {

    /** What it rests on. */
    Provenance provenance();

    /** The same, resting on something else. */
    Outcome with(Provenance other);

    /** The value; empty if there is none. */
    default Optional<Value> value() {
        return Optional.empty();
    }

    /** The value where it is a number; empty otherwise. */
    default Optional<Quantity> quantity() {
        return value().filter(Quantity.class::isInstance).map(Quantity.class::cast);
    }

    /** The same, resting on this as well. */
    default Outcome and(Provenance other) {
        return with(provenance().and(other));
    }

    /** A value from final data. */
    static Present of(Value value) {
        return new Present(value, Provenance.exact());
    }

    /**
     * A value.
     *
     * @param printed how the document prints it, where it was read and not computed: {@code 66億元}
     */
    record Present(Value present, Provenance provenance, Optional<String> printed) implements Outcome {
        public Present {
            Objects.requireNonNull(present, "value");
            Objects.requireNonNull(provenance, "provenance");
            Objects.requireNonNull(printed, "printed");
        }

        /** A computed value. */
        public Present(Value value, Provenance provenance) {
            this(value, provenance, Optional.empty());
        }

        @Override
        public Optional<Value> value() {
            return Optional.of(present);
        }

        @Override
        public Outcome with(Provenance other) {
            return new Present(present, other, printed);
        }
    }

    /** No value, for a reason that a person states. */
    record Missing(Absence absence, LocalText reason, Place place, Provenance provenance) implements Outcome {
        public Missing {
            Objects.requireNonNull(absence, "absence");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(provenance, "provenance");
        }

        @Override
        public Outcome with(Provenance other) {
            return new Missing(absence, reason, place, other);
        }
    }

    /** No value, because the computation has none there, or it would be too large: a division by zero, a limit. */
    record Failed(Problem problem, Provenance provenance) implements Outcome {
        public Failed {
            Objects.requireNonNull(problem, "problem");
            Objects.requireNonNull(provenance, "provenance");
        }

        @Override
        public Outcome with(Provenance other) {
            return new Failed(problem, other);
        }
    }
}
