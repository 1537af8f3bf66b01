package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expectation;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.Label;
import kpi.dsl.syntax.QualifiedName;
import kpi.model.Definition;
import kpi.model.Example;
import kpi.model.GradeRule;
import kpi.model.KpiVersion;
import kpi.model.Unworked;
import kpi.number.Exact;
import kpi.source.Span;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.PrintedQuantity;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import kpi.value.Type;

/** Worked cases (範例): what they assume and expect, typed like everything else. */
final class Examples {
    private static final Set<String> EXAMPLE = Set.of("example", "範例");

    private final KpiAnalysis kpi;
    private final Reporter reporter;
    private final List<Example> examples = new ArrayList<>();
    private final List<Unworked> unworked = new ArrayList<>();

    Examples(KpiAnalysis kpi, Reporter reporter) {
        this.kpi = kpi;
        this.reporter = reporter;
    }

    /** The examples of a KPI; each that is not understood is kept apart with what is wrong with it. */
    void read(List<KpiClause> clauses, List<KpiAnalysis.Read> versions) {
        for (KpiClause clause : clauses) {
            if (clause instanceof KpiClause.ExampleClause example) {
                one(example, versions, Optional.empty());
            } else if (clause instanceof KpiClause.VersionClause version) {
                Optional<ReportingPeriod> from = kpi.series(new Reporter()).period(version.from());
                version.clauses().stream()
                        .filter(KpiClause.ExampleClause.class::isInstance)
                        .map(KpiClause.ExampleClause.class::cast)
                        .forEach(example -> one(example, versions, from));
            }
        }
    }

    private void one(KpiClause.ExampleClause clause, List<KpiAnalysis.Read> versions, Optional<ReportingPeriod> from) {
        int before = reporter.count();
        Example example = read(clause, versions, from);
        Optional<Problem> wrong = reporter.firstError(before);
        if (wrong.isPresent()) {
            unworked.add(new Unworked(title(clause), clause.span(), wrong.get()));
        } else {
            examples.add(example);
        }
    }

    /** Those that can be worked. */
    List<Example> examples() {
        return examples;
    }

    /** Those that cannot. */
    List<Unworked> unworked() {
        return unworked;
    }

    private static String title(KpiClause.ExampleClause clause) {
        return clause.title().map(Label::text).orElse("");
    }

    /** The examples of a KPI that could not be understood, those that could not be read among them. */
    static List<Unworked> ofBroken(List<KpiClause> clauses, Function<Span, Problem> why) {
        List<Unworked> unworked = new ArrayList<>();
        for (KpiClause clause : clauses) {
            if (clause instanceof KpiClause.ExampleClause example) {
                unworked.add(new Unworked(title(example), example.span(), why.apply(example.span())));
            } else if (clause instanceof KpiClause.BrokenClause broken && EXAMPLE.contains(broken.word())) {
                unworked.add(new Unworked("", broken.span(), why.apply(broken.span())));
            } else if (clause instanceof KpiClause.VersionClause version) {
                unworked.addAll(ofBroken(version.clauses(), why));
            }
        }
        return unworked;
    }

    private Example read(
            KpiClause.ExampleClause clause, List<KpiAnalysis.Read> versions, Optional<ReportingPeriod> from) {
        Optional<ReportingPeriod> period = clause.period()
                .flatMap(kpi.series(reporter)::period)
                .or(() -> Givens.latest(kpi, clause.givens(), from));
        KpiAnalysis.Read read = period.flatMap(at -> versions.stream()
                        .filter(version -> PublishedFigures.inForce(versions, at)
                                .filter(found ->
                                        found.from().equals(version.version().from()))
                                .isPresent())
                        .findFirst())
                .orElse(versions.get(0));
        Givens givens = new Givens(kpi, read, period, reporter);
        clause.givens().forEach(givens::read);
        List<Example.Expectation> expected = new ArrayList<>();
        clause.expectations()
                .forEach(expectation -> expectation(expectation, read.version()).ifPresent(expected::add));
        return givens.example(title(clause), expected, clause.span());
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
            return named(missing.name(), version).map(name -> new Example.Expectation.Absent(name, missing.span()));
        }
        if (expectation instanceof Expectation.ExpectUndefined undefined) {
            return named(undefined.name(), version)
                    .map(name -> new Example.Expectation.Undefined(name, undefined.span()));
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

    /** The name of a definition, or none for the actual; empty where there is no such definition, which is reported. */
    private Optional<Optional<String>> named(Optional<QualifiedName> written, KpiVersion version) {
        Optional<String> found =
                written.flatMap(name -> definition(name, version)).map(Definition::name);
        return written.isPresent() && found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    private Optional<Definition> definition(QualifiedName name, KpiVersion version) {
        Optional<Definition> found = version.definitions().stream()
                .filter(definition -> CanonicalName.of(definition.name()).equals(CanonicalName.of(name.spelling())))
                .findFirst();
        if (found.isEmpty()) {
            Problem.Builder problem =
                    Problem.of(AnalysisCode.UNKNOWN_NAME, name.span()).with("name", name.spelling());
            UnknownNames.suggest(
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
            UnknownNames.suggest(problem, expected.span(), label, labels);
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
