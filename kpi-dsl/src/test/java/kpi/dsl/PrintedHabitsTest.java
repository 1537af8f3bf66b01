package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
import java.util.TreeSet;
import java.util.stream.Stream;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Edit;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Severity;
import kpi.number.Exact;
import kpi.number.NumberText;
import kpi.result.Figure;
import kpi.run.Evaluation;
import kpi.run.Formula;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.unit.KpiUnit;
import kpi.unit.UnitTable;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Formulas with the habits of printed documents. A case is a formula ({@code ⏎} for a line break), indented below it what
 * it is read {@code with}, the unit asked {@code in}, and the answer: what it {@code gives}, or the {@code error} and what
 * each {@code edit} makes of the text. A text is mended until it has a value or offers nothing; so an edit that does not
 * work shows. Formulas that are read must give the same as the formula of a KPI file.
 *
 * <p>Run with {@code -Dkpi.golden.accept=true} to accept new answers, and read the difference in review.
 */
class PrintedHabitsTest {
    private static final Path ROOT = Path.of("src/test/resources/kpi/dsl/printed");
    private static final int MOST_EDITS = 8;

    private record Case(String formula, Map<String, String> figures, String unit) {}

    @TestFactory
    Stream<DynamicTest> formulas() throws IOException {
        try (Stream<Path> files = Files.list(ROOT)) {
            List<Path> tables = files.sorted().toList();
            assertFalse(tables.isEmpty());
            return tables.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
        }
    }

