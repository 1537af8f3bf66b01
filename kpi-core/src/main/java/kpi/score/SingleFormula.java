package kpi.score;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import kpi.diagnostic.LocalText;
import kpi.engine.FactSource;
import kpi.engine.Outcome;
import kpi.engine.ReferenceEngine;
import kpi.engine.RowSet;
import kpi.engine.Scope;
import kpi.engine.scalar.ExactEngine;
import kpi.engine.scalar.ScalarEngine;
import kpi.explain.Tracer;
import kpi.model.InputDefinition;
import kpi.model.Step;
import kpi.model.Term;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.number.Rounding;
import kpi.result.Figure;
import kpi.source.Place;
import kpi.unit.KpiUnit;
import kpi.value.Absence;
import kpi.value.CalendarKind;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;

/** A formula outside any KPI. */
public final class SingleFormula {
    /** A formula without data has no period; nothing in it can ask. */
    private static final ReportingPeriod ANY = ReportingPeriod.western(2000);

    private final Term term;
    private final KpiUnit unit;
    private final List<Step> steps;

    public SingleFormula(Term term, KpiUnit unit, List<Step> steps) {
        this.term = Objects.requireNonNull(term, "term");
        this.unit = Objects.requireNonNull(unit, "unit");
        this.steps = List.copyOf(steps);
    }

    /**
     * The figure for numbers that are all given, each in the unit its input declares; empty if only the reference engine can
     * find it or say why there is none.
     *
     * @param inputs the same inputs, for whoever asks how it came about
     */
    public Optional<Figure> evaluate(
            Exact[] slots, Planned planned, Function<InputDefinition, Optional<Quantity>> inputs) {
        try {
            Quantity after = Quantity.canonical(planned.after().evaluate(slots), unit);
            Quantity before = steps.isEmpty()
                    ? after
                    : Quantity.canonical(planned.before().evaluate(slots), unit);
            // An explanation is found from the inputs once somebody reads it.
            return Optional.of(Figure.of(after)
                    .unrounded(before)
                    .explained(() -> evaluate(inputs).explanation())
                    .build());
        } catch (NumberException none) {
            return Optional.empty();
        }
    }

    /** The value in base units, for such numbers. */
    public Optional<Exact> value(Exact[] slots, Planned planned) {
        try {
            return Optional.of(planned.after().evaluate(slots));
        } catch (NumberException none) {
            return Optional.empty();
        }
    }

    /** The formula compiled, before and after its steps; or {@link Planned#isNone} if only the reference engine can evaluate it. */
    public Planned plan(ToIntFunction<InputDefinition> slots) {
        Optional<ExactEngine> before = ExactEngine.compile(term, List.of(), slots);
        if (steps.isEmpty()) {
            return before.map(plan -> new Planned(plan, plan)).orElse(Planned.NONE);
        }
        return before.flatMap(plan -> ExactEngine.compile(term, steps, slots).map(after -> new Planned(plan, after)))
                .orElse(Planned.NONE);
    }

    /** The same on longs of fixed places; empty if only the exact engines can evaluate it. */
    public Optional<ScalarEngine> scaled(
            ToIntFunction<InputDefinition> slots, int[] slotPlaces, int places, Rounding mode) {
        return ScalarEngine.compile(term, steps, slots, slotPlaces, unit, places, mode);
    }

    /** The unit of the value. */
    public KpiUnit unit() {
        return unit;
    }

    /** A compiled formula. */
    public record Planned(ExactEngine before, ExactEngine after) {
        private static final Planned NONE = new Planned(slots -> Exact.ZERO, slots -> Exact.ZERO);

        /** Whether it is none: one object rather than an {@code Optional} for each of very many formulas. */
        @SuppressWarnings("ReferenceEquality")
        public boolean isNone() {
            return this == NONE;
        }
    }

    /** The figure for these inputs; an input that is not given makes it missing. */
    public Figure evaluate(Function<InputDefinition, Optional<Quantity>> inputs) {
        Tracer tracer = Tracer.steps();
        Scope scope =
                Scope.builder(ANY).facts(new Inputs(inputs)).listener(tracer).build();
        Outcome before = ReferenceEngine.evaluate(term, scope);
        List<Outcome> trail = ReferenceEngine.trail(steps, before, scope);
        Outcome after = trail.isEmpty() ? before : trail.get(trail.size() - 1);
        Figure.Builder figure = new Figures(CalendarKind.ROC)
                .of(after, before, unit)
                .explained(tracer.explain(term).map(how -> how.in(unit).then(steps, trail)));
        if (after instanceof Outcome.Missing missing) {
            figure.because(Figures.missing(term.span().text(), new LocalText("值", "a value"), missing));
        }
        return figure.build();
    }

    private record Inputs(Function<InputDefinition, Optional<Quantity>> given) implements FactSource {
        @Override
        public Outcome input(InputDefinition input, ReportingPeriod period) {
            return given.apply(input)
                    .<Outcome>map(Outcome::of)
                    .orElseGet(() -> new Outcome.Missing(
                            Absence.NOT_REPORTED,
                            new LocalText("沒有給「" + input.name() + "」", "\"" + input.name() + "\" is not given"),
                            Place.input(input.name()),
                            kpi.engine.Provenance.exact()));
        }

        @Override
        public RowSet rows(String table, ReportingPeriod period) {
            LocalText none = new LocalText("單獨的公式沒有資料表", "a formula alone has no datasets");
            return new RowSet.Absent(new Outcome.Missing(
                    Absence.NOT_REPORTED, none, Place.cell(table, "", 0, "", ""), kpi.engine.Provenance.exact()));
        }
    }
}
