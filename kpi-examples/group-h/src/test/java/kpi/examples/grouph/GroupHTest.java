package kpi.examples.grouph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kpi.data.csv.CsvTables;
import kpi.data.csv.RatingsCsv;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Severity;
import kpi.dsl.KpiCompiler;
import kpi.number.Exact;
import kpi.result.Agreement;
import kpi.result.KpiResult;
import kpi.result.Mark;
import kpi.result.NodeResult;
import kpi.result.Reconciliation;
import kpi.result.ScorecardResult;
import kpi.result.State;
import kpi.result.Verdict;
import kpi.run.Evaluation;
import kpi.run.ExampleResult;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.unit.Units;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Group H against its printed document, figure by figure. */
class GroupHTest {
    private static final Path FOLDER = Path.of(".");
    private static final KpiProgram PROGRAM = GroupH.program(FOLDER);
    private static final Facts FACTS = GroupH.facts(PROGRAM, FOLDER);
    private static final Evaluation Y109 =
            Evaluation.of(ReportingPeriod.roc(109)).explain(Evaluation.Detail.STEPS);
    private static final ScorecardResult RESULT = PROGRAM.evaluate(FACTS, Y109);

    private static Exact percent(String digits) {
        return Exact.of(new java.math.BigDecimal(digits));
    }

    private static Exact attainment(KpiResult kpi) {
        return kpi.attainment().orElseThrow().in(Units.PERCENT);
    }

    @Test
    void theTextHasNoProblems() {
        // What the document itself shows: three verdicts without a printed target, a lowered target without a reason,
        // and
        // one that the year before had reached. What data files hold is not known to a check of the text.
        Map<String, Long> told = PROGRAM.problems().stream()
                .collect(Collectors.groupingBy(Problem::code, TreeMap::new, Collectors.counting()));
        assertEquals(
                Map.of("attained-without-target", 3L, "lowered-without-reason", 1L, "regressive-target", 1L), told);
        assertTrue(PROGRAM.problems().stream().noneMatch(problem -> problem.severity() == Severity.ERROR));
    }

    @ParameterizedTest
    @CsvSource({
        "HC1.1, 100, ATTAINED", "HC2.1, 100, ATTAINED", "HP1.1, 100, ATTAINED", "HP2.1, 100, ATTAINED",
        "HP2.2, 100, ATTAINED", "HP3.1, 100, ATTAINED", "HP3.2, 100, ATTAINED", "HP3.3, 100, ATTAINED",
        "HP4.1, 100, ATTAINED", "HP4.2, 97.27, NOT_ATTAINED", "HL1.1, 100, ATTAINED", "HF1.1, 100, ATTAINED",
        "HF2.1, 100, ATTAINED", "HF3.1, 92.91, NOT_ATTAINED", "HF3.2, 71.56, NOT_ATTAINED"
    })
    void attainmentIsThePrintedOneButForTheDebtRatio(String id, String printed, Verdict verdict) {
        KpiResult kpi = RESULT.kpi(id);
        assertEquals(percent(printed), attainment(kpi));
        assertEquals(verdict, kpi.verdict());
    }

