package kpi.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.Table;
import kpi.data.TableSchema;
import kpi.unit.Units;
import kpi.value.Quantity;
import org.junit.jupiter.api.Test;

class CsvTablesTest {
    @Test
    void columnsAreFoundByName() {
        TableSchema schema = TableSchema.of(
                "達成",
                ColumnSchema.of("目標值", new ColumnType.Number(Units.PERCENT)),
                ColumnSchema.of("機關", new ColumnType.TextType()));
        byte[] bytes = "\uFEFF機關,目標值\r\n財政局,5.5\r\n".getBytes(StandardCharsets.UTF_8);
        Table table = CsvTables.of("a.csv", () -> new ByteArrayInputStream(bytes), CsvTables.Format.declared())
                .load(schema)
                .orElseThrow();
        assertEquals(Quantity.of("5.5", Units.PERCENT), table.column("目標值").value(0));
        assertEquals(2, table.rowNumber(0));
    }
}
