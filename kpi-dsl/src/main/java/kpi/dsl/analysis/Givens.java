package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.TableSchema;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.Figure;
import kpi.dsl.syntax.Given;
import kpi.dsl.syntax.PeriodWord;
import kpi.dsl.syntax.QualifiedName;
import kpi.model.Constant;
import kpi.model.Example;
import kpi.model.Facet;
import kpi.model.InputDefinition;
import kpi.model.KpiVersion;
import kpi.model.LevelFigures;
import kpi.model.Term;
import kpi.source.Place;
import kpi.source.Span;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.PeriodValue;
import kpi.value.PrintedQuantity;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import kpi.value.Text;
import kpi.value.Type;
import kpi.value.Value;

/** What one example assumes: inputs, also of other periods; figures of KPIs; cells and rows. */
final class Givens {
    private final KpiAnalysis kpi;
    private final Symbols symbols;
    private final KpiVersion version;
    private final Optional<ReportingPeriod> period;
    private final Reporter reporter;
    private final List<Example.GivenInput> inputs = new ArrayList<>();
    private final List<Example.GivenFigure> figures = new ArrayList<>();
    private final List<Example.GivenLevel> levels = new ArrayList<>();
    private final List<Example.GivenRating> ratings = new ArrayList<>();
    private final Map<ReportingPeriod, Map<String, Value>> pastRows = new LinkedHashMap<>();
    private final Map<String, Value> row = new LinkedHashMap<>();
    private final List<Example.GivenRows> rows = new ArrayList<>();

    /** @param period of the example, where it says one */
    Givens(KpiAnalysis kpi, KpiAnalysis.Read read, Optional<ReportingPeriod> period, Reporter reporter) {
        this.kpi = kpi;
        this.symbols = read.symbols();
        this.version = read.version();
        this.period = period;
        this.reporter = reporter;
    }

    Example example(String title, List<Example.Expectation> expected, Span span) {
        Optional<TableSchema> table = symbols.around().row();
        table.filter(any -> !pastRows.isEmpty()).ifPresent(at -> sameRowBefore(at, span));
        if (table.isPresent() && !row.isEmpty()) {
            rows.add(0, new Example.GivenRows(table.get().name(), 1, row, span));
        }
        Map<String, Value> keys = table.isPresent() ? Map.of() : row;
        return new Example(title, period, inputs, figures, levels, ratings, keys, rows, expected, span);
    }

    /** What was before of the row at hand is of the row with the same keys; keys that are not given are any. */
    private void sameRowBefore(TableSchema table, Span span) {
        Map<String, Value> keys = new LinkedHashMap<>();
        for (ColumnSchema column : table.columns()) {
            if (column.key() && !(column.type() instanceof ColumnType.PeriodType)) {
                Optional<Value> given =
                        Optional.ofNullable(row.get(column.name())).or(() -> any(column.type()));
                given.ifPresent(value -> keys.put(column.name(), value));
            }
        }
        row.putAll(keys);
        pastRows.forEach((at, cells) -> {
            Map<String, Value> then = new LinkedHashMap<>(keys);
            table.columns().stream()
                    .filter(column -> column.type() instanceof ColumnType.PeriodType)
                    .findFirst()
                    .ifPresent(column -> then.put(column.name(), new PeriodValue(at)));
            then.putAll(cells);
            rows.add(new Example.GivenRows(table.name(), Optional.of(at), 1, then, span));
        });
    }

    private static Optional<Value> any(ColumnType type) {
        if (type instanceof ColumnType.Number number) {
            return Optional.of(Quantity.of(0, 0, number.unit()));
        }
        return type instanceof ColumnType.TextType ? Optional.of(new Text("…")) : Optional.empty();
    }

    /** Of which period an example is that does not say so: the last one it gives anything of, or that of its version. */
    static Optional<ReportingPeriod> latest(KpiAnalysis kpi, List<Given> givens, Optional<ReportingPeriod> from) {
        Series series = kpi.series(new Reporter());
        return Stream.concat(
                        from.stream(),
                        givens.stream().flatMap(Givens::periods).flatMap(at -> series.period(at).stream()))
                .max(Comparator.comparing(ReportingPeriod::last));
    }

    private static Stream<PeriodWord> periods(Given given) {
        if (given instanceof Given.GivenInPeriods series) {
            return series.figures().stream().map(Given.OfPeriod::period);
        }
        return given instanceof Given.GivenRows rows ? rows.period().stream() : Stream.empty();
    }

