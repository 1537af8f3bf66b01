package kpi.examples.grouph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kpi.diagnostic.Language;
import kpi.dsl.KpiCompiler;
import kpi.law.LawResult;
import kpi.law.Laws;
import kpi.run.ExampleResult;
import kpi.run.KpiProgram;
import kpi.source.Source;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every primitive of the cookbook has its text, its figures hold in it, and the laws of every page do. */
class CookbookTest {
    private static final Path FOLDER = Path.of("../../docs/cookbook");
    private static final Pattern BLOCK = Pattern.compile("(?m)^(?:kpi|scorecard) (\\S+)[^\n]*\\{\n(?:  [^\n]*\n)+\\}");
    private static final Pattern COMPUTES = Pattern.compile("\n  (?:formula|points|milestones|roll up)\\b");
    private static final Pattern HEADING = Pattern.compile("## ([0-9]+)(?:–([0-9]+)|((?:, [0-9]+)*)) .*");
    private static final Pattern INDEX = Pattern.compile("\\| ([0-9].*) \\| \\[.*]\\((.*\\.md)\\) \\|");
    private static final Pattern EXPECTED = Pattern.compile("\\bexpect +(.*?)(?: {3,}\\S.*| })?$", Pattern.MULTILINE);

    /** A part of a page: the primitives it is about, and its words. */
    private record Part(Path page, List<Integer> primitives, String text) {
        List<String> programs() {
            List<String> found = new ArrayList<>();
            Matcher block = Pattern.compile("^```kpi\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                    .matcher(text);
            while (block.find()) {
                found.add(block.group(1));
            }
            return found;
        }

        /** What the examples of its texts expect. */
        Set<String> expected() {
            Set<String> found = new TreeSet<>();
            for (String program : programs()) {
                Matcher expectation = EXPECTED.matcher(program);
                while (expectation.find()) {
                    found.add(expectation.group(1).strip());
                }
            }
            return found;
        }
    }

