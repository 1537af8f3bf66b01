package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.law.FactsGenerator;
import kpi.law.Law;
import kpi.law.LawResult;
import kpi.law.LawResult.Standing;
import kpi.law.Laws;
import kpi.run.KpiProgram;
import kpi.source.Source;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Laws of texts: false ones are refuted with facts one can read, true ones are proved or held. */
class LawFilesTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "kpi", "dsl", "laws");

    @Test
    void falseLawsAreRefuted() throws IOException {
        List<LawResult> results = results("refuted.kpi");
        List<Standing> odd = results.stream()
                .filter(result -> !result.text().in(Language.EN).contains("rows of 案件 are reordered"))
                .map(LawResult::standing)
                .filter(standing -> standing != Standing.REFUTED)
                .toList();
        assertEquals(List.of(), odd, () -> told(results));
        expect("refuted.expected", told(results));
    }

    @Test
    void trueLawsHold() throws IOException {
        List<LawResult> results = results("kept.kpi");
        List<LawResult> odd = results.stream()
                .filter(result -> result.standing() != Standing.PROVED && result.standing() != Standing.HELD)
                .toList();
        assertEquals(List.of(), odd, () -> told(results));
        expect("kept.expected", told(results));
    }

    /** A proof never claims what generated facts refute: what is proved is tried as well, for formulas of many shapes. */
    @Property(tries = 150)
    void whatIsProvedIsNotRefuted(
            @ForAll("formulas") String formula, @ForAll @LongRange(min = 0, max = 9999) long seed) {
        String text = "data T(n: number, k: \"x\" | \"y\")\nkpi A {\n  input a, b\n  formula " + formula
                + "\n  law actual never falls when a rises\n      actual never rises when a rises"
                + "\n      actual never falls when T.n rises\n      actual at least 0\n      actual at most 10"
                + "\n      actual unchanged when a, b are scaled together"
                + "\n      actual unchanged when rows of T are reordered"
                + "\n      actual never falls when a row of T is added with k \"x\"\n}";
        KpiProgram program =
                KpiCompiler.standard().compile(Source.of("p.kpi", text)).value().orElseThrow();
        for (Law law : Laws.of(program, "A")) {
            if (law.proved()) {
                FactsGenerator facts = Laws.facts(program, "A");
                for (int size = 0; size < 4; size++) {
                    assertEquals(
                            Optional.empty(),
                            law.check(facts.sample(seed + size, size)).map(problem -> problem.draw(Language.EN)),
                            formula);
                }
            }
        }
    }

    @Provide
    Arbitrary<String> formulas() {
        return formulas(3);
    }

    private static Arbitrary<String> formulas(int depth) {
        Arbitrary<String> leaf = Arbitraries.of(
                "a", "b", "2", "0", "(0 - 3)", "sum(T.n)", "count(T)", "max(T.n)", "sum(T.n where k = \"x\")");
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<String> inner = formulas(depth - 1);
        return Arbitraries.oneOf(
                leaf,
                Combinators.combine(inner, Arbitraries.of("+", "-", "*", "/"), inner)
                        .as((left, sign, right) -> "(" + left + " " + sign + " " + right + ")"),
                inner.map(one -> "min(" + one + ", 10)"),
                Combinators.combine(inner, inner).as((one, other) -> "max(" + one + ", " + other + ")"),
                inner.map(one -> "(" + one + ", at most 7, at least 1, rounded to 0 places)"),
                Combinators.combine(inner, inner).as((one, other) -> "(if a > b then " + one + " else " + other + ")"));
    }

    @Test
    void theSameSeedTellsTheSame() throws IOException {
        assertEquals(results("refuted.kpi"), results("refuted.kpi"));
    }

    private static List<LawResult> results(String file) throws IOException {
        String text = Files.readString(FOLDER.resolve(file), StandardCharsets.UTF_8);
        Checked<KpiProgram> program = KpiCompiler.standard().compile(Source.of(file, text));
        assertEquals(
                List.of(),
                program.problems().stream()
                        .filter(problem -> problem.severity() == kpi.diagnostic.Severity.ERROR)
                        .map(problem -> problem.draw(Language.EN))
                        .toList());
        return Laws.test(program.orElseThrow(), 1, 200);
    }

    private static String told(List<LawResult> results) {
        StringBuilder told = new StringBuilder();
        for (LawResult result : results) {
            for (Language language : Language.values()) {
                told.append(result.kpi()).append(' ').append(result.text().in(language));
                told.append(": ").append(result.standing(language)).append('\n');
                result.refuted()
                        .ifPresent(found -> found.lines(language)
                                .forEach(
                                        line -> told.append("    ").append(line).append('\n')));
            }
            told.append('\n');
        }
        return told.toString();
    }

    private static void expect(String name, String actual) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("kpi.golden.accept")) {
            Files.writeString(file, actual, StandardCharsets.UTF_8);
            return;
        }
        assertTrue(Files.exists(file), () -> file + " is absent: accept what comes out now, and read it");
        assertEquals(Files.readString(file, StandardCharsets.UTF_8), actual, name);
    }
}
