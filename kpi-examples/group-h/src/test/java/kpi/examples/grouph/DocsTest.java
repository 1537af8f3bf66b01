package kpi.examples.grouph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Severity;
import kpi.dsl.KpiCompiler;
import kpi.law.LawResult;
import kpi.law.LawResult.Standing;
import kpi.law.Laws;
import kpi.run.ExampleResult;
import kpi.run.KpiProgram;
import kpi.source.Source;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every KPI text on every page compiles, its examples and laws hold; every one shown as wrong is refused. */
class DocsTest {
    private static final Path ROOT = Path.of("../..");

    /** How many sets of facts a law on a page is tried on. */
    private static final int CASES = 120;

    @TestFactory
    Stream<DynamicTest> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (Path page : pages) {
            for (String text : Snippets.of(page, "kpi")) {
                tests.add(DynamicTest.dynamicTest(page + " good " + tests.size(), () -> compiles(page, text)));
            }
            for (String text : Snippets.of(page, "kpi-bad")) {
                tests.add(DynamicTest.dynamicTest(page + " bad " + tests.size(), () -> isRefused(page, text)));
            }
        }
        assertFalse(tests.isEmpty());
        return tests.stream();
    }

    private static void compiles(Path page, String text) {
        Checked<KpiProgram> compiled =
                KpiCompiler.standard().compile(Source.of(page.getFileName().toString(), text));
        assertEquals(
                List.of(),
                compiled.problems().stream()
                        .filter(problem -> problem.severity() != Severity.INFO)
                        // A page that shows how a verdict without a target is written is warned of it, as it should be.
                        .filter(problem -> !problem.code().equals("attained-without-target"))
                        .map(Problem::toString)
                        .toList());
        for (ExampleResult example : compiled.orElseThrow().runExamples()) {
            assertTrue(example.passed(), () -> example.checks().toString());
        }
        for (LawResult law : Laws.test(compiled.orElseThrow(), 1, CASES)) {
            boolean holds = law.standing() == Standing.PROVED || law.standing() == Standing.HELD;
            assertTrue(holds, () -> law.kpi() + " " + law.text().en() + ": " + law.refuted());
        }
    }

    private static void isRefused(Path page, String text) {
        assertTrue(KpiCompiler.standard()
                .compile(Source.of(page.getFileName().toString(), text))
                .hasErrors());
    }
}
