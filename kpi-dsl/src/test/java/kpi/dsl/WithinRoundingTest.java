package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import kpi.diagnostic.Language;
import kpi.result.Groups;
import kpi.result.KpiResult;
import kpi.run.Evaluation;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.ReportingPeriod;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published figures beside figures whose inputs and cells a document has rounded. */
class WithinRoundingTest {
    private static final String CITIES = """
            calendar 民國
            data 直轄市(市: key, C "自籌財源": 億元, A "歲入": 億元, 印列: %)  110 {
              臺北市 | 1,180 | 1,848 | 63.88
              高雄市 |   686 | 1,481 | 46.34
              新北市 | 1,011 | 1,726 | 58.57
              臺中市 |   771 | 1,430 | 53.93
              臺南市 |   368 |   975 | 37.78
              桃園市 |   711 | 1,256 | 56.60
            }
            """;

    private static KpiResult evaluate(String text, String kpi) {
        KpiProgram program =
                KpiCompiler.standard().compile(Source.of("a.kpi", text)).orElseThrow();
        return program.evaluate(Evaluation.of(ReportingPeriod.roc(110))).kpi(kpi);
    }

    private static List<String> rows(KpiResult kpi) {
        return kpi.groups().stream()
                .flatMap(Groups::stream)
                .map(row ->
                        row.actual().value().map(v -> v.display(Language.EN)).orElse("–") + " "
                                + row.reconciliations().get(0).text() + " "
                                + row.reconciliations().get(0).agreement().id())
                .toList();
    }

    @Test
    void everyCityAgreesWithinTheRoundingOfItsTwoFigures() {
        String text = CITIES + """
                kpi SELF "自籌財源占歲入比率" per row of 直轄市 {
                  formula    C/A
                  unit       %
                  actual     rounded to 2 places
                  direction  higher is better, without target
                  published  column 印列
                  rank       highest first, ties share the best place
                }
                """;
        assertEquals(
                List.of(
                        "63.85 % 63.88 within-input-rounding",
                        "46.32 % 46.34 within-input-rounding",
                        "58.57 % 58.57 agrees",
                        "53.92 % 53.93 within-input-rounding",
                        "37.74 % 37.78 within-input-rounding",
                        "56.61 % 56.60 within-input-rounding"),
                rows(evaluate(text, "SELF")));
    }

    @Test
    void soDoesTheRatioOfTheirSums() {
        String text = CITIES + """
                kpi SELF.ALL "直轄市自籌財源占歲入比率" {
                  formula    ratio of sums(直轄市.C, 直轄市.A)
                  unit       %
                  actual     rounded to 2 places
                  direction  higher is better, without target
                  published  110: actual 54.25%
                }
                """;
        KpiResult all = evaluate(text, "SELF.ALL");
        assertEquals("54.23 %", all.actual().value().orElseThrow().display(Language.EN));
        assertEquals(
                "within-input-rounding",
                all.reconciliations().get(0).agreement().id());
    }

    private static final String FORMULA = """
            calendar 民國
            data T(k: text, n: text, x: 億元, w: number, s: %%)  110 {
              a | 1 | 10 | 1.0 | 10
              a | 2 | 20 | 2.0 | 20
              b | 1 | 30 | 3.0 | 30.5
              b | 2 | 60 | 4.0 | 60
            }
            kpi K {
              input p in 億元 110: 20
              input q in 億元 110: 30
              formula %s
              unit %s
              published 110: actual %s
            }
            """;

