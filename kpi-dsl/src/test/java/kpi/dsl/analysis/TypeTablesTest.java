package kpi.dsl.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What every kind of value yields under every operator, function, aggregate and unit line, as tables that people can read
 * and judge: {@code types/*.md}. To accept what comes out now: {@code -Dkpi.golden.accept=true}, then read the difference.
 */
class TypeTablesTest {
    private static final Path FOLDER = Path.of("src/test/resources/kpi/dsl/types");

    /** How the kinds are called in the tables, each with an expression of it in a row of T. */
    private static final Map<String, String> KINDS = kinds();

    private static final Map<String, String> OPERATORS = operators();

    private static final List<String> VALUES = List.of(
            "-A",
            "not A",
            "A is missing",
            "A^2",
            "A^3",
            "A^(-1)",
            "A^0",
            "A^0.5",
            "A^(1/3)",
            "2^A",
            "power(A, 2)",
            "power(A, 0.5)",
            "sqrt(A)",
            "root(A, 3)",
            "exp(A)",
            "ln(A)",
            "abs(A)",
            "floor(A)",
            "round(A, 1)",
            "(A, rounded to 1 place)",
            "sum(A, A)",
            "average(A, A)",
            "geometric mean(A, A)",
            "count(A, A)");

    private static final List<String> AGGREGATES = List.of(
            "sum(each T: A)",
            "sum(each T: A, over present values, at least 3)",
            "average(each T: A)",
            "min(each T: A)",
            "max(each T: A)",
            "median(each T: A)",
            "percentile(each T: A, 90%, inclusive)",
            "variance(each T: A, sample)",
            "stdev(each T: A, sample)",
            "count(each T: A)",
            "count distinct(each T: A)",
            "geometric mean(each T: A)",
            "harmonic mean(each T: A)",
            "count(T where A)");

    private static final List<String> STANDINGS = List.of(
            "rank(each T: A, highest first, ties share the best place)",
            "percentile rank(each T: A, midpoint)",
            "share of total(each T: A)",
            "z score(each T: A, population)",
            "min max(each T: A)",
            "distance to best(each T: A, highest first)",
            "winsorised(each T: A, 5%, 95%, inclusive)");

    private static final List<String> PAIRS = List.of("weighted mean", "ratio of sums", "mean of ratios");

    private static final List<String> UNITS =
            List.of("number", "%", "‰", "百分點", "分", "人", "件", "打", "點", "元", "千元", "日", "平方公尺", "元/人");

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("0", "0");
        kinds.put("5", "5");
        kinds.put("number", "數");
        kinds.put("ratio", "(元一/元二)");
        kinds.put("%", "成數");
        kinds.put("‰", "千分");
        kinds.put("百分點", "差");
        kinds.put("分", "得");
        kinds.put("人", "人數");
        kinds.put("件", "件數");
        kinds.put("打", "打數");
        kinds.put("點", "點數");
        kinds.put("元", "元一");
        kinds.put("千元", "元三");
        kinds.put("日", "天數");
        kinds.put("平方公尺", "面積");
        kinds.put("元/人", "人均");
        kinds.put("text", "文");
        kinds.put("choice", "類");
        kinds.put("yes/no", "否");
        kinds.put("date", "某日");
        kinds.put("period", "某年");
        kinds.put("month", "某月");
        return kinds;
    }

    private static Map<String, String> operators() {
        Map<String, String> operators = new LinkedHashMap<>();
        operators.put("a + b", "A + B");
        operators.put("a − b", "A − B");
        operators.put("a × b", "A × B");
        operators.put("a / b", "A / B");
        operators.put("a = b", "A = B");
        operators.put("a < b", "A < B");
        operators.put("if … then a else b", "if 否 then A else B");
        operators.put("min(a, b)", "min(A, B)");
        operators.put("a, at most b", "(A, at most B)");
        operators.put("a, if missing b", "(A, if missing B)");
        operators.put("a in (b)", "A in (B)");
        operators.put("a and b", "A and B");
        operators.put("a contains b", "A contains B");
        operators.put("a, truncated to b", "(A, truncated to B)");
        operators.put("mod(a, b)", "mod(A, B)");
        operators.put("weighted mean(a, b)", "weighted mean(A, B)");
        return operators;
    }

    @TestFactory
    Stream<DynamicTest> tables() {
        Map<String, Supplier<String>> tables = new LinkedHashMap<>();
        tables.put("operators", TypeTablesTest::operatorTables);
        tables.put("values", () -> "# One value\n" + ofOne("a", VALUES, "per row of T"));
        tables.put("aggregates", TypeTablesTest::aggregateTables);
        tables.put(
                "units",
                () -> "# Formulas and unit lines\n" + table("formula a, unit …", UNITS, a -> TypeTable.fits(a, UNITS)));
        return tables.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> check(each.getKey(), each.getValue())));
    }

    private static void check(String name, Supplier<String> table) throws IOException {
        String found = table.get();
        Path file = FOLDER.resolve(name + ".md");
        if (Boolean.getBoolean("kpi.golden.accept")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, found, StandardCharsets.UTF_8);
        }
        assertEquals(Files.readString(file, StandardCharsets.UTF_8), found);
    }

    private static String operatorTables() {
        StringBuilder tables = new StringBuilder("# Two values\n");
        OPERATORS.forEach((title, pattern) -> tables.append(ofTwo(title, pattern, "per row of T")));
        return tables.toString();
    }

    private static String aggregateTables() {
        StringBuilder tables = new StringBuilder("# Values of rows\n");
        tables.append(ofOne("a of each row", AGGREGATES, ""));
        tables.append(ofOne("a row among the rows", STANDINGS, "per row of T"));
        for (String pair : PAIRS) {
            tables.append(ofTwo(pair + "(each T: a, b)", pair + "(each T: A, B)", ""));
        }
        return tables.toString();
    }

    private static String ofOne(String title, List<String> patterns, String per) {
        return table(
                title,
                patterns,
                a -> TypeTable.typesOf(
                        per, patterns.stream().map(each -> each.replace("A", a)).toList()));
    }

    private static String ofTwo(String title, String pattern, String per) {
        List<String> second = List.copyOf(KINDS.values());
        return table(
                title,
                List.copyOf(KINDS.keySet()),
                a -> TypeTable.typesOf(
                        per,
                        second.stream()
                                .map(b -> pattern.replace("A", a).replace("B", b))
                                .toList()));
    }

    /** A row for each kind; its cells are told for the expression of the kind. */
    private static String table(String title, List<String> headings, Function<String, List<String>> cells) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        KINDS.forEach((kind, expression) -> rows.put(kind, cells.apply(expression)));
        return "\n## " + title + "\n\n" + TypeTable.drawn(headings, rows);
    }
}
