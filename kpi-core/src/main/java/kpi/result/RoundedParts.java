package kpi.result;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.number.Exact;
import kpi.number.Rounding;
import kpi.value.Quantity;

/**
 * Parts that are printed rounded beside their total, and need not add up to it: 13.3, 33.3 and 53.3 make 99.9, not 100.
 *
 * <pre>{@code
 * RoundedParts.of(weights, total, 1).flatMap(RoundedParts::note);
 * // the parts as printed make 99.9 %, not 100 %: a difference of 0.1 % by rounding
 * }</pre>
 *
 * @param sum what the parts make as printed
 * @param total the total as printed
 * @param places how many places are printed
 */
public record RoundedParts(Quantity sum, Quantity total, int places) {
    public RoundedParts {
        Objects.requireNonNull(sum, "sum");
        Objects.requireNonNull(total, "total");
    }

    /** Parts and their total, in the unit of the total; empty where the parts do not add up to it before rounding, either. */
    public static Optional<RoundedParts> of(List<Quantity> parts, Quantity total, int places) {
        Exact exact = Exact.ZERO;
        Exact printed = Exact.ZERO;
        for (Quantity part : parts) {
            exact = exact.plus(part.canonical());
            Quantity shown = Quantity.of(part.in(total.unit()), total.unit()).round(places, Rounding.HALF_UP);
            printed = printed.plus(shown.canonical());
        }
        return exact.equals(total.canonical())
                ? Optional.of(new RoundedParts(
                        Quantity.canonical(printed, total.unit()), total.round(places, Rounding.HALF_UP), places))
                : Optional.empty();
    }

    /** How far they are apart as printed; none where the parts add up. */
    public Optional<Quantity> difference() {
        Exact apart = sum.canonical().minus(total.canonical()).abs();
        return apart.isZero() ? Optional.empty() : Optional.of(Quantity.canonical(apart, total.unit()));
    }

    /** What a reader must be told; empty where the parts add up. */
    public Optional<LocalText> note() {
        return difference()
                .map(apart -> new LocalText(
                        "所印各數合計 " + shown(sum, Language.ZH_TW) + "，與 " + shown(total, Language.ZH_TW) + " 相差 "
                                + shown(apart, Language.ZH_TW) + "，係四捨五入所致",
                        "the figures as printed make " + shown(sum, Language.EN) + ", not " + shown(total, Language.EN)
                                + ": a difference of " + shown(apart, Language.EN) + " by rounding"));
    }

    private String shown(Quantity quantity, Language language) {
        return quantity.display(language, places);
    }
}
