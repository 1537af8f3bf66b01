package kpi.data.csv;

import static kpi.data.csv.CsvText.ACTUALS;
import static kpi.data.csv.CsvText.DECLARED;
import static kpi.data.csv.CsvText.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kpi.GoldenFile;
import kpi.data.CellRules;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.DataCode;
import kpi.data.DataLimits;
import kpi.data.TableBuilder;
import kpi.data.TableSchema;
import kpi.data.TableSource;
import kpi.data.closed.ClosedHost;
import kpi.data.jdbc.FakeRows;
import kpi.data.jdbc.JdbcTables;
import kpi.data.sheet.SheetTables;
import kpi.data.sheet.Sheets;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.source.Place;
import kpi.unit.UnitTable;
import kpi.unit.Units;
import kpi.value.CalendarKind;
import kpi.value.Quantity;
import org.junit.jupiter.api.Test;

/** How problems of data read, in both languages, each from data that really gives it. */
class DataProblemsTest {
    private static final TableSchema HOST = TableSchema.of(
            "案件",
            text("類別").asKey(),
            ColumnSchema.of("處數", new ColumnType.Number(Units.count("處"))).withAliases("件數"),
            ColumnSchema.of("階段", new ColumnType.OneOf(List.of("自評", "初核", "複核")))
                    .orMissing(),
            ColumnSchema.of("日期", new ColumnType.DateType(CalendarKind.ROC)).orMissing());

    private record Failing(String name) {
        @Override
        public String name() {
            throw new IllegalStateException("closed");
        }
    }

    private static Checked<?> host(Object... namesAndValues) {
        Map<String, Object> row = new LinkedHashMap<>(Map.of("類別", "委營OT", "處數", 3));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        TableBuilder builder = new TableBuilder(HOST, "");
        builder.addRow(row, 1);
        return builder.build(false);
    }

    private static Checked<?> csv(String text) {
        return CsvText.of(text).load(ACTUALS);
    }

    private static Checked<?> failing(IOException failure) {
        return CsvTables.of(
                        CsvText.NAME,
                        () -> {
                            throw failure;
                        },
                        DECLARED)
                .load(ACTUALS);
    }

    private static Map<String, Checked<?>> scenarios() {
        Map<String, Checked<?>> all = new LinkedHashMap<>();
        all.put("a figure is missing", csv("機關,實際值,目標值\n財政局,,5.5\n"));
        all.put("a source note below the table", csv("機關,實際值,目標值\n資料來源：主計處,,\n"));
        all.put("a figure that is none", csv("機關,實際值,目標值\n財政局,約50,\"1,5\"\n"));
        all.put("NUL in a text", csv("機關,實際值,目標值\n財\0政局,1,2\n"));
        all.put(
                "a truth that is none",
                CsvText.of("通過\n○\n").load(TableSchema.of("T", ColumnSchema.of("通過", new ColumnType.TruthType()))));
        all.put("a choice that is none", host("階段", "總評審查會議"));
        all.put("a choice mistyped", host("階段", "初合"));
        all.put("a list for a text", host("類別", List.of()));
        all.put("a double", host("處數", 0.1));
        all.put("money for a count", host("處數", Quantity.of("3", Units.NTD)));
        all.put("a number of a million digits", host("處數", new BigDecimal("1e1000000")));
        all.put("the last day of all", host("日期", LocalDate.MAX));
        all.put("two names of one column", host("件數", 4));
        all.put("columns nobody declared", host("備註", "x", "處所數", 1));
        all.put("what is no row", TableSource.ofRows(List.of("財政局")).load(HOST));
        all.put(
                "a record that is closed",
                TableSource.ofRows(List.of(ClosedHost.row())).load(HOST));
        all.put(
                "a record that fails",
                TableSource.ofRows(List.of(new Failing("x"))).load(HOST));
        Iterable<Object> broken = () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                throw new IllegalStateException("closed");
            }

