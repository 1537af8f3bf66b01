package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kpi.diagnostic.Checked;
import kpi.diagnostic.KpiProblemsException;
import kpi.diagnostic.Language;
import kpi.diagnostic.Limit;
import kpi.diagnostic.Limits;
import kpi.diagnostic.Problem;
import kpi.diagnostic.ProblemClass;
import kpi.result.Figure;
import kpi.result.ScorecardResult;
import kpi.result.State;
import kpi.run.Evaluation;
import kpi.run.Formula;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.Test;

class KpiCompilerTest {
    @Test
    void whereTheDataAreFromIsInTheResult() {
        String text = "kpi A {\n  source \"年報\"\n  資料來源 \"月報\"\n  input x in 人 109: 5\n  formula x\n  unit 人\n}\n"
                + "kpi B {\n  formula 1\n}\n";
        KpiProgram program =
                KpiCompiler.standard().compile(Source.of("a.kpi", text)).value().orElseThrow();
        ScorecardResult result = program.evaluate(Y109);
        assertEquals(Optional.of("年報; 月報"), result.kpi("A").source());
        assertEquals(Optional.empty(), result.kpi("B").source());
    }

    private static final Path FOLDER = Path.of("src/test/resources/kpi/dsl/compiler");
    private static final Evaluation Y109 = Evaluation.of(ReportingPeriod.roc(109));

    @Test
    void sixMistakesGetSixProblemsEachAtItsPlaceAndTheRestStillEvaluates() throws IOException {
        Checked<KpiProgram> compiled = KpiCompiler.standard()
                .compile(Source.of(
                        "six-mistakes.kpi",
                        Files.readString(FOLDER.resolve("six-mistakes.kpi"), StandardCharsets.UTF_8)));
        assertEquals(
                List.of(
                        "unopened-bracket 5:29",
                        "unreadable-bracket 11:19",
                        "unit-clash 18:13",
                        "cycle 24:3",
                        "percent-twice 33:22",
                        "not-a-choice 39:21"),
                compiled.problems().stream()
                        .map(problem -> problem.code() + " "
                                + problem.place().span().orElseThrow().line() + ":"
                                + problem.place().span().orElseThrow().column())
                        .toList());
        String drawn = compiled.problems().stream()
                .map(problem -> problem.draw(Language.ZH_TW) + "\n" + problem.draw(Language.EN) + "\n")
                .collect(Collectors.joining("\n"));
        Path expected = FOLDER.resolve("six-mistakes.expected");
        if (Boolean.getBoolean("kpi.golden.accept")) {
            Files.writeString(expected, drawn);
        }
        assertEquals(Files.readString(expected), drawn);
        KpiProgram program = compiled.value().orElseThrow();
        ScorecardResult result = program.evaluate(program.facts().build().orElseThrow(), Y109);
        assertEquals(State.VALUE, result.kpi("A7").actual().state());
        for (String broken : List.of("A1", "A2", "A3", "A4", "A5", "A6")) {
            assertEquals(State.FAILED, result.kpi(broken).actual().state(), broken);
        }
        assertThrows(KpiProblemsException.class, compiled::orElseThrow);
    }

    @Test
    void oneFormulaAloneIsAFigure() {
        Formula formula = KpiCompiler.standard()
                .formula(
                        "〔債務還本數 (實際數)/稅課收入(預算數)〕*100%",
                        Map.of("債務還本數(實際數)", Units.NTD, "稅課收入(預算數)", Units.NTD), Units.PERCENT)
                .orElseThrow();
        Figure figure = formula.evaluate(Map.of(
                "債務還本數(實際數)", Quantity.parse("66億元").orElseThrow(),
                "稅課收入(預算數)", Quantity.parse("123,376,890,000元").orElseThrow()));
        assertEquals("5.35 %", figure.orElseThrow().display(Language.ZH_TW, 2));
    }

