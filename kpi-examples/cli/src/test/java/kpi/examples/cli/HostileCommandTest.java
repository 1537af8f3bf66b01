package kpi.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The hostile formulas and KPI sets as a user of the tool meets them: all formulas through one {@code kpi calc --jsonl},
 * each set through {@code kpi eval}. What the library alone answers, {@link HostileCorpusTest} asks.
 */
class HostileCommandTest {
    /** Far past any honest time: only a hang takes so long. */
    private static final long HANG_MINUTES = 5;

    private static final long SMALL_STACK = 256 * 1024;
    private static final int MAXIMUM_MESSAGE = 500;

    @TempDir
    private Path folder;

    private final List<String> findings = new ArrayList<>();
    private final Map<String, Integer> classes = new TreeMap<>();
    private int pinned;

    @ParameterizedTest
    @ValueSource(longs = {256, 1024})
    void everyFormulaIsAnsweredInAClassItLists(long stack) throws Exception {
        Path corpus = SharedCases.file("hostile/formulas.jsonl").getParent();
        List<HostileCorpus.Formula> formulas = HostileCorpus.readFormulas(corpus);
        List<Map<String, Object>> answers =
                JsonTree.lines(calculated(stack, requests(formulas, HostileCorpus.inputs(corpus))));
        assertEquals(formulas.size(), answers.size(), "one answer a line");
        for (int i = 0; i < formulas.size(); i++) {
            check(formulas.get(i), answers.get(i));
        }
        System.out.println(
                "kpi calc --jsonl, stack " + stack + " kB: " + classes + ", " + pinned + " places as pinned");
        assertEquals(List.of(), findings);
        assertTrue(pinned > 0, "no place was pinned");
    }

    private void check(HostileCorpus.Formula formula, Map<String, Object> answer) {
        assertEquals(formula.id(), answer.get("id"));
        if (answer.get("error") == null) {
            count(formula.id(), "VALUE", formula.expect());
            String value = answer.get("value").toString();
            if (!formula.value()
                    .map(expected -> HostileCorpus.isEqual(expected, value))
                    .orElse(true)) {
                findings.add(formula.id() + " is " + value);
            }
            return;
        }
        Map<String, Object> error = JsonTree.asObject(answer.get("error"));
        count(formula.id(), error.get("class").toString(), formula.expect());
        checkTexts(formula.id(), error);
        Optional<String> place = Optional.of(error.get("line") + ":" + error.get("column"));
        if (formula.at().isPresent()) {
            pinned++;
            if (!formula.at().equals(place)) {
                findings.add(formula.id() + " is told at " + place.get());
            }
        }
    }

    private void count(String id, String found, List<?> listed) {
        classes.merge(found, 1, Integer::sum);
        if (!listed.contains(found)) {
            findings.add(id + " is answered by " + found);
        }
    }

    private void checkTexts(String id, Map<String, Object> problem) {
        for (String field : List.of("message", "hint")) {
            String text = problem.get(field).toString();
            if (text.isBlank() || text.length() > MAXIMUM_MESSAGE) {
                findings.add(id + " has a " + field + " of " + text.length() + " characters");
            }
            HostileAnswer.rawCharacter(text).ifPresent(raw -> findings.add(id + " shows " + raw + " in its " + field));
        }
    }

