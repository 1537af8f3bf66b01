package kpi.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kpi.diagnostic.KpiCancelledException;
import kpi.diagnostic.KpiUsageException;
import kpi.engine.columnar.ColumnPlan;
import kpi.engine.columnar.Gathered;
import kpi.engine.columnar.Oracle;
import kpi.engine.columnar.Workers;
import kpi.model.Aggregation;
import kpi.model.Term;
import kpi.number.Exact;
import kpi.source.Place;
import kpi.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Aggregates by column: what is planned, who works, and when it stops. */
class ColumnsTest {
    private static final ColumnChoice COLUMNS = ColumnChoice.always(Workers.ALONE);

    static World cases() {
        return new World()
                .columns(COLUMNS)
                .table(
                        "T",
                        "類別: text, 處數: 處, 分數: number, 達標: truth",
                        "甲 | 3 | 1.25 | 是",
                        "乙 | 5 | 9.5 | 否",
                        "甲 | 1 | -2 | 是",
                        "丙 | 7 |  | 否");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        sum{T: 處數}                                            | 16 處
        sum{T: 處數 where 類別 = "甲"}                           | 4 處
        sum{T: atMost(處數, 4處) where not 達標}                 | 8 處
        count{T where 分數 > 0 and 達標}                         | 1
        average{T: 處數 where 達標}                             | 2 處
        min{T: 分數 where 類別 ≠ "丙"}                           | -2
        max{T: 分數 where not isMissing(分數)}                   | 9.5
        sum{T: 分數}                                            | missing: not reported
        sum{T: if(類別 = "甲", 處數, 2處) where 處數 < 6處}       | 6 處
        max{T: 處數 where 類別 = "丁"}                           | failed: no-rows
        sum{T: 處數 where 類別 = "丁"}                           | 0 處
        """)
    void comesToWhatRowsComeTo(String formula, String expected) {
        assertEquals(expected, cases().shown(formula));
        assertEquals(expected, cases().columns(ColumnChoice.NEVER).shown(formula));
    }

    private static World numbers(String... cells) {
        return new World().columns(COLUMNS).table("T", "n: number", cells);
    }

    @ParameterizedTest
    @CsvSource({
        "127, -128",
        "128, -129",
        "32767, -32768",
        "32768, -32769",
        "2147483647, -2147483648",
        "2147483648, -2147483649",
        "4611686018427387903, -4611686018427387903",
        "9223372036854775807, -9223372036854775807"
    })
    void everyWidthHoldsItsEnds(String most, String least) {
        World world = numbers(most, least, "0", most, most);
        for (String formula : List.of("sum{T: n}", "max{T: n}", "min{T: n}", "count{T where n > 0}", "sum{T: n * n}")) {
            Outcome byColumn = world.columns(COLUMNS).evaluate(formula);
            assertEquals(world.columns(ColumnChoice.NEVER).evaluate(formula), byColumn, formula);
        }
    }

    @Test
    void manyLargeNumbersAddUpExactly() {
        String large = "4611686018427387903";
        World world = numbers(IntStream.range(0, 3000).mapToObj(i -> large).toArray(String[]::new));
        assertEquals("13835058055282163709000", world.shown("sum{T: n}"));
    }

    private static Term term(World world, String formula) {
        return world.term(formula);
    }

    @Test
    void aPlanPrintsItself() {
        World world = cases();
        List<Aggregation> terms = new ArrayList<>();
        for (String formula : List.of(
                "sum{T: atMost(處數, 4處) where 類別 = \"甲\"}",
                "sum{T: atMost(處數, 4處) where 類別 = \"乙\"}",
                "count{T where 分數 * 2 > 1.5 and 達標}",
                "max{T: if(達標, 分數, 0) where not isMissing(分數)}")) {
            terms.add((Aggregation) term(world, formula));
        }
        ColumnPlan plan = ColumnPlan.of(world.table("T").orElseThrow(), terms, any -> new Reference(world));
        assertEquals("""
            rows of T: 4
              s0 = 類別 = "甲" in 0..1
              s1 = 處數 in 1..7
              s2 = 類別 = "乙" in 0..1
              s3 = 分數 in -200..950 e-2
              s4 = 達標 in 0..1
              s5 = 分數 missing in 0..1
              count [] where ((2 × s3) > 1.5 and s4 = 1)
              ends [(s4 = 1 ? s3 : 0)] where not s5 = 1
              sum [min(s1, 4)], by code, for 2
            """, plan.toString());
    }

    /** Asks the reference engine outside of any evaluation. */
    private record Reference(World world) implements Oracle {
        @Override
        public Optional<Value> constant(Term term) {
            return ReferenceEngine.evaluate(term, world.scope()).value();
        }

        @Override
        public Optional<Value> at(Term term, int row) {
            Scope scope = Scope.builder(World.Y109)
                    .row(world.table("T").orElseThrow(), row)
                    .build();
            return ReferenceEngine.evaluate(term, scope).value();
        }
    }

    static World many(int rows) {
        return new World()
                .table(
                        "T",
                        "n: number",
                        IntStream.range(0, rows).mapToObj(i -> "" + i % 7).toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 16})
    void anyNumberOfThreadsComesToTheSame(int threads) {
        World world = many(10_000);
        Outcome expected = world.evaluate("sum{T: n * n where n > 2}");
        ColumnChoice choice = ColumnChoice.always(new Workers(threads, Optional.empty(), 1024));
        assertEquals(expected, world.columns(choice).evaluate("sum{T: n * n where n > 2}"));
    }

    @Test
    void anExecutorThatRefusesOrNeverBeginsIsNotWaitedFor() {
        World world = many(10_000);
        Outcome expected = world.evaluate("sum{T: n}");
        Executor refuses = task -> {
            throw new RejectedExecutionException();
        };
        List<Runnable> kept = new ArrayList<>();
        for (Executor executor : List.<Executor>of(refuses, kept::add, Runnable::run)) {
            ColumnChoice choice = ColumnChoice.always(new Workers(3, Optional.of(executor), 1024));
            assertEquals(expected, world.columns(choice).evaluate("sum{T: n}"));
        }
        assertEquals(2, kept.size());
        kept.forEach(Runnable::run);
    }

    @Test
    void theHostIsAskedEveryFewThousandRows() {
        AtomicInteger asked = new AtomicInteger();
        World world = many(50_000).columns(COLUMNS).stop(() -> {
            asked.incrementAndGet();
            return false;
        });
        world.evaluate("sum{T: n}");
        assertTrue(asked.get() >= 50_000 / 4096, "asked " + asked);
    }

    @Test
    void stopsInTheMiddle() {
        AtomicInteger asked = new AtomicInteger();
        ColumnChoice choice = ColumnChoice.always(new Workers(1, Optional.empty(), 1024));
        World world = many(50_000).columns(choice).stop(() -> asked.incrementAndGet() > 4);
        assertThrows(KpiCancelledException.class, () -> world.evaluate("sum{T: n}"));
        assertEquals(5, asked.get());
    }

    /** The other thread begins as the host says stop, so that it cannot be done before. */
    @Test
    void aSecondThreadStopsToo() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        List<Runnable> handed = new ArrayList<>();
        List<Thread> begun = new ArrayList<>();
        ColumnChoice choice = ColumnChoice.always(new Workers(2, Optional.of(handed::add), 1024));
        World world = many(50_000).columns(choice).stop(() -> {
            boolean stop = asked.incrementAndGet() > 4;
            if (stop) {
                handed.forEach(task -> begun.add(new Thread(task)));
                begun.forEach(Thread::start);
            }
            return stop;
        });
        assertThrows(KpiCancelledException.class, () -> world.evaluate("sum{T: n}"));
        assertEquals(5, asked.get());
        assertEquals(1, begun.size());
        begun.get(0).join();
    }

    /** What each row contributed is told as ever. */
    @Test
    void aListenerThatWantsRowsHearsOfThem() {
        List<Integer> heard = new ArrayList<>();
        World world = many(100).columns(COLUMNS).listener(new Listener() {
            @Override
            public void row(Aggregation term, int row, Place place, Outcome value) {
                heard.add(row);
            }
        });
        world.evaluate("sum{T: n where n = 1}");
        assertEquals(15, heard.size());
    }

    @Test
    void aListenerThatDoesNotWantRowsHearsTheirNumber() {
        List<Long> heard = new ArrayList<>();
        World world = many(100).columns(COLUMNS).listener(new Listener() {
            @Override
            public boolean wantsRows() {
                return false;
            }

            @Override
            public void rows(Aggregation term, long passed, long leftOut) {
                heard.add(passed);
            }
        });
        world.evaluate("sum{T: n where n = 1}");
        assertEquals(List.of(15L), heard);
    }

    /** One pass answers all that a formula asks of a dataset. */
    @Test
    void whatIsAskedTogetherIsGatheredTogether() {
        AtomicInteger asked = new AtomicInteger();
        World world = many(40_960).columns(COLUMNS).stop(() -> {
            asked.incrementAndGet();
            return false;
        });
        world.evaluate("sum{T: n} + max{T: n} + sum{T: n where n > 3}");
        assertTrue(asked.get() <= 2 + 40_960 / 4096, "asked " + asked);
    }

    /** By few numbers a quotient is a multiple of one over what all of them divide. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        sum{T: 分數 / 處數 where not isMissing(分數)}             | 19/60
        average{T: 處數 / 處數}                                 | 1
        max{T: (處數 - 4處) / (處數 - 2處)}                      | 3
        sum{T: 處數 / (處數 - 1處)}                             | failed: division-by-zero
        count{T where 1處 / 處數 < 0.3}                         | 2
        average{T: rounded(10 / (處數 / 1處), 1)}                | 4.175
        sum{T: 分數 / 處數}                                     | missing: not reported
        """)
    void quotientsByFewNumbers(String formula, String expected) {
        Outcome byRow = cases().columns(ColumnChoice.NEVER).evaluate(formula);
        assertEquals(byRow, cases().evaluate(formula));
        assertEquals(expected, World.shown(byRow));
    }

