package kpi.dsl.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kpi.data.Datum;
import kpi.data.Vintage;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.AbsenceWord;
import kpi.dsl.syntax.Attributes;
import kpi.dsl.syntax.DateWord;
import kpi.dsl.syntax.Entry;
import kpi.dsl.syntax.Id;
import kpi.dsl.syntax.Label;
import kpi.dsl.syntax.PeriodWord;
import kpi.model.InputDefinition;
import kpi.source.Place;
import kpi.source.Span;
import kpi.unit.KpiUnit;
import kpi.value.Absence;
import kpi.value.CalendarKind;
import kpi.value.Dates;
import kpi.value.PrintedQuantity;
import kpi.value.ReportingPeriod;

/** {@code period: figure}, the one notation for whatever varies by year. */
final class Series {
    private final CalendarKind calendar;
    private final Literals literals;
    private final Reporter reporter;

    Series(CalendarKind calendar, Literals literals, Reporter reporter) {
        this.calendar = calendar;
        this.literals = literals;
        this.reporter = reporter;
    }

    /** Two figures of one period are told apart by their vintage, or they are a problem. */
    List<InputDefinition.Stated> stated(List<Entry> entries, KpiUnit unit) {
        return stated(entries, unit, entry -> Optional.empty());
    }

    /**
     * The same where an entry may name milestones instead of a figure.
     *
     * @param milestones what they come to
     */
    List<InputDefinition.Stated> stated(
            List<Entry> entries, KpiUnit unit, Function<Entry, Optional<PrintedQuantity>> milestones) {
        List<InputDefinition.Stated> result = new ArrayList<>();
        Map<ReportingPeriod, List<Datum>> seen = new HashMap<>();
        for (Entry entry : entries) {
            Optional<ReportingPeriod> period = period(entry.period());
            Optional<Datum> datum = datum(entry, unit, milestones);
            if (period.isEmpty() || datum.isEmpty()) {
                continue;
            }
            List<Datum> earlier = seen.computeIfAbsent(period.get(), p -> new ArrayList<>());
            earlier.stream()
                    .filter(other -> sameVintage(other.vintage(), datum.get().vintage()))
                    .findFirst()
                    .ifPresent(other -> reporter.report(duplicatePeriod(entry.period(), other.place())));
            earlier.add(datum.get());
            result.add(new InputDefinition.Stated(period, datum.get()));
        }
        return result;
    }

    private static boolean sameVintage(Vintage one, Vintage other) {
        return one.coversTo().equals(other.coversTo()) && one.knownOn().equals(other.knownOn());
    }

    static Problem.Builder duplicatePeriod(PeriodWord period, Place earlier) {
        return Problem.of(AnalysisCode.DUPLICATE_PERIOD, period.span())
                .with("period", period.text())
                .related(earlier, "first-figure");
    }

    Optional<ReportingPeriod> period(PeriodWord word) {
        Checked<ReportingPeriod> parsed = ReportingPeriod.parse(word.text(), calendar);
        if (parsed.value().isEmpty()) {
            reporter.report(
                    Problem.of(AnalysisCode.UNREADABLE_PERIOD, word.span()).with("text", word.text()));
        }
        return parsed.value();
    }

    private Optional<Datum> datum(Entry entry, KpiUnit unit, Function<Entry, Optional<PrintedQuantity>> milestones) {
        Vintage vintage = vintage(entry.attributes());
        Place place = Place.of(entry.span());
        if (entry.missing().isPresent()) {
            AbsenceWord word = entry.missing().get();
            return Optional.of(new Datum(
                    Optional.empty(),
                    Optional.of(absence(word.kind())),
                    entry.attributes()
                            .note()
                            .map(Label::text)
                            .orElse(word.span().text()),
                    vintage,
                    place));
        }
        Optional<PrintedQuantity> figure = entry.reached().isEmpty()
                ? entry.figure().flatMap(written -> literals.figure(written.span(), written.text(), unit, reporter))
                : milestones.apply(entry);
        return figure.map(found -> new Datum(
                Optional.of(found),
                Optional.empty(),
                entry.attributes().note().map(Label::text).orElse(""),
                vintage,
                place));
    }

    private static Absence absence(AbsenceWord.Kind kind) {
        return switch (kind) {
            case NOT_REPORTED -> Absence.NOT_REPORTED;
            case NOT_APPLICABLE -> Absence.NOT_APPLICABLE;
            case MEANINGLESS -> Absence.MEANINGLESS;
            case NOT_YET_RELEASED -> Absence.NOT_YET_RELEASED;
        };
    }

    private Vintage vintage(Attributes attributes) {
        return new Vintage(
                attributes.coversTo().flatMap(this::date),
                attributes.knownOn().flatMap(this::date),
                attributes.basis().map(Id::spelling).orElse(""),
                attributes.provisional().orElse(false),
                attributes.note().map(Label::text).orElse(""));
    }

    private Optional<LocalDate> date(DateWord word) {
        Checked<LocalDate> parsed = Dates.parse(word.text(), calendar);
        if (parsed.value().isEmpty()) {
            Span span = word.span();
            reporter.report(Problem.of(AnalysisCode.UNREADABLE_DATE, span).with("text", word.text()));
        }
        return parsed.value();
    }
}
