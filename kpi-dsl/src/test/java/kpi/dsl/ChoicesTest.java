package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Edit;
import kpi.diagnostic.Problem;
import kpi.result.Figure;
import kpi.result.KpiResult;
import kpi.result.ScorecardResult;
import kpi.run.Evaluation;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where published schemes disagree a text that leaves the choice out is refused, with an edit for every choice; each edit
 * alone mends the text, and then the same facts give the answer of that scheme. The first KPI of the text, or its
 * scorecard, gives the answer.
 */
class ChoicesTest {
    private static Arguments choice(String code, String text, String... answers) {
        return Arguments.of(code, text, List.of(answers));
    }

    private static final String OFFICES = """
            data T(name: key, x: number, y: number) {
              a | 70 | 1
              b | 80 | 2
              c | 80 | 2
              d | 90 | 3
              e | 95 | 2
            }
            """;

    private static String ofRows(String formula, String unit) {
        return "kpi A { formula " + formula + "   unit " + unit + "   direction none }\n" + OFFICES;
    }

    private static String perRow(String formula, String unit) {
        return "kpi A per row of T { formula " + formula + "   unit " + unit + "   direction none }\n" + OFFICES;
    }

    static Stream<Arguments> attainment() {
        return Stream.of(
                choice("lower-is-better", """
                        kpi A {
                          reported   109: 4
                          unit       件
                          direction  lower is better
                          target     109: 5
                          attainment actual / target
                        }
                        """, "125", "120", "20", "100"),
                choice("method-of-direction", """
                        kpi A {
                          reported   109: 3
                          unit       件
                          direction  nearest to target is better
                          target     109: 4
                          attainment actual / target
                        }
                        """, "75", "0"),
                choice("negative-target-unsaid", """
                        kpi A {
                          reported   109: 3
                          unit       億元
                          direction  higher is better
                          baseline   108: -5
                          target     109: -2
                          attainment actual / target, rounded to 1 place
                        }
                        """, "266.7", "100", "negative-target"),
                choice("zero-target-unsaid", """
                        kpi A {
                          reported   109: 3
                          unit       件
                          direction  lower is better
                          baseline   108: 4
                          target     109: 0
                          attainment 2 − actual / target
                        }
                        """, "25", "0", "0", "zero-target"),
                choice("zero-target-unsaid", """
                        指標 A {
                          填報值   109: 3
                          單位     件
                          方向     越接近目標越好
                          目標值   109: 0
                          目標達成度 接近度
                        }
                        """, "0", "0", "zero-target"),
                choice(
                        "zero-target-unsaid",
                        "kpi A { reported 109: 3   unit 件   direction higher is better"
                                + "   threshold 2   benchmark 6   target 109: 0   attainment actual / target }",
                        "25",
                        "100"),
                choice("no-attainment", """
                        kpi A {
                          reported   109: 6
                          unit       件
                          direction  higher is better
                          threshold  2
                          benchmark  12
                          baseline   5
                          target     109: 5
                          light by attainment {
                            green good "●" 100% and above
                            red   bad  "■" below 100%
                          }
                        }
                        """, "120", "100", "no-distance", "40", "40", "100"));
    }

    static Stream<Arguments> actual() {
        return Stream.of(
                choice("definition-unsaid", ofRows("percentile(T.x, 20%)", "number"), "78", "72", "70", "75"),
                choice("definition-unsaid", ofRows("variance(T.y)", "number"), "0.5", "0.4"),
                choice("definition-unsaid", ofRows("mean of the top(T.x, 30%)", "number"), "92.5", "95"),
                choice(
                        "definition-unsaid",
                        ofRows("weighted median(T.x where y ≠ 2, 1 + T.x × 0)", "number"),
                        "70",
                        "80"),
                choice(
                        "definition-unsaid",
                        perRow("percentile rank(T.x)", "%"),
                        "10, 40, 40, 70, 90",
                        "0, 25, 25, 75, 100",
                        "50/3, 100/3, 100/3, 200/3, 250/3",
                        "0, 20, 20, 60, 80",
                        "20, 60, 60, 80, 100"),
                choice(
                        "definition-unsaid",
                        perRow("rank(T.x, highest first)", "number"),
                        "5, 3, 3, 2, 1",
                        "5, 4, 4, 2, 1",
                        "5, 3.5, 3.5, 2, 1",
                        "4, 3, 3, 2, 1"),
                choice(
                        "definition-unsaid",
                        perRow("distance to best(T.y)", "number"),
                        "2, 1, 1, 0, 1",
                        "0, 1, 1, 2, 1"),
                choice("mean-of-quotient", """
                        kpi A { formula average(P.attained / P.of)   unit %   direction none   actual rounded to 1 place }
                        data P(name: key, attained: 項, of: 項) {
                          顧客 | 2 | 2
                          內部 | 7 | 8
                          學習 | 1 | 1
                          財務 | 2 | 4
                        }
                        """, "80", "84.4"),
                choice("ambiguous-logarithm", "kpi A { formula log(1)   unit number   direction none }", "0", "0"),
                choice("milestone-choice", """
                        kpi A {
                          milestones {
                            40%    design
                            70%    works
                            100%   built
                          }
                          direction  higher is better, without target
                          reported   109: design, built
                        }
                        """, "40", "100"),
                choice("share-of-total", """
                        kpi A {
                          unit       分
                          direction  higher is better, without target
                          points {
                            allotted 60 分 "measures": 40 分
                            add      "bonus"           9 分, at most 10% of the total
                          }
                        }
                        """, "46", "44"),
                choice("bare-cap", """
                        kpi A {
                          unit       分
                          direction  higher is better, without target
                          points {
                            add      "places" each C: 0.1 分 × n, at most 1 分
                          }
                        }
                        data C(n: 處) {
                          12
                          5
                        }
                        """, "1.5", "1"),
                choice("look-up-overlap", """
                        kpi A { formula growth(50)   unit 分   direction none }
                        bands growth(value: number → points: 分) {
                          47.30 – 50.00 | 6.5
                          50.00 – 52.70 |   7
                        }
                        """, "7", "6.5"),
                choice("look-up-overlap", """
                        指標 A { 公式 成長(50)   單位 分   方向 不計方向 }
                        級距 成長(數: 數值 → 點數: 分) {
                          50.00 以下 | 6.5
                          50.00 以上 |   7
                        }
                        """, "7", "6.5"));
    }

