package kpi.dsl.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kpi.data.DataCode;
import kpi.data.Table;
import kpi.data.TableSchema;
import kpi.data.TableSource;
import kpi.data.csv.CsvTables;
import kpi.diagnostic.Checked;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.dsl.KpiCompiler;
import kpi.function.KpiFunction;
import kpi.function.KpiFunctions;
import kpi.law.Laws;
import kpi.run.Evaluation;
import kpi.run.Facts;
import kpi.run.Formula;
import kpi.run.KpiProgram;
import kpi.run.Pieces;
import kpi.run.PiecesState;
import kpi.source.Place;
import kpi.source.Source;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;

/**
 * What no text and no file can raise: what a host does with the library. The pages show the lines between the two
 * comments of a code.
 */
@SuppressWarnings("UnicodeInCode") // hosts name records in their own language
final class HostMistakes {
    static final Map<String, Supplier<List<Problem>>> BAD = Map.ofEntries(
            Map.entry("common/unreadable-source", HostMistakes::unreadableSource),
            Map.entry("value/empty-value", HostMistakes::emptyValue),
            Map.entry("evaluation/function-failed", HostMistakes::functionFailed),
            Map.entry("evaluation/period-not-kept", HostMistakes::periodNotKept),
            Map.entry("evaluation/rows-not-kept", HostMistakes::rowsNotKept),
            Map.entry("evaluation/too-many-values-kept", HostMistakes::tooManyValuesKept),
            Map.entry("data/binary-number", HostMistakes::binaryNumber),
            Map.entry("data/column-given-twice", HostMistakes::columnGivenTwice),
            Map.entry("data/csv-library-missing", HostMistakes::csvLibraryMissing),
            Map.entry("data/date-too-far", HostMistakes::dateTooFar),
            Map.entry("data/number-too-long", HostMistakes::numberTooLong),
            Map.entry("data/not-a-row", HostMistakes::notARow),
            Map.entry("data/query-failed", HostMistakes::queryFailed),
            Map.entry("data/read-failed", HostMistakes::readFailed),
            Map.entry("data/record-not-accessible", HostMistakes::recordNotAccessible),
            Map.entry("data/row-failed", HostMistakes::rowFailed),
            Map.entry("data/rows-failed", HostMistakes::rowsFailed),
            Map.entry("data/sheet-unreadable", HostMistakes::sheetUnreadable),
            Map.entry("data/sheet-too-large", HostMistakes::sheetTooLarge),
            Map.entry("data/sheet-not-found", HostMistakes::sheetNotFound),
            Map.entry("data/cell-without-value", HostMistakes::cellWithoutValue),
            Map.entry("data/cell-without-heading", HostMistakes::cellWithoutHeading),
            Map.entry("data/formulas-not-evaluated", HostMistakes::formulasNotEvaluated),
            Map.entry("data/rounded-to-fifteen", HostMistakes::roundedToFifteen),
            Map.entry("data/unit-mismatch", HostMistakes::unitMismatch),
            Map.entry("data/unreadable-type", HostMistakes::unreadableType),
            Map.entry("data/wrong-type", HostMistakes::wrongType),
            Map.entry("law/law-refuted", HostMistakes::lawRefuted),
            Map.entry("run/rows-failed", HostMistakes::sourceFailed),
            Map.entry("run/state-damaged", HostMistakes::stateDamaged),
            Map.entry("run/state-of-others", HostMistakes::stateOfOthers),
            Map.entry("run/state-of-version", HostMistakes::stateOfVersion),
            Map.entry("score/zero-base", HostMistakes::zeroBase));

    private static final Path SOURCE = Path.of("src", "test", "java", "kpi", "dsl", "catalogue", "HostMistakes.java");

    private HostMistakes() {}

