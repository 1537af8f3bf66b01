package kpi.score;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.engine.ColumnChoice;
import kpi.engine.Outcome;
import kpi.engine.PointsOutcome;
import kpi.engine.SharedScans;
import kpi.model.ActualRule;
import kpi.model.Example;
import kpi.model.Example.Expectation;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.model.ScorecardModel;
import kpi.model.Unworked;
import kpi.number.Exact;
import kpi.number.NumberText;
import kpi.result.Figure;
import kpi.result.Rank;
import kpi.result.Verdict;
import kpi.score.ExampleOutcome.Check;
import kpi.source.Span;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.CalendarKind;
import kpi.value.PrintedQuantity;
import kpi.value.ReportingPeriod;
import kpi.value.Value;

/**
 * Works the examples of a text (範例) and compares what comes out with what they expect, at the printed places. An example
 * of a KPI per row or group is about the first row or group that it gives, or the group with the keys it names.
 */
public final class Examples {
    private final ScorecardModel model;
    private final Scorer scorer;
    private final Optional<LocalDate> firstDay;

    public Examples(ScorecardModel model) {
        this.model = Objects.requireNonNull(model, "model");
        this.scorer = new Scorer(model);
        this.firstDay = Periods.firstDay(model, FactBook.empty());
    }

    /** All examples, KPI by KPI; those that could not be understood stand behind the others of their KPI, not run. */
    public List<ExampleOutcome> run() {
        List<ExampleOutcome> all = new ArrayList<>();
        KnownFacts text = new KnownFacts(model, FactBook.empty(), Optional.empty(), true);
        for (KpiModel kpi : model.kpis()) {
            kpi.examples().forEach(example -> all.add(run(kpi, example, text)));
            kpi.unworked().forEach(example -> all.add(notRun(kpi, example)));
        }
        return all;
    }

    private static ExampleOutcome notRun(KpiModel kpi, Unworked example) {
        return new ExampleOutcome(kpi.id(), example.text(), example.span(), List.of(), Optional.of(example.reason()));
    }

    /** One that fails over a KPI that could not be understood says nothing about its own. */
    private ExampleOutcome run(KpiModel kpi, Example example, Known text) {
        ExampleOutcome worked = worked(kpi, example, text);
        if (worked.checks().stream().allMatch(Check::holds)) {
            return worked;
        }
        Set<String> given =
                example.figures().stream().map(Example.GivenFigure::kpi).collect(Collectors.toSet());
        return model.brokenBelow(kpi.id(), given::contains)
                .flatMap(broken -> broken.problems().stream().findFirst())
                .map(why -> notRun(kpi, new Unworked(example.title(), example.span(), why)))
                .orElse(worked);
    }

    private ExampleOutcome worked(KpiModel kpi, Example example, Known text) {
        ReportingPeriod period = example.period().or(() -> first(kpi)).orElseGet(this::anyPeriod);
        Known known = new ExampleFacts(model, text, kpi.id(), period, example);
        Engine engine = new Engine(() -> false, Explaining.NONE, ColumnChoice.NEVER, SharedScans.none());
        DoneFigures done = scorer.before(kpi.id(), period, known, engine, firstDay(example));
        RowScorer rows = new RowScorer(period, known, done, engine);
        Scored whole = new KpiEvaluator(period, known, done, engine, rows).evaluate(kpi);
        if (kpi.per().isOnce() || whole.version().isEmpty()) {
            return outcome(
                    kpi, example, checks(example, whole, Optional.empty(), points(whole, known, done, period, engine)));
        }
        Optional<ScoredRows> found = whole.rows().filter(any -> any.size() > 0);
        if (found.isEmpty()) {
            return outcome(
                    kpi,
                    example,
                    example.expected().stream().map(RowChecks::noRow).toList());
        }
        int at = atHand(found.get(), example);
        Scored row = found.get().row(at);
        Engine there = rows.engineAt(found.get().base(), at, engine);
        return outcome(
                kpi, example, checks(example, row, found.get().rank(at), points(row, known, done, period, there)));
    }

