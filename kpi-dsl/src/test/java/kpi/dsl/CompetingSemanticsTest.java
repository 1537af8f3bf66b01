package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Severity;
import kpi.number.Exact;
import kpi.result.KpiResult;
import kpi.run.Evaluation;
import kpi.source.Source;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same facts under each competing semantics give each published answer, and leaving the choice out lists the choices. */
class CompetingSemanticsTest {
    private static final String ATTAINMENT = """
            calendar roc
            kpi A "a" {
              reported   109: %s
              unit       件
              direction  %s
            %s  target     109: %s
              attainment %s
            }
            """;

    private static KpiResult attainment(String actual, String direction, String levels, String target, String method) {
        return program(ATTAINMENT.formatted(actual, direction, levels, target, method))
                .evaluate(Evaluation.of(ReportingPeriod.roc(109)))
                .kpi("A");
    }

    private static kpi.run.KpiProgram program(String text) {
        return KpiCompiler.standard().compile(Source.of("choice.kpi", text)).orElseThrow();
    }

    private static List<Problem> errors(String text) {
        return KpiCompiler.standard().compile(Source.of("choice.kpi", text)).problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
    }

    private static List<String> edits(Problem problem) {
        return problem.edits().stream().map(edit -> edit.newText().strip()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # actual | direction                   | levels                       | target | method                           | share
            4        | lower is better             |                              | 5      | target / actual                  | 125%
            4        | lower is better             |                              | 5      | 2 − actual / target              | 120%
            4        | lower is better             |                              | 5      | 1 − actual / target              | 20%
            4        | lower is better             |                              | 5      | goalposts 0 件 to 20 件          | 80%
            4        | lower is better             |                              | 5      | yes/no                           | 100%
            3        | higher is better            | baseline 108: -5             | -2     | progress from baseline to target, rounded to 1 place | 266.7%
            3        | higher is better            | baseline 108: -5             | -2     | linear from baseline to target   | 100%
            3        | higher is better            |                              | -2     | yes/no                           | 100%
            3        | nearest to target is better |                              | 4      | closeness                        | 75%
            3        | nearest to target is better |                              | 4      | yes/no                           | 0%
            0        | lower is better             |                              | 0      | yes/no                           | 100%
            1        | lower is better             |                              | 0      | yes/no                           | 0%
            """)
    void eachNamedMethodGivesItsPublishedAnswer(
            String actual, String direction, String levels, String target, String method, String share) {
        String lines = levels == null ? "" : "  " + levels + "\n";
        KpiResult kpi = attainment(actual, direction, lines, target, method);
        Exact expected = Exact.of(share.replace("%", "")).dividedBy(Exact.HUNDRED);
        assertEquals(Optional.of(expected), kpi.attainment().value().map(Quantity::canonical), method);
    }

    @Test
    void lessIsBetterIsAskedNotGuessed() {
        Problem asked = errors(ATTAINMENT.formatted("4", "lower is better", "", "5", "actual / target"))
                .get(0);
        assertEquals("lower-is-better", asked.code());
        assertEquals(List.of("target / actual", "2 − actual / target", "1 − actual / target", "yes/no"), edits(asked));
    }

    @Test
    void nearestIsAskedNotGuessed() {
        Problem asked = errors(ATTAINMENT.formatted("3", "nearest to target is better", "", "4", "actual / target"))
                .get(0);
        assertEquals("method-of-direction", asked.code());
        assertEquals(List.of("closeness", "yes/no"), edits(asked));
    }

    @Test
    void aComputedTargetOfZeroOrBelowIsAnOutcomeWithAReason() {
        KpiResult zero = attainment("3", "higher is better", "  input goal in 件 109: 0\n", "goal", "actual / target");
        assertEquals(Optional.empty(), zero.attainment().value());
        assertEquals("zero-target", zero.attainment().reasons().get(0).code());
        KpiResult negative =
                attainment("3", "higher is better", "  input goal in 件 109: -2\n", "goal", "actual / target");
        assertEquals(Optional.empty(), negative.attainment().value());
        assertEquals("negative-target", negative.attainment().reasons().get(0).code());
    }

    /** 70, 80, 80, 90, 95: the value 80 has the rank 40, 25 or 60 by three definitions. */
    @ParameterizedTest
    @CsvSource({"midpoint,40", "inclusive,25", "at or below,60"})
    void thePercentileRankHasThreeDefinitions(String definition, String rank) {
        assertEquals(
                Optional.of(Exact.of(rank)),
                program(ranked(", " + definition))
                        .evaluate(Evaluation.of(ReportingPeriod.roc(109)))
                        .kpi("R")
                        .groups()
                        .orElseThrow()
                        .list()
                        .get(1)
                        .actual()
                        .value()
                        .map(value -> value.in(Units.PERCENT)));
    }

    @Test
    void aPercentileRankWithoutADefinitionListsThem() {
        List<Problem> asked = errors(ranked(""));
        assertEquals(1, asked.size());
        assertTrue(asked.get(0).edits().size() >= 3, asked.toString());
    }

    private static String ranked(String definition) {
        return """
                calendar roc
                data T(name: key, points: number) 109 {
                  a | 70
                  b | 80
                  c | 80
                  d | 90
                  e | 95
                }
                kpi R "r" per row of T {
                  formula    percentile rank(T.points%s)
                  unit       %%
                }
                """.formatted(definition);
    }

    /** Weights 10, 25, 25 and 40, the second 25 missing, and all but one child zero: what is left shows a weight. */
    @ParameterizedTest
    @CsvSource({
        "weight shared in proportion,2/15,1/3,8/15",
        "weight shared equally,11/60,1/3,29/60",
        "weight not shared,1/10,1/4,2/5"
    })
    void theWeightOfAMissingChild(String rule, String first, String second, String fourth) {
        // 11/60, 1/3 and 29/60 are 18⅓, 33⅓ and 48⅓ %: a third of the 25 on each.
        List<String> expected = List.of(first, second, fourth);
        List<Exact> found = new ArrayList<>();
        for (String child : List.of("A", "B", "D")) {
            found.add(program(card("  missing child " + rule + "\n", child))
                    .evaluate(Evaluation.of(ReportingPeriod.roc(109)))
                    .root()
                    .score()
                    .orElseThrow()
                    .actual()
                    .orElseThrow()
                    .in(Units.PERCENT)
                    .dividedBy(Exact.HUNDRED));
        }
        assertEquals(expected.stream().map(CompetingSemanticsTest::fraction).toList(), found);
    }

    @Test
    void aMissingChildWithoutARuleListsThem() {
        List<Problem> asked = errors(card("", "A"));
        assertTrue(asked.stream().anyMatch(problem -> problem.edits().size() >= 3), asked.toString());
    }

    private static Exact fraction(String text) {
        String[] parts = text.split("/");
        return Exact.of(parts[0]).dividedBy(Exact.of(parts[1]));
    }

    private static String card(String rule, String full) {
        StringBuilder text = new StringBuilder("calendar roc\n");
        Stream.of("A", "B", "C", "D")
                .forEach(id -> text.append("kpi ")
                        .append(id)
                        .append(" \"")
                        .append(id)
                        .append("\" {\n  input n in 件 ")
                        .append(id.equals("C") ? "" : id.equals(full) ? "109: 1" : "109: 0")
                        .append("\n  formula n / 1 件\n  unit %\n  direction higher is better, without target\n}\n"));
        return text.append("scorecard S \"s\" {\n  roll up weighted mean of actual\n")
                .append(rule)
                .append("  A 10%\n  B 25%\n  C 25%\n  D 40%\n}\n")
                .toString();
    }
}
