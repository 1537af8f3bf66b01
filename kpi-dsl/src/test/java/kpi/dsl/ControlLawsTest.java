package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.diagnostic.Severity;
import kpi.result.Figure;
import kpi.result.ScorecardResult;
import kpi.run.Evaluation;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.ReportingPeriod;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Definitions, guards and tests against the plain formulas they stand for. */
class ControlLawsTest {
    private static final String INPUTS = "  input a  109: %A\n        b  109: %B\n";

    private static String kpi(String id, String formula) {
        return "kpi " + id + " \"\" {\n" + INPUTS + "  formula " + formula + "\n  unit number\n  direction none\n}\n";
    }

    /** The figure of each KPI of a program, or the code of why there is none. */
    private static List<String> figures(String text, int a, int b, String... ids) {
        KpiProgram program = KpiCompiler.standard()
                .compile(Source.of("law.kpi", text.replace("%A", "" + a).replace("%B", "" + b)))
                .orElseThrow();
        ScorecardResult result =
                program.evaluate(program.facts().build().orElseThrow(), Evaluation.of(ReportingPeriod.roc(109)));
        List<String> figures = new ArrayList<>();
        for (String id : ids) {
            Figure actual = result.kpi(id).actual();
            figures.add(actual.value()
                    .map(quantity -> quantity.canonical().toString())
                    .orElseGet(() -> actual.state().toString()));
        }
        return figures;
    }

    @Property(tries = 150)
    void inliningADefinitionChangesNoValue(
            @ForAll("bodies") String body,
            @ForAll("bodies") String first,
            @ForAll("bodies") String second,
            @ForAll @IntRange(min = -3, max = 3) int a,
            @ForAll @IntRange(min = -3, max = 3) int b) {
        String one = first.replace("x", "a").replace("y", "b");
        String other = second.replace("x", "b").replace("y", "a");
        // The places are marked first, so that a name inside an argument is not replaced in turn.
        String inlined = body.replace("x", "<1>")
                .replace("y", "<2>")
                .replace("<1>", "(" + one + ")")
                .replace("<2>", "(" + other + ")");
        String text = "define f(x, y) = " + body + "\n"
                + kpi("CALLED", "f(" + one + ", " + other + ")")
                + kpi("NESTED", "f(f(" + one + ", " + other + "), " + other + ") + f(" + one + ", " + other + ")")
                + kpi("INLINED", inlined)
                + kpi("NAMED", "g + h")
                        .replace(
                                "  formula",
                                "  g = f(k, " + other + ")\n  k = f(" + one + ", " + other + ")\n  h = k\n  formula");
        List<String> found = figures(text, a, b, "CALLED", "INLINED", "NESTED", "NAMED");
        assertEquals(found.get(1), found.get(0));
        assertEquals(found.get(3), found.get(2));
    }

    @Provide
    Arbitrary<String> bodies() {
        Arbitrary<String> leaves = Arbitraries.of("x", "y", "2", "0.5", "0");
        return Arbitraries.recursive(
                () -> leaves,
                inner -> Combinators.combine(inner, Arbitraries.of("+", "-", "*", "/"), inner)
                        .as((left, sign, right) -> "(" + left + " " + sign + " " + right + ")")
                        .flatMap(sum -> Arbitraries.of(
                                sum,
                                "(if " + sum + " > 0 then x else " + sum + ")",
                                "min(" + sum + ", y)",
                                "(" + sum + ", at least 0)")),
                0,
                3);
    }

    @Property(tries = 100)
    void guardsAreNestedConditions(
            @ForAll("conditions") List<String> conditions,
            @ForAll @IntRange(min = -3, max = 3) int a,
            @ForAll @IntRange(min = -3, max = 3) int b) {
        StringBuilder guards = new StringBuilder();
        StringBuilder nested = new StringBuilder();
        for (int i = 0; i < conditions.size(); i++) {
            guards.append(i).append(" / b when ").append(conditions.get(i)).append("\n          ");
            nested.append("if ")
                    .append(conditions.get(i))
                    .append(" then ")
                    .append(i)
                    .append(" / b else ");
        }
        String text = kpi("GUARDS", guards + "otherwise −1") + kpi("NESTED", nested + "−1");
        List<String> found = figures(text, a, b, "GUARDS", "NESTED");
        assertEquals(found.get(1), found.get(0));
    }