    private static List<Part> parts() throws IOException {
        List<Part> parts = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path page :
                    files.filter(file -> !file.endsWith("README.md")).sorted().toList()) {
                String text = Files.readString(page, StandardCharsets.UTF_8);
                for (String part : text.split("(?m)(?=^## )")) {
                    if (part.startsWith("## ")) {
                        parts.add(new Part(
                                page, primitives(part.lines().findFirst().orElseThrow()), part));
                    }
                }
            }
        }
        return parts;
    }

    private static List<Integer> primitives(String heading) {
        Matcher matcher = HEADING.matcher(heading);
        assertTrue(matcher.matches(), heading);
        int first = Integer.parseInt(matcher.group(1));
        if (matcher.group(2) != null) {
            return IntStream.rangeClosed(first, Integer.parseInt(matcher.group(2)))
                    .boxed()
                    .toList();
        }
        List<Integer> all = new ArrayList<>(List.of(first));
        Stream.of(matcher.group(3).split(", "))
                .filter(number -> !number.isEmpty())
                .map(Integer::valueOf)
                .forEach(all::add);
        return all;
    }

    private static Map<Integer, List<String>> table() throws IOException {
        Map<Integer, List<String>> rows = new TreeMap<>();
        Files.readAllLines(Path.of("src/test/resources/cookbook.txt"), StandardCharsets.UTF_8).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split(" \\| ", -1)))
                .forEach(cells -> rows.put(Integer.valueOf(cells.get(0)), cells));
        return rows;
    }

    @Test
    void everyPrimitiveHasItsTextAndItsPlaceInTheIndex() throws IOException {
        List<Integer> all = IntStream.rangeClosed(1, 41).boxed().toList();
        assertEquals(all, List.copyOf(table().keySet()));
        Map<Integer, String> pages = new TreeMap<>();
        for (Part part : parts()) {
            assertFalse(part.programs().isEmpty(), part.text());
            for (int primitive : part.primitives()) {
                assertFalse(pages.containsKey(primitive), "twice: " + primitive);
                pages.put(primitive, part.page().getFileName().toString());
            }
        }
        assertEquals(all, List.copyOf(pages.keySet()));
        Map<Integer, String> index = new TreeMap<>();
        for (String line : Files.readAllLines(FOLDER.resolve("README.md"), StandardCharsets.UTF_8)) {
            Matcher row = INDEX.matcher(line);
            if (row.matches()) {
                Matcher number = Pattern.compile("(?:^|, | and )([0-9]+) ").matcher(row.group(1));
                for (int at = 0; number.find(at); at = number.end(1)) {
                    index.put(Integer.valueOf(number.group(1)), row.group(2));
                }
            }
        }
        assertEquals(pages, index);
    }

    @TestFactory
    Stream<DynamicTest> thePublishedFiguresAreExpectedAndHold() throws IOException {
        Map<Integer, List<String>> table = table();
        return parts().stream()
                .flatMap(part -> part.primitives().stream()
                        .map(primitive -> DynamicTest.dynamicTest(
                                primitive + " " + part.page().getFileName(), () -> {
                                    List<String> row = table.get(primitive);
                                    for (String figure : row.get(2).split(" ; ")) {
                                        assertTrue(
                                                part.expected().contains(figure),
                                                () -> figure + " is not among " + part.expected());
                                    }
                                    if (!row.get(1).equals("–")) {
                                        for (String label : row.get(1).split(", ")) {
                                            assertTrue(
                                                    part.text().contains(label),
                                                    () -> "the page does not say: " + label);
                                        }
                                    }
                                    holds(part);
                                })));
    }

    private static void holds(Part part) {
        int examples = 0;
        for (String text : part.programs()) {
            KpiProgram program = program(text);
            for (ExampleResult example : program.runExamples()) {
                assertTrue(example.passed(), () -> example.kpi() + " " + example.checks());
                examples++;
            }
        }
        assertNotEquals(0, examples);
    }

    @TestFactory
    Stream<DynamicTest> theLawsOfEveryPageHold() throws IOException {
        Map<String, List<String>> texts = new TreeMap<>();
        for (Part part : parts()) {
            texts.computeIfAbsent(part.page().getFileName().toString(), page -> new ArrayList<>())
                    .addAll(part.programs());
        }
        return texts.entrySet().stream()
                .map(page -> DynamicTest.dynamicTest(page.getKey(), () -> {
                    int laws = 0;
                    for (String text : page.getValue()) {
                        for (LawResult law : Laws.test(program(text), 1, 60)) {
                            assertTrue(
                                    law.standing() == LawResult.Standing.PROVED
                                            || law.standing() == LawResult.Standing.HELD,
                                    () -> law.kpi() + " " + law.text().en() + ": " + law.standing());
                            laws++;
                        }
                    }
                    assertTrue(laws >= 3, page.getKey() + " has " + laws);
                }));
    }

    /** Every KPI that stands on more than one line and computes something, and every scorecard, says what always holds of it. */
    @Test
    void everyRuleHasALaw() throws IOException {
        List<String> without = new ArrayList<>();
        for (Part part : parts()) {
            for (String text : part.programs()) {
                Matcher block = BLOCK.matcher(text);
                while (block.find()) {
                    boolean computes = COMPUTES.matcher(block.group()).find();
                    if (computes && !block.group().contains("\n  law ")) {
                        without.add(part.page().getFileName() + " " + block.group(1));
                    }
                }
            }
        }
        assertEquals(List.of(), without);
    }

    /** Each law turned round is false, and what is told of it can be read. */
    @Test
    void lawsTurnedRoundAreRefuted() throws IOException {
        StringBuilder told = new StringBuilder();
        for (Part part : parts()) {
            for (String text : part.programs()) {
                String turned = text.replace("never falls", "never - rises")
                        .replace("never rises", "never falls")
                        .replace("never - rises", "never rises");
                if (turned.equals(text)) {
                    continue;
                }
                for (LawResult law : Laws.test(program(turned), 1, 60)) {
                    if (law.text().en().contains(" never ")) {
                        told.append(part.page().getFileName())
                                .append(' ')
                                .append(law.kpi())
                                .append(' ');
                        told.append(law.text().en())
                                .append(": ")
                                .append(law.standing(Language.EN))
                                .append('\n');
                        law.refuted()
                                .ifPresent(found -> found.lines(Language.EN)
                                        .forEach(line ->
                                                told.append("    ").append(line).append('\n')));
                        assertEquals(LawResult.Standing.REFUTED, law.standing(), told::toString);
                    }
                }
            }
        }
        Path golden = Path.of("src/test/resources/cookbook-refuted.txt");
        if (Boolean.getBoolean("kpi.golden.accept")) {
            Files.writeString(golden, told, StandardCharsets.UTF_8);
        }
        assertEquals(Files.readString(golden, StandardCharsets.UTF_8), told.toString());
    }

    private static KpiProgram program(String text) {
        return KpiCompiler.standard().compile(Source.of("cookbook.kpi", text)).orElseThrow();
    }
}
