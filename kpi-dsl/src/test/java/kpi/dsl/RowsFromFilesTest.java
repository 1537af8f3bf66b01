package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import kpi.diagnostic.Language;
import kpi.result.KpiResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything a formula does with rows, over files of data, against figures worked by hand. */
class RowsFromFilesTest {
    private static final String DATA = """
            data T(k: key, g: text, v: number may be missing, w: number) from "t.csv"
            data G(g: key, pop: number) from "g.csv"
            data S(year: 民國 period, x: number) from "s.csv"
            kpi X { formula sum(S.x)   unit number }
            """;

    private static final String ROWS = """
            k,g,v,w
            a,x,10,1
            b,x,20,2
            c,x,20,1
            d,x,30,4
            e,y,5,2
            f,y,,1
            """;

    private static KpiResult evaluate(String per, String formula, String unit) {
        String kpi = "kpi K " + per + " { formula " + formula + "   unit " + unit + " }\n";
        return Csv.of(DATA + kpi)
                .file("t.csv", ROWS)
                .file("g.csv", "g,pop\nx,40\ny,5\n")
                .file("s.csv", "year,x\n110,10\n111,20\n112,15\n112,25\n")
                .evaluate(112)
                .kpi("K");
    }

    /** The figure, or in a word why there is none. */
    private static String shown(KpiResult kpi) {
        String actual = kpi.actual().display(Language.EN);
        int reason = actual.indexOf(": ");
        return reason < 0 ? actual : actual.substring(0, reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            count(T)                                         | 6
            count(T where w > 1)                             | 3
            count(T.v, over present values)                  | 5
            sum(T.w)                                         | 11
            sum(T.v)                                         | not reported
            sum(T.v where g = "x")                           | 80
            sum(T.v where g = "z")                           | 0
            sum(T.v, over present values)                    | 85
            sum(T.v × T.w where g = "x")                     | 190
            sum(each T where g = "x": min(v, 20))            | 70
            average(T.v where g = "x")                       | 20
            average(T.v where g = "z")                       | failed
            average(T.v, over present values, at least 5)    | 17
            average(T.v, over present values, at least 6)    | not applicable
            min(T.v where g = "x")                           | 10
            max(T.v, over present values)                    | 30
            median(T.v, over present values)                 | 20
            percentile(T.v where g = "x", 25%, inclusive)    | 17.5
            percentile(T.v where g = "x", 25%, exclusive)    | 12.5
            percentile(T.v where g = "x", 25%, nearest rank) | 10
            percentile(T.v where g = "x", 25%, midpoint)     | 15
            variance(T.v where g = "x", population)          | 50
            stdev(T.v where g = "x", population)             | 7.0710678118…
            variance(T.w where g = "x", sample)              | 2
            count distinct(T.g)                              | 2
            count distinct(T.v where g = "x")                | 3
            weighted mean(T.v where g = "x", T.w)            | 23.75
            geometric mean(T.w where w > 1)                  | 2.5198420997…
            harmonic mean(T.w where g = "x")                 | 1.4545454545…
            ratio of sums(T.v where g = "x", T.w)            | 10
            mean of ratios(T.v where g = "x", T.w)           | 11.875
            previous X                                       | 20
            mean of last 2 X                                 | 15
            sum of last 2 X                                  | 30
            cumulative X                                     | 40
            closing X                                        | 40
            """)
    void overAllRows(String formula, String expected) {
        assertEquals(expected, shown(evaluate("", formula, "number")));
    }

    @Test
    void growthIsAShare() {
        assertEquals("100 %", shown(evaluate("", "growth of X", "%")));
    }

    /** At each row, in the order a b c d e f; f has no value. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            v / w                                                          | number | 10, 10, 20, 7.5, 2.5, not reported
            v / G.pop                                                      | %      | 25 %, 50 %, 50 %, 75 %, 100 %, not reported
            w / sum(T.w within g)                                          | %      | 12.5 %, 25 %, 12.5 %, 50 %, 66.6666666666… %, 33.3333333333… %
            rank(T.v within g, highest first, ties share the best place, over present values)  | number | 4, 2, 2, 1, 1, not reported
            rank(T.v within g, highest first, ties share the worst place, over present values) | number | 4, 3, 3, 1, 1, not reported
            rank(T.v within g, highest first, ties share the mean place, over present values)  | number | 4, 2.5, 2.5, 1, 1, not reported
            rank(T.v within g, lowest first, ties share one place without gaps, over present values) | number | 1, 2, 2, 3, 1, not reported
            percentile rank(T.v where g = "x", midpoint)                   | %      | 12.5 %, 50 %, 50 %, 87.5 %, not applicable, not applicable
            percentile rank(T.v where g = "x", inclusive)                  | %      | 0 %, 33.3333333333… %, 33.3333333333… %, 100 %, not applicable, not applicable
            percentile rank(T.v where g = "x", exclusive)                  | %      | 20 %, 40 %, 40 %, 80 %, not applicable, not applicable
            percentile rank(T.v where g = "x", below)                      | %      | 0 %, 25 %, 25 %, 75 %, not applicable, not applicable
            percentile rank(T.v where g = "x", at or below)                | %      | 25 %, 75 %, 75 %, 100 %, not applicable, not applicable
            share of total(T.v where g = "x")                              | %      | 12.5 %, 25 %, 25 %, 37.5 %, not applicable, not applicable
            z score(T.v where g = "x", population)                         | number | -1.4142135623…, 0, 0, 1.4142135623…, not applicable, not applicable
            min max(T.v where g = "x")                                     | number | 0, 0.5, 0.5, 1, not applicable, not applicable
            distance to best(T.v where g = "x", highest first)             | number | 20, 10, 10, 0, not applicable, not applicable
            winsorised(T.v where g = "x", 25%, 75%, inclusive)             | number | 17.5, 20, 20, 22.5, not applicable, not applicable
            """)
    void atEachRow(String formula, String unit, String expected) {
        KpiResult kpi = evaluate("per row of T", formula, unit);
        assertEquals(
                expected,
                kpi.groups().orElseThrow().stream()
                        .map(RowsFromFilesTest::shown)
                        .collect(Collectors.joining(", ")));
    }

    @Test
    void inEachGroup() {
        KpiResult kpi = evaluate("per g", "sum(T.v, over present values) / G.pop", "%");
        assertEquals(List.of("x | 200 %", "y | 100 % [PARTIAL]"), Csv.rows(kpi));
    }
}
