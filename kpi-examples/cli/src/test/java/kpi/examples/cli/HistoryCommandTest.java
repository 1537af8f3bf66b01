package kpi.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** KPIs over the years, with the data of Group H. */
class HistoryCommandTest {
    private static final String GROUP_H = GroupH.FOLDER.toString();

    /** 109 counts people, 110 is a share of them; the years from 110 have targets and no actuals yet. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void aBrokenSeriesIsToldAndNotCompared(String language) {
        Run run = Run.of(
                "history", GROUP_H, "--kpi", "HC1.1", "--kpi", "HF3.1", "--from", "107", "--to", "112", "--lang",
                language);
        assertEquals(0, run.status(), run.err());
        Golden.check("history-" + language + ".txt", run.out());
    }

    @Test
    void programsReadTheSame() {
        Golden.check(
                "history.csv",
                Run.of("history", GROUP_H, "--kpi", "HC1.1", "--kpi", "HF3.1", "--to", "112", "--format", "csv")
                        .out());
        String json = Run.of("history", GROUP_H, "--kpi", "HC1.1", "--from", "109", "--to", "110", "--format", "json")
                .out();
        List<?> histories = (List<?>) JsonTree.object(json).get("histories");
        List<?> periods = (List<?>) ((Map<?, ?>) histories.get(0)).get("periods");
        Map<?, ?> next = (Map<?, ?>) periods.get(1);
        Map<?, ?> change = (Map<?, ?>) next.get("yearOnYear");
        assertEquals("110", next.get("version"));
        assertEquals("109", change.get("from"));
        assertEquals("formula-changed", change.get("comparable"));
        assertEquals("226157", ((Map<?, ?>) change.get("before")).get("value"));
        assertEquals(null, change.get("difference"));
    }

    /** HF1.1 of 109 was 94.16 % by its formula until the whole year's figure was reported. */
    @Test
    void aDayAskedForHidesWhatWasLearnedLater() {
        String early = Run.of(
                        "history",
                        GROUP_H,
                        "--kpi",
                        "HF1.1",
                        "--from",
                        "109",
                        "--to",
                        "109",
                        "--as-of",
                        "109/12/15",
                        "--lang",
                        "en")
                .out();
        assertTrue(early.startsWith("HF1.1 歲入預算執行率  ROC 109 (as known on 109/12/15)\n"), early);
        assertTrue(early.contains("94.16 %"), early);
        assertTrue(Run.of("history", GROUP_H, "--kpi", "HF1.1", "--lang", "en")
                .out()
                .contains("ROC 106 to ROC 110"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--to 109                              | Missing: --kpi ID.",
                "--kpi HC1.1 --from 110 --to 109       | 110 to 109 is no row of periods",
                "--kpi HC1.1 --from 109Q1 --to 109     | 109Q1 to 109 is no row of periods",
                "--kpi HC1.1 --from soon               | \"soon\" is no period",
                "--kpi hc1.1                           | There is no KPI \"hc1.1\"; did you mean \"HC1.1\"?",
                "--kpi HC1.1 --period 109              | There is no option --period",
            })
    void whatCannotBeAskedIsWrongUsage(String arguments, String message) {
        Run run = Run.of(("history ../group-h --lang en " + arguments).split(" +"));
        assertEquals(2, run.status(), run.err());
        assertTrue(run.err().startsWith(message), run.err());
    }
}