    /** The lines of this file that make the mistake. */
    static Optional<String> shown(String id) {
        if (!BAD.containsKey(id)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllLines(SOURCE, StandardCharsets.UTF_8).stream()
                    .dropWhile(line -> !line.strip().equals("// " + id))
                    .skip(1)
                    .takeWhile(line -> !line.strip().equals("// so far"))
                    .map(String::strip)
                    .collect(Collectors.joining("\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KpiProgram program(String... lines) {
        String text = Arrays.stream(lines).collect(Collectors.joining("\n"));
        return KpiCompiler.standard().compile(Source.of("host.kpi", text)).orElseThrow();
    }

    private static Facts.Builder cases() {
        return program(
                        "data 案件(類別: text, 經費: 元, 日期: date)",
                        "kpi A {",
                        "  formula sum(案件.經費 where 類別 = \"OT\" and 日期 > 109年1月1日)",
                        "  unit    元",
                        "}")
                .facts();
    }

    private static List<Problem> told(Facts.Builder facts) {
        return facts.build().problems();
    }

    private static List<Problem> unreadableSource() {
        // common/unreadable-source
        Source absent = Source.read(Path.of("absent.kpi"), StandardCharsets.UTF_8);
        return KpiCompiler.standard().compile(absent).problems();
        // so far
    }

    private static List<Problem> emptyValue() {
        // value/empty-value
        return Quantity.parse("").problems();
        // so far
    }

    private static List<Problem> functionFailed() {
        // evaluation/function-failed
        KpiFunction half = KpiFunction.named("half", "減半")
                .doc("Half of a number.", "一個數的一半。")
                .parameter("number", Units.NUMBER)
                .returns(Units.NUMBER)
                .example("half(4)", "2")
                .implement(arguments -> {
                    if (arguments.get(0).canonical().signum() < 0) {
                        throw new IllegalStateException("no halves below zero");
                    }
                    return arguments.get(0).dividedBy(Quantity.of("2", Units.NUMBER));
                });
        Formula formula = KpiCompiler.standard()
                .functions(KpiFunctions.standard().with(half))
                .formula("half(a)", Map.of("a", Units.NUMBER))
                .orElseThrow();
        return formula.evaluate(Map.of("a", Quantity.of("-4", Units.NUMBER))).reasons();
        // so far
    }

    private static List<Problem> binaryNumber() {
        // data/binary-number
        return told(cases().addRows("案件", List.of(Map.of("類別", "OT", "經費", 0.1, "日期", "109/3/1"))));
        // so far
    }

    private static List<Problem> columnGivenTwice() {
        // data/column-given-twice
        Map<String, String> row = new TreeMap<>(Map.of("經費", "5", "日期", "109/3/1"));
        row.put("類別", "OT");
        row.put("類別 ", "OT");
        return told(cases().addRows("案件", List.of(row)));
        // so far
    }

    private static List<Problem> csvLibraryMissing() {
        // data/csv-library-missing
        CsvTables.Opener asWithoutTheLibrary = () -> {
            throw new NoClassDefFoundError("de/siegmar/fastcsv/reader/CsvReader");
        };
        return told(cases().table("案件", CsvTables.of("案件.csv", asWithoutTheLibrary, CsvTables.Format.declared())));
        // so far
    }

    private static List<Problem> dateTooFar() {
        // data/date-too-far
        return told(cases().addRows("案件", List.of(Map.of("類別", "OT", "經費", "5", "日期", LocalDate.MAX))));
        // so far
    }

    private static List<Problem> numberTooLong() {
        // data/number-too-long
        BigDecimal huge = BigDecimal.ONE.scaleByPowerOfTen(20_000);
        return told(cases().addRows("案件", List.of(Map.of("類別", "OT", "經費", huge, "日期", "109/3/1"))));
        // so far
    }

    private static List<Problem> notARow() {
        // data/not-a-row
        return told(cases().addRows("案件", List.of("OT")));
        // so far
    }

    private static List<Problem> queryFailed() {
        // data/query-failed
        // A connection that breaks while rows are read; kpi-core's JdbcTablesTest has such result sets.
        return List.of(Problem.of(DataCode.QUERY_FAILED, Place.cell("案件", "select 類別, 經費 from 案件", 0, "", ""))
                .with("detail", "the connection was lost [08006]")
                .build());
        // so far
    }

    private static List<Problem> unreadableType() {
        // data/unreadable-type
        // A column of floating-point numbers, and nobody said how they are meant; see kpi-core's JdbcTablesTest.
        return List.of(Problem.of(DataCode.UNREADABLE_TYPE, Place.cell("案件", "select 類別, 經費 from 案件", 0, "經費", ""))
                .with("column", "經費")
                .with("type", "DOUBLE PRECISION")
                .build());
        // so far
    }

    private static List<Problem> sheetUnreadable() {
        // data/sheet-unreadable
        // A part of the file declares entities. kpi-core's SheetTablesTest has such files.
        return List.of(Problem.of(DataCode.SHEET_UNREADABLE, Place.cell("案件", "案件.xlsx", 0, "", ""))
                .with("why", new LocalText("含有 DOCTYPE，一律拒讀", "it has a DOCTYPE, which is refused"))
                .build());
        // so far
    }

    private static List<Problem> sheetTooLarge() {
        // data/sheet-too-large
        // A file of few bytes that unpacks to many. kpi-core's SheetTablesTest has such files.
        return List.of(Problem.of(DataCode.SHEET_TOO_LARGE, Place.cell("案件", "案件.xlsx", 0, "", ""))
                .with("limit", "inflateRatio")
                .with("most", 100)
                .build());
        // so far
    }

    private static List<Problem> sheetNotFound() {
        // data/sheet-not-found
        // Two sheets, and none has the name of the dataset. kpi-core's SheetTablesTest has such files.
        return List.of(Problem.of(DataCode.SHEET_NOT_FOUND, Place.cell("案件", "案件.xlsx", 0, "", ""))
                .with("sheet", "案件")
                .with("names", List.of("109年", "110年"))
                .build());
        // so far
    }

    private static List<Problem> cellWithoutValue() {
        // data/cell-without-value
        // A formula that failed in the spreadsheet. kpi-core's SheetTablesTest has such files.
        return List.of(Problem.of(DataCode.CELL_WITHOUT_VALUE, Place.cell("案件", "案件.xlsx", 7, "經費", "#DIV/0!"))
                .with("cell", "B7")
                .with("text", "#DIV/0!")
                .build());
        // so far
    }

    private static List<Problem> cellWithoutHeading() {
        // data/cell-without-heading
        // A remark beside the table. kpi-core's SheetTablesTest has such files.
        return List.of(Problem.of(DataCode.CELL_WITHOUT_HEADING, Place.cell("案件", "案件.xlsx", 7, "", "暫列"))
                .with("cell", "F7")
                .build());
        // so far
    }

    private static List<Problem> formulasNotEvaluated() {
        // data/formulas-not-evaluated
        // Twelve cells are formulas. kpi-core's SheetTablesTest has such files.
        return List.of(Problem.of(DataCode.FORMULAS_NOT_EVALUATED, Place.cell("案件", "案件.xlsx", 0, "", ""))
                .with("count", 12)
                .build());
        // so far
    }

    private static List<Problem> roundedToFifteen() {
        // data/rounded-to-fifteen
        // The host declares fifteenDigits(), and three numbers have more. kpi-core's SheetTablesTest has such files.
        return List.of(Problem.of(DataCode.ROUNDED_TO_FIFTEEN, Place.cell("案件", "案件.xlsx", 0, "", ""))
                .with("count", 3)
                .build());
        // so far
    }

    private static List<Problem> readFailed() {
        // data/read-failed
        InputStream torn = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the connection was lost");
            }
        };
        return told(cases().table("案件", CsvTables.of("案件.csv", () -> torn, CsvTables.Format.declared())));
        // so far
    }

    private static List<Problem> recordNotAccessible() {
        // data/record-not-accessible
        // A record of a module that does not open its package; kpi-core's TableSourceTest makes such a module.
        Place rows = Place.cell("案件", "", 1, "", "");
        return List.of(Problem.of(DataCode.RECORD_NOT_ACCESSIBLE, rows)
                .with("type", "Case")
                .build());
        // so far
    }

    /** Public, so that only its accessor fails. */
    public record Failing(String 類別, String 經費, String 日期) {
        @Override
        public String 經費() {
            throw new IllegalStateException("no longer there");
        }
    }

    private static List<Problem> rowFailed() {
        // data/row-failed
        return told(cases().addRows("案件", List.of(new Failing("OT", "5", "109/3/1"))));
        // so far
    }

    private static List<Problem> rowsFailed() {
        // data/rows-failed
        Iterable<Map<String, String>> rows = () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Map<String, String> next() {
                throw new IllegalStateException("no longer there");
            }
        };
        return told(cases().table("案件", TableSource.ofRows(rows)));
        // so far
    }

