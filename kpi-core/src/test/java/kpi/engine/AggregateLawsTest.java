package kpi.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.Table;
import kpi.data.TableBuilder;
import kpi.data.TableSchema;
import kpi.number.Exact;
import kpi.number.NumberBudget;
import kpi.unit.Units;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Aggregates see rows, not their order. */
class AggregateLawsTest {
    private static final TableSchema SCHEMA = new TableSchema(
            "T",
            List.of(
                    ColumnSchema.of("above", new ColumnType.Number(Units.NUMBER))
                            .orMissing(),
                    ColumnSchema.of("below", new ColumnType.Number(Units.NUMBER))
                            .orMissing()));

    record Row(BigInteger above, BigInteger below) {
        static Row of(long above, long below) {
            return new Row(BigInteger.valueOf(above), BigInteger.valueOf(below));
        }
    }

    static Table table(List<Row> rows) {
        TableBuilder builder = new TableBuilder(SCHEMA, "");
        for (int i = 0; i < rows.size(); i++) {
            builder.addRow(
                    Map.of("above", rows.get(i).above(), "below", rows.get(i).below()), i + 1L);
        }
        return builder.build(false).orElseThrow();
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        return Arbitraries.longs()
                .between(-99, 99)
                .flatMap(n -> Arbitraries.of(0L, 1L, 2L, 3L, 7L, 10L).map(d -> Row.of(n, d)))
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 300)
    void orderDoesNotShow(@ForAll("rows") List<Row> rows, @ForAll Random random) {
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        World world = new World().table(table(rows));
        World other = new World().table(table(shuffled));
        for (String aggregate : List.of("sum", "average", "min", "max")) {
            for (String filter : List.of("", " where below > 0", " where below ≠ 0 and above > 0")) {
                String formula = aggregate + "{T: above / below" + filter + "}";
                assertEquals(world.shown(formula), other.shown(formula));
            }
        }
    }

    @Property(tries = 300)
    void aSumOfAllRowsIsTheSumOfItsParts(@ForAll("rows") List<Row> rows) {
        World world = new World().table(table(rows));
        assertEquals(
                world.shown("sum{T: above}"),
                world.shown("sum{T: above where below < 3} + sum{T: above where below ≧ 3}"));
        assertEquals(world.shown("count{T}"), world.shown("count{T where below < 3} + count{T where below ≧ 3}"));
    }

    /** 400 fractions whose common denominator has more digits than a fraction may have. */
    @Example
    void pastTheBudgetASumIsRoundedTheSameInAnyOrderAndMarked() {
        List<Row> rows = new ArrayList<>();
        BigInteger prime = BigInteger.valueOf(1_000_000);
        Exact expected = Exact.ZERO;
        for (int i = 0; i < 400; i++) {
            prime = prime.nextProbablePrime();
            rows.add(new Row(BigInteger.ONE, prime));
            expected = expected.plus(Exact.of(BigInteger.ONE, prime).round(40, kpi.number.Rounding.HALF_UP));
        }
        Outcome forward = new World().table(table(rows)).evaluate("sum{T: above / below}");
        Outcome average = new World().table(table(rows)).evaluate("average{T: above / below}");
        Collections.reverse(rows);
        Outcome backward = new World().table(table(rows)).evaluate("sum{T: above / below}");
        assertEquals(forward, backward);
        assertEquals(expected, forward.quantity().orElseThrow().canonical());
        assertEquals(
                expected.dividedBy(Exact.of(400)),
                average.quantity().orElseThrow().canonical());
        assertTrue(forward.provenance().approximate());
        assertTrue(average.provenance().approximate());
        Outcome least = new World().table(table(rows)).evaluate("min{T: above / below}");
        assertEquals(false, least.provenance().approximate());
    }

    @Example
    void aSumTooLargeForANumberIsALimit() {
        BigInteger large =
                BigInteger.TEN.pow(NumberBudget.standard().decimalDigits() - 1).multiply(BigInteger.valueOf(9));
        World world = new World().table(table(List.of(new Row(large, BigInteger.ONE), new Row(large, BigInteger.ONE))));
        assertEquals("failed: too-large", world.shown("sum{T: above}"));
        assertEquals("false", world.shown("max{T: above} = 0"));
    }

    @Example
    void onlySelectedRowsCount() {
        Table table = table(List.of(Row.of(1, 1), Row.of(2, 1), Row.of(4, 1)));
        BitSet selected = new BitSet();
        selected.set(0);
        selected.set(2);
        World world = new World().table(table);
        FactSource facts = new FactSource() {
            @Override
            public Outcome input(kpi.model.InputDefinition input, kpi.value.ReportingPeriod period) {
                throw new AssertionError(input);
            }

            @Override
            public RowSet rows(String name, kpi.value.ReportingPeriod period) {
                return new RowSet.Rows(table, selected, Provenance.exact().asProvisional());
            }
        };
        Scope scope = Scope.builder(World.Y109).facts(facts).build();
        Outcome outcome = ReferenceEngine.evaluate(world.term("sum{T: above}"), scope);
        assertEquals("5", World.shown(outcome));
        assertTrue(outcome.provenance().provisional());
    }
}
