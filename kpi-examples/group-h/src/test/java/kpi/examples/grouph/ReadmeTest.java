package kpi.examples.grouph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kpi.diagnostic.Language;
import kpi.dsl.KpiCompiler;
import kpi.result.KpiResult;
import kpi.run.Evaluation;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's Java is this test's, its KPI file is what it compiles, and its table is what the example prints. */
class ReadmeTest {
    private static final Path README = Path.of("../../README.md");

    @TempDir
    Path folder;

    @Test
    void theTenLinesRun() throws IOException {
        Path file = Files.writeString(
                folder.resolve("hp42.kpi"), Snippets.of(README, "kpi").get(0));
        // readme
        KpiProgram program =
                KpiCompiler.standard().compile(Source.read(file, UTF_8)).orElseThrow();
        Facts facts = program.facts()
                .input("債務還本數(實際數)", Quantity.parse("66億元").orElseThrow())
                .input("稅課收入(預算數)", Quantity.parse("123,376,890,000元").orElseThrow())
                .build()
                .orElseThrow();
        Evaluation year = Evaluation.of(ReportingPeriod.roc(109)).explain(Evaluation.Detail.STEPS);
        KpiResult debt = program.evaluate("HP4.2", facts, year);
        String actual = debt.actual().explain().line(Language.ZH_TW);
        String attainment = debt.attainment().display(Language.ZH_TW);
        // readme
        String readme = Files.readString(README);
        assertTrue(readme.contains("`actual` is `" + actual + "`"), actual);
        assertTrue(readme.contains("`attainment` is `" + attainment + "`"), attainment);
        String brief =
                debt.reconciliations().get(1).finding().orElseThrow().brief().in(Language.EN);
        assertEquals("5.35/5.4, the target of 110", brief);
        assertTrue(readme.contains("it is `5.35/5.4`, the target of 110"));
    }

    @Test
    void theReadmeShowsTheseLines() throws IOException {
        String test = Files.readString(Path.of("src/test/java/kpi/examples/grouph/ReadmeTest.java"));
        String lines = test.split("// readme\n")[1].stripTrailing().stripIndent();
        assertEquals(lines, Snippets.of(README, "java").get(0).stripTrailing());
    }

    @Test
    void theReadmeShowsTheTableTheExamplePrints() throws IOException {
        KpiProgram program = GroupH.program(Path.of("."));
        StringBuilder printed = new StringBuilder();
        kpi.report.TableReport.write(
                program.evaluate(
                        GroupH.facts(program, Path.of(".")),
                        Evaluation.of(ReportingPeriod.roc(109)).explain(Evaluation.Detail.STEPS)),
                Language.ZH_TW,
                printed);
        List<String> shown = Snippets.of(README, "text").get(0).lines().toList();
        assertTrue(shown.size() > 15);
        List<String> lines = printed.toString().lines().toList();
        for (String line : shown) {
            assertTrue(lines.contains(line), () -> "not printed: " + line);
        }
    }
}
