package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
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

/** Scores by bands and by a formula over stages, held against models in whole numbers and decimals of the JDK. */
class DimensionFormulaLawsTest {
    private static final ReportingPeriod Y110 = ReportingPeriod.roc(110);
    private static final int SCORERS = 3;

    /** The same rules with the words of one language or the other. */
    private static final KpiProgram ENGLISH = program("""
            kpi A {
              unit      分
              reported  110: 6
            }
            dimension innovation "創新度" {
              scale   0 to 100 分
              rubric {
                新穎程度 60%
                可推廣性 40%
              }
              stage own "自評" by "承辦機關" {
                as given
              }
              stage first "初核" by 3 scorers, at least 2 {
                each scorer      weighted mean of criteria
                all scorers      mean, rounded to 1 place
                missing a scorer: leave out
                bands {
                  100 分 "excellent" 90 and above
                   80 分 "good"      70 and above, below 90
                   50 分             below 70
                }
              }
              score   own × 10% + first × 40% + first.mean × 20% + 可推廣性 × 30%, rounded to 2 places
              bands {
                100 "A" above 90
                 85 "B" 60 and above, 90 and below
                 10 "C" below 60
              }
            }
            """);

    private static final KpiProgram CHINESE = program("""
            指標 A {
              單位   分
              填報值 110: 6
            }
            評分面向 創新度 {
              尺度     0 至 100 分
              評分標準 {
                新穎程度 60%
                可推廣性 40%
              }
              階段 自評 由 "承辦機關" {
                照給分
              }
              階段 初核 由 3 位評分者，至少 2 位 {
                每位評分者 各項加權平均
                全體評分者 平均，四捨五入至小數1位
                缺評分者：略去
                級距 {
                  100 分 "excellent" 90分以上
                   80 分 "good"      70以上未滿90
                   50 分             未滿70
                }
              }
              得分     自評 × 10% + 初核 × 40% + 初核.平均 × 20% + 初核.可推廣性 × 30%，四捨五入至小數2位
              級距 {
                100 分 "A" 超過 90
                 85 分 "B" 60 以上，90 以下
                 10 分 "C" 未滿 60
              }
            }
            """);

    private static KpiProgram program(String text) {
        return KpiCompiler.standard()
                .compile(Source.of("judged.kpi", "calendar roc\n" + text))
                .orElseThrow();
    }

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

    /** The first is what the office gives itself, then a pair for each scorer. */
    private static List<Rating> ratings(List<Integer> scores) {
        List<Rating> ratings = new ArrayList<>(List.of(rating("自評", "承辦機關", "", scores.get(0))));
        for (int i = 1; i < scores.size(); i++) {
            ratings.add(rating("初核", "評審" + (i - 1) / 2, i % 2 == 1 ? "新穎程度" : "可推廣性", scores.get(i)));
        }
        return ratings;
    }

    private static KpiResult judged(KpiProgram program, List<Rating> ratings) {
        return program.evaluate("A", program.facts().addRatings(ratings).build().orElseThrow(), Evaluation.of(Y110));
    }

    private static Figure score(List<Rating> ratings) {
        return judged(ENGLISH, ratings).dimensions().get("innovation");
    }

    /** What the rules say, in decimals. */
    private record Model(BigDecimal mean, int first, BigDecimal before, int score, String level) {
        static Model of(List<Integer> scores) {
            BigDecimal sum = BigDecimal.ZERO;
            BigDecimal spread = BigDecimal.ZERO;
            int scorers = (scores.size() - 1) / 2;
            for (int i = 1; i < scores.size(); i += 2) {
                sum = sum.add(BigDecimal.valueOf(60L * scores.get(i) + 40L * scores.get(i + 1), 2));
                spread = spread.add(BigDecimal.valueOf(scores.get(i + 1)));
            }
            BigDecimal rounded = sum.divide(BigDecimal.valueOf(scorers), 1, RoundingMode.HALF_UP);
            int first = rounded.intValue() >= 90 ? 100 : rounded.intValue() >= 70 ? 80 : 50;
            // ten times scorers as the common denominator of the four terms
            BigDecimal tenfold = BigDecimal.valueOf(scorers)
                    .multiply(BigDecimal.valueOf(scores.get(0) + 4L * first))
                    .add(sum.multiply(BigDecimal.valueOf(2)))
                    .add(spread.multiply(BigDecimal.valueOf(3)));
            BigDecimal before = tenfold.divide(BigDecimal.valueOf(10L * scorers), 2, RoundingMode.HALF_UP);
            int score = before.compareTo(BigDecimal.valueOf(90)) > 0
                    ? 100
                    : before.compareTo(BigDecimal.valueOf(60)) >= 0 ? 85 : 10;
            return new Model(rounded, first, before, score, score == 100 ? "A" : score == 85 ? "B" : "C");
        }
    }

