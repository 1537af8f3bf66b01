package kpi.dsl.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kpi.diagnostic.Code;
import kpi.diagnostic.Edit;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Severity;
import kpi.dsl.catalogue.Entry.Side;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every entry of the catalogue does what it says, and the pages of the documentation are made
 * from it. How to add one stands in the description of this package. To accept what comes out now: {@code
 * -Dkpi.golden.accept=true}, then read the difference.
 */
class CatalogueTest {
    private static final boolean ACCEPT = Boolean.getBoolean("kpi.golden.accept");
    private static final int MAXIMUM_TEXT = 500;
    private static final Path INDEX = Path.of("..", "docs", "diagnostics.md");
    private static final Path PAGES = Path.of("..", "docs", "diagnostics");

    @TestFactory
    Stream<DynamicTest> everyEntryIsTold() throws IOException {
        return Entry.all().stream().map(entry -> DynamicTest.dynamicTest(entry.id(), () -> check(entry)));
    }

    private static void check(Entry entry) throws IOException {
        List<Problem> bad = HostMistakes.BAD.containsKey(entry.id())
                ? HostMistakes.BAD.get(entry.id()).get()
                : new Trial(entry, Side.BAD).problems();
        String told = Drawn.of(bad);
        assertTrue(count(entry, bad) > 0, () -> "the bad side does not raise " + entry.code() + ":\n" + told);
        bad.forEach(CatalogueTest::checkTexts);
        if (!HostMistakes.BAD.containsKey(entry.id())) {
            checkGood(entry);
            for (Problem problem : bad) {
                for (Edit edit : problem.code().equals(entry.code()) ? problem.edits() : List.<Edit>of()) {
                    List<Problem> after = new Trial(entry, Side.BAD).after(edit);
                    assertTrue(
                            count(entry, after) < count(entry, bad),
                            () -> edit + " does not mend it:\n" + Drawn.of(after));
                }
            }
        }
        expect(entry.expected(), told);
    }

    private static void checkGood(Entry entry) throws IOException {
        List<Problem> good = new Trial(entry, Side.GOOD).problems();
        assertEquals(0, count(entry, good), () -> "the good side still raises " + entry.code());
        assertTrue(
                good.stream().allMatch(problem -> problem.severity() == Severity.INFO),
                () -> "the good side is not good:\n" + Drawn.of(good));
    }

    private static long count(Entry entry, List<Problem> problems) {
        return problems.stream()
                .filter(problem -> Codes.idOf(problem.kind()).equals(entry.id()))
                .count();
    }

    private static void checkTexts(Problem problem) {
        assertEquals(Set.of(), problem.unfilled(), problem.code());
        for (Language language : Language.values()) {
            for (String text : List.of(problem.message(language), problem.remedy(language))) {
                assertFalse(text.isBlank());
                assertTrue(text.length() <= MAXIMUM_TEXT, text);
            }
        }
    }

    /** No code is excused: one that nothing can raise is taken out of the code. */
    @Test
    void everyCodeHasAnEntry() throws IOException {
        Set<String> entries = Entry.all().stream().map(Entry::id).collect(Collectors.toSet());
        List<String> absent = Codes.bySet().values().stream()
                .flatMap(List::stream)
                .map(Codes::idOf)
                .filter(id -> !entries.contains(id))
                .toList();
        assertEquals(
                List.of(),
                absent,
                "codes without an entry in the catalogue; package-info.java beside this test says how to add one");
    }

    @Test
    void everyEntryIsOfACode() throws IOException {
        Set<String> codes = Codes.bySet().values().stream()
                .flatMap(List::stream)
                .map(Codes::idOf)
                .collect(Collectors.toSet());
        for (Entry entry : Entry.all()) {
            assertTrue(codes.contains(entry.id()), entry.id() + " is no code (any more)");
        }
    }

    @Test
    void thePagesShowTheCatalogue() throws IOException {
        Map<String, List<Code>> sets = Codes.bySet();
        for (Map.Entry<String, List<Code>> set : sets.entrySet()) {
            expect(PAGES.resolve(set.getKey() + ".md"), Page.of(set.getKey(), set.getValue()));
        }
        String index = Files.readString(INDEX, StandardCharsets.UTF_8);
        for (String set : sets.keySet()) {
            assertTrue(index.contains("(diagnostics/" + set + ".md)"), () -> "the index does not name " + set);
        }
    }

    private static void expect(Path file, String actual) throws IOException {
        if (ACCEPT) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual, StandardCharsets.UTF_8);
        }
        assertTrue(Files.exists(file), () -> file + " is absent: accept what comes out now, and read it");
        assertEquals(Files.readString(file, StandardCharsets.UTF_8), actual, file.toString());
    }
}
