package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.Language;
import kpi.result.Figure;
import kpi.result.KpiResult;
import kpi.result.LegalFloor;
import kpi.result.Mark;
import kpi.result.State;
import kpi.run.Evaluation;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.ReportingPeriod;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Figures beside the target that a rule computes. */
class ComputedLevelsTest {
    private static KpiResult result(String figures, String levels) {
        KpiProgram program = KpiCompiler.standard()
                .compile(Source.of("a.kpi", """
                        calendar roc
                        kpi A "a" {
                          input      x in 人   %s
                          formula    x
                          unit       人
                          direction  higher is better
                        %s
                          target     110: 1000
                          attainment progress from baseline to benchmark, rounded to 2 places
                        }
                        """.formatted(figures, levels)))
                .orElseThrow();
        return program.evaluate(Evaluation.of(ReportingPeriod.roc(110))).kpi("A");
    }

    /** A rule yields what the figure it comes to would yield, printed. */
    @Property(tries = 60)
    void aRuleIsWorthTheFigureItComesTo(
            @ForAll @IntRange(max = 50) int first,
            @ForAll @IntRange(max = 50) int second,
            @ForAll @IntRange(max = 50) int now) {
        String figures = "108: " + first + "   109: " + second + "   110: " + now;
        KpiResult computed = result(figures, """
                  baseline   lowest of last 2 x
                  benchmark  109: 3   110: sum of last 2 actual + 1 人
                  stretch    highest of last 2 x × 2
                  legal floor  previous x
                """);
        KpiResult printed = result(figures, """
                  baseline   %d
                  benchmark  109: 3   110: %d
                  stretch    %d
                  legal floor  109: 7   110: %d
                """.formatted(
                        Math.min(first, second), first + second + 1, 2 * Math.max(first, second), second));
        assertEquals(printed.attainment().value(), computed.attainment().value());
        assertEquals(printed.attainment().state(), computed.attainment().state());
        assertEquals(printed.legalFloor(), computed.legalFloor());
        assertEquals(Optional.of(now >= second), computed.legalFloor().flatMap(LegalFloor::kept));
        printed.aimDetails()
                .levels()
                .forEach((level, figure) -> assertEquals(
                        figure.value(),
                        computed.aimDetails().levels().get(level).value(),
                        level));
        assertEquals(
                Set.of("baseline", "benchmark", "stretch", "legal-floor"),
                computed.aimDetails().levels().keySet());
    }

    @Test
    void aLevelTellsHowItCameAboutAndWhatItRestsOn() {
        KpiResult result = result("108: 10   109: 20, provisional\n                       110: 15", """
                  baseline   mean of last 2 x
                  benchmark  90
                """);
        Figure baseline = result.aimDetails().levels().get("baseline");
        assertEquals("(10人 + 20人) / 2 = 15 人", baseline.explain().line(Language.EN));
        assertEquals(Set.of(Mark.PROVISIONAL), baseline.marks());
        assertTrue(result.attainment().marks().contains(Mark.PROVISIONAL));
        assertEquals("0 % (provisional)", result.attainment().display(Language.EN));
    }

    /** No floor is no floor that is kept. */
    @Test
    void aLevelThatCannotBeComputedSaysWhy() {
        KpiResult result = result("110: 15", """
                  baseline   0
                  benchmark  90
                  legal floor  previous x
                """);
        Figure floor = result.aimDetails().levels().get("legal-floor");
        assertEquals(State.MISSING, floor.state());
        assertEquals("not reported: the input \"x\" has no figure for ROC 109", floor.display(Language.EN));
        assertEquals(Optional.empty(), result.legalFloor());
        assertEquals("16.67 %", result.attainment().display(Language.EN));
    }
}
