package kpi.score;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.Rating;
import kpi.data.Table;
import kpi.data.TableBuilder;
import kpi.data.TableSchema;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.engine.Outcome;
import kpi.engine.Provenance;
import kpi.engine.RowSet;
import kpi.model.Example;
import kpi.model.Facet;
import kpi.model.InputDefinition;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.model.Level;
import kpi.model.LevelFigures;
import kpi.model.ScorecardModel;
import kpi.model.ScorecardModel.JudgedDimension;
import kpi.model.ScorecardModel.StatedTable;
import kpi.score.FactBook.InputKey;
import kpi.source.Place;
import kpi.value.Absence;
import kpi.value.PeriodValue;
import kpi.value.PrintedQuantity;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import kpi.value.Text;
import kpi.value.Value;

/**
 * What an example gives, before what the text states. An example that gives anything tests the formula: then no reported
 * actual stands in its way, and a dataset it does not name has no rows.
 */
final class ExampleFacts implements Known {
    private final ScorecardModel model;
    private final Known text;
    private final String kpi;
    private final boolean gives;
    private final ReportingPeriod evaluated;
    private final Map<GivenKey, Outcome> inputs = new HashMap<>();
    private final Map<FigureKey, Outcome> figures = new HashMap<>();
    private final List<Example.GivenLevel> levels;
    private final List<Example.GivenRating> ratings;
    private final Map<TableKey, Table> tables = new HashMap<>();
    private final Map<String, Value> keys;

    /** An input in a period. */
    private record GivenKey(InputKey input, ReportingPeriod period) {}

    /** The rows of a dataset in a period. */
    private record TableKey(String table, ReportingPeriod period) {}

    /** A figure of a KPI in a period. */
    private record FigureKey(String kpi, Facet facet, ReportingPeriod period) {}

    /**
     * What an example gives; figures without a period are of the evaluated one.
     *
     * @param kpi the id of the KPI that the example is of
     */
    ExampleFacts(ScorecardModel model, Known text, String kpi, ReportingPeriod evaluated, Example example) {
        this.model = model;
        this.text = text;
        this.kpi = kpi;
        this.evaluated = evaluated;
        this.gives = !example.inputs().isEmpty()
                || !example.figures().isEmpty()
                || !example.levels().isEmpty()
                || !example.ratings().isEmpty()
                || !example.rows().isEmpty();
        this.keys = example.keys();
        this.levels = example.levels();
        this.ratings = example.ratings();
        example.inputs()
                .forEach(given -> inputs.put(
                        new GivenKey(InputKey.of(given.input()), given.period().orElse(evaluated)), outcome(given)));
        example.figures()
                .forEach(given -> figures.put(
                        new FigureKey(given.kpi(), given.facet(), given.period().orElse(evaluated)), outcome(given)));
        Map<TableKey, TableBuilder> builders = new LinkedHashMap<>();
        for (Example.GivenRows rows : example.rows()) {
            TableKey key = new TableKey(rows.table(), rows.period().orElse(evaluated));
            TableBuilder builder = builders.computeIfAbsent(key, of -> builder(of.table()));
            for (int i = 0; i < rows.count(); i++) {
                builder.addRow(rows.cells(), i + 1L);
            }
        }
        builders.forEach((key, builder) -> builder.build(true).value().ifPresent(table -> tables.put(key, table)));
    }

    private static Outcome outcome(Example.GivenInput given) {
        String name = given.input().name();
        LocalText none = new LocalText("範例設「" + name + "」缺值", "the example gives no figure for \"" + name + "\"");
        return outcome(given.figure(), none, Place.of(given.span()));
    }

    private static Outcome outcome(Example.GivenFigure given) {
        LocalText none = new LocalText("範例設「" + given.kpi() + "」缺值", "the example gives no figure for " + given.kpi());
        return outcome(given.figure(), none, Place.of(given.span()));
    }

    private static Outcome outcome(Example.GivenLevel given) {
        Level level = given.level().level();
        LocalText none = new LocalText(
                "範例設「" + level.name(Language.ZH_TW) + "」缺值", "the example gives no " + level.name(Language.EN));
        return outcome(given.figure(), none, Place.of(given.span()));
    }

    private static Outcome outcome(Optional<PrintedQuantity> given, LocalText none, Place place) {
        return given.<Outcome>map(figure ->
                        new Outcome.Present(figure.quantity(), Provenance.exact(), Optional.of(figure.text())))
                .orElseGet(() -> new Outcome.Missing(Absence.NOT_REPORTED, none, place, Provenance.exact()));
    }

    /** The first day an example gives anything of; before it nothing needs to be looked for. */
    static Optional<LocalDate> firstDay(Example example) {
        return Stream.of(
                        example.inputs().stream().flatMap(given -> given.period().stream()),
                        example.figures().stream().flatMap(given -> given.period().stream()),
                        example.ratings().stream().flatMap(given -> given.period().stream()),
                        example.rows().stream().flatMap(given -> given.period().stream()))
                .flatMap(periods -> periods)
                .map(ReportingPeriod::first)
                .min(Comparator.naturalOrder());
    }

    @Override
    public Optional<Outcome> given(String of, Facet facet, ReportingPeriod period) {
        return isReportedHere(of, facet, period)
                ? Optional.empty()
                : Optional.ofNullable(figures.get(new FigureKey(of, facet, period)));
    }

