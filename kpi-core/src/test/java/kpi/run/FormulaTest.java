package kpi.run;

import static kpi.run.Card.calc;
import static kpi.run.Card.exact;
import static kpi.run.Card.input;
import static kpi.run.Card.percentage;
import static kpi.run.Card.round;
import static kpi.run.Card.term;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import kpi.diagnostic.KpiProblemsException;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.model.Arithmetic.Operator;
import kpi.model.InputDefinition;
import kpi.number.Exact;
import kpi.result.Figure;
import kpi.result.State;
import kpi.unit.Units;
import kpi.value.Quantity;
import org.junit.jupiter.api.Test;

/** One formula alone. */
class FormulaTest {
    private static final InputDefinition REPAID = input("", "債務還本數(實際數)", Units.NTD);
    private static final InputDefinition TAXES = input("", "稅課收入(預算數)", Units.NTD);
    private static final Formula RATE =
            Formula.of(percentage(term(REPAID), term(TAXES)), List.of(REPAID, TAXES), Units.PERCENT);

    private static Quantity printed(String text) {
        return Quantity.parse(text).orElseThrow();
    }

    @Test
    void takesInputsByNameAsPrinted() {
        Figure rate = RATE.evaluate(Map.of("債務還本數 (實際數)", printed("66億元"), "稅課收入（預算數）", printed("123,376,890,000元")));
        assertEquals("5.35 %", rate.orElseThrow().display(Language.EN, 2));
        assertEquals(exact("66000000/12337689"), rate.orElseThrow().in(Units.PERCENT));
        assertTrue(
                rate.explain().line(Language.ZH_TW).contains("× 100%"),
                rate.explain().line(Language.ZH_TW));
    }

    @Test
    void stepsRoundTheResult() {
        Formula rounded = Formula.of(
                percentage(term(REPAID), term(TAXES)),
                List.of(REPAID, TAXES),
                Units.PERCENT,
                List.of(round(2, Units.PERCENT)));
        Figure rate = rounded.evaluate(Map.of("債務還本數(實際數)", printed("66億元"), "稅課收入(預算數)", printed("123,376,890,000元")));
        assertEquals("5.35", rate.orElseThrow().plain());
        assertEquals(exact("66000000/12337689"), rate.unrounded().orElseThrow().in(Units.PERCENT));
    }

    @Test
    void takesExactInputsBySlot() {
        assertEquals(List.of("債務還本數(實際數)", "稅課收入(預算數)"), RATE.inputs());
        assertEquals(1, RATE.slot("稅課收入（預算數）"));
        assertEquals(Exact.of(25), RATE.evaluate(new Exact[] {Exact.of(1), Exact.of(4)}));
        assertEquals(Units.PERCENT, RATE.unit());
    }

    @Test
    void anInputThatIsNotGivenMakesItMissing() {
        Figure missing = RATE.evaluate(Map.of("稅課收入(預算數)", printed("4元")));
        assertEquals(State.MISSING, missing.state());
        assertEquals("未填報：沒有給「債務還本數(實際數)」", missing.display(Language.ZH_TW));
        assertThrows(KpiProblemsException.class, missing::orElseThrow);
    }

    @Test
    void aDivisionByZeroFails() {
        Figure failed = RATE.evaluate(Map.of("債務還本數(實際數)", printed("1元"), "稅課收入(預算數)", printed("0元")));
        assertEquals(State.FAILED, failed.state());
        assertEquals("division-by-zero", failed.reasons().get(0).code());
        assertThrows(KpiProblemsException.class, () -> RATE.evaluate(new Exact[] {Exact.of(1), Exact.of(0)}));
    }

    @Test
    void theHostsMistakesAreThrown() {
        KpiUsageException unknown =
                assertThrows(KpiUsageException.class, () -> RATE.evaluate(Map.of("稅課收入", printed("4元"))));
        assertTrue(unknown.getMessage().contains("稅課收入"), unknown.getMessage());
        assertThrows(KpiUsageException.class, () -> RATE.evaluate(Map.of("稅課收入(預算數)", printed("4人"))));
        assertThrows(KpiUsageException.class, () -> RATE.evaluate(new Exact[0]));
    }

    @Test
    void thirdsTimesThreeAreOne() {
        InputDefinition a = input("", "a", Units.NUMBER);
        InputDefinition b = input("", "b", Units.NUMBER);
        Formula formula = Formula.of(
                calc(calc(term(a), Operator.DIVIDE, term(b)), Operator.MULTIPLY, term(b)), List.of(a, b), Units.NUMBER);
        assertEquals(Exact.ONE, formula.evaluate(new Exact[] {Exact.ONE, Exact.of(3)}));
    }
}