    @Test
    void quotientsByFewNumbersHaveAPlan() {
        World world = numbers("3", "-2", "0", "7");
        Aggregation term = (Aggregation) term(world, "sum{T: 100 / n + n}");
        ColumnPlan plan = ColumnPlan.of(world.table("T").orElseThrow(), List.of(term), any -> new Reference(world));
        Gathered gathered = Objects.requireNonNull(plan.gather(new long[0], true, 0, Workers.ALONE, () -> false)
                .orElseThrow()
                .get(term));
        assertArrayEquals(new int[] {2}, gathered.left());
        Exact expected = Exact.of(1000).dividedBy(Exact.of(21)).minus(Exact.of(42));
        assertEquals(expected, gathered.totals().first());
        World many = numbers("1", "1000", "7");
        Aggregation tooMany = (Aggregation) term(many, "sum{T: 1 / n}");
        assertFalse(ColumnPlan.of(many.table("T").orElseThrow(), List.of(tooMany), any -> new Reference(many))
                .isPlanned(tooMany));
    }

    /** Only the rows that overflow are left to the reference engine. */
    @Test
    void whatMayOverflowIsCheckedRowByRow() {
        World world = numbers("3", "4000000000", "-4000000000", "2", "1500000000", "-1500000000", "");
        for (String formula : List.of(
                "sum{T: n * n}",
                "sum{T: n * n * n where not isMissing(n)}",
                "max{T: n * n where n * n * n > 30}",
                "count{T where n * n = 4 and not isMissing(n)}",
                "min{T: if(n * n * n < 0, n, n * n) where not isMissing(n)}",
                "sum{T: rounded(n * n * 0.3, 0) where not isMissing(n)}",
                "sum{T: n * 4000000000000 + 1 where not isMissing(n)}")) {
            Outcome expected = world.columns(ColumnChoice.NEVER).evaluate(formula);
            assertEquals(expected, world.columns(COLUMNS).evaluate(formula), formula);
        }
        Aggregation term = (Aggregation) term(world, "sum{T: n * n}");
        ColumnPlan plan = ColumnPlan.of(world.table("T").orElseThrow(), List.of(term), any -> new Reference(world));
        Gathered gathered = Objects.requireNonNull(plan.gather(new long[0], true, 0, Workers.ALONE, () -> false)
                .orElseThrow()
                .get(term));
        assertArrayEquals(new int[] {1, 2, 6}, gathered.left());
        assertEquals(Exact.of("4500000000000000013"), gathered.totals().first());
    }

