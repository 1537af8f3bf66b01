package kpi.data.csv;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.Table;
import kpi.data.TableSchema;
import kpi.data.TextColumn;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Problem;
import kpi.unit.Units;

/** A file in memory, for tests. */
record CsvText(byte[] bytes) {
    static final String NAME = "file.csv";

    static final CsvTables.Format DECLARED = CsvTables.Format.declared();

    /** 機關 text, 實際值 and 目標值 numbers. */
    static final TableSchema ACTUALS =
            TableSchema.of("達成", text("機關"), number("實際值").withAliases("實績"), number("目標值"));

    static CsvText of(String text) {
        return of(text, StandardCharsets.UTF_8);
    }

    static CsvText of(String text, Charset charset) {
        return new CsvText(text.getBytes(charset));
    }

    static ColumnSchema text(String name) {
        return ColumnSchema.of(name, new ColumnType.TextType());
    }

    static ColumnSchema number(String name) {
        return ColumnSchema.of(name, new ColumnType.Number(Units.NUMBER));
    }

    Checked<Table> load(TableSchema schema) {
        return load(schema, DECLARED);
    }

    Checked<Table> load(TableSchema schema, CsvTables.Format format) {
        return CsvTables.of(NAME, opener(), format).load(schema);
    }

    Checked<CsvRows> rows() {
        return CsvRows.read(NAME, opener(), DECLARED);
    }

    CsvTables.Opener opener() {
        return () -> new ByteArrayInputStream(bytes);
    }

    static List<String> codes(Checked<?> checked) {
        return checked.problems().stream().map(Problem::code).toList();
    }

    static List<String> texts(Table table, String column) {
        TextColumn texts = (TextColumn) table.column(column);
        return IntStream.range(0, texts.rows())
                .mapToObj(row -> texts.isMissing(row) ? "" : texts.text(row))
                .toList();
    }
}
