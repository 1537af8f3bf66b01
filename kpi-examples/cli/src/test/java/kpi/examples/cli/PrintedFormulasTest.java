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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Problem;
import kpi.dsl.KpiCompiler;
import kpi.number.Exact;
import kpi.result.KpiResult;
import kpi.run.Evaluation;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Formulas exactly as documents print them, each through {@code kpi calc} and as the formula of a KPI file. */
class PrintedFormulasTest {
    private static final Path FOLDER = Path.of("src/test/resources/printed");

    private record Row(String id, String formula, String unit, Map<String, String> figures, String answer) {
        static Row of(String line) {
            String[] parts = line.split(" \\| ");
            Map<String, String> figures = new LinkedHashMap<>();
            for (String figure : parts[3].equals("-") ? new String[0] : parts[3].split("; ")) {
                String[] pair = figure.split("=", 2);
                figures.put(pair[0], pair[1]);
            }
            return new Row(parts[0], parts[1], parts[2], figures, parts[4]);
        }

        String json() {
            String inputs = figures.entrySet().stream()
                    .map(figure -> quoted(figure.getKey().replaceAll("[【】]", "")) + ":" + quoted(figure.getValue()))
                    .collect(Collectors.joining(","));
            String asked = unit.equals("數值") ? "" : ",\"unit\":" + quoted(unit);
            return "{\"id\":\"1\",\"formula\":" + quoted(formula) + ",\"inputs\":{" + inputs + "}" + asked + "}\n";
        }

        private static String quoted(String text) {
            return "\"" + text.replace("\"", "\\\"") + "\"";
        }

        String file() {
            StringBuilder file = new StringBuilder("曆制 民國\n指標 K.1 \"題\" {\n");
            figures.forEach((name, figure) -> file.append("  資料項 ")
                    .append(name)
                    .append(unitOf(figure))
                    .append("   109: ")
                    .append(figure)
                    .append('\n'));
            return file + "  公式 " + formula + "\n  單位 " + unit + "\n  方向 不計方向\n}\n";
        }

        private static String unitOf(String figure) {
            String unit = Quantity.parse(figure).value().orElseThrow().unit().symbol();
            return unit.isEmpty() ? "" : " 單位 " + unit;
        }
    }

    @TestFactory
    Stream<DynamicTest> seed() throws IOException {
        return tests("seed.txt");
    }

    @TestFactory
    Stream<DynamicTest> elsewhere() throws IOException {
        return tests("elsewhere.txt");
    }

    private static List<Row> rows(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file), StandardCharsets.UTF_8).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Row::of)
                .toList();
    }

    private static Stream<DynamicTest> tests(String file) throws IOException {
        return rows(file).stream()
                .flatMap(row -> Stream.of(
                        DynamicTest.dynamicTest(row.id() + " calc", () -> throughCalc(row)),
                        DynamicTest.dynamicTest(row.id() + " file", () -> throughFile(row))));
    }

    private static void throughCalc(Row row) {
        Map<String, Object> answer = JsonTree.lines(
                        Run.with(row.json(), "calc", "--jsonl", "--lang", "en").out())
                .get(0);
        if (row.answer().startsWith("error ")) {
            assertEquals(
                    row.answer().substring(6),
                    JsonTree.asObject(answer.get("error")).get("code"),
                    answer.toString());
        } else {
            assertTrue(answer.containsKey("exact"), answer::toString);
            assertEquals(Exact.of(row.answer()), Exact.of(answer.get("exact").toString()), answer.toString());
        }
    }

    private static void throughFile(Row row) {
        Checked<KpiProgram> program = KpiCompiler.standard().compile(Source.of("k.kpi", row.file()));
        List<String> codes =
                program.problems().stream().map(Problem::code).distinct().toList();
        if (row.answer().startsWith("error ")) {
            assertTrue(codes.contains(row.answer().substring(6)), () -> row.file() + codes);
            return;
        }
        assertEquals(List.of(), codes, row.file());
        KpiResult result = program.orElseThrow()
                .evaluate(
                        "K.1",
                        program.orElseThrow().facts().build().orElseThrow(),
                        Evaluation.of(ReportingPeriod.roc(109)));
        Quantity actual = result.actual().value().orElseThrow();
        assertEquals(Exact.of(row.answer()), actual.in(result.unit().orElseThrow()), row.file());
    }

    /** HP2.2 is printed with a bracket that nobody opened: the error stands at the bracket, its edit repairs the text. */
    @Test
    void theUnopenedBracketIsRepairedByItsEdit() {
        String printed = "當年度行政懲處人數/當年度涉不法及違失人數)*100%";
        String file = "指標 HP2.2 \"課責率\" {\n  資料項 當年度行政懲處人數、當年度涉不法及違失人數 單位 人\n  公式 " + printed + "\n  單位 %\n}\n";
        List<String> texts = new ArrayList<>();
        for (Checked<?> checked : List.of(
                KpiCompiler.standard().compile(Source.of("hp22.kpi", file)),
                KpiCompiler.standard().formula(printed, Map.of()))) {
            Problem problem = checked.problems().get(0);
            assertEquals("unopened-bracket", problem.code());
            assertEquals(")", problem.place().span().orElseThrow().text());
            assertEquals(1, problem.edits().size());
            var range = problem.edits().get(0).range();
            String text = range.source().text();
            texts.add(
                    text.substring(0, range.start()) + problem.edits().get(0).newText() + text.substring(range.end()));
        }
        assertEquals("(" + printed, texts.get(1));
        assertEquals(
                List.of(),
                KpiCompiler.standard()
                        .compile(Source.of("hp22.kpi", texts.get(0)))
                        .problems());
    }
}
