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
import kpi.model.Term;
import kpi.source.Place;
import kpi.source.Span;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.PeriodValue;
import kpi.value.PrintedQuantity;
import kpi.value.ReportingPeriod;
import kpi.value.Type;
import kpi.value.Value;

/** What one example assumes: inputs, also of other periods; figures of KPIs; cells and rows. */
final class Givens {
    private final KpiAnalysis kpi;
    private final Symbols symbols;
    private final Optional<ReportingPeriod> period;
    private final Reporter reporter;
    private final List<Example.GivenInput> inputs = new ArrayList<>();
    private final List<Example.GivenFigure> figures = new ArrayList<>();
    private final List<InputDefinition> missing = new ArrayList<>();
    private final Map<String, Value> row = new LinkedHashMap<>();
    private final List<Example.GivenRows> rows = new ArrayList<>();

    /** @param period of the example, where it says one */
    Givens(KpiAnalysis kpi, Symbols symbols, Optional<ReportingPeriod> period, Reporter reporter) {
        this.kpi = kpi;
        this.symbols = symbols;
        this.period = period;
        this.reporter = reporter;
    }

    Example example(String title, List<Example.Expectation> expected, Span span) {
        Optional<TableSchema> table = symbols.around().row();
        if (table.isPresent() && !row.isEmpty()) {
            rows.add(0, new Example.GivenRows(table.get().name(), 1, row, span));
        }
        Map<String, Value> keys = table.isPresent() ? Map.of() : row;
        return new Example(title, period, inputs, figures, missing, keys, rows, expected, span);
    }

    /** Of which period an example is that does not say so: the last one it gives anything of, or that of its version. */
    static Optional<ReportingPeriod> latest(KpiAnalysis kpi, List<Given> givens, Optional<ReportingPeriod> from) {
        Series series = kpi.series(new Reporter());
        return Stream.concat(
                        from.stream(),
                        givens.stream()
                                .filter(Given.GivenInPeriods.class::isInstance)
                                .flatMap(given -> ((Given.GivenInPeriods) given).figures().stream())
                                .flatMap(figure -> series.period(figure.period()).stream()))
                .max(Comparator.comparing(ReportingPeriod::last));
    }

    void read(Given given) {
        if (given instanceof Given.GivenRows many) {
            rows(many).ifPresent(rows::add);
            return;
        }
        QualifiedName name = name(given);
        Optional<ColumnSchema> column = symbols.around().column(name.spelling());
        Optional<InputDefinition> input = symbols.input(name.spelling());
        Optional<KpiPlace> figure = figure(name);
        if (column.isPresent()) {
            if (given instanceof Given.GivenInPeriods) {
                refuse(given, new LocalText("一列的欄只有一個值", "a row has one cell in a column"));
                return;
            }
            cell(given, column.get()).ifPresent(value -> row.put(column.get().name(), value));
        } else if (input.isPresent()) {
            input(given, input.get());
        } else if (figure.isPresent()) {
            ofKpi(given, figure.get());
        } else {
            unknown(name);
        }
    }

    private void input(Given given, InputDefinition input) {
        if (given instanceof Given.GivenMissing) {
            missing.add(input);
        } else if (given instanceof Given.GivenLiteral) {
            refuse(given, new LocalText("資料項只有數值", "an input is a number"));
        } else {
            of(given)
                    .forEach(each -> printed(each.figure(), input.unit())
                            .ifPresent(figure ->
                                    inputs.add(new Example.GivenInput(input, each.period(), figure, given.span()))));
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
        if (place.kpi().rows().isPresent() && !isOfTheGroup(place.kpi())) {
            refuse(given, new LocalText("該指標逐列或逐組計算", "that KPI is evaluated per row or group"));
            return;
        }
        if (given instanceof Given.GivenLiteral) {
            refuse(given, new LocalText("指標的值是數值", "a figure of a KPI is a number"));
            return;
        }
        if (given instanceof Given.GivenMissing) {
            add(given, place, Optional.empty(), Optional.empty());
            return;
        }
        for (OfPeriod each : of(given)) {
            printed(each.figure(), place.unit())
                    .ifPresent(found -> add(given, place, each.period(), Optional.of(found)));
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

    /** What an example tests is not given; what the KPI came to before may be. */
    private void add(Given given, KpiPlace place, Optional<ReportingPeriod> of, Optional<PrintedQuantity> figure) {
        boolean before = of.isPresent()
                && period.filter(now -> of.get().last().isBefore(now.last())).isPresent();
        if (place.own() && !before) {
            refuse(
                    given,
                    new LocalText(
                            "這正是範例要驗算的；只能設範例期別之前各期的值",
                            "it is what the example tests; only figures of periods before that of the example can be given"));
            return;
        }
        figures.add(new Example.GivenFigure(place.kpi().id(), place.facet(), of, figure, given.span()));
    }

    private void refuse(Given given, LocalText why) {
        reporter.report(Problem.of(AnalysisCode.EXAMPLE_GIVEN, given.span())
                .with("text", given.span().text())
                .with("reason", why));
    }

    /** A figure, of a period where one is written. */
    private record OfPeriod(Optional<ReportingPeriod> period, Figure figure) {}

    private List<OfPeriod> of(Given given) {
        if (given instanceof Given.GivenInput input) {
            return List.of(new OfPeriod(Optional.empty(), input.figure()));
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

    private Optional<PrintedQuantity> printed(Figure figure, KpiUnit unit) {
        return kpi.world().literals().figure(figure.span(), figure.text(), unit, reporter);
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
        return Optional.of(new Example.GivenRows(table.name(), given.count(), cells, given.span()));
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
