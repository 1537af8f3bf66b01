package kpi.run;

import static kpi.run.Card.Y109;
import static kpi.run.RowWorld.VALUE;
import static kpi.run.RowWorld.facts;
import static kpi.run.RowWorld.ofTable;
import static kpi.run.RowWorld.once;
import static kpi.run.RowWorld.over;
import static kpi.run.RowWorld.perHospital;
import static kpi.run.RowWorld.perRow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import kpi.model.Aggregate;
import kpi.model.Arithmetic.Operator;
import kpi.model.RankRule.Ties;
import kpi.number.Exact;
import kpi.number.Rounding;
import kpi.result.KpiResult;
import kpi.result.Rank;
import kpi.run.RowWorld.Row;
import kpi.value.Quantity;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rows and groups against plain loops over lists. */
class PerRowLawsTest {
    private static final List<String> HOSPITALS = List.of("甲", "乙", "丙");

    /** Small values, so that there are ties; −1 stands for a missing one, 0 makes a division fail. */
    @Provide
    Arbitrary<List<Row>> rows() {
        return Combinators.combine(
                        Arbitraries.of(HOSPITALS), Arbitraries.integers().between(-1, 4))
                .as((hospital, value) -> Map.entry(hospital, value))
                .list()
                .ofMaxSize(9)
                .map(PerRowLawsTest::numbered);
    }

