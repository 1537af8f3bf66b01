package kpi.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.engine.Outcome;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.value.Quantity;
import kpi.value.Truth;

/**
 * One line of an explanation: {@code formula = result → result after a step}.
 *
 * @param prefix what is said before the formula
 * @param formula what stands before the sign; empty where there is only a value
 * @param results the value, and what each step made of it
 * @param style how the results are shown
 * @param suffix what is said behind the results
 */
record Line(Text prefix, Optional<Text> formula, List<Outcome> results, Shown style, Text suffix) {
    Line {
        results = List.copyOf(results);
    }

    private static final Text NOTHING = language -> "";

    /** A text in both languages, written when it is wanted. */
    @FunctionalInterface
    interface Text {
        String in(Language language);
    }

    static Line of(Outcome value) {
        return new Line(NOTHING, Optional.empty(), List.of(value), Shown.WITH_UNIT, NOTHING);
    }

    static Line of(Text formula, Outcome value) {
        return new Line(NOTHING, Optional.of(formula), List.of(value), Shown.WITH_UNIT, NOTHING);
    }

    /** With what stands before the sign. */
    Line from(Text text) {
        return new Line(prefix, Optional.of(text), results, style, suffix);
    }

    Line in(KpiUnit unit) {
        return new Line(prefix, formula, results, style.in(unit), suffix);
    }

    /** With the digits alone. */
    Line withoutUnit() {
        return new Line(prefix, formula, results, style.withoutUnit(), suffix);
    }

    /** With something said before it. */
    Line after(Text text) {
        return new Line(language -> text.in(language) + prefix.in(language), formula, results, style, suffix);
    }

    /** With why the last step did something, in brackets behind it. */
    Line because(Text why) {
        Text before = suffix;
        return new Line(
                prefix,
                formula,
                results,
                style,
                language -> before.in(language)
                        + (language == Language.ZH_TW ? "（" : " (")
                        + why.in(language)
                        + (language == Language.ZH_TW ? "）" : ")"));
    }

    Outcome outcome() {
        return results.get(results.size() - 1);
    }

    /** Whether a step did anything; a value that only got another unit is the same. */
    boolean isChangedBy(Outcome after) {
        return !Shown.isSame(outcome(), after);
    }

    /** With what a step made of it. A ratio that a step turned into a percentage is shown as one from the start. */
    Line then(Outcome after) {
        Line same = after.quantity()
                .filter(quantity -> quantity.dimension() instanceof Dimension.Percent)
                .map(Quantity::unit)
                .filter(unit -> outcome()
                        .quantity()
                        .filter(quantity -> quantity.dimension() instanceof Dimension.Ratio)
                        .isPresent())
                .map(this::in)
                .orElse(this);
        if (!isChangedBy(after)) {
            return same;
        }
        List<Outcome> longer = new ArrayList<>(results);
        longer.add(after);
        return new Line(prefix, formula, longer, same.style, suffix);
    }

    /** The last step alone: {@code 5.3494… % → 5.35 %}. */
    Line lastStep(Outcome after) {
        return new Line(NOTHING, Optional.empty(), List.of(outcome(), after), style, NOTHING);
    }

    String in(Language language) {
        StringBuilder line = new StringBuilder(prefix.in(language));
        formula.ifPresent(text -> line.append(text.in(language)).append(sign(language)));
        for (int i = 0; i < results.size(); i++) {
            line.append(i == 0 ? "" : " → ").append(style.result(results.get(i), language));
        }
        return line.append(suffix.in(language)).toString();
    }

    private String sign(Language language) {
        Outcome first = results.get(0);
        if (first.value().filter(Truth.class::isInstance).isPresent()) {
            return Words.COLON.in(language);
        }
        return first instanceof Outcome.Present && first.provenance().approximate() ? " ≈ " : " = ";
    }
}
