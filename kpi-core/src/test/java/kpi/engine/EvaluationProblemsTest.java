package kpi.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kpi.GoldenFile;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Texts;
import kpi.function.KpiFunction;
import kpi.function.KpiFunctions;
import kpi.model.FunctionCall;
import kpi.model.Term;
import kpi.unit.Units;
import org.junit.jupiter.api.Test;

/** Every problem tells where, which values, why and what to do. */
class EvaluationProblemsTest {
    private final World world = new World()
            .input("實收數", "5元")
            .input("預算數", "0元")
            .input("人數", "0 人")
            .input("比率", "-0.5")
            .input("九", "9")
            .table("案件", "名稱: text, 處數: 處, 除數: 處", "甲 | 3 | 1", "乙 | 4 | 0")
            .table("空表", "處數: 處");

    private Problem problem(String formula) {
        Outcome outcome = world.evaluate(formula);
        assertTrue(outcome instanceof Outcome.Failed, () -> formula + ": " + World.shown(outcome));
        return ((Outcome.Failed) outcome).problem();
    }

    @Test
    void everyCodeHasItsTexts() {
        assertEquals(List.of(), Texts.missing(EvaluationCode.values()));
    }

    @Test
    void areDrawn() {
        StringBuilder drawn = new StringBuilder();
        for (String formula : List.of(
                "實收數 / 預算數 * 100%",
                "實收數 / (人數 - 人數)",
                "mod(九, 九 - 九)",
                "sqrt(比率)",
                "(比率) ^ 0.5",
                "九 ^ 九 ^ 九",
                "round(1/3, 2147483647)",
                "1e6000 * 1e6000",
                "average{空表: 處數}",
                "max{案件: 處數 where 處數 > 9處}",
                "sum{案件: 處數 / 除數}")) {
            Problem problem = problem(formula);
            assertEquals(java.util.Set.of(), problem.unfilled());
            assertTrue(problem.place().span().isPresent());
            drawn.append(problem.draw(Language.ZH_TW)).append('\n');
            drawn.append(problem.draw(Language.EN)).append("\n\n");
        }
        GoldenFile.check("kpi/engine/evaluation-problems.txt", drawn.toString());
    }

    @Test
    void aFunctionOfTheHostThatThrowsIsAProblemOfItsCall() {
        KpiFunction broken = KpiFunction.named("broken", "壞的")
                .doc("Fails for odd numbers.", "遇奇數即失敗。")
                .parameter("x", Units.NUMBER)
                .returns(Units.NUMBER)
                .example("broken(2)", "2")
                .implement(a -> {
                    if (a.get(0).canonical().equals(kpi.number.Exact.ONE)) {
                        throw new IllegalStateException("no {odd} numbers");
                    }
                    return a.get(0);
                });
        KpiFunctions.standard().with(broken);
        Term one = world.term("1");
        Term call = new FunctionCall(World.span("broken(1)"), broken, List.of(one), one.type());
        Outcome outcome = ReferenceEngine.evaluate(call, world.scope());
        Problem problem = ((Outcome.Failed) outcome).problem();
        assertEquals("function-failed", problem.code());
        assertEquals("The function “broken” failed for 1: no {odd} numbers.", problem.message(Language.EN));
        assertEquals(java.util.Set.of(), problem.unfilled());
    }

    @Test
    void longValuesAreToldByTheirLength() {
        Problem problem = problem("1e6000 * 1e6000");
        assertTrue(problem.message(Language.EN).contains("a number of 6001 digits"), problem.message(Language.EN));
    }
}