    private static List<Row> numbered(List<Map.Entry<String, Integer>> values) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> new Row(
                        "109",
                        values.get(i).getKey(),
                        "項" + i,
                        Optional.of(values.get(i).getValue()).filter(value -> value >= 0)))
                .toList();
    }

    private static KpiResult evaluate(RowWorld world, String id, List<Row> rows) {
        KpiProgram program = world.program();
        return program.evaluate(id, facts(program, rows), Evaluation.of(Y109));
    }

    private static String shown(KpiResult kpi) {
        return kpi.actual()
                .value()
                .map(Quantity::plain)
                .orElse(kpi.actual().state().id());
    }

    private static List<String> shownRows(KpiResult kpi) {
        return kpi.groups().orElseThrow().stream().map(PerRowLawsTest::shown).toList();
    }

    /** Rows do not see one another unless an aggregate says so. */
    @Property(tries = 200)
    void aRowIsWhatItWouldBeAlone(@ForAll("rows") List<Row> rows) {
        RowWorld world = new RowWorld().kpi(perRow());
        List<String> together = rows.isEmpty() ? List.of() : shownRows(evaluate(world, "V", rows));
        List<String> alone = rows.stream()
                .map(row -> shownRows(evaluate(world, "V", List.of(row))).get(0))
                .toList();
        assertEquals(alone, together);
    }

    @Property(tries = 200)
    void shuffledRowsGiveShuffledResults(@ForAll("rows") List<Row> rows, @ForAll Random random) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, rows.size()).boxed().toList());
        Collections.shuffle(order, random);
        List<Row> shuffled = order.stream().map(rows::get).toList();
        Card.Kpi share = perRow(
                        "W",
                        Card.calc(
                                RowWorld.withinHospital(Aggregate.COUNT),
                                Operator.ADD,
                                Card.calc(VALUE, Operator.MULTIPLY, RowWorld.over(Aggregate.COUNT, "V"))))
                .rank(RowWorld.rank(Ties.SHARE_MEAN, "院"));
        RowWorld world = new RowWorld().kpi(perRow("V", VALUE)).kpi(share);
        List<KpiResult> before =
                evaluate(world, "W", rows).groups().orElseThrow().list();
        List<KpiResult> after =
                evaluate(world, "W", shuffled).groups().orElseThrow().list();
        for (int i = 0; i < order.size(); i++) {
            KpiResult moved = before.get(order.get(i));
            assertEquals(shown(moved), shown(after.get(i)));
            assertEquals(moved.rank(), after.get(i).rank());
            assertEquals(moved.keys(), after.get(i).keys());
        }
    }

    /** Of sums and counts per group the sum is that of all rows; groups are the distinct keys. */
    @Property(tries = 200)
    void groupsAddUpToTheWhole(@ForAll("rows") List<Row> rows) {
        List<Row> present = rows.stream().filter(row -> row.value().isPresent()).toList();
        RowWorld world = new RowWorld()
                .kpi(perHospital("SUM", ofTable(Aggregate.SUM)))
                .kpi(perHospital("COUNT", ofTable(Aggregate.COUNT)))
                .kpi(once("SUM.ALL", over(Aggregate.SUM, "SUM")))
                .kpi(once("COUNT.ALL", over(Aggregate.SUM, "COUNT")));
        Map<String, Integer> sums = new LinkedHashMap<>();
        present.forEach(row -> sums.merge(row.hospital(), row.value().orElseThrow(), Integer::sum));
        assertEquals(
                sums.values().stream().map(sum -> Integer.toString(sum)).toList(),
                shownRows(evaluate(world, "SUM", present)));
        int total = sums.values().stream().mapToInt(Integer::intValue).sum();
        assertEquals(Integer.toString(total), shown(evaluate(world, "SUM.ALL", present)));
        assertEquals(Integer.toString(present.size()), shown(evaluate(world, "COUNT.ALL", present)));
    }

    /** Over the rows of a KPI those without a figure are left out; where none is left there is no sum. */
    @Property(tries = 200)
    void aggregatesOverAKpiLeaveOutWhatIsMissing(@ForAll("rows") List<Row> rows) {
        RowWorld world = new RowWorld()
                .kpi(perRow("V", VALUE))
                .kpi(perHospital("SUM", over(Aggregate.SUM, "V")))
                .kpi(perHospital("COUNT", over(Aggregate.COUNT, "V")));
        Map<String, Integer> sums = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Row row : rows) {
            sums.putIfAbsent(row.hospital(), 0);
            counts.merge(row.hospital(), row.value().isPresent() ? 1 : 0, Integer::sum);
            sums.merge(row.hospital(), row.value().orElse(0), Integer::sum);
        }
        assertEquals(
                sums.keySet().stream()
                        .map(key -> counts.get(key) == 0 ? "missing" : Integer.toString(sums.get(key)))
                        .toList(),
                shownRows(evaluate(world, "SUM", rows)));
        assertEquals(
                counts.values().stream().map(count -> Integer.toString(count)).toList(),
                shownRows(evaluate(world, "COUNT", rows)));
    }

    /** An aggregate within a column is the aggregate of the rows that agree in it. */
    @Property(tries = 200)
    void withinAColumnIsAWalkOverTheRowsThatAgree(@ForAll("rows") List<Row> rows) {
        List<Row> present = rows.stream().filter(row -> row.value().isPresent()).toList();
        RowWorld world = new RowWorld().kpi(perRow("V", RowWorld.withinHospital(Aggregate.SUM)));
        List<String> expected = present.stream()
                .map(row -> Integer.toString(present.stream()
                        .filter(other -> other.hospital().equals(row.hospital()))
                        .mapToInt(other -> other.value().orElseThrow())
                        .sum()))
                .toList();
        assertEquals(expected, shownRows(evaluate(world, "V", present)));
    }

    @Property(tries = 300)
    void ranksAreWhatCountingGives(
            @ForAll("rows") List<Row> rows, @ForAll Ties ties, @ForAll boolean highest, @ForAll boolean within) {
        kpi.model.RankRule any = RowWorld.rank(ties, within ? new String[] {"院"} : new String[0]);
        kpi.model.RankRule rule =
                new kpi.model.RankRule(any.span(), any.within(), any.where(), highest, ties, any.of());
        KpiResult all = evaluate(new RowWorld().kpi(perRow("V", VALUE).rank(rule)), "V", rows);
        List<Optional<Rank>> found =
                all.groups().orElseThrow().stream().map(KpiResult::rank).toList();
        List<Optional<Rank>> expected = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            expected.add(counted(rows, i, ties, highest, within));
        }
        assertEquals(expected, found);
    }

    /** How many are better, how many are equal, how many of these stand before. */
    private static Optional<Rank> counted(List<Row> rows, int i, Ties ties, boolean highest, boolean within) {
        if (rows.get(i).value().isEmpty()) {
            return Optional.empty();
        }
        int value = rows.get(i).value().get();
        int better = 0;
        int equal = 0;
        int earlier = 0;
        int all = 0;
        List<Integer> distinct = new ArrayList<>();
        for (int j = 0; j < rows.size(); j++) {
            Row other = rows.get(j);
            if (other.value().isEmpty()
                    || within && !other.hospital().equals(rows.get(i).hospital())) {
                continue;
            }
            all++;
            int order = Integer.compare(other.value().get(), value) * (highest ? 1 : -1);
            if (order > 0) {
                better++;
                if (!distinct.contains(other.value().get())) {
                    distinct.add(other.value().get());
                }
            } else if (order == 0) {
                equal++;
                earlier += j < i ? 1 : 0;
            }
        }
        Exact place = switch (ties) {
            case SHARE_BEST -> Exact.of(better + 1L);
            case SHARE_WORST -> Exact.of(better + (long) equal);
            case SHARE_MEAN -> Exact.of(BigInteger.valueOf(2L * better + equal + 1), BigInteger.TWO);
            case DENSE -> Exact.of(distinct.size() + 1L);
            case ROW_ORDER -> Exact.of(better + earlier + 1L);
        };
        return Optional.of(new Rank(place, all, equal > 1));
    }

    /** Ranks go by the actual as its own line rounds it, and only of the rows that the rule is about. */
    @Property(tries = 100)
    void ranksGoByTheRoundedActual(@ForAll("rows") List<Row> rows) {
        Card.Kpi rounded = perRow("V", VALUE)
                .steps(new kpi.model.Step.Round(
                        Card.span("四捨五入至 10"), new kpi.model.RoundingRule.Step(Exact.of(10), Rounding.HALF_UP)))
                .rank(RowWorld.rank(Ties.SHARE_BEST));
        KpiResult all = evaluate(new RowWorld().kpi(rounded), "V", rows);
        all.groups().orElseThrow().stream()
                .filter(row -> row.actual().hasValue())
                .forEach(row -> {
                    assertEquals("0", shown(row));
                    assertEquals(Exact.ONE, row.rank().orElseThrow().place());
                });
    }
}
