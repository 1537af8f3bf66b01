package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.explain.Explanation;
import kpi.result.Figure;
import kpi.result.KpiResult;
import kpi.result.Mark;
import kpi.run.Evaluation;
import kpi.run.ExampleResult;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.CalendarKind;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Programs about what is missing and about other periods. A good one begins with the periods it is evaluated in ({@code
 * # 109 110}); beside it stands what every KPI comes to, how, and what became of its examples. Beside a bad one stands
 * what its author is told. To accept what comes out now: {@code -Dkpi.golden.accept=true}, then read the difference.
 */
class TimeGoldenTest {
    private static final Path RESOURCES = Path.of("src", "test", "resources", "kpi", "dsl", "time");

    @TestFactory
    List<DynamicTest> goodPrograms() throws IOException {
        return tests("good");
    }

    @TestFactory
    List<DynamicTest> badPrograms() throws IOException {
        return tests("bad");
    }

    private static List<DynamicTest> tests(String folder) throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
            List<Path> programs = files.filter(file -> file.toString().endsWith(".kpi"))
                    .sorted()
                    .toList();
            assertFalse(programs.isEmpty(), folder);
            return programs.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)))
                    .toList();
        }
    }

    private static void check(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Checked<KpiProgram> compiled =
                KpiCompiler.standard().compile(Source.of(file.getFileName().toString(), text));
        String found = file.getParent().endsWith("good") ? evaluated(text, compiled) : told(compiled);
        Path expected = file.resolveSibling(file.getFileName().toString().replace(".kpi", ".expected"));
        if (Boolean.getBoolean("kpi.golden.accept")) {
            Files.writeString(expected, found, StandardCharsets.UTF_8);
        }
        assertEquals(Files.readString(expected, StandardCharsets.UTF_8), found);
    }

    private static String told(Checked<KpiProgram> compiled) {
        assertFalse(compiled.problems().isEmpty(), "a bad program has problems");
        StringBuilder told = new StringBuilder();
        for (Problem problem : compiled.problems()) {
            assertTrue(problem.unfilled().isEmpty(), problem::toString);
            told.append(problem.draw(Language.ZH_TW)).append('\n');
            told.append(problem.draw(Language.EN)).append("\n\n");
        }
        return told.toString();
    }

    private static String evaluated(String text, Checked<KpiProgram> compiled) {
        assertEquals(
                List.of(),
                compiled.problems().stream()
                        .filter(problem -> !problem.code().equals("unused-name")) // shown here, used by nobody
                        .map(problem -> problem.draw(Language.EN))
                        .toList());
        KpiProgram program = compiled.orElseThrow();
        StringBuilder out = new StringBuilder();
        for (String period :
                text.lines().findFirst().orElseThrow().substring(1).strip().split(" ")) {
            ReportingPeriod at = ReportingPeriod.parse(period, CalendarKind.ROC).orElseThrow();
            out.append("══ ").append(at.code()).append('\n');
            program.evaluate(
                            program.facts().build().orElseThrow(),
                            Evaluation.of(at).explain(Evaluation.Detail.STEPS))
                    .kpis()
                    .forEach(kpi -> kpi(kpi, out));
        }
        for (ExampleResult example : program.runExamples()) {
            out.append("example ").append(example.kpi()).append(' ').append(example.title());
            out.append(example.passed() ? " ok\n" : " FAILED\n");
            example.checks().stream()
                    .filter(check -> !check.holds())
                    .forEach(check -> out.append("  ")
                            .append(check.expected().in(Language.EN))
                            .append(" but found ")
                            .append(check.found().in(Language.EN))
                            .append('\n'));
        }
        return out.toString();
    }

    private static void kpi(KpiResult kpi, StringBuilder out) {
        out.append(kpi.id())
                .append("  ")
                .append(kpi.verdict().name(Language.EN))
                .append('\n');
        figure("actual", kpi.actual(), out);
        if (kpi.target().hasValue()) {
            figure("target", kpi.target(), out);
            figure("attainment", kpi.attainment(), out);
        }
        kpi.problems().forEach(problem -> out.append(problem.draw(Language.EN).indent(4)));
    }

    private static void figure(String name, Figure figure, StringBuilder out) {
        out.append("  ").append(name).append(": ").append(figure.display(Language.ZH_TW));
        out.append(" | ").append(figure.display(Language.EN));
        figure.marks().stream()
                .map(Mark::id)
                .forEach(mark -> out.append(" [").append(mark).append(']'));
        out.append('\n');
        figure.explanation().ifPresent(how -> explain(how, "    ", out));
    }

    private static void explain(Explanation how, String indent, StringBuilder out) {
        out.append(indent).append(how.label().map(label -> label + " ⟵ ").orElse(""));
        String english = how.line(Language.EN);
        String chinese = how.line(Language.ZH_TW);
        out.append(chinese)
                .append(english.equals(chinese) ? "" : " | " + english)
                .append('\n');
        how.parts().forEach(part -> explain(part, indent + "  ", out));
    }
}
