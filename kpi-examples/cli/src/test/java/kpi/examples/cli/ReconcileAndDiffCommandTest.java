package kpi.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was published, held against what is computed; and two evaluations held against each other. */
class ReconcileAndDiffCommandTest {
    private static final String GROUP_H = GroupH.FOLDER.toString();

    @TempDir
    private Path folder;

    @Test
    void everyPublishedFigureOfGroupHHasItsVerdict() {
        for (String language : List.of("zh", "en")) {
            Run run = Run.of("reconcile", GROUP_H, "--period", "109", "--lang", language);
            assertEquals(0, run.status());
            Golden.check("reconcile-" + language + ".txt", run.out());
        }
    }

    @Test
    void theVerdictsAreInTheJson() {
        Map<String, Object> result = JsonTree.object(Run.of("reconcile", GROUP_H, "--period", "109", "--format", "json")
                .out());
        List<?> published = (List<?>) result.get("published");
        assertEquals(50, published.size());
        assertEquals(
                5,
                published.stream()
                        .filter(each -> "contradicts".equals(((Map<?, ?>) each).get("verdict")))
                        .count());
    }

    /** HF1.1 was 94.16 % by its formula until the whole year's figure was reported: that one figure is the cause. */
    @Test
    void theOneDatumThatChangedIsNamed() {
        for (String language : List.of("zh", "en")) {
            Run run = Run.of("diff", GROUP_H, "--period", "109", "--as-of", "109/12/15", "--lang", language);
            assertEquals(0, run.status());
            Golden.check("diff-" + language + ".txt", run.out());
        }
        Golden.check(
                "diff.json",
                Run.of("diff", GROUP_H, "--period", "109", "--as-of", "109/12/15", "--format", "json")
                        .out());
    }

    @Test
    void nothingChangesBetweenOneDateAndItself() {
        Run run = Run.of("diff", GROUP_H, "--period", "109", "--as-of", "109/12/15", "--to", "109/12/15");
        assertEquals(new Run(0, "109年（109/12/15 所知） → 109年（109/12/15 所知）\n沒有任何變動。\n", ""), run);
    }

    @Test
    void dataOfTwoFoldersAreCompared() throws IOException {
        Path text = write(
                "text",
                "a.kpi",
                "calendar roc\ndata T(x: number)\nkpi A \"sum\" {\n  input b in 人\n  formula sum(T.x) × b / b\n"
                        + "  unit number\n}\nkpi B \"twice\" {\n  formula A × 2\n  unit number\n}\nkpi C \"other\" {\n  input c in 人\n  formula c\n  unit 人\n}\n");
        Path old = write("old", "T.csv", "x\n1\n2\n");
        write("old", "inputs.csv", "period,input,value\n109,b,3\n109,c,7\n");
        Path now = write("now", "T.csv", "x\n1\n5\n6\n");
        write("now", "inputs.csv", "period,input,value\n109,b,3\n109,c,7\n");
        Run run = Run.of(
                "diff",
                text.toString(),
                "--old-data",
                old.toString(),
                "--data",
                now.toString(),
                "--period",
                "109",
                "--lang",
                "en");
        assertEquals(
                "ROC 109 → ROC 109\n\nA sum\n  actual: 3 → 12\n  because of the dataset \"T\": 2 rows → 3 rows, 1 of them different\n"
                        + "\nB twice\n  actual: 6 → 24\n  because of the KPI A\n",
                run.out());
    }

    @Test
    void whatToCompareWithMustBeSaid() {
        Run run = Run.of("diff", GROUP_H, "--period", "109", "--lang", "en");
        assertEquals(2, run.status());
        assertTrue(run.err().contains("--as-of DATE, or --old-data DIR"));
    }

    private Path write(String in, String name, String text) throws IOException {
        Path directory = Files.createDirectories(folder.resolve(in));
        Files.writeString(directory.resolve(name), text, StandardCharsets.UTF_8);
        return directory;
    }
}
