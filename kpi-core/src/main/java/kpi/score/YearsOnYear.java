package kpi.score;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.model.KpiVersion.SeriesBreak;
import kpi.number.Exact;
import kpi.result.Comparability;
import kpi.result.Figure;
import kpi.result.KpiResult;
import kpi.result.Mark;
import kpi.result.State;
import kpi.result.YearOnYear;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.Absence;
import kpi.value.CalendarKind;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;

/** How the actual of a KPI changed from one period to a later one, or why nobody can tell. */
final class YearsOnYear {
    private static final KpiUnit PER_MILLE_POINT =
            KpiUnit.of(Dimension.PERCENTAGE_POINT, Units.PER_MILLE.scale(), "千分點");

    private final KpiModel kpi;
    private final CalendarKind calendar;

    YearsOnYear(KpiModel kpi, CalendarKind calendar) {
        this.kpi = kpi;
        this.calendar = calendar;
    }

    YearOnYear of(KpiResult before, KpiResult now) {
        Growths growths = new Growths(kpi, before.period(), now.period(), calendar);
        Comparability comparability = comparability(growths, before, now);
        if (comparability != Comparability.COMPARED) {
            Figure none = without(comparability, growths, before, now);
            return new YearOnYear(before.period(), before.actual(), comparability, none, none, List.of());
        }
        Exact earlier = canonical(before);
        Exact later = canonical(now);
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        marks.addAll(before.actual().marks());
        marks.addAll(now.actual().marks());
        KpiUnit unit = now.actual().orElseThrow().unit();
        Figure difference = Figure.of(Quantity.canonical(later.minus(earlier), differenceOf(unit)))
                .marks(marks)
                .build();
        return new YearOnYear(
                before.period(),
                before.actual(),
                comparability,
                shownIn(now.shownIn(), difference, marks),
                growths.relative(earlier, later, marks),
                FiscalYears.warning(kpi, before.period(), now.period(), calendar).stream()
                        .toList());
    }

    private static Figure shownIn(Optional<KpiUnit> shown, Figure difference, Set<Mark> marks) {
        Quantity value = difference.orElseThrow();
        return shown.filter(unit -> unit.dimension().equals(value.dimension()))
                .map(unit -> Figure.of(value).shownIn(unit).marks(marks).build())
                .orElse(difference);
    }

    /** The difference of two percentages is in percentage points. */
    private static KpiUnit differenceOf(KpiUnit unit) {
        if (unit.equals(Units.PER_MILLE)) {
            return PER_MILLE_POINT;
        }
        return unit.dimension() instanceof Dimension.Percent ? Units.PERCENTAGE_POINT : unit;
    }

    private static Exact canonical(KpiResult result) {
        return result.actual().orElseThrow().canonical();
    }

    private Comparability comparability(Growths growths, KpiResult before, KpiResult now) {
        Optional<SeriesBreak> broken = growths.between().flatMap(KpiVersion::seriesBreak);
        if (broken.isPresent()) {
            return broken.get().definition().isPresent()
                    ? Comparability.DEFINITION_CHANGED
                    : Comparability.FORMULA_CHANGED;
        }
        if (!kpi.isBroken() && missingVersion(before, now).isPresent()) {
            return Comparability.NOT_IN_FORCE;
        }
        if (growths.otherUnit().isPresent()) {
            return Comparability.UNIT_CHANGED;
        }
        if (!kpi.per().isOnce()) {
            return Comparability.IN_ROWS;
        }
        return comparability(withoutValue(before, now));
    }

    private static Comparability comparability(Optional<KpiResult> lacking) {
        if (lacking.isEmpty()) {
            return Comparability.COMPARED;
        }
        Figure actual = lacking.get().actual();
        if (actual.state() == State.FAILED) {
            return Comparability.FAILED;
        }
        if (actual.state() == State.NOT_APPLICABLE) {
            return Comparability.NOT_APPLICABLE;
        }
        return actual.absence().filter(Absence.NOT_YET_RELEASED::equals).isPresent()
                ? Comparability.NOT_YET
                : Comparability.MISSING;
    }

    private Optional<KpiResult> missingVersion(KpiResult before, KpiResult now) {
        return List.of(now, before).stream()
                .filter(result -> kpi.version(result.period()).isEmpty())
                .findFirst();
    }

    /** The later one first, if it lacks a value: that is the row a reader looks at. */
    private static Optional<KpiResult> withoutValue(KpiResult before, KpiResult now) {
        return List.of(now, before).stream()
                .filter(result -> !result.actual().hasValue())
                .findFirst();
    }

    private Figure without(Comparability comparability, Growths growths, KpiResult before, KpiResult now) {
        return switch (comparability) {
            case FORMULA_CHANGED, DEFINITION_CHANGED, UNIT_CHANGED ->
                growths.refused().orElseThrow().figure();
            case NOT_IN_FORCE -> lacking(missingVersion(before, now).orElseThrow(), now);
            case IN_ROWS -> now.actual();
            default -> lacking(withoutValue(before, now).orElseThrow(), now);
        };
    }

    /** A figure that lacks a value because the actual of a period does; of an earlier one it says which. */
    private static Figure lacking(KpiResult result, KpiResult now) {
        Figure actual = result.actual();
        if (result.equals(now) || actual.state() == State.FAILED) {
            return actual;
        }
        ReportingPeriod period = result.period();
        LocalText reason = actual.reason().orElse(new LocalText("", ""));
        return Figure.absent(
                        actual.absence().orElse(Absence.NOT_APPLICABLE),
                        new LocalText(
                                period.display(Language.ZH_TW) + "：" + reason.zh(),
                                period.display(Language.EN) + ": " + reason.en()))
                .build();
    }
}
