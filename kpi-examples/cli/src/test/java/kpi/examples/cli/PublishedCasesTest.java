package kpi.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every published computation, as printed: the inputs with their units and grouping, the answer in the printed unit.
 *
 * <p>Two units are no units but say what is over what (人/戶, 女=100); they are asked for all the same, and label a plain
 * number. One row, bonus-1, prints its inputs with their full marks (26分(30)) and writes the weight 20% as w/100; its
 * inputs are given without the marks, and the weight as the plain 20 that its expression divides by 100.
 */
class PublishedCasesTest {
    private static final int ROWS = 101;

    private record Row(
            String id,
            String expression,
            Map<String, Object> inputs,
            String unit,
            int places,
            String exact,
            String rounded) {
        static Row of(NamedCsvRecord row) {
            return new Row(
                    row.getField("id"),
                    row.getField("expression"),
                    JsonTree.object(row.getField("inputs_json")),
                    row.getField("unit"),
                    Integer.parseInt(row.getField("decimals")),
                    row.getField("exact_value"),
                    row.getField("exact_rounded_half_up"));
        }

        String line(boolean cut) {
            StringBuilder line =
                    new StringBuilder("{\"id\":\"" + id + "\",\"formula\":\"" + expression + "\",\"inputs\":{");
            inputs.forEach((name, printed) -> line.append('"')
                    .append(name)
                    .append("\":\"")
                    .append(printed(printed))
                    .append("\","));
            line.setLength(line.length() - 1);
            return line + "}" + (unit.isEmpty() ? "" : ",\"unit\":\"" + unit + "\"")
                    + (cut ? ",\"places\":" + places : "") + "}\n";
        }

        private String printed(Object input) {
            Map<String, Object> parts = JsonTree.asObject(input);
            String text = parts.get("printed").toString() + parts.getOrDefault("unit", "");
            return id.equals("bonus-1") ? text.replaceFirst("\\(\\d+\\)", "").replace("%", "") : text;
        }
    }

    private static List<Row> rows() {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                        .ofNamedCsvRecord(SharedCases.file("published.csv"), StandardCharsets.UTF_8);
                Stream<NamedCsvRecord> records = csv.stream()) {
            return records.map(Row::of).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Map<String, Object>> answers(List<Row> rows, boolean cut) {
        StringBuilder input = new StringBuilder();
        rows.forEach(row -> input.append(row.line(cut)));
        Run run = Run.with(input.toString(), "calc", "--jsonl", "--lang", "en");
        assertEquals(0, run.status(), run.out());
        return JsonTree.lines(run.out());
    }

    @Test
    void everyExactValueIsEqual() {
        List<Row> rows = rows();
        assertEquals(ROWS, rows.size());
        List<Map<String, Object>> answers = answers(rows, false);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            assertEquals(row.id(), answers.get(i).get("id"));
            assertEquals(row.unit(), answers.get(i).get("unit"), row.id());
            assertTrue(sameFraction(row.exact(), answers.get(i).get("exact").toString()), row.id() + answers.get(i));
        }
    }

    @Test
    void everyValueIsRoundedHalfUpToThePrintedPlaces() {
        List<Row> rows = rows();
        List<Map<String, Object>> answers = answers(rows, true);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            BigDecimal expected = new BigDecimal(row.rounded()).setScale(row.places(), RoundingMode.UNNECESSARY);
            assertEquals(expected.toPlainString(), answers.get(i).get("value"), row.id());
        }
    }

    private static boolean sameFraction(String a, String b) {
        BigInteger[] left = fraction(a);
        BigInteger[] right = fraction(b);
        return left[0].multiply(right[1]).equals(right[0].multiply(left[1]));
    }

    private static BigInteger[] fraction(String text) {
        String[] parts = text.split("/");
        if (parts.length == 2) {
            return new BigInteger[] {new BigInteger(parts[0]), new BigInteger(parts[1])};
        }
        BigDecimal decimal = new BigDecimal(text);
        return new BigInteger[] {
            decimal.movePointRight(decimal.scale()).toBigIntegerExact(), BigInteger.TEN.pow(decimal.scale())
        };
    }
}
