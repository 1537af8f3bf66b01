package kpi.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Help, and command lines that are wrong: status 2, one line that says what, one that says where to look. */
class UsageTest {
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void helpShowsEachCommandWithAnExample(String language) {
        StringBuilder all =
                new StringBuilder(Run.of("--help", "--lang", language).out());
        for (String command : List.of("eval", "calc", "check", "test", "history", "fmt")) {
            Run run = Run.of(command, "--help", "--lang", language);
            assertEquals(0, run.status());
            assertEquals("", run.err());
            assertTrue(run.out().contains("kpi " + command + " "), run.out());
            all.append("\n----\n").append(run.out());
        }
        Golden.check("help-" + language + ".txt", all.toString());
    }

    @Test
    void theToolAloneSaysWhatThereIs() {
        Run run = Run.of();
        assertEquals(2, run.status());
        assertEquals(Run.of("--help").out(), run.err());
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongCommandLineIsStatusTwo(List<String> arguments) {
        Run run = Run.of(arguments.toArray(String[]::new));
        assertEquals(2, run.status(), run.err());
        assertEquals("", run.out());
        assertEquals(2, run.err().lines().count(), run.err());
        assertTrue(run.err().contains("--help"), run.err());
        assertFalse(run.err().contains("Exception"), run.err());
    }

    static List<List<String>> wrong() {
        String folder = GroupH.FOLDER.toString();
        return List.of(
                List.of("calx"),
                List.of("eval"),
                List.of("check"),
                List.of("test"),
                List.of("fmt"),
                List.of("history", folder),
                List.of("calc"),
                List.of("calc", "--typo"),
                List.of("calc", "1", "--places", "two"),
                List.of("calc", "1", "--places"),
                List.of("calc", "1", "x"),
                List.of("calc", "1", "=3"),
                List.of("calc", "x", "x=1", "x=2"),
                List.of("calc", "1", "--lang", "fr"),
                List.of("calc", "1", "--unit", "元", "--unit", "%"),
                List.of("calc", "1", "--jsonl"),
                List.of("calc", "--jsonl", "--unit", "%"),
                List.of("eval", folder, "--format", "xml"),
                List.of("eval", folder, "--period", "soon"),
                List.of("eval", folder, "--as-of", "110/2/29"),
                List.of("eval", folder, "--kpi", "HP4.3"),
                List.of("eval", folder, "--data", "no-such-folder"),
                List.of("eval", folder, "--dat", folder),
                List.of("check", folder, "--format", "table"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "calx                          | 多出來的參數：calx。是不是 calc？",
                "calx --lang en                | This argument is one too many: calx. Did you mean calc?",
                "eval --lang en                | Missing: PATH.",
                "eval ../group-h --kpi hf2.1   | 沒有指標「hf2.1」；是不是「HF2.1」？",
                "eval ../group-h --as-of 110/2/29 --lang=en | \"110/2/29\" is no date; write 109/12/15 or 2020-12-15 or the like.",
            })
    void theMessageSaysWhatIsWrong(String arguments, String message) {
        Run run = Run.of(arguments.split(" +"));
        assertEquals(message, run.err().lines().findFirst().orElse(""));
    }

    @Test
    void anArgumentFileIsNotExpanded() {
        assertEquals(2, Run.of("@arguments").status());
    }
}
