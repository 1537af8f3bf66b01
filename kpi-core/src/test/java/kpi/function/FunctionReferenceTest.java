package kpi.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kpi.diagnostic.Language;
import kpi.number.NumberException;
import kpi.unit.Dimension;
import org.junit.jupiter.api.Test;

/** The reference in the documentation is what the functions say of themselves. To accept: {@code -Dkpi.accept=true}. */
class FunctionReferenceTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "functions.md");

    private final StringBuilder page = new StringBuilder();

    @Test
    void theDocumentIsMadeFromTheFunctions() throws IOException {
        line("# Functions 函數");
        line("");
        line(
                "Every function with its names, what it takes, examples, what it refuses, and what always holds. This page is "
                        + "made from the functions by a test; the examples and refusals run, and the laws are tried on generated "
                        + "arguments.");
        line("");
        line("Names compare without regard to letter case and width. A missing argument makes the value missing. "
                + "A call without a value is *undefined* and says why. ≈ marks functions whose values are rounded half-even to "
                + "34 digits; everything else is exact.");
        line("");
        line("## Of values written out 各引數的函數");
        KpiFunctions.standard().all().forEach(this::function);
        line("");
        line("## Of rows 各列的函數");
        line("");
        line(
                "`T` is a dataset or a KPI per row or group, `T.x` and `T.y` values of each row: columns, or expressions of them. "
                        + "Behind the first value may stand `within column` (同 欄) and `where condition` (限 條件); behind everything "
                        + "`over present values` (只計有值者), which skips rows without a value, and `at least 3` (至少 3), below which the "
                        + "figure is not applicable. A definition in *italics* has to be named: there is no default.");
        RowFunctions.all().stream()
                .filter(function -> !function.isAboutOneRow())
                .forEach(this::ofRows);
        line("");
        line("## Of a row among the rows 一列在各列中");
        line("");
        line(
                "In a KPI per row of `T`: the row at hand, which is one of the rows, compared with all. In the examples a star marks it.");
        RowFunctions.all().stream().filter(RowFunction::isAboutOneRow).forEach(this::ofRows);
        String text = page.toString();
        if (Boolean.getBoolean("kpi.accept")) {
            Files.writeString(DOCUMENT, text, StandardCharsets.UTF_8);
        }
        assertEquals(text, Files.readString(DOCUMENT, StandardCharsets.UTF_8));
    }

    private void function(KpiFunction function) {
        line("");
        line("### " + function.name(Language.EN) + " · " + function.name(Language.ZH_TW)
                + (function.approximate() ? " ≈" : ""));
        line("");
        line("`" + function.signature(Language.EN) + "` · `" + function.signature(Language.ZH_TW) + "`");
        line("");
        line(function.doc(Language.EN) + " " + function.doc(Language.ZH_TW));
        line("");
        others(function.names(), function.name(Language.EN), function.name(Language.ZH_TW));
        function.signature()
                .parameters()
                .forEach(parameter -> line("- `" + parameter.name().en() + "`: "
                        + parameter.accepts().text().en()));
        line("- Yields: "
                + function.signature()
                        .result()
                        .map(dimension -> dimension.equals(Dimension.NUMBER)
                                ? "a number without a unit"
                                : dimension.name(Language.EN))
                        .orElse("a number in the unit that the arguments have in common"));
        for (Parameter parameter : function.signature().parameters()) {
            Optional<Boolean> rising = function.monotone(parameter.name().en());
            rising.ifPresent(up -> line("- Never " + (up ? "falls" : "rises") + " when `"
                    + parameter.name().en() + "` rises."));
        }
        function.laws().forEach(law -> line("- " + law.text(Language.EN)));
        line("");
        line("| call | value |");
        line("|---|---|");
        function.examples().forEach(example -> line("| `" + example.call() + "` | " + example.result() + " |"));
        function.refusals().forEach(refusal -> line("| `" + refusal.call() + "` | *" + why(refusal.kind()) + "* |"));
    }

    private void ofRows(RowFunction function) {
        line("");
        line("### " + function.name(Language.EN) + " · " + function.name(Language.ZH_TW)
                + (function.approximate() ? " ≈" : ""));
        line("");
        line("`" + function.signature(Language.EN) + "` · `" + function.signature(Language.ZH_TW) + "`");
        line("");
        line(function.doc(Language.EN) + " " + function.doc(Language.ZH_TW));
        line("");
        others(function.names(), function.name(Language.EN), function.name(Language.ZH_TW));
        for (RowParameter parameter : function.parameters()) {
            line("- `" + parameter.name().en() + "`: "
                    + (parameter instanceof RowParameter.Named ? "one of" : "a share from 0% to 100%, written out"));
            if (parameter instanceof RowParameter.Named named) {
                named.choices()
                        .forEach(choice -> line("  - *" + choice.name().en() + "* · "
                                + choice.name().zh() + ": " + choice.doc().en()));
            }
        }
        line("- Of no rows: " + (function.isZeroOfNone() ? "0" : "undefined"));
        line("");
        line("| rows | call | value |");
        line("|---|---|---|");
        function.examples()
                .forEach(example -> line("| " + example.rows().replace("*", "\\*") + " | `" + example.call() + "` | "
                        + example.written()
                                .orElseGet(() -> "*" + why(example.refusal().orElseThrow()) + "*") + " |"));
    }

    private void others(java.util.Set<String> names, String en, String zh) {
        List<String> others = new ArrayList<>(names);
        others.remove(en);
        others.remove(zh);
        if (!others.isEmpty()) {
            line("- Also: " + others.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", ")));
        }
    }

    private static String why(NumberException.Kind kind) {
        return switch (kind) {
            case DIVISION_BY_ZERO -> "undefined: division by zero";
            case OUTSIDE_DOMAIN -> "undefined: outside the domain";
            case TOO_LARGE -> "refused: too many digits";
        };
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
