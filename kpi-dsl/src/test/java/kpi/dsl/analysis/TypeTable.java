package kpi.dsl.analysis;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kpi.diagnostic.Language;
import kpi.diagnostic.Limits;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Severity;
import kpi.dsl.parser.KpiParser;
import kpi.dsl.parser.Parsed;
import kpi.dsl.syntax.SourceFile;
import kpi.function.KpiFunctions;
import kpi.model.Definition;
import kpi.source.DisplayWidth;
import kpi.source.Source;
import kpi.unit.Dimension;
import kpi.value.Type;

/** Rows of a table of types: many expressions, each the type it has or, behind {@code !}, what it is refused with. */
final class TypeTable {
    private static final String DECLARED = """
            calendar roc
            unit 打 = 12 個
            unit 點
            data T(數: number, 元一: 元, 元二: 元, 元三: 千元, 成數: %, 千分: ‰, 差: 百分點, 得: 分, 人數: 人, 件數: 件, 打數: 打, 點數: 點,
                   天數: 日, 面積: 平方公尺, 人均: 元/人, 文: text, 類: "甲" | "乙", 否: yes/no, 某日: date, 某年: period, 某月: month)
            """;

    /** Codes that fill whole tables, in a word. */
    private static final Map<String, String> REFUSALS = Map.of(
            "number-needed", "!number",
            "truth-needed", "!truth",
            "text-needed", "!text",
            "types-differ", "!types",
            "no-order", "!order",
            "unit-clash", "!units",
            "number-beside-unit", "!bare",
            "bare-number-for-percent", "!bare",
            "meaningless-product", "!product",
            "wrong-argument", "!argument");

    private TypeTable() {}

    /** The types of expressions in one KPI. What is refused is left out and the rest is analysed again. */
    static List<String> typesOf(String per, List<String> expressions) {
        List<String> lines = IntStream.range(0, expressions.size())
                .mapToObj(i -> " x" + i + " = " + expressions.get(i))
                .toList();
        String before = DECLARED + "kpi K " + per + " {\n";
        String after = " formula 1\n unit number\n direction none\n}\n";
        Map<Integer, String> refused = refusals(before, lines, after);
        List<String> sound = IntStream.range(0, lines.size())
                .mapToObj(i -> refused.containsKey(i) ? "" : lines.get(i))
                .toList();
        Map<String, Type> types =
                analysed(before + String.join("\n", sound) + "\n" + after).model().kpis().get(0).versions().stream()
                        .flatMap(version -> version.definitions().stream())
                        .collect(Collectors.toMap(Definition::name, Definition::type));
        return IntStream.range(0, lines.size())
                .mapToObj(i -> Optional.ofNullable(refused.get(i))
                        .orElseGet(() -> shown(Objects.requireNonNull(types.get("x" + i)))))
                .toList();
    }

    /** Whether KPIs in these units take the expression. */
    static List<String> fits(String expression, List<String> units) {
        List<String> lines = IntStream.range(0, units.size())
                .mapToObj(i -> "kpi K%s per row of T { formula %s  unit %s  direction none }"
                        .formatted(i, expression, units.get(i)))
                .toList();
        Map<Integer, String> refused = refusals(DECLARED, lines, "");
        return IntStream.range(0, lines.size())
                .mapToObj(i -> refused.getOrDefault(i, "✔"))
                .toList();
    }

    /** The errors of each line. */
    private static Map<Integer, String> refusals(String before, List<String> lines, String after) {
        int first = (int) before.lines().count() + 1;
        Map<Integer, Set<String>> codes = new LinkedHashMap<>();
        for (Problem problem :
                analysed(before + String.join("\n", lines) + "\n" + after).problems()) {
            if (problem.severity() == Severity.ERROR) {
                codes.computeIfAbsent(problem.place().span().orElseThrow().line() - first, any -> new LinkedHashSet<>())
                        .add(REFUSALS.getOrDefault(problem.code(), "!" + problem.code()));
            }
        }
        codes.keySet().forEach(line -> assertTrue(line >= 0 && line < lines.size(), () -> line + " " + codes));
        return codes.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> String.join(" ", each.getValue())));
    }

    private static ProgramAnalysis.Analysed analysed(String text) {
        Parsed<SourceFile> parsed = KpiParser.file(Source.of("types.kpi", text), Limits.standard());
        ProgramAnalysis.Analysed analysed = ProgramAnalysis.analyse(
                List.of(parsed.tree()), parsed.problems(), KpiFunctions.standard(), Limits.standard());
        List<Problem> all = new ArrayList<>(parsed.problems());
        all.addAll(analysed.problems());
        return new ProgramAnalysis.Analysed(analysed.model(), all);
    }

    /** The table with its columns aligned. */
    static String drawn(List<String> headings, Map<String, List<String>> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(line("a", headings));
        rows.forEach((kind, cells) -> lines.add(line(kind, cells)));
        List<Integer> widths = IntStream.range(0, headings.size() + 1)
                .mapToObj(i -> lines.stream()
                        .mapToInt(line -> DisplayWidth.of(line.get(i)))
                        .max()
                        .orElseThrow())
                .toList();
        lines.add(1, widths.stream().map("-"::repeat).toList());
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            for (int i = 0; i < widths.size(); i++) {
                String cell = line.get(i);
                text.append("| ").append(cell).append(" ".repeat(widths.get(i) - DisplayWidth.of(cell) + 1));
            }
            text.append("|\n");
        }
        return text.toString();
    }

    private static List<String> line(String first, List<String> others) {
        List<String> line = new ArrayList<>(List.of(first));
        line.addAll(others);
        return line;
    }

    private static String shown(Type type) {
        if (type instanceof Type.Measure measure) {
            Dimension dimension = measure.dimension();
            return dimension.symbol().isEmpty() ? dimension.name(Language.EN) : dimension.symbol();
        }
        return type instanceof Type.Choice ? "choice" : type.name(Language.EN);
    }
}
