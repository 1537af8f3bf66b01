package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.Limit;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expression;
import kpi.model.Excepted;
import kpi.model.Term;
import kpi.model.Undefined;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.unit.UnitAlgebra;
import kpi.value.Type;

/** Ordered guards, of which the first that holds wins, and rules with exceptions, of which at most one may hold. */
final class Guards {
    private final ExpressionAnalysis analysis;
    private final Operators operators;
    private final Reporter reporter;

    Guards(ExpressionAnalysis analysis) {
        this.analysis = analysis;
        this.operators = analysis.operators();
        this.reporter = analysis.scope().reporter();
    }

    /** More rows than this are a table; each row is one condition deeper, so a host cannot raise it. */
    private long mostRows() {
        return Math.min(analysis.scope().literals().limits().get(Limit.NESTING), Limit.NESTING.standard());
    }

    Optional<Term> read(Expression.Guarded guarded) {
        long most = mostRows();
        if (guarded.rows().size() > most) {
            reporter.report(
                    Problem.of(AnalysisCode.LIMIT_GUARDS, guarded.span()).with("limit", most));
            return Optional.empty();
        }
        List<Term> conditions = new ArrayList<>();
        List<Term> values = new ArrayList<>();
        for (Expression.Guarded.Row row : guarded.rows()) {
            analysis.analyse(row.value()).ifPresent(values::add);
            analysis.analyse(row.condition()).filter(operators::requireTruth).ifPresent(conditions::add);
        }
        guarded.otherwise().flatMap(analysis::analyse).ifPresent(values::add);
        int rows = guarded.rows().size();
        int wanted = rows + (guarded.otherwise().isPresent() ? 1 : 0);
        if (!isWhole(guarded) || conditions.size() != rows || values.size() != wanted) {
            return Optional.empty();
        }
        List<Term> fitted = fitZeros(values);
        Span end = lastOf(guarded.span());
        Term rest = guarded.otherwise().isPresent()
                ? fitted.get(rows)
                : new Undefined(
                        guarded.undefined() ? end : guarded.span(),
                        fitted.get(rows - 1).type());
        for (int i = rows - 1; i >= 0; i--) {
            Span from = guarded.rows().get(i).value().span().to(guarded.span());
            Optional<Term> joined = operators.conditional(from, conditions.get(i), fitted.get(i), rest);
            if (joined.isEmpty()) {
                return joined;
            }
            rest = joined.get();
        }
        return Optional.of(rest);
    }

    private static Span lastOf(Span span) {
        return span.source().span(Math.max(span.start(), span.end() - 1), span.end());
    }

    /** Every case is told, and every row can be reached. */
    private boolean isWhole(Expression.Guarded guarded) {
        Coverage coverage = new Coverage(analysis);
        Map<String, Span> seen = new HashMap<>();
        for (Expression.Guarded.Row row : guarded.rows()) {
            Span at = row.condition().span();
            Span earlier = seen.putIfAbsent(Symbols.Restatement.form(at.text()), at);
            if (earlier != null || coverage.isComplete()) {
                Problem.Builder problem = Problem.of(AnalysisCode.GUARD_UNREACHABLE, at);
                if (earlier != null) {
                    problem.related(earlier, "first-clause");
                }
                reporter.report(problem);
            }
            coverage.add(row.condition());
        }
        if (guarded.otherwise().isPresent() || guarded.undefined() || coverage.isComplete()) {
            return true;
        }
        Span end = guarded.span()
                .source()
                .span(guarded.span().end(), guarded.span().end());
        boolean chinese = guarded.span().text().codePoints().anyMatch(c -> c == '當');
        reporter.report(Problem.of(AnalysisCode.GUARDS_OPEN, guarded.span())
                .edit(end, chinese ? "，其餘 無定義" : ", otherwise undefined"));
        return false;
    }

    /** A bare 0 takes the dimension of the first row that has one. */
    private static List<Term> fitZeros(List<Term> values) {
        Optional<Dimension> leading = values.stream()
                .filter(Operators::isMeasure)
                .map(Operators::dimension)
                .filter(dimension -> !dimension.equals(Dimension.NUMBER))
                .findFirst();
        return leading.map(dimension -> values.stream()
                        .map(value -> Operators.retypeZero(value, dimension))
                        .toList())
                .orElse(values);
    }

    Optional<Term> read(Expression.Excepted excepted) {
        Optional<Term> base = analysis.analyse(excepted.base());
        List<Excepted.Case> cases = new ArrayList<>();
        Map<String, Span> labels = new HashMap<>();
        boolean sound = true;
        for (Expression.Excepted.Case each : excepted.cases()) {
            Span earlier = labels.putIfAbsent(each.label().text(), each.label().span());
            if (earlier != null) {
                reporter.report(Problem.of(
                                AnalysisCode.EXCEPTION_LABEL_TWICE, each.label().span())
                        .with("label", each.label().text())
                        .related(earlier, "first-clause"));
                sound = false;
            }
            Optional<Term> condition = analysis.analyse(each.condition()).filter(operators::requireTruth);
            Optional<Term> value = analysis.analyse(each.value());
            if (condition.isPresent() && value.isPresent()) {
                cases.add(new Excepted.Case(each.span(), each.label().text(), condition.get(), value.get()));
            }
        }
        if (!sound || base.isEmpty() || cases.size() != excepted.cases().size()) {
            return Optional.empty();
        }
        return joined(excepted, base.get(), cases);
    }

    private Optional<Term> joined(Expression.Excepted excepted, Term base, List<Excepted.Case> cases) {
        List<Term> values = new ArrayList<>();
        values.add(base);
        cases.forEach(each -> values.add(each.value()));
        List<Term> fitted = fitZeros(values);
        Type type = fitted.get(0).type();
        List<Excepted.Case> typed = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            Excepted.Case each = cases.get(i);
            // Asked as a choice between the two, so that a clash is told like any other.
            Optional<Term> asked =
                    operators.conditional(excepted.span(), each.condition(), fitted.get(0), fitted.get(i + 1));
            if (asked.isEmpty()) {
                return asked;
            }
            type = wider(type, asked.get().type());
            typed.add(new Excepted.Case(each.span(), each.label(), each.condition(), fitted.get(i + 1)));
        }
        return Optional.of(new Excepted(excepted.span(), fitted.get(0), typed, type));
    }

    private static Type wider(Type first, Type second) {
        if (first instanceof Type.Measure one
                && second instanceof Type.Measure other
                && UnitAlgebra.join(one.dimension(), other.dimension()) instanceof UnitAlgebra.Outcome.Of of) {
            return Type.measure(of.dimension());
        }
        return second;
    }
}
