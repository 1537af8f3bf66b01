package kpi.dsl.analysis;

import java.util.List;
import java.util.Set;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expression;
import kpi.function.KpiFunction;
import kpi.model.Constant;
import kpi.model.Term;
import kpi.number.Exact;
import kpi.number.NumberText;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.value.Quantity;

/**
 * {@code round(a / b, 2)} in a KPI in %: two places of the ratio are whole percents, 0.94 and so 94 %, where two places of
 * the percentage are mostly meant. The function counts places in its argument's own unit, so this is only a warning.
 */
final class RoundedRatios {
    private static final Set<String> FUNCTIONS = Set.of("round", "truncate", "round up");

    private RoundedRatios() {}

    static void check(Scope scope, Expression.Application application, KpiFunction function, List<Term> arguments) {
        boolean percent = scope.activation().isEmpty()
                && scope.symbols()
                        .own()
                        .filter(own -> own.unit().dimension().equals(Dimension.PERCENT))
                        .isPresent();
        if (!percent || arguments.size() != 2 || !FUNCTIONS.contains(function.name(Language.EN))) {
            return;
        }
        Term rounded = arguments.get(0);
        if (!Operators.isMeasure(rounded)
                || !Operators.dimension(rounded).equals(Dimension.RATIO)
                || rounded instanceof Constant
                || !(arguments.get(1) instanceof Constant places)
                || !(places.value() instanceof Quantity count)) {
            return;
        }
        Exact size = count.canonical();
        if (!size.isInteger() || size.signum() < 0 || size.compareTo(Exact.of(6, 0)) > 0) {
            return;
        }
        int digits = Integer.parseInt(NumberText.plain(size));
        Span first = application.arguments().get(0).span();
        Span end = first.source().span(first.end(), first.end());
        boolean simple = application.arguments().get(0) instanceof Expression.Binary binary
                && (binary.operator() == Expression.Binary.Operator.DIVIDE
                        || binary.operator() == Expression.Binary.Operator.MULTIPLY);
        Problem.Builder problem = Problem.of(AnalysisCode.ROUNDED_RATIO, application.span())
                .with("places", digits)
                .with("size", NumberText.plain(Exact.of(1, digits)))
                .with("percent", NumberText.plain(Exact.of(100, digits)));
        if (simple) {
            problem.edit(end, " × 100%");
        }
        scope.reporter().report(problem);
    }
}
