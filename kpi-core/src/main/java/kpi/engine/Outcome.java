package kpi.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.model.MissingKind;
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

    /** Whether it has no value in the way that is meant. */
    default boolean lacks(MissingKind kind) {
        if (this instanceof Missing missing) {
            return kind.covers(missing.absence());
        }
        return kind == MissingKind.UNDEFINED && this instanceof Failed failed && failed.undefined();
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

    /** Why something has no value, and where that is said. */
    record Reason(Absence absence, LocalText text, Place place) {
        public Reason {
            Objects.requireNonNull(absence, "absence");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(place, "place");
        }
    }

    /**
     * No value, for reasons that a person states.
     *
     * @param reasons the one that stands first, then the others, nearest first; at most {@value #MOST_REASONS}
     */
    record Missing(List<Reason> reasons, Provenance provenance) implements Outcome {
        /** More reasons than a person reads. */
        public static final int MOST_REASONS = 20;

        public Missing {
            reasons = List.copyOf(reasons.subList(0, Math.min(reasons.size(), MOST_REASONS)));
            if (reasons.isEmpty()) {
                throw new KpiUsageException("what is missing is missing for a reason");
            }
            Objects.requireNonNull(provenance, "provenance");
        }

        /** For one reason. */
        public Missing(Absence absence, LocalText reason, Place place, Provenance provenance) {
            this(List.of(new Reason(absence, reason, place)), provenance);
        }

        /** The kind that stands. */
        public Absence absence() {
            return reasons.get(0).absence();
        }

        /** The reason that stands. */
        public LocalText reason() {
            return reasons.get(0).text();
        }

        /** Where it is said. */
        public Place place() {
            return reasons.get(0).place();
        }

        /** The same for a nearer reason: these stay as what is behind it. */
        public Missing because(LocalText nearer, Place at) {
            List<Reason> all = new ArrayList<>(reasons.size() + 1);
            all.add(new Reason(absence(), nearer, at));
            all.addAll(reasons);
            return new Missing(all, provenance);
        }

        /** The same, with what is behind it. */
        Missing behind(Missing cause) {
            List<Reason> all = new ArrayList<>(reasons);
            all.addAll(cause.reasons);
            return new Missing(all, provenance);
        }

        /** What lacks both of these: the kind that outranks the other stands, with its reasons first. */
        public Missing joined(Missing other) {
            boolean otherFirst = other.absence().outranks(absence());
            Set<Reason> all = new LinkedHashSet<>(otherFirst ? other.reasons : reasons);
            all.addAll(otherFirst ? reasons : other.reasons);
            return new Missing(List.copyOf(all), provenance.and(other.provenance));
        }

        @Override
        public Outcome with(Provenance other) {
            return new Missing(reasons, other);
        }
    }

    /**
     * No value, because the computation has none there, or it would be too large: a division by zero, a limit.
     *
     * @param undefined whether there is no such value, so that a rule may say what holds then; a limit or two sources for
     *     one figure are no such thing
     */
    record Failed(Problem problem, Provenance provenance, boolean undefined) implements Outcome {
        public Failed {
            Objects.requireNonNull(problem, "problem");
            Objects.requireNonNull(provenance, "provenance");
        }

        /** For a problem that says by its code whether the value is undefined. */
        public Failed(Problem problem, Provenance provenance) {
            this(problem, provenance, problem.kind() instanceof EvaluationCode code && code.isUndefined());
        }

        @Override
        public Outcome with(Provenance other) {
            return new Failed(problem, other, undefined);
        }
    }
}
