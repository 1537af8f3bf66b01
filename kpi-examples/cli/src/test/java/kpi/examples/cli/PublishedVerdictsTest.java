package kpi.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Problem;
import kpi.dsl.KpiCompiler;
import kpi.number.Exact;
import kpi.result.Agreement;
import kpi.result.KpiResult;
import kpi.run.Evaluation;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.source.Span;
import kpi.unit.UnitTable;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every published computation as the text of a KPI: its inputs as printed, its formula, its figure as a published one. The
 * exact value and the verdict of the reconciling are those of the file. No row is treated by itself; where the text is
 * refused, the first edit of the message is applied, as its author would.
 */
class PublishedVerdictsTest {
    private static final int ROWS = 101;

    @TestFactory
    Stream<DynamicTest> rows() {
        List<NamedCsvRecord> rows;
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                        .ofNamedCsvRecord(SharedCases.file("published.csv"), StandardCharsets.UTF_8);
                Stream<NamedCsvRecord> records = csv.stream()) {
            rows = records.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertEquals(ROWS, rows.size());
        return rows.stream().map(row -> DynamicTest.dynamicTest(row.getField("id"), () -> check(row)));
    }

    private static void check(NamedCsvRecord row) {
        String text = text(row);
        KpiProgram program = compiled(text);
        KpiResult result =
                program.evaluate("K.1", program.facts().build().orElseThrow(), Evaluation.of(ReportingPeriod.roc(109)));
        Exact exact = result.actual().value().orElseThrow().in(result.unit().orElseThrow());
        assertEquals(Exact.of(row.getField("exact_value")), exact, text);
        assertEquals(
                agreement(row.getField("agrees")),
                result.reconciliations().get(0).agreement(),
                text);
    }

    private static Agreement agreement(String agrees) {
        return switch (agrees) {
            case "yes" -> Agreement.AGREES;
            case "within-input-rounding" -> Agreement.WITHIN_INPUT_ROUNDING;
            default -> Agreement.CONTRADICTS;
        };
    }

    private static String text(NamedCsvRecord row) {
        Set<String> units = new LinkedHashSet<>();
        List<String> lines = new ArrayList<>();
        JsonTree.object(row.getField("inputs_json")).forEach((name, input) -> {
            Map<String, Object> parts = JsonTree.asObject(input);
            String printed = parts.getOrDefault("unit", "").toString();
            String unit = printed.replaceFirst("[(（].*", ""); // 分(30): the full marks belong to the figure
            units.add(unit);
            lines.add("  資料項 " + name + in(unit) + "   109: " + parts.get("printed")
                    + (printed.equals(unit) ? "" : printed));
        });
        units.add(row.getField("unit"));
        StringBuilder text = new StringBuilder("曆制 民國\n");
        units.stream()
                .filter(unit ->
                        !unit.isEmpty() && UnitTable.standard().find(unit).isEmpty())
                .forEach(unit -> text.append("定義單位 ")
                        .append(unit.replaceFirst("^[十百千萬億兆]+", ""))
                        .append('\n'));
        text.append("指標 K.1 \"題\" {\n");
        lines.forEach(line -> text.append(line).append('\n'));
        text.append("  公式 ").append(row.getField("expression")).append('\n');
        if (!row.getField("unit").isEmpty()) {
            text.append("  單位 ").append(row.getField("unit")).append('\n');
        }
        return text + "  方向 不計方向\n  公布值 109 \"頁\"：實際值 " + row.getField("expected_printed") + "\n}\n";
    }

    private static String in(String unit) {
        return unit.isEmpty() ? "" : " 單位 " + unit;
    }

    private static KpiProgram compiled(String text) {
        Checked<KpiProgram> program = KpiCompiler.standard().compile(Source.of("k.kpi", text));
        if (!program.hasErrors()) {
            return program.orElseThrow();
        }
        Problem first = program.problems().get(0);
        assertTrue(!first.edits().isEmpty(), () -> text + first.message(kpi.diagnostic.Language.EN));
        Span range = first.edits().get(0).range();
        String mended = text.substring(0, range.start()) + first.edits().get(0).newText() + text.substring(range.end());
        Checked<KpiProgram> again = KpiCompiler.standard().compile(Source.of("k.kpi", mended));
        assertEquals(List.of(), again.problems(), mended);
        return again.orElseThrow();
    }
}
