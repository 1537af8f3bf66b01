package kpi.dsl.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.AttainmentCase;
import kpi.dsl.syntax.AttainmentWord;
import kpi.dsl.syntax.AttainmentWord.Between;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.KpiClause;
import kpi.model.Arithmetic;
import kpi.model.AttainmentMethod;
import kpi.model.AttainmentRule;
import kpi.model.Bound;
import kpi.model.Capped;
import kpi.model.Constant;
import kpi.model.Direction;
import kpi.model.Facet;
import kpi.model.Level;
import kpi.model.LevelFigures;
import kpi.model.LevelTerm;
import kpi.model.OwnFigure;
import kpi.model.Step;
import kpi.model.Subterms;
import kpi.model.Term;
import kpi.model.Undefined;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.Type;

/** The attainment line: a method by name becomes its formula; where schemes disagree the author is asked to choose. */
final class AttainmentAnalysis {
    private static final Type PERCENT = Type.measure(Dimension.PERCENT);

    private final Scope scope;
    private final KpiUnit unit;
    private final Direction direction;
    private final List<Step> actualSteps;
    private final Optional<KpiClause.DirectionClause> told;
    private final boolean nearer;
    private final MethodChoices choices;
    private final ExpressionAnalysis analysis;

    /** A method as its formula; what is kept between 0 % and 100 % says so. */
    private record Read(AttainmentMethod method, Term value, boolean truncated) {}

    /**
     * Reads attainment lines.
     *
     * @param told the direction line, and whether it is nearer to the KPI than the attainment line
     */
    AttainmentAnalysis(
            Scope scope,
            KpiUnit unit,
            Direction direction,
            List<Step> actualSteps,
            Optional<KpiClause.DirectionClause> told,
            boolean nearer) {
        this.scope = scope.scoring(unit);
        this.unit = unit;
        this.direction = direction;
        this.actualSteps = actualSteps;
        this.told = told;
        this.nearer = nearer;
        this.choices = new MethodChoices(level -> scope.symbols().level(level).isPresent(), direction);
        this.analysis = new ExpressionAnalysis(this.scope);
    }

    /** Reads the line. */
    Optional<AttainmentRule> read(KpiClause.AttainmentClause line) {
        Optional<AttainmentRule> first = rule(line.span(), line.method(), line.steps());
        List<AttainmentRule.Case> cases = new ArrayList<>();
        for (AttainmentCase each : line.cases()) {
            Optional<Term> when = analysis.analyse(each.condition())
                    .filter(analysis.operators()::requireTruth)
                    .filter(condition -> isFreeOfItself(each.condition().span(), condition));
            Optional<AttainmentRule> then = rule(each.span(), each.method(), each.steps());
            when.flatMap(condition -> then.map(rule -> new AttainmentRule.Case(each.span(), condition, rule)))
                    .ifPresent(cases::add);
        }
        return first.filter(rule -> cases.size() == line.cases().size()).map(rule -> rule.withCases(cases));
    }

    private Optional<AttainmentRule> rule(Span span, AttainmentWord method, List<kpi.dsl.syntax.Step> written) {
        Optional<Read> read = read(method);
        List<Step> steps = new Steps(analysis).typed(written, Units.PERCENT);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        List<Step> all = new ArrayList<>();
        if (read.get().truncated()) {
            // The cut is a step of the line, so that the figure before it is kept, too.
            Span at = method.span();
            all.add(new Step.Cap(at, Bound.AT_LEAST, percent(at, "0")));
            all.add(new Step.Cap(at, Bound.AT_MOST, percent(at, "100")));
        }
        all.addAll(steps);
        return Optional.of(
                new AttainmentRule(span, read.get().method(), read.get().value(), all));
    }

    /** What needs an attainment where no line says how it is measured. */
    void required(Span by) {
        Problem.Builder problem = Problem.of(AnalysisCode.NO_ATTAINMENT, by);
        boolean chinese = MethodChoices.isChinese(by);
        Span before = by.source().span(by.start(), by.start());
        String keyword = chinese ? "目標達成度 " : "attainment ";
        choices.of(chinese).forEach(choice -> problem.edit(before, keyword + choice + "\n  "));
        scope.reporter().report(problem);
    }

