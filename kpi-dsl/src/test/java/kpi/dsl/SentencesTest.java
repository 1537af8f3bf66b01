package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Severity;
import kpi.result.KpiResult;
import kpi.result.ScorecardResult;
import kpi.run.Evaluation;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.CalendarKind;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the language promises about missing values and verdicts, sentence by sentence, in order. The program of a sentence
 * begins with it; each line {@code #= KPI: …} says by hand what the actual and the verdict of that KPI are in 109.
 */
class SentencesTest {
    private static final Path FOLDER = Path.of("src/test/resources/kpi/dsl/sentences");

    private static final List<String> SENTENCES = List.of(
            "Kinds: not reported, not applicable, meaningless; and undefined (division by zero, outside a domain).",
            "Arithmetic, min and aggregates are strict.",
            "Aggregates \"over present values\" skip missing, never undefined.",
            "And/or/if need only what they need.",
            "A filter that is missing for a row makes the aggregate missing.",
            "No matching rows: sum and count are 0, the others undefined.",
            "No dataset: missing.",
            "A formula says what it does with each: leave out, as another value, as not applicable.",
            "By default a missing input makes that KPI missing, and the rest of the scorecard still evaluates.",
            "Division by zero is such an outcome, unless the formula says otherwise.",
            "Attained compares the actual, as its own line rounds it, with the target's relation.");

    @TestFactory
    Stream<DynamicTest> sentences() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(FOLDER)) {
            files = found.sorted().toList();
        }
        List<String> told = new ArrayList<>();
        for (Path file : files) {
            told.add(Files.readAllLines(file, StandardCharsets.UTF_8).get(0).substring(2));
        }
        assertEquals(SENTENCES, told);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> holds(file)));
    }

    private static void holds(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Checked<KpiProgram> compiled =
                KpiCompiler.standard().compile(Source.of(file.getFileName().toString(), text));
        assertEquals(
                List.of(),
                compiled.problems().stream()
                        .filter(problem -> problem.severity() == Severity.ERROR)
                        .map(Problem::toString)
                        .toList());
        KpiProgram program = compiled.orElseThrow();
        ReportingPeriod at = ReportingPeriod.parse("109", CalendarKind.ROC).orElseThrow();
        ScorecardResult result = program.evaluate(program.facts().build().orElseThrow(), Evaluation.of(at));
        List<String> expected = text.lines()
                .filter(line -> line.startsWith("#= "))
                .map(line -> line.substring(3))
                .toList();
        assertEquals(
                String.join("\n", expected),
                String.join(
                        "\n",
                        expected.stream()
                                .map(line -> shown(result.kpi(line.substring(0, line.indexOf(':'))), line))
                                .toList()));
    }

    /** The state and, where there is one, the value; the verdict only if the line tells it. */
    private static String shown(KpiResult kpi, String line) {
        String actual = kpi.actual().display(Language.EN);
        String verdict = line.contains(" | ") ? " | " + kpi.verdict().name(Language.EN) : "";
        String told = actual.contains(": ") && line.indexOf(": ") == line.lastIndexOf(": ")
                ? actual.substring(0, actual.indexOf(": "))
                : actual;
        return kpi.id() + ": " + told + verdict;
    }
}
