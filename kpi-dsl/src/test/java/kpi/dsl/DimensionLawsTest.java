package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import kpi.data.Rating;
import kpi.number.Exact;
import kpi.result.Figure;
import kpi.result.JudgedScore;
import kpi.result.KpiResult;
import kpi.result.Mark;
import kpi.result.State;
import kpi.run.Evaluation;
import kpi.run.KpiProgram;
import kpi.source.Place;
import kpi.source.Source;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Judged dimensions: what holds whoever judges, and in whatever order ratings come. */
class DimensionLawsTest {
    private static final ReportingPeriod Y110 = ReportingPeriod.roc(110);
    private static final int SCORERS = 5;
    private static final KpiProgram PROGRAM =
            KpiCompiler.standard().compile(Source.of("judged.kpi", """
                    kpi A {
                      unit      分
                      reported  110: 6
                    }
                    dimension innovation "創新度" {
                      scale   0 to 100 分, whole
                      rubric {
                        新穎程度 60%
                        可推廣性 40%
                      }
                      stage first "初核" by 5 scorers, at least 3 {
                        each scorer      weighted mean of criteria
                        all scorers      trimmed mean
                        missing a scorer: leave out
                      }
                      stage final "複核" by "研考會" {
                        as given
                      }
                      score   final, otherwise first as provisional
                    }
                    """)).orElseThrow();

    private static Rating rating(String stage, String scorer, String criterion, int score) {
        return new Rating(
                "A",
                "innovation",
                Y110,
                Quantity.of(Exact.of(score), Units.POINTS),
                stage,
                scorer,
                criterion,
                Optional.empty(),
                "",
                Place.input(stage + scorer + criterion));
    }

    private static List<Rating> ratings(List<Integer> scores) {
        List<Rating> ratings = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            ratings.add(rating("初核", "評審" + i / 2, i % 2 == 0 ? "新穎程度" : "可推廣性", scores.get(i)));
        }
        return ratings;
    }

    private static KpiResult judged(List<Rating> ratings) {
        return PROGRAM.evaluate("A", PROGRAM.facts().addRatings(ratings).build().orElseThrow(), Evaluation.of(Y110));
    }

    private static Figure score(List<Rating> ratings) {
        return judged(ratings).dimensions().get("innovation");
    }

    /** 60 and 40 of each pair, the highest and the lowest left out, in whole numbers. */
    private static Exact model(List<Integer> scores) {
        List<Integer> sums = new ArrayList<>();
        for (int i = 0; i + 1 < scores.size(); i += 2) {
            sums.add(60 * scores.get(i) + 40 * scores.get(i + 1));
        }
        Collections.sort(sums);
        long sum = sums.subList(1, sums.size() - 1).stream()
                .mapToLong(Integer::longValue)
                .sum();
        return Exact.of(BigInteger.valueOf(sum), BigInteger.valueOf(100L * (sums.size() - 2)));
    }

    @Provide
    Arbitrary<List<Integer>> scores() {
        return Arbitraries.integers()
                .between(0, 100)
                .edgeCases(edges -> edges.add(0, 100))
                .list()
                .ofSize(2 * SCORERS);
    }

    @Property(tries = 200)
    void isWhatTheModelSays(
            @ForAll("scores") List<Integer> scores, @ForAll @IntRange(min = 3, max = SCORERS) int present) {
        Figure score = score(ratings(scores.subList(0, 2 * present)));
        assertEquals(model(scores.subList(0, 2 * present)), score.orElseThrow().canonical());
        assertEquals(present < SCORERS, score.marks().contains(Mark.PARTIAL));
        assertTrue(score.marks().contains(Mark.PROVISIONAL));
    }

    @Property(tries = 100)
    void theOrderOfTheRatingsDoesNotMatter(@ForAll("scores") List<Integer> scores, @ForAll long seed) {
        List<Rating> shuffled = new ArrayList<>(ratings(scores));
        Collections.shuffle(shuffled, new Random(seed));
        assertEquals(score(ratings(scores)).value(), score(shuffled).value());
    }

    @Property(tries = 100)
    void aRatingThatRisesNeverLowersTheScore(
            @ForAll("scores") List<Integer> scores, @ForAll @IntRange(max = 2 * SCORERS - 1) int which) {
        List<Integer> higher = new ArrayList<>(scores);
        higher.set(which, 100);
        Exact before = score(ratings(scores)).orElseThrow().canonical();
        assertTrue(score(ratings(higher)).orElseThrow().canonical().compareTo(before) >= 0);
    }

    @Property(tries = 100)
    void theLaterStageOverrules(@ForAll("scores") List<Integer> scores, @ForAll @IntRange(max = 100) int last) {
        List<Rating> all = ratings(scores);
        all.add(rating("複核", "研考會", "", last));
        Figure score = score(all);
        assertEquals(Exact.of(last), score.orElseThrow().canonical());
        assertTrue(score.marks().isEmpty());
    }

    @Property(tries = 100)
    void scorersAgreeMostWhereAllGiveTheSame(@ForAll("scores") List<Integer> scores) {
        JudgedScore.ScorerAgreement agreement =
                stage(ratings(scores)).agreement().orElseThrow();
        assertTrue(agreement
                        .meanDeviation()
                        .canonical()
                        .compareTo(agreement.range().canonical())
                <= 0);
        List<Integer> alike = Collections.nCopies(2 * SCORERS, scores.get(0));
        JudgedScore.ScorerAgreement same = stage(ratings(alike)).agreement().orElseThrow();
        assertTrue(same.range().canonical().isZero()
                && same.meanDeviation().canonical().isZero());
    }

    private static JudgedScore.Stage stage(List<Rating> ratings) {
        return judged(ratings).judged().get("innovation").stages().get(0);
    }

    @Test
    void tooFewScorersMakeNoScore() {
        List<Rating> two = ratings(Collections.nCopies(4, 80));
        assertEquals(State.MISSING, score(two).state());
        assertEquals(1, stage(two).lacking().size());
    }

    @Test
    void aRatingThatNobodyMayGiveFailsTheScore() {
        List<Rating> six = ratings(Collections.nCopies(12, 80));
        assertEquals(State.FAILED, score(six).state());
        List<Rating> half = ratings(Collections.nCopies(10, 80));
        half.add(rating("初核", "評審0", "美觀", 80));
        assertEquals(State.FAILED, score(half).state());
        assertEquals(State.FAILED, score(List.of(rating("終核", "研考會", "", 80))).state());
    }

    @Test
    void twoSourcesOfAScoreAreAProblem() {
        List<Rating> both = ratings(Collections.nCopies(10, 80));
        both.add(rating("", "", "", 90));
        assertEquals(State.FAILED, score(both).state());
        assertEquals("two-sources", score(both).reasons().get(0).code());
        assertEquals(
                Exact.of(90),
                score(List.of(rating("", "", "", 90))).orElseThrow().canonical());
    }
}
