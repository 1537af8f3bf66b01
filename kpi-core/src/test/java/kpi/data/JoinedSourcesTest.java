package kpi.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import kpi.diagnostic.Checked;
import kpi.unit.Units;
import kpi.value.Absence;
import org.junit.jupiter.api.Test;

class JoinedSourcesTest {
    private static final TableSchema SCHEMA = TableSchema.of(
            "t",
            ColumnSchema.of("name", new ColumnType.TextType()),
            ColumnSchema.of("n", new ColumnType.Number(Units.NUMBER)).orMissing());

    private static TableSource file(String name, List<Map<String, ?>> rows) {
        return new InMemoryRows(name, rows, DataLimits.standard());
    }

    @Test
    void rowsFollowOneAnotherAndKeepTheirPlaces() {
        TableSource joined = TableSource.joined(List.of(
                file("a.csv", List.of(Map.of("name", "x", "n", 1), Map.of("name", "y", "n", Absence.NOT_APPLICABLE))),
                file("b.csv", List.of()),
                file("c.csv", List.of(Map.of("name", "z", "n", 3)))));
        Table table = joined.load(SCHEMA).orElseThrow();
        assertEquals(3, table.rows());
        assertEquals("a.csv:1 x", cell(table, 0));
        assertEquals("a.csv:2 y", cell(table, 1));
        assertEquals("c.csv:1 z", cell(table, 2));
        assertEquals(Absence.NOT_APPLICABLE, table.column("n").absence(1).orElseThrow());
        assertEquals("3", CellText.of(table.column("n").value(2)));
        assertTrue(joined.replayable());
    }

    private static String cell(Table table, int row) {
        var cell = table.place(row, "name").cell().orElseThrow();
        return cell.file() + ":" + cell.row() + " " + cell.rawText();
    }

    @Test
    void oneSourceIsItself() {
        TableSource only = file("a.csv", List.of());
        assertEquals(only, TableSource.joined(List.of(only)));
    }

    @Test
    void theProblemsOfAllSourcesAreTold() {
        Checked<Table> joined = TableSource.joined(List.of(
                        file("a.csv", List.of(Map.of("name", "x", "n", "one"))),
                        file("b.csv", List.of(Map.of("n", 2)))))
                .load(SCHEMA);
        assertFalse(joined.value().isPresent());
        assertEquals(
                List.of("a.csv", "b.csv"),
                joined.problems().stream()
                        .map(problem -> problem.place().cell().orElseThrow().file())
                        .distinct()
                        .toList());
    }
}
