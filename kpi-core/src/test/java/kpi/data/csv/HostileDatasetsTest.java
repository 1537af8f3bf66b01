package kpi.data.csv;

import static kpi.data.csv.CsvText.ACTUALS;
import static kpi.data.csv.CsvText.DECLARED;
import static kpi.data.csv.CsvText.codes;
import static kpi.data.csv.CsvText.number;
import static kpi.data.csv.CsvText.text;
import static kpi.data.csv.CsvText.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.DataCode;
import kpi.data.DateColumn;
import kpi.data.DecimalColumn;
import kpi.data.Table;
import kpi.data.TableSchema;
import kpi.data.TextColumn;
import kpi.data.TruthColumn;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.diagnostic.ProblemClass;
import kpi.diagnostic.Severity;
import kpi.number.Exact;
import kpi.source.Place;
import kpi.value.CalendarKind;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The corpus of hostile and malformed CSV files: each is answered in a class that its entry lists, and what its entry says
 * must be true is true. A file is read with the charset its entry names, UTF-8 if none, and once more with the charset found
 * out.
 */
class HostileDatasetsTest {
    private static final Path FOLDER = Path.of("hostile");

    /** How a table came to be, or why there is none. */
    private enum Answer {
        ROWS,
        CELL_ERROR,
        ROW_ERROR,
        FILE_ERROR,
        LIMIT
    }

    private record Entry(String id, String file, Optional<String> encoding, char delimiter, Set<Answer> expect) {}

    private static final TableSchema NAME_AND_V = TableSchema.of("T", text("name"), number("v"));

    private static final TableSchema V = TableSchema.of("T", number("v"));

    /** What the columns of a file are; files that are not named here hold texts. */
    private static final Map<String, TableSchema> SCHEMAS = schemas();

    private static Map<String, TableSchema> schemas() {
        Map<String, TableSchema> schemas = new HashMap<>();
        for (String file : List.of(
                "plain",
                "bom-utf8",
                "utf16be-nobom",
                "big5",
                "gb18030",
                "truncated-utf8",
                "empty",
                "only-bom",
                "only-newlines",
                "blank-lines",
                "cr-only",
                "crlf",
                "ragged-short",
                "ragged-long",
                "delim-tab",
                "delim-fullwidth",
                "comment-line",
                "footer-line",
                "extra-column",
                "gzip-as-csv",
                "html-as-xls",
                "one-line-commas")) {
            schemas.put(file, ACTUALS);
        }
        for (String file : List.of(
                "latin1",
                "overlong-utf8",
                "nul-in-cell",
                "nul-in-number",
                "quotes-newline",
                "quotes-open",
                "quotes-trailing",
                "quotes-backslash",
                "quotes-fullwidth")) {
            schemas.put(file, NAME_AND_V);
        }
        schemas.put("big5-backslash", TableSchema.of("T", text("機關"), number("件數")));
        schemas.put("big5-pipe", TableSchema.of("T", text("機關"), number("件數")));
        schemas.put("quotes-comma-number", TableSchema.of("T", text("機關"), number("參與人數"), number("目標")));
        schemas.put("dup-header", TableSchema.of("T", text("機關"), number("值")));
        schemas.put("dup-header-nfc", TableSchema.of("T", number("é")));
        schemas.put("dup-header-space", TableSchema.of("T", number("值")));
        schemas.put("empty-header", TableSchema.of("T", text("機關"), number("目標值")));
        schemas.put("header-sql", TableSchema.of("T", number("a\"b"), number("'; DROP TABLE t; --"), number("select")));
        schemas.put("header-newline", TableSchema.of("T", number("目標達成度%"), number("v")));
        schemas.put("missing-column", TableSchema.of("T", text("機關"), number("實際值")));
        schemas.put("exponent-bomb", V);
        schemas.put("digits-bomb", V);
        schemas.put("all-missing", TableSchema.of("T", number("v").orMissing(), number("w")));
        schemas.put(
                "dates-minguo",
                TableSchema.of("T", ColumnSchema.of("日期", new ColumnType.DateType(CalendarKind.ROC)), number("v")));
        schemas.put("bool-odd", TableSchema.of("T", ColumnSchema.of("通過", new ColumnType.TruthType())));
        schemas.put("csv-injection", TableSchema.of("T", text("機關"), text("備註")));
        schemas.put("bidi-in-cells", TableSchema.of("T", text("機關"), number("v")));
        schemas.put("groups-width", TableSchema.of("T", text("機關"), number("v")));
        schemas.put("huge-field", TableSchema.of("T", text("a"), number("b")));
        return schemas;
    }

    private static final Map<String, Consumer<Checked<Table>>> DETAILS = details();

