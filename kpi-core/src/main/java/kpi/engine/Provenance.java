package kpi.engine;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import kpi.number.Exact;

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
 * @param firm of a node, the share of its weight that rests on final data; empty for what is no node and rests on none
 */
public record Provenance(
        boolean provisional,
        boolean reported,
        boolean asserted,
        boolean approximate,
        boolean partial,
        Optional<LocalDate> coversTo,
        Optional<Exact> firm) {
    private static final Provenance EXACT =
            new Provenance(false, false, false, false, false, Optional.empty(), Optional.empty());

    public Provenance {
        Objects.requireNonNull(coversTo, "coversTo");
        Objects.requireNonNull(firm, "firm");
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
                earlier(coversTo, other.coversTo),
                firm.isEmpty() && other.firm.isEmpty() ? firm : Optional.of(lesser(confidence(), other.confidence())));
    }

    /**
     * How much of it rests on data that are final, complete and computed (資料確定率): all or nothing, but for a node, and the
     * least of what it is computed from.
     */
    public Exact confidence() {
        boolean whole = !provisional && !reported && !asserted && !partial;
        return firm.orElse(whole ? Exact.ONE : Exact.ZERO);
    }

    /** Of a node: so much of its weight rests on final data. */
    public Provenance resting(Exact share) {
        return new Provenance(provisional, reported, asserted, approximate, partial, coversTo, Optional.of(share));
    }

    private static Exact lesser(Exact one, Exact other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private Optional<Exact> nothing() {
        return firm.map(share -> Exact.ZERO);
    }

    private static Optional<LocalDate> earlier(Optional<LocalDate> one, Optional<LocalDate> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().isBefore(other.get()) ? one : other;
    }

    public Provenance asProvisional() {
        return new Provenance(true, reported, asserted, approximate, partial, coversTo, nothing());
    }

    public Provenance asReported() {
        return new Provenance(provisional, true, asserted, approximate, partial, coversTo, nothing());
    }

    public Provenance asAsserted() {
        return new Provenance(provisional, reported, true, approximate, partial, coversTo, nothing());
    }

    public Provenance asApproximate() {
        return approximate ? this : new Provenance(provisional, reported, asserted, true, partial, coversTo, firm);
    }

    public Provenance asPartial() {
        return new Provenance(provisional, reported, asserted, approximate, true, coversTo, nothing());
    }

    /** Covers time up to this day, or the day it already had if that is earlier. */
    public Provenance coveringTo(LocalDate last) {
        return and(new Provenance(false, false, false, false, false, Optional.of(last), Optional.empty()));
    }
}
