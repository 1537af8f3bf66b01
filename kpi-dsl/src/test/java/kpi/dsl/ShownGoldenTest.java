package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kpi.diagnostic.Language;
import kpi.diagnostic.Severity;
import kpi.report.CsvReport;
import kpi.report.JsonReport;
import kpi.report.RowsCsv;
import kpi.report.TableReport;
import kpi.result.KpiResult;
import kpi.result.ScorecardResult;
import kpi.run.Evaluation;
import kpi.run.ExampleResult;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Small programs in every form in which a host is shown their result: as tables in both languages, CSV, JSON, and how each
 * actual came about. The first line of a program names its period. To accept what comes out now:
 * {@code -Dkpi.golden.accept=true}, then read the difference.
 */
class ShownGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/kpi/dsl/shown");
    private static final String PERIOD = "# period ";

    @TestFactory
    Stream<DynamicTest> programs() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".kpi"))
                    .sorted()
                    .toList();
            assertFalse(found.isEmpty());
            return found.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> isShown(file)));
        }
    }

    private static void isShown(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        KpiProgram program = KpiCompiler.standard()
                .compile(Source.of(file.getFileName().toString(), text))
                .orElseThrow();
        assertEquals(
                List.of(),
                program.problems().stream()
                        .filter(problem -> problem.severity() != Severity.INFO)
                        .toList());
        for (ExampleResult example : program.runExamples()) {
            assertEquals(
                    List.of(),
                    example.checks().stream().filter(check -> !check.holds()).toList(),
                    example::title);
        }
        int year = Integer.parseInt(text.lines()
                .findFirst()
                .orElseThrow()
                .substring(PERIOD.length())
                .strip());
        ReportingPeriod period = year < 1000 ? ReportingPeriod.roc(year) : ReportingPeriod.western(year);
        ScorecardResult result = program.evaluate(Evaluation.of(period));
        StringBuilder shown = new StringBuilder();
        for (Language language : Language.values()) {
            TableReport.write(result, language, shown);
            shown.append('\n');
            for (KpiResult kpi : result.kpis()) {
                kpi.actual()
                        .explanation()
                        .ifPresent(how -> shown.append(kpi.id())
                                .append("  ")
                                .append(how.line(language))
                                .append('\n'));
                shown.append(kpi.id())
                        .append("  ")
                        .append(kpi.target().display(language))
                        .append('\n');
            }
            shown.append('\n');
        }
        CsvReport.write(result, Language.EN, shown);
        for (KpiResult kpi : result.kpis()) {
            if (kpi.groups().isPresent()) {
                RowsCsv.write(kpi, Language.EN, shown.append('\n'));
            }
        }
        shown.append('\n');
        StringBuilder json = new StringBuilder();
        JsonReport.write(result, Language.EN, json);
        shown.append(json.toString().replace("},{", "},\n{")).append('\n');
        Path expected = file.resolveSibling(file.getFileName().toString().replace(".kpi", ".txt"));
        if (Boolean.getBoolean("kpi.golden.accept")) {
            Files.writeString(expected, shown, StandardCharsets.UTF_8);
        }
        assertEquals(Files.readString(expected, StandardCharsets.UTF_8), shown.toString());
    }
}
