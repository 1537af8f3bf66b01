package kpi.explain;

import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.engine.Outcome;
import kpi.model.MissingKind;
import kpi.number.Exact;
import kpi.number.Rounding;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.value.Quantity;
import kpi.value.Value;

/**
 * How values stand in an explanation.
 *
 * @param unit the unit results are shown in, where they can be
 * @param bare whether the unit word is left out
 */
record Shown(Optional<KpiUnit> unit, boolean bare) {
    static final Shown WITH_UNIT = new Shown(Optional.empty(), false);

    private static final String MAGNITUDES = "十百千萬億兆";

    /** A decimal with more places than this is cut like a fraction. */
    private static final int EXACT_PLACES = 10;

    /** So many places are left of what is cut, or more if they are all 0. */
    private static final int CUT_PLACES = 4;

    private static final int MOST_PLACES = 40;

    /** A longer number is only told by its length. */
    private static final int MOST_DIGITS = 100;

    Shown in(KpiUnit other) {
        return new Shown(Optional.of(other), bare);
    }

    Shown withoutUnit() {
        return new Shown(unit, true);
    }

    static boolean isSame(Outcome before, Outcome after) {
        if (before.quantity().isPresent() && after.quantity().isPresent()) {
            return before.quantity()
                    .get()
                    .canonical()
                    .equals(after.quantity().get().canonical());
        }
        return before.getClass().equals(after.getClass());
    }

    /** An outcome as a result: a value, or why there is none. */
    String result(Outcome outcome, Language language) {
        if (outcome instanceof Outcome.Missing missing) {
            return missing.absence().in(language)
                    + Words.COLON.in(language)
                    + missing.reason().in(language);
        }
        if (outcome instanceof Outcome.Failed failed) {
            return Words.FAILED.in(language)
                    + Words.COLON.in(language)
                    + failed.problem().message(language);
        }
        return value((Outcome.Present) outcome, language);
    }

    /** An outcome inside a formula: a value, or the name of what has none and the kind of absence. */
    String operand(Outcome outcome, String name, Language language) {
        if (outcome instanceof Outcome.Present present) {
            return value(present, language);
        }
        return Words.inBrackets(name + Words.COLON.in(language) + why(outcome, language), language);
    }

    /** An argument without a value that its call does without. */
    String leftOut(Outcome outcome, String name, Language language) {
        String text = name + Words.COLON.in(language) + why(outcome, language) + Words.LEFT_OUT.in(language);
        return Words.inBrackets(text, language);
    }

    private static String why(Outcome outcome, Language language) {
        if (outcome instanceof Outcome.Missing missing) {
            return missing.absence().in(language);
        }
        return outcome.lacks(MissingKind.UNDEFINED) ? MissingKind.UNDEFINED.name(language) : Words.FAILED.in(language);
    }

    private String value(Outcome.Present present, Language language) {
        Value value = present.present();
        if (!(value instanceof Quantity quantity)) {
            return value.display(language);
        }
        if (present.printed().isPresent() && !bare && unit.isEmpty()) {
            return printed(present.printed().get(), quantity.unit().symbol());
        }
        return quantity(converted(quantity), language);
    }

    /** The text of the document; where it ends with a digit or a magnitude, its unit stands elsewhere and is added. */
    private static String printed(String text, String symbol) {
        String stripped = text.strip();
        int last = stripped.isEmpty() ? '0' : stripped.codePointBefore(stripped.length());
        boolean open = Character.isDigit(last) || MAGNITUDES.indexOf(last) >= 0;
        return open ? stripped + symbol : stripped;
    }

    private Quantity converted(Quantity quantity) {
        return unit.filter(other -> isShownIn(quantity.dimension(), other.dimension()))
                .map(quantity::as)
                .orElse(quantity);
    }

    private static boolean isShownIn(Dimension from, Dimension to) {
        return from.equals(to) || from instanceof Dimension.Ratio && to instanceof Dimension.Percent;
    }

    private String quantity(Quantity quantity, Language language) {
        Exact number = quantity.in(quantity.unit());
        if (number.digits() > MOST_DIGITS) {
            return withUnit(Words.digits(number.digits(), language), quantity.unit());
        }
        if (number.round(EXACT_PLACES, Rounding.DOWN).equals(number)) {
            return bare ? digits(quantity.display(language)) : quantity.display(language);
        }
        int places = CUT_PLACES;
        while (number.round(places, Rounding.DOWN).isZero() && places < MOST_PLACES) {
            places += CUT_PLACES;
        }
        Quantity cut = Quantity.of(number.round(places, Rounding.DOWN), quantity.unit());
        return withUnit(digits(cut.display(language, places)) + "…", quantity.unit());
    }

    private String withUnit(String digits, KpiUnit shown) {
        return bare || shown.symbol().isEmpty() ? digits : digits + " " + shown.symbol();
    }

    /** What stands before the unit word. */
    private static String digits(String displayed) {
        int space = displayed.indexOf(' ');
        return space < 0 ? displayed : displayed.substring(0, space);
    }
}
