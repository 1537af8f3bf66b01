package kpi.examples.benchmarks;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
import kpi.unit.Units;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A question of ten million rows: different agencies that failed, deducted; a bonus with a limit, summed by kind; the total.
 * Milliseconds a pass, beside the plain loop that a programmer writes without checking for overflow, and two databases in
 * this process, on one thread. Nothing is measured unless all answer the same.
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

    private static final String TEXT = """
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
    private final Connection duckdb = connection("jdbc:duckdb:");
    private final Connection h2 = connection("jdbc:h2:mem:");
    private Facts facts = program.facts().build().orElseThrow();

    @Setup(Level.Trial)
    public void prepare() throws IOException, SQLException {
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
        Path rowsAsCsv = Files.createTempFile("kpi-benchmark", ".csv");
        try {
            write(rowsAsCsv);
            duckdb.createStatement().execute("set threads = 1");
            duckdb.createStatement()
                    .execute("create type agencies as enum (select 'agency ' || n from range(" + AGENCIES + ") r(n))");
            duckdb.createStatement().execute("create type kinds as enum ('a', 'b', 'c')");
            duckdb.createStatement()
                    .execute("create table t as select * from read_csv('" + rowsAsCsv + "', header = true, columns = {"
                            + "'agency': 'agencies', 'passed': 'BOOLEAN', 'kind': 'kinds', 'bonus': 'DECIMAL(9,2)'})");
            // It would answer from memory what it was asked before.
            h2.createStatement().execute("set optimize_reuse_results 0");
            h2.createStatement()
                    .execute("create table t(agency varchar(20), passed boolean, kind varchar(1), bonus decimal(9,2))"
                            + " as select * from csvread('" + rowsAsCsv + "')");
        } finally {
            Files.delete(rowsAsCsv);
        }
        long hundredths = handWritten();
        requireAnswer("kpi", BigDecimal.valueOf(hundredths, 2), kpiAnswer(oneThread()));
        requireAnswer("kpi, two threads", BigDecimal.valueOf(hundredths, 2), kpiAnswer(twoThreads()));
        requireAnswer("DuckDB", BigDecimal.valueOf(hundredths, 2), duckdb());
        requireAnswer("H2", BigDecimal.valueOf(hundredths, 2), h2());
    }

    private void write(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("agency,passed,kind,bonus\n");
            for (int row = 0; row < ROWS; row++) {
                out.write("agency " + agency[row] + "," + passed[row] + "," + KINDS.get(kind[row]) + ","
                        + BigDecimal.valueOf(bonus[row], 2) + "\n");
            }
        }
    }

    private static BigDecimal kpiAnswer(ScorecardResult result) {
        return result.kpi("Q")
                .actual()
                .orElseThrow()
                .in(Units.POINTS)
                .toBigDecimal()
                .orElseThrow();
    }

    private static void requireAnswer(String who, BigDecimal expected, BigDecimal answered) {
        if (answered.compareTo(expected) != 0) {
            throw new IllegalStateException(who + " answers " + answered + ", not " + expected);
        }
    }

    @TearDown(Level.Trial)
    public void close() throws SQLException {
        duckdb.close();
        h2.close();
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

    private static final String SQL = "select 80 - count(distinct case when not passed then agency end) * 0.1"
            + " + sum(case when kind = 'a' then least(bonus, 3) else 0 end)"
            + " + sum(case when kind = 'b' then least(bonus, 3) else 0 end) * 2"
            + " + sum(case when kind = 'c' then least(bonus, 3) else 0 end) * 10 from t";

    private static Connection connection(String url) {
        try {
            return DriverManager.getConnection(url);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static BigDecimal answer(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet answer = statement.executeQuery(SQL)) {
            answer.next();
            return answer.getBigDecimal(1);
        }
    }

    @Benchmark
    public BigDecimal duckdb() throws SQLException {
        return answer(duckdb);
    }

    @Benchmark
    public BigDecimal h2() throws SQLException {
        return answer(h2);
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