    void read(Given given) {
        if (given instanceof Given.GivenRows many) {
            rows(many).ifPresent(rows::add);
            return;
        }
        QualifiedName name = name(given);
        if (GivenRatings.names(name, symbols)) {
            new GivenRatings(symbols, reporter).place(name).ifPresent(place -> rating(given, place));
            return;
        }
        Optional<ColumnSchema> column = symbols.around().column(name.spelling());
        Optional<InputDefinition> input = symbols.input(name.spelling());
        Optional<LevelFigures> level = name.qualifier().isPresent()
                ? Optional.empty()
                : FigureNames.level(name.spelling()).flatMap(symbols::level);
        Optional<KpiPlace> figure = figure(name);
        if (column.isPresent()) {
            column(given, column.get());
        } else if (input.isPresent()) {
            input(given, input.get());
        } else if (level.isPresent()) {
            level(given, level.get());
        } else if (figure.isPresent()) {
            ofKpi(given, figure.get());
        } else if (FigureNames.level(name.spelling()).isPresent()) {
            refuse(given, new LocalText("指標沒有這一行", "the KPI has no such line"));
        } else {
            unknown(name);
        }
    }

    /** What somebody gave in a stage; ratings have no units but points. */
    private void rating(Given given, GivenRatings.Place place) {
        if (given instanceof Given.GivenLiteral) {
            refuse(given, new LocalText("評分是數值", "a rating is a number"));
            return;
        }
        for (OfPeriod each : of(given)) {
            figure(each, Units.POINTS)
                    .ifPresent(found -> ratings.add(new Example.GivenRating(
                            place.kpi(),
                            place.dimension(),
                            place.stage(),
                            place.scorer(),
                            place.criterion(),
                            each.period(),
                            found.printed(),
                            given.span())));
        }
    }

    private void input(Given given, InputDefinition input) {
        if (given instanceof Given.GivenLiteral) {
            refuse(given, new LocalText("資料項只有數值", "an input is a number"));
            return;
        }
        for (OfPeriod each : of(given)) {
            figure(each, input.unit())
                    .ifPresent(figure ->
                            inputs.add(new Example.GivenInput(input, each.period(), figure.printed(), given.span())));
        }
    }

    private void level(Given given, LevelFigures level) {
        if (given instanceof Given.GivenLiteral) {
            refuse(given, new LocalText("目標值旁的值是數值", "a figure beside the target is a number"));
            return;
        }
        for (OfPeriod each : of(given)) {
            figure(each, version.unit())
                    .ifPresent(figure ->
                            levels.add(new Example.GivenLevel(level, each.period(), figure.printed(), given.span())));
        }
    }

    /** A cell of the row at hand, or what that row had in other periods. */
    private void column(Given given, ColumnSchema column) {
        if (!(given instanceof Given.GivenInPeriods)) {
            cell(given, column).ifPresent(value -> row.put(column.name(), value));
            return;
        }
        if (symbols.around().row().isEmpty() || !(column.type() instanceof ColumnType.Number number)) {
            refuse(given, new LocalText("只有數值欄可以按期設值", "only columns of numbers are given by period"));
            return;
        }
        for (OfPeriod each : of(given)) {
            boolean now = each.period().equals(period);
            Map<String, Value> cells =
                    now ? row : pastRows.computeIfAbsent(each.period().orElseThrow(), any -> new LinkedHashMap<>());
            figure(each, number.unit())
                    .flatMap(Found::printed)
                    .ifPresent(figure -> cells.put(column.name(), figure.quantity()));
        }
    }

    // ---- figures of KPIs --------------------------------------------------------------------------------------

    /** A figure of a KPI that a name stands for; {@code own} if it is of the KPI that the example is of. */
    private record KpiPlace(Symbols.KpiSignature kpi, Facet facet, boolean own) {
        KpiUnit unit() {
            return facet == Facet.ATTAINMENT ? Units.PERCENT : kpi.unit();
        }
    }

    /** {@code HP4.2}, {@code attainment(HP4.2)}; {@code actual} of the KPI itself. */
    private Optional<KpiPlace> figure(QualifiedName name) {
        Optional<KpiPlace> score = score(name);
        if (score.isPresent()) {
            return score;
        }
        Optional<Facet> facet = FigureNames.facet(name.name().spelling());
        String own = symbols.own().map(Symbols.Own::kpi).orElse("");
        Optional<Symbols.KpiSignature> of = facet.isEmpty()
                ? symbols.kpi(name.spelling())
                : symbols.kpi(name.qualifier().map(bracket -> bracket.inner()).orElse(own));
        return of.map(found ->
                new KpiPlace(found, facet.orElse(Facet.ACTUAL), found.id().equals(own)));
    }

