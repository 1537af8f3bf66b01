package kpi.score;

import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.engine.Outcome;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.number.Exact;
import kpi.number.Rounding;
import kpi.result.Figure;
import kpi.result.KpiResult.Growth;
import kpi.result.Mark;
import kpi.unit.Dimension;
import kpi.unit.Units;
import kpi.value.Absence;
import kpi.value.CalendarKind;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;

/** How an actual changed between two periods: relative to the earlier one, in %, shown at two places. */
final class Growths {
    private static final int PLACES = 2;

    private final KpiModel kpi;
    private final ReportingPeriod from;
    private final ReportingPeriod to;
    private final CalendarKind calendar;

    Growths(KpiModel kpi, ReportingPeriod from, ReportingPeriod to, CalendarKind calendar) {
        this.kpi = kpi;
        this.from = from;
        this.to = to;
        this.calendar = calendar;
    }

    /** The refusal to compare, if the series was broken between the periods. */
    Optional<Growth> refused() {
        return between()
                .map(Growths::reason)
                .or(this::otherUnit)
                .map(why -> growth(Figure.absent(Absence.NOT_APPLICABLE, why)
                        .mark(Mark.NOT_COMPARABLE)
                        .build()));
    }

    /** The version that broke the series between the periods. */
    Optional<KpiVersion> between() {
        return from.first().isBefore(to.first()) ? kpi.breakBetween(from, to) : kpi.breakBetween(to, from);
    }

    /** Why the units of the two periods do not compare. */
    Optional<LocalText> otherUnit() {
        Optional<KpiVersion> then = kpi.version(from);
        Optional<KpiVersion> now = kpi.version(to);
        if (then.isEmpty() || now.isEmpty()) {
            return Optional.empty();
        }
        Dimension one = then.get().unit().dimension();
        Dimension other = now.get().unit().dimension();
        if (one.equals(other)) {
            return Optional.empty();
        }
        return Optional.of(new LocalText(
                from.display(Language.ZH_TW) + "的單位是" + one.name(Language.ZH_TW) + "，" + to.display(Language.ZH_TW)
                        + "是" + other.name(Language.ZH_TW),
                "it was in " + one.name(Language.EN) + " for " + from.display(Language.EN) + " and is in "
                        + other.name(Language.EN) + " for " + to.display(Language.EN)));
    }

    /** Why figures before and after a version do not compare. */
    static LocalText reason(KpiVersion version) {
        Optional<String> definition = version.seriesBreak().flatMap(KpiVersion.SeriesBreak::definition);
        String printed = version.seriesBreak().map(KpiVersion.SeriesBreak::text).orElse("");
        String zh = version.from()
                .map(period -> "自 " + period.display(Language.ZH_TW) + "起")
                .orElse("");
        String en = version.from()
                .map(period -> "from " + period.display(Language.EN))
                .orElse("");
        return definition
                .map(name -> new LocalText(
                        name + "：" + printed + "（" + zh + "）",
                        "the definition \"" + name + "\" changed (" + printed + ") " + en))
                .orElseGet(() -> new LocalText(
                        printed + "（" + zh + "為「" + version.name() + "」）",
                        "the formula changed (" + printed + "): " + en + " it is \"" + version.name() + "\""));
    }

    /** The growth from one outcome to the other. */
    Growth of(Outcome before, Outcome after) {
        Optional<Growth> refused = refused();
        if (refused.isPresent()) {
            return refused.get();
        }
        Optional<Exact> earlier = Figures.number(before);
        Optional<Exact> later = Figures.number(after);
        if (earlier.isEmpty() || later.isEmpty()) {
            return without(earlier.isEmpty() ? before : after);
        }
        return growth(relative(
                earlier.get(), later.get(), Marks.of(before.provenance().and(after.provenance()))));
    }

    /** (later − base) / base in %, shown at two places; fails for a base of zero, and is not applicable for a negative one. */
    Figure relative(Exact base, Exact later, Set<Mark> marks) {
        if (base.isZero()) {
            Problem problem = Problem.of(ScoreCode.ZERO_BASE, kpi.span())
                    .with("kpi", kpi.id())
                    .with("period", new LocalText(from.display(Language.ZH_TW), from.display(Language.EN)))
                    .build();
            return Figure.failed(problem).build();
        }
        if (base.signum() < 0) {
            LocalText reason = new LocalText(
                    from.display(Language.ZH_TW) + "的實際值為負",
                    "the actual for " + from.display(Language.EN) + " is negative");
            return Figure.absent(Absence.NOT_APPLICABLE, reason).build();
        }
        Quantity exact = Quantity.canonical(later.minus(base).dividedBy(base), Units.PERCENT);
        return Figure.of(exact.round(PLACES, Rounding.HALF_UP))
                .unrounded(exact)
                .marks(marks)
                .build();
    }

    private Growth without(Outcome outcome) {
        return growth(new Figures(calendar).of(outcome, outcome, Units.PERCENT).build());
    }

    private Growth growth(Figure figure) {
        return new Growth(from, figure);
    }
}