    private static List<Problem> unitMismatch() {
        // data/unit-mismatch
        Quantity people = Quantity.of("5", Units.count("人"));
        return told(cases().addRows("案件", List.of(Map.of("類別", "OT", "經費", people, "日期", "109/3/1"))));
        // so far
    }

    private static List<Problem> wrongType() {
        // data/wrong-type
        return told(cases().addRows("案件", List.of(Map.of("類別", "OT", "經費", LocalDate.EPOCH, "日期", "109/3/1"))));
        // so far
    }

    private static List<Problem> sourceFailed() {
        // run/rows-failed
        TableSource broken = new TableSource() {
            @Override
            public boolean replayable() {
                return true;
            }

            @Override
            public Checked<Table> load(TableSchema schema) {
                throw new IllegalStateException("no longer there");
            }
        };
        return told(cases().table("案件", broken));
        // so far
    }

    private static List<Problem> lawRefuted() {
        // law/law-refuted
        KpiProgram program = program(
                "kpi A {",
                "  input    x, y in 件",
                "  formula  x / y",
                "  unit     %",
                "  law      actual at most 100%",
                "}");
        Facts facts = program.facts()
                .input("x", Quantity.of("5", Units.count("件")))
                .input("y", Quantity.of("4", Units.count("件")))
                .build()
                .orElseThrow();
        return Laws.of(program, "A").stream()
                .flatMap(law -> law.check(facts).stream())
                .toList();
        // so far
    }

