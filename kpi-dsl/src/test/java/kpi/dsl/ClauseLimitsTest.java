package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kpi.diagnostic.Language;
import kpi.diagnostic.Limit;
import kpi.diagnostic.Limits;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Severity;
import kpi.dsl.parser.SmallStack;
import kpi.run.Evaluation;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A value as deep or as long as the limits allow, in every clause that holds one, and clauses with hundreds of entries:
 * read, typed, computed, written and laid out on 256 kB of stack. One level or operand more is refused.
 */
class ClauseLimitsTest {
    private static final int NESTING = Math.toIntExact(Limits.standard().get(Limit.NESTING));
    private static final int OPERANDS = Math.toIntExact(Limits.standard().get(Limit.NODES)) / 2;

    /** What a clause itself adds to its value: braces around it, signs beside it. */
    private static final int OWN = 5;

    private static final int ENTRIES = 300;

    private static final String KPI =
            "kpi K \"k\" {\n  input a 109: 1\n  formula a\n  unit number\n" + "  direction higher is better\n  %s\n}\n";
    private static final String POINTS =
            "kpi P \"p\" {\n  input a 109: 1\n  unit 分\n  points {\n    allotted 10 分 \"part\": 5 分\n    %s\n  }\n"
                    + "  grade {\n    good 1 and above\n    bad below 1\n  }\n}\n";
    private static final String CARD =
            "kpi A \"a\" {\n  input x 109: 1\n  formula x\n  unit number\n}\nscorecard S \"s\" {\n  %s\n  A\n}\n";
    private static final String GROUPS = "data T(g: key, v: number) 109 {\n  east | 1\n  west | 1\n}\n"
            + "kpi A \"a\" per g {\n  formula sum(T.v)\n  unit number\n}\nscorecard S \"s\" per g {\n  %s\n  A\n}\n";

    /** Where § is a value. */
    static Stream<String> clauses() {
        return Stream.of(
                KPI.replace("%s", "target 109: § + a"),
                KPI.replace("%s", "target 109: 3\n  attainment actual / §, at most 100%"),
                KPI.replace("%s", "target 109: 3\n  attainment actual / target, at most 100% × §"),
                KPI.replace("%s", "target 109: 3\n  attained when actual ≧ §"),
                KPI.replace("%s", "target 109: 3\n  attainment actual / target\n    when § > 1: yes/no"),
                KPI.replace("%s", "target 109: 3\n  attainment actual / target\n    when a = 7: a / §"),
                KPI.replace("%s", "attainment bands by § + a {\n    100% 1 and above\n    0% below 1\n  }"),
                KPI.replace("%s", "attainment goalposts 0 to § + 1000000"),
                POINTS.replace("%s", "base 80 分 × §"),
                POINTS.replace("%s", "add \"more\" when § > 1: 1 分"),
                POINTS.replace("%s", "add \"more\" 1 分, at most 1 分 × § in all"),
                POINTS.replace("%s", "group \"g\" at most 10 分 {\n      add \"more\" 1 分 × §\n    }"),
                POINTS.replace("%s", "gate when § > 1, otherwise no grade"),
                CARD.replace("%s", "roll up = § + A"),
                CARD.replace(
                        "%s",
                        "roll up mean of actual\n  missing child left out\n  gate when A > §, otherwise no grade\n"
                                + "  grade {\n    good 1 and above\n    bad below 1\n  }"),
                GROUPS.replace("%s", "roll up = § + A"),
                GROUPS.replace(
                        "%s",
                        "roll up mean of actual\n  missing child left out\n  gate when A > §, otherwise at most 2"));
    }

    @ParameterizedTest
    @MethodSource("clauses")
    void aValueIsAsDeepAsTheLimitAllows(String clause) throws InterruptedException {
        for (String open : List.of("(", "abs(1 * ")) {
            atMost(clause, NESTING, "too-deep", depth -> open.repeat(depth) + operand(clause) + ")".repeat(depth));
        }
    }

    @ParameterizedTest
    @MethodSource("clauses")
    void aValueHasAsManyOperandsAsTheLimitAllows(String clause) throws InterruptedException {
        for (String sign : List.of("+", "-")) {
            atMost(
                    clause,
                    OPERANDS,
                    "too-many-nodes",
                    operands -> "(" + (operand(clause) + sign).repeat(operands - 1) + operand(clause) + ")");
        }
    }

