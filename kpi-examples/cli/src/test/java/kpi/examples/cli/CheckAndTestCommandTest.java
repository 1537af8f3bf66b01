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

/** Texts checked without data, and their own examples worked. */
class CheckAndTestCommandTest {
    private static final List<String> MISTAKES = List.of(
            "kpi A {",
            "  input 人數 in 人",
            "  input 經費 in 元",
            "  formula 人數 + 經費",
            "  unit 人",
            "}",
            "kpi B {",
            "  formula 達成數/總數)*100%",
            "  unit %",
            "}");

    @TempDir
    private Path folder;

    private String file(List<String> lines) throws IOException {
        Path file = folder.resolve("a.kpi");
        Files.write(file, lines, StandardCharsets.UTF_8);
        return file.toString();
    }

    @Test
    void aGoodTextIsSaidToBeGood() throws IOException {
        String file = file(List.of("kpi A {", "  input a, b in 件", "  formula a / b", "  unit %", "}"));
        assertEquals(new Run(0, "已檢查 1 個檔案，沒有錯誤，也沒有警告。\n", ""), Run.of("check", file));
        assertEquals(new Run(0, "{\"diagnostics\":[]}\n", ""), Run.of("check", file, "--format", "json"));
    }

    /** Targets of the document that ask for little are warned of, and warnings are no failure. */
    @Test
    void whatTheDocumentShowsIsWarnedOf() {
        Run run = Run.of("check", GroupH.FOLDER.toString());
        assertEquals(0, run.status());
        assertTrue(run.out().endsWith("已檢查 1 個檔案：錯誤 0 個，警告 5 個。\n"), run.out());
    }

    @Test
    void everyMistakeIsDrawnAndCounted() throws IOException {
        String file = file(MISTAKES);
        for (String language : List.of("zh", "en")) {
            Run run = Run.of("check", file, "--lang", language);
            assertEquals(1, run.status());
            Golden.check("check-" + language + ".txt", run.out().replace(folder.toString(), "FOLDER"));
        }
    }

    @Test
    void everyMistakeIsInTheJsonWithItsPlace() throws IOException {
        Map<String, Object> result =
                JsonTree.object(Run.of("check", file(MISTAKES), "--format=json").out());
        Map<String, Object> clash =
                JsonTree.asObjects(result.get("diagnostics")).get(0);
        assertEquals(
                "error TYPE_ERROR 4:14",
                clash.get("severity") + " " + clash.get("class") + " " + clash.get("line") + ":" + clash.get("column"));
        for (String field : List.of("code", "file", "endLine", "endColumn", "message", "hint", "edits")) {
            assertTrue(clash.containsKey(field), field);
        }
    }

    @Test
    void theExamplesOfGroupHPass() {
        Run run = Run.of("test", GroupH.FOLDER.toString());
        assertEquals(0, run.status());
        Golden.check("test-group-h.txt", run.out());
    }

    @Test
    void anExampleThatFailsIsStatusOne() throws IOException {
        String file = file(List.of(
                "kpi A {",
                "  input x in 人",
                "  input y in 人",
                "  formula x / y",
                "  unit %",
                "  example \"half\" 109",
                "    given x = 1; y = 3",
                "    expect 50%",
                "}"));
        Run run = Run.of("test", file, "--lang", "en");
        assertEquals(1, run.status(), run.err());
        Golden.check("test-failed.txt", run.out().replace(folder.toString(), "FOLDER"));
    }

    @Test
    void examplesThatDoNotCompileAreListedAsNotRun() throws IOException {
        String file = file(List.of(
                "kpi A {",
                "  input x in 人",
                "  formula x + 經費",
                "  unit 人",
                "  example \"of a broken formula\" given x = 1   expect 1 人",
                "  law actual never falls when x rises",
                "      actual at most 100 人",
                "}",
                "kpi B {",
                "  input x in 人",
                "  formula x",
                "  unit 人",
                "  example \"good\" given x = 1   expect 1 人",
                "  example \"of an unknown name\" given y = 1   expect 1 人",
                "  example \"that fails\" given x = 1   expect 2 人",
                "  law actual never falls when x rises",
                "      actual never falls when y rises",
                "}",
                "kpi C {",
                "  formula D",
                "  unit 人",
                "  example \"rests on D\" 113   expect 2 人",
                "  example \"given D\" given D = 2   expect 2 人",
                "  example \"given another D\" given D = 3   expect 2 人",
                "  law actual at most 100 人",
                "}",
                "kpi D {",
                "  formula C",
                "  unit 人",
                "  example \"that cannot be read\" given expect expect",
                "  law actual falls never when x rises",
                "  from 110 { law actual at least 0 人 }",
                "}",
                "kpi E {",
                "  input x in 人",
                "  formula x + F",
                "  unit 人",
                "  example \"in a cycle\" given x = 1   expect 2 人",
                "  law actual never falls when x rises",
                "}",
                "kpi F {",
                "  formula E",
                "  unit 人",
                "  example \"given the other of the cycle\" given E = 1   expect 1 人",
                "}",
                "kpi F {",
                "  formula 1 人",
                "  unit 人",
                "  example \"of a KPI declared twice\" 109   expect 1 人",
                "  law actual at most 1 人",
                "}",
                "kpi G title \"without quotes\" {",
                "  formula 1 人",
                "  unit 人",
                "  example \"below a head that cannot be read\" 109   expect 1 人",
                "  law actual at most 1 人",
                "}"));
        for (String language : List.of("zh", "en")) {
            Run run = Run.of("test", file, "--lang", language);
            assertEquals(1, run.status(), run.err());
            Golden.check("test-not-run-" + language + ".txt", run.out().replace(folder.toString(), "FOLDER"));
        }
    }

    @Test
    void aLawIsTriedOnceAtLeast() throws IOException {
        String file = file(List.of("kpi A {", "  formula 1", "  unit number", "}"));
        for (String cases : List.of("0", "-5")) {
            Run run = Run.of("test", file, "--cases", cases, "--lang", "en");
            assertEquals(2, run.status());
            assertTrue(run.err().contains("1 or more, not " + cases), run.err());
        }
    }

    @Test
    void aLawThatIsRefutedIsStatusOneAndShowsFacts() throws IOException {
        String file = file(List.of(
                "kpi A {",
                "  input x, y in 人",
                "  formula x / y",
                "  unit %",
                "  law actual never falls when x rises",
                "      actual at most 100%",
                "}"));
        Run run = Run.of("test", file, "--lang", "en", "--seed", "7", "--cases", "50");
        assertEquals(1, run.status(), run.err());
        Golden.check("test-law.txt", run.out().replace(folder.toString(), "FOLDER"));
    }
}
