package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.explain.Explanation;
import kpi.report.JsonReport;
import kpi.report.TableReport;
import kpi.result.Figure;
import kpi.result.KpiResult;
import kpi.result.Mark;
import kpi.result.ScorecardResult;
import kpi.result.State;
import kpi.run.Evaluation;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Programs with judged dimensions, and what is shown of them. To accept what comes out now: {@code -Dkpi.golden.accept=true},
 * then read the difference.
 */
class DimensionGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/kpi/dsl/dimensions");
    private static final ReportingPeriod Y109 = ReportingPeriod.roc(109);
    private static final ReportingPeriod Y110 = ReportingPeriod.roc(110);

    private static KpiProgram program(String name) throws IOException {
        return KpiCompiler.standard()
                .compile(Source.of(name, Files.readString(FOLDER.resolve(name), StandardCharsets.UTF_8)))
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"english", "chinese", "formula-zh", "formula-en"})
    void showsWhoJudgedWhat(String name) throws IOException {
        KpiProgram program = program(name + ".kpi");
        assertEquals(List.of(), program.problems());
        ScorecardResult result = program.evaluate(Evaluation.of(Y110));
        StringBuilder shown = new StringBuilder();
        for (Language language : Language.values()) {
            TableReport.write(result, language, shown);
            for (KpiResult kpi : result.kpis()) {
                for (Map.Entry<String, Figure> score : kpi.dimensions().entrySet()) {
                    shown.append('\n')
                            .append(kpi.id())
                            .append(' ')
                            .append(score.getKey())
                            .append(' ')
                            .append(score.getValue().display(language))
                            .append('\n');
                    score.getValue().explanation().ifPresent(how -> tree(how, "  ", language, shown));
                }
            }
            shown.append('\n');
        }
        JsonReport.write(result, Language.EN, shown);
        shown.append('\n');
        Path expected = FOLDER.resolve(name + ".txt");
        if (Boolean.getBoolean("kpi.golden.accept")) {
            Files.writeString(expected, shown, StandardCharsets.UTF_8);
        }
        assertEquals(Files.readString(expected, StandardCharsets.UTF_8), shown.toString());
    }

    private static void tree(Explanation how, String indentation, Language language, StringBuilder out) {
        out.append(indentation)
                .append(how.label().map(label -> label + ": ").orElse(""))
                .append(how.line(language))
                .append('\n');
        how.parts().forEach(part -> tree(part, indentation + "  ", language, out));
    }

    private static Figure score(KpiProgram program, Evaluation evaluation, String kpi, String dimension) {
        return program.evaluate(evaluation).kpi(kpi).dimensions().get(dimension);
    }

    @Test
    void theFirstReviewStandsUntilTheFinalOneIsKnown() throws IOException {
        KpiProgram program = program("english.kpi");
        Figure known = score(program, Evaluation.of(Y110), "HC2.1", "innovation");
        assertEquals("80", known.orElseThrow().plain());
        assertEquals(Set.of(), known.marks());
        Evaluation early = Evaluation.of(Y110).knownOn(LocalDate.of(2022, 1, 15));
        Figure before = score(program, early, "HC2.1", "innovation");
        assertEquals("80", before.orElseThrow().plain());
        assertEquals("79.8", before.unrounded().orElseThrow().plain());
        assertEquals(Set.of(Mark.PROVISIONAL), before.marks());
        Evaluation earlier = Evaluation.of(Y110).knownOn(LocalDate.of(2022, 1, 12));
        Figure partial = score(program, earlier, "HC2.1", "innovation");
        assertEquals("81", partial.orElseThrow().plain());
        assertEquals("80.5", partial.unrounded().orElseThrow().plain());
        assertEquals(Set.of(Mark.PROVISIONAL, Mark.PARTIAL), partial.marks());
        assertEquals(
                State.MISSING,
                score(program, Evaluation.of(Y109), "HC2.1", "innovation").state());
    }

    @Test
    void aFormulaThatDoesNotFitAKpiDoesNotApplyToIt() throws IOException {
        KpiProgram program = program("english.kpi");
        assertEquals(
                "96.6666",
                score(program, Evaluation.of(Y110), "HC2.1", "challenge")
                        .orElseThrow()
                        .in(kpi.unit.Units.POINTS)
                        .toBigDecimal(4, java.math.RoundingMode.DOWN)
                        .toPlainString());
        assertEquals(
                State.NOT_APPLICABLE,
                score(program, Evaluation.of(Y110), "HC1.1", "challenge").state());
    }

    @Test
    void beforeARuleHoldsAScoreIsAsGiven() throws IOException {
        KpiProgram program = program("chinese.kpi");
        assertEquals(
                "7",
                score(program, Evaluation.of(Y109), "A", "合作度").orElseThrow().plain());
    }

    @Test
    void whatStandsForAScoreIsNoKpiOfAHost() throws IOException {
        KpiProgram program = program("english.kpi");
        assertEquals(List.of("HC2.1", "HC1.1", "BOTH"), program.schema().kpis());
        assertEquals(
                List.of("HC2.1", "HC1.1", "BOTH"),
                program.evaluate(Evaluation.of(Y110)).kpis().stream()
                        .map(KpiResult::id)
                        .toList());
        KpiResult alone = program.evaluate("BOTH", program.facts().build().orElseThrow(), Evaluation.of(Y110));
        assertEquals(List.of(), alone.problems().stream().map(Problem::code).toList());
    }
}
