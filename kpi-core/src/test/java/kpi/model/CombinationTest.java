package kpi.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import kpi.number.Exact;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** How several scores make one, against a model of whole numbers, and laws that hold whatever the scores are. */
class CombinationTest {
    private static List<Exact> exact(List<Integer> scores) {
        return scores.stream().map(Exact::of).toList();
    }

    /** The same by another way: sums of sorted whole numbers over counts. */
    private static Exact model(Combination how, List<Integer> scores, List<Integer> weights) {
        List<Integer> sorted = scores.stream().sorted().toList();
        int count = sorted.size();
        long sum = scores.stream().mapToLong(Integer::longValue).sum();
        long over = 1;
        switch (how) {
            case AS_GIVEN, MIN -> sum = sorted.get(0);
            case MAX -> sum = sorted.get(count - 1);
            case SUM -> over = 1;
            case MEAN -> over = count;
            case TRIMMED_MEAN -> {
                sum = sum - sorted.get(0) - sorted.get(count - 1);
                over = count - 2L;
            }
            case MEDIAN -> {
                sum = (long) sorted.get((count - 1) / 2) + sorted.get(count / 2);
                over = 2;
            }
            case WEIGHTED_MEAN -> {
                sum = 0;
                for (int i = 0; i < count; i++) {
                    sum += (long) scores.get(i) * weights.get(i);
                }
                over = weights.stream().mapToLong(Integer::longValue).sum();
            }
        }
        return Exact.of(BigInteger.valueOf(sum), BigInteger.valueOf(over));
    }

    @Provide
    Arbitrary<Combination> several() {
        return Arbitraries.of(EnumSet.complementOf(EnumSet.of(Combination.AS_GIVEN)));
    }

    @Provide
    Arbitrary<List<Integer>> scores() {
        return Arbitraries.integers()
                .between(0, 100)
                .edgeCases(edges -> edges.add(0, 100))
                .list()
                .ofMinSize(3)
                .ofMaxSize(9);
    }

    @Provide
    Arbitrary<List<Integer>> weights() {
        return Arbitraries.integers().between(1, 50).list().ofSize(9);
    }

    @Property
    void isWhatTheModelSays(
            @ForAll("several") Combination how,
            @ForAll("scores") List<Integer> scores,
            @ForAll("weights") List<Integer> weights) {
        List<Integer> own = weights.subList(0, scores.size());
        assertEquals(model(how, scores, own), how.of(exact(scores), exact(own)));
    }

    @Property
    void liesBetweenTheLowestAndTheHighestUnlessItIsASum(
            @ForAll("several") Combination how,
            @ForAll("scores") List<Integer> scores,
            @ForAll("weights") List<Integer> weights) {
        Exact one = how.of(exact(scores), exact(weights.subList(0, scores.size())));
        Exact lowest = Exact.of(Collections.min(scores));
        Exact highest = Exact.of(Collections.max(scores));
        assertTrue(how == Combination.SUM || lowest.compareTo(one) <= 0 && one.compareTo(highest) <= 0);
        assertTrue(lowest.compareTo(one) <= 0);
    }

    @Property
    void theOrderOfTheScorersDoesNotMatter(
            @ForAll("several") Combination how, @ForAll("scores") List<Integer> scores, @ForAll long seed) {
        List<Exact> alike = Collections.nCopies(scores.size(), Exact.ONE);
        List<Integer> shuffled = new ArrayList<>(scores);
        Collections.shuffle(shuffled, new Random(seed));
        assertEquals(how.of(exact(scores), alike), how.of(exact(shuffled), alike));
    }

    @Property
    void aScoreThatRisesNeverLowersTheWhole(
            @ForAll("several") Combination how,
            @ForAll("scores") List<Integer> scores,
            @ForAll("weights") List<Integer> weights,
            @ForAll @IntRange(max = 8) int which,
            @ForAll @IntRange(min = 1, max = 100) int more) {
        List<Exact> own = exact(weights.subList(0, scores.size()));
        List<Integer> higher = new ArrayList<>(scores);
        int at = which % scores.size();
        higher.set(at, higher.get(at) + more);
        assertTrue(how.of(exact(higher), own).compareTo(how.of(exact(scores), own)) >= 0);
    }

    @Property
    void sameScoresMakeThatScoreUnlessItIsASum(
            @ForAll("several") Combination how,
            @ForAll @IntRange(max = 100) int score,
            @ForAll @IntRange(min = 3, max = 9) int count) {
        Exact one = how.of(Collections.nCopies(count, Exact.of(score)), Collections.nCopies(count, Exact.of(7)));
        assertEquals(Exact.of(how == Combination.SUM ? (long) score * count : score), one);
    }

    @Property
    void aTrimmedMeanDoesNotSeeHowFarTheExtremesAre(
            @ForAll @Size(min = 3, max = 9) List<@IntRange(min = 10, max = 90) Integer> scores) {
        List<Integer> sorted = new ArrayList<>(scores);
        Collections.sort(sorted);
        List<Integer> wider = new ArrayList<>(sorted);
        wider.set(0, 0);
        wider.set(wider.size() - 1, 100);
        assertEquals(
                Combination.TRIMMED_MEAN.of(exact(sorted), List.of()),
                Combination.TRIMMED_MEAN.of(exact(wider), List.of()));
    }

    @Test
    void tooFewScoresAreRefused() {
        List<Exact> two = exact(List.of(80, 90));
        assertThrows(IllTypedException.class, () -> Combination.TRIMMED_MEAN.of(two, List.of()));
        assertThrows(IllTypedException.class, () -> Combination.AS_GIVEN.of(two, List.of()));
        assertThrows(IllTypedException.class, () -> Combination.MEAN.of(List.of(), List.of()));
    }
}
