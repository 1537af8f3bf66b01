package kpi.examples.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import kpi.diagnostic.Problem;
import kpi.source.Span;

/** The hostile formulas and number cells, as they are asked through the library. */
final class HostileCorpus {
    private HostileCorpus() {}

    /** A formula of the corpus. */
    record Formula(String id, String text, List<String> expect, Optional<String> value, Optional<String> at) {}

    static List<HostileEntry> formulas(Path folder) throws IOException {
        Map<String, Optional<String>> inputs = inputs(folder);
        return readFormulas(folder).stream()
                .map(formula -> new HostileEntry("formulas", formula.id(), () -> ask(formula, inputs)))
                .toList();
    }

    private static HostileAnswer ask(Formula formula, Map<String, Optional<String>> inputs) {
        CalcAnswer answer = calculate(formula.text(), inputs);
        if (answer instanceof CalcAnswer.Value value) {
            boolean right = formula.value()
                    .map(expected -> isEqual(expected, value.value()))
                    .orElse(true);
            return HostileAnswer.value(formula.expect().contains("VALUE"), right, value.toString());
        }
        CalcAnswer.Refused refused = (CalcAnswer.Refused) answer;
        Optional<Boolean> place = formula.at()
                .map(at ->
                        refused.first().place().span().map(HostileCorpus::place).equals(Optional.of(at)));
        boolean listed = formula.expect().contains(refused.problemClass().name());
        return HostileAnswer.refusal(listed, place, refused.problems());
    }

    static CalcAnswer calculate(String formula, Map<String, Optional<String>> inputs) {
        return new Calculator().answer(new CalcRequest(formula, inputs, Optional.empty(), OptionalInt.empty()));
    }

    private static String place(Span span) {
        return span.line() + ":" + span.column();
    }

    /** By value; yes and no by their words. */
    static boolean isEqual(String expected, String found) {
        boolean truth = expected.equals("true") || expected.equals("false");
        return truth ? expected.equals(found) : new BigDecimal(expected).compareTo(new BigDecimal(found)) == 0;
    }

    static List<HostileEntry> numbers(Path folder) throws IOException {
        return lines(folder.resolve("numbers.jsonl")).stream()
                .map(entry -> new HostileEntry("numbers", entry.get("id").toString(), () -> askNumber(entry)))
                .toList();
    }

    private static HostileAnswer askNumber(Map<String, Object> entry) {
        String text = entry.get("text").toString();
        CalcAnswer answer = calculate("a", Map.of("a", Optional.of(text)));
        String expected = entry.get("expect").toString();
        if (answer instanceof CalcAnswer.Value value) {
            Object right = entry.get("value");
            return HostileAnswer.value(
                    Set.of("VALUE", "VALUE_OR_CELL_ERROR").contains(expected),
                    right != null && isEqual(right.toString(), value.value()),
                    value.toString());
        }
        CalcAnswer.Refused refused = (CalcAnswer.Refused) answer;
        boolean limit = refused.problemClass().name().equals("LIMIT");
        boolean listed = expected.equals("LIMIT") ? limit : !expected.equals("VALUE");
        return HostileAnswer.refusal(listed, Optional.empty(), refused.problems());
    }

    static List<Formula> readFormulas(Path folder) throws IOException {
        return lines(folder.resolve("formulas.jsonl")).stream()
                .map(entry -> new Formula(
                        entry.get("id").toString(),
                        text(entry),
                        ((List<?>) entry.get("expect"))
                                .stream().map(Object::toString).toList(),
                        Optional.ofNullable(entry.get("value")).map(Object::toString),
                        Optional.ofNullable(entry.get("at"))
                                .map(JsonTree::asObject)
                                .map(at -> at.get("line") + ":" + at.get("col"))))
                .toList();
    }

    static Map<String, Optional<String>> inputs(Path folder) throws IOException {
        Map<String, Optional<String>> inputs = new LinkedHashMap<>();
        JsonTree.asObject(JsonTree.object(Files.readString(folder.resolve("env.json"), StandardCharsets.UTF_8))
                        .get("variables"))
                .forEach((name, value) -> inputs.put(name, Optional.of(value.toString())));
        return inputs;
    }

    private static String text(Map<String, Object> entry) {
        if (entry.get("textUtf16") != null) {
            StringBuilder text = new StringBuilder();
            ((List<?>) entry.get("textUtf16"))
                    .forEach(unit -> text.append((char) Integer.parseInt(unit.toString(), 16)));
            return text.toString();
        }
        if (entry.get("gen") == null) {
            return entry.get("text").toString();
        }
        Map<String, Object> gen = JsonTree.asObject(entry.get("gen"));
        int count = Integer.parseInt(gen.get("count").toString());
        return part(gen, "pre")
                + part(gen, "unit").repeat(count)
                + part(gen, "mid")
                + part(gen, "unit2").repeat(count)
                + part(gen, "post");
    }

    private static String part(Map<String, Object> gen, String name) {
        return gen.getOrDefault(name, "").toString();
    }

    static List<Map<String, Object>> lines(Path file) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank())
                .map(JsonTree::object)
                .toList();
    }

    /** The problems of a text are all fit to be shown. */
    static List<String> slips(List<Problem> problems) {
        List<String> slips = new ArrayList<>();
        problems.forEach(problem -> slips.addAll(HostileAnswer.slips(problem)));
        return slips;
    }
}