    /** Asks the author to choose where schemes disagree, or where the method goes against the direction. */
    private Optional<Read> suiting(AttainmentWord word, Read read) {
        if (choices.suits(read.method())) {
            return Optional.of(read);
        }
        Span value = word.span();
        Problem.Builder problem = choices.unsuited(value, read.method());
        told.ifPresent(clause -> problem.related(clause.span(), "direction"));
        boolean chinese = MethodChoices.isChinese(value);
        for (String choice : choices.of(chinese)) {
            if (nearer && told.isPresent()) {
                // The line holds for other KPIs, too: this one gets a line of its own.
                Span end = told.get()
                        .span()
                        .source()
                        .span(told.get().span().end(), told.get().span().end());
                problem.edit(end, "\n  " + (chinese ? "目標達成度 " : "attainment ") + choice);
            } else {
                problem.edit(value, choice);
            }
        }
        scope.reporter().report(problem);
        return Optional.empty();
    }

    private Optional<Read> read(AttainmentWord word) {
        return methodOf(word)
                .filter(read -> isFreeOfItself(word.span(), read.value()))
                .flatMap(read -> suiting(word, read));
    }

    /** An attainment cannot be measured by itself. */
    private boolean isFreeOfItself(Span at, Term term) {
        boolean free = !names(term, Facet.ATTAINMENT);
        if (!free) {
            LocalText own = new LocalText("目標達成度 → 目標達成度", "attainment → attainment");
            scope.reporter().report(Problem.of(AnalysisCode.CYCLE, at).with("names", own));
        }
        return free;
    }

    private Optional<Read> methodOf(AttainmentWord word) {
        if (word instanceof AttainmentWord.ByFormula formula) {
            return analysis.analyse(formula.value())
                    .flatMap(term -> new ResultUnit(analysis.operators(), scope.reporter()).fit(term, Units.PERCENT))
                    .map(term -> new Read(AttainmentMethod.of(term), term, false));
        }
        if (word instanceof AttainmentWord.YesNo yesNo) {
            return Optional.of(
                    new Read(AttainmentMethod.YES_NO, new OwnFigure(yesNo.span(), Facet.ATTAINED, PERCENT), false));
        }
        if (word instanceof AttainmentWord.None none) {
            return Optional.of(new Read(AttainmentMethod.FORMULA, new Undefined(none.span(), PERCENT), false));
        }
        if (word instanceof AttainmentWord.Banded banded) {
            return new CreditBands(scope, unit, actualSteps, analysis)
                    .read(banded)
                    .map(term -> new Read(AttainmentMethod.BANDS, term, false));
        }
        if (word instanceof AttainmentWord.Closeness) {
            // Of a figure that is no target the distance would say nothing: what suits is asked behind.
            return new Nearness(analysis.operators(), unit)
                    .closeness(word.span(), direction == Direction.WITHIN_BAND)
                    .flatMap(term -> new ResultUnit(analysis.operators(), scope.reporter()).fit(term, Units.PERCENT))
                    .map(term -> new Read(AttainmentMethod.CLOSENESS, term, true));
        }
        if (word instanceof AttainmentWord.Between between) {
            return between(between);
        }
        if (word instanceof AttainmentWord.Standard standard) {
            return standard(standard);
        }
        AttainmentWord.BestOf best = (AttainmentWord.BestOf) word;
        Optional<Read> first = read(best.first());
        Optional<Read> second = read(best.second());
        return first.flatMap(one -> second.flatMap(other -> best(best, one, other)));
    }

    private Optional<Read> best(AttainmentWord.BestOf word, Read one, Read other) {
        boolean both = one.truncated() && other.truncated();
        if (one.method() == AttainmentMethod.YES_NO || other.method() == AttainmentMethod.YES_NO) {
            scope.reporter().report(Problem.of(AnalysisCode.YES_NO_CIRCULAR, word.span()));
            return Optional.empty();
        }
        Term first = both ? one.value() : truncated(one);
        Term second = both ? other.value() : truncated(other);
        return Optional.of(
                new Read(AttainmentMethod.BEST_OF, new Capped(word.span(), first, Bound.AT_LEAST, second), both));
    }

    private Term truncated(Read read) {
        if (!read.truncated()) {
            return read.value();
        }
        Span at = read.value().span();
        Term least = new Capped(at, read.value(), Bound.AT_LEAST, percent(at, "0"));
        return new Capped(at, least, Bound.AT_MOST, percent(at, "100"));
    }

