package kpi.dsl.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kpi.diagnostic.Language;
import kpi.diagnostic.Limits;
import kpi.dsl.syntax.SourceFile;
import kpi.dsl.syntax.SyntaxPrinter;
import kpi.source.Source;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Files that are read (good) and files with mistakes (bad), each with what is expected beside it: the tree, and for bad
 * ones what an author is told in both languages. To accept what comes out now: {@code -Dkpi.golden.accept=true}, then
 * read the difference.
 */
class GoldenFilesTest {
    private static final Path RESOURCES = Path.of("src", "test", "resources", "kpi", "dsl", "parser");
    private static final boolean ACCEPT = Boolean.getBoolean("kpi.golden.accept");

    @TestFactory
    List<DynamicTest> goodFiles() throws IOException {
        return tests("good", GoldenFilesTest::good);
    }

    @TestFactory
    List<DynamicTest> badFiles() throws IOException {
        return tests("bad", GoldenFilesTest::bad);
    }

    private interface Check {
        void check(Path file) throws IOException;
    }

    private static List<DynamicTest> tests(String folder, Check check) throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
            List<DynamicTest> tests = new ArrayList<>();
            files.filter(file -> file.toString().endsWith(".kpi"))
                    .sorted()
                    .forEach(file ->
                            tests.add(DynamicTest.dynamicTest(file.getFileName().toString(), () -> check.check(file))));
            assertFalse(tests.isEmpty(), folder);
            return tests;
        }
    }

    private static void good(Path file) throws IOException {
        Parsed<SourceFile> parsed = parse(file);
        assertEquals(List.of(), parsed.problems(), () -> drawn(parsed, Language.EN));
        expect(file, ".tree", SyntaxPrinter.print(parsed.tree()));
    }

    private static void bad(Path file) throws IOException {
        Parsed<SourceFile> parsed = parse(file);
        assertFalse(parsed.problems().isEmpty(), "a bad file has problems");
        parsed.problems().forEach(problem -> assertTrue(problem.unfilled().isEmpty(), problem::toString));
        expect(file, ".tree", SyntaxPrinter.print(parsed.tree()));
        expect(file, ".en", drawn(parsed, Language.EN));
        expect(file, ".zh_TW", drawn(parsed, Language.ZH_TW));
    }

    private static Parsed<SourceFile> parse(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        return KpiParser.file(Source.of(file.getFileName().toString(), text), Limits.standard());
    }

    private static String drawn(Parsed<SourceFile> parsed, Language language) {
        return parsed.problems().stream()
                .map(problem -> problem.draw(language) + "\n")
                .collect(Collectors.joining("\n"));
    }

    private static void expect(Path file, String ending, String actual) throws IOException {
        String name = file.getFileName().toString().replaceFirst("\\.kpi$", ending);
        Path expected = file.resolveSibling(name);
        if (ACCEPT) {
            Files.writeString(expected, actual, StandardCharsets.UTF_8);
            return;
        }
        assertTrue(Files.exists(expected), () -> name + " is absent: accept what comes out now, and read it");
        assertEquals(Files.readString(expected, StandardCharsets.UTF_8), actual, name);
    }
}
