package kpi.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import kpi.data.Column;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.DateColumn;
import kpi.data.DecimalColumn;
import kpi.data.PeriodColumn;
import kpi.data.Table;
import kpi.data.TableSchema;
import kpi.data.TextColumn;
import kpi.number.Exact;
import kpi.unit.Units;
import kpi.value.CalendarKind;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Tables that governments published, read into typed columns: every cell is what a plain reader of texts finds there. */
class PublishedTablesTest {
    /** Rows of each file, from its description. */
    private static final Map<String, Integer> ROWS = new TreeMap<>(Map.of(
            "hdi/hdi.csv", 6793,
            "gdi/gdi.csv", 5014,
            "hvbp_clinical/hvbp_clinical.csv", 17_318,
            "hvbp_safety/hvbp_safety.csv", 14_844,
            "aqi/aqi_daily.csv", 11_363));

    @TestFactory
    Stream<DynamicTest> everyCell() {
        Optional<Path> cases = cases();
        Assumptions.assumeTrue(
                cases.isPresent(), "the folder shared/cases is absent: published tables are not checked");
        return ROWS.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey(), () -> check(cases.orElseThrow().resolve(each.getKey()), each.getValue())));
    }

    private static void check(Path file, int rows) throws IOException {
        List<NamedCsvRecord> texts = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            reader.forEach(texts::add);
        }
        List<String> names = texts.get(0).getHeader();
        TableSchema schema = new TableSchema(
                "T", names.stream().map(PublishedTablesTest::column).toList());
        Table table = CsvTables.of(file, CsvText.DECLARED).load(schema).orElseThrow();
        assertEquals(rows, table.rows());
        assertEquals(rows, texts.size());
        for (int row = 0; row < rows; row++) {
            for (String name : names) {
                String text = texts.get(row).getField(name);
                assertEquals(text.isEmpty(), table.column(name).isMissing(row));
                if (!text.isEmpty()) {
                    check(text, table.column(name), row);
                }
            }
            assertEquals(texts.get(row).getStartingLineNumber(), table.rowNumber(row));
        }
    }

    private static void check(String text, Column column, int row) {
        if (column instanceof DecimalColumn numbers) {
            assertTrue(!numbers.isWide());
            assertEquals(Exact.of(new BigDecimal(text)), numbers.exact(row));
        } else if (column instanceof TextColumn words) {
            assertEquals(text, words.text(row));
        } else if (column instanceof PeriodColumn periods) {
            assertEquals(text, periods.period(row).code());
        } else {
            assertEquals(text, ((DateColumn) column).date(row).toString());
        }
    }

    private static ColumnSchema column(String name) {
        ColumnType type = switch (name) {
            case "year" -> new ColumnType.PeriodType(CalendarKind.WESTERN);
            case "date" -> new ColumnType.DateType(CalendarKind.WESTERN);
            case "iso3", "country", "facility_id", "site_id", "measure", "pollutant" -> new ColumnType.TextType();
            default -> new ColumnType.Number(Units.NUMBER);
        };
        return ColumnSchema.of(name, type).orMissing();
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
