package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import java.util.stream.Stream;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.diagnostic.Limit;
import kpi.diagnostic.Limits;
import kpi.diagnostic.ProblemClass;
import kpi.dsl.parser.SmallStack;
import kpi.result.Figure;
import kpi.run.Evaluation;
import kpi.run.Formula;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What nests as deep as its limit allows is read, typed, computed, explained and laid out on 256 kB of stack, whatever
 * its shape; one level more is refused.
 */
class NestingTest {
    private static final int LIMIT = Math.toIntExact(Limits.standard().get(Limit.NESTING));

    /** A shape, what stands before and behind each level, and how many levels one of them is. */
    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of("(", "a", ")", 1),
                Arguments.of("(1 + ", "a", ")", 1),
                Arguments.of("2*(a-(", "a", "))", 2),
                Arguments.of("1+2*1^(", "a", ")", 1),
                Arguments.of("abs(", "a", ")", 1),
                Arguments.of("min(1, ", "a", ")", 1),
                Arguments.of("1 + abs(2 * ", "a", ")", 1),
                Arguments.of("round(1 + ", "a", ", 2)", 1),
                Arguments.of("-(", "a", ")", 2),
                Arguments.of("if(a > 1, ", "a", ", 1)", 1),
                Arguments.of("if(a > 1, 1, ", "a", ")", 1),
                Arguments.of("if(1 < ", "a", ", 1, 2)", 1),
                Arguments.of("if a > 1 then 1 else ", "a", "", 1),
                Arguments.of("if(not (a > ", "a", "), 1, 2)", 3),
                Arguments.of("if(a > 1 and (a > 2 or a + 1 > (", "a", ")), 1, 2)", 3),
                Arguments.of("(", "a", ", at most 100)", 1),
                Arguments.of("(1, at most ", "a", ")", 1),
                Arguments.of("(a, if missing ", "a", ")", 1),
                Arguments.of("if(", "a", " in (1, 2), 1, 2)", 2),
                Arguments.of("(", "a", ")（含甲）", 1));
    }

    private static String nested(String open, String inner, String close, int levels) {
        return open.repeat(levels) + inner + close.repeat(levels);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theLimitIsKeptOnASmallStackByEveryShape(String open, String inner, String close, int each)
            throws InterruptedException {
        String formula = nested(open, inner, close, LIMIT / each);
        Source file =
                Source.of("deep.kpi", "kpi K \"k\" {\n  input a 109: 3\n  formula " + formula + "\n  unit number\n}\n");
        SmallStack.run(() -> {
            KpiProgram program = KpiCompiler.standard().compile(file).orElseThrow();
            Figure figure = program.evaluate(
                            program.facts().build().orElseThrow(), Evaluation.of(ReportingPeriod.roc(109)))
                    .kpi("K")
                    .actual();
            figure.orElseThrow();
            figure.explanation().orElseThrow().parts();
            for (Language language : Language.values()) {
                assertFalse(figure.explanation().orElseThrow().line(language).isEmpty());
            }
            assertFalse(KpiCompiler.standard().format(file).hasErrors());
        });
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void whatIsDeeperIsRefusedByTheLimit(String open, String inner, String close) throws InterruptedException {
        String formula = nested(open, inner, close, LIMIT + 1);
        SmallStack.run(() -> {
            Checked<Formula> refused = KpiCompiler.standard().formula(formula, Map.of("a", kpi.unit.Units.NUMBER));
            assertEquals("too-deep", refused.problems().get(0).code());
            assertEquals(ProblemClass.LIMIT, refused.problems().get(0).problemClass());
        });
    }

    /** A host may allow more than its stack holds: the problem is told, and the next call works. */
    @ParameterizedTest
    @MethodSource("shapes")
    void aStackThatIsUsedUpIsTheLimitsProblem(String open, String inner, String close) throws InterruptedException {
        KpiCompiler generous = KpiCompiler.standard()
                .limits(Limits.standard().with(Limit.NESTING, 100_000).with(Limit.FORMULA_LENGTH, 10_000_000));
        String formula = nested(open, inner, close, 20_000);
        SmallStack.run(() -> {
            Checked<Formula> refused = generous.formula(formula, Map.of("a", kpi.unit.Units.NUMBER));
            assertEquals(ProblemClass.LIMIT, refused.problems().get(0).problemClass());
            assertFalse(KpiCompiler.standard().formula("1 + (2 * 3)", Map.of()).hasErrors());
        });
    }
}