    /** Each row of cells is anything within half a unit of its last digit: x within 0.5, w and s within 0.05. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sum(T.x)                                    | 億元   | 120億元 | agrees
            sum(T.x)                                    | 億元   | 121億元 | within-input-rounding
            sum(T.x)                                    | 億元   | 118億元 | within-input-rounding
            sum(T.x)                                    | 億元   | 123億元 | contradicts
            sum(T.x)                                    | 億元   | 117億元 | contradicts
            average(T.x)                                | 億元   | 30.4億元 | within-input-rounding
            average(T.x)                                | 億元   | 30.6億元 | contradicts
            average(T.x where k = "a")                  | 億元   | 15.3億元 | within-input-rounding
            average(T.x where k = "a")                  | 億元   | 15.7億元 | contradicts
            median(T.x)                                 | 億元   | 25.5億元 | within-input-rounding
            median(T.x)                                 | 億元   | 25.7億元 | contradicts
            min(T.x)                                    | 億元   | 9.6億元  | within-input-rounding
            max(T.x)                                    | 億元   | 60.7億元 | contradicts
            percentile(T.x, 50%, nearest rank)          | 億元   | 20.3億元 | within-input-rounding
            weighted mean(T.x, T.w)                     | 億元   | 38.4億元 | within-input-rounding
            weighted mean(T.x, T.w)                     | 億元   | 39.6億元 | undecided
            weighted mean(T.x, T.w)                     | 億元   | 41.0億元 | contradicts
            ratio of sums(T.x, T.w)                     | 億元   | 12.2億元 | within-input-rounding
            ratio of sums(T.x, T.w)                     | 億元   | 12.6億元 | contradicts
            mean of ratios(T.x, T.w)                    | 億元   | 11.4億元 | within-input-rounding
            mean of ratios(T.x, T.w)                    | 億元   | 13.9億元 | contradicts
            average(T.s)                                | %      | 30.14%  | within-input-rounding
            average(T.s)                                | %      | 30.19%  | contradicts
            sum(each T: max(x, 20億元))                  | 億元   | 131億元 | within-input-rounding
            sum(each T: max(x, 20億元))                  | 億元   | 128.4億元 | contradicts
            sum(T.x) / sum(T.x)                         | number | 1.002   | undecided
            count(T where x > 25億元)                    | number | 2.1     | undecided
            stdev(T.x, sample)                          | 億元   | 21.9億元 | undecided
            stdev(T.x, sample)                          | 億元   | 90億元  | contradicts
            stdev(T.x, sample)                          | 億元   | 20.7億元 | contradicts
            stdev(T.x, population)                      | 億元   | 18.6億元 | undecided
            stdev(T.x, population)                      | 億元   | 17億元  | contradicts
            variance(T.x / 1億元, sample)                | number | 466.7   | agrees
            variance(T.x / 1億元, sample)                | number | 500     | contradicts
            (q − p) / q                                 | %      | 35.0%   | within-input-rounding
            (q − p) / q                                 | %      | 38.0%   | contradicts
            p / q × max(T.s)                            | %      | 41.0%   | within-input-rounding
            p × (p / 1億元) + q                          | 億元   | 445億元 | within-input-rounding
            p × (p / 1億元) + q                          | 億元   | 455億元 | contradicts
            if p > 20.4億元 then 5% else 7%              | %      | 5%      | within-input-rounding
            if p > 20.6億元 then 5% else 7%              | %      | 5%      | contradicts
            (if p > 20.4億元 then 5% else 7%) + p/p/100  | %      | 9%      | contradicts
            """)
    void aFormulaOfRoundedFigures(String formula, String unit, String published, String verdict) {
        KpiResult kpi = evaluate(FORMULA.formatted(formula, unit, published), "K");
        assertEquals(
                verdict,
                kpi.reconciliations().get(0).agreement().id(),
                () -> kpi.actual().display(Language.EN));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            count(T where x > 25億元)    | number | 2.1      | there are no bounds for a part of its rule
            sum(T.x) / sum(T.x)          | number | 1.002    | it takes more work than is spent on one figure
            sum(T.x)                     | 億元   | 123億元  | –
            """)
    void whatIsUndecidedSaysWhy(String formula, String unit, String published, String why) {
        KpiResult kpi = evaluate(FORMULA.formatted(formula, unit, published), "K");
        assertEquals(
                why,
                kpi.reconciliations()
                        .get(0)
                        .why()
                        .map(reason -> reason.in(Language.EN))
                        .orElse("–"));
    }

    private static final String POINTS = """
            calendar roc
            data T(k: text, x: 億元, s: %%)  110 {
              a | 10 | 10.0%%
              b | 20 | 20.0%%
              a | 30 | 30.4%%
              b | 60 | 60.3%%
            }
            kpi K "k" {
              input late in 日  110: 12.5
              input p in 億元  110: 20
              unit 分
              direction higher is better, without target
              points {
                base "base" 80 分
                %s
              }
              published 110: actual %s
            }
            """;

    /** x lies within 0.5, s within 0.05 of a percent, late within 0.05 and p within 0.5. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            add "a" each T: 0.1 分 × (x / 1億元)                                        | 92 分   | agrees
            add "a" each T: 0.1 分 × (x / 1億元)                                        | 92.1 分 | within-input-rounding
            add "a" each T: 0.1 分 × (x / 1億元)                                        | 92.3 分 | contradicts
            add "a" each T where k = "a": 0.1 分 × (x / 1億元)                          | 84.1 分 | within-input-rounding
            add "a" each T where k = "a": 0.1 分 × (x / 1億元)                          | 84.2 分 | contradicts
            add "a" each T: 0.1 分 × (x / 1億元), at most 2 分 each                      | 87.04 分 | within-input-rounding
            add "a" each T: 0.1 分 × (x / 1億元), at most 2 分 each                      | 87.2 分 | contradicts
            add "a" each T where x > 60億元: 5 分                                     | 85 分   | within-input-rounding
            add "a" each T where x > 61億元: 5 分                                     | 85 分   | contradicts
            deduct "d" 0.5 分 × (late / 1 日)                                           | 73.75 分 | agrees
            deduct "d" 0.5 分 × (late / 1 日)                                           | 73.77 分 | within-input-rounding
            deduct "d" 0.5 分 × (late / 1 日)                                           | 73.80 分 | contradicts
            deduct "d" 0.5 分 × (late / 1 日), at most 3 分 in all                       | 76.9 分 | contradicts
            add "w" when p > 20.4億元: 4 分                                           | 84 分   | within-input-rounding
            add "w" when p > 20.6億元: 4 分                                           | 84 分   | contradicts
            add "s" 10 分 × sum(T.s), at most 10% of the other points                 | 88 分   | agrees
            add "s" 10 分 × sum(T.s), at most 10% of the other points                 | 88.1 分 | contradicts
            allotted 20 分 "e": sum(T.s where k = "b")                                | 96.06 分 | agrees
            allotted 20 分 "e": sum(T.s where k = "b")                                | 96.07 分 | within-input-rounding
            allotted 20 分 "e": sum(T.s where k = "b")                                | 96.20 分 | contradicts
            group "g" at most 5 分 { add "a" 1 分 × (p / 10億元) }         | 82 分   | agrees
            gate when p > 20.4億元, otherwise at most 60 分                            | 80 分   | within-input-rounding
            gate when p > 20.6億元, otherwise at most 60 分                            | 80 分   | contradicts
            total at most 79 分                                                       | 80 分   | contradicts
            """)
    void pointsOfRoundedFigures(String line, String published, String verdict) {
        KpiResult kpi = evaluate(POINTS.formatted(line, published), "K");
        assertEquals(
                verdict,
                kpi.reconciliations().get(0).agreement().id(),
                () -> kpi.actual().display(Language.EN));
    }

    private static final List<String> LINES = List.of(
            "add \"%d\" each T: 0.3 分 × (x / 1億元)",
            "deduct \"%d\" each T where x > 20億元: 0.7 分, at most 1 分 in all",
            "add \"%d\" each T: 0.1 分 × (x / 1億元), at most 2 分 each, at least 1 分 in all",
            "deduct \"%d\" when p > 20億元: 0.1 分 × (p / 1億元)",
            "allotted 20 分 \"%d\": p / 40億元",
            "add \"%d\" 1 分 × (p / 3億元), at most 10%% of the other points",
            "add \"%d\" 1 分 × (stdev(T.x, population) / 1億元), at most 50%% of the allotted points",
            "group \"%d\" at most 5 分 { add \"g%d\" each T: 0.1 分 × (x / 1億元) }",
            "add \"%d\" 1 分 × variance(T.x / 1億元, sample) / 100");

    private static String rounded(List<Integer> tenths, int p, String lines, String published, int digits) {
        StringBuilder rows = new StringBuilder();
        for (int each : tenths) {
            rows.append("  ")
                    .append(BigDecimal.valueOf(each, 1).setScale(digits, RoundingMode.HALF_UP))
                    .append('\n');
        }
        return "calendar roc\ndata T(x: 億元)  110 {\n" + rows + "}\nkpi K {\n  input p in 億元  110: "
                + BigDecimal.valueOf(p, 1).setScale(digits, RoundingMode.HALF_UP)
                + "\n  unit 分\n  direction higher is better, without target\n  points {\n    base \"b\" 80 分\n" + lines
                + "  }\n  actual rounded to 2 places\n" + published + "}\n";
    }

    /** What a document computed of finer figures than it prints is never said to contradict what it prints. */
    @Property(tries = 150)
    void whatIsTrueBehindThePrintNeverContradicts(
            @ForAll @Size(min = 2, max = 5) List<@IntRange(min = 100, max = 400) Integer> tenths,
            @ForAll @IntRange(min = 150, max = 250) int p,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 8) Integer> which) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < which.size(); i++) {
            boolean allotted = which.contains(4);
            int line = which.get(i) == 6 && !allotted ? 0 : which.get(i);
            lines.append("    ")
                    .append(LINES.get(line).replace("%d", "l" + i).replace("%%", "%"))
                    .append('\n');
        }
        String exact = evaluate(rounded(tenths, p, lines.toString(), "", 1), "K")
                .actual()
                .orElseThrow()
                .plain();
        String text = rounded(tenths, p, lines.toString(), "  published 110: actual " + exact + " 分\n", 0);
        String verdict =
                evaluate(text, "K").reconciliations().get(0).agreement().id();
        assertNotEquals("contradicts", verdict, text);
    }
}