    @Test
    void aFormulaThatCannotBeReadIsAProblemAndNeverAnException() {
        for (String text :
                List.of("(a + b", "a ++* b", "", "   ", "甲 + 乙", "1/", "(".repeat(10_000) + "1" + ")".repeat(9_000))) {
            Checked<Formula> checked =
                    KpiCompiler.standard().formula(text, Map.of("a", Units.NUMBER, "b", Units.NUMBER));
            assertTrue(checked.hasErrors(), text.length() > 20 ? "deep" : text);
            for (Problem problem : checked.problems()) {
                assertTrue(problem.message(Language.ZH_TW).length() <= 500);
                assertFalse(problem.remedy(Language.EN).isEmpty());
            }
        }
    }

    @Test
    void theOrderOfFilesDoesNotMatter() {
        Source one = Source.of("one.kpi", "指標 B1 \"乙\" {\n  公式 B2 × 2\n  單位 件\n}\n");
        Source other = Source.of("two.kpi", "指標 B2 \"甲\" {\n  資料項 件數 單位 件  109: 3\n  公式 件數\n  單位 件\n}\n");
        for (List<Source> files : List.of(List.of(one, other), List.of(other, one))) {
            KpiProgram program = KpiCompiler.standard().compile(files).orElseThrow();
            ScorecardResult result = program.evaluate(program.facts().build().orElseThrow(), Y109);
            assertEquals("6", result.kpi("B1").actual().orElseThrow().plain());
        }
    }

    /** A ratio under 單位 數值, a bare number under a label: what uses the figure sees the declared unit. */
    @Test
    void aFigureIsUsedInTheUnitItsKpiDeclares() {
        String text = "指標 D1 {\n  資料項 甲 單位 人  109: 6\n  公式 甲 / 甲\n  單位 數值\n  目標值 109: ≧ 2\n"
                + "  目標達成度 實際值 / 目標值\n}\n指標 D2 {\n  公式 D1 × 3\n  單位 件\n}\n指標 D3 {\n  公式 D2 + 2件\n  單位 件\n}\n";
        KpiProgram program =
                KpiCompiler.standard().compile(Source.of("units.kpi", text)).orElseThrow();
        ScorecardResult result = program.evaluate(Y109);
        assertEquals("5", result.kpi("D3").actual().orElseThrow().plain());
        assertEquals("50 %", result.kpi("D1").attainment().display(Language.ZH_TW));
    }

    @Test
    void aChoiceGivenTwiceIsAProblemAndNeverAnException() {
        String text = "資料表 案件(類別: \"OT\" | \"OT\", 日數: 數值)\n指標 E1 {\n  公式 合計(案件.日數)\n  單位 數值\n}\n";
        Checked<KpiProgram> compiled = KpiCompiler.standard().compile(Source.of("twice.kpi", text));
        assertEquals(
                List.of("unusable-name"),
                compiled.problems().stream().map(Problem::code).toList());
    }

    @Test
    void aLimitMayBeLargerThanMemory() {
        Limits all = Limits.standard();
        for (Limit limit : Limit.values()) {
            all = all.with(limit, Long.MAX_VALUE);
        }
        assertEquals(
                List.of(),
                KpiCompiler.standard()
                        .limits(all)
                        .formula("a * 1,234.5", Map.of("a", Units.NUMBER))
                        .problems());
    }

    @Test
    void aCircleOfKpisIsOneProblemAndBreaksOnlyItsMembers() {
        String text = "指標 C1 \"一\" {\n  公式 C2 + 1\n  單位 數值\n}\n指標 C2 \"二\" {\n  公式 C3 + 1\n  單位 數值\n}\n"
                + "指標 C3 \"三\" {\n  公式 C1 + 1\n  單位 數值\n}\n指標 C4 \"四\" {\n  公式 1 + 1\n  單位 數值\n}\n";
        Checked<KpiProgram> compiled = KpiCompiler.standard().compile(Source.of("circle.kpi", text));
        assertEquals(1, compiled.problems().size());
        assertEquals("cycle", compiled.problems().get(0).code());
        assertEquals(ProblemClass.NAME_ERROR, compiled.problems().get(0).problemClass());
        KpiProgram program = compiled.value().orElseThrow();
        ScorecardResult result = program.evaluate(program.facts().build().orElseThrow(), Y109);
        assertEquals(State.FAILED, result.kpi("C2").actual().state());
        assertEquals("2", result.kpi("C4").actual().orElseThrow().plain());
    }

