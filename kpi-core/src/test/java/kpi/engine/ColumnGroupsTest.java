package kpi.engine;

import static kpi.engine.ColumnsTest.cases;
import static kpi.engine.ColumnsTest.many;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kpi.engine.columnar.ByGroup;
import kpi.engine.columnar.Workers;
import kpi.model.Aggregation;
import kpi.model.PointItem;
import kpi.model.Term;
import kpi.unit.KpiUnit;
import kpi.unit.UnitTable;
import kpi.value.Quantity;
import kpi.value.Text;
import kpi.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups and lines of points by column: what is gathered together, and what waits. */
class ColumnGroupsTest {
    private static final ColumnChoice COLUMNS = ColumnChoice.always(Workers.ALONE);

    private static Scope inGroup(World world, RowCache cache, String column, Value value) {
        return Scope.builder(World.Y109)
                .facts(world)
                .columns(COLUMNS)
                .rows(cache)
                .group(Map.of(column, value))
                .build();
    }

    /** The first group that is asked for gathers all of them. */
    @Test
    void onePassGathersAllGroups() {
        World world = cases();
        RowCache cache = new RowCache();
        for (String formula : List.of("sum{T: 處數}", "average{T: 分數 where 處數 > 1}", "count{T}", "min{T: 處數}")) {
            Term term = world.term(formula);
            ReferenceEngine.evaluate(term, inGroup(world, cache, "類別", new Text("甲")));
            ByGroup rows = cache.pass((Aggregation) term, List.of("類別"))
                    .orElseThrow()
                    .orElseThrow()
                    .rows();
            long seen = IntStream.range(0, 3)
                    .mapToLong(group -> rows.of(group).count() + rows.of(group).left().length)
                    .sum();
            assertEquals(formula.contains("where") ? 3 : 4, seen);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        甲 | 4 處
        乙 | 5 處
        丁 | 0 處
        """)
    void eachGroupHasItsOwnRows(String kind, String expected) {
        World world = cases();
        Term sum = world.term("sum{T: 處數}");
        assertEquals(
                expected,
                World.shown(ReferenceEngine.evaluate(sum, inGroup(world, new RowCache(), "類別", new Text(kind)))));
    }

    /** What differs from group to group is not gathered for all of them at once. */
    @Test
    void whatDependsOnTheGroupIsAskedInEachGroup() {
        World world = cases().definition("平均", "average{T: 處數}");
        Term above = world.term("count{T where 處數 > 平均}");
        RowCache cache = new RowCache();
        assertEquals("1", World.shown(ReferenceEngine.evaluate(above, inGroup(world, cache, "類別", new Text("甲")))));
        assertEquals("0", World.shown(ReferenceEngine.evaluate(above, inGroup(world, cache, "類別", new Text("乙")))));
        assertEquals(Optional.empty(), cache.pass((Aggregation) above, List.of("類別")));
    }

    /** One pass answers all lines of points that ask a dataset. */
    @Test
    void linesOfPointsAreGatheredTogether() {
        AtomicInteger asked = new AtomicInteger();
        World world = many(40_960).columns(COLUMNS).stop(() -> {
            asked.incrementAndGet();
            return false;
        });
        Points points = new Points(world)
                .each(PointItem.Kind.ADD, "a", "T", "T.n > 3", "0.1分 * T.n", world.cap("0.5分"))
                .each(PointItem.Kind.DEDUCT, "b", "T", "T.n = 1", "0.2分")
                .each(PointItem.Kind.ADD, "c", "T", "", "T.n");
        PointsOutcome outcome = points.evaluate();
        assertTrue(asked.get() <= 2 + 40_960 / 4096, "asked " + asked);
        assertEquals(
                List.of("", "0.2 分", ""),
                outcome.items().stream()
                        .map(item -> item.each().map(Quantity::toString).orElse(""))
                        .toList());
        world.columns(ColumnChoice.NEVER);
        assertEquals(points.evaluate().items(), outcome.items());
    }

    /** Bare numbers are taken in the KPI's unit, whatever its scale. */
    @ParameterizedTest
    @CsvSource({"處數, 千處", "分數, 千元", "處數, 處", "3 * 分數, 分", "if(達標、1%、2%), %", "金額, 元", "金額, 萬元"})
    void linesOfPointsAreInTheUnitOfTheKpi(String amount, String unit) {
        KpiUnit of = UnitTable.standard().labelOf(unit);
        World world = new World()
                .table(
                        "T",
                        "處數: 處, 分數: number, 達標: truth, 金額: 千元",
                        "3 | 1.25 | 是 | 7",
                        "5 | 9.5 | 否 | 9",
                        "1 | -2 | 是 | 2");
        Points points = new Points(world)
                .each(PointItem.Kind.ADD, "a", "T", "", amount.replace('、', ',').replaceAll("(處數|分數|達標|金額)", "T.$1"));
        PointsOutcome expected = points.evaluate(of);
        world.columns(COLUMNS);
        assertEquals(expected.items(), points.evaluate(of).items());
        assertEquals(3, expected.items().get(0).rows());
    }

    /** What stands in a row is not computed ahead, where there is no row yet. */
    @Test
    void anAggregateInALineOfPointsThatNeedsTheRowWaitsForIt() {
        World world = new World()
                .columns(COLUMNS)
                .table("T", "k: number", "1", "2", "2")
                .table("U", "j: number", "1", "2", "2");
        Points points = new Points(world)
                .line(PointItem.Kind.BASE, "all", "count{U} * 1分")
                .each(PointItem.Kind.ADD, "same", "T", "", "count{U where j = T.k} * 0.1分");
        assertEquals(List.of("3 分", "0.5 分", "3.5 分"), points.shown());
    }
}
