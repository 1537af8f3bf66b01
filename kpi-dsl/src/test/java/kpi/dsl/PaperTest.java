package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Severity;
import kpi.law.LawResult;
import kpi.law.Laws;
import kpi.result.KpiResult;
import kpi.run.Evaluation;
import kpi.run.ExampleResult;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.Test;

/** The sample of the feel of the language, both parts of it; where its text differs, a comment above the line says why. */
class PaperTest {
    private static final Path FILE = Path.of("src/test/resources/kpi/dsl/paper/paper.kpi");

    private static KpiProgram program() throws IOException {
        String text = Files.readString(FILE, StandardCharsets.UTF_8);
        return KpiCompiler.standard().compile(Source.of("paper.kpi", text)).orElseThrow();
    }

    @Test
    void itHasNoErrorsAndItsOnlyDifferencesAreSaid() throws IOException {
        assertEquals(
                List.of(),
                program().problems().stream()
                        .filter(problem -> problem.severity() == Severity.ERROR)
                        .map(Problem::toString)
                        .toList());
        assertEquals(
                2,
                Files.readString(FILE, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.startsWith("  # differs: "))
                        .count());
    }

    @Test
    void itsExamplesHold() throws IOException {
        List<ExampleResult> examples = program().runExamples();
        assertEquals(11, examples.size());
        assertEquals(
                List.of(),
                examples.stream()
                        .filter(example -> !example.passed())
                        .map(ExampleResult::kpi)
                        .toList());
    }

    @Test
    void itsLawsHold() throws IOException {
        List<LawResult> laws = Laws.test(program(), 42, 40);
        assertEquals(8, laws.size());
        assertEquals(
                List.of(),
                laws.stream()
                        .filter(law -> law.standing() != LawResult.Standing.PROVED
                                && law.standing() != LawResult.Standing.HELD)
                        .map(LawResult::toString)
                        .toList());
    }

    @Test
    void itsCommentsOnRoundedFiguresAreTrue() throws IOException {
        var result = program().evaluate(Evaluation.of(ReportingPeriod.roc(110)));
        KpiResult all = result.kpi("SELF.ALL");
        assertEquals("54.23 %", all.actual().display(Language.EN));
        assertEquals(
                "within-input-rounding",
                all.reconciliations().get(0).agreement().id());
        KpiResult taipei = result.kpi("SELF").groups().orElseThrow().list().get(0);
        assertEquals("63.85 %", taipei.actual().display(Language.EN));
        assertEquals(
                "within-input-rounding",
                taipei.reconciliations().get(0).agreement().id());
        assertTrue(taipei.rank().isPresent());
    }
}
