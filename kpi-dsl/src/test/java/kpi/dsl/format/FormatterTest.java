package kpi.dsl.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.dsl.KpiCompiler;
import kpi.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a text looks like once it is laid out. */
class FormatterTest {
    private static final Path RESOURCES = Path.of("src", "test", "resources", "kpi", "dsl", "format");
    private static final boolean ACCEPT = Boolean.getBoolean("kpi.golden.accept");

    @Test
    void aMessyFileInItsOwnWords() throws IOException {
        expect("mixed.formatted", format(mixed()));
    }

    @Test
    void aMessyFileInChinese() throws IOException {
        expect(
                "mixed.zh_TW",
                KpiCompiler.standard().format(mixed(), Language.ZH_TW).orElseThrow());
    }

    @Test
    void aMessyFileInEnglish() throws IOException {
        expect("mixed.en", KpiCompiler.standard().format(mixed(), Language.EN).orElseThrow());
    }

    private static Source mixed() {
        return Source.read(RESOURCES.resolve("mixed.kpi"), StandardCharsets.UTF_8);
    }

    private static void expect(String name, String actual) throws IOException {
        Path expected = RESOURCES.resolve(name);
        if (ACCEPT) {
            Files.writeString(expected, actual, StandardCharsets.UTF_8);
            return;
        }
        assertEquals(Files.readString(expected, StandardCharsets.UTF_8), actual, name);
    }