    private static String operand(String clause) {
        return clause.contains("scorecard") ? "A" : "a";
    }

    /** The greatest value that is allowed works; all that is refused is refused by this limit. */
    private static void atMost(String clause, int limit, String code, IntFunction<String> value)
            throws InterruptedException {
        for (int size = limit + 1; size >= limit - OWN; size--) {
            String text = clause.replace("§", value.apply(size));
            List<Problem> errors = errors(text);
            if (errors.isEmpty()) {
                assertTrue(size <= limit, () -> code + " is never told");
                works(text);
                return;
            }
            assertEquals(code, errors.get(0).code(), clause);
        }
        throw new AssertionError("refused far below the limit: " + clause);
    }

    private static List<Problem> errors(String text) throws InterruptedException {
        List<Problem> errors = new ArrayList<>();
        SmallStack.run(() -> KpiCompiler.standard().compile(Source.of("clause.kpi", text)).problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .forEach(errors::add));
        return errors;
    }

    private static void works(String text) throws InterruptedException {
        SmallStack.run(() -> {
            Source source = Source.of("clause.kpi", text);
            KpiProgram program = KpiCompiler.standard().compile(source).orElseThrow();
            StringBuilder json = new StringBuilder();
            program.evaluate(Evaluation.of(ReportingPeriod.roc(109)).explain(Evaluation.Detail.STEPS))
                    .writeJson(json);
            assertFalse(json.isEmpty());
            program.runExamples();
            for (Language language : Language.values()) {
                assertFalse(KpiCompiler.standard().format(source, language).hasErrors());
            }
        });
    }

    /** Clauses that hold a list, with hundreds of entries. */
    static Stream<String> lists() {
        return Stream.of(
                milestones(),
                KPI.replace(
                        "%s",
                        "attainment bands {" + lines(i -> "%d% %d and above, below ".replace("%d", "" + i) + (i + 1))
                                + "\n    0% below 0\n    100% %d and above\n  }".replace("%d", "" + ENTRIES)),
                KPI.replace(
                        "%s",
                        "target 109: 3\n  attainment actual / target"
                                + lines(i -> "when actual = 9: 1%").substring(0, 24 * 250)),
                KPI.replace(
                        "%s",
                        "light {"
                                + lines(i -> "l%d lamp%d \"m%d\" %d and above, below ".replace("%d", "" + i) + (i + 1))
                                + "\n    low lamp \"●\" below 0\n    high lampe \"○\" " + ENTRIES
                                + " and above\n  }"),
                POINTS.replace("%s", lines(i -> "add \"item " + i + "\" when a > " + i + ": 1 分")),
                children("", "roll up mean of actual"),
                children(" per g", "roll up mean of actual\n  rank highest first, ties share the best place"),
                children(" per g", "roll up rank sum of actual, highest first, ties share the best place"));
    }

    private static String milestones() {
        String reached = IntStream.range(0, ENTRIES).mapToObj(i -> "m" + i).collect(Collectors.joining(", "));
        return "kpi M \"m\" {\n  milestones {" + lines(i -> BigDecimal.valueOf(i + 1, 2) + "% m" + i)
                + "\n  }\n  actual last milestone reached without a gap\n  reported 109: " + reached + "\n}\n";
    }

    private static String children(String per, String rollUp) {
        StringBuilder text = new StringBuilder("data T(g: key, v: number) 109 {\n  east | 1\n  west | 1\n}\n");
        for (int i = 0; i < ENTRIES; i++) {
            text.append("kpi K")
                    .append(i)
                    .append(" \"k\"")
                    .append(per)
                    .append(" {\n  formula sum(T.v) + ")
                    .append(i);
            text.append("\n  unit number\n}\n");
        }
        text.append("scorecard S \"s\"")
                .append(per)
                .append(" {\n  ")
                .append(rollUp)
                .append("\n  missing child left out");
        return text + lines(i -> "K" + i).replace("\n    ", "\n  ") + "\n}\n";
    }

    private static String lines(IntFunction<String> line) {
        return IntStream.range(0, ENTRIES)
                .mapToObj(i -> "\n    " + line.apply(i))
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aListMayBeLong(String text) throws InterruptedException {
        assertEquals(List.of(), errors(text), () -> text.substring(0, 300));
        works(text);
    }
}
