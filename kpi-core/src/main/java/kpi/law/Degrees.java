package kpi.law;

import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.model.Aggregate;
import kpi.model.Aggregation;
import kpi.model.Arithmetic;
import kpi.model.Capped;
import kpi.model.ColumnTerm;
import kpi.model.Comparison;
import kpi.model.Conditional;
import kpi.model.Constant;
import kpi.model.DefinitionTerm;
import kpi.model.FunctionCall;
import kpi.model.InputTerm;
import kpi.model.LawRule;
import kpi.model.Logic;
import kpi.model.MissingTest;
import kpi.model.Negation;
import kpi.model.Not;
import kpi.model.OwnFigure;
import kpi.model.Rounded;
import kpi.model.Subterms;
import kpi.model.Term;
import kpi.model.TextTest;

/**
 * The degree in which a term follows its subjects: where they are multiplied by k, the term is multiplied by k to that
 * power. Empty where that is not known; a truth that stays as it is has degree 0.
 */
final class Degrees {
    private static final int DEEPEST = 60;
    private static final Optional<Integer> UNKNOWN = Optional.empty();

    private final LawRule.Scale scale;
    private final boolean actualStays;

    /** @param actualStays whether the actual, as an attainment line names it, is known to stay as it is */
    Degrees(LawRule.Scale scale, boolean actualStays) {
        this.scale = scale;
        this.actualStays = actualStays;
    }

    Optional<Integer> of(Term term) {
        return of(term, 0);
    }

    private Optional<Integer> of(Term term, int depth) {
        if (depth > DEEPEST) {
            return UNKNOWN;
        }
        int deeper = depth + 1;
        if (term instanceof Constant) {
            return Optional.of(0);
        }
        if (term instanceof InputTerm input) {
            return Optional.of(isScaled(input) ? 1 : 0);
        }
        if (term instanceof ColumnTerm column) {
            return Optional.of(
                    scale.subjects().contains(new LawRule.OfColumn(column.table(), column.column())) ? 1 : 0);
        }
        if (term instanceof OwnFigure) {
            return actualStays ? Optional.of(0) : UNKNOWN;
        }
        if (term instanceof DefinitionTerm named) {
            return of(named.definition().value(), deeper);
        }
        if (term instanceof Negation negation) {
            return of(negation.operand(), deeper);
        }
        if (term instanceof Arithmetic arithmetic) {
            return arithmetic(arithmetic, of(arithmetic.left(), deeper), of(arithmetic.right(), deeper));
        }
        if (term instanceof Capped || term instanceof Comparison) {
            Optional<Integer> common = common(Subterms.of(term), deeper);
            return term instanceof Comparison ? common.map(any -> 0) : common;
        }
        if (term instanceof Rounded rounded) {
            return of(rounded.base(), deeper).filter(degree -> degree == 0);
        }
        if (term instanceof FunctionCall call) {
            String name = call.function().name(Language.EN);
            boolean extreme = name.equals("min") || name.equals("max");
            return common(call.arguments(), deeper).filter(degree -> extreme || degree == 0);
        }
        if (term instanceof Conditional choice) {
            return of(choice.condition(), deeper)
                    .filter(degree -> degree == 0)
                    .flatMap(stays -> common(List.of(choice.then(), choice.otherwise()), deeper));
        }
        if (term instanceof Aggregation aggregation) {
            return aggregation(aggregation, deeper);
        }
        boolean truth = term instanceof Logic || term instanceof Not || term instanceof TextTest;
        return truth
                ? common(Subterms.of(term), deeper).filter(degree -> degree == 0)
                : term instanceof MissingTest
                        ? common(Subterms.of(term), deeper).map(any -> 0)
                        : UNKNOWN;
    }

    private boolean isScaled(InputTerm term) {
        return scale.subjects().stream()
                .anyMatch(subject -> subject instanceof LawRule.OfInput of
                        && of.input().kpi().equals(term.input().kpi())
                        && of.input().name().equals(term.input().name()));
    }

    private static Optional<Integer> arithmetic(Arithmetic term, Optional<Integer> left, Optional<Integer> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return UNKNOWN;
        }
        return switch (term.operator()) {
            case ADD, SUBTRACT -> left.equals(right) ? left : UNKNOWN;
            case MULTIPLY -> Optional.of(left.get() + right.get());
            case DIVIDE -> Optional.of(left.get() - right.get());
            case POWER -> left.get() == 0 && right.get() == 0 ? left : UNKNOWN;
        };
    }

    /** The degree that all have. */
    private Optional<Integer> common(List<Term> terms, int depth) {
        Optional<Integer> first = terms.isEmpty() ? UNKNOWN : of(terms.get(0), depth);
        for (Term term : terms) {
            if (first.isEmpty() || !of(term, depth).equals(first)) {
                return UNKNOWN;
            }
        }
        return first;
    }

    private Optional<Integer> aggregation(Aggregation term, int depth) {
        boolean plain = term.within().isEmpty()
                && term.second().isEmpty()
                && term.where()
                        .map(where ->
                                of(where, depth).filter(degree -> degree == 0).isPresent())
                        .orElse(true);
        if (!plain) {
            return UNKNOWN;
        }
        if (term.value().isEmpty()) {
            return Optional.of(0);
        }
        Aggregate how = term.aggregate();
        boolean linear = List.of(Aggregate.SUM, Aggregate.AVERAGE, Aggregate.MIN, Aggregate.MAX)
                .contains(how);
        return of(term.value().get(), depth).filter(degree -> linear || degree == 0);
    }
}
