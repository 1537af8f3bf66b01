package kpi.score;

import kpi.diagnostic.LocalText;
import kpi.model.Arithmetic;
import kpi.model.Facet;
import kpi.model.OwnFigure;
import kpi.model.Term;

/** How an attainment reads in short: as a quotient where the rule is one. */
enum Quotient {
    ACTUAL_OVER_TARGET,
    TARGET_OVER_ACTUAL,
    OTHER;

    static Quotient of(Term rule) {
        if (rule instanceof Arithmetic quotient
                && quotient.operator() == Arithmetic.Operator.DIVIDE
                && quotient.left() instanceof OwnFigure left
                && quotient.right() instanceof OwnFigure right) {
            if (left.facet() == Facet.ACTUAL && right.facet() == Facet.TARGET) {
                return ACTUAL_OVER_TARGET;
            }
            if (left.facet() == Facet.TARGET && right.facet() == Facet.ACTUAL) {
                return TARGET_OVER_ACTUAL;
            }
        }
        return OTHER;
    }

    /** The numbers, without their unit. */
    LocalText of(String actual, String target) {
        return switch (this) {
            case ACTUAL_OVER_TARGET -> both(actual + "/" + target);
            case TARGET_OVER_ACTUAL -> both(target + "/" + actual);
            case OTHER ->
                new LocalText("實際值 " + actual + "、目標值 " + target, "actual " + actual + " and target " + target);
        };
    }

    private static LocalText both(String text) {
        return new LocalText(text, text);
    }
}