            @Override
            public Object next() {
                throw new IllegalStateException("closed");
            }
        };
        all.put("rows that fail", TableSource.ofRows(broken).load(HOST));
        TableBuilder partial = new TableBuilder(HOST, "案件.csv");
        partial.addTexts(List.of("委營OT", "三", "", ""), 2);
        partial.addTexts(List.of("BOT", "2"), 3);
        partial.addTexts(List.of("ROT", "2", "", ""), 4);
        all.put("good rows kept", partial.build(true));
        TableBuilder alike = new TableBuilder(HOST, "案件.csv");
        alike.addTexts(List.of("台北", "1", "", ""), 2);
        alike.addTexts(List.of("臺北", "2", "", ""), 3);
        all.put("texts that look alike", alike.build(false));
        CsvTables.Format limited = DECLARED.limits(DataLimits.standard()
                .withCellCharacters(5)
                .withRows(1)
                .withColumns(3)
                .withProblems(2));
        all.put("a cell past the limit", CsvText.of("機關,實際值,目標值\n財政局財政局,1,2\n").load(ACTUALS, limited));
        all.put("rows past the limit", CsvText.of("機關,實際值,目標值\na,1,2\nb,1,2\n").load(ACTUALS, limited));
        all.put("columns past the limit", CsvText.of("機關,實際值,目標值,a\n").load(ACTUALS, limited));
        all.put(
                "too many mistakes",
                CsvText.of("機關,實際值,目標值\na,x,2\nb,x,2\nc,x,2\n").load(ACTUALS, limited));
        all.put("a ragged row", csv("機關,實際值,目標值\n財政局,1,234,5\n"));
        all.put("no such file", failing(new NoSuchFileException(CsvText.NAME)));
        all.put(
                "a connection that is lost",
                JdbcTables.of(new FakeRows()
                                .column("機關", Types.VARCHAR, "VARCHAR")
                                .column("實際值", Types.NUMERIC, "NUMERIC")
                                .column("目標值", Types.NUMERIC, "NUMERIC")
                                .before(row -> {
                                    throw new SQLException("the connection was lost", "08006");
                                })
                                .open())
                        .load(ACTUALS));
        all.put(
                "a floating-point number of a database",
                JdbcTables.of(new FakeRows()
                                .column("機關", Types.VARCHAR, "VARCHAR")
                                .column("實際值", Types.DOUBLE, "DOUBLE PRECISION")
                                .column("目標值", Types.NUMERIC, "NUMERIC")
                                .open())
                        .load(ACTUALS));
        String head = "<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='s'><v>2</v></c></row>";
        String[] heads = {"<t>機關</t>", "<t>實際值</t>", "<t>目標值</t>"};
        all.put("a file that is no spreadsheet", Sheets.of(Sheets.zip("x", "y")).load(ACTUALS));
        all.put(
                "a spreadsheet that unpacks to more than is taken",
                Sheets.of(
                                Sheets.xlsx(head, heads),
                                SheetTables.Format.declared().inflatedSize(100))
                        .load(ACTUALS));
        all.put(
                "a sheet that is not there",
                Sheets.of(
                                Sheets.xlsx(head, heads),
                                SheetTables.Format.declared().sheet("109年"))
                        .load(ACTUALS));
        String cells = "<row><c t='s'><v>0</v></c><c><f>1/3</f><v>0.33333333333333331</v></c><c%</c></row>";
        all.put(
                "an error in a cell",
                Sheets.of(Sheets.xlsx(head + cells.replace("%", " t='e'><v>#REF!</v>"), heads))
                        .load(ACTUALS));
        all.put(
                "a cell beside the table",
                Sheets.of(Sheets.xlsx(head + cells.replace("%", "/><c/><c><v>1</v>"), heads))
                        .load(ACTUALS));
        all.put(
                "fifteen digits as declared",
                Sheets.of(
                                Sheets.xlsx(head + cells.replace("%", "><v>2</v>"), heads),
                                SheetTables.Format.declared().fifteenDigits())
                        .load(ACTUALS));
        all.put("a device that fails", failing(new IOException("Input/output error")));
        all.put("Latin-1", new CsvText("name,v\ncaf\u00E9,1\n".getBytes(StandardCharsets.ISO_8859_1)).load(ACTUALS));
        all.put(
                "Big5",
                CsvText.of("機關,實際值,目標值\n財政局,1,2\n", Charset.forName("x-windows-950"))
                        .load(ACTUALS));
        all.put("gzip", new CsvText(new byte[] {0x1F, (byte) 0x8B, 8, 0}).load(ACTUALS));
        all.put("an empty file", csv(""));
        all.put("a column without a name", csv("機關,,實際值,目標值\n"));
        all.put("two columns of one name", csv("機關,實際值,目標值,實際值 \n"));
        all.put("a column that is not there", csv("機關,實際質,目標值\n"));
        all.put("full-width commas", csv("機關，實際值，目標值\n"));
        all.put("a title above the header", csv("109年度達成情形\n機關,實際值,目標值\n"));
        all.put("a sep line", csv("sep=;\n機關;實際值;目標值\n"));
        all.put("a quote that stays open", csv("機關,實際值,目標值\n財政局,\"1,2\n主計處,3,4\n"));
        all.put("text after a quote", csv("機關,實際值,目標值\n財政局,\"1\"元,2\n"));
        all.put("an empty line", CsvText.of("a\n1\n\n2\n").load(TableSchema.of("T", text("a"))));
        CsvTables.Opener inputs = CsvText.of("period,input,value,unit,status\n109,,1,,\n109,x,1,a b,不明\n")
                .opener();
        all.put("inputs", InputsCsv.read("inputs.csv", inputs, DECLARED, CalendarKind.ROC, UnitTable.standard()));
        all.put(
                "no library",
                Checked.failed(Problem.of(DataCode.CSV_LIBRARY_MISSING, Place.cell("達成", CsvText.NAME, 0, "", ""))
                        .build()));
        return all;
    }

    @Test
    void everyProblemIsDrawnWell() {
        Map<String, Checked<?>> scenarios = scenarios();
        for (Language language : Language.values()) {
            StringBuilder page = new StringBuilder();
            scenarios.forEach((title, read) -> {
                page.append("== ").append(title).append('\n');
                read.problems()
                        .forEach(problem -> page.append(problem.draw(language)).append('\n'));
            });
            GoldenFile.check("kpi/data/problems_" + language.name() + ".txt", page.toString());
        }
    }

    @Test
    void everyCodeIsShownAndFilled() {
        Set<DataCode> shown = EnumSet.noneOf(DataCode.class);
        List<String> unfilled = new ArrayList<>();
        for (Checked<?> read : scenarios().values()) {
            for (Problem problem : read.problems()) {
                if (problem.kind() instanceof DataCode code) {
                    shown.add(code);
                }
                if (!problem.unfilled().isEmpty()) {
                    unfilled.add(problem.code() + " " + problem.unfilled());
                }
            }
        }
        assertEquals(List.of(), unfilled);
        assertEquals(EnumSet.allOf(DataCode.class), shown);
    }

    /** Bytes of a file that no scenario above holds: a stream is only read once it is wanted. */
    @Test
    void nothingIsOpenedBeforeItIsLoaded() {
        int[] opened = {0};
        TableSource source = CsvTables.of(
                CsvText.NAME,
                () -> {
                    opened[0]++;
                    return new ByteArrayInputStream(new byte[0]);
                },
                DECLARED.rules(CellRules.standard()));
        assertEquals(0, opened[0]);
        assertEquals(true, source.load(ACTUALS).hasErrors());
        assertEquals(1, opened[0]);
    }
}