    private Optional<LocalDate> firstDay(Example example) {
        return Stream.concat(firstDay.stream(), ExampleFacts.firstDay(example).stream())
                .min(Comparator.naturalOrder());
    }

    /** The first row, or the group with the keys that are given. */
    private static int atHand(ScoredRows rows, Example example) {
        for (int row = 0; row < rows.size(); row++) {
            Map<String, Value> keys = rows.base().keys(row);
            if (example.keys().entrySet().stream()
                    .allMatch(given -> given.getValue().equals(keys.get(given.getKey())))) {
                return row;
            }
        }
        return 0;
    }

    private static ExampleOutcome outcome(KpiModel kpi, Example example, List<Check> checks) {
        return new ExampleOutcome(kpi.id(), example.title(), example.span(), checks, Optional.empty());
    }

    private static List<Check> checks(
            Example example, Scored scored, Optional<Rank> rank, Optional<PointsOutcome> points) {
        List<Check> checks = new ArrayList<>();
        for (Expectation expected : example.expected()) {
            if (expected instanceof Expectation.Figure figure) {
                checks.add(figure(scored, figure));
            } else if (expected instanceof Expectation.Verdict verdict) {
                checks.add(verdict(scored, verdict));
            } else if (expected instanceof Expectation.Sum sum) {
                checks.addAll(sum(scored, sum, points));
            } else if (expected instanceof Expectation.Named named) {
                checks.add(RowChecks.named(scored, named));
            } else if (expected instanceof Expectation.Absent absent) {
                checks.add(RowChecks.absent(scored, absent));
            } else if (expected instanceof Expectation.Undefined undefined) {
                checks.add(RowChecks.undefined(scored, undefined));
            } else if (expected instanceof Expectation.Grade grade) {
                checks.add(RowChecks.grade(scored, grade));
            } else if (expected instanceof Expectation.Rank place) {
                checks.add(RowChecks.rank(rank, place));
            }
        }
        return checks;
    }

    private static Check figure(Scored scored, Expectation.Figure expected) {
        Optional<Outcome> found = switch (expected.what()) {
            case ACTUAL -> Optional.of(scored.actual().value());
            case TARGET -> Optional.of(scored.target());
            case ATTAINMENT -> Optional.of(scored.attainment().capped());
            case ATTAINED_SHARE, MEAN_ATTAINMENT -> Optional.empty();
        };
        LocalText what = new LocalText(
                expected.what().name(Language.ZH_TW) + " " + expected.figure().text(),
                expected.what().name(Language.EN) + " " + expected.figure().text());
        if (found.isEmpty() || scored.version().isEmpty()) {
            LocalText none = new LocalText("指標沒有此值", "a KPI has no such figure");
            return new Check(what, none, false, expected.span());
        }
        boolean attainment = expected.what() == kpi.model.Published.What.ATTAINMENT;
        KpiVersion version = scored.version().get();
        KpiUnit unit = attainment ? Units.PERCENT : version.unit();
        return check(
                what, found.get(), expected.figure(), unit, attainment ? unit : version.shownIn(), expected.span());
    }

    private static Check check(
            LocalText what, Outcome found, PrintedQuantity figure, KpiUnit unit, KpiUnit shownIn, Span span) {
        Printed printed = Printed.of(figure, unit, shownIn);
        boolean holds = Figures.number(found).filter(printed::fits).isPresent();
        Figure shown = new Figures(CalendarKind.ROC).of(found, found, unit).build();
        return new Check(what, new LocalText(shown.display(Language.ZH_TW), shown.display(Language.EN)), holds, span);
    }