    /** What the entries say must be true, as far as it is about reading. */
    private static Map<String, Consumer<Checked<Table>>> details() {
        Map<String, Consumer<Checked<Table>>> details = new HashMap<>();
        Consumer<Checked<Table>> twoRows = read -> {
            Table table = read.orElseThrow();
            assertEquals(List.of("財政局", "主計處"), texts(table, "機關"));
            assertEquals(List.of("5.41", "74.33"), numbers(table, "實際值"));
            assertEquals(List.of("5.5", "80"), numbers(table, "目標值"));
        };
        for (String id : List.of("D001", "D002", "D025", "D026", "D056")) {
            details.put(id, twoRows);
        }
        details.put("D023", twoRows.andThen(read -> {
            assertEquals(3, read.orElseThrow().rowNumber(0));
            assertEquals(6, read.orElseThrow().rowNumber(1));
        }));
        details.put("D004", read -> assertTrue(message(read).contains("NUL")));
        details.put("D007", read -> assertEquals(List.of("許功蓋"), texts(read.orElseThrow(), "機關")));
        details.put("D008", read -> {
            assertEquals(List.of("7"), numbers(read.orElseThrow(), "件數"));
            assertEquals(1, texts(read.orElseThrow(), "機關").get(0).length());
        });
        details.put("D011", read -> assertTrue(message(read).contains("Byte 10 ")));
        details.put("D014", read -> assertTrue(message(read).contains("Byte 8 ")));
        details.put("D010", read -> assertTrue(message(read).contains("Byte 0 ")));
        details.put(
                "D016", read -> assertEquals(cell(2, "name", "A\0B"), only(read).place()));
        details.put(
                "D017",
                read -> assertEquals(cell(2, "v", "1\0" + "2"), only(read).place()));
        for (String id : List.of("D019", "D020", "D022")) {
            details.put(id, read -> assertEquals(DataCode.NO_HEADER, only(read).kind()));
        }
        for (String id : List.of("D028", "D029")) {
            details.put(id, read -> {
                assertEquals(2, row(only(read)));
                assertEquals(DataCode.RAGGED_ROW, only(read).kind());
            });
        }
        details.put("D031", read -> {
            assertEquals(List.of("226157"), numbers(read.orElseThrow(), "參與人數"));
            assertEquals(List.of("115000"), numbers(read.orElseThrow(), "目標"));
        });
        details.put("D032", read -> assertEquals(List.of("line1\nline2", "B"), texts(read.orElseThrow(), "name")));
        details.put("D034", read -> {
            assertEquals(DataCode.UNCLOSED_QUOTE, only(read).kind());
            assertEquals(2, row(only(read)));
        });
        details.put(
                "D035",
                read -> assertEquals(cell(2, "name", "\"…\"…"), only(read).place()));
        details.put(
                "D037",
                read -> assertEquals(cell(2, "name", "\"…\"…"), only(read).place()));
        details.put("D038", read -> assertEquals(2, row(only(read))));
        details.put("D040", read -> assertTrue(message(read).contains("tabs")));
        details.put("D041", read -> assertTrue(message(read).contains("full-width commas")));
        details.put("D043", read -> assertTrue(message(read).startsWith("Line 1 is not the header; line 2")));
        details.put("D044", read -> assertTrue(errors(read).contains(cell(4, "實際值", ""))));
        details.put("D046", read -> assertTrue(message(read).contains("Columns 2 and 3")));
        details.put(
                "D047",
                read -> assertEquals(DataCode.DUPLICATE_HEADER, only(read).kind()));
        details.put(
                "D049",
                read -> assertEquals(DataCode.DUPLICATE_HEADER, only(read).kind()));
        details.put("D050", read -> assertTrue(message(read).contains("Column 2")));
        details.put("D052", read -> assertEquals(List.of("2"), numbers(read.orElseThrow(), "'; DROP TABLE t; --")));
        details.put("D053", read -> assertEquals(List.of("1"), numbers(read.orElseThrow(), "目標\n達成度%")));
        details.put("D055", read -> {
            Checked<Table> wanting = readFile("missing-column", ACTUALS, DECLARED);
            assertEquals(DataCode.MISSING_COLUMN, only(wanting).kind());
            assertTrue(message(wanting).contains("機關, 實際值"), message(wanting));
        });
        for (String id : List.of("D058", "D059")) {
            details.put(id, read -> assertEquals(ProblemClass.LIMIT, only(read).problemClass()));
        }
        details.put("D061", read -> {
            DecimalColumn column = (DecimalColumn) read.orElseThrow().column("v");
            assertEquals(2, column.missing().count());
            assertEquals(Optional.empty(), column.max());
        });
        details.put("D062", read -> {
            Table table = readFile("dates-minguo", SCHEMAS.get("dates-minguo"), DECLARED.keepGoodRows())
                    .value()
                    .orElseThrow();
            List<String> days = new ArrayList<>();
            for (int i = 0; i < table.rows(); i++) {
                days.add(table.rowNumber(i) + " " + ((DateColumn) table.column("日期")).date(i));
            }
            assertEquals(
                    List.of(
                            "2 2020-12-31",
                            "3 2020-12-31",
                            "4 2020-12-31",
                            "5 2020-12-31",
                            "8 2020-02-29",
                            "11 2010-01-01",
                            "12 2020-12-31"),
                    days);
            assertEquals(5, errors(read).size());
        });
        details.put("D064", read -> {
            assertEquals(List.of(cell(8, "通過", "○"), cell(9, "通過", "V")), errors(read));
            Table table = readFile("bool-odd", SCHEMAS.get("bool-odd"), DECLARED.keepGoodRows())
                    .value()
                    .orElseThrow();
            TruthColumn truths = (TruthColumn) table.column("通過");
            assertEquals(7, truths.rows());
            assertEquals(5, truths.trues().count());
        });
        details.put("D065", read -> {
            List<String> kept = texts(read.orElseThrow(), "機關");
            assertEquals(8, kept.size());
            assertEquals("=1+1", kept.get(0));
            assertEquals("\t=1+1", kept.get(5));
            assertEquals("=cmd|' /C calc'!A0", kept.get(7));
        });
        details.put(
                "D067",
                read -> assertEquals(List.of("A\u202EB", "C\u2066D", "E\u200BF"), texts(read.orElseThrow(), "機關")));
        details.put("D068", read -> {
            TextColumn groups = (TextColumn) read.orElseThrow().column("機關");
            assertEquals(8, groups.dictionary().size());
            assertEquals(
                    5,
                    read.problems().stream()
                            .filter(p -> p.kind() == DataCode.LOOK_ALIKE_TEXTS)
                            .count());
        });
        details.put(
                "D070",
                read -> assertEquals(DataCode.TOO_MANY_COLUMNS, only(read).kind()));
        details.put(
                "D071",
                read -> assertEquals(
                        180_000, texts(read.orElseThrow(), "a").get(0).length()));
        details.put(
                "D073",
                read -> assertEquals(DataCode.TOO_MANY_COLUMNS, only(read).kind()));
        details.put("D074", read -> assertTrue(message(read).contains("gzip")));
        details.put("D076", read -> assertTrue(message(read).contains("HTML")));
        return details;
    }

