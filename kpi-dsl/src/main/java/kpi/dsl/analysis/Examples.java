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
import kpi.dsl.syntax.PeriodWord;
import kpi.dsl.syntax.QualifiedName;
import kpi.model.Constant;
import kpi.model.Definition;
import kpi.model.Example;
import kpi.model.GradeRule;
import kpi.model.InputDefinition;
import kpi.model.KpiVersion;
import kpi.model.Term;
import kpi.number.Exact;
import kpi.source.Span;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.PeriodValue;
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
        List<InputDefinition> missing = new ArrayList<>();
        Map<String, Value> row = new LinkedHashMap<>();
        List<Example.GivenRows> rows = new ArrayList<>();
        for (Given given : clause.givens()) {
            if (given instanceof Given.GivenRows many) {
                rows(many).ifPresent(rows::add);
                continue;
            }
            QualifiedName name = name(given);
            Optional<ColumnSchema> column = read.symbols().around().column(name.spelling());
            Optional<InputDefinition> input = read.symbols().input(name.spelling());
            if (column.isPresent()) {
                cell(given, column.get())
                        .ifPresent(value -> row.put(column.get().name(), value));
            } else if (input.isEmpty()) {
                unknown(name, read.symbols());
            } else if (given instanceof Given.GivenInput figure) {
                input(figure, input.get()).ifPresent(inputs::add);
            } else if (given instanceof Given.GivenMissing) {
                missing.add(input.get());
            } else {
                reporter.report(Problem.of(AnalysisCode.EXAMPLE_ROWS, given.span())
                        .with("column", name.spelling())
                        .with("text", given.span().text()));
            }
        }
        List<Example.Expectation> expected = new ArrayList<>();
        clause.expectations()
                .forEach(expectation -> expectation(expectation, read.version()).ifPresent(expected::add));
        String title = clause.title().map(Label::text).orElse("");
        Optional<TableSchema> table = read.symbols().around().row();
        if (table.isPresent() && !row.isEmpty()) {
            rows.add(0, new Example.GivenRows(table.get().name(), 1, row, clause.span()));
        }
        Map<String, Value> keys = table.isPresent() ? Map.of() : row;
        return new Example(title, period, inputs, missing, keys, rows, expected, clause.span());
    }

    private static QualifiedName name(Given given) {
        if (given instanceof Given.GivenInput input) {
            return input.name();
        }
        return given instanceof Given.GivenLiteral literal ? literal.name() : ((Given.GivenMissing) given).name();
    }

    private void unknown(QualifiedName name, Symbols symbols) {
        Problem.Builder problem =
                Problem.of(AnalysisCode.UNKNOWN_NAME, name.span()).with("name", name.spelling());
        NameResolution.suggest(problem, name.span(), name.spelling(), symbols.known());
        reporter.report(problem);
    }

    private Optional<Example.GivenInput> input(Given.GivenInput given, InputDefinition input) {
        return kpi.world()
                .literals()
                .figure(given.figure().span(), given.figure().text(), input.unit(), reporter)
                .map(figure -> new Example.GivenInput(input, figure, given.span()));
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
        if (column.type() instanceof ColumnType.PeriodType) {
            return kpi.series(reporter)
                    .period(new PeriodWord(written.span(), written.span().text()))
                    .map(PeriodValue::new);
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
        if (expectation instanceof Expectation.ExpectDefinition definition) {
            return definition(definition, version);
        }
        if (expectation instanceof Expectation.ExpectMissing missing) {
            Optional<Definition> of = missing.name().flatMap(name -> definition(name, version));
            return missing.name().isPresent() && of.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Example.Expectation.Absent(of.map(Definition::name), missing.span()));
        }
        if (expectation instanceof Expectation.ExpectGrade grade) {
            return grade(grade, version);
        }
        if (expectation instanceof Expectation.ExpectRank rank) {
            return rank(rank, version);
        }
        Expectation.ExpectVerdict verdict = (Expectation.ExpectVerdict) expectation;
        return Optional.of(new Example.Expectation.Verdict(verdict.attained(), verdict.span()));
    }

    private Optional<Definition> definition(QualifiedName name, KpiVersion version) {
        Optional<Definition> found = version.definitions().stream()
                .filter(definition -> CanonicalName.of(definition.name()).equals(CanonicalName.of(name.spelling())))
                .findFirst();
        if (found.isEmpty()) {
            Problem.Builder problem =
                    Problem.of(AnalysisCode.UNKNOWN_NAME, name.span()).with("name", name.spelling());
            NameResolution.suggest(
                    problem,
                    name.span(),
                    name.spelling(),
                    version.definitions().stream().map(Definition::name).toList());
            reporter.report(problem);
        }
        return found;
    }

    private Optional<Example.Expectation> definition(Expectation.ExpectDefinition expected, KpiVersion version) {
        Optional<Definition> found = definition(expected.name(), version);
        if (found.isEmpty() || !(found.get().type() instanceof Type.Measure measure)) {
            found.ifPresent(definition -> reporter.report(Problem.of(AnalysisCode.NUMBER_NEEDED, expected.span())
                    .with("found", Joins.name(definition.type()))));
            return Optional.empty();
        }
        KpiUnit unit = Units.basic(measure.dimension());
        return kpi.world()
                .literals()
                .figure(expected.figure().span(), expected.figure().text(), unit, reporter)
                .map(figure -> new Example.Expectation.Named(found.get().name(), figure, expected.span()));
    }

    private Optional<Example.Expectation> grade(Expectation.ExpectGrade expected, KpiVersion version) {
        String label = expected.grade().text();
        List<String> labels = version.grade().stream()
                .flatMap(rule -> rule.bands().stream())
                .map(GradeRule.Band::label)
                .toList();
        if (!labels.contains(label)) {
            Problem.Builder problem = Problem.of(AnalysisCode.NO_SUCH_GRADE, expected.span())
                    .with("name", label)
                    .with("grades", labels.isEmpty() ? "–" : String.join("、", labels));
            NameResolution.suggest(problem, expected.span(), label, labels);
            reporter.report(problem);
            return Optional.empty();
        }
        return Optional.of(new Example.Expectation.Grade(label, expected.span()));
    }

    private Optional<Example.Expectation> rank(Expectation.ExpectRank expected, KpiVersion version) {
        if (version.rank().isEmpty()) {
            reporter.report(Problem.of(AnalysisCode.NO_RANK, expected.span()));
            return Optional.empty();
        }
        return kpi.world()
                .literals()
                .figure(expected.place().span(), expected.place().text(), Units.NUMBER, reporter)
                .map(place -> new Example.Expectation.Rank(place.quantity().canonical(), expected.span()));
    }
}