    static Stream<Arguments> rollUp() {
        String four = """
                  A 10%
                  B 25%
                  C 25%
                  D 40%
                }
                kpi A { reported 109: 30             unit 分 }
                kpi B { reported 109: 60             unit 分 }
                kpi C { reported 109: not reported   unit 分 }
                kpi D { reported 109: 45             unit 分 }
                """;
        return Stream.of(
                choice(
                        "missing-child-unsaid",
                        "scorecard S {\n  roll up weighted mean of actual\n" + four,
                        "missing-figure",
                        "48",
                        "47.25",
                        "36"),
                choice("missing-child-unsaid", """
                        計分卡 S {
                          彙總 平均 之 實際值
                          A、B
                        }
                        指標 A { 填報值 109: 30     單位 分 }
                        指標 B { 填報值 109: 未填報   單位 分 }
                        """, "missing-figure", "30", "15"),
                choice("roll-up-of-what", """
                        scorecard S {
                          roll up mean
                          missing child total missing
                          A
                        }
                        kpi A { reported 109: 60%   unit %   direction higher is better   target 109: 80%   attainment actual / target }
                        """, "75", "60"),
                choice("child-not-measured", """
                        scorecard S {
                          roll up mean of attainment
                          missing child total missing
                          A、B
                        }
                        kpi A {
                          reported   109: 4
                          unit       件
                          direction  lower is better
                          target     109: 5
                        }
                        kpi B { reported 109: 1   unit 件   direction higher is better   target 109: 1   attainment yes/no }
                        """, "112.5", "110", "60", "100"),
                choice("child-not-measured", """
                        計分卡 S {
                          彙總 平均 目標達成度
                          缺項 總分缺值
                          A
                        }
                        指標 A { 填報值 109: 6   單位 件   方向 越大越好   目標值 109: 5 }
                        """, "120", "100", "100"));
    }

    /** How scorers and criteria make one score, what happens where one lacks, which stage stands. */
    static Stream<Arguments> judged() {
        String judged = """
                kpi A { formula innovation(B)   unit 分   direction none }
                kpi B { reported 109: 1   unit 件   direction none }
                """;
        String five = judged + """
                ratings 109 B innovation {
                  stage | scorer | as given
                  first | v      | 31
                  first | w      | 0
                  first | x      | 12
                  first | y      | 2
                  first | z      | 10
                }
                """;
        return Stream.of(
                choice("dimension-unsaid", five + """
                        dimension innovation "創新度" {
                          scale   0 to 100 分
                          stage first "初核" by 5 scorers {
                            each scorer as given
                            missing a scorer: leave out
                          }
                        }
                        """, "11", "8", "10", "0", "31", "55"),
                choice("dimension-unsaid", five + """
                        評分面向 創新度 {
                          尺度   0 至 100 分
                          階段 first "初核" 由 5 位評分者 {
                            每位評分者 照給分
                            缺評分者：略去
                          }
                        }
                        """, "11", "8", "10", "0", "31", "55"),
                choice("dimension-unsaid", five + """
                        dimension innovation "創新度" {
                          scale   0 to 100 分
                          stage first "初核" by 6 scorers, at least 2 {
                            each scorer as given
                            all scorers median
                          }
                        }
                        """, "10", "missing-figure"),
                choice("dimension-unsaid", judged + """
                        dimension innovation "創新度" {
                          scale   0 to 100 分
                          rubric {
                            novel  60%
                            spread 40%
                          }
                          stage first "初核" by "甲" {
                          }
                        }
                        ratings 109 B innovation {
                          stage | scorer | novel | spread
                          first | 甲     | 10    | 20
                        }
                        """, "14", "15", "30", "10", "20", "waits-for"),
                choice("dimension-unsaid", judged + """
                        dimension innovation "創新度" {
                          scale   0 to 100 分
                          stage first "初核" by "甲" { as given }
                          stage final "複核" by "乙" { as given }
                        }
                        ratings 109 B innovation {
                          stage | scorer | as given
                          first | 甲     | 10
                        }
                        """, "missing-figure", "10", "10"));
    }