    /** Numbers that a long holds, but not with room to add. */
    @Test
    void aColumnNearTheEndsOfALongIsCheckedToo() {
        World world = numbers("9223372036854775807", "5", "-9223372036854775807", "4611686018427387904", "7");
        Aggregation term = (Aggregation) term(world, "sum{T: n}");
        ColumnPlan plan = ColumnPlan.of(world.table("T").orElseThrow(), List.of(term), any -> new Reference(world));
        Gathered gathered = Objects.requireNonNull(plan.gather(new long[0], true, 0, Workers.ALONE, () -> false)
                .orElseThrow()
                .get(term));
        assertArrayEquals(new int[] {0, 2, 3}, gathered.left());
        assertEquals(
                world.columns(ColumnChoice.NEVER).shown("sum{T: n}"),
                world.columns(COLUMNS).shown("sum{T: n}"));
    }

    /** Not only where rows are read, but also where their values are handed over, and where they are sorted. */
    @Test
    void theHostIsAskedInAllThatIsDoneRowByRow() {
        AtomicInteger asked = new AtomicInteger();
        World world = many(50_000).columns(COLUMNS).stop(() -> {
            asked.incrementAndGet();
            return false;
        });
        world.evaluate("median{T: n}");
        assertTrue(asked.get() >= 50_000 / 4096 + 3 * (50_000 / 1024), "asked " + asked);
    }

    @Test
    void refusesWorkersThatCannotBe() {
        assertThrows(KpiUsageException.class, () -> new Workers(0, Optional.empty()));
        assertThrows(KpiUsageException.class, () -> new Workers(5000, Optional.empty()));
        assertThrows(KpiUsageException.class, () -> new Workers(1, Optional.empty(), 1000));
    }
}
