package kpi.dsl.analysis;

import java.util.Optional;
import kpi.model.Arithmetic;
import kpi.model.Bound;
import kpi.model.Capped;
import kpi.model.Constant;
import kpi.model.Facet;
import kpi.model.Negation;
import kpi.model.OwnFigure;
import kpi.model.Term;
import kpi.model.Tolerance;
import kpi.source.Span;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.Type;

/** How far a figure is from the target of its KPI, or from the band that is its target, as a formula. */
final class Nearness {
    private final Operators operators;
    private final KpiUnit unit;

    Nearness(Operators operators, KpiUnit unit) {
        this.operators = operators;
        this.unit = unit;
    }

    /** How far a figure lies outside of the band, or of what counts as the target; zero inside. */
    Optional<Term> beyond(Span at, Term figure, boolean band, Optional<Tolerance> tolerance) {
        if (figure instanceof OwnFigure own && own.facet() == Facet.TARGET) {
            return Optional.of(zero(at, unit)); // also where it is a band, and no figure
        }
        Optional<Term> lowest = band ? own(at, Facet.TARGET_LOWEST) : edge(at, Arithmetic.Operator.SUBTRACT, tolerance);
        Optional<Term> highest = band ? own(at, Facet.TARGET_HIGHEST) : edge(at, Arithmetic.Operator.ADD, tolerance);
        Optional<Term> under = lowest.flatMap(low -> minus(at, low, figure));
        Optional<Term> over = highest.flatMap(high -> minus(at, figure, high));
        return under.flatMap(one -> over.map(other -> larger(at, larger(at, one, other), zero(at, unit))));
    }

    /** {@code 1 − |actual − target| / |target|}; of a band by its nearer end, and 1 inside. */
    Optional<Term> closeness(Span at, boolean band) {
        Optional<Term> actual = own(at, Facet.ACTUAL);
        Optional<Term> lowest = own(at, band ? Facet.TARGET_LOWEST : Facet.TARGET);
        Optional<Term> highest = own(at, band ? Facet.TARGET_HIGHEST : Facet.TARGET);
        Optional<Term> under = actual.flatMap(a -> lowest.flatMap(low -> minus(at, low, a)))
                .flatMap(way -> lowest.flatMap(low -> share(at, way, low)));
        Optional<Term> over = actual.flatMap(a -> highest.flatMap(high -> minus(at, a, high)))
                .flatMap(way -> highest.flatMap(high -> share(at, way, high)));
        Optional<Term> away = under.flatMap(one -> over.map(other -> larger(at, one, other)));
        Term none = zero(at, Units.PERCENT);
        Term all = new Constant(at, Quantity.of("100", Units.PERCENT), Type.measure(Units.PERCENT.dimension()), "100%");
        return away.map(share -> band ? larger(at, share, none) : share).flatMap(share -> minus(at, all, share));
    }

    private Optional<Term> edge(Span at, Arithmetic.Operator operator, Optional<Tolerance> tolerance) {
        Optional<Term> target = own(at, Facet.TARGET);
        if (tolerance.isEmpty()) {
            return target;
        }
        Quantity figure = tolerance.get().figure().quantity();
        // The tolerance of a % is a distance of percentage points, and is held in the unit of the KPI.
        KpiUnit held = tolerance.get().ofTarget() ? Units.PERCENT : unit;
        Quantity size = Quantity.canonical(figure.canonical(), held);
        Term amount = new Constant(
                at,
                size,
                Type.measure(held.dimension()),
                tolerance.get().figure().text());
        Optional<Term> distance = tolerance.get().ofTarget()
                ? target.flatMap(
                        aim -> operators.arithmetic(at, Arithmetic.Operator.MULTIPLY, at, size(at, aim), amount))
                : Optional.of(amount);
        return target.flatMap(aim -> distance.flatMap(way -> operators.arithmetic(at, operator, at, aim, way)));
    }

    private Optional<Term> own(Span at, Facet facet) {
        return Optional.of(new OwnFigure(at, facet, FigureNames.type(facet, unit)));
    }

    private Optional<Term> minus(Span at, Term one, Term other) {
        return operators.arithmetic(at, Arithmetic.Operator.SUBTRACT, at, one, other);
    }

    private Optional<Term> share(Span at, Term way, Term whole) {
        return operators.arithmetic(at, Arithmetic.Operator.DIVIDE, at, way, size(at, whole));
    }

    private static Term size(Span at, Term figure) {
        return larger(at, figure, new Negation(at, figure));
    }

    private static Term larger(Span at, Term one, Term other) {
        return new Capped(at, one, Bound.AT_LEAST, other);
    }

    private static Constant zero(Span at, KpiUnit unit) {
        return new Constant(at, Quantity.of("0", unit), Type.measure(unit.dimension()), "0");
    }
}
