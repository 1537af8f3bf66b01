package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.run.ExampleResult;
import kpi.run.KpiProgram;
import kpi.source.Source;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Programs that compile, whose examples hold in every term (good), and programs with mistakes, with what their authors
 * are told in both languages beside them (bad). To accept what comes out now: {@code -Dkpi.golden.accept=true}, then
 * read the difference.
 */
class ProgramGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/kpi/dsl/programs");

    @TestFactory
    Stream<DynamicTest> good() throws IOException {
        return files("good")
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> holds(file)));
    }

    @TestFactory
    Stream<DynamicTest> bad() throws IOException {
        return files("bad")
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> isTold(file)));
    }

    private static Stream<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".kpi"))
                    .sorted()
                    .toList();
            assertFalse(found.isEmpty());
            return found.stream();
        }
    }

    private static Checked<KpiProgram> compiled(Path file) throws IOException {
        return KpiCompiler.standard()
                .compile(Source.of(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8)));
    }

    private static void holds(Path file) throws IOException {
        Checked<KpiProgram> checked = compiled(file);
        assertEquals(List.of(), checked.problems());
        List<ExampleResult> examples = checked.value().orElseThrow().runExamples();
        assertFalse(examples.isEmpty());
        for (ExampleResult example : examples) {
            assertTrue(
                    example.checks().stream().allMatch(ExampleResult.Check::holds),
                    () -> example.kpi() + " " + example.title() + ": " + example.checks());
        }
    }

    private static void isTold(Path file) throws IOException {
        List<Problem> problems = compiled(file).problems();
        assertFalse(problems.isEmpty());
        problems.forEach(problem -> assertEquals(Set.of(), problem.unfilled(), problem::code));
        String drawn = problems.stream()
                .map(problem -> problem.draw(Language.ZH_TW) + "\n" + problem.draw(Language.EN) + "\n")
                .collect(Collectors.joining("\n"));
        Path expected = file.resolveSibling(file.getFileName().toString().replace(".kpi", ".expected"));
        if (Boolean.getBoolean("kpi.golden.accept")) {
            Files.writeString(expected, drawn, StandardCharsets.UTF_8);
        }
        assertEquals(Files.readString(expected, StandardCharsets.UTF_8), drawn);
    }
}
