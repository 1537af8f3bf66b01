package kpi.value;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.diagnostic.ProblemClass;
import kpi.number.Exact;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The corpus of odd number cells: each is read as its value or refused, never read as another number. */
class HostileNumbersTest {
    private static final Path FILE = Path.of("hostile", "numbers.jsonl");

    /** One cell: what it holds, the classes of answer that are right, and the value where one is. */
    private record Entry(String id, String text, String expect, Optional<String> value) {}

    @TestFactory
    Stream<DynamicTest> everyCell() throws IOException {
        Optional<Path> file = cases().map(folder -> folder.resolve(FILE)).filter(Files::exists);
        Assumptions.assumeTrue(
                file.isPresent(), () -> "the folder shared/cases is absent: " + FILE + " is not checked");
        return Files.readAllLines(file.orElseThrow(), StandardCharsets.UTF_8).stream()
                .map(HostileNumbersTest::entry)
                .map(entry -> DynamicTest.dynamicTest(entry.id(), () -> check(entry)));
    }

    private static void check(Entry entry) {
        Checked<Quantity> read = Quantity.parse(entry.text());
        switch (entry.expect()) {
            case "VALUE" -> assertValue(entry, read);
            case "VALUE_OR_CELL_ERROR" -> {
                if (read.hasErrors()) {
                    assertRefused(read);
                } else {
                    assertValue(entry, read);
                }
            }
            case "CELL_ERROR", "MISSING_OR_CELL_ERROR" -> assertRefused(read);
            case "LIMIT" -> {
                assertRefused(read);
                assertEquals(ProblemClass.LIMIT, read.problems().get(0).problemClass());
            }
            default -> fail("unknown class of answer: " + entry.expect());
        }
    }

    private static void assertValue(Entry entry, Checked<Quantity> read) {
        Exact expected = Exact.of(new BigDecimal(entry.value().orElseThrow()));
        assertEquals(expected, read.orElseThrow().canonical());
    }

    private static void assertRefused(Checked<Quantity> read) {
        assertTrue(read.value().isEmpty());
        assertEquals(1, read.problems().size());
        Problem problem = read.problems().get(0);
        for (Language language : Language.values()) {
            String message = problem.message(language) + problem.remedy(language);
            assertAll(
                    () -> assertTrue(message.length() <= 500, message),
                    () -> assertFalse(message.contains("{"), message),
                    () -> assertTrue(message.codePoints().noneMatch(Character::isISOControl), message));
        }
    }

    private static Optional<Path> cases() {
        String named = System.getProperty("kpi.cases");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared").resolve("cases"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    private static final Pattern FIELD =
            Pattern.compile("\"(\\w+)\": (?:null|\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\")");

    /** The lines are flat objects of texts; no JSON library for that. */
    private static Entry entry(String line) {
        Matcher field = FIELD.matcher(line);
        String id = "";
        String text = "";
        String expect = "";
        Optional<String> value = Optional.empty();
        while (field.find()) {
            Optional<String> content = Optional.ofNullable(field.group(2)).map(HostileNumbersTest::unescaped);
            switch (field.group(1)) {
                case "id" -> id = content.orElseThrow();
                case "text" -> text = content.orElseThrow();
                case "expect" -> expect = content.orElseThrow();
                case "value" -> value = content;
                default -> assertTrue(List.of("why").contains(field.group(1)), line);
            }
        }
        return new Entry(id, text, expect, value);
    }

    private static String unescaped(String json) {
        StringBuilder text = new StringBuilder();
        int next = 0;
        while (next < json.length()) {
            char c = json.charAt(next);
            char escaped = c == '\\' ? json.charAt(next + 1) : c;
            if (c == '\\' && escaped == 'u') {
                text.append((char) Integer.parseInt(json.substring(next + 2, next + 6), 16));
                next += 6;
            } else {
                text.append(c == '\\' && escaped == 'n' ? '\n' : escaped);
                next += c == '\\' ? 2 : 1;
            }
        }
        return text.toString();
    }
}
