package kpi.dsl.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kpi.diagnostic.Language;
import kpi.diagnostic.Limits;
import kpi.diagnostic.Problem;
import kpi.dsl.parser.KpiParser;
import kpi.dsl.parser.Parsed;
import kpi.dsl.syntax.Expression;
import kpi.function.KpiFunctions;
import kpi.source.Source;
import kpi.unit.KpiUnit;
import kpi.unit.UnitTable;
import kpi.unit.Units;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Formulas with what analysis says of them. Each {@code .txt} file holds cases: a formula, tab-separated inputs
 * ({@code name=unit}) and the asked unit ({@code unit %}); the {@code .expected} file beside it holds the answers. Run
 * with {@code -Dkpi.golden.accept=true} to accept new answers, and read the difference in review.
 */
class FormulaGoldenTest {
    private static final Path ROOT = Path.of("src/test/resources/kpi/dsl/analysis");

    @TestFactory
    Stream<DynamicTest> files() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<Path> cases = files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
            assertFalse(cases.isEmpty());
            return cases.stream()
                    .map(file -> DynamicTest.dynamicTest(ROOT.relativize(file).toString(), () -> check(file)));
        }
    }

    private static void check(Path file) throws IOException {
        StringBuilder answers = new StringBuilder();
        boolean good = file.getParent().endsWith("good");
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            answers.append("=== ").append(line.replace("\t", "   ")).append('\n');
            List<Problem> problems = answer(line, answers);
            assertEquals(good, problems.isEmpty(), () -> line + " in " + file);
        }
        Path expected = Path.of(file.toString().replace(".txt", ".expected"));
        if (Boolean.getBoolean("kpi.golden.accept")) {
            Files.writeString(expected, answers);
        }
        assertEquals(Files.readString(expected), answers.toString());
    }

    private static List<Problem> answer(String line, StringBuilder answers) {
        String[] parts = line.split("\t");
        Map<String, KpiUnit> inputs = new LinkedHashMap<>();
        Optional<KpiUnit> unit = Optional.empty();
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].startsWith("unit ")) {
                unit = UnitTable.standard().find(parts[i].substring(5));
            } else {
                String[] pair = parts[i].split("=", 2);
                inputs.put(
                        pair[0],
                        pair.length == 1
                                ? Units.NUMBER
                                : UnitTable.standard().find(pair[1]).orElseThrow());
            }
        }
        Parsed<Expression> parsed = KpiParser.formula(Source.of("公式", parts[0]), Limits.standard());
        List<Problem> problems = parsed.problems();
        if (problems.isEmpty()) {
            FormulaAnalysis.Analysed analysed = FormulaAnalysis.analyse(
                    parsed.tree(), FormulaAnalysis.inputs(inputs), unit, KpiFunctions.standard(), Limits.standard());
            problems = analysed.problems();
            analysed.term()
                    .ifPresent(term ->
                            answers.append(term.type().name(Language.EN)).append('\n'));
        }
        for (Problem problem : problems) {
            assertEquals(java.util.Set.of(), problem.unfilled(), problem.code());
            answers.append(problem.draw(Language.ZH_TW)).append('\n');
            answers.append(problem.draw(Language.EN)).append('\n');
        }
        return problems;
    }
}
