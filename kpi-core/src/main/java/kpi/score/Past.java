package kpi.score;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.engine.KpiRows;
import kpi.engine.Outcome;
import kpi.engine.Provenance;
import kpi.engine.ReferenceEngine;
import kpi.engine.Scope;
import kpi.model.Definition;
import kpi.model.Facet;
import kpi.model.InputDefinition;
import kpi.model.JoinedColumn;
import kpi.model.JoinedFigure;
import kpi.model.KpiModel;
import kpi.model.KpiPart;
import kpi.model.KpiVersion;
import kpi.model.MissingKind;
import kpi.model.Recalled;
import kpi.source.Place;
import kpi.source.Span;
import kpi.value.Absence;
import kpi.value.ReportingPeriod;
import kpi.value.Type;

/**
 * What is known of other periods than the evaluated one. The text that was in force then counts: its formula, its unit,
 * its data; where the formula was changed in between (公式調整), or the unit is another, nothing is compared.
 */
final class Past {
    private final Map<String, KpiModel> kpis;
    private final History.Lens lens;
    private final ReportingPeriod now;
    private final Map<ReportingPeriod, DoneFigures> done = new HashMap<>();

    Past(Map<String, KpiModel> kpis, History.Lens lens, ReportingPeriod now) {
        this.kpis = kpis;
        this.lens = lens;
        this.now = now;
    }

    /** The figures of another period; filled in the order of time. */
    DoneFigures at(ReportingPeriod period) {
        return done.computeIfAbsent(period, at -> new DoneFigures(this, at));
    }

    /** Whether anything can be known of a period. */
    boolean reaches(ReportingPeriod period) {
        return !isBeforeAll(period) && !isTooFar(period);
    }

    private boolean isBeforeAll(ReportingPeriod period) {
        return lens.firstDay().map(first -> period.last().isBefore(first)).orElse(true);
    }

    /** Whether a period was over before another ends, so that one can be computed from it. */
    static boolean isEarlier(ReportingPeriod period, ReportingPeriod than) {
        return Periods.BY_END.compare(period, than) < 0;
    }

    private boolean isTooFar(ReportingPeriod period) {
        long months = (long) History.MOST_PERIODS * period.grain().months();
        LocalDate first = now.first();
        return period.first().isBefore(first.minusMonths(months));
    }

    /** What something was in a period, as {@code seenFrom} may use it. */
    Outcome recall(Recalled what, ReportingPeriod period, ReportingPeriod seenFrom) {
        if (what instanceof Recalled.Input input) {
            return input(input.input(), period);
        }
        if (what instanceof Recalled.Defined defined) {
            LocalText name = new LocalText(
                    "「" + defined.definition().name() + "」",
                    "\"" + defined.definition().name() + "\"");
            return compared(
                    defined.kpi(),
                    name,
                    period,
                    seenFrom,
                    (kpi, version) -> defined(version, defined, period, Place.of(kpi.span())));
        }
        Recalled.Figure figure = (Recalled.Figure) what;
        LocalText facet = new LocalText(
                figure.facet().name(Language.ZH_TW), "the " + figure.facet().name(Language.EN));
        return compared(figure.kpi(), facet, period, seenFrom, (kpi, version) -> {
            Type then = switch (figure.facet()) {
                case ACTUAL, TARGET, TARGET_LOWEST, TARGET_HIGHEST ->
                    Type.measure(version.unit().dimension());
                case ATTAINMENT, ATTAINED -> figure.type();
            };
            return then.equals(figure.type())
                    ? at(period).figure(figure.kpi(), figure.facet())
                    : otherUnit(figure.type(), then, kpi.span());
        });
    }

    /** As the version of that period declares it; what that one does not know, the present one may. */
    private Outcome input(InputDefinition input, ReportingPeriod period) {
        Optional<InputDefinition> then = Optional.ofNullable(kpis.get(input.kpi()))
                .flatMap(kpi -> kpi.version(period))
                .flatMap(version -> version.inputs().stream()
                        .filter(other -> other.name().equals(input.name()))
                        .findFirst());
        if (then.isEmpty() || then.get().equals(input)) {
            return lens.known().input(input, period);
        }
        Type type = Type.measure(then.get().unit().dimension());
        Type today = Type.measure(input.unit().dimension());
        Outcome found = lens.known().input(then.get(), period);
        if (found.lacks(MissingKind.NOT_REPORTED)) {
            return lens.known().input(input, period);
        }
        return type.equals(today) ? found : otherUnit(today, type, then.get().span());
    }

    private Outcome defined(KpiVersion version, Recalled.Defined wanted, ReportingPeriod period, Place place) {
        Optional<Definition> then = version.definitions().stream()
                .filter(definition ->
                        definition.name().equals(wanted.definition().name()))
                .findFirst();
        if (then.isEmpty()) {
            return notDefined(place);
        }
        if (!then.get().type().equals(wanted.type())) {
            return otherUnit(wanted.type(), then.get().type(), then.get().span());
        }
        return lens.engine().quietly().definition(version, then.get(), period, lens.known(), at(period));
    }

