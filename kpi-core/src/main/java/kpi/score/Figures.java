package kpi.score;

import java.util.Optional;
import java.util.function.Supplier;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.engine.Outcome;
import kpi.explain.Explanation;
import kpi.model.KpiVersion;
import kpi.number.Exact;
import kpi.result.Figure;
import kpi.unit.KpiUnit;
import kpi.value.CalendarKind;
import kpi.value.Quantity;

/** Turns what an engine yields into what a host reads. */
final class Figures {
    private final CalendarKind calendar;

    Figures(CalendarKind calendar) {
        this.calendar = calendar;
    }

    /** A figure in a unit; {@code before} is the outcome before roundings. */
    Figure.Builder of(Outcome outcome, Outcome before, KpiUnit unit) {
        Figure.Builder figure;
        if (outcome instanceof Outcome.Missing missing) {
            figure = Figure.absent(missing.absence(), missing.reason());
        } else if (outcome instanceof Outcome.Failed failed) {
            figure = Figure.failed(failed.problem());
        } else {
            figure = Figure.of(Quantity.canonical(number(outcome).orElseThrow(), unit));
            number(before).ifPresent(exact -> figure.unrounded(Quantity.canonical(exact, unit)));
        }
        return figure.marks(Marks.of(outcome.provenance()))
                .coversTo(outcome.provenance().coversTo(), calendar);
    }

    Figure actual(Actual actual, KpiVersion version, String kpi, Supplier<Optional<Explanation>> how) {
        Figure.Builder figure =
                of(actual.value(), actual.before(), version.unit()).explained(how);
        if (!version.shownIn().equals(version.unit())) {
            figure.shownIn(version.shownIn());
        }
        if (actual.value() instanceof Outcome.Missing missing) {
            figure.because(missing(kpi, ACTUAL, missing));
        }
        return figure.build();
    }

    /** A target, shown like the actual. */
    Figure target(Outcome target, KpiVersion version, Supplier<Optional<Explanation>> how) {
        Figure.Builder figure = of(target, target, version.unit()).explained(how);
        if (!version.shownIn().equals(version.unit())) {
            figure.shownIn(version.shownIn());
        }
        return figure.build();
    }

    static final LocalText ACTUAL = new LocalText("實際值", "its actual");

    static Problem missing(String kpi, LocalText what, Outcome.Missing missing) {
        Problem.Builder problem = Problem.of(ScoreCode.MISSING_FIGURE, missing.place())
                .with("kpi", kpi)
                .with("what", what)
                .with("reason", reason(missing));
        missing.reasons().stream()
                .skip(1)
                .forEach(also -> problem.related(also.place(), "also-missing", "reason", reason(also)));
        return problem.build();
    }

    static LocalText reason(Outcome.Missing missing) {
        return reason(missing.reasons().get(0));
    }

    private static LocalText reason(Outcome.Reason why) {
        return new LocalText(
                why.absence().in(Language.ZH_TW) + "，" + why.text().zh(),
                why.absence().in(Language.EN) + ", " + why.text().en());
    }

    /** The number of an outcome in the base unit; empty if it has none. */
    static Optional<Exact> number(Outcome outcome) {
        return outcome.quantity().map(Quantity::canonical);
    }
}
