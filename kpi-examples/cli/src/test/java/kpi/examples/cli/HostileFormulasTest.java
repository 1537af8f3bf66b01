package kpi.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile and malformed formulas, each through {@code calc --jsonl} in a thread of its own with a small stack. */
class HostileFormulasTest {
    private static final int MAXIMUM_MESSAGE = 500;

    /** Far past any honest time: only a hang takes so long. */
    private static final long HANG_MILLIS = 60_000;

    /** Tags of what this language does not have, and why. */
    private static final Map<String, String> LACKING = Map.of();

    private static final Set<String> HAVING = Set.of(
            "caret-power",
            "cjk-identifier",
            "cjk-number",
            "comments",
            "comparison",
            "fn-abs",
            "fn-exp",
            "fn-log",
            "fn-min",
            "fn-round2",
            "fn-sqrt",
            "fullwidth-digits",
            "fullwidth-operators",
            "if-call",
            "percent-postfix",
            "repeated-unary",
            "string-literal",
            "unicode-identifier",
            "unicode-minus");

    @ParameterizedTest
    @ValueSource(longs = {256 * 1024, 1024 * 1024})
    void everyEntryIsAnsweredInAClassItLists(long stack, TestReporter reporter) throws Exception {
        List<Map<String, Object>> entries = entries();
        String inputs = inputs();
        Map<String, Integer> counts = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        for (Map<String, Object> entry : entries) {
            List<String> needs = texts(entry.getOrDefault("needs", List.of()));
            assertTrue(
                    needs.stream().allMatch(tag -> HAVING.contains(tag) || LACKING.containsKey(tag)),
                    () -> "a tag nobody has looked at: " + needs);
            String verdict = needs.stream()
                    .filter(LACKING::containsKey)
                    .findFirst()
                    .map(tag -> "skipped: no " + tag)
                    .orElse("");
            if (verdict.isEmpty()) {
                verdict = verdict(entry, answer(entry, inputs, stack));
            }
            counts.merge(verdict.startsWith("!") ? "failed" : verdict, 1, Integer::sum);
            if (verdict.startsWith("!")) {
                failures.add(entry.get("id") + verdict);
            }
        }
        reporter.publishEntry("stack " + stack / 1024 + " kB", counts.toString());
        assertEquals(List.of(), failures);
    }

    private static String verdict(Map<String, Object> entry, String line) {
        Map<String, Object> answer = JsonTree.object(line);
        List<String> expected = texts(entry.get("expect"));
        if (!answer.containsKey("error")) {
            if (!expected.contains("VALUE")) {
                return "! value where refusal is right: " + cut(line);
            }
            Object value = entry.get("value");
            boolean equal = value == null
                    || isEqual(value.toString(), answer.get("value").toString());
            return equal ? "ok-value" : "! wrong value: " + cut(line);
        }
        Map<String, Object> error = JsonTree.asObject(answer.get("error"));
        if (!expected.contains(error.get("class").toString())) {
            return "! not in " + expected + ": " + cut(line);
        }
        if (entry.get("at") != null && !place(entry.get("at")).equals(error.get("line") + ":" + error.get("column"))) {
            return "! not at " + entry.get("at") + ": " + cut(line);
        }
        for (String part : List.of("message", "hint")) {
            String text = error.get(part).toString();
            if (text.isBlank() || text.length() > MAXIMUM_MESSAGE) {
                return "! " + part + " of " + text.length() + " characters";
            }
            if (text.codePoints().anyMatch(HostileFormulasTest::isRaw)) {
                return "! raw control character in the " + part;
            }
        }
        return "ok-refusal";
    }

    /** By value; yes and no by their words. */
    private static boolean isEqual(String expected, String found) {
        boolean truth = expected.equals("true") || expected.equals("false");
        return truth ? expected.equals(found) : new BigDecimal(expected).compareTo(new BigDecimal(found)) == 0;
    }

    private static boolean isRaw(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String place(Object at) {
        Map<String, Object> place = JsonTree.asObject(at);
        return place.get("line") + ":" + place.get("col");
    }

    private static String cut(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }

    private static String answer(Map<String, Object> entry, String inputs, long stack) throws InterruptedException {
        String line = "{\"id\":\"" + entry.get("id") + "\",\"formula\":\"" + formula(entry) + "\",\"inputs\":" + inputs
                + "}\n";
        AtomicReference<Run> run = new AtomicReference<>();
        Thread thread =
                new Thread(null, () -> run.set(Run.with(line, "calc", "--jsonl", "--lang", "en")), "hostile", stack);
        thread.start();
        thread.join(HANG_MILLIS);
        Run done = Objects.requireNonNull(run.get(), () -> entry.get("id") + " hangs or broke the thread");
        assertEquals("", done.err());
        assertEquals(1, done.out().lines().count());
        return done.out();
    }

    /** The text of a formula, escaped for JSON. */
    private static String formula(Map<String, Object> entry) {
        if (entry.get("textUtf16") != null) {
            return String.join(
                    "",
                    texts(entry.get("textUtf16")).stream()
                            .map(unit -> "\\u" + unit)
                            .toList());
        }
        if (entry.get("gen") == null) {
            return escaped(entry.get("text").toString());
        }
        Map<String, Object> gen = JsonTree.asObject(entry.get("gen"));
        int count = Integer.parseInt(gen.get("count").toString());
        return escaped(text(gen, "pre"))
                + escaped(text(gen, "unit")).repeat(count)
                + escaped(text(gen, "mid"))
                + escaped(text(gen, "unit2")).repeat(count)
                + escaped(text(gen, "post"));
    }

    private static String text(Map<String, Object> object, String field) {
        return object.getOrDefault(field, "").toString();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            boolean plain = c >= ' ' && c < 0x7F && c != '"' && c != '\\';
            escaped.append(plain ? String.valueOf(c) : "\\u%04x".formatted((int) c));
        }
        return escaped.toString();
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(Object::toString).toList();
    }

    private static List<Map<String, Object>> entries() throws IOException {
        return Files.readAllLines(SharedCases.file("hostile/formulas.jsonl"), StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank())
                .map(JsonTree::object)
                .toList();
    }

    private static String inputs() throws IOException {
        Map<String, Object> variables = JsonTree.asObject(
                JsonTree.object(Files.readString(SharedCases.file("hostile/env.json"), StandardCharsets.UTF_8))
                        .get("variables"));
        List<String> members = new ArrayList<>();
        variables.forEach((name, value) -> members.add("\"" + escaped(name) + "\":\"" + value + "\""));
        return "{" + String.join(",", members) + "}";
    }
}
