package kpi.examples.grouph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import kpi.diagnostic.Language;
import kpi.dsl.KpiCompiler;
import kpi.report.TableReport;
import kpi.result.Figure;
import kpi.result.JudgedScore;
import kpi.result.KpiResult;
import kpi.result.Mark;
import kpi.result.ScorecardResult;
import kpi.result.State;
import kpi.run.Evaluation;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.Test;

/** The rubric with invented ratings, added to Group H: how scorers, stages and reasons become a score. */
class InventedRubricTest {
    private static final Path FOLDER = Path.of(".");
    private static final KpiProgram PROGRAM = KpiCompiler.standard()
            .compile(List.of(
                    Source.read(FOLDER.resolve("group-h.kpi"), StandardCharsets.UTF_8),
                    Source.read(FOLDER.resolve("invented-rubric/rubric.kpi"), StandardCharsets.UTF_8)))
            .orElseThrow();
    private static final Facts FACTS = GroupH.facts(PROGRAM, FOLDER);

    private static KpiResult in110(String kpi) {
        return PROGRAM.evaluate(FACTS, Evaluation.of(ReportingPeriod.roc(110))).kpi(kpi);
    }

    private static Figure innovation(String kpi) {
        return in110(kpi).dimensions().get("innovation");
    }

    private static List<JudgedScore.Stage> stages(String kpi) {
        return in110(kpi).judged().get("innovation").stages();
    }

    private static List<String> scores(JudgedScore.Stage stage) {
        return stage.scorers().stream()
                .map(scorer -> scorer.score().display(Language.ZH_TW))
                .toList();
    }

    @Test
    void theFileSaysThatItIsInvented() {
        String text = Source.read(FOLDER.resolve("invented-rubric/rubric.kpi"), StandardCharsets.UTF_8)
                .text();
        assertTrue(text.startsWith("# 虛構範例"), text);
        assertTrue(text.contains("# Invented:"), text);
        assertEquals(
                List.of(),
                PROGRAM.problems().stream()
                        .filter(problem -> problem.toString().contains("rubric"))
                        .toList());
    }

    @Test
    void threeScorersMakeTheFirstScoreAndTheReviewAgrees() {
        List<JudgedScore.Stage> stages = stages("HC2.1");
        assertEquals(List.of("80 分", "81 分", "78.4 分"), scores(stages.get(0)));
        assertEquals("79.8", stages.get(0).score().unrounded().orElseThrow().plain());
        assertEquals("80", stages.get(0).score().orElseThrow().plain());
        assertFalse(stages.get(0).stands());
        assertEquals("80", stages.get(1).score().orElseThrow().plain());
        assertTrue(stages.get(1).stands());
        assertEquals("80", innovation("HC2.1").orElseThrow().plain());
        assertFalse(innovation("HC2.1").marks().contains(Mark.PROVISIONAL));
    }

    @Test
    void anIncompleteRatingIsLeftOutAndSeen() {
        JudgedScore.Stage first = stages("HP3.1").get(0);
        assertEquals(
                List.of("「初核」評審乙 未評：可推廣性"),
                first.lacking().stream().map(each -> each.zh()).toList());
        Figure score = innovation("HP3.1");
        assertEquals("85", score.orElseThrow().plain());
        assertTrue(score.marks().containsAll(List.of(Mark.PROVISIONAL, Mark.PARTIAL)));
    }

    @Test
    void tooFewScorersAreNoScore() {
        Figure score = innovation("HP4.2");
        assertEquals(State.MISSING, score.state());
        assertTrue(score.reason().orElseThrow().zh().contains("「初核」尚缺 1 位評分者"));
    }

    @Test
    void theReviewLowersAScoreWithItsReason() {
        List<JudgedScore.Stage> stages = stages("HF1.1");
        assertEquals("86", stages.get(0).score().orElseThrow().plain());
        assertEquals("82", innovation("HF1.1").orElseThrow().plain());
        assertEquals("作法與上年相同，無新增創新作為", stages.get(1).scorers().get(0).reason());
    }

    /** 82.6 against the mean of 82.83, 83.17 and 74.33: 80.11; 50 + 10 × 2.49. The last of them is provisional. */
    @Test
    void challengeIsComputed() {
        Figure challenge = in110("HF3.1").dimensions().get("challenge");
        assertEquals("74.9", challenge.orElseThrow().plain());
        assertTrue(challenge.marks().contains(Mark.PROVISIONAL));
        assertEquals(
                State.NOT_APPLICABLE,
                in110("HP1.1").dimensions().get("challenge").state());
    }

    @Test
    void theYearBeforeKeepsItsPrintedScores() {
        Evaluation year = Evaluation.of(ReportingPeriod.roc(109)).explain(Evaluation.Detail.STEPS);
        KpiProgram alone = GroupH.program(FOLDER);
        assertEquals(
                printed(alone.evaluate(GroupH.facts(alone, FOLDER), year)), printed(PROGRAM.evaluate(FACTS, year)));
    }

    private static String printed(ScorecardResult result) {
        StringBuilder out = new StringBuilder();
        try {
            TableReport.write(result, Language.ZH_TW, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }
}