    /** A line of a KPI, and what becomes of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, quoteCharacter = '`', textBlock = """
                    formula a+b-c*d/e                | formula    a + b − c × d / e
                    formula a ^ - 2 ÷ - b            | formula    a^−2 / −b
                    formula ((a+b))*[c]              | formula    ((a + b)) × [c]
                    formula min( a,b ,1 )            | formula    min(a, b, 1)
                    formula a x b                    | formula    a × b
                    formula T . c                    | formula    T.c
                    formula HP4.2*１２．５％            | formula    HP4.2 × １２．５％
                    formula a<=b and b>=c or a!=c    | formula    a ≦ b and b ≧ c or a ≠ c
                    公式 a<=b&b>=c                    | 公式       a ≦ b 且 b ≧ c
                    公式：a，上限１００％              | 公式：     a，上限 １００％
                    公式 (a，下限0)×100%              | 公式       (a, 下限 0) × 100%
                    資料項：甲、乙　單位：人            | 資料項：   甲、乙 單位：人
                    目標值：109：80％　110：≧85%       | 目標值：   109: 80％   110: ≧ 85%
                    公式 min（a，b），上限 1            | 公式       min(a, b)，上限 1
                    formula a，rounded  to 2 places   | formula    a, rounded to 2 places
                    x=a                              | x = a
                    x ( y )=a                        | x(y) = a
                    target 109:>=5                   | target     109: ≧ 5
                    資料項 甲 、乙 單位 元/人            | 資料項     甲、乙 單位 元/人
                    """)
    void aLineInOneWay(String written, String expected) {
        assertEquals("kpi A {\n  " + expected + "\n  unit       人\n}\n", format("kpi A {\n" + written + "\nunit 人}"));
    }

    /** Names of the library are in the language of the keywords; a name an author gave is the author's. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
                    公式 最大值(a，b)                       | formula    max(a, b)
                    公式 MAX(a, b)                          | formula    max(a, b)
                    公式 若(a > b, a, b)                    | formula    if(a > b, a, b)
                    公式 合計(T.c 限 c > 1)                  | formula    sum(T.c where c > 1)
                    公式 百分位數(T.c, 90%, 含端點)            | formula    percentile(T.c, 90%, inclusive)
                    公式 加權平均(T.c, T.d)                  | formula    weighted mean(T.c, T.d)
                    公式 序位(T.c, 高者在前, 同分同列最佳序位)  | formula    rank(T.c, highest first, ties share the best place)
                    公式 前期 實際值                         | formula    previous actual
                    公式 實際值 於 108                       | formula    actual for 108
                    公式 實際值(K) + 目標值(HP4.1)            | formula    actual(K) + target(HP4.1)
                    公式 合計(每 P 限 目標值 > 0：目標達成度)   | formula    sum(each P where target > 0: attainment)
                    公式 平均(P.目標達成度)                   | formula    average(P.attainment)
                    公式 實際值 + U.實際值                    | formula    實際值 + U.實際值
                    公式 合計(每 U：實際值)                   | formula    sum(each U: 實際值)
                    公式 最大值 + 最大值(乙)                  | formula    最大值 + max(乙)
                    目標達成度 實際值 ／ 目標值，上限 100%      | attainment actual / target, at most 100%
                    目標達成度 (實際值 − 門檻值) / 標竿值     | attainment (actual − threshold) / benchmark
                    方向 越大越好 當 c > 1，其餘 越小越好     | direction  higher is better when c > 1, otherwise lower is better
                    缺值 乙：以 0 計                         | missing    乙: as 0
                    單位 數值                                | unit       number
                    達成條件 實際值 ≧ 目標值 × 2              | attained   when actual ≧ target × 2
                    """)
    void namesOfTheLibraryInEnglish(String written, String expected) {
        String text =
                "kpi K {\n  " + written + "\n}\nkpi P per row of T { formula c }\ndata T(c: number, d: 最)  109 { }\n";
        String laidOut = KpiCompiler.standard()
                .format(Source.of("a.kpi", text), Language.EN)
                .orElseThrow();
        assertEquals("  " + expected, laidOut.lines().skip(1).findFirst().orElse(""));
        String back = KpiCompiler.standard()
                .format(Source.of("a.kpi", laidOut), Language.ZH_TW)
                .orElseThrow();
        assertEquals(
                KpiCompiler.standard()
                        .format(Source.of("a.kpi", text), Language.ZH_TW)
                        .orElseThrow(),
                back);
    }

    @Test
    void rowsOfGuardsStandInColumns() {
        String text =
                "kpi A {\n x =\n  10 分 when a reaches b\n  0 分 when a < b\n  otherwise a\n formula 2 when x = 1\n  otherwise 0\n}";
        assertEquals("""
                kpi A {
                  x =
                      10 分      when a reaches b
                      0 分       when a < b
                      otherwise  a
                  formula    2          when x = 1
                             otherwise  0
                }
                """, format(text));
    }

    @Test
    void rowsOfGuardsThatBeginBesideTheirNameStandInColumns() {
        assertEquals(
                """
                kpi A {
                  grade_of = 10 分      when a reaches b
                             0 分       when a < b
                             otherwise  a
                  formula    grade_of
                }
                """,
                format(
                        "kpi A {\n grade_of = 10 分 when a reaches b\n  0 分 when a < b\n  otherwise a\n formula grade_of\n}"));
    }

    @Test
    void declarationsOnOneLineEachStandInColumns() {
        assertEquals(
                """
                kpi A   "first"        { formula 合計(甲)   unit 分 }
                kpi B.1         per 區 { formula x          unit 分 }
                kpi C   "third" per 區市 {
                  formula    z
                }
                """,
                format("kpi A \"first\" { formula 合計(甲)  unit 分 }\nkpi B.1 per 區 { formula x  unit 分 }\n"
                        + "kpi C \"third\" per 區市 {\n formula z\n}"));
    }

    @Test
    void childrenStandWithTheirWeights() {
        assertEquals(
                """
                scorecard S {
                  roll-up       weighted mean of actual
                  missing child total missing
                  K1            25%
                  K22           75%
                  perspective "p"   30% { A 60%   B 40% }
                  perspective "two" 70% {
                    C    109: 50%   110: 40%
                    DD   109: 50%   110: 60%
                  }
                }
                """,
                format("scorecard S {\n roll-up weighted mean of actual\n missing child total missing\n"
                        + " K1 25%\n K22 75%\n perspective \"p\" 30% { A 60%  B 40% }\n perspective \"two\" 70% {\n"
                        + "  C 109: 50%  110: 40%\n  DD 109: 50% 110: 60%\n }\n}"));
    }

    @Test
    void whatIsNoAmountOfPointsFollowsItsLabel() {
        assertEquals(
                """
                kpi A {
                  points {
                    base     "b"                      80 分
                    add      "x"          when a = 1: 0.2 分
                    allotted 30 分 "y":               a / c
                    group    "g" at most 10 分 {
                      add      "z"   8 分
                    }
                    gate     "b" at least 15 分, otherwise not applicable
                    total    at least 0 分, at most 100 分
                  }
                }
                """,
                format(
                        "kpi A {\n points {\n base \"b\" 80 分\n add \"x\" when a = 1: 0.2 分\n"
                                + " allotted 30 分 \"y\": a / c\n group \"g\" at most 10 分 {\n add \"z\" 8 分\n }\n"
                                + " gate \"b\" at least 15 分, otherwise not applicable\n total at least 0 分, at most 100 分\n }\n}"));
    }

    @Test
    void partsOfAnExampleGoOnBelowWhereTheyBegin() {
        assertEquals(
                """
                kpi A {
                  example    109   given a = 1;
                                         b = 2
                             expect 3
                  example    "title" 109
                             given    a = 1;
                                      b = 2
                             expect   3
                }
                """,
                format("kpi A {\n example 109 given a = 1;\n   b = 2\n  expect 3\n"
                        + " example \"title\" 109\n   given a = 1;\n   b = 2\n   expect 3\n}"));
    }

    @Test
    void theEndsOfRangesStandInColumns() {
        String text = "bands B(c: number → i: number) {\n0.0 – 12.0 | 0 – 50\n12.1 – 35.4 | 51 – 100\n}\n"
                + "級距 G(r: % → g: 文字) {\n90%以上 | 優\n80%以上未滿90% | 甲等\n}";
        assertEquals("""
                bands B(c: number → i: number) {
                   0.0 – 12.0 |  0 –  50
                  12.1 – 35.4 | 51 – 100
                }
                級距 G(r: % → g: 文字) {
                  90%以上        | 優
                  80%以上未滿90% | 甲等
                }
                """, format(text));
    }

    @Test
    void bandsAsPrinted() {
        assertEquals(
                "kpi A {\n  grade { 優 90%以上   劣 below 12.5 分 }\n}\n",
                format("kpi A { grade { 優  90%以上  劣 below 12.5 分 } }"));
        assertEquals(
                "指標 A {\n  等級： {\n    優：     ９０%以上\n    甲等：   80%以上、未滿90 分\n  }\n}\n",
                format("指標 A {\n等級：｛\n優：９０%以上\n甲等：80%以上、未滿90 分\n}}"));
    }

    /** Ranges and yes or no are words; texts of the same spelling are data. */
    @Test
    void wordsOfRowsAreInTheLanguageOfTheKeywords() {
        String text = "級距 B(r: %, t: 是/否, x: 文字 → g: 文字) {\n80%以上未滿90% | 是 | 是 | 5以上\n未滿80% | 否 | x | y\n}";
        String english =
                KpiCompiler.standard().format(Source.of("a", text), Language.EN).orElseThrow();
        assertEquals("""
                bands B(r: %, t: yes/no, x: text → g: text) {
                  80% and above below 90% | yes | 是 | 5以上
                  below 80%               | no  | x  | y
                }
                """, english);
        assertEquals(
                KpiCompiler.standard()
                        .format(Source.of("a", text), Language.ZH_TW)
                        .orElseThrow(),
                KpiCompiler.standard()
                        .format(Source.of("a", english), Language.ZH_TW)
                        .orElseThrow());
    }

