package kpi.score;

import java.util.Optional;
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
                .map(version -> growth(Figure.absent(Absence.NOT_APPLICABLE, reason(version))
                        .mark(Mark.NOT_COMPARABLE)
                        .build()));
    }

    private Optional<KpiVersion> between() {
        return from.first().isBefore(to.first()) ? kpi.breakBetween(from, to) : kpi.breakBetween(to, from);
    }

    /** Why figures before and after a version do not compare. */
    static LocalText reason(KpiVersion version) {
        String printed = version.seriesBreak().map(KpiVersion.SeriesBreak::text).orElse("");
        String zh = version.from()
                .map(period -> "自 " + period.display(Language.ZH_TW) + "起為「" + version.name() + "」")
                .orElse("");
        String en = version.from()
                .map(period -> "from " + period.display(Language.EN) + " it is \"" + version.name() + "\"")
                .orElse("");
        return new LocalText(printed + "（" + zh + "）", "the formula changed (" + printed + "): " + en);
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
        Exact base = earlier.get();
        if (base.isZero()) {
            Problem problem = Problem.of(ScoreCode.ZERO_BASE, kpi.span())
                    .with("kpi", kpi.id())
                    .with("period", new LocalText(from.display(Language.ZH_TW), from.display(Language.EN)))
                    .build();
            return growth(Figure.failed(problem).build());
        }
        if (base.signum() < 0) {
            LocalText reason = new LocalText(
                    from.display(Language.ZH_TW) + "的實際值為負",
                    "the actual for " + from.display(Language.EN) + " is negative");
            return growth(Figure.absent(Absence.NOT_APPLICABLE, reason).build());
        }
        Quantity exact = Quantity.canonical(later.get().minus(base).dividedBy(base), Units.PERCENT);
        return growth(Figure.of(exact.round(PLACES, Rounding.HALF_UP))
                .unrounded(exact)
                .marks(Marks.of(before.provenance().and(after.provenance())))
                .build());
    }

    private Growth without(Outcome outcome) {
        return growth(new Figures(calendar).of(outcome, outcome, Units.PERCENT).build());
    }

    private Growth growth(Figure figure) {
        return new Growth(from, figure);
    }
}