    @Test
    void tenThousandKpisInAChainAndSixtyDoublingsNeedNoStack() throws InterruptedException {
        String chain = "指標 K0 \"\" {\n  公式 1\n  單位 數值\n}\n"
                + IntStream.range(1, 10_000)
                        .mapToObj(i -> "指標 K" + i + " \"\" {\n  公式 K" + (i - 1) + " + 1\n  單位 數值\n}\n")
                        .collect(Collectors.joining());
        String doubling = "指標 D0 \"\" {\n  公式 1\n  單位 數值\n}\n"
                + IntStream.range(1, 60)
                        .mapToObj(i -> "指標 D" + i + " \"\" {\n  公式 D" + (i - 1) + " + D" + (i - 1) + "\n  單位 數值\n}\n")
                        .collect(Collectors.joining());
        String[] last = new String[2];
        Thread small = new Thread(
                null,
                () -> {
                    last[0] = lastOf(chain, "K9999");
                    last[1] = lastOf(doubling, "D59");
                },
                "small stack",
                256 * 1024);
        small.start();
        small.join();
        assertEquals("10000", last[0]);
        assertEquals("576460752303423488", last[1]);
    }

    private static String lastOf(String text, String kpi) {
        KpiProgram program =
                KpiCompiler.standard().compile(Source.of("many.kpi", text)).orElseThrow();
        return program.evaluate(program.facts().build().orElseThrow(), Y109)
                .kpi(kpi)
                .actual()
                .orElseThrow()
                .plain();
    }

    @Test
    void aConditionAloneIsOneOrZero() {
        KpiCompiler compiler = KpiCompiler.standard();
        assertEquals(
                "1 0",
                compiler.condition("1 < 2", Map.of())
                                .orElseThrow()
                                .evaluate(Map.of())
                                .orElseThrow()
                                .plain()
                        + " "
                        + compiler.condition("2 < 1", Map.of())
                                .orElseThrow()
                                .evaluate(Map.of())
                                .orElseThrow()
                                .plain());
        assertEquals(
                "truth-needed",
                compiler.condition("1 + 2", Map.of()).problems().get(0).code());
        assertEquals(
                "number-needed",
                compiler.formula("1 < 2", Map.of()).problems().get(0).code());
        Problem division = compiler.condition("1/0 > 2", Map.of())
                .orElseThrow()
                .evaluate(Map.of())
                .reasons()
                .get(0);
        assertEquals("division-by-zero", division.code());
    }

    @Test
    void namesThatLookAlikeAreWarnedOf() {
        Checked<KpiProgram> ids = KpiCompiler.standard()
                .compile(Source.of(
                        "a.kpi",
                        "kpi a {\n  formula 1\n  unit number\n}\nkpi \u0430 {\n  formula 2\n  unit number\n}\n"));
        assertEquals(
                List.of("look-alike-names"),
                ids.problems().stream().map(Problem::code).toList());
        assertFalse(ids.hasErrors());
        Checked<KpiProgram> names = KpiCompiler.standard()
                .compile(Source.of(
                        "a.kpi",
                        "kpi A {\n  input 稅 in 元\n  input 税 in 元\n  formula 稅 + 税\n  unit 元\n}\n"
                                + "kpi B {\n  input C in 元\n  input c in 元\n  formula C + c\n  unit 元\n}\n"));
        assertEquals(
                List.of("look-alike-names"),
                names.problems().stream().map(Problem::code).toList());
    }
}
