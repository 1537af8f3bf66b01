package kpi.data.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.Table;
import kpi.data.TableSchema;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Severity;
import kpi.unit.Units;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The spreadsheets of the hostile corpus: each is answered in a class that its entry lists. */
class HostileSheetsTest {
    private static final TableSchema SCHEMA =
            TableSchema.of("T", ColumnSchema.of("v", new ColumnType.Number(Units.NUMBER)));

    private static Path file(String name) {
        Optional<Path> file = Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
                .map(at -> at.resolve("shared/cases/hostile/datasets").resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
        String cases = System.getProperty("kpi.cases");
        if (cases != null) {
            file = Optional.of(Path.of(cases, "hostile", "datasets", name)).filter(Files::isRegularFile);
        }
        Assumptions.assumeTrue(file.isPresent(), "no hostile/datasets/" + name);
        return file.orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "error-cell.xlsx, cell-without-value",
        "far-cell.xlsx, cell-without-heading",
        "xxe.xlsx, sheet-unreadable",
        "entity-expansion.xlsx, sheet-unreadable",
        "truncated.xlsx, sheet-unreadable",
        "encrypted-ole.xlsx, sheet-unreadable",
        "gzip-as-csv.csv, sheet-unreadable"
    })
    void isRefused(String name, String code) {
        Checked<Table> table =
                SheetTables.of(file(name), SheetTables.Format.declared()).load(SCHEMA);
        assertTrue(table.value().isEmpty());
        assertEquals(
                List.of(code),
                table.problems().stream()
                        .filter(problem -> problem.severity() == Severity.ERROR)
                        .map(Problem::code)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"double-noise.xlsx, 0.30000000000000004", "formula-cached.xlsx, 7"})
    void isReadAsItStands(String name, String value) {
        Table table = SheetTables.of(file(name), SheetTables.Format.declared())
                .load(SCHEMA)
                .orElseThrow();
        assertEquals(value, table.place(0, "v").cell().orElseThrow().rawText());
    }

    @ParameterizedTest
    @CsvSource("zip-slip.xlsx")
    void isReadAndWritesNothing(String name) {
        Path outside = Path.of("/tmp/evil.txt");
        boolean wasThere = Files.exists(outside);
        assertTrue(SheetTables.of(file(name), SheetTables.Format.declared())
                .load(SCHEMA)
                .value()
                .isPresent());
        assertEquals(wasThere, Files.exists(outside));
    }
}
