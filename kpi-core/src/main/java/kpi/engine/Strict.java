package kpi.engine;

import java.util.Optional;

/**
 * Collects what a computation needs: it has a value only if all of them have.
 *
 * <p>A problem outranks a missing value, the first problem stands, and one kind of missing outranks the other; so the
 * outcome does not depend on the order of operands or rows, but for the places it names and their order.
 */
final class Strict {
    private Optional<Outcome> absent = Optional.empty();
    private Provenance provenance = Provenance.exact();

    static Strict of(Outcome... outcomes) {
        Strict strict = new Strict();
        for (Outcome outcome : outcomes) {
            strict.take(outcome);
        }
        return strict;
    }

    void take(Outcome outcome) {
        provenance = provenance.and(outcome.provenance());
        if (outcome instanceof Outcome.Present) {
            return;
        }
        if (absent.isEmpty() || (outcome instanceof Outcome.Failed && absent.get() instanceof Outcome.Missing)) {
            absent = Optional.of(outcome);
        } else if (outcome instanceof Outcome.Missing more && absent.get() instanceof Outcome.Missing before) {
            boolean tells = before.reasons().size() < Outcome.Missing.MOST_REASONS
                    || more.absence().outranks(before.absence());
            absent = tells ? Optional.of(before.joined(more)) : absent;
        }
    }

    /** Takes into account what is no operand. */
    void take(Provenance other) {
        provenance = provenance.and(other);
    }

    boolean isComplete() {
        return absent.isEmpty();
    }

    /** Whether nothing can change the outcome any more but its provenance. */
    boolean hasFailed() {
        return absent.filter(Outcome.Failed.class::isInstance).isPresent();
    }

    Provenance provenance() {
        return provenance;
    }

    /** Why there is no value. */
    Outcome absent() {
        return absent.orElseThrow().with(provenance);
    }
}
