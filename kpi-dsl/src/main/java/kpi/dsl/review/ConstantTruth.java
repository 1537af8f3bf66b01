package kpi.dsl.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.model.Comparison;
import kpi.model.Constant;
import kpi.model.Logic;
import kpi.model.Not;
import kpi.model.Relation;
import kpi.model.Term;
import kpi.value.Truth;

/**
 * Whether a condition is decided before any data are read: it compares constants, or asks of one thing what cannot hold
 * together, as {@code 5 < x and x < 3}. What it does not see through is undecided.
 */
final class ConstantTruth {
    private ConstantTruth() {}

    static Optional<Boolean> of(Term condition) {
        if (condition instanceof Constant constant && constant.value() instanceof Truth truth) {
            return Optional.of(truth.isTrue());
        }
        if (condition instanceof Not not) {
            return of(not.operand()).map(truth -> !truth);
        }
        if (condition instanceof Comparison comparison) {
            return comparison(comparison);
        }
        return condition instanceof Logic logic ? logic(logic) : Optional.empty();
    }

    private static Optional<Boolean> logic(Logic logic) {
        boolean deciding = logic.operator() == Logic.Operator.OR;
        boolean open = false;
        for (Term operand : logic.operands()) {
            Optional<Boolean> truth = of(operand);
            if (truth.isPresent() && truth.get() == deciding) {
                return truth;
            }
            open |= truth.isEmpty();
        }
        if (!open) {
            return Optional.of(!deciding);
        }
        return deciding ? Optional.empty() : contradiction(logic.operands());
    }

    private static Optional<Boolean> comparison(Comparison comparison) {
        boolean open = false;
        Term left = comparison.first();
        for (Comparison.Link link : comparison.links()) {
            Optional<Boolean> truth = ConstantNumber.compared(left, link.relation(), link.right());
            if (truth.isPresent() && !truth.get()) {
                return truth;
            }
            open |= truth.isEmpty();
            left = link.right();
        }
        return open ? contradiction(List.of(comparison)) : Optional.of(true);
    }

    /** What several conditions ask of the same thing, all of which must hold. */
    private static Optional<Boolean> contradiction(List<Term> conditions) {
        Demands demands = new Demands();
        for (Term condition : flat(conditions)) {
            if (condition instanceof Comparison comparison) {
                Term left = comparison.first();
                for (Comparison.Link link : comparison.links()) {
                    demands.add(left, link.relation(), link.right());
                    demands.add(link.right(), mirrored(link.relation()), left);
                    left = link.right();
                }
            }
        }
        return demands.contradict() ? Optional.of(false) : Optional.empty();
    }

    private static List<Term> flat(List<Term> conditions) {
        List<Term> all = new ArrayList<>(conditions);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) instanceof Logic logic && logic.operator() == Logic.Operator.AND) {
                all.addAll(logic.operands());
            }
        }
        return all;
    }

    private static Relation mirrored(Relation relation) {
        return switch (relation) {
            case LESS -> Relation.GREATER;
            case AT_MOST -> Relation.AT_LEAST;
            case GREATER -> Relation.LESS;
            case AT_LEAST -> Relation.AT_MOST;
            case EQUAL -> Relation.EQUAL;
            case NOT_EQUAL -> Relation.NOT_EQUAL;
        };
    }
}
