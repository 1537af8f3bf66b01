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
import kpi.diagnostic.Severity;
import kpi.report.HistoryReport;
import kpi.result.KpiHistory;
import kpi.run.Evaluation;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.CalendarKind;
import kpi.value.Dates;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Programs that begin with KPIs, a first and a last period, and the day the data are seen from ({@code # A B | 105 | 110 |
 * 110/06/30}); beside each stand the histories of these KPIs: as tables in both languages, with what is told of them, as CSV
 * and as JSON. To accept what comes out now: {@code -Dkpi.golden.accept=true}, then read the difference.
 */
class HistoryGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/kpi/dsl/history");

    @TestFactory
    Stream<DynamicTest> histories() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".kpi"))
                    .sorted()
                    .toList();
            assertFalse(found.isEmpty());
            return found.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> isTold(file)));
        }
    }

    private static void isTold(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Checked<KpiProgram> checked =
                KpiCompiler.standard().compile(Source.of(file.getFileName().toString(), text));
        assertEquals(
                List.of(),
                checked.problems().stream()
                        .filter(problem -> problem.severity() == Severity.ERROR)
                        .map(problem -> problem.draw(Language.EN))
                        .toList());
        KpiProgram program = checked.value().orElseThrow();
        Facts facts = program.facts().build().orElseThrow();
        String[] asked =
                text.lines().findFirst().orElseThrow().substring(1).strip().split(" *\\| *");
        Evaluation last = Evaluation.of(period(asked[2]));
        Evaluation evaluation = asked.length < 4
                ? last
                : last.knownOn(Dates.parse(asked[3], CalendarKind.ROC).orElseThrow());
        List<KpiHistory> histories = Stream.of(asked[0].split(" "))
                .map(id -> program.history(id, period(asked[1]), facts, evaluation))
                .toList();
        StringBuilder out = new StringBuilder();
        for (Language language : List.of(Language.ZH_TW, Language.EN)) {
            HistoryReport.write(histories, language, out);
            histories.stream()
                    .flatMap(history -> history.problems().stream())
                    .filter(problem -> !problem.code().equals("missing-figure"))
                    .forEach(problem -> out.append('\n').append(problem.draw(language)));
            out.append("\n----\n\n");
        }
        HistoryReport.writeCsv(histories, Language.EN, out);
        out.append("\n----\n\n");
        StringBuilder json = new StringBuilder();
        HistoryReport.writeJson(histories, List.of(), Language.EN, json);
        out.append(json.toString().replace("{\"period\"", "\n{\"period\"")).append('\n');
        Path expected = file.resolveSibling(file.getFileName().toString().replace(".kpi", ".txt"));
        if (Boolean.getBoolean("kpi.golden.accept")) {
            Files.writeString(expected, out, StandardCharsets.UTF_8);
        }
        assertEquals(Files.readString(expected, StandardCharsets.UTF_8), out.toString());
    }

    private static ReportingPeriod period(String text) {
        return ReportingPeriod.parse(text, CalendarKind.ROC).orElseThrow();
    }
}