    private Optional<Read> standard(AttainmentWord.Standard word) {
        Optional<Term> from = level(word.span(), word.achievement() ? Level.THRESHOLD : Level.BASELINE);
        Optional<Term> to = level(word.span(), Level.BENCHMARK);
        return from.flatMap(low -> to.flatMap(high -> way(word.span(), low, high)))
                .map(term -> new Read(AttainmentMethod.LINEAR, term, true));
    }

    private Optional<Term> level(Span span, Level level) {
        Optional<LevelFigures> figures = scope.symbols().level(level);
        if (figures.isEmpty() && !scope.symbols().isBroken(level.name(Language.EN))) {
            scope.reporter()
                    .report(Problem.of(AnalysisCode.METHOD_LEVEL, span)
                            .with("method", span)
                            .with("level", LevelNames.of(level)));
        }
        return figures.map(found -> new LevelTerm(span, found, Type.measure(unit.dimension())));
    }

    private Optional<Read> between(Between word) {
        Optional<Term> from = end(word.from());
        Optional<Term> to = end(word.to());
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        AttainmentMethod method = switch (word.kind()) {
            case PROGRESS -> AttainmentMethod.PROGRESS;
            case LINEAR -> AttainmentMethod.LINEAR;
            case GOALPOSTS -> AttainmentMethod.GOALPOSTS;
        };
        boolean posts = method == AttainmentMethod.GOALPOSTS;
        if (posts && direction == Direction.NONE) {
            scope.reporter()
                    .report(Problem.of(AnalysisCode.DIRECTION_NEEDED, word.span())
                            .with("word", word.span()));
            return Optional.empty();
        }
        boolean reversed = posts && direction == Direction.LOWER;
        Optional<Term> way = reversed ? way(word.span(), to.get(), from.get()) : way(word.span(), from.get(), to.get());
        return way.map(term -> new Read(method, term, method != AttainmentMethod.PROGRESS));
    }

    private Optional<Term> end(Expression written) {
        return analysis.analyse(written)
                .flatMap(term -> new ResultUnit(analysis.operators(), scope.reporter()).fit(term, unit));
    }

    /** (actual − from) / (to − from). */
    private Optional<Term> way(Span span, Term from, Term to) {
        Term actual = new OwnFigure(span, Facet.ACTUAL, Type.measure(unit.dimension()));
        Operators operators = analysis.operators();
        Optional<Term> gone = operators.arithmetic(span, Arithmetic.Operator.SUBTRACT, span, actual, from);
        Optional<Term> whole = operators.arithmetic(span, Arithmetic.Operator.SUBTRACT, span, to, from);
        return gone.flatMap(above -> whole.flatMap(
                        below -> operators.arithmetic(span, Arithmetic.Operator.DIVIDE, span, above, below)))
                .flatMap(term -> new ResultUnit(operators, scope.reporter()).fit(term, Units.PERCENT));
    }

    private static Constant percent(Span at, String digits) {
        return new Constant(at, Quantity.of(digits, Units.PERCENT), PERCENT, digits + "%");
    }

    /** The steps that every case ends with; 100 % and 0 % of a verdict are rounded and kept whatever the steps are. */
    static List<Step> steps(AttainmentRule rule) {
        boolean same = rule.cases().stream()
                .allMatch(each -> each.rule().method() == AttainmentMethod.YES_NO
                        || each.rule().steps().equals(rule.steps()));
        return same ? rule.steps() : List.of();
    }

    /** An attainment by the verdict, and a verdict by the attainment: neither could be told. */
    static boolean isCircular(Optional<AttainmentRule> rule, Term condition) {
        boolean byVerdict =
                rule.stream().flatMap(AttainmentRule::all).anyMatch(found -> found.method() == AttainmentMethod.YES_NO);
        if (!byVerdict) {
            return false;
        }
        return names(condition, Facet.ATTAINMENT);
    }

    private static boolean names(Term term, Facet facet) {
        Deque<Term> open = new ArrayDeque<>(List.of(term));
        while (!open.isEmpty()) {
            Term next = open.pop();
            if (next instanceof OwnFigure own && own.facet() == facet) {
                return true;
            }
            Subterms.of(next).forEach(open::push);
        }
        return false;
    }
}
