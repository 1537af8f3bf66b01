package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kpi.diagnostic.Limit;
import kpi.diagnostic.Limits;
import kpi.diagnostic.Problem;
import kpi.source.Source;
import kpi.unit.Units;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page of limits names each of them as it is, and each holds at its value and refuses one more. */
class LimitsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "limits.md");

    private static List<List<String>> rows(String heading) throws IOException {
        String page = Files.readString(PAGE, StandardCharsets.UTF_8);
        assertTrue(page.contains(heading), heading);
        return page.substring(page.indexOf(heading))
                .lines()
                .dropWhile(line -> !line.startsWith("| `"))
                .takeWhile(line -> line.startsWith("| `"))
                .map(line -> Arrays.stream(line.split("\\|"))
                        .map(String::strip)
                        .filter(cell -> !cell.isEmpty())
                        .toList())
                .toList();
    }

    @Test
    void thePageNamesEveryLimitWithItsDefault() throws IOException {
        Map<String, String> told = new LinkedHashMap<>();
        rows("## Text").forEach(row -> told.put(row.get(0), row.get(1)));
        Map<String, String> expected = new LinkedHashMap<>();
        for (Limit limit : Limit.values()) {
            expected.put("`" + limit.id() + "`", String.format(Locale.ROOT, "%,d", limit.standard()));
        }
        assertEquals(expected, told);
    }

    @Test
    void everyCodeOnThePageIsThere() throws IOException {
        Set<String> codes = new HashSet<>();
        for (Path module : List.of(Path.of("..", "kpi-core"), Path.of("..", "kpi-dsl"))) {
            try (Stream<Path> files = Files.walk(module.resolve("src/main/resources"))) {
                for (Path file : files.filter(each -> each.toString().endsWith("Code_en.properties"))
                        .toList()) {
                    Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                            .filter(line -> line.contains(".message"))
                            .forEach(line -> codes.add(line.substring(0, line.indexOf(".message"))));
                }
            }
        }
        List<List<String>> rows = new java.util.ArrayList<>(rows("## Text"));
        rows.addAll(rows("## Data"));
        for (List<String> row : rows) {
            String code = row.get(3).replace("`", "");
            assertTrue(code.equals("–") || codes.contains(code), row::toString);
        }
    }

    /** What a limit allows and what it refuses, with the code that says so. */
    private record Boundary(Limit limit, long value, String within, String beyond, String code) {}

    private static String chain(int kpis) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < kpis; i++) {
            text.append("kpi K").append(i).append(" {\n  formula ");
            text.append(i == 0 ? "1" : "K" + (i - 1) + " + 1").append("\n  unit number\n}\n");
        }
        return text.toString();
    }

    private static String called(int times) {
        return "define f(x) = x + 1\nkpi A {\n  formula " + "f(1) + ".repeat(times) + "1\n  unit number\n}\n";
    }

    private static final List<Boundary> BOUNDARIES = List.of(
            new Boundary(Limit.FORMULA_LENGTH, 9, "x + 1 + 1", "x + 1 + 12", "formula-too-long"),
            new Boundary(Limit.NESTING, 3, "(((x)))", "((((x))))", "too-deep"),
            new Boundary(Limit.NESTING, 3, "abs(abs(abs(x)))", "abs(abs(abs(abs(x))))", "too-deep"),
            new Boundary(Limit.NODES, 5, "x + 1 + 2", "x + 1 + 2 + 3", "too-many-nodes"),
            new Boundary(Limit.ARGUMENTS, 3, "min(x, 1, 2)", "min(x, 1, 2, 3)", "too-many-arguments"),
            new Boundary(Limit.DIGITS, 4, "x + 12.34", "x + 12.345", "too-many-digits"),
            new Boundary(Limit.EXPONENT, 12, "x * 1e12", "x * 1e13", "exponent-too-large"),
            new Boundary(Limit.EXPONENT, 12, "x * 1e-12", "x * 1e-13", "exponent-too-large"));

    private static final List<Boundary> FILES = List.of(
            new Boundary(Limit.FILE_LENGTH, chain(1).length(), chain(1), chain(1) + "#", "file-too-long"),
            new Boundary(Limit.DECLARATIONS, 2, chain(2), chain(3), "too-many-declarations"),
            new Boundary(Limit.DEPENDENCIES, 4, chain(4), chain(5), "limit-dependencies"),
            new Boundary(Limit.COLUMNS, 1, "data T(a: number)", "data T(a: number, b: number)", "too-many-columns"),
            new Boundary(
                    Limit.ROWS, 1, "data T(a: number) {\n 1\n}", "data T(a: number) {\n 1\n 2\n}", "too-many-rows"));

    @TestFactory
    Stream<DynamicTest> aFormulaAtTheLimitAndOneMore() {
        return BOUNDARIES.stream()
                .map(each -> DynamicTest.dynamicTest(each.limit() + " " + each.beyond(), () -> {
                    assertEquals(List.of(), formula(each, each.within()));
                    assertEquals(List.of(each.code()), formula(each, each.beyond()));
                }));
    }

    private static List<String> formula(Boundary each, String text) {
        Limits limits = Limits.standard().with(each.limit(), each.value());
        return codes(KpiCompiler.standard()
                .limits(limits)
                .formula(text, Map.of("x", Units.NUMBER))
                .problems());
    }

    @TestFactory
    Stream<DynamicTest> aFileAtTheLimitAndOneMore() {
        return FILES.stream()
                .map(each -> DynamicTest.dynamicTest(each.limit().toString(), () -> {
                    assertEquals(List.of(), file(each, each.within()));
                    assertEquals(List.of(each.code()), file(each, each.beyond()));
                }));
    }

    /** Warnings of unused things are beside the point. */
    private static List<String> file(Boundary each, String text) {
        Limits limits = Limits.standard().with(each.limit(), each.value());
        return codes(KpiCompiler.standard()
                .limits(limits)
                .compile(Source.of("file", text))
                .problems());
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.severity() == kpi.diagnostic.Severity.ERROR)
                .map(Problem::code)
                .distinct()
                .toList();
    }

    /** What a call adds is counted in parts of the definition; the least limit that allows it is met exactly. */
    @Test
    void expansionAtTheLimitAndOneMore() {
        Limits standard = Limits.standard();
        long least = 1;
        while (!codesOf(standard.with(Limit.EXPANSION, least), called(3)).isEmpty()) {
            least++;
        }
        assertTrue(least > 1);
        assertEquals(List.of("limit-expansion"), codesOf(standard.with(Limit.EXPANSION, least - 1), called(3)));
        assertEquals(List.of("limit-expansion"), codesOf(standard.with(Limit.EXPANSION, least), called(4)));
    }

    private static List<String> codesOf(Limits limits, String text) {
        return codes(KpiCompiler.standard()
                .limits(limits)
                .compile(Source.of("file", text))
                .problems());
    }

    /** A table takes no more than the standard, whatever a host allows; its rows were an exception once. */
    @Test
    void columnsAtTheStandardAndOneMore() {
        for (Limits limits : List.of(Limits.standard(), Limits.standard().with(Limit.COLUMNS, 100_000))) {
            assertEquals(List.of(), codesOf(limits, wide(16_384)));
            assertEquals(List.of("too-many-columns"), codesOf(limits, wide(16_385)));
        }
    }

    private static String wide(int columns) {
        StringBuilder names = new StringBuilder("c0: number");
        StringBuilder cells = new StringBuilder("1");
        for (int i = 1; i < columns; i++) {
            names.append(", c").append(i).append(": number");
            cells.append(" | 1");
        }
        return "data T(" + names + ") {\n " + cells + "\n}\n";
    }

    /** Each file is within the limit; it is all of them that count. */
    @Test
    void declarationsOfAllFilesAtTheLimitAndOneMore() {
        KpiCompiler three = KpiCompiler.standard().limits(Limits.standard().with(Limit.DECLARATIONS, 3));
        Source two = Source.of("two", chain(2));
        assertEquals(
                List.of(), codes(three.compile(two, Source.of("one", more(1))).problems()));
        assertEquals(
                List.of("limit-declarations"),
                codes(three.compile(two, Source.of("more", more(2))).problems()));
    }

    private static String more(int kpis) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < kpis; i++) {
            text.append("kpi M").append(i).append(" {\n  formula 1\n  unit number\n}\n");
        }
        return text.toString();
    }

    /** A case is one condition deeper than the one above it, so no host can raise what the stack bears. */
    @Test
    void orderedCasesAtTheLimitAndOneMore() {
        for (Limits limits : List.of(Limits.standard(), Limits.standard().with(Limit.NESTING, 1_000))) {
            assertEquals(List.of(), codesOf(limits, cases(100)));
            assertEquals(List.of("limit-guards"), codesOf(limits, cases(101)));
        }
        Limits two = Limits.standard().with(Limit.NESTING, 2);
        assertEquals(List.of(), codesOf(two, cases(2)));
        assertEquals(List.of("limit-guards"), codesOf(two, cases(3)));
    }

    private static String cases(int rows) {
        StringBuilder text = new StringBuilder("kpi A {\n  input x\n  formula\n");
        for (int i = 0; i < rows; i++) {
            text.append("    ").append(i).append(" when x = ").append(i).append('\n');
        }
        return text.append("    otherwise 0\n  unit number\n}\n").toString();
    }

    @Test
    void problemsReportedAtTheLimitAndOneMore() {
        KpiCompiler two = KpiCompiler.standard().limits(Limits.standard().with(Limit.PROBLEMS_REPORTED, 2));
        assertEquals(2, two.formula("p + q", Map.of()).problems().size());
        List<Problem> three = two.formula("p + q + r", Map.of()).problems();
        assertEquals(
                List.of("unknown-name", "unknown-name", "more-problems"),
                three.stream().map(Problem::code).toList());
    }

    @Test
    void messageLengthAtTheLimitAndOneLess() {
        Problem whole = KpiCompiler.standard().formula("p", Map.of()).problems().get(0);
        for (kpi.diagnostic.Language language : kpi.diagnostic.Language.values()) {
            int length = whole.message(language).length();
            Problem same = withMessages(length);
            assertEquals(whole.message(language), same.message(language));
            String cut = withMessages(length - 1).message(language);
            assertEquals(length - 1, cut.length());
            assertTrue(cut.endsWith("…"));
        }
    }

    private static Problem withMessages(int length) {
        return KpiCompiler.standard()
                .limits(Limits.standard().with(Limit.MESSAGE_LENGTH, length))
                .formula("p", Map.of())
                .problems()
                .get(0);
    }
}
