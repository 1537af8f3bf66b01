package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.data.TableSchema;
import kpi.dsl.syntax.Expression;
import kpi.model.Logic;
import kpi.model.Term;

/** Conditions on rows; several hold together. */
final class Filters {
    private Filters() {}

    /** Empty where a problem was reported. */
    static Optional<Term> all(ExpressionAnalysis inRow, List<Expression> conditions) {
        List<Term> typed = new ArrayList<>();
        for (Expression condition : conditions) {
            inRow.analyse(condition).filter(inRow.operators()::requireTruth).ifPresent(typed::add);
        }
        return joined(typed, conditions.size());
    }

    /** Conditions of several places on the rows of one table. */
    static Optional<Term> ofRows(TableSchema row, List<Calls.InScope> conditions, Operators operators) {
        List<Term> typed = new ArrayList<>();
        for (Calls.InScope condition : conditions) {
            condition.analyse(row).filter(operators::requireTruth).ifPresent(typed::add);
        }
        return joined(typed, conditions.size());
    }

    /** All conditions as one, or none where there is none to hold; empty if one of them could not be read. */
    static Optional<Optional<Term>> all(List<Term> typed, int wanted) {
        return wanted == 0 && typed.isEmpty()
                ? Optional.of(Optional.empty())
                : joined(typed, wanted).map(Optional::of);
    }

    private static Optional<Term> joined(List<Term> typed, int wanted) {
        if (typed.size() != wanted) {
            return Optional.empty();
        }
        return typed.size() == 1
                ? Optional.of(typed.get(0))
                : Optional.of(new Logic(
                        typed.get(0).span().to(typed.get(typed.size() - 1).span()), Logic.Operator.AND, typed));
    }
}