    /** {@code innovation(HC2.1)}: the KPI that stands for the score. */
    private Optional<KpiPlace> score(QualifiedName name) {
        Optional<Dimensions> dimensions = symbols.dimensions();
        Optional<Symbols.KpiSignature> of = name.qualifier()
                .flatMap(bracket -> symbols.kpi(bracket.inner()))
                .filter(kpi -> kpi.rows().isEmpty());
        return dimensions
                .flatMap(known -> known.find(name.name().spelling()))
                .flatMap(dimension -> of.map(kpi -> dimensions.get().ask(dimension, kpi.id(), name.span())))
                .map(id -> new KpiPlace(new Symbols.KpiSignature(id, Units.POINTS), Facet.ACTUAL, false));
    }

    private void ofKpi(Given given, KpiPlace place) {
        boolean ofTheRow = place.own() && symbols.around().row().isPresent();
        if (place.kpi().rows().isPresent() && !ofTheRow && !isOfTheGroup(place.kpi())) {
            refuse(given, new LocalText("該指標逐列或逐組計算", "that KPI is evaluated per row or group"));
            return;
        }
        if (given instanceof Given.GivenLiteral) {
            refuse(given, new LocalText("指標的值是數值", "a figure of a KPI is a number"));
            return;
        }
        for (OfPeriod each : of(given)) {
            figure(each, place.unit()).ifPresent(found -> add(given, place, each.period(), found.printed()));
        }
    }

    /** Whether it has one figure in the group that the example is about. */
    private boolean isOfTheGroup(Symbols.KpiSignature other) {
        List<ColumnSchema> columns = other.rows().map(TableSchema::columns).orElse(List.of());
        return symbols.around().row().isEmpty()
                && columns.stream()
                        .allMatch(column -> column.key()
                                && symbols.around().column(column.name()).isPresent());
    }

    /** What an example tests is not given; a target, an actual that nobody computes, and what the KPI came to before may be. */
    private void add(Given given, KpiPlace place, Optional<ReportingPeriod> of, Optional<PrintedQuantity> figure) {
        boolean before = of.isPresent()
                && period.filter(now -> of.get().last().isBefore(now.last())).isPresent();
        boolean ofRows = !symbols.around().row().isEmpty() || place.kpi().rows().isPresent();
        boolean aim = place.facet() == Facet.TARGET && !ofRows;
        boolean stated =
                place.facet() == Facet.ACTUAL && !ofRows && !version.rule().isComputed();
        if (place.own() && !before && !aim && !stated) {
            refuse(
                    given,
                    new LocalText(
                            "這正是範例要驗算的；只能設目標值、不由公式計算的實際值，或範例期別之前各期的值",
                            "it is what the example tests; only its target, an actual that no formula computes, and figures of"
                                    + " periods before that of the example can be given"));
            return;
        }
        if (place.own() && before && symbols.around().row().isPresent()) {
            pastRows.computeIfAbsent(of.orElseThrow(), any -> new LinkedHashMap<>());
        }
        figures.add(new Example.GivenFigure(place.kpi().id(), place.facet(), of, figure, given.span()));
    }

    private void refuse(Given given, LocalText why) {
        reporter.report(Problem.of(AnalysisCode.EXAMPLE_GIVEN, given.span())
                .with("text", given.span().text())
                .with("reason", why));
    }

    /** A figure or none, of a period where one is written. */
    private record OfPeriod(Optional<ReportingPeriod> period, Optional<Figure> figure) {}

    /** A figure that could be read, or that there is none. */
    private record Found(Optional<PrintedQuantity> printed) {}

    private List<OfPeriod> of(Given given) {
        if (given instanceof Given.GivenInput input) {
            return List.of(new OfPeriod(Optional.empty(), Optional.of(input.figure())));
        }
        if (given instanceof Given.GivenMissing) {
            return List.of(new OfPeriod(Optional.empty(), Optional.empty()));
        }
        List<OfPeriod> all = new ArrayList<>();
        Map<ReportingPeriod, Span> seen = new LinkedHashMap<>();
        for (Given.OfPeriod each : ((Given.GivenInPeriods) given).figures()) {
            Optional<ReportingPeriod> at = kpi.series(reporter).period(each.period());
            Optional<Span> earlier = at.flatMap(found -> Optional.ofNullable(seen.putIfAbsent(found, each.span())));
            if (earlier.isPresent()) {
                reporter.report(Series.duplicatePeriod(each.period(), Place.of(earlier.get())));
            } else if (at.isPresent()) {
                all.add(new OfPeriod(at, each.figure()));
            }
        }
        return all;
    }

    /** Empty where it could not be read, which is reported. */
    private Optional<Found> figure(OfPeriod given, KpiUnit unit) {
        if (given.figure().isEmpty()) {
            return Optional.of(new Found(Optional.empty()));
        }
        Figure figure = given.figure().get();
        return kpi.world()
                .literals()
                .figure(figure.span(), figure.text(), unit, reporter)
                .map(read -> new Found(Optional.of(read)));
    }

