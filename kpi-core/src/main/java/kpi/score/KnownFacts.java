package kpi.score;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kpi.data.Datum;
import kpi.data.Table;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.engine.Outcome;
import kpi.engine.Provenance;
import kpi.engine.RowSet;
import kpi.model.InputDefinition;
import kpi.model.InputDefinition.Stated;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.model.ScorecardModel;
import kpi.model.ScorecardModel.JudgedDimension;
import kpi.model.ScorecardModel.StatedTable;
import kpi.source.Place;
import kpi.value.Absence;
import kpi.value.PrintedQuantity;
import kpi.value.ReportingPeriod;

/**
 * What is known on a date: the facts of text and host with later ones left out, and the latest of each chosen.
 *
 * <p>What a host gives without a period is of the period that is evaluated; it says nothing about an earlier one, so
 * {@code hostUndated} is off when an earlier period is looked at for comparison. For one evaluation, in one thread.
 */
final class KnownFacts implements Known {
    private final ScorecardModel model;
    private final FactBook book;
    private final Optional<LocalDate> knownOn;
    private final boolean hostUndated;
    private final Map<List<Object>, RowSet> rows = new HashMap<>();
    private final Map<ReportingPeriod, JudgedScores> ratings = new HashMap<>();

    KnownFacts(ScorecardModel model, FactBook book, Optional<LocalDate> knownOn, boolean hostUndated) {
        this.model = Objects.requireNonNull(model, "model");
        this.book = Objects.requireNonNull(book, "book");
        this.knownOn = Objects.requireNonNull(knownOn, "knownOn");
        this.hostUndated = hostUndated;
    }

    @Override
    public Outcome input(InputDefinition input, ReportingPeriod period) {
        LocalText named = new LocalText("資料項「" + input.name() + "」", "the input \"" + input.name() + "\"");
        return outcome(
                Choice.of(about(input), period, knownOn), named, period, Place.of(input.span()), Provenance.exact());
    }

    /** The datum that stands for an input. */
    Optional<Datum> datum(InputDefinition input, ReportingPeriod period) {
        return Choice.of(about(input), period, knownOn) instanceof Choice.Chosen chosen
                ? Optional.of(chosen.datum())
                : Optional.empty();
    }

    private List<Stated> about(InputDefinition input) {
        return visible(input.stated(), book.about(input));
    }

    @Override
    public Optional<Outcome> reported(KpiModel kpi, KpiVersion version, ReportingPeriod period) {
        List<Stated> all = visible(version.reported(), book.reported(kpi.id(), version.reported()));
        Choice choice = Choice.of(all, period, knownOn);
        if (choice instanceof Choice.None || choice instanceof Choice.NotYetKnown) {
            return Optional.empty();
        }
        LocalText named = new LocalText("指標 " + kpi.id() + " 的填報值", "the reported actual of " + kpi.id());
        return Optional.of(outcome(
                choice, named, period, Place.of(kpi.span()), Provenance.exact().asReported()));
    }

    @Override
    public Optional<Place> reportedPlace(KpiModel kpi, KpiVersion version, ReportingPeriod period) {
        return reportedDatum(kpi, version, period).map(Datum::place);
    }

    /** The datum behind {@link #reported}, if one stands. */
    Optional<Datum> reportedDatum(KpiModel kpi, KpiVersion version, ReportingPeriod period) {
        List<Stated> all = visible(version.reported(), book.reported(kpi.id(), version.reported()));
        return Choice.of(all, period, knownOn) instanceof Choice.Chosen chosen
                ? Optional.of(chosen.datum())
                : Optional.empty();
    }

    private List<Stated> visible(List<Stated> ofText, List<Stated> all) {
        if (hostUndated || all.size() == ofText.size()) {
            return all;
        }
        List<Stated> dated = all.subList(ofText.size(), all.size()).stream()
                .filter(stated -> stated.period().isPresent())
                .toList();
        return Stream.concat(ofText.stream(), dated.stream()).toList();
    }

    private static Outcome outcome(
            Choice choice, LocalText named, ReportingPeriod period, Place definition, Provenance base) {
        if (choice instanceof Choice.Chosen chosen) {
            return outcome(chosen.datum(), named, base);
        }
        if (choice instanceof Choice.Tie tie) {
            return new Outcome.Failed(twoSources(named, tie.first(), tie.second()), base);
        }
        if (choice instanceof Choice.NotYetKnown later) {
            return new Outcome.Missing(
                    Absence.NOT_YET_RELEASED,
                    new LocalText(named.zh() + "尚未得知", named.en() + " was not known yet"),
                    later.first().place(),
                    base);
        }
        LocalText reason = new LocalText(
                named.zh() + "沒有 " + period.display(Language.ZH_TW) + "的資料",
                named.en() + " has no figure for " + period.display(Language.EN));
        return new Outcome.Missing(Absence.NOT_REPORTED, reason, definition, base);
    }

