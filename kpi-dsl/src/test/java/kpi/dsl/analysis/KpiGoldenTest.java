package kpi.dsl.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kpi.diagnostic.Language;
import kpi.diagnostic.Limits;
import kpi.diagnostic.Problem;
import kpi.dsl.parser.KpiParser;
import kpi.dsl.parser.Parsed;
import kpi.dsl.syntax.SourceFile;
import kpi.function.KpiFunctions;
import kpi.source.Source;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * KPI files that are understood (good: nothing to say about them) and files that are read but make no sense (bad), with
 * what an author is told in both languages. To accept what comes out now: {@code -Dkpi.golden.accept=true}, then read
 * the difference.
 */
class KpiGoldenTest {
    private static final Path ROOT = Path.of("src", "test", "resources", "kpi", "dsl", "analysis");

    @TestFactory
    Stream<DynamicTest> goodFiles() throws IOException {
        return tests("good", file -> {
            List<Problem> problems = problems(file);
            assertEquals(List.of(), problems, () -> drawn(problems, Language.EN));
        });
    }

    @TestFactory
    Stream<DynamicTest> badFiles() throws IOException {
        return tests("bad", file -> {
            List<Problem> problems = problems(file);
            assertFalse(problems.isEmpty(), "a bad file has problems");
            problems.forEach(problem -> assertTrue(problem.unfilled().isEmpty(), problem::toString));
            expect(file, ".en", drawn(problems, Language.EN));
            expect(file, ".zh_TW", drawn(problems, Language.ZH_TW));
        });
    }

    private interface Check {
        void check(Path file) throws IOException;
    }

    private static Stream<DynamicTest> tests(String folder, Check check) throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            List<Path> kpis = files.filter(file -> file.toString().endsWith(".kpi"))
                    .sorted()
                    .toList();
            assertFalse(kpis.isEmpty(), folder);
            return kpis.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check.check(file)));
        }
    }

    private static List<Problem> problems(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Parsed<SourceFile> parsed = KpiParser.file(Source.of(file.getFileName().toString(), text), Limits.standard());
        assertEquals(List.of(), parsed.problems(), () -> drawn(parsed.problems(), Language.EN));
        return ProgramAnalysis.analyse(List.of(parsed.tree()), List.of(), KpiFunctions.standard(), Limits.standard())
                .problems();
    }

    private static String drawn(List<Problem> problems, Language language) {
        return problems.stream().map(problem -> problem.draw(language) + "\n").collect(Collectors.joining("\n"));
    }

    private static void expect(Path file, String ending, String actual) throws IOException {
        Path expected = file.resolveSibling(file.getFileName().toString().replaceFirst("\\.kpi$", ending));
        if (Boolean.getBoolean("kpi.golden.accept")) {
            Files.writeString(expected, actual, StandardCharsets.UTF_8);
            return;
        }
        assertTrue(Files.exists(expected), () -> expected + " is absent: accept what comes out now, and read it");
        assertEquals(Files.readString(expected, StandardCharsets.UTF_8), actual, expected::toString);
    }
}