    @ParameterizedTest
    @CsvSource({
        "顧客構面, 2, 2, 2, 0, 100", "內部流程構面, 4, 8, 7, 1, 87.5",
        "學習成長構面, 1, 1, 1, 0, 100", "財務構面, 3, 4, 2, 2, 50"
    })
    void perspectivesAreCountedAsPrinted(
            String name, int objectives, int kpis, int attained, int notAttained, String share) {
        NodeResult node = RESULT.root().children().stream()
                .filter(child -> child.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertCounts(node, objectives, kpis, attained, notAttained, share);
    }

    @Test
    void theTotalIsTwelveOfFifteenAndTheMeanIsExact() {
        NodeResult total = RESULT.root();
        assertCounts(total, 10, 15, 12, 3, "80");
        assertEquals(
                Exact.of(java.math.BigInteger.valueOf(73087), java.math.BigInteger.valueOf(750)),
                total.meanAttainment().unrounded().orElseThrow().in(Units.PERCENT));
        assertEquals("97.45", total.meanAttainment().orElseThrow().plain());
    }

    private static void assertCounts(
            NodeResult node, int objectives, int kpis, int attained, int notAttained, String share) {
        assertEquals(objectives, node.objectives());
        assertEquals(kpis, node.kpis());
        assertEquals(attained, node.attained());
        assertEquals(notAttained, node.notAttained());
        assertEquals(0, node.undecided());
        assertEquals(percent(share), node.attainedShare().orElseThrow().in(Units.PERCENT));
    }

    @Test
    void allFortyFiveJudgedScoresAreThere() {
        var ratings = RatingsCsv.read(
                        FOLDER.resolve("ratings.csv"),
                        CsvTables.Format.declared().rocDates())
                .orElseThrow();
        assertEquals(45, ratings.size());
        for (var rating : ratings) {
            Map<String, String> ids = Map.of("創新度", "innovation", "挑戰度", "challenge", "貢獻度", "contribution");
            String dimension = ids.getOrDefault(rating.dimension(), rating.dimension());
            assertEquals(
                    rating.score(),
                    RESULT.kpi(rating.kpi()).dimensions().get(dimension).orElseThrow(),
                    () -> rating.kpi() + " " + dimension);
        }
        assertEquals(
                Set.of("innovation", "challenge", "contribution"),
                RESULT.kpi("HC1.1").dimensions().keySet());
    }

    @Test
    void theDebtRatioContradictsItsPrintedAttainmentAndSaysHowItCameAbout() {
        KpiResult debt = RESULT.kpi("HP4.2");
        assertEquals("5.35", debt.actual().orElseThrow().plain());
        assertEquals(
                Exact.of(new java.math.BigInteger("660000000000"), new java.math.BigInteger("123376890000")),
                debt.actual().unrounded().orElseThrow().in(Units.PERCENT));
        Reconciliation printed = debt.reconciliations().stream()
                .filter(each -> each.what() == Reconciliation.What.ATTAINMENT)
                .findFirst()
                .orElseThrow();
        assertEquals("99.07", printed.printed().plain());
        assertEquals(Agreement.CONTRADICTS, printed.agreement());
        assertEquals(
                "5.35/5.4, the target of 110",
                printed.finding().orElseThrow().brief().in(Language.EN));
        assertEquals(
                "5.35/5.4：實際值取四捨五入後之 5.35%，目標值取 110 年之 5.4%",
                printed.finding().orElseThrow().full().in(Language.ZH_TW));
    }

    @Test
    void whatContradictsIsOnlyWhatTheDocumentPrintsTwice() {
        List<String> contradictions = RESULT.kpis().stream()
                .flatMap(kpi -> kpi.reconciliations().stream()
                        .filter(each -> each.agreement() == Agreement.CONTRADICTS)
                        .map(each -> kpi.id() + " " + each.page() + " " + each.what() + " " + each.text()))
                .toList();
        assertEquals(
                List.of(
                        "HP2.2 指標表 ACTUAL 89%",
                        "HP3.2 指標表 ACTUAL 65.77%",
                        "HP4.2 成果表 ACTUAL 5.41%",
                        "HP4.2 成果表 ATTAINMENT 99.07%",
                        "HF1.1 指標表 ACTUAL 94.16%"),
                contradictions);
    }

    @Test
    void whatHasNoPrintedTargetIsAsserted() {
        for (KpiResult kpi : RESULT.kpis()) {
            boolean asserted = Set.of("HP1.1", "HP3.1", "HP3.2").contains(kpi.id());
            assertEquals(asserted, kpi.attainment().marks().contains(Mark.ASSERTED), kpi.id());
            assertEquals(asserted, !kpi.target().hasValue(), kpi.id());
            assertEquals(asserted, kpi.verdictMarks().contains(Mark.ASSERTED), kpi.id());
        }
    }

    @Test
    void figuresOfAnUnfinishedYearAreProvisionalWithTheirDate() {
        Map<String, LocalDate> dates = Map.of(
                "HF3.1", LocalDate.of(2020, 11, 30),
                "HF3.2", LocalDate.of(2020, 11, 30),
                "HP4.1", LocalDate.of(2020, 12, 15));
        for (KpiResult kpi : RESULT.kpis()) {
            boolean provisional = kpi.actual().marks().contains(Mark.PROVISIONAL);
            assertEquals(dates.containsKey(kpi.id()), provisional, kpi.id());
            if (provisional) {
                assertEquals(dates.get(kpi.id()), kpi.actual().coversTo().orElseThrow());
                assertTrue(kpi.attainment().marks().contains(Mark.PROVISIONAL), kpi.id());
            }
        }
    }

    @Test
    void revenueHasTwoVintages() {
        KpiResult whole = RESULT.kpi("HF1.1");
        assertEquals("100", whole.actual().orElseThrow().plain());
        ScorecardResult then = PROGRAM.evaluate(FACTS, Y109.knownOn(LocalDate.of(2020, 12, 15)));
        KpiResult partial = then.kpi("HF1.1");
        assertEquals("94.16", partial.actual().orElseThrow().plain());
        assertEquals("98.08", partial.attainment().orElseThrow().plain());
        assertEquals(Verdict.NOT_ATTAINED, partial.verdict());
        assertTrue(partial.actual().marks().contains(Mark.PROVISIONAL));
        assertEquals(11, then.root().attained());
        assertEquals(4, then.root().notAttained());
    }

    @Test
    void participationMayNotBeComparedAcrossItsNewFormula() {
        var growth = PROGRAM.growth("HC1.1", ReportingPeriod.roc(109), FACTS, Evaluation.of(ReportingPeriod.roc(110)));
        assertEquals(State.NOT_APPLICABLE, growth.figure().state());
        assertTrue(growth.figure().marks().contains(Mark.NOT_COMPARABLE));
        assertTrue(growth.figure().display(Language.ZH_TW).contains("公式調整"));
    }

    @Test
    void awarenessIsAttainedOnlyBecauseItsRuleRoundsFirst() throws IOException {
        KpiResult rounded = RESULT.kpi("HC2.1");
        assertEquals("50", rounded.actual().orElseThrow().plain());
        assertEquals(Verdict.ATTAINED, rounded.verdict());
        String text = Files.readString(FOLDER.resolve("group-h.kpi"), StandardCharsets.UTF_8);
        String without = text.lines()
                .filter(line -> !line.contains("四捨五入至整數"))
                .filter(line -> !line.matches(" *實際值 +四捨五入至小數2位"))
                .reduce("", (all, line) -> all + line + "\n");
        KpiProgram unrounded = KpiCompiler.standard()
                .compile(Source.of("group-h.kpi", without))
                .orElseThrow();
        KpiResult exact = unrounded.evaluate("HC2.1", GroupH.facts(unrounded, FOLDER), Y109);
        assertEquals(
                Exact.of(java.math.BigInteger.valueOf(746), java.math.BigInteger.valueOf(15)),
                exact.actual().orElseThrow().in(Units.PERCENT));
        assertEquals(Verdict.NOT_ATTAINED, exact.verdict());
    }

    @Test
    void thePropertyScoreReadsAsTheDocumentPrintsIt() {
        assertEquals(
                "80 − 1.7 + 3.5 + 1.1 + 2.4 + 11 = 96.3 分",
                RESULT.kpi("HF2.1").actual().explain().line(Language.ZH_TW));
        Facts more = FACTS.toBuilder()
                .addRows("案件", List.of(Map.of("年度", ReportingPeriod.roc(109), "類別", "有償提供使用", "處數", 12)))
                .build()
                .orElseThrow();
        assertEquals(
                "97.3",
                PROGRAM.evaluate("HF2.1", more, Y109).actual().orElseThrow().plain());
    }

    @Test
    void almostIsNotAttainedThoughItShowsAsHundred() {
        String text = """
                指標 X "幾乎" {
                  填報值 109: 79.997
                  單位 %
                  實際值 四捨五入至小數3位
                  方向 越大越好
                  目標值 109: 80%
                  目標達成度 實際值 ／ 目標值，上限 100%，四捨五入至小數2位
                  達成條件 實際值符合目標值
                }
                """;
        KpiProgram program =
                KpiCompiler.standard().compile(Source.of("almost.kpi", text)).orElseThrow();
        KpiResult almost = program.evaluate("X", program.facts().build().orElseThrow(), Y109);
        assertEquals(
                "100.00",
                almost.attainment()
                        .orElseThrow()
                        .in(Units.PERCENT)
                        .toBigDecimal(2, java.math.RoundingMode.UNNECESSARY)
                        .toString());
        assertEquals(Verdict.NOT_ATTAINED, almost.verdict());
    }

    @Test
    void everyExampleOfTheTextHoldsTermByTerm() {
        List<ExampleResult> examples = PROGRAM.runExamples();
        assertEquals(4, examples.size());
        for (ExampleResult example : examples) {
            assertTrue(example.passed(), () -> example.kpi() + " " + example.title() + " " + example.checks());
            assertFalse(example.checks().isEmpty());
        }
        assertTrue(examples.stream().anyMatch(example -> example.checks().size() == 7));
    }

    @Test
    void aMissingFileOfOneInputLeavesTheRestOfTheCard() {
        KpiProgram program = PROGRAM;
        ScorecardResult empty = program.evaluate(program.facts().build().orElseThrow(), Y109);
        assertTrue(empty.partial());
        assertEquals(State.MISSING, empty.kpi("HP4.2").actual().state());
        assertEquals(State.VALUE, empty.kpi("HF1.1").actual().state());
        assertEquals(
                Stream.of("HF1.1").toList(),
                empty.kpis().stream()
                        .filter(kpi -> kpi.actual().hasValue())
                        .map(KpiResult::id)
                        .toList());
    }
}
