package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import kpi.data.Vintage;
import kpi.diagnostic.KpiCancelledException;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.number.Exact;
import kpi.number.Rounding;
import kpi.result.Comparability;
import kpi.result.KpiHistory;
import kpi.result.Mark;
import kpi.result.YearOnYear;
import kpi.run.Evaluation;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What a history promises beyond what its pages show. */
class HistoryTest {
    private static final KpiProgram PROGRAM =
            KpiCompiler.standard().compile(Source.of("a.kpi", """
                    calendar roc
                    kpi A "visits" {
                      input      x in 人
                      formula    x
                      unit       人
                      direction  higher is better, without target
                    }
                    """)).orElseThrow();

    private static final LocalDate SPRING = LocalDate.of(2021, 4, 1);

    private static ReportingPeriod year(int year) {
        return ReportingPeriod.roc(year);
    }

    private static Quantity people(long count) {
        return Quantity.of(count, 0, Units.count("人"));
    }

    private static List<String> actuals(KpiHistory history) {
        return history.entries().stream()
                .map(entry ->
                        entry.result().actual().value().map(Quantity::plain).orElse("–"))
                .toList();
    }

    @Test
    void aFigureWithoutPeriodIsOfTheLastOne() {
        Facts facts = PROGRAM.facts().input("x", people(5)).build().orElseThrow();
        KpiHistory history = PROGRAM.history("A", year(107), facts, Evaluation.of(year(109)));
        assertEquals(List.of("–", "–", "5"), actuals(history));
        assertEquals(Comparability.MISSING, history.at(year(109)).change().comparability());
    }

    @Test
    void aDayAskedForHidesLaterData() {
        Facts facts = PROGRAM.facts()
                .input("x", year(109), people(4), Vintage.none())
                .input(
                        "x",
                        year(110),
                        people(6),
                        Vintage.none().withKnownOn(SPRING).asProvisional())
                .input("x", year(110), people(5), Vintage.none().withKnownOn(SPRING.plusDays(1)))
                .build()
                .orElseThrow();
        Evaluation last = Evaluation.of(year(110));
        YearOnYear now =
                PROGRAM.history("A", year(110), facts, last).at(year(110)).change();
        YearOnYear spring = PROGRAM.history("A", year(110), facts, last.knownOn(SPRING))
                .at(year(110))
                .change();
        YearOnYear before = PROGRAM.history("A", year(110), facts, last.knownOn(SPRING.minusDays(1)))
                .at(year(110))
                .change();
        assertEquals("1 人", now.difference().display(Language.EN));
        assertEquals(Set.of(), now.difference().marks());
        assertEquals("2 人", spring.difference().orElseThrow().display(Language.EN));
        assertEquals(Set.of(Mark.PROVISIONAL), spring.percentage().marks());
        assertEquals(Comparability.NOT_YET, before.comparability());
    }

    @Test
    void periodsThatAreNoRowAreRefused() {
        Facts facts = PROGRAM.facts().build().orElseThrow();
        Evaluation last = Evaluation.of(year(110));
        for (ReportingPeriod from : List.of(year(111), ReportingPeriod.rocQuarter(109, 1))) {
            assertThrows(KpiUsageException.class, () -> PROGRAM.history("A", from, facts, last));
        }
        Evaluation month = Evaluation.of(ReportingPeriod.westernMonth(2020, 12));
        ReportingPeriod farthest = month.period().plus(-1_299);
        assertEquals(
                1_300, PROGRAM.history("A", farthest, facts, month).entries().size());
        assertThrows(KpiUsageException.class, () -> PROGRAM.history("A", farthest.previous(), facts, month));
        assertThrows(KpiUsageException.class, () -> PROGRAM.history("B", year(109), facts, last));
        KpiHistory one = PROGRAM.history("A", year(110), facts, last);
        assertEquals(year(110), one.first());
        assertEquals(year(110), one.last());
        assertThrows(KpiUsageException.class, () -> one.at(year(109)));
    }

    @Test
    void theHostMayStopIt() {
        Facts facts = PROGRAM.facts().build().orElseThrow();
        Evaluation stopped = Evaluation.of(year(110)).cancelWhen(() -> true);
        assertThrows(KpiCancelledException.class, () -> PROGRAM.history("A", year(100), facts, stopped));
    }

    @Test
    void aBrokenKpiSaysWhyInEveryPeriod() {
        KpiProgram broken = KpiCompiler.standard()
                .compile(Source.of("b.kpi", "kpi B \"b\" {\n  formula 1 +\n}\n"))
                .value()
                .orElseThrow();
        KpiHistory history =
                broken.history("B", year(109), broken.facts().build().orElseThrow(), Evaluation.of(year(110)));
        assertTrue(
                history.entries().stream().allMatch(entry -> entry.change().comparability() == Comparability.FAILED));
    }

    /** Against a model that needs nothing of the library: actuals as integers, changes as fractions. */
    @Property(tries = 200)
    void everyChangeIsTheDifferenceAndItsShareOfTheYearBefore(
            @ForAll @Size(min = 2, max = 6) List<@IntRange(min = -3, max = 9) Integer> figures) {
        Facts.Builder facts = PROGRAM.facts();
        int first = 105;
        IntStream.range(0, figures.size())
                .forEach(i -> facts.input("x", year(first + i), people(figures.get(i)), Vintage.none()));
        ReportingPeriod last = year(first + figures.size() - 1);
        KpiHistory history = PROGRAM.history("A", year(first), facts.build().orElseThrow(), Evaluation.of(last));
        assertEquals(figures.stream().map(String::valueOf).toList(), actuals(history));
        for (int i = 1; i < figures.size(); i++) {
            YearOnYear change = history.entries().get(i).change();
            long before = figures.get(i - 1);
            long now = figures.get(i);
            assertEquals(Comparability.COMPARED, change.comparability());
            assertEquals(Optional.of(people(now - before)), change.difference().value());
            Optional<Exact> share = before > 0
                    ? Optional.of(Exact.of(100 * (now - before)).dividedBy(Exact.of(before)))
                    : Optional.empty();
            assertEquals(share, change.percentage().unrounded().map(exact -> exact.in(Units.PERCENT)));
            assertEquals(
                    share.map(exact -> exact.round(2, Rounding.HALF_UP)),
                    change.percentage().value().map(exact -> exact.in(Units.PERCENT)));
        }
    }
}