    @TestFactory
    Stream<DynamicTest> everyCsvFile() throws IOException {
        Optional<Path> index =
                cases().map(c -> c.resolve(FOLDER).resolve("datasets.jsonl")).filter(Files::exists);
        Assumptions.assumeTrue(
                index.isPresent(), () -> "the folder shared/cases is absent: " + FOLDER + " is not checked");
        return Files.readAllLines(index.orElseThrow(), StandardCharsets.UTF_8).stream()
                .flatMap(line -> entry(line).stream())
                .map(entry -> DynamicTest.dynamicTest(entry.id() + " " + entry.file(), () -> {
                    CsvTables.Format format = DECLARED.delimiter(entry.delimiter());
                    check(entry, format.charset(entry.encoding().orElse("UTF-8")));
                    if (entry.encoding().isEmpty()) {
                        check(entry, format);
                    }
                }));
    }

    private static void check(Entry entry, CsvTables.Format format) throws InterruptedException {
        Checked<Table> read = inSmallThread(() -> readFile(entry.file(), SCHEMAS.get(entry.file()), format));
        Set<Answer> answers = answers(read);
        assertTrue(entry.expect().containsAll(answers), () -> answers + " " + read);
        for (Problem problem : read.problems()) {
            for (Language language : Language.values()) {
                String shown = problem.message(language) + problem.remedy(language);
                assertTrue(problem.message(language).length() <= 500, shown);
                assertEquals(Set.of(), problem.unfilled(), shown);
                assertTrue(problem.draw(language).codePoints().noneMatch(c -> c < ' ' && c != '\n'), shown);
            }
        }
        Checked<Table> partial =
                inSmallThread(() -> readFile(entry.file(), SCHEMAS.get(entry.file()), format.keepGoodRows()));
        assertEquals(read.hasErrors(), partial.hasErrors(), "a partial table is marked");
        Consumer<Checked<Table>> detail = DETAILS.get(entry.id());
        if (detail != null) {
            detail.accept(read);
        }
    }