    private String calculated(long stack, String requests) throws IOException, InterruptedException {
        Path in = Files.writeString(folder.resolve("in.jsonl"), requests, StandardCharsets.UTF_8);
        Path out = folder.resolve("out.jsonl");
        Path err = folder.resolve("err.txt");
        ProcessBuilder tool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Xss" + stack + "k",
                        "-cp",
                        HostileCorpusTest.classPath(),
                        Main.class.getName(),
                        "calc",
                        "--jsonl",
                        "--lang",
                        "en"))
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        // A JVM tells of these on the error stream, which is asked to be empty.
        tool.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        Process child = tool.start();
        if (!child.waitFor(HANG_MINUTES, TimeUnit.MINUTES)) {
            child.destroyForcibly();
            findings.add("the tool hangs");
        }
        assertEquals("", Files.readString(err, StandardCharsets.UTF_8));
        assertEquals(Exit.ERRORS, child.exitValue(), "some formulas have no value");
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    private static String requests(List<HostileCorpus.Formula> formulas, Map<String, Optional<String>> inputs) {
        StringBuilder object = new StringBuilder();
        inputs.forEach((name, value) -> object.append(object.isEmpty() ? "" : ",")
                .append(quoted(name))
                .append(':')
                .append(quoted(value.orElseThrow())));
        StringBuilder lines = new StringBuilder();
        formulas.forEach(formula -> lines.append("{\"id\":")
                .append(quoted(formula.id()))
                .append(",\"formula\":")
                .append(quoted(formula.text()))
                .append(",\"inputs\":{")
                .append(object)
                .append("}}\n"));
        return lines.toString();
    }

    /** All but plain characters by their number, half of a pair too. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars()
                .forEach(c -> quoted.append(
                        c >= ' ' && c < 0x7F && c != '"' && c != '\\'
                                ? Character.toString(c)
                                : "\\u" + Integer.toHexString(0x10000 + c).substring(1)));
        return quoted.append('"').toString();
    }

    @Test
    void everySetOfKpisIsAnsweredInAClassItLists() throws Exception {
        Path corpus = SharedCases.file("hostile/kpisets.jsonl").getParent();
        for (Map<String, Object> entry : HostileCorpus.lines(corpus.resolve("kpisets.jsonl"))) {
            Run run = evaluated(HostileFiles.file(HostileFiles.kpis(JsonTree.asObject(entry.get("kpis")))));
            checkSet(entry, run);
        }
        System.out.println("kpi eval, stack " + SMALL_STACK / 1024 + " kB: " + classes);
        assertEquals(List.of(), findings);
        assertTrue(classes.size() > 1, "sets with and without values");
    }

    private Run evaluated(String text) throws IOException, InterruptedException {
        String file = Files.writeString(folder.resolve("set.kpi"), text, StandardCharsets.UTF_8)
                .toString();
        AtomicReference<Run> run = new AtomicReference<>(new Run(-1, "", "did not end"));
        Thread thread = new Thread(
                null,
                () -> run.set(Run.of("eval", file, "--period", "109", "--format", "json", "--lang", "en")),
                "eval",
                SMALL_STACK);
        thread.start();
        thread.join();
        return run.get();
    }

    private void checkSet(Map<String, Object> entry, Run run) {
        String id = entry.get("id").toString();
        if (!run.err().isEmpty() || run.out().isEmpty()) {
            findings.add(id + " says " + run.err());
            return;
        }
        Map<String, Object> result = JsonTree.object(run.out());
        List<Map<String, Object>> problems = JsonTree.asObjects(result.get("diagnostics"));
        problems.forEach(problem -> checkTexts(id, problem));
        boolean errors =
                problems.stream().anyMatch(problem -> problem.get("severity").equals("error"));
        if (run.status() != (errors ? Exit.ERRORS : Exit.FINE)) {
            findings.add(id + " ends with " + run.status());
        }
        Map<String, Optional<String>> values = values(result);
        List<String> answers = ((List<?>) entry.get("expect"))
                .stream()
                        .map(Object::toString)
                        .filter(answer -> is(answer, problems, values))
                        .toList();
        if (answers.isEmpty()) {
            findings.add(id + " is in no class it lists: " + values.size() + " KPIs, "
                    + problems.stream().limit(2).toList());
        } else {
            classes.merge(answers.get(0), 1, Integer::sum);
        }
        if (entry.get("value") != null && !errors) {
            JsonTree.asObject(entry.get("value")).forEach((kpi, expected) -> {
                if (!Optional.of(expected.toString()).equals(values.get(kpi))) {
                    findings.add(id + ": " + kpi + " is " + values.get(kpi));
                }
            });
        }
    }

    private static Map<String, Optional<String>> values(Map<String, Object> result) {
        Map<String, Optional<String>> values = new LinkedHashMap<>();
        JsonTree.asObjects(result.get("kpis"))
                .forEach(kpi -> values.put(
                        kpi.get("id").toString(),
                        Optional.ofNullable(kpi.get("actual"))
                                .map(actual -> JsonTree.asObject(actual).get("exact"))
                                .map(Object::toString)));
        return values;
    }

    private static boolean is(String answer, List<Map<String, Object>> problems, Map<String, Optional<String>> values) {
        boolean errors =
                problems.stream().anyMatch(problem -> problem.get("severity").equals("error"));
        boolean none = values.containsValue(Optional.<String>empty());
        boolean some = values.values().stream().anyMatch(Optional::isPresent);
        return switch (answer) {
            case "VALUE" -> !errors && some && !none;
            case "VALUE_WITH_WARNING" -> !errors && some && !problems.isEmpty();
            case "PARTIAL" -> errors && some && none;
            case "CYCLE" -> has(problems, "code", "cycle");
            case "DUPLICATE_NAME" -> has(problems, "code", "duplicate-name");
            default -> has(problems, "class", answer);
        };
    }

    /** Among the errors. */
    private static boolean has(List<Map<String, Object>> problems, String field, String value) {
        return problems.stream()
                .anyMatch(problem -> problem.get("severity").equals("error")
                        && problem.get(field).equals(value));
    }
}
