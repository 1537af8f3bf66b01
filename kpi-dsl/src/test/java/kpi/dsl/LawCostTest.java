package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kpi.function.KpiFunction;
import kpi.function.KpiFunctions;
import kpi.law.Law;
import kpi.law.LawResult;
import kpi.law.LawResult.Standing;
import kpi.law.Laws;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.unit.Units;
import org.junit.jupiter.api.Test;

/** A law costs what its own KPI and those it rests on cost; counted by a function that each of them calls. */
class LawCostTest {
    private static final int CASES = 30;

    /** How often each number was called with. */
    private final Map<Long, Integer> calls = new TreeMap<>();

    private KpiProgram program(int unrelated) {
        KpiFunction counted = KpiFunction.named("counted", "計次")
                .doc("The first argument; the second tells who asks.", "第一個引數；第二個說明是誰問的。")
                .parameter("value", Units.POINTS)
                .parameter("number", Units.NUMBER)
                .returns(Units.POINTS)
                .example("counted(3 分, 0)", "3 分")
                .implement(arguments -> {
                    calls.merge(arguments.get(1).canonical().numerator().longValueExact(), 1, Integer::sum);
                    return arguments.get(0);
                });
        StringBuilder text = new StringBuilder("""
                scorecard S {
                  roll up       weighted mean of actual
                  missing child weight shared in proportion
                  law           actual at most 1000000000 分
                                actual never falls when BASE.x rises
                  TOP 60%
                  SIDE 40%
                }
                kpi BASE {
                  input x in 分
                  formula counted(x, 1)
                  unit 分
                }
                kpi TOP {
                  formula counted(BASE, 2)
                  unit 分
                  law actual never falls when BASE.x rises
                }
                kpi SIDE {
                  input y in 分
                  formula counted(y, 3)
                  unit 分
                }
                """);
        for (int i = 0; i < unrelated; i++) {
            text.append("kpi OTHER")
                    .append(i)
                    .append(" {\n  input a")
                    .append(i)
                    .append(" in 分  109: 4\n  formula counted(a");
            text.append(i).append(", ").append(100 + i).append(")\n  unit 分\n}\n");
        }
        KpiProgram program = KpiCompiler.standard()
                .functions(KpiFunctions.standard().with(counted))
                .compile(Source.of("cost.kpi", text.toString()))
                .orElseThrow();
        calls.clear();
        return program;
    }

    private Map<Long, Integer> calls(int unrelated, String kpi, int nth) {
        KpiProgram program = program(unrelated);
        Law law = Laws.of(program, kpi).get(nth);
        calls.clear();
        LawResult tried = law.test(1, CASES);
        assertEquals(Standing.HELD, tried.standing());
        return new TreeMap<>(calls);
    }

    @Test
    void otherKpisAreNotEvaluated() {
        for (int nth : new int[] {0, 1}) {
            Map<Long, Integer> alone = calls(0, "S", nth);
            assertEquals(Set.of(1L, 2L, 3L), alone.keySet());
            assertEquals(alone, calls(200, "S", nth));
        }
    }

    /** A KPI is not asked for what rests on it, nor for what stands beside it. */
    @Test
    void onlyWhatIsBelowIsEvaluated() {
        assertEquals(Set.of(1L, 2L), calls(5, "TOP", 0).keySet());
    }

    /** Of a bound each case is evaluated once. */
    @Test
    void eachCaseIsEvaluatedOnce() {
        Map<Long, Integer> counts = calls(5, "S", 0);
        assertTrue(counts.values().stream().allMatch(count -> count <= CASES), counts::toString);
        assertEquals(counts.get(1L), counts.get(2L));
    }

    /** All laws of a program together cost the sum of each. */
    @Test
    void allLawsCostWhatTheyCostOneByOne() {
        Map<Long, Integer> one = new TreeMap<>(calls(50, "S", 0));
        calls(50, "S", 1).forEach((who, count) -> one.merge(who, count, Integer::sum));
        calls(50, "TOP", 0).forEach((who, count) -> one.merge(who, count, Integer::sum));
        KpiProgram program = program(50);
        assertEquals(3, Laws.test(program, 1, CASES).size());
        assertEquals(one, calls);
    }
}
