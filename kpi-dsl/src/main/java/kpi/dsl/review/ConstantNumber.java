package kpi.dsl.review;

import java.util.Optional;
import kpi.model.Constant;
import kpi.model.Negation;
import kpi.model.Relation;
import kpi.model.Term;
import kpi.number.Exact;
import kpi.value.Quantity;
import kpi.value.Text;

/** Numbers and texts that stand in the formula itself. */
final class ConstantNumber {
    private ConstantNumber() {}

    /** A number with its sign; calculations are left alone. */
    static Optional<Exact> of(Term term) {
        if (term instanceof Constant constant && constant.value() instanceof Quantity quantity) {
            return Optional.of(quantity.canonical());
        }
        if (term instanceof Negation negation && negation.operand() instanceof Constant) {
            return of(negation.operand()).map(Exact::negate);
        }
        return Optional.empty();
    }

    static Optional<String> text(Term term) {
        return term instanceof Constant constant && constant.value() instanceof Text text
                ? Optional.of(text.text())
                : Optional.empty();
    }

    /** Whether a relation holds between two constants; empty if one is none. */
    static Optional<Boolean> compared(Term left, Relation relation, Term right) {
        Optional<Exact> one = of(left);
        Optional<Exact> other = of(right);
        if (one.isPresent() && other.isPresent()) {
            return Optional.of(holds(one.get().compareTo(other.get()), relation));
        }
        Optional<String> text = text(left);
        Optional<String> otherText = text(right);
        boolean texts = text.isPresent() && otherText.isPresent();
        return texts && (relation == Relation.EQUAL || relation == Relation.NOT_EQUAL)
                ? Optional.of(text.equals(otherText) == (relation == Relation.EQUAL))
                : Optional.empty();
    }

    static boolean holds(int order, Relation relation) {
        return switch (relation) {
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
        };
    }
}