    // ---- names, cells and rows --------------------------------------------------------------------------------

    private static QualifiedName name(Given given) {
        if (given instanceof Given.GivenInput input) {
            return input.name();
        }
        if (given instanceof Given.GivenInPeriods series) {
            return series.name();
        }
        return given instanceof Given.GivenLiteral literal ? literal.name() : ((Given.GivenMissing) given).name();
    }

    private void unknown(QualifiedName name) {
        Problem.Builder problem =
                Problem.of(AnalysisCode.UNKNOWN_NAME, name.span()).with("name", name.spelling());
        UnknownNames.suggest(problem, name.span(), name.spelling(), symbols.known());
        reporter.report(problem);
    }

    /** A cell of the row at hand; empty for one that is missing. */
    private Optional<Value> cell(Given given, ColumnSchema column) {
        if (given instanceof Given.GivenLiteral literal) {
            return value(literal.value(), column);
        }
        if (given instanceof Given.GivenInput input) {
            Span span = input.figure().span();
            return value(new Expression.NumberLiteral(span, input.figure().text()), column);
        }
        return Optional.empty();
    }

    Optional<Example.GivenRows> rows(Given.GivenRows given) {
        TableSchema table =
                kpi.world().tables().get(CanonicalName.of(given.table().spelling()));
        if (table == null) {
            reporter.report(Problem.of(AnalysisCode.UNKNOWN_TABLE, given.table().span())
                    .with("name", given.table().spelling()));
            return Optional.empty();
        }
        Map<String, Value> cells = new LinkedHashMap<>();
        for (Given.GivenCell cell : given.cells()) {
            Optional<ColumnSchema> column = table.column(cell.column().spelling());
            if (column.isEmpty()) {
                reporter.report(Problem.of(
                                AnalysisCode.UNKNOWN_COLUMN, cell.column().span())
                        .with("name", cell.column().spelling())
                        .with("table", table.name())
                        .with(
                                "columns",
                                String.join(
                                        "、",
                                        table.columns().stream()
                                                .map(ColumnSchema::name)
                                                .toList())));
                return Optional.empty();
            }
            Optional<Value> value = value(cell.value(), column.get());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            cells.put(column.get().name(), value.get());
        }
        Optional<ReportingPeriod> of = given.period().flatMap(kpi.series(reporter)::period);
        if (of.isEmpty() && given.period().isPresent()) {
            return Optional.empty();
        }
        Optional<String> periods = table.columns().stream()
                .filter(column -> column.type() instanceof ColumnType.PeriodType)
                .map(ColumnSchema::name)
                .findFirst();
        if (periods.isPresent() && of.isPresent()) {
            cells.putIfAbsent(periods.get(), new PeriodValue(of.get()));
        }
        return Optional.of(new Example.GivenRows(
                table.name(), of.or(() -> earlier(periods, cells)), given.count(), cells, given.span()));
    }

    /** Rows that say themselves that they are of a period before that of the example are of that one. */
    private Optional<ReportingPeriod> earlier(Optional<String> column, Map<String, Value> cells) {
        return column.map(cells::get)
                .filter(PeriodValue.class::isInstance)
                .map(value -> ((PeriodValue) value).period())
                .filter(of ->
                        period.filter(now -> of.last().isBefore(now.first())).isPresent());
    }

    private Optional<Value> value(Expression written, ColumnSchema column) {
        if (column.type() instanceof ColumnType.Number number) {
            return kpi.world()
                    .literals()
                    .figure(written.span(), written.span().text(), number.unit(), reporter)
                    .map(PrintedQuantity::quantity);
        }
        if (column.type() instanceof ColumnType.PeriodType) {
            return kpi.series(reporter)
                    .period(new PeriodWord(written.span(), written.span().text()))
                    .map(PeriodValue::new);
        }
        Scope scope = new Scope(
                new Symbols(
                        kpi.world().functions(), Map.of(), Map.of(), kpi.world().defines()),
                kpi.world().literals(),
                kpi.world().calendar(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Notes(),
                reporter);
        Optional<Term> term = new ExpressionAnalysis(scope).analyse(written);
        Type wanted = Columns.type(column.type());
        boolean fits = term.isPresent()
                && term.get() instanceof Constant
                && (term.get().type().equals(wanted) || term.get().type().isText() && wanted.isText());
        if (term.isPresent() && !fits) {
            reporter.report(Problem.of(AnalysisCode.EXAMPLE_ROWS, written.span())
                    .with("column", column.name())
                    .with("text", written.span().text()));
        }
        return term.filter(found -> fits).map(found -> ((Constant) found).value());
    }
}
