package kpi.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import kpi.diagnostic.KpiUsageException;
import kpi.model.Bound;
import kpi.model.PointItem;
import kpi.model.PointItem.Kind;
import kpi.unit.Units;
import kpi.value.Absence;
import kpi.value.Quantity;
import org.junit.jupiter.api.Test;

/** Points: each line on its own, then the sum. */
class PointsTest {
    @Test
    void thePrintedSumOfHf21() {
        assertEquals(
                List.of("80 分", "-1.7 分", "3.5 分", "1.1 分", "2.4 分", "11 分", "96.3 分"),
                Points.hf21(World.hf21()).shown());
    }

    @Test
    void eachLineTellsItsRowsAndWhatTheyHaveInCommon() {
        List<PointsOutcome.Item> items = Points.hf21(World.hf21()).evaluate().items();
        assertEquals(
                List.of(0L, 17L, 35L, 11L, 12L, 11L),
                items.stream().map(PointsOutcome.Item::rows).toList());
        assertEquals(
                List.of("", "0.1 分", "0.1 分", "0.1 分", "0.2 分", "1 分"),
                items.stream()
                        .map(item -> item.each().map(Quantity::toString).orElse(""))
                        .toList());
    }

    @Test
    void twelvePlacesOfOneCaseAddOnePoint() {
        World world = new World().table("案件", "處數: 處", "12", "3");
        Points points = new Points(world)
                .line(Kind.BASE, "基本分", "80分")
                .each(Kind.ADD, "加分", "案件", "", "0.1分 * 案件.處數", world.cap("1分"));
        assertEquals(List.of("80 分", "1.3 分", "81.3 分"), points.shown());
        PointsOutcome.Item item = points.evaluate().items().get(1);
        assertEquals(Optional.empty(), item.each());
        assertEquals("1.3 分", World.shown(item.subtotal()));
    }

    @Test
    void aCapInAllComesAfterTheSumAndACapOnEachBefore() {
        World world = new World().table("案件", "處數: 處", "12", "12", "3");
        Points points =
                new Points(world).each(Kind.ADD, "加分", "案件", "", "0.1分 * 案件.處數", world.capInAll("2分"), world.cap("1分"));
        PointsOutcome.Item item = points.evaluate().items().get(0);
        assertEquals("2.3 分", World.shown(item.subtotal()));
        assertEquals("2 分", World.shown(item.capped()));
        assertEquals("2 分", World.shown(item.amount()));
    }

    @Test
    void aFloorKeepsADeductionFromBeingSmall() {
        World world = new World().table("案件", "處數: 處", "1");
        PointItem.Cap floor = Points.cap(PointItem.Scope.IN_ALL, Bound.AT_LEAST, world.term("5分"));
        assertEquals(
                List.of("-5 分", "-5 分"),
                new Points(world)
                        .each(Kind.DEDUCT, "扣分", "案件", "", "0.1分", floor)
                        .shown());
    }

    @Test
    void aLineWhoseConditionDoesNotHoldIsNothing() {
        World world = new World().input("n", "3");
        PointsOutcome outcome = new Points(world)
                .line(Kind.BASE, "基本分", "80分")
                .when(Kind.ADD, "加分", "n > 5", "1分 / 0")
                .when(Kind.DEDUCT, "扣分", "n > 2", "2分")
                .evaluate();
        assertEquals("78 分", World.shown(outcome.total()));
        assertEquals(
                List.of(true, false, true),
                outcome.items().stream().map(PointsOutcome.Item::applies).toList());
    }

    @Test
    void noRowsAreNothing() {
        World world = new World().table("案件", "處數: 處");
        Points points = new Points(world).each(Kind.ADD, "加分", "案件", "", "0.1分 * 案件.處數");
        assertEquals(List.of("0 分", "0 分"), points.shown());
    }

    @Test
    void bareNumbersAndCountsAreTakenInTheUnitOfTheKpi() {
        World world = new World().input("cases", "12 件");
        Points points = new Points(world).line(Kind.BASE, "基本分", "80").line(Kind.ADD, "加分", "cases");
        assertEquals("92 分", World.shown(points.evaluate().total()));
        assertEquals("92 %", World.shown(points.evaluate(Units.PERCENT).total()));
    }

    @Test
    void anotherDimensionIsAFaultOfTheCompiler() {
        World world = new World();
        Points points = new Points(world).line(Kind.BASE, "基本分", "80元");
        assertThrows(KpiUsageException.class, points::evaluate);
    }

    @Test
    void whatIsMissingIsNeverNothing() {
        World world = new World()
                .missing("n", "", Absence.NOT_REPORTED)
                .input("zero", "0")
                .table("案件", "處數: 處", "12", "");
        assertEquals(
                List.of("80 分", "missing: not reported", "missing: not reported"),
                new Points(world)
                        .line(Kind.BASE, "基本分", "80分")
                        .each(Kind.ADD, "加分", "案件", "", "0.1分 * 案件.處數")
                        .shown());
        assertEquals(
                List.of("missing: not reported", "failed: division-by-zero", "failed: division-by-zero"),
                new Points(world)
                        .when(Kind.ADD, "加分", "n = 1", "1分")
                        .line(Kind.ADD, "加分", "1分 / zero")
                        .shown());
        assertEquals(
                List.of("missing: not reported", "missing: not reported"),
                new Points(world).each(Kind.ADD, "加分", "無此表", "", "1分").shown());
    }

    @Test
    void aSumTooLargeForANumberIsALimit() {
        World world = new World().table("案件", "處數: 處", "1", "1");
        String huge = "9分 * 1e6000 * 1e3999";
        assertEquals(
                "failed: too-large",
                World.shown(new Points(world)
                        .line(Kind.BASE, "一", huge)
                        .line(Kind.ADD, "二", huge)
                        .evaluate()
                        .total()));
        PointsOutcome.Item item = new Points(world)
                .each(Kind.ADD, "加分", "案件", "", huge)
                .evaluate()
                .items()
                .get(0);
        assertEquals("failed: too-large", World.shown(item.amount()));
    }
}