    private static Set<Answer> answers(Checked<Table> read) {
        if (!read.hasErrors()) {
            assertTrue(read.value().isPresent());
            return Set.of(Answer.ROWS);
        }
        assertTrue(read.value().isEmpty());
        Set<Answer> answers = EnumSet.noneOf(Answer.class);
        read.problems().stream().filter(p -> p.severity() == Severity.ERROR).forEach(p -> answers.add(answer(p)));
        return answers;
    }

    private static Answer answer(Problem problem) {
        if (problem.problemClass() == ProblemClass.LIMIT) {
            return Answer.LIMIT;
        }
        if (problem.kind() == DataCode.RAGGED_ROW) {
            return Answer.ROW_ERROR;
        }
        Place.Cell cell = problem.place().cell().orElseThrow();
        boolean ofHeader = cell.row() <= 1 || problem.kind() == DataCode.MISSING_COLUMN;
        boolean ofStructure = problem.kind() == DataCode.UNCLOSED_QUOTE || problem.kind() == DataCode.TEXT_AFTER_QUOTE;
        return ofHeader || ofStructure || cell.column().isEmpty() ? Answer.FILE_ERROR : Answer.CELL_ERROR;
    }

    private static Checked<Table> readFile(String file, TableSchema schema, CsvTables.Format format) {
        Path path = cases().orElseThrow().resolve(FOLDER).resolve("datasets").resolve(file + ".csv");
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CsvText text = new CsvText(bytes);
        if (schema != null) {
            return text.load(schema, format);
        }
        Checked<CsvRows> rows = CsvRows.read(CsvText.NAME, text.opener(), format);
        return rows.map(CsvRows::table);
    }

    /** A stack of 256 kB must do. */
    private static Checked<Table> inSmallThread(Supplier<Checked<Table>> work) throws InterruptedException {
        AtomicReference<Checked<Table>> result = new AtomicReference<>();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(null, () -> result.set(work.get()), "small", 256 << 10);
        thread.setUncaughtExceptionHandler((t, e) -> thrown.set(e));
        thread.start();
        thread.join();
        if (thrown.get() != null) {
            throw new AssertionError("foreign exception", thrown.get());
        }
        return result.get();
    }

    private static List<String> numbers(Table table, String name) {
        DecimalColumn column = (DecimalColumn) table.column(name);
        return IntStream.range(0, column.rows())
                .mapToObj(column::exact)
                .map(Exact::toString)
                .toList();
    }

    private static List<Place> errors(Checked<Table> read) {
        return read.problems().stream()
                .filter(p -> p.severity() == Severity.ERROR)
                .map(Problem::place)
                .toList();
    }

    private static Problem only(Checked<Table> read) {
        assertFalse(read.problems().isEmpty());
        List<Problem> errors = read.problems().stream()
                .filter(p -> p.severity() == Severity.ERROR)
                .toList();
        assertEquals(1, errors.size(), codes(read)::toString);
        return errors.get(0);
    }

    private static String message(Checked<Table> read) {
        return read.problems().get(0).message(Language.EN);
    }

    private static long row(Problem problem) {
        return problem.place().cell().orElseThrow().row();
    }

    private static Place cell(long row, String column, String rawText) {
        String table = column.equals("實際值") ? "達成" : "T";
        return Place.cell(table, CsvText.NAME, row, column, rawText);
    }

    private static final Pattern TEXT = Pattern.compile("\"(id|file|format|encoding|delimiter)\": \"([^\"]*)\"");

    private static final Pattern EXPECT = Pattern.compile("\"expect\": \\[([^\\]]*)\\]");

    /** The fields this test wants are flat texts without escapes; no JSON library for that. */
    private static Optional<Entry> entry(String line) {
        Map<String, String> fields = new HashMap<>();
        Matcher field = TEXT.matcher(line);
        while (field.find()) {
            fields.put(field.group(1), field.group(2));
        }
        String file = fields.getOrDefault("file", "");
        boolean isGenerated = !file.startsWith("datasets/");
        if (!"csv".equals(fields.get("format")) || isGenerated) {
            return Optional.empty();
        }
        Set<Answer> expect = EnumSet.noneOf(Answer.class);
        Matcher listed = EXPECT.matcher(line);
        assertTrue(listed.find(), line);
        for (String name : listed.group(1).replace("\"", "").split(", ")) {
            expect.add(Answer.valueOf(name));
        }
        return Optional.of(new Entry(
                fields.get("id"),
                file.substring("datasets/".length(), file.length() - ".csv".length()),
                Optional.ofNullable(fields.get("encoding")),
                fields.getOrDefault("delimiter", ",").charAt(0),
                expect));
    }

    private static Optional<Path> cases() {
        String named = System.getProperty("kpi.cases");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared").resolve("cases"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