    private static Outcome outcome(Datum datum, LocalText named, Provenance base) {
        Provenance provenance = new Provenance(
                datum.vintage().provisional(),
                base.reported(),
                false,
                false,
                false,
                datum.vintage().coversTo(),
                Optional.empty());
        if (datum.quantity().isPresent()) {
            PrintedQuantity figure = datum.quantity().get();
            return new Outcome.Present(figure.quantity(), provenance, Optional.of(figure.text()));
        }
        LocalText reason = datum.reason().isBlank()
                ? named
                : new LocalText(named.zh() + "，" + datum.reason(), named.en() + ", " + datum.reason());
        return new Outcome.Missing(datum.absence().orElse(Absence.NOT_REPORTED), reason, datum.place(), provenance);
    }

    /** The problem of two data for one figure, each with its place. */
    static Problem twoSources(LocalText what, Datum first, Datum second) {
        return Problem.of(ScoreCode.TWO_SOURCES, second.place())
                .with("what", what)
                .with("first", shown(first))
                .with("second", shown(second))
                .related(first.place(), "one-source", "text", shown(first))
                .build();
    }

    static String shown(Datum datum) {
        return datum.quantity()
                .map(printed -> printed.quantity().toString())
                .orElseGet(() -> datum.absence().map(Enum::name).orElse(""));
    }

    @Override
    public Optional<Set<String>> reached(Place place) {
        return Optional.ofNullable(book.reached().get(place));
    }

    @Override
    public Outcome judged(String kpi, String dimension, ReportingPeriod period) {
        return ratings.computeIfAbsent(period, asked -> new JudgedScores(model, book, period, knownOn, hostUndated))
                .of(kpi, dimension(dimension))
                .outcome();
    }

    private JudgedDimension dimension(String id) {
        return model.dimensions().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new KpiUsageException("no dimension is called " + id));
    }

    @Override
    public RowSet rows(String table, ReportingPeriod period) {
        return rows.computeIfAbsent(List.of(table, period), asked -> find(table, period));
    }

    private RowSet find(String table, ReportingPeriod period) {
        List<StatedTable.Rows> stated = model.tables().stream()
                .filter(each -> each.schema().name().equals(table))
                .flatMap(each -> each.rows().stream())
                .toList();
        Optional<Table> own = stated.stream()
                .filter(rows -> rows.period().isPresent() && rows.period().get().equals(period))
                .map(StatedTable.Rows::table)
                .findFirst();
        if (own.isPresent()) {
            return RowSet.Rows.all(own.get(), provenance(own.get()));
        }
        Optional<Table> host = Optional.ofNullable(book.tables().get(table));
        Optional<FactBook.InPieces> pieces = Optional.ofNullable(book.pieces().get(table));
        return host.flatMap(given -> ofPeriod(given, period, hostUndated))
                .or(() -> pieces.flatMap(given -> given.table().rows(given.state(), period, hostUndated)))
                .or(() -> stated.stream()
                        .filter(rows -> rows.period().isEmpty())
                        .findFirst()
                        .flatMap(rows -> ofPeriod(rows.table(), period, true)))
                .orElseGet(() -> absent(table, period, host.isPresent() || pieces.isPresent() || !stated.isEmpty()));
    }

    private static RowSet absent(String table, ReportingPeriod period, boolean given) {
        String zh = "資料表「" + table + "」";
        String en = "the dataset \"" + table + "\"";
        LocalText reason = given
                ? new LocalText(
                        zh + "沒有 " + period.display(Language.ZH_TW) + "的列",
                        en + " has no rows for " + period.display(Language.EN))
                : new LocalText("沒有" + zh, en + " was not given");
        return new RowSet.Absent(new Outcome.Missing(
                Absence.NOT_REPORTED, reason, Place.cell(table, "", 0, "", ""), Provenance.exact()));
    }

    private static Optional<RowSet> ofPeriod(Table table, ReportingPeriod period, boolean undated) {
        return RowsOfPeriod.of(table, period, undated)
                .map(selected -> new RowSet.Rows(table, selected, provenance(table)));
    }

    /** A table that lost bad rows on the way in is not the whole of it. */
    private static Provenance provenance(Table table) {
        return table.rowsLeftOut() > 0 ? Provenance.exact().asPartial() : Provenance.exact();
    }
}
