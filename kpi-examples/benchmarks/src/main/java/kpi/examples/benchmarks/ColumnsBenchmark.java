package kpi.examples.benchmarks;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import kpi.data.Table;
import kpi.data.TableBuilder;
import kpi.data.TableSchema;
import kpi.data.TableSource;
import kpi.diagnostic.Checked;
import kpi.dsl.KpiCompiler;
import kpi.number.Exact;
import kpi.result.ScorecardResult;
import kpi.run.Evaluation;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.run.RowEngine;
import kpi.source.Source;
import kpi.value.ReportingPeriod;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A question of ten million rows: different agencies that failed, deducted; a bonus with a limit, summed by kind; the total.
 * Milliseconds a pass, beside the plain loop that a programmer writes without checking for overflow.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@State(Scope.Benchmark)
public class ColumnsBenchmark {
    private static final int ROWS = 10_000_000;
    private static final int AGENCIES = 500;
    private static final List<String> KINDS = List.of("a", "b", "c");

    private static final String TEXT =
            """
            calendar roc
            data T(agency: text, passed: yes/no, kind: text, bonus: 分)
            kpi Q "question" {
              formula 80分 - count distinct(T.agency where not passed) * 0.1分
                      + sum(each T where kind = "a": min(bonus, 3分))
                      + sum(each T where kind = "b": min(bonus, 3分)) * 2
                      + sum(each T where kind = "c": min(bonus, 3分)) * 10
              unit 分
              direction higher is better
            }
            """;

    private final int[] agency = new int[ROWS];
    private final boolean[] passed = new boolean[ROWS];
    private final byte[] kind = new byte[ROWS];
    private final long[] bonus = new long[ROWS];
    private final KpiProgram program =
            KpiCompiler.standard().compile(Source.of("q.kpi", TEXT)).orElseThrow();
    private final Evaluation evaluation =
            Evaluation.of(ReportingPeriod.roc(109)).explain(Evaluation.Detail.NONE);
    private Facts facts = program.facts().build().orElseThrow();

    @Setup(Level.Trial)
    public void prepare() {
        TableSchema schema = program.schema().table("T").orElseThrow();
        TableBuilder rows = new TableBuilder(schema, "");
        SplittableRandom random = new SplittableRandom(109);
        for (int row = 0; row < ROWS; row++) {
            agency[row] = random.nextInt(AGENCIES);
            passed[row] = random.nextInt(10) != 0;
            kind[row] = (byte) random.nextInt(KINDS.size());
            bonus[row] = random.nextInt(500);
            rows.beginRow(row + 1L);
            rows.value(0, "agency " + agency[row]);
            rows.value(1, passed[row]);
            rows.value(2, KINDS.get(kind[row]));
            rows.value(3, Exact.of(bonus[row], 2));
            rows.endRow();
        }
        Table table = rows.build(false).orElseThrow();
        facts = program.facts().table("T", new Loaded(table)).build().orElseThrow();
    }

    private record Loaded(Table table) implements TableSource {
        @Override
        public boolean replayable() {
            return true;
        }

        @Override
        public Checked<Table> load(TableSchema schema) {
            return Checked.of(table, List.of());
        }
    }

    @Benchmark
    public long handWritten() {
        boolean[] failed = new boolean[AGENCIES];
        long[] sums = new long[KINDS.size()];
        for (int row = 0; row < ROWS; row++) {
            if (!passed[row]) {
                failed[agency[row]] = true;
            }
            sums[kind[row]] += Math.min(bonus[row], 300);
        }
        long count = 0;
        for (boolean each : failed) {
            count += each ? 1 : 0;
        }
        return 8000 - count * 10 + sums[0] + 2 * sums[1] + 10 * sums[2];
    }

    @Benchmark
    public ScorecardResult oneThread() {
        return program.evaluate(facts, evaluation);
    }

    @Benchmark
    public ScorecardResult twoThreads() {
        return program.evaluate(facts, evaluation.rowsBy(RowEngine.fastest().threads(2)));
    }
}
