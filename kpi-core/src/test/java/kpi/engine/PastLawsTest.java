package kpi.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import kpi.model.Facet;
import kpi.model.Fold;
import kpi.model.InputDefinition;
import kpi.model.InputTerm;
import kpi.model.PastValue;
import kpi.model.Recalled;
import kpi.model.Term;
import kpi.model.Window;
import kpi.number.Exact;
import kpi.unit.Dimension;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import kpi.value.ReportingPeriod.Grain;
import kpi.value.Type;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Values of other periods against sums and differences written down here. */
class PastLawsTest {
    private static final Type NUMBER = Type.measure(Dimension.NUMBER);
    private static final InputDefinition X =
            new InputDefinition("K", "x", List.of(), Units.NUMBER, List.of(), World.span("x"));
    private static final ReportingPeriod FIRST = ReportingPeriod.rocMonth(108, 1);

    /** Twenty-four months from January of 108, each with its figure. */
    private record Months(List<Integer> figures) implements FactSource, FigureSource {
        Outcome at(ReportingPeriod period) {
            int month = (period.year() - FIRST.year()) * 12 + period.index() - 1;
            return period.grain() == Grain.MONTH && month >= 0 && month < figures.size()
                    ? Outcome.of(Quantity.of(figures.get(month), 0, Units.NUMBER))
                    : Absences.input(X, kpi.source.Place.input("x"));
        }

        @Override
        public Outcome input(InputDefinition input, ReportingPeriod period) {
            return at(period);
        }

        @Override
        public RowSet rows(String table, ReportingPeriod period) {
            return new RowSet.Absent(Absences.table(table));
        }

        @Override
        public Outcome recall(Recalled what, ReportingPeriod period) {
            return at(period);
        }

        @Override
        public Outcome figure(String kpi, Facet facet) {
            throw new AssertionError(kpi);
        }

        @Override
        public Outcome own(Facet facet) {
            throw new AssertionError(facet);
        }
    }

    private static Outcome evaluate(Window window, Fold fold, ReportingPeriod at, Months months) {
        Optional<Term> now = window.withThis() || fold == Fold.GROWTH
                ? Optional.of(new InputTerm(World.span("x"), X))
                : Optional.empty();
        Type type = fold == Fold.GROWTH ? Type.measure(Dimension.PERCENT) : NUMBER;
        Term term = new PastValue(World.span("past x"), new Recalled.Input(X), now, window, fold, type);
        return ReferenceEngine.evaluate(
                term, Scope.builder(at).facts(months).figures(months).build());
    }

    private static Exact value(Window window, Fold fold, ReportingPeriod at, Months months) {
        return evaluate(window, fold, at, months).quantity().orElseThrow().canonical();
    }

    private static ReportingPeriod month(int index) {
        return FIRST.plus(index);
    }

    @Property
    void cumulativeOfTheLastMonthIsTheSumOfTheYear(
            @ForAll @Size(24) List<@IntRange(min = -9, max = 9) Integer> figures) {
        int sum = figures.subList(12, 24).stream().mapToInt(Integer::intValue).sum();
        assertEquals(Exact.of(sum), value(new Window.YearToDate(), Fold.SUM, month(23), new Months(figures)));
    }

    @Property
    void cumulativeGrowsByTheMonthAndStartsAnewInJanuary(
            @ForAll @Size(24) List<@IntRange(min = -9, max = 9) Integer> figures, @ForAll @IntRange(max = 23) int at) {
        Months months = new Months(figures);
        Exact now = value(new Window.YearToDate(), Fold.SUM, month(at), months);
        Exact before = at % 12 == 0 ? Exact.ZERO : value(new Window.YearToDate(), Fold.SUM, month(at - 1), months);
        assertEquals(before.plus(Exact.of(figures.get(at))), now);
    }

    @Property
    void previousOfPreviousIsTwoPeriodsBefore(
            @ForAll @Size(24) List<@IntRange(min = -9, max = 9) Integer> figures,
            @ForAll @IntRange(min = 2, max = 23) int at) {
        Months months = new Months(figures);
        assertEquals(Exact.of(figures.get(at - 2)), value(new Window.Before(2), Fold.VALUE, month(at), months));
        assertEquals(
                value(new Window.Before(1), Fold.VALUE, month(at - 1), months),
                value(new Window.Before(2), Fold.VALUE, month(at), months));
    }

    @Property
    void theSamePeriodLastYearIsTwelveMonthsBefore(
            @ForAll @Size(24) List<@IntRange(min = -9, max = 9) Integer> figures,
            @ForAll @IntRange(min = 12, max = 23) int at) {
        assertEquals(
                Exact.of(figures.get(at - 12)),
                value(new Window.YearBefore(), Fold.VALUE, month(at), new Months(figures)));
    }

    @Property
    void aMeanIsASumInPartsAndTheMovingOneEndsHere(
            @ForAll @Size(24) List<@IntRange(min = -9, max = 9) Integer> figures,
            @ForAll @IntRange(min = 1, max = 6) int count,
            @ForAll @IntRange(min = 6, max = 23) int at) {
        Months months = new Months(figures);
        Exact last = value(new Window.Last(count, false), Fold.MEAN, month(at), months);
        Exact sum = value(new Window.Last(count, false), Fold.SUM, month(at), months);
        assertEquals(sum, last.times(Exact.of(count)));
        assertEquals(last, value(new Window.Last(count, true), Fold.MEAN, month(at - 1), months));
    }

    @Property
    void growthTimesTheEarlierIsTheDifference(
            @ForAll @Size(24) List<@IntRange(min = 1, max = 99) Integer> figures,
            @ForAll @IntRange(min = 1, max = 23) int at) {
        Exact growth = value(new Window.Before(1), Fold.GROWTH, month(at), new Months(figures));
        assertEquals(Exact.of(figures.get(at) - figures.get(at - 1)), growth.times(Exact.of(figures.get(at - 1))));
    }

    @Property
    void aWindowThatReachesBeforeTheDataIsMissing(
            @ForAll @Size(24) List<@IntRange(min = -9, max = 9) Integer> figures,
            @ForAll @IntRange(min = 1, max = 6) int count,
            @ForAll @IntRange(max = 23) int at) {
        Outcome found = evaluate(new Window.Last(count, false), Fold.SUM, month(at), new Months(figures));
        assertEquals(at < count, found instanceof Outcome.Missing);
    }
}
