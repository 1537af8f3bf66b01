package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kpi.diagnostic.Language;
import kpi.dsl.parser.SmallStack;
import kpi.function.KpiFunction;
import kpi.function.KpiFunctions;
import kpi.number.Exact;
import kpi.result.ScorecardResult;
import kpi.run.Evaluation;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.unit.Units;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However many ways lead from one KPI to another, each is evaluated once; counted by a function that each of them calls. */
class EvaluatedOnceTest {
    private static final ReportingPeriod Y109 = ReportingPeriod.roc(109);
    private static final int LEVELS = 60;
    private static final int LENGTH = 10_000;

    /** How often each number was called with. */
    private final Map<Long, Integer> calls = new TreeMap<>();

    private KpiProgram program(String text) {
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
        KpiProgram program = KpiCompiler.standard()
                .functions(KpiFunctions.standard().with(counted))
                .compile(Source.of("counted.kpi", text))
                .orElseThrow();
        calls.clear();
        return program;
    }

    private static String kpi(String id, String formula) {
        return "kpi " + id + " {\n  formula    " + formula
                + "\n  unit       分\n  direction  higher is better, without target\n}\n";
    }

    /** Two KPIs on each level, each of both below it: there are 2^60 ways to the top. */
    private static String diamond() {
        StringBuilder text =
                new StringBuilder(kpi("A0", "counted(a, 0)").replace("  formula", "  input a in 分 109: 1\n  formula")
                        + kpi("B0", "counted(b, 1)").replace("  formula", "  input b in 分 109: 1\n  formula"));
        for (int i = 1; i <= LEVELS; i++) {
            String below = "A" + (i - 1) + " + B" + (i - 1);
            text.append(kpi("A" + i, "counted(" + below + ", " + (2 * i) + ")"))
                    .append(kpi("B" + i, "counted(" + below + ", " + (2 * i + 1) + ")"));
        }
        return text.toString();
    }

    private static Map<Long, Integer> once(int first, int end) {
        return new TreeMap<>(IntStream.range(first, end).boxed().collect(Collectors.toMap(Integer::longValue, i -> 1)));
    }

    private static Optional<Exact> points(ScorecardResult result, String id) {
        return result.kpi(id).actual().value().map(value -> value.in(Units.POINTS));
    }

    @ParameterizedTest
    @EnumSource(Evaluation.Detail.class)
    void eachKpiOfADoublingDiamondOfSixtyLevelsIsEvaluatedOnce(Evaluation.Detail detail) throws InterruptedException {
        KpiProgram program = program(diamond());
        SmallStack.run(() -> {
            ScorecardResult result = program.evaluate(Evaluation.of(Y109).explain(detail));
            assertEquals(Optional.of(Exact.of(1L << LEVELS)), points(result, "A60"));
            assertEquals(once(0, 2 * LEVELS + 2), calls);
        });
    }

    /** One KPI needs only those below it: of the top level itself alone. */
    @Test
    void oneKpiEvaluatesWhatItNeedsOnce() {
        KpiProgram program = program(diamond());
        program.evaluate("A60", program.facts().build().orElseThrow(), Evaluation.of(Y109));
        assertEquals(once(0, 2 * LEVELS + 1), calls);
    }

    /** Asking for explanations computes nothing again. */
    @Test
    void anExplanationIsOfTheSameEvaluation() {
        ScorecardResult result = program(diamond()).evaluate(Evaluation.of(Y109));
        Map<Long, Integer> evaluated = new TreeMap<>(calls);
        assertTrue(result.kpi("A60").actual().explain().line(Language.EN).contains("1,152,921,504,606,846,976"));
        assertEquals(evaluated, calls);
    }

    @Test
    void tenThousandKpisInAChainAreEvaluatedOnceEach() throws InterruptedException {
        StringBuilder text =
                new StringBuilder(kpi("K0", "counted(a, 0)").replace("  formula", "  input a in 分 109: 1\n  formula"));
        for (int i = 1; i < LENGTH; i++) {
            text.append(kpi("K" + i, "counted(K" + (i - 1) + " + 1 分, " + i + ")"));
        }
        SmallStack.run(() -> {
            ScorecardResult result = program(text.toString()).evaluate(Evaluation.of(Y109));
            String last = "K" + (LENGTH - 1);
            assertEquals(Optional.of(Exact.of(LENGTH)), points(result, last));
            assertEquals(once(0, LENGTH), calls);
        });
    }
}
