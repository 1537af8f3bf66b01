package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.report.CsvReport;
import kpi.report.TableReport;
import kpi.result.ScorecardResult;
import kpi.run.Evaluation;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.source.Source;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Programs with what is reported of them in their latest period: as tables in both languages, as CSV and as JSON. To accept
 * what comes out now: {@code -Dkpi.golden.accept=true}, then read the difference.
 */
class ReportGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/kpi/dsl/reports");

    @TestFactory
    Stream<DynamicTest> reports() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".kpi"))
                    .sorted()
                    .toList();
            assertFalse(found.isEmpty());
            return found.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> isReported(file)));
        }
    }

    private static void isReported(Path file) throws IOException {
        Checked<KpiProgram> checked = KpiCompiler.standard()
                .compile(Source.of(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8)));
        assertEquals(List.of(), checked.problems());
        KpiProgram program = checked.value().orElseThrow();
        Facts facts = program.facts().build().orElseThrow();
        ScorecardResult result = program.evaluate(
                facts, Evaluation.of(program.latestPeriod(facts).orElseThrow()));
        StringBuilder out = new StringBuilder();
        TableReport.write(result, Language.ZH_TW, out);
        out.append("\n----\n\n");
        TableReport.write(result, Language.EN, out);
        out.append("\n----\n\n");
        CsvReport.write(result, Language.EN, out);
        out.append("\n----\n\n");
        StringBuilder json = new StringBuilder();
        result.writeJson(json, Language.EN);
        out.append(json.toString().replace("{\"id\"", "\n{\"id\"").replace("{\"kind\"", "\n{\"kind\""))
                .append('\n');
        Path expected = file.resolveSibling(file.getFileName().toString().replace(".kpi", ".txt"));
        if (Boolean.getBoolean("kpi.golden.accept")) {
            Files.writeString(expected, out, StandardCharsets.UTF_8);
        }
        assertEquals(Files.readString(expected, StandardCharsets.UTF_8), out.toString());
    }
}
