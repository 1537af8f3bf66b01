package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.dsl.syntax.Expression;
import kpi.model.ColumnTerm;
import kpi.model.Comparison;
import kpi.model.Constant;
import kpi.model.DefinitionTerm;
import kpi.model.InputTerm;
import kpi.model.Let;
import kpi.model.Local;
import kpi.model.LocalTerm;
import kpi.model.Logic;
import kpi.model.Not;
import kpi.model.Relation;
import kpi.model.Term;

/** {@code x in (a, b)}: equal to one of them. */
final class Memberships {
    private final ExpressionAnalysis analysis;

    Memberships(ExpressionAnalysis analysis) {
        this.analysis = analysis;
    }

    Optional<Term> read(Expression.Membership written) {
        Optional<Term> operand = analysis.analyse(written.operand());
        List<Term> choices = new ArrayList<>();
        for (Expression choice : written.choices()) {
            analysis.analyse(choice).ifPresent(choices::add);
        }
        if (operand.isEmpty() || choices.size() != written.choices().size()) {
            return Optional.empty();
        }
        Optional<Local> local = isLeaf(operand.get())
                ? Optional.empty()
                : Optional.of(new Local(
                        written.operand().span().text(),
                        operand.get(),
                        written.operand().span()));
        Term tested = local.<Term>map(found -> new LocalTerm(written.operand().span(), found))
                .orElse(operand.get());
        List<Term> tests = new ArrayList<>();
        for (Term choice : choices) {
            analysis.operators()
                    .comparison(
                            choice.span(),
                            tested,
                            List.of(new Comparison.Link(Relation.EQUAL, written.operatorSpan(), choice)))
                    .ifPresent(tests::add);
        }
        if (tests.size() != choices.size()) {
            return Optional.empty();
        }
        Term any = tests.size() == 1 ? tests.get(0) : new Logic(written.span(), Logic.Operator.OR, tests);
        Term held = written.negated() ? new Not(written.span(), any) : any;
        return Optional.of(local.<Term>map(
                        found -> new Let(written.span(), written.operatorSpan().text(), List.of(found), held))
                .orElse(held));
    }

    private static boolean isLeaf(Term term) {
        return term instanceof ColumnTerm
                || term instanceof InputTerm
                || term instanceof DefinitionTerm
                || term instanceof LocalTerm
                || term instanceof Constant;
    }
}