    /** What a gate that is shut does; a coverage leaves its node without a figure. */
    static Stream<Arguments> gates() {
        String kpis = """
                kpi A { reported 109: 40%            unit % }
                kpi B { reported 109: 90%            unit % }
                kpi C { reported 109: not reported   unit % }
                """;
        return Stream.of(
                choice("unexpected-end", """
                        scorecard S {
                          roll up mean of actual
                          missing child total missing
                          gate every child at least 50%
                          grade { good 60% and above   bad below 60% }
                          A、B
                        }
                        """ + kpis.replaceFirst("kpi C.*\n", ""), "65", "missing-figure", "50"),
                choice("unexpected-end", """
                        計分卡 S {
                          彙總 平均 之 實際值
                          缺項 總分缺值
                          門檻條件 當 A ≧ 50%
                          等級 { 好 60%以上   差 未滿60% }
                          A、B
                        }
                        """ + kpis.replaceFirst("kpi C.*\n", ""), "65", "missing-figure"),
                choice("unexpected-end", """
                        scorecard S {
                          roll up mean of actual
                          missing child left out
                          coverage at least 3 of 3 children
                          A、B、C
                        }
                        """ + kpis, "missing-figure"));
    }

    static Stream<Arguments> places() {
        return Stream.of(choice(
                "places-unsaid",
                """
                scorecard S per name {
                  roll up rank sum of actual
                  missing child total missing
                  SPEED、QUALITY
                }
                data office(name: key, speed: number, quality: number) {
                  A | 9 | 7
                  B | 9 | 8
                  C | 5 | 9
                }
                kpi SPEED per name { formula sum(office.speed)   unit number   direction none }
                kpi QUALITY per name { formula sum(office.quality)   unit number   direction none }
                """,
                "4, 3, 4",
                "5, 4, 4",
                "4.5, 3.5, 4",
                "4, 3, 3",
                "3, 4, 4",
                "4, 5, 4",
                "3.5, 4.5, 4",
                "3, 4, 4"));
    }

    private static Checked<KpiProgram> compile(String text) {
        return KpiCompiler.standard().compile(Source.of("choice.kpi", text));
    }

    private static ScorecardResult evaluated(Edit edit) {
        Checked<KpiProgram> mended = compile(edit.applied());
        assertFalse(mended.hasErrors(), () -> edit.newText() + "\n" + mended.problems());
        return mended.orElseThrow().evaluate(Evaluation.of(ReportingPeriod.roc(109)));
    }

    private static List<Edit> edits(String code, String text) {
        List<Problem> asked = compile(text).problems();
        // What uses a broken table or definition says so, too.
        List<Problem> own = asked.stream()
                .filter(problem -> !problem.code().equals("broken-definition"))
                .toList();
        assertEquals(List.of(code), own.stream().map(Problem::code).toList(), text);
        return own.get(0).edits();
    }

    private static String shown(Figure figure) {
        if (figure.value().isPresent()) {
            return figure.value().map(Quantity::plain).orElseThrow();
        }
        return figure.reasons().isEmpty() ? "missing" : figure.reasons().get(0).code();
    }

    private static String shown(KpiResult kpi) {
        return kpi.groups()
                .map(groups -> groups.stream().map(row -> shown(row.actual())).collect(Collectors.joining(", ")))
                .orElseGet(() -> shown(kpi.actual()));
    }

    private static List<String> each(List<Edit> edits, java.util.function.Function<ScorecardResult, String> answer) {
        List<String> answers = new ArrayList<>();
        edits.forEach(edit -> answers.add(answer.apply(evaluated(edit))));
        return answers;
    }

    @ParameterizedTest
    @MethodSource("attainment")
    void ofAttainment(String code, String text, List<String> answers) {
        assertEquals(
                answers, each(edits(code, text), found -> shown(found.kpi("A").attainment())));
    }

    @ParameterizedTest
    @MethodSource({"actual", "judged"})
    void ofActuals(String code, String text, List<String> answers) {
        assertEquals(answers, each(edits(code, text), found -> shown(found.kpi("A"))));
    }

    @ParameterizedTest
    @MethodSource({"rollUp", "gates", "places"})
    void ofScorecards(String code, String text, List<String> answers) {
        assertEquals(
                answers,
                each(edits(code, text), found -> shown(found.root().score().orElseThrow())));
    }
}
