package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.diagnostic.Severity;
import kpi.explain.Explanation;
import kpi.result.Figure;
import kpi.result.Groups;
import kpi.result.KpiResult;
import kpi.run.Evaluation;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.CalendarKind;
import kpi.value.ReportingPeriod;
import kpi.value.Value;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The calculation texts of programs, as people read them: what a KPI comes to, and below it what each number comes from. A
 * program begins with the periods it is evaluated in ({@code # 113 114}); a line that reads differently in English stands
 * a second time, behind a bar. To accept what comes out now: {@code -Dkpi.golden.accept=true}, then read the difference.
 */
class ExplainedGoldenTest {
    private static final Path RESOURCES = Path.of("src", "test", "resources", "kpi", "dsl", "explained");

    @TestFactory
    List<DynamicTest> programs() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES)) {
            List<Path> programs = files.filter(file -> file.toString().endsWith(".kpi"))
                    .sorted()
                    .toList();
            assertFalse(programs.isEmpty());
            return programs.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)))
                    .toList();
        }
    }

    private static void check(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Checked<KpiProgram> compiled =
                KpiCompiler.standard().compile(Source.of(file.getFileName().toString(), text));
        assertEquals(
                List.of(),
                compiled.problems().stream()
                        .filter(problem -> problem.severity() == Severity.ERROR)
                        .map(problem -> problem.draw(Language.EN))
                        .toList());
        String found = explained(text, compiled.orElseThrow());
        Path expected = file.resolveSibling(file.getFileName().toString().replace(".kpi", ".txt"));
        if (Boolean.getBoolean("kpi.golden.accept")) {
            Files.writeString(expected, found, StandardCharsets.UTF_8);
        }
        assertEquals(Files.readString(expected, StandardCharsets.UTF_8), found);
    }

    private static String explained(String text, KpiProgram program) {
        StringBuilder out = new StringBuilder();
        for (String period :
                text.lines().findFirst().orElseThrow().substring(1).strip().split(" ")) {
            ReportingPeriod at = ReportingPeriod.parse(period, CalendarKind.ROC).orElseThrow();
            out.append("══ ").append(at.code()).append('\n');
            program.evaluate(
                            program.facts().build().orElseThrow(),
                            Evaluation.of(at).explain(Evaluation.Detail.ROWS))
                    .kpis()
                    .forEach(kpi -> kpi(kpi, out));
        }
        return out.toString();
    }

    private static void kpi(KpiResult kpi, StringBuilder out) {
        Optional<Groups> groups = kpi.groups();
        if (groups.isEmpty()) {
            out.append('\n').append(kpi.id()).append(" \"").append(kpi.name()).append("\"\n");
            figures(kpi, out);
            return;
        }
        groups.get().stream().forEach(row -> {
            out.append('\n')
                    .append(kpi.id())
                    .append(' ')
                    .append(keys(row.keys()))
                    .append('\n');
            figures(row, out);
        });
    }

    private static String keys(Map<String, Value> keys) {
        return keys.entrySet().stream()
                .map(key -> key.getKey() + " " + key.getValue().display(Language.ZH_TW))
                .collect(Collectors.joining("、"));
    }

    private static void figures(KpiResult kpi, StringBuilder out) {
        figure("實際值", kpi.actual(), out);
        figure("目標值", kpi.target(), out);
        figure("目標達成度", kpi.attainment(), out);
    }

    private static void figure(String name, Figure figure, StringBuilder out) {
        figure.explanation().ifPresent(how -> {
            out.append("  ").append(name).append('\n');
            explain(how, "    ", out);
        });
    }

    private static void explain(Explanation how, String indent, StringBuilder out) {
        how.label().ifPresent(label -> out.append(indent).append(label).append(" ⟵ "));
        if (how.label().isEmpty()) {
            out.append(indent);
        }
        String english = how.line(Language.EN);
        String chinese = how.line(Language.ZH_TW);
        out.append(chinese).append('\n');
        if (!english.equals(chinese)) {
            out.append(indent).append("  | ").append(english).append('\n');
        }
        how.parts().forEach(part -> explain(part, indent + "  ", out));
    }
}
