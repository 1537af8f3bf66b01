package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.TableSchema;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expectation;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.Given;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.Label;
import kpi.model.Constant;
import kpi.model.Example;
import kpi.model.InputDefinition;
import kpi.model.KpiVersion;
import kpi.model.Term;
import kpi.number.Exact;
import kpi.value.PrintedQuantity;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import kpi.value.Type;
import kpi.value.Value;

/** Worked cases (範例): what they assume and expect, typed like everything else. */
final class Examples {
    private final KpiAnalysis kpi;
    private final Reporter reporter;

    Examples(KpiAnalysis kpi, Reporter reporter) {
        this.kpi = kpi;
        this.reporter = reporter;
    }

    List<Example> read(List<KpiClause> clauses, List<KpiAnalysis.Read> versions) {
        List<Example> examples = new ArrayList<>();
        for (KpiClause clause : clauses) {
            if (clause instanceof KpiClause.ExampleClause example) {
                examples.add(read(example, versions, Optional.empty()));
            } else if (clause instanceof KpiClause.VersionClause version) {
                Optional<ReportingPeriod> from = kpi.series(new Reporter()).period(version.from());
                version.clauses().stream()
                        .filter(KpiClause.ExampleClause.class::isInstance)
                        .map(KpiClause.ExampleClause.class::cast)
                        .forEach(example -> examples.add(read(example, versions, from)));
            }
        }
        return examples;
    }

    private Example read(
            KpiClause.ExampleClause clause, List<KpiAnalysis.Read> versions, Optional<ReportingPeriod> from) {
        Optional<ReportingPeriod> period =
                clause.period().flatMap(kpi.series(reporter)::period).or(() -> from);
        KpiAnalysis.Read read = period.flatMap(at -> versions.stream()
                        .filter(version -> PublishedFigures.inForce(versions, at)
                                .filter(found ->
                                        found.from().equals(version.version().from()))
                                .isPresent())
                        .findFirst())
                .orElse(versions.get(0));
        List<Example.GivenInput> inputs = new ArrayList<>();
        List<Example.GivenRows> rows = new ArrayList<>();
        for (Given given : clause.givens()) {
            if (given instanceof Given.GivenInput input) {
                input(input, read.symbols()).ifPresent(inputs::add);
            } else if (given instanceof Given.GivenRows many) {
                rows(many).ifPresent(rows::add);
            }
        }
        List<Example.Expectation> expected = new ArrayList<>();
        clause.expectations()
                .forEach(expectation -> expectation(expectation, read.version()).ifPresent(expected::add));
        return new Example(clause.title().map(Label::text).orElse(""), period, inputs, rows, expected, clause.span());
    }

    private Optional<Example.GivenInput> input(Given.GivenInput given, Symbols symbols) {
        Optional<InputDefinition> input = symbols.input(given.name().spelling());
        if (input.isEmpty()) {
            Problem.Builder problem = Problem.of(
                            AnalysisCode.UNKNOWN_NAME, given.name().span())
                    .with("name", given.name().spelling());
            NameResolution.suggest(problem, given.name().span(), given.name().spelling(), symbols.known());
            reporter.report(problem);
            return Optional.empty();
        }
        return kpi.world()
                .literals()
                .figure(
                        given.figure().span(),
                        given.figure().text(),
                        input.get().unit(),
                        reporter)
                .map(figure -> new Example.GivenInput(input.get(), figure, given.span()));
    }

    private Optional<Example.GivenRows> rows(Given.GivenRows given) {
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
        ExpressionAnalysis.Scope scope = new ExpressionAnalysis.Scope(
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

    private Optional<Example.Expectation> expectation(Expectation expectation, KpiVersion version) {
        PublishedFigures figures =
                new PublishedFigures(kpi.series(reporter), kpi.world().literals(), reporter);
        if (expectation instanceof Expectation.ExpectFigure figure) {
            return figures.figure(figure.figure(), figure.what(), Optional.of(version))
                    .map(printed -> new Example.Expectation.Figure(
                            PublishedFigures.what(figure.what()), printed, figure.span()));
        }
        if (expectation instanceof Expectation.ExpectSum sum) {
            List<Exact> terms = new ArrayList<>();
            for (Expectation.SignedFigure term : sum.terms()) {
                kpi.world()
                        .literals()
                        .figure(term.figure().span(), term.figure().text(), version.unit(), reporter)
                        .map(PrintedQuantity::quantity)
                        .map(Quantity::canonical)
                        .map(value -> term.negative() ? value.negate() : value)
                        .ifPresent(terms::add);
            }
            return kpi.world()
                    .literals()
                    .figure(sum.total().span(), sum.total().text(), version.unit(), reporter)
                    .filter(total -> terms.size() == sum.terms().size())
                    .map(total -> new Example.Expectation.Sum(terms, total, sum.span()));
        }
        return expectation instanceof Expectation.ExpectVerdict verdict
                ? Optional.of(new Example.Expectation.Verdict(verdict.attained(), verdict.span()))
                : Optional.empty();
    }
}