    /** A figure of a KPI, if it may be held against today's. */
    private Outcome compared(
            String id,
            LocalText name,
            ReportingPeriod period,
            ReportingPeriod seenFrom,
            BiFunction<KpiModel, KpiVersion, Outcome> figure) {
        KpiModel kpi = Optional.ofNullable(kpis.get(id)).orElseThrow();
        LocalText what = new LocalText(
                id + " " + period.display(Language.ZH_TW) + "的" + name.zh(),
                name.en() + " of " + id + " for " + period.display(Language.EN));
        Place place = Place.of(kpi.span());
        Optional<Outcome> refused = refused(kpi, what, period, seenFrom);
        if (refused.isPresent()) {
            return refused.get();
        }
        Outcome outcome = figure.apply(kpi, kpi.version(period).orElseThrow());
        return outcome instanceof Outcome.Missing missing ? missing.because(what, place) : outcome;
    }

    /** Rows or groups of another period, if their figures may be held against today's. */
    KpiRows rows(Recalled.Joined wanted, ReportingPeriod period, ReportingPeriod seenFrom) {
        if (wanted.at() instanceof JoinedColumn column) {
            return ReferenceEngine.rows(
                    column.table(), Scope.builder(period).facts(lens.known()).build());
        }
        JoinedFigure figure = (JoinedFigure) wanted.at();
        KpiModel kpi = Optional.ofNullable(kpis.get(figure.kpi())).orElseThrow();
        LocalText what = new LocalText(
                kpi.id() + " " + period.display(Language.ZH_TW) + "的值",
                "the figures of " + kpi.id() + " for " + period.display(Language.EN));
        Optional<Outcome> refused = refused(kpi, what, period, seenFrom)
                .or(() -> otherType(kpi.version(period).orElseThrow(), figure));
        return refused.<KpiRows>map(KpiRows.Absent::new)
                .orElseGet(() -> at(period).rows(kpi.id()).orElseThrow());
    }

    /** Why a part of a KPI had another type then. */
    private static Optional<Outcome> otherType(KpiVersion version, JoinedFigure figure) {
        Optional<Type> then;
        if (figure.part() instanceof KpiPart.Named named) {
            then = version.definitions().stream()
                    .filter(definition -> definition.name().equals(named.definition()))
                    .map(Definition::type)
                    .findFirst();
        } else {
            then = Optional.of(
                    ((KpiPart.Figure) figure.part()).facet() == Facet.ATTAINMENT
                            ? figure.type()
                            : Type.measure(version.unit().dimension()));
        }
        if (then.isEmpty()) {
            return Optional.of(notDefined(Place.of(figure.span())));
        }
        return then.filter(type -> !type.equals(figure.type()))
                .map(type -> otherUnit(figure.type(), type, figure.span()));
    }

    private static Outcome notDefined(Place place) {
        LocalText reason = new LocalText("當時沒有這個定義", "it was not defined then");
        return missing(Absence.NOT_APPLICABLE, reason, place);
    }

    /** Why a figure of that period cannot be held against today's. */
    private Optional<Outcome> refused(KpiModel kpi, LocalText what, ReportingPeriod period, ReportingPeriod seenFrom) {
        Place place = Place.of(kpi.span());
        if (!isEarlier(period, seenFrom)) {
            LocalText reason = new LocalText(
                    what.zh() + "不早於" + seenFrom.display(Language.ZH_TW),
                    what.en() + " is not before " + seenFrom.display(Language.EN));
            return Optional.of(missing(Absence.NOT_APPLICABLE, reason, place));
        }
        if (isTooFar(period)) {
            Problem problem = Problem.of(ScoreCode.TOO_FAR_BACK, place)
                    .with("what", what)
                    .with("limit", History.MOST_PERIODS)
                    .build();
            return Optional.of(new Outcome.Failed(problem, Provenance.exact()));
        }
        if (isBeforeAll(period)) {
            LocalText reason = new LocalText(what.zh() + "早於所有資料", what.en() + " lies before all data");
            return Optional.of(missing(Absence.NOT_REPORTED, reason, place));
        }
        Optional<KpiVersion> broken = kpi.breakBetween(period, seenFrom);
        if (broken.isPresent()) {
            LocalText why = Growths.reason(broken.get());
            LocalText reason = new LocalText(what.zh() + "：" + why.zh(), what.en() + ": " + why.en());
            return Optional.of(missing(Absence.NOT_APPLICABLE, reason, place));
        }
        if (kpi.version(period).isEmpty()) {
            LocalText reason = new LocalText(what.zh() + "：當時尚未實施", what.en() + ": it was not in force");
            return Optional.of(missing(Absence.NOT_APPLICABLE, reason, place));
        }
        return Optional.empty();
    }

    private static Outcome otherUnit(Type today, Type then, Span span) {
        LocalText reason = new LocalText(
                "當時的單位是" + then.name(Language.ZH_TW) + "，現在是" + today.name(Language.ZH_TW) + "，不可比較",
                "it was in " + then.name(Language.EN) + " then and is in " + today.name(Language.EN)
                        + " now: not comparable");
        return missing(Absence.NOT_APPLICABLE, reason, Place.of(span));
    }

    private static Outcome.Missing missing(Absence absence, LocalText reason, Place place) {
        return new Outcome.Missing(absence, reason, place, Provenance.exact());
    }
}
