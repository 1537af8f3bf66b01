package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kpi.diagnostic.Checked;
import kpi.number.Exact;
import kpi.result.Figure;
import kpi.run.Evaluation;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Look-up tables against maps, and bands against what they must hold at their ends. */
class LookUpLawsTest {
    private static Checked<KpiProgram> compiled(String table, String formula) {
        return KpiCompiler.standard()
                .compile(Source.of(
                        "look-up.kpi",
                        table + "\nkpi K \"\" {\n  formula " + formula + "\n  unit number\n  direction none\n}\n"));
    }

    private static Optional<Exact> value(String table, String formula) {
        KpiProgram program = compiled(table, formula).orElseThrow();
        Figure actual = program.evaluate(program.facts().build().orElseThrow(), Evaluation.of(ReportingPeriod.roc(109)))
                .kpi("K")
                .actual();
        return actual.value().map(Quantity::canonical);
    }

    @Property(tries = 60)
    void anExactTableIsAMap(@ForAll("maps") Map<Integer, Integer> map, @ForAll @IntRange(min = -5, max = 25) int key) {
        StringBuilder table = new StringBuilder("table T(k: number → v: number) {\n");
        map.forEach(
                (k, v) -> table.append("  ").append(k).append(" | ").append(v).append('\n'));
        assertEquals(Optional.ofNullable(map.get(key)).map(Exact::of), value(table + "}", "T(" + key + ")"));
    }

    @Property(tries = 60)
    void betweenPointsLiesWhatTheLineBetweenThemSays(
            @ForAll("maps") Map<Integer, Integer> map, @ForAll @IntRange(min = -10, max = 50) int halves) {
        TreeMap<Integer, Integer> sorted = new TreeMap<>(map);
        StringBuilder table = new StringBuilder("table T(k: number → v: number) {\n");
        map.forEach(
                (k, v) -> table.append("  ").append(k).append(" | ").append(v).append('\n'));
        Exact x = Exact.of(halves).dividedBy(Exact.of(2));
        Map.Entry<Integer, Integer> below = sorted.floorEntry(Math.floorDiv(halves, 2));
        Map.Entry<Integer, Integer> above = sorted.ceilingEntry(-Math.floorDiv(-halves, 2));
        Optional<Exact> expected = Optional.empty();
        if (below != null && above != null) {
            Exact width = Exact.of(above.getKey() - below.getKey());
            expected = Optional.of(
                    width.isZero()
                            ? Exact.of(below.getValue())
                            : Exact.of(above.getValue() - below.getValue())
                                    .times(x.minus(Exact.of(below.getKey())))
                                    .dividedBy(width)
                                    .plus(Exact.of(below.getValue())));
        }
        assertEquals(expected, value(table + "}", "T(" + halves + " / 2), interpolated"));
    }

    @Provide
    Arbitrary<Map<Integer, Integer>> maps() {
        return Arbitraries.maps(
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(-9, 9))
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    /** Bands from cuts 0 < c1 < c2 …, each to the next cut less one step, with rising values. */
    private static String bands(List<Integer> cuts) {
        StringBuilder table = new StringBuilder("bands B(x: number in steps of 1 → y: number) {\n");
        for (int i = 0; i + 1 < cuts.size(); i++) {
            table.append("  ").append(cuts.get(i)).append(" – ").append(cuts.get(i + 1) - 1);
            table.append(" | ").append(i * 10).append(" – ").append(i * 10 + 9).append('\n');
        }
        return table + "}";
    }

    @Property(tries = 60)
    void interpolationHitsBothEndsOfEveryBandAndNeverFalls(@ForAll("cuts") List<Integer> cuts) {
        String table = bands(cuts);
        Exact last = Exact.of(-1);
        for (int x = cuts.get(0); x < cuts.get(cuts.size() - 1); x++) {
            Exact found = value(table, "B(" + x + "), interpolated").orElseThrow();
            assertTrue(found.compareTo(last) >= 0, table);
            last = found;
            int band = cuts.indexOf(x);
            if (band >= 0) {
                assertEquals(Exact.of(band * 10L), found);
            }
            if (cuts.contains(x + 1) && !cuts.contains(x)) {
                assertEquals(Exact.of(cuts.indexOf(x + 1) * 10L - 1), found);
            }
        }
        assertEquals(Optional.empty(), value(table, "B(" + cuts.get(cuts.size() - 1) + "), interpolated"));
        assertEquals(
                Optional.empty(),
                value(table, "B(" + cuts.get(0) + " − 1), interpolated, above the last band extended"));
    }

    @Property(tries = 40)
    void aCutMovedByOneIsAGapOrAnOverlap(@ForAll("cuts") List<Integer> cuts, @ForAll boolean up) {
        String table = bands(cuts);
        int middle = cuts.get(1);
        String moved = table.replace("\n  " + middle + " –", "\n  " + (middle + (up ? 1 : -1)) + " –");
        if (!moved.equals(table)) {
            Checked<KpiProgram> checked = compiled(moved, "B(1), interpolated");
            assertTrue(checked.hasErrors());
            assertEquals(
                    up ? "look-up-gap" : "look-up-overlap",
                    checked.problems().get(0).code());
        }
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers()
                .between(2, 6)
                .list()
                .ofMinSize(2)
                .ofMaxSize(4)
                .map(widths -> {
                    List<Integer> cuts = new ArrayList<>(List.of(0));
                    widths.forEach(width -> cuts.add(cuts.get(cuts.size() - 1) + width));
                    return cuts;
                });
    }

    @Test
    void theOrderOfTheRowsOfBandsDoesNotMatter() {
        String one =
                String.join("\n  ", "bands B(x: number → y: number) {", "未滿 1 | 1", "1 以上未滿 2 | 2", "2 以上 | 3") + "\n}";
        String other =
                String.join("\n  ", "bands B(x: number → y: number) {", "2 以上 | 3", "未滿 1 | 1", "1 以上未滿 2 | 2") + "\n}";
        for (String x : List.of("0.5", "1", "1.5", "2", "1e9")) {
            assertEquals(value(one, "B(" + x + ")"), value(other, "B(" + x + ")"));
            assertFalse(value(one, "B(" + x + ")").isEmpty());
        }
    }
}
