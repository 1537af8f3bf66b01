package kpi.examples.benchmarks;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.DecimalColumn;
import kpi.data.Table;
import kpi.data.TableSchema;
import kpi.data.csv.CsvTables;
import kpi.unit.Units;
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
 * A million rows of two texts, a truth and two numbers in UTF-8, some 31 bytes each, into columns. Milliseconds a file. Only
 * this library checks every cell and would say where a wrong one stands; {@code fastcsv} fills columns by hand from the cells
 * that the library below ours cuts, and is the yardstick.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Benchmark)
public class CsvBenchmark {
    private static final int ROWS = 1_000_000;
    private static final List<String> KINDS = List.of("委營OT", "促參BOT", "標租");
    private static final TableSchema SCHEMA = TableSchema.of(
            "T",
            ColumnSchema.of("agency", new ColumnType.TextType()),
            ColumnSchema.of("kind", new ColumnType.TextType()),
            ColumnSchema.of("passed", new ColumnType.TruthType()),
            ColumnSchema.of("bonus", new ColumnType.Number(Units.POINTS)),
            ColumnSchema.of("amount", new ColumnType.Number(Units.NTD)));

    private Path file = Path.of("");
    private long total;

    /** Writes the file, and asks everybody for the total of its amounts. */
    @Setup(Level.Trial)
    public void prepare() throws IOException, SQLException {
        file = Files.createTempFile("kpi-benchmark", ".csv");
        SplittableRandom random = new SplittableRandom(109);
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("agency,kind,passed,bonus,amount\n");
            for (int row = 0; row < ROWS; row++) {
                long amount = random.nextInt(1_000_000, 10_000_000);
                total += amount;
                out.write("A" + random.nextInt(100, 600) + "," + KINDS.get(random.nextInt(KINDS.size())) + ","
                        + (random.nextInt(10) == 0 ? "no" : "yes") + "," + random.nextInt(5) + "."
                        + random.nextInt(10, 100) + "," + amount + "\n");
            }
        }
        DecimalColumn ours = (DecimalColumn) kpi().column("amount");
        long sum = 0;
        for (int row = 0; row < ours.rows(); row++) {
            sum += ours.unscaled(row);
        }
        requireTotal("kpi", sum);
        requireTotal("fastcsv", fastcsv().total());
        requireTotal("bytes", bytes().total());
        requireTotal("lines", lines().total());
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            load(statement);
            try (ResultSet answer = statement.executeQuery("select sum(amount)::BIGINT from t")) {
                answer.next();
                requireTotal("duckdb", answer.getLong(1));
            }
        }
    }

    private void requireTotal(String who, long answered) {
        if (answered != total) {
            throw new IllegalStateException(who + " answers " + answered + ", not " + total);
        }
    }

    @TearDown(Level.Trial)
    public void remove() throws IOException {
        Files.delete(file);
    }

    /** What a programmer would keep. */
    public static final class Columns {
        private final Map<String, Integer> agencies = new HashMap<>();
        private final Map<String, Integer> kinds = new HashMap<>();
        private final int[] agency = new int[ROWS];
        private final int[] kind = new int[ROWS];
        private final boolean[] passed = new boolean[ROWS];
        private final long[] bonus = new long[ROWS];
        private final long[] amount = new long[ROWS];
        private int row;

        private static int code(Map<String, Integer> codes, String text) {
            Integer known = codes.putIfAbsent(text, codes.size());
            return known == null ? codes.size() - 1 : known;
        }

        long total() {
            long sum = 0;
            for (long each : amount) {
                sum += each;
            }
            return sum;
        }
    }

    @Benchmark
    public Table kpi() {
        return CsvTables.of(file, CsvTables.Format.declared()).load(SCHEMA).orElseThrow();
    }

    /** Cells of fastcsv into arrays, unchecked. */
    private static final class Cells extends AbstractBaseCsvCallbackHandler<Boolean> {
        private final Columns to = new Columns();
        private boolean inRows;

        @Override
        protected void handleBegin(long line) {
            // Nothing of a row before its first cell.
        }

        @Override
        protected void handleField(int index, char[] text, int offset, int length, boolean quoted) {
            if (!inRows) {
                return;
            }
            switch (index) {
                case 0 -> to.agency[to.row] = Columns.code(to.agencies, new String(text, offset, length));
                case 1 -> to.kind[to.row] = Columns.code(to.kinds, new String(text, offset, length));
                case 2 -> to.passed[to.row] = text[offset] == 'y';
                case 3 -> to.bonus[to.row] = digits(text, offset, length);
                default -> to.amount[to.row] = digits(text, offset, length);
            }
        }

        private static long digits(char[] text, int offset, int length) {
            long value = 0;
            for (int i = offset; i < offset + length; i++) {
                if (text[i] != '.') {
                    value = value * 10 + text[i] - '0';
                }
            }
            return value;
        }

        @Override
        protected Boolean buildRecord() {
            to.row += inRows ? 1 : 0;
            inRows = true;
            return Boolean.TRUE;
        }
    }

    @Benchmark
    public Columns fastcsv() throws IOException {
        Cells cells = new Cells();
        try (CsvReader<Boolean> reader = CsvReader.builder().build(cells, file)) {
            reader.forEach(record -> {});
        }
        return cells.to;
    }

    /** Byte by byte, no quotes, ASCII digits, texts by a hash of their bytes that is taken to be unique. */
    @Benchmark
    public Columns bytes() throws IOException {
        Columns to = new Columns();
        byte[] block = new byte[1 << 16];
        long number = 0;
        int cell = 0;
        boolean inRows = false;
        Map<Long, Integer> agencies = new HashMap<>();
        Map<Long, Integer> kinds = new HashMap<>();
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                for (int i = 0; i < count; i++) {
                    byte b = block[i];
                    if (b != ',' && b != '\n') {
                        if (cell < 3) {
                            number = number * 31 + b;
                        } else if (b != '.') {
                            number = number * 10 + b - '0';
                        }
                        continue;
                    }
                    if (inRows) {
                        switch (cell) {
                            case 0 -> to.agency[to.row] = code(agencies, number);
                            case 1 -> to.kind[to.row] = code(kinds, number);
                            case 2 -> to.passed[to.row] = number != ('n' * 31 + 'o');
                            case 3 -> to.bonus[to.row] = number;
                            default -> to.amount[to.row] = number;
                        }
                    }
                    number = 0;
                    cell++;
                    if (b == '\n') {
                        cell = 0;
                        to.row += inRows ? 1 : 0;
                        inRows = true;
                    }
                }
            }
        }
        return to;
    }

    private static int code(Map<Long, Integer> codes, long hash) {
        Integer known = codes.putIfAbsent(hash, codes.size());
        return known == null ? codes.size() - 1 : known;
    }

    /** The way most programs have it: lines, split at commas. */
    @Benchmark
    public Columns lines() throws IOException {
        Columns to = new Columns();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split(",");
                to.agency[to.row] = Columns.code(to.agencies, cells[0]);
                to.kind[to.row] = Columns.code(to.kinds, cells[1]);
                to.passed[to.row] = cells[2].equals("yes");
                to.bonus[to.row] = Long.parseLong(cells[3].replace(".", ""));
                to.amount[to.row] = Long.parseLong(cells[4]);
                to.row++;
            }
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        return to;
    }

    /** DuckDB on one thread, types declared. */
    @Benchmark
    public void duckdb() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            load(statement);
        }
    }

    private void load(Statement statement) throws SQLException {
        statement.execute("set threads = 1");
        statement.execute("create table t as select * from read_csv('" + file + "', header = true, columns = {"
                + "'agency': 'VARCHAR', 'kind': 'VARCHAR', 'passed': 'VARCHAR',"
                + " 'bonus': 'DECIMAL(9,2)', 'amount': 'BIGINT'})");
    }
}
