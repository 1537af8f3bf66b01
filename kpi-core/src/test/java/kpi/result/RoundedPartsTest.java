package kpi.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.number.Exact;
import kpi.unit.Units;
import kpi.value.Quantity;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RoundedPartsTest {
    private static final Quantity ALL = Quantity.of(100, 0, Units.PERCENT);

    private static List<Quantity> shares(List<Integer> weights) {
        int all = weights.stream().mapToInt(Integer::intValue).sum();
        return weights.stream()
                .map(weight -> Quantity.canonical(Exact.of(weight).dividedBy(Exact.of(all)), Units.PERCENT))
                .toList();
    }

    /** As a published scheme prints its weights of 10, 25 and 40. */
    @Test
    void thirteenAndThirtyThreeAndFiftyThreeMakeNinetyNine() {
        RoundedParts parts =
                RoundedParts.of(shares(List.of(10, 25, 40)), ALL, 1).orElseThrow();
        assertEquals("99.9 %", parts.sum().display(Language.EN));
        assertEquals(
                "the figures as printed make 99.9 %, not 100.0 %: a difference of 0.1 % by rounding",
                parts.note().orElseThrow().in(Language.EN));
        assertEquals(
                "所印各數合計 99.9 %，與 100.0 % 相差 0.1 %，係四捨五入所致",
                parts.note().orElseThrow().in(Language.ZH_TW));
    }

    @Test
    void nothingIsSaidWherePartsAddUpOrAreNotParts() {
        assertEquals(
                Optional.empty(),
                RoundedParts.of(shares(List.of(10, 25, 25, 40)), ALL, 1).flatMap(RoundedParts::note));
        assertEquals(
                Optional.empty(),
                RoundedParts.of(shares(Collections.nCopies(8, 1)), ALL, 1).flatMap(RoundedParts::note));
        assertEquals(Optional.empty(), RoundedParts.of(List.of(Quantity.of(50, 0, Units.PERCENT)), ALL, 1));
    }

    /** Each part is off by half a unit of its last place at most. */
    @Property(tries = 200)
    void theDifferenceIsAtMostHalfAUnitForEachPart(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 100) Integer> weights,
            @ForAll @IntRange(max = 3) int places) {
        RoundedParts parts = RoundedParts.of(shares(weights), ALL, places).orElseThrow();
        Exact most = Exact.of(weights.size()).times(Exact.of(5, places + 3));
        Exact apart = parts.difference().map(Quantity::canonical).orElse(Exact.ZERO);
        assertTrue(apart.compareTo(most) <= 0);
        assertEquals(apart.isZero(), parts.note().isEmpty());
    }
}