    private static void check(Path file) throws IOException {
        String expected = Files.readString(file);
        StringBuilder actual = new StringBuilder();
        for (String block : expected.split("\n\n")) {
            actual.append(block.startsWith("#") ? block : answered(block)).append("\n\n");
        }
        String text = actual.toString().stripTrailing() + "\n";
        if (Boolean.getBoolean("kpi.golden.accept")) {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(Files.readString(file), text);
    }

    private static String answered(String block) {
        List<String> given = new ArrayList<>();
        Map<String, String> figures = new LinkedHashMap<>();
        String unit = "";
        for (String line : block.lines().toList()) {
            if (line.startsWith("  with ")) {
                for (String pair : line.substring(7).split("; ")) {
                    String[] parts = pair.split(" = ", 2);
                    figures.put(parts[0], parts[1]);
                }
            } else if (line.startsWith("  in ")) {
                unit = line.substring(5);
            } else if (line.startsWith("  ")) {
                continue;
            }
            given.add(line);
        }
        Case one = new Case(given.get(0).replace("⏎", "\n"), figures, unit);
        given.addAll(answer(one));
        return String.join("\n", given);
    }

    private static List<String> answer(Case one) {
        for (Map.Entry<String, String> figure : one.figures().entrySet()) {
            Checked<Quantity> read = Quantity.parse(figure.getValue());
            if (read.value().isEmpty()) {
                return refused(one, read.problems(), edited -> with(one, figure.getKey(), edited));
            }
        }
        Checked<Exact> value = value(one);
        if (value.value().isEmpty()) {
            return refused(one, value.problems(), edited -> with(one, edited));
        }
        assertEquals(value.value(), Optional.of(inFile(one)), one.formula());
        return List.of("  gives " + value.value().get());
    }

    private static Case with(Case one, String formula) {
        return new Case(formula, one.figures(), one.unit());
    }

    private static Case with(Case one, String name, String figure) {
        Map<String, String> figures = new LinkedHashMap<>(one.figures());
        figures.put(name, figure);
        return new Case(one.formula(), figures, one.unit());
    }

    private interface Mended {
        Case with(String text);
    }

    private static List<String> refused(Case one, List<Problem> problems, Mended mended) {
        Problem first = error(problems);
        for (Language language : Language.values()) {
            assertFalse(first.message(language).isBlank());
            assertFalse(first.remedy(language).isBlank(), first.code());
        }
        assertEquals(Set.of(), first.unfilled(), first.code());
        List<String> lines = new ArrayList<>(List.of("  error " + first.code()));
        for (Edit edit : first.edits()) {
            String next = edit.applied();
            lines.add("  edit  " + next.replace("\n", "⏎") + "  " + end(mended.with(next), MOST_EDITS));
        }
        return lines;
    }

    /** What comes of a text when the first edit of each further error is made. */
    private static String end(Case one, int edits) {
        for (Map.Entry<String, String> figure : one.figures().entrySet()) {
            Checked<Quantity> read = Quantity.parse(figure.getValue());
            if (read.value().isEmpty()) {
                return "error " + error(read.problems()).code();
            }
        }
        Checked<Exact> value = value(one);
        if (value.value().isPresent()) {
            return "gives " + value.value().get();
        }
        Problem next = error(value.problems());
        if (next.edits().isEmpty() || edits == 0) {
            return "error " + next.code();
        }
        return end(with(one, next.edits().get(0).applied()), edits - 1);
    }

    private static Problem error(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .findFirst()
                .orElseThrow();
    }

    private static Checked<Exact> value(Case one) {
        Map<String, KpiUnit> units = new LinkedHashMap<>();
        Map<String, Quantity> quantities = new LinkedHashMap<>();
        one.figures().forEach((name, figure) -> {
            Quantity quantity = Quantity.parse(figure).orElseThrow();
            units.put(name, quantity.unit());
            quantities.put(name, quantity);
        });
        KpiCompiler compiler = KpiCompiler.standard();
        Optional<KpiUnit> asked = UnitTable.standard().read(one.unit());
        Checked<Formula> formula = asked.isEmpty()
                ? compiler.formula(one.formula(), units)
                : compiler.formula(one.formula(), units, asked.get());
        if (formula.hasErrors()) {
            return Checked.failed(formula.problems());
        }
        Figure figure = formula.orElseThrow().evaluate(quantities);
        return figure.value()
                .map(value -> Checked.of(value.in(formula.orElseThrow().unit())))
                .orElseGet(() -> Checked.failed(figure.reasons()));
    }

    private static Exact inFile(Case one) {
        StringBuilder file = new StringBuilder("曆制 民國\n");
        Set<String> labels = new TreeSet<>();
        StringBuilder inputs = new StringBuilder();
        one.figures().forEach((name, figure) -> {
            Quantity quantity = Quantity.parse(figure).orElseThrow();
            KpiUnit unit = quantity.unit();
            declare(unit, labels);
            String quoted = name.matches("[\\p{L}_][\\p{L}\\p{N}_]*([(（].*)?") ? name : "【" + name + "】";
            inputs.append("  資料項 ")
                    .append(quoted)
                    .append(unit.symbol().isEmpty() ? "" : " 單位 " + unit.symbol())
                    .append("   109: ")
                    .append(NumberText.plain(quantity.in(unit)))
                    .append('\n');
        });
        KpiUnit asked = one.unit().isEmpty()
                ? Units.NUMBER
                : UnitTable.standard().read(one.unit()).orElse(Units.NUMBER);
        declare(asked, labels);
        labels.forEach(label -> file.append("定義單位 ").append(label).append('\n'));
        file.append("指標 K.1 \"題\" {\n").append(inputs);
        file.append("  公式 ").append(one.formula().replace("\n", "\n       ")).append('\n');
        file.append("  單位 ")
                .append(asked.symbol().isEmpty() ? "數值" : one.unit())
                .append('\n');
        file.append("  方向 不計方向\n}\n");
        Checked<KpiProgram> program = KpiCompiler.standard().compile(Source.of("k.kpi", file.toString()));
        assertFalse(
                program.hasErrors(),
                () -> program.problems().stream()
                                .map(p -> p.draw(Language.ZH_TW))
                                .toList() + "\n" + file);
        return program.orElseThrow()
                .evaluate(
                        "K.1",
                        program.orElseThrow().facts().build().orElseThrow(),
                        Evaluation.of(ReportingPeriod.roc(109)))
                .actual()
                .value()
                .orElseThrow()
                .in(asked);
    }

    private static void declare(KpiUnit unit, Set<String> labels) {
        if (!unit.symbol().isEmpty() && UnitTable.standard().find(unit.symbol()).isEmpty()) {
            labels.add(Units.basic(unit.dimension()).symbol());
        }
    }
}