    @Provide
    Arbitrary<List<Integer>> scores() {
        Arbitrary<Integer> turning = Arbitraries.of(0, 100, 60, 70, 69, 90, 89, 59);
        return Arbitraries.oneOf(turning, Arbitraries.integers().between(0, 100))
                .list()
                .ofSize(1 + 2 * SCORERS);
    }

    @Property(tries = 300)
    void isWhatTheModelSays(
            @ForAll("scores") List<Integer> scores, @ForAll @IntRange(min = 2, max = SCORERS) int present) {
        List<Integer> given = scores.subList(0, 1 + 2 * present);
        Model model = Model.of(given);
        for (KpiProgram program : List.of(ENGLISH, CHINESE)) {
            KpiResult result = judged(program, ratings(given));
            Figure score = result.dimensions().get("innovation");
            assertEquals(Exact.of(model.score()), score.orElseThrow().canonical());
            assertEquals(present < SCORERS, score.marks().contains(Mark.PARTIAL));
            JudgedScore judged = result.judged().get("innovation");
            assertEquals(Optional.of(model.level()), judged.level());
            JudgedScore.Stage first = judged.stages().get(1);
            assertEquals(Exact.of(model.first()), first.score().orElseThrow().canonical());
            assertEquals(model.first() == 50, first.level().isEmpty());
            assertTrue(judged.standing().isEmpty());
        }
    }

    @Property(tries = 100)
    void theOrderOfTheRatingsDoesNotMatter(@ForAll("scores") List<Integer> scores, @ForAll long seed) {
        List<Rating> shuffled = new ArrayList<>(ratings(scores));
        Collections.shuffle(shuffled, new Random(seed));
        assertEquals(score(ratings(scores)).value(), score(shuffled).value());
        assertEquals(score(ratings(scores)).unrounded(), score(shuffled).unrounded());
    }

    /** Bands that rise and a formula that rises never turn a better rating into a worse score. */
    @Property(tries = 100)
    void aRatingThatRisesNeverLowersTheScore(
            @ForAll("scores") List<Integer> scores, @ForAll @IntRange(max = 2 * SCORERS) int which) {
        List<Integer> higher = new ArrayList<>(scores);
        higher.set(which, 100);
        Exact before = score(ratings(scores)).orElseThrow().canonical();
        assertTrue(score(ratings(higher)).orElseThrow().canonical().compareTo(before) >= 0);
    }

    /** A stage that the formula names and that has no score leaves none, and is said to. */
    @Property(tries = 30)
    void withoutAStageThereIsNoScore(@ForAll("scores") List<Integer> scores) {
        List<Rating> all = ratings(scores);
        Figure unrated = score(all.subList(1, all.size()));
        assertEquals(State.MISSING, unrated.state());
        assertTrue(unrated.reason().orElseThrow().zh().contains("承辦機關 未評"));
        Figure tooFew = score(all.subList(0, 3));
        assertEquals(State.MISSING, tooFew.state());
        assertTrue(tooFew.reason().orElseThrow().zh().contains("尚缺 2 位評分者"));
    }

    @Test
    void whatAFormulaMakesIsOnTheScale() {
        KpiProgram sum = program("""
                kpi A {
                  unit      分
                  reported  110: 6
                }
                dimension innovation "創新度" {
                  scale   0 to 100 分
                  stage own "自評" by "甲" { as given }
                  stage first "初核" by "乙" { as given }
                  score   own + first
                }
                """);
        List<Rating> both = List.of(rating("自評", "甲", "", 50), rating("初核", "乙", "", 50));
        assertEquals(
                Exact.of(100),
                judged(sum, both).dimensions().get("innovation").orElseThrow().canonical());
        List<Rating> more = List.of(rating("自評", "甲", "", 50), rating("初核", "乙", "", 51));
        Figure beyond = judged(sum, more).dimensions().get("innovation");
        assertEquals("rating-off-scale", beyond.reasons().get(0).code());
    }
}