    /** The target of the tested KPI makes no group of it. */
    @Override
    public boolean gives(String of, ReportingPeriod period) {
        boolean own = of.equals(kpi) && period.equals(evaluated);
        return own ? figures.containsKey(new FigureKey(of, Facet.ACTUAL, period)) : Known.super.gives(of, period);
    }

    /** The actual of the tested KPI is one that is reported: the steps of its line still apply. */
    private boolean isReportedHere(String of, Facet facet, ReportingPeriod period) {
        return facet == Facet.ACTUAL && of.equals(kpi) && period.equals(evaluated);
    }

    /** Of all periods, else the last one from which a figure is given. */
    @Override
    public Optional<Outcome> level(LevelFigures level, ReportingPeriod period) {
        return levels.stream()
                .filter(given -> given.level().equals(level))
                .filter(given -> given.period()
                        .filter(from -> from.compareTo(period) > 0)
                        .isEmpty())
                .max(Comparator.comparing(
                        Example.GivenLevel::period, Comparator.comparing(from -> from.orElse(period))))
                .map(ExampleFacts::outcome);
    }

    /** With the keys that the example names; a key that it does not name is any, but of the type of its column. */
    @Override
    public Map<String, Value> givenGroup(List<String> columns, ReportingPeriod period) {
        Map<String, Value> group = new LinkedHashMap<>();
        for (String column : columns) {
            Value named = keys.get(column);
            group.put(column, named == null ? any(column, period) : named);
        }
        return group;
    }

    private Value any(String column, ReportingPeriod period) {
        Optional<ColumnType> type = model.tables().stream()
                .flatMap(table -> table.schema().column(column).stream())
                .map(ColumnSchema::type)
                .findFirst();
        if (type.orElse(null) instanceof ColumnType.PeriodType) {
            return new PeriodValue(period);
        }
        if (type.orElse(null) instanceof ColumnType.Number number) {
            return Quantity.of(0, 0, number.unit());
        }
        return new Text("…");
    }

    /** Rows of an example name only the columns that matter, and equal rows share no key. */
    private TableBuilder builder(String table) {
        TableSchema schema = model.tables().stream()
                .map(StatedTable::schema)
                .filter(declared -> declared.name().equals(table))
                .findFirst()
                .orElseGet(() -> TableSchema.of(table));
        TableSchema open = new TableSchema(
                schema.name(),
                schema.columns().stream()
                        .map(column -> new ColumnSchema(column.name(), column.aliases(), column.type(), true, false))
                        .toList());
        return new TableBuilder(open, "");
    }

    @Override
    public Outcome input(InputDefinition input, ReportingPeriod period) {
        Outcome given = inputs.get(new GivenKey(InputKey.of(input), period));
        return given == null ? text.input(input, period) : given;
    }

    @Override
    public Optional<Set<String>> reached(Place place) {
        return text.reached(place);
    }

    @Override
    public Outcome judged(String of, String dimension, ReportingPeriod period) {
        List<Example.GivenRating> given = ratings.stream()
                .filter(rating -> rating.kpi().equals(of)
                        && rating.dimension().equals(dimension)
                        && rating.period().orElse(evaluated).equals(period))
                .toList();
        Optional<JudgedDimension> asked = model.dimensions().stream()
                .filter(each -> each.id().equals(dimension))
                .findFirst();
        if (given.isEmpty() || asked.isEmpty()) {
            return text.judged(of, dimension, period);
        }
        List<Rating> all =
                given.stream().flatMap(rating -> rating(rating, period)).toList();
        return new JudgedScores(model, period, all).of(of, asked.get()).outcome();
    }

    private static Stream<Rating> rating(Example.GivenRating given, ReportingPeriod period) {
        return given.figure().stream()
                .map(figure -> new Rating(
                        given.kpi(),
                        given.dimension(),
                        period,
                        figure.quantity(),
                        given.stage(),
                        given.scorer(),
                        given.criterion(),
                        Optional.empty(),
                        "…", // some stages ask for a reason
                        Place.of(given.span())));
    }

    @Override
    public RowSet rows(String table, ReportingPeriod period) {
        Table given = tables.get(new TableKey(table, period));
        if (given != null) {
            return RowSet.Rows.all(given, Provenance.exact());
        }
        if (!period.equals(evaluated)) {
            return text.rows(table, period);
        }
        RowSet stated = text.rows(table, period);
        if (!gives || stated instanceof RowSet.Rows) {
            return stated;
        }
        return builder(table)
                .build(true)
                .value()
                .<RowSet>map(none -> RowSet.Rows.all(none, Provenance.exact()))
                .orElse(stated);
    }

    @Override
    public Optional<Outcome> reported(KpiModel of, KpiVersion version, ReportingPeriod period) {
        if (isTested(of, period)) {
            return Optional.ofNullable(figures.get(new FigureKey(of.id(), Facet.ACTUAL, period)))
                    .map(actual -> actual.with(actual.provenance().asReported()));
        }
        return text.reported(of, version, period);
    }

    @Override
    public Optional<Place> reportedPlace(KpiModel of, KpiVersion version, ReportingPeriod period) {
        return isTested(of, period) ? Optional.empty() : text.reportedPlace(of, version, period);
    }

    /** What other KPIs report stands, and what was reported before: the example is about the formula now. */
    private boolean isTested(KpiModel of, ReportingPeriod period) {
        return gives && of.id().equals(kpi) && period.equals(evaluated);
    }
}
