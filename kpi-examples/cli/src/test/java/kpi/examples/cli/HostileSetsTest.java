package kpi.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Hostile sets of KPIs that refer to each other, each written as a KPI file and evaluated from it. */
class HostileSetsTest {
    private static final int MAXIMUM_MESSAGE = 500;

    /** Names that a file must quote stand in 【】; the corpus names are otherwise taken as they are. */
    private static final String WORD = "[A-Za-z][A-Za-z0-9.]*";

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> everySetIsAnsweredInAClassItLists() throws IOException {
        return Files.readAllLines(SharedCases.file("hostile/kpisets.jsonl"), StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank())
                .map(JsonTree::object)
                .map(entry -> DynamicTest.dynamicTest(entry.get("id") + " " + entry.get("why"), () -> check(entry)));
    }

    private void check(Map<String, Object> entry) throws IOException {
        Map<String, String> kpis = kpis(JsonTree.asObject(entry.get("kpis")));
        Path file = folder.resolve(entry.get("id") + ".kpi");
        Files.writeString(file, text(kpis), StandardCharsets.UTF_8);
        Run run = Run.of("eval", file.toString(), "--period", "109", "--format", "json", "--lang", "en");
        assertEquals("", run.err());
        Map<String, Object> result = JsonTree.object(run.out());
        List<Map<String, Object>> problems = JsonTree.asObjects(result.get("diagnostics"));
        for (Map<String, Object> problem : problems) {
            assertTrue(problem.get("message").toString().length() <= MAXIMUM_MESSAGE);
        }
        List<String> expected =
                ((List<?>) entry.get("expect")).stream().map(Object::toString).toList();
        assertTrue(
                expected.stream().anyMatch(answer -> isAnswered(answer, problems, result)),
                () -> expected + " " + cut(run.out()));
        if (entry.get("value") != null && run.status() == 0) {
            JsonTree.asObject(entry.get("value"))
                    .forEach((id, value) -> assertEquals(value, values(result).get(id)));
        }
    }

    private static boolean isAnswered(String answer, List<Map<String, Object>> problems, Map<String, Object> result) {
        boolean errors =
                problems.stream().anyMatch(problem -> problem.get("severity").equals("error"));
        return switch (answer) {
            case "VALUE" -> !errors && !values(result).containsValue(null);
            case "VALUE_WITH_WARNING" ->
                !errors
                        && problems.stream()
                                .anyMatch(problem -> problem.get("severity").equals("warning"));
            case "CYCLE" -> errors && has(problems, "code", "cycle");
            case "DUPLICATE_NAME" -> errors && has(problems, "code", "duplicate-name");
            case "PARTIAL" ->
                errors
                        && values(result).containsValue(null)
                        && values(result).values().stream().anyMatch(value -> value != null);
            default -> errors && has(problems, "class", answer);
        };
    }

    private static boolean has(List<Map<String, Object>> problems, String field, String value) {
        return problems.stream().anyMatch(problem -> problem.get(field).equals(value));
    }

    private static Map<String, String> values(Map<String, Object> result) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Map<String, Object> kpi : JsonTree.asObjects(result.get("kpis"))) {
            Object actual = kpi.get("actual");
            values.put(
                    kpi.get("id").toString(),
                    actual == null
                            ? null
                            : JsonTree.asObject(actual).get("value").toString());
        }
        return values;
    }

    private static Map<String, String> kpis(Map<String, Object> described) {
        Map<String, String> kpis = new LinkedHashMap<>();
        if (described.get("gen") == null) {
            described.forEach((name, formula) -> kpis.put(name, formula.toString()));
            return kpis;
        }
        Map<String, Object> gen = JsonTree.asObject(described.get("gen"));
        if (gen.get("many") != null) {
            int many = ((BigDecimal) gen.get("many")).intValueExact();
            for (int i = 0; i < many; i++) {
                kpis.put("K" + i, gen.get("formula").toString());
            }
            return kpis;
        }
        int chain = ((BigDecimal) gen.get("chain")).intValueExact();
        for (int i = 0; i < chain; i++) {
            String step = gen.get("step").toString().replace("{i-1}", Integer.toString(i - 1));
            kpis.put("K" + i, i == 0 ? gen.get("first").toString() : step);
        }
        return kpis;
    }

    private static String text(Map<String, String> kpis) {
        List<String> lines = new ArrayList<>();
        kpis.forEach((name, formula) -> {
            lines.add("kpi " + (name.matches(WORD) ? name : "【" + name + "】") + " {");
            lines.add("  formula " + formula);
            lines.add("  unit number");
            lines.add("}");
        });
        return String.join("\n", lines) + "\n";
    }

    private static String cut(String text) {
        assertFalse(text.isEmpty());
        return text.length() > 1500 ? text.substring(0, 1500) + "…" : text;
    }
}