    private static KpiProgram yearly(String formula) {
        return program("data 案件(年度: period, 經費: 元)", "kpi A {", "  formula " + formula, "  unit    元", "}");
    }

    private static PiecesState twoYears(KpiProgram program, Pieces pieces) {
        List<Map<String, String>> rows =
                List.of(Map.of("年度", "108", "經費", "5"), Map.of("年度", "109", "經費", "7"), Map.of("年度", "109", "經費", "9"));
        TableSchema schema = program.schema().table("案件").orElseThrow();
        return pieces.of(TableSource.ofRows(rows).load(schema).orElseThrow());
    }

    private static List<Problem> told(KpiProgram program, PiecesState state, ReportingPeriod period) {
        Facts facts = program.facts().pieces("案件", state).build().orElseThrow();
        return program.evaluate("A", facts, Evaluation.of(period)).actual().reasons();
    }

    private static List<Problem> periodNotKept() {
        // evaluation/period-not-kept
        KpiProgram program = yearly("sum(案件.經費)");
        Pieces pieces = program.inPieces("案件", ReportingPeriod.roc(109));
        return told(program, twoYears(program, pieces), ReportingPeriod.roc(108));
        // so far
    }

    private static List<Problem> rowsNotKept() {
        // evaluation/rows-not-kept
        KpiProgram program = yearly("sum(案件.經費 where 經費 < average(案件.經費))");
        Pieces pieces = program.inPieces("案件", ReportingPeriod.roc(109));
        return told(program, twoYears(program, pieces), ReportingPeriod.roc(109));
        // so far
    }

    private static List<Problem> tooManyValuesKept() {
        // evaluation/too-many-values-kept
        KpiProgram program = yearly("median(案件.經費)");
        Pieces pieces = program.inPieces("案件", ReportingPeriod.roc(109)).keepingAtMost(1);
        return told(program, twoYears(program, pieces), ReportingPeriod.roc(109));
        // so far
    }

    private static List<Problem> stateDamaged() {
        // run/state-damaged
        Pieces pieces = yearly("sum(案件.經費)").inPieces("案件", ReportingPeriod.roc(109));
        byte[] saved = pieces.nothing().save();
        return pieces.resume(Arrays.copyOf(saved, saved.length - 10)).problems();
        // so far
    }

    private static List<Problem> stateOfOthers() {
        // run/state-of-others
        Pieces pieces = yearly("sum(案件.經費)").inPieces("案件", ReportingPeriod.roc(109));
        Pieces later = yearly("sum(案件.經費) * 2 + average(案件.經費)").inPieces("案件", ReportingPeriod.roc(109));
        return later.resume(pieces.nothing().save()).problems();
        // so far
    }

    private static List<Problem> stateOfVersion() {
        // run/state-of-version
        Pieces pieces = yearly("sum(案件.經費)").inPieces("案件", ReportingPeriod.roc(109));
        String saved = new String(pieces.nothing().save(), StandardCharsets.UTF_8);
        return pieces.resume(saved.replace("kpi-pieces 1 ", "kpi-pieces 7 ").getBytes(StandardCharsets.UTF_8))
                .problems();
        // so far
    }

    private static List<Problem> zeroBase() {
        // score/zero-base
        KpiProgram program = program("kpi A {", "  unit     人", "  reported 108: 0   109: 5", "}");
        Facts none = program.facts().build().orElseThrow();
        Evaluation now = Evaluation.of(ReportingPeriod.roc(109));
        return program.growth("A", ReportingPeriod.roc(108), none, now).figure().reasons();
        // so far
    }
}