    @Test
    void namesThatAnAuthorGaveStay() {
        String text = "kpi K {\n  資料項     target 單位 人\n  公式       前期 目標值 + 合計(預算)\n  資料項     合計(預算)\n}\n";
        String english =
                KpiCompiler.standard().format(Source.of("a", text), Language.EN).orElseThrow();
        assertTrue(english.contains("formula    previous 目標值 + 合計(預算)\n"), english);
        String parameter = "定義 f(actual) = 實際值 + 前期 實際值\n";
        assertEquals(
                "define f(actual) = 實際值 + previous 實際值\n",
                KpiCompiler.standard()
                        .format(Source.of("a", parameter), Language.EN)
                        .orElseThrow());
    }

    /** Where a percentage is printed with × 100, it is shown as it is read. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a/b*100            | a / b × 100%
                    100*a/b            | 100% × a / b
                    a/b*100%           | a / b × 100%
                    a/b                | a / b
                    (a+b)/(2*b)*100    | (a + b) / (2 × b) × 100%
                    if a>b then a/b*100 else 5% | if a > b then a / b × 100% else 5%
                    """)
    void thePrintedHundredOfAPercentage(String written, String expected) {
        String text = "kpi A {\n  input a, b in 人\n  formula " + written + "\n  unit %\n}";
        assertTrue(format(text).contains("formula    " + expected + "\n"), format(text));
    }

    @Test
    void aHundredIsLeftWhereItIsANumber() {
        String number = "kpi A { formula    a / b × 100\n  unit number\n  input a, b in 人\n}";
        assertTrue(format(number).contains("× 100\n"));
        String named = "kpi A {\n  input a, b in 人\n  x = a/b*100\n  formula x\n  unit %\n}";
        assertTrue(format(named).contains("x = a / b × 100\n"), "a definition may be used elsewhere");
        String unknown = "kpi A {\n  formula a/b*100\n  unit %\n}";
        assertTrue(format(unknown).contains("a / b × 100\n"), "names of another file");
    }

    @Test
    void aTextWithMistakesIsNotLaidOut() {
        Checked<String> answer = KpiCompiler.standard().format(Source.of("a", "kpi A {\n  formula a +\n  unit % %\n}"));
        assertEquals(Optional.empty(), answer.value());
        assertEquals(2, answer.problems().size());
    }

    @Test
    void namesOfOtherFilesAreNoMistake() {
        assertEquals("kpi A { formula B + c }\n", format("kpi A{formula B+c}"));
    }

    @Test
    void theBlanksOfADeclaredNameStay() {
        String text = "kpi A {\n  input x(甲 +乙) in 人\n        y in 人\n  formula x(甲 +乙) + y(甲 +乙)\n}";
        String laidOut = format(text);
        assertTrue(laidOut.contains("x(甲 +乙) + y(甲 + 乙)"), laidOut);
    }

    @Test
    void aKeywordThatWouldRunIntoANameKeepsItsLanguage() {
        String text = "指標 A {\n  達成 when > 3\n  公式 a，四捨五入至 whole\n}\n";
        String english =
                KpiCompiler.standard().format(Source.of("a", text), Language.EN).orElseThrow();
        assertEquals(Trees.of(Source.of("a", text)), Trees.of(Source.of("a", english)), english);
        assertTrue(english.contains("達成"), english);
    }

    @Test
    void linesEndAsOnUnixAndTheTextEndsWithOne() {
        assertEquals(
                "kpi A {\n  unit       人\n\n  owner      \"x\"\n}\n",
                format("kpi A {\r\n unit 人\r\n\r\n\r\n owner \"x\"}"));
        assertEquals("", format(""));
        assertEquals("# only\n", format("\uFEFF  # only   "));
        assertFalse(format("calendar roc").endsWith("\n\n"));
    }

    @Test
    void longTextsTakeLinearTime() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            text.append("kpi K").append(i).append(" { formula 若 a>1 則 b 否則 c # note\n}\n");
        }
        assertEquals(
                2_000,
                format(text.toString())
                        .lines()
                        .filter(line -> line.startsWith("kpi"))
                        .count());
    }

    private static String format(String text) {
        return format(Source.of("a.kpi", text));
    }

    private static String format(Source source) {
        Checked<String> answer = KpiCompiler.standard().format(source);
        assertEquals(List.of(), answer.problems(), source::text);
        return answer.orElseThrow();
    }
}
