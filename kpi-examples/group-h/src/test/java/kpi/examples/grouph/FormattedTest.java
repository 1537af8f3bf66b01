package kpi.examples.grouph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import kpi.diagnostic.Language;
import kpi.dsl.KpiCompiler;
import kpi.run.Evaluation;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Laying the text out, in either language, changes no figure of Group H. */
class FormattedTest {
    private static final Path FOLDER = Path.of(".");
    private static final Source TEXT = Source.read(FOLDER.resolve("group-h.kpi"), StandardCharsets.UTF_8);
    private static final KpiCompiler COMPILER = KpiCompiler.standard();

    /** As people type it: blanks left out or too many, signs of either width. */
    private static final String TYPED = TEXT.text()
            .replaceAll("(?<=\\S) {2,}(?=[^\\s#{0-9])", " ")
            .replace(" × ", "*")
            .replace(" / ", "／")
            .replace(": ", "：");

    @Test
    void theFileIsLaidOut() {
        assertEquals(TEXT.text(), COMPILER.format(TEXT).orElseThrow());
    }

    @Test
    void inItsOwnWords() {
        String laidOut = COMPILER.format(Source.of("group-h.kpi", TYPED)).orElseThrow();
        assertEquals(TEXT.text(), laidOut);
        same(TYPED);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void inEitherLanguage(Language language) {
        same(COMPILER.format(TEXT, language).orElseThrow());
    }

    private static void same(String laidOut) {
        KpiProgram program = COMPILER.compile(Source.of("group-h.kpi", laidOut)).orElseThrow();
        assertEquals(results(GroupH.program(FOLDER)), results(program));
    }

    /** Everything reports show, but for places in the text and for how the author spelled what is quoted from it. */
    private static String results(KpiProgram program) {
        StringBuilder results = new StringBuilder();
        for (int year : new int[] {109, 110}) {
            StringBuilder json = new StringBuilder();
            program.evaluate(GroupH.facts(program, FOLDER), Evaluation.of(ReportingPeriod.roc(year)))
                    .writeJson(json);
            results.append(json, 0, json.indexOf("\"diagnostics\""));
        }
        return results.toString()
                .replace("formula changed, not comparable", "公式調整，不適用")
                .replace(" + ", "+")
                .replace("＋", "+");
    }
}
