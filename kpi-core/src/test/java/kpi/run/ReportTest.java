package kpi.run;

import static kpi.run.Card.Y109;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import kpi.GoldenFile;
import kpi.diagnostic.Language;
import kpi.report.CsvReport;
import kpi.report.TableReport;
import kpi.result.KpiOutputException;
import kpi.result.ScorecardResult;
import org.junit.jupiter.api.Test;

/** Reports as files one can read. */
class ReportTest {
    private static final KpiProgram PROGRAM = MiniGroupH.program();
    private static final ScorecardResult WHOLE =
            PROGRAM.evaluate(MiniGroupH.properties(PROGRAM).build().orElseThrow(), Evaluation.of(Y109));
    /** HF2.1 has no rows, HF1.1 is not known yet. */
    private static final ScorecardResult PARTIAL =
            PROGRAM.evaluate(Evaluation.of(Y109).knownOn(MiniGroupH.NOV_30));

    /** JSON with a line break before every KPI, node and diagnostic, so that a difference is a line. */
    private static String json(ScorecardResult result, Language language) {
        StringBuilder out = new StringBuilder();
        result.writeJson(out, language);
        return out.toString()
                .replace("{\"id\":", "\n {\"id\":")
                .replace("{\"kind\":", "\n {\"kind\":")
                .replace("{\"severity\":", "\n {\"severity\":")
                .replace(",\"nodes\"", ",\n\"nodes\"")
                .replace(",\"diagnostics\"", ",\n\"diagnostics\"");
    }

    @Test
    void jsonSaysEverythingInTheOrderOfTheText() {
        GoldenFile.check("kpi/run/whole.json", json(WHOLE, Language.ZH_TW));
        GoldenFile.check("kpi/run/partial-en.json", json(PARTIAL, Language.EN));
    }

    @Test
    void theTableReadsAsTheReportPrintsIt() throws IOException {
        StringBuilder zh = new StringBuilder();
        TableReport.write(WHOLE, Language.ZH_TW, zh);
        GoldenFile.check("kpi/run/whole.txt", zh.toString());
        StringBuilder en = new StringBuilder();
        TableReport.write(PARTIAL, Language.EN, en);
        GoldenFile.check("kpi/run/partial-en.txt", en.toString());
        StringBuilder one = new StringBuilder();
        TableReport.write(WHOLE, WHOLE.kpis().subList(4, 5), Language.ZH_TW, one);
        GoldenFile.check("kpi/run/one.txt", one.toString());
    }

    @Test
    void csvHasARowForEachKpi() throws IOException {
        StringBuilder out = new StringBuilder();
        CsvReport.write(PARTIAL, Language.ZH_TW, out);
        GoldenFile.check("kpi/run/partial.csv", out.toString());
        assertEquals(9, out.toString().split("\n").length);
    }

    @Test
    void aTargetThatRefusesIsToldAsOurException() {
        Appendable full = new Appendable() {
            @Override
            public Appendable append(CharSequence text) throws IOException {
                throw new IOException("disk full");
            }

            @Override
            public Appendable append(CharSequence text, int start, int end) throws IOException {
                throw new IOException("disk full");
            }

            @Override
            public Appendable append(char c) throws IOException {
                throw new IOException("disk full");
            }
        };
        assertThrows(KpiOutputException.class, () -> WHOLE.writeJson(full));
    }
}
