package kpi.engine;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What a figure rests on: it is provisional if anything it needed was, and covers time only as far as the input that ends
 * first.
 *
 * @param provisional an input may still change
 * @param reported a stated actual was used in place of a computed one
 * @param asserted someone stated it, with a reason
 * @param approximate a root, a logarithm or a rounded sum is in it
 * @param partial something was left out
 * @param coversTo the earliest end of what the inputs cover; empty if none says
 */
public record Provenance(
        boolean provisional,
        boolean reported,
        boolean asserted,
        boolean approximate,
        boolean partial,
        Optional<LocalDate> coversTo) {
    private static final Provenance EXACT = new Provenance(false, false, false, false, false, Optional.empty());

    public Provenance {
        Objects.requireNonNull(coversTo, "coversTo");
    }

    /** Computed from final data without rounding: the neutral element of {@link #and}. */
    public static Provenance exact() {
        return EXACT;
    }

    /** What rests on both. Associative, commutative, idempotent. */
    public Provenance and(Provenance other) {
        if (equals(other)) {
            return this;
        }
        return new Provenance(
                provisional || other.provisional,
                reported || other.reported,
                asserted || other.asserted,
                approximate || other.approximate,
                partial || other.partial,
                earlier(coversTo, other.coversTo));
    }

    private static Optional<LocalDate> earlier(Optional<LocalDate> one, Optional<LocalDate> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().isBefore(other.get()) ? one : other;
    }

    public Provenance asProvisional() {
        return new Provenance(true, reported, asserted, approximate, partial, coversTo);
    }

    public Provenance asReported() {
        return new Provenance(provisional, true, asserted, approximate, partial, coversTo);
    }

    public Provenance asAsserted() {
        return new Provenance(provisional, reported, true, approximate, partial, coversTo);
    }

    public Provenance asApproximate() {
        return approximate ? this : new Provenance(provisional, reported, asserted, true, partial, coversTo);
    }

    public Provenance asPartial() {
        return new Provenance(provisional, reported, asserted, approximate, true, coversTo);
    }

    /** Covers time up to this day, or the day it already had if that is earlier. */
    public Provenance coveringTo(LocalDate last) {
        return and(new Provenance(false, false, false, false, false, Optional.of(last)));
    }
}