    @Provide
    Arbitrary<List<String>> conditions() {
        return Arbitraries.of(
                        "a > b",
                        "a = 1 or b > 2",
                        "not (a < 0)",
                        "a in (1, 2, b)",
                        "0 < a <= 2",
                        "1 / a > 0",
                        "a not in (b, 0)")
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Property(tries = 60)
    void ofTwoExceptionsAtOnceBothAreNamed(
            @ForAll @IntRange(min = -2, max = 2) int a, @ForAll @IntRange(min = -2, max = 2) int b) {
        String text = kpi("E", "a\n  except \"甲\" when a > 0: 10\n  except \"乙\" when b > 0: 20")
                .replace("\n  except", "\n          except");
        String found = figures(text, a, b, "E").get(0);
        String expected = a > 0 && b > 0 ? "FAILED" : a > 0 ? "10" : b > 0 ? "20" : "" + a;
        assertEquals(expected, found);
    }

    @Test
    void theProblemOfTwoExceptionsNamesTheirLabels() {
        String text = kpi("E", "a\n          except \"甲\" when a > 0: 10\n          except \"乙\" when b > 0: 20");
        KpiProgram program = KpiCompiler.standard()
                .compile(Source.of("e.kpi", text.replace("%A", "1").replace("%B", "1")))
                .orElseThrow();
        Figure actual = program.evaluate(program.facts().build().orElseThrow(), Evaluation.of(ReportingPeriod.roc(109)))
                .kpi("E")
                .actual();
        String said = actual.reasons().get(0).message(Language.ZH_TW);
        assertTrue(said.contains("甲") && said.contains("乙"), said);
    }

    private static String chain(int length, String body) {
        StringBuilder text = new StringBuilder("define f0(x) = x + x\n");
        for (int i = 1; i < length; i++) {
            text.append("define f").append(i).append("(x) = ");
            text.append(body.replace("#", "f" + (i - 1))).append('\n');
        }
        return text
                + kpi("CHAIN", "f" + (length - 1) + "(a)").replace("%A", "1").replace("%B", "1");
    }

    @Test
    void sixtyDoublingsAreComputedOnceEach() throws InterruptedException {
        onSmallStack(() -> assertEquals(List.of("" + (1L << 60)), figures(chain(60, "#(x) + #(x)"), 1, 1, "CHAIN")));
    }

    @Test
    void whatCannotBeSharedMeetsTheLimit() throws InterruptedException {
        for (String body : List.of("#(#(x))", "#(x) + #(x + 1)", "#(x) * #((x))")) {
            onSmallStack(() -> {
                Checked<KpiProgram> checked = KpiCompiler.standard().compile(Source.of("deep.kpi", chain(60, body)));
                assertEquals(
                        List.of("limit-expansion"),
                        checked.problems().stream().map(each -> each.code()).toList());
            });
        }
    }

    @Test
    void aLongChainOfCallsNeedsNoStackOrMeetsTheLimit() throws InterruptedException {
        onSmallStack(() -> {
            for (int length : new int[] {80, 120, 2_000}) {
                Checked<KpiProgram> checked =
                        KpiCompiler.standard().compile(Source.of("deep.kpi", chain(length, "#(x) + 1")));
                List<String> codes = checked.problems().stream()
                        .filter(each -> each.severity() == Severity.ERROR)
                        .map(each -> each.code())
                        .toList();
                if (codes.isEmpty()) {
                    assertEquals(List.of("" + (length + 1)), figures(chain(length, "#(x) + 1"), 1, 1, "CHAIN"));
                } else {
                    assertEquals(List.of("limit-expansion"), codes);
                }
            }
        });
    }

    @Test
    void aDefinitionDoesNotSeeTheNamesOfItsCaller() {
        Checked<KpiProgram> checked = KpiCompiler.standard()
                .compile(Source.of(
                        "capture.kpi",
                        "define f(x) = x + b\n"
                                + kpi("K", "f(a)").replace("%A", "1").replace("%B", "1")));
        assertEquals(
                List.of("unknown-name", "broken-definition"),
                checked.problems().stream().map(each -> each.code()).toList());
    }

    @Test
    void textsAreComparedCodePointByCodePointAfterComposition() {
        for (Map.Entry<String, String> test : Map.of(
                        "\"\u00e9a\" starts with \"e\u0301\"", "1",
                        "\"ABC\" starts with \"a\"", "0",
                        "\"ABC\" ends with \"\"", "1",
                        "\"全\" contains \"全形\"", "0",
                        "\"x全形\" contains \"全形\"", "1")
                .entrySet()) {
            assertEquals(
                    List.of(test.getValue()),
                    figures(kpi("T", "if " + test.getKey() + " then 1 else 0"), 1, 1, "T"),
                    test.getKey());
        }
    }

    private static void onSmallStack(Runnable task) throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        task.run();
                    } catch (Throwable e) {
                        failure.set(e);
                    }
                },
                "small stack",
                256 * 1024);
        thread.start();
        thread.join();
        if (failure.get() != null) {
            throw new AssertionError("failed on a small stack", failure.get());
        }
    }
}
