package kpi.dsl.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kpi.dsl.KpiCompiler;
import kpi.source.Source;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What an author may begin from, the examples and every text on the pages, is as {@code kpi fmt} lays it out. */
class LaidOutFilesTest {
    private static final Path ROOT = Path.of("..");
    private static final boolean ACCEPT = Boolean.getBoolean("kpi.golden.accept");

    /** A KPI text on a page. A text shown as printed elsewhere, before it is laid out, is marked {@code kpi as-printed}. */
    private static final Pattern SNIPPET = Pattern.compile("(?<=\n```kpi\n)(?:(?!```).*\n)*+(?=```)");

    @TestFactory
    List<DynamicTest> examples() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Source source : Sources.examples()) {
            tests.add(DynamicTest.dynamicTest(
                    source.name(), () -> same(Path.of(source.name()), source.text(), laidOut(source))));
        }
        assertTrue(tests.size() >= 5, "files: " + tests.size());
        return tests;
    }

    @TestFactory
    List<DynamicTest> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (Path page : pages) {
            String text = Files.readString(page, StandardCharsets.UTF_8);
            if (SNIPPET.matcher(text).find()) {
                String laidOut =
                        SNIPPET.matcher(text).replaceAll(found -> Matcher.quoteReplacement(laidOut(page, found)));
                tests.add(DynamicTest.dynamicTest(page.toString(), () -> same(page, text, laidOut)));
            }
        }
        assertTrue(tests.size() >= 4, "pages: " + tests.size());
        return tests;
    }

    private static String laidOut(Path page, MatchResult snippet) {
        return laidOut(Source.of(page.toString(), snippet.group()));
    }

    private static String laidOut(Source source) {
        return KpiCompiler.standard().format(source).orElseThrow();
    }

    private static void same(Path file, String text, String laidOut) throws IOException {
        if (ACCEPT) {
            Files.writeString(file, laidOut, StandardCharsets.UTF_8);
            return;
        }
        assertEquals(laidOut, text, file::toString);
    }
}