    private static Check verdict(Scored scored, Expectation.Verdict expected) {
        Verdict wanted = expected.attained() ? Verdict.ATTAINED : Verdict.NOT_ATTAINED;
        return new Check(
                new LocalText(wanted.name(Language.ZH_TW), wanted.name(Language.EN)),
                new LocalText(
                        scored.verdict().name(Language.ZH_TW), scored.verdict().name(Language.EN)),
                scored.verdict() == wanted,
                expected.span());
    }

    private static Optional<PointsOutcome> points(
            Scored scored, Known known, DoneFigures done, ReportingPeriod period, Engine engine) {
        return scored.version()
                .filter(version -> version.rule() instanceof ActualRule.Points)
                .map(version -> engine.points(version, period, known, done));
    }

    /** Every term with its sign, a group as one, and the total. Lines that come to nothing need not be printed. */
    private static List<Check> sum(Scored scored, Expectation.Sum expected, Optional<PointsOutcome> points) {
        List<Check> checks = new ArrayList<>();
        if (points.isEmpty() || scored.version().isEmpty()) {
            LocalText none = new LocalText("指標沒有計分", "the KPI has no points");
            LocalText text =
                    new LocalText(expected.total().text(), expected.total().text());
            return List.of(new Check(text, none, false, expected.span()));
        }
        KpiUnit unit = scored.version().get().unit();
        List<Term> found = points.get().entries().stream()
                .map(entry -> new Term(
                        entry.label(),
                        Figures.number(entry.amount()).orElse(Exact.ZERO).dividedBy(unit.scale())))
                .toList();
        if (found.size() != expected.terms().size()) {
            found = found.stream().filter(term -> !term.amount().isZero()).toList();
        }
        for (int i = 0; i < Math.max(found.size(), expected.terms().size()); i++) {
            Optional<Exact> wanted = at(expected.terms(), i);
            Optional<Term> term = at(found, i);
            Optional<Exact> amount = term.map(Term::amount);
            String label = term.map(Term::label).orElse("");
            checks.add(new Check(
                    shown(i, label, wanted), shown(i, label, amount), wanted.equals(amount), expected.span()));
        }
        LocalText total = new LocalText(
                "合計 " + expected.total().text(), "total " + expected.total().text());
        checks.add(check(
                total,
                scored.actual().value(),
                expected.total(),
                unit,
                scored.version().get().shownIn(),
                expected.span()));
        return checks;
    }

    /** A line of points, by its title. */
    private record Term(String label, Exact amount) {}

    private static <T> Optional<T> at(List<T> terms, int i) {
        return i < terms.size() ? Optional.of(terms.get(i)) : Optional.empty();
    }

    /** By the title of the line; one without a title, or that no line gives, by its number. */
    private static LocalText shown(int i, String label, Optional<Exact> term) {
        String number = term.map(NumberText::plain).orElse("–");
        if (!label.isEmpty()) {
            return new LocalText("「" + label + "」 " + number, "“" + label + "”: " + number);
        }
        return new LocalText("第 " + (i + 1) + " 項 " + number, "term " + (i + 1) + ": " + number);
    }

    /** An example without a period is of the first period that its KPI says anything about, or begins with. */
    private static Optional<ReportingPeriod> first(KpiModel kpi) {
        return kpi.versions().stream()
                .limit(1)
                .flatMap(version -> Stream.of(
                                version.targets().keySet().stream(),
                                version.reported().stream().flatMap(stated -> stated.period().stream()),
                                version.inputs().stream()
                                        .flatMap(input -> input.stated().stream())
                                        .flatMap(stated -> stated.period().stream()))
                        .flatMap(periods -> periods))
                .min(Comparator.naturalOrder())
                .or(() -> kpi.versions().stream()
                        .limit(1)
                        .flatMap(version -> version.from().stream())
                        .findFirst());
    }

    /** Nothing depends on the period then. */
    private ReportingPeriod anyPeriod() {
        return model.calendar() == CalendarKind.ROC ? ReportingPeriod.roc(100) : ReportingPeriod.western(2000);
    }
}
