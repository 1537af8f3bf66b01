package kpi.dsl.analysis;

import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expression;
import kpi.model.Aggregate;
import kpi.model.Arithmetic;
import kpi.model.RowNeeds;
import kpi.model.Term;

/** A plain mean of quotients is seldom what is meant: the ratio of the whole is another figure. Neither is guessed. */
final class QuotientMeans {
    private QuotientMeans() {}

    /** Warns of a mean whose value divides by something of the row, and offers both words. */
    static void warn(Expression.Application application, Aggregate aggregate, Optional<Term> value, Reporter reporter) {
        if (aggregate.function().equals(Aggregate.AVERAGE.function())
                && value.isPresent()
                && value.get() instanceof Arithmetic quotient
                && quotient.operator() == Arithmetic.Operator.DIVIDE
                && !RowNeeds.of(quotient.right()).tables().isEmpty()) {
            Problem.Builder problem = Problem.of(AnalysisCode.MEAN_OF_QUOTIENT, application.span());
            String rest = application.brackets().text();
            int behind = application.arguments().get(0).span().end()
                    - application.brackets().start();
            boolean chinese = application.name().spelling().codePoints().anyMatch(Character::isIdeographic);
            List<String> words = chinese ? List.of("總和之比", "比率之平均") : List.of("ratio of sums", "mean of ratios");
            arguments(application.arguments().get(0))
                    .ifPresent(arguments -> words.forEach(
                            word -> problem.edit(application.span(), word + "(" + arguments + rest.substring(behind))));
            reporter.report(problem);
        }
    }

    /** The two values with a comma between; what narrows the rows stays with the first. Empty if they are not written here. */
    private static Optional<String> arguments(Expression written) {
        Expression rows = written;
        while (rows instanceof Expression.Filtered || rows instanceof Expression.Within) {
            rows = rows instanceof Expression.Filtered filtered ? filtered.rows() : ((Expression.Within) rows).rows();
        }
        String text = written.span().text();
        int from = written.span().start();
        Expression value = rows instanceof Expression.Each each ? each.value() : rows;
        if (!(value instanceof Expression.Binary quotient)) {
            return Optional.empty();
        }
        String before = text.substring(0, value.span().start() - from);
        String behind = text.substring(value.span().end() - from);
        return Optional.of(before
                + quotient.left().span().text()
                + behind
                + ", "
                + quotient.right().span().text());
    }
}
