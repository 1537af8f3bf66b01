package kpi.score;

import java.util.Optional;
import java.util.function.Predicate;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.engine.Outcome;
import kpi.model.Definition;
import kpi.model.Example.Expectation;
import kpi.model.MissingKind;
import kpi.number.NumberText;
import kpi.result.Figure;
import kpi.result.Rank;
import kpi.score.ExampleOutcome.Check;
import kpi.source.Span;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.CalendarKind;
import kpi.value.Quantity;
import kpi.value.Type;

/** Checks of examples beside the figures every KPI has: names, what is missing, grades, ranks. */
final class RowChecks {
    private static final LocalText NONE = new LocalText("沒有", "none");

    private RowChecks() {}

    /** The figure of a name; a name the KPI does not define has none. */
    static Check named(Scored scored, Expectation.Named expected) {
        LocalText what = both(expected.definition() + " " + expected.figure().text());
        Optional<Definition> definition = scored.version().stream()
                .flatMap(version -> version.definitions().stream())
                .filter(each -> each.name().equals(expected.definition()))
                .findFirst();
        Optional<Outcome> found =
                Optional.ofNullable(scored.actual().definitions().get(expected.definition()));
        if (found.isEmpty() || definition.isEmpty() || !(definition.get().type() instanceof Type.Measure measure)) {
            return new Check(what, NONE, false, expected.span());
        }
        KpiUnit unit = found.get().quantity().map(Quantity::unit).orElseGet(() -> Units.basic(measure.dimension()));
        Printed printed = Printed.of(expected.figure(), unit, unit);
        boolean holds = Figures.number(found.get()).filter(printed::fits).isPresent();
        return new Check(what, shown(found.get(), unit), holds, expected.span());
    }

    /** That there is no figure for lack of data; one that cannot be computed is another matter. */
    static Check absent(Scored scored, Expectation.Absent expected) {
        LocalText kind = new LocalText("缺值", "missing");
        return without(scored, expected.definition(), kind, Outcome.Missing.class::isInstance, expected.span());
    }

    /** That a computation has no value; data that are missing and limits are another matter. */
    static Check undefined(Scored scored, Expectation.Undefined expected) {
        LocalText kind = new LocalText("無定義", "undefined");
        return without(
                scored, expected.definition(), kind, outcome -> outcome.lacks(MissingKind.UNDEFINED), expected.span());
    }

    private static Check without(
            Scored scored, Optional<String> definition, LocalText kind, Predicate<Outcome> holds, Span span) {
        String name = definition.map(spelling -> spelling + " ").orElse("");
        LocalText what = new LocalText(name + kind.zh(), name + kind.en());
        Optional<Outcome> found = definition.isEmpty()
                ? Optional.of(scored.actual().value())
                : Optional.ofNullable(scored.actual().definitions().get(definition.get()));
        KpiUnit unit = scored.version().map(version -> version.unit()).orElse(Units.NUMBER);
        return new Check(
                what,
                found.map(outcome -> shown(
                                outcome, outcome.quantity().map(Quantity::unit).orElse(unit)))
                        .orElse(NONE),
                found.filter(holds).isPresent(),
                span);
    }

    static Check grade(Scored scored, Expectation.Grade expected) {
        return new Check(
                both(expected.label()),
                scored.grade().map(RowChecks::both).orElse(NONE),
                scored.grade().filter(expected.label()::equals).isPresent(),
                expected.span());
    }

    static Check rank(Optional<Rank> found, Expectation.Rank expected) {
        String place = NumberText.plain(expected.place());
        return new Check(
                new LocalText("序位 " + place, "rank " + place),
                found.map(rank -> both(rank.text())).orElse(NONE),
                found.filter(rank -> rank.place().equals(expected.place())).isPresent(),
                expected.span());
    }

    /** There is no row that the expectation could be about. */
    static Check noRow(Expectation expected) {
        return new Check(both(expected.span().text()), new LocalText("沒有列", "there is no row"), false, expected.span());
    }

    private static LocalText shown(Outcome outcome, KpiUnit unit) {
        Figure figure = new Figures(CalendarKind.ROC).of(outcome, outcome, unit).build();
        return new LocalText(figure.display(Language.ZH_TW), figure.display(Language.EN));
    }

    private static LocalText both(String text) {
        return new LocalText(text, text);
    }
}
