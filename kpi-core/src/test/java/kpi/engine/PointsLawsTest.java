package kpi.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import kpi.model.PointItem.Kind;
import kpi.number.Exact;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of points, whatever the rows. */
class PointsLawsTest {
    @Provide
    Arbitrary<List<Integer>> places() {
        return Arbitraries.integers().between(0, 30).list().ofMaxSize(15);
    }

    private static Exact points(List<Integer> places, String... caps) {
        World world = new World()
                .table("案件", "處數: 處", places.stream().map(String::valueOf).toArray(String[]::new));
        Points points = new Points(world).line(Kind.BASE, "基本分", "80分");
        List<kpi.model.PointItem.Cap> limits = new ArrayList<>();
        for (String cap : caps) {
            limits.add(world.cap(cap));
        }
        points.each(Kind.ADD, "加分", "案件", "", "0.1分 * 案件.處數", limits.toArray(kpi.model.PointItem.Cap[]::new));
        return points.evaluate().total().quantity().orElseThrow().canonical();
    }

    @Property(tries = 200)
    void eachDeductionLowersTheTotalByExactlyItsAmount(@ForAll @IntRange(max = 40) int failing) {
        Exact before = deducted(failing);
        assertEquals(before.minus(Exact.of(1, 1)), deducted(failing + 1));
        assertEquals(Exact.of(80).minus(Exact.of(failing, 1)), before);
    }

    private static Exact deducted(int failing) {
        World world = new World()
                .table("機關", "達標準: truth", Collections.nCopies(failing, "否").toArray(String[]::new));
        return new Points(world)
                .line(Kind.BASE, "基本分", "80分")
                .each(Kind.DEDUCT, "未達標準", "機關", "not 機關.達標準", "0.1分")
                .evaluate()
                .total()
                .quantity()
                .orElseThrow()
                .canonical();
    }

    @Property(tries = 200)
    void theTotalIsTheBaseAndTheCappedRows(@ForAll("places") List<Integer> places) {
        Exact expected = Exact.of(80);
        for (int count : places) {
            expected = expected.plus(Exact.of(Math.min(count, 10), 1));
        }
        assertEquals(expected, points(places, "1分"));
    }

    @Property(tries = 200)
    void aCapOnEachDoneTwiceIsTheCapDoneOnce(@ForAll("places") List<Integer> places) {
        assertEquals(points(places, "1分"), points(places, "1分", "1分"));
        assertEquals(points(places, "1分"), points(places, "1分", "2分"));
    }

    @Property(tries = 200)
    void theOrderOfRowsDoesNotShow(@ForAll("places") List<Integer> places, @ForAll Random random) {
        List<Integer> shuffled = new ArrayList<>(places);
        Collections.shuffle(shuffled, random);
        assertEquals(points(places, "1分"), points(shuffled, "1分"));
    }

    @Property(tries = 200)
    void oneMorePlaceNeverLowersTheTotal(@ForAll("places") List<Integer> places, @ForAll @IntRange(max = 30) int more) {
        List<Integer> longer = new ArrayList<>(places);
        longer.add(more);
        assertEquals(true, points(longer, "1分").compareTo(points(places, "1分")) >= 0);
    }
}
