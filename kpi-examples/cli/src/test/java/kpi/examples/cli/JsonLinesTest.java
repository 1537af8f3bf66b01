package kpi.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A formula a line in, an answer a line out. */
class JsonLinesTest {
    private static Run calc(String... lines) {
        return Run.with(String.join("\n", lines) + "\n", "calc", "--jsonl", "--lang", "en");
    }

    private static Map<String, Object> answer(String line) {
        return JsonTree.object(calc(line).out());
    }

    private static Map<String, Object> error(String line) {
        return JsonTree.asObject(answer(line).get("error"));
    }

    @Test
    void theAnswerIsAsDocumented() {
        Run run = calc("{\"id\":\"1\",\"formula\":\"C/A*100\",\"inputs\":{\"C\":\"1,180億元\",\"A\":\"1,848億元\"},"
                + "\"unit\":\"%\",\"places\":2}");
        assertEquals(
                new Run(
                        0,
                        "{\"id\":\"1\",\"value\":\"63.85\",\"unit\":\"%\",\"exact\":\"14750/231\",\"approximate\":false}\n",
                        ""),
                run);
    }

    @Test
    void anErrorHasItsPlaceAndItsEdits() {
        Map<String, Object> error = error("{\"id\":\"1\",\"formula\":\"a/b)*100%\",\"inputs\":{\"a\":1,\"b\":2}}");
        assertEquals("PARSE_ERROR", error.get("class"));
        assertEquals("unopened-bracket", error.get("code"));
        assertEquals("1:4", error.get("line") + ":" + error.get("column"));
        Map<String, Object> edit = JsonTree.asObjects(error.get("edits")).get(0);
        assertEquals("{line=1, column=1, endLine=1, endColumn=1, text=(}", edit.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "'{\"formula\":\"1/0\"}'                                    | EVAL_ERROR  | division-by-zero",
                "'{\"formula\":\"ln(0)\"}'                                  | EVAL_ERROR  | outside-domain",
                "'{\"formula\":\"a\",\"inputs\":{\"a\":null}}'              | EVAL_ERROR  | missing-input",
                "'{\"formula\":\"a+1元\",\"inputs\":{\"a\":\"-\"}}'         | EVAL_ERROR  | missing-input",
                "'{\"formula\":\"a\"}'                                      | NAME_ERROR  | unknown-name",
                "'{\"formula\":\"a+b\",\"inputs\":{\"a\":\"1元\",\"b\":\"1人\"}}' | TYPE_ERROR | unit-clash",
                "'{\"formula\":\"1\",\"places\":99999999999}'               | LIMIT       | places-out-of-range",
                "'{\"formula\":\"1\",\"places\":-1}'                        | LIMIT       | places-out-of-range",
                "'{\"formula\":\"1\",\"places\":2.0}'                       | PARSE_ERROR | wrong-field",
                "'{\"formula\":\"1\",\"inputs\":[]}'                        | PARSE_ERROR | wrong-field",
                "'{\"formula\":\"1\",\"inputs\":{\"a\":true}}'              | PARSE_ERROR | wrong-field",
                "'{\"formula\":\"a\",\"inputs\":{\"a\":\"1..2\"}}'          | PARSE_ERROR | trailing-text",
                "'{\"formula\":\"a\",\"inputs\":{\"a\":\"NaN\"}}'           | PARSE_ERROR | not-a-number",
                "'{\"formula\":\"1\",\"inputs\":{\" \":\"1\"}}'             | NAME_ERROR  | bad-input-name",
                "'{\"formula\":\"A\",\"inputs\":{\"A\":\"1\",\"Ａ\":\"2\"}}' | NAME_ERROR | bad-input-name",
                "'{\"formula\":\"1\",\"unit\":\"以上\"}'                    | PARSE_ERROR | unreadable-unit",
                "'{\"unit\":\"%\"}'                                         | PARSE_ERROR | missing-field",
                "'{\"formula\":7}'                                          | PARSE_ERROR | wrong-field",
            })
    void everyKindOfErrorHasItsClassAndCode(String line, String problemClass, String code) {
        Map<String, Object> error = error(line);
        assertEquals(problemClass + " " + code, error.get("class") + " " + error.get("code"));
    }

    @Test
    void aMalformedLineIsAnsweredAndTheNextOnesToo() {
        Run run = calc(
                "{\"id\":\"a\",\"formula\":\"1\"}",
                "{\"id\":\"b\",\"formula\":",
                "",
                "nonsense",
                "[]",
                "{\"id\":7,\"formula\":\"1\"} more",
                "{\"id\":8,\"id\":9,\"formula\":\"1\"}",
                "{\"id\":{},\"formula\":\"2\"}",
                "{\"id\":1.50,\"formula\":\"3\"}");
        assertEquals(1, run.status());
        List<Map<String, Object>> answers = JsonTree.lines(run.out());
        assertEquals("[a, b, null, null, 7, 8, null, 1.50]", ids(answers).toString());
        for (int malformed : List.of(1, 2, 3, 4, 5)) {
            Map<String, Object> error = JsonTree.asObject(answers.get(malformed).get("error"));
            assertEquals("PARSE_ERROR bad-json-line", error.get("class") + " " + error.get("code"));
        }
        assertEquals("2", answers.get(6).get("value"));
        assertEquals("3", answers.get(7).get("value"));
    }

    private static List<Object> ids(List<Map<String, Object>> answers) {
        List<Object> ids = new ArrayList<>();
        answers.forEach(answer -> ids.add(answer.get("id")));
        return ids;
    }

    @Test
    void bytesThatAreNoUtf8AreRefusedAloneAndAByteOrderMarkIsNoText() {
        byte[] input =
                "\uFEFF{\"id\":1,\"formula\":\"1\"}\nx{\"id\":2,\"formula\":\"2\"}\r\n{\"id\":3,\"formula\":\"3\"}"
                        .getBytes(StandardCharsets.UTF_8);
        input[new String(input, StandardCharsets.UTF_8).indexOf('x') + 2] = (byte) 0xFF;
        List<Map<String, Object>> answers =
                JsonTree.lines(Run.with(input, "calc", "--jsonl").out());
        assertEquals("[1, null, 3]", ids(answers).toString());
    }

    @Test
    void aHugeFormulaIsALimitAndSoAreHugeDigitsAnywhere() {
        String digits = "9".repeat(10_000_000);
        Run run = calc(
                "{\"id\":1,\"formula\":\"" + digits + "\"}",
                "{\"id\":2,\"formula\":\"a\",\"inputs\":{\"a\":\"" + digits + "\"}}",
                "{\"id\":3,\"formula\":\"a\",\"inputs\":{\"a\":" + digits + "}}",
                "{\"id\":4,\"formula\":\"1\",\"places\":" + digits + "}",
                "{\"id\":" + digits + ",\"formula\":\"1\"}",
                "[".repeat(1_000_000),
                "{\"x\":" + "[".repeat(1_000_000));
        List<Map<String, Object>> answers = JsonTree.lines(run.out());
        for (int i : List.of(0, 1, 2, 3, 4, 6)) {
            assertEquals("LIMIT", JsonTree.asObject(answers.get(i).get("error")).get("class"), "line " + (i + 1));
        }
        assertEquals(
                "PARSE_ERROR", JsonTree.asObject(answers.get(5).get("error")).get("class"));
        assertTrue(run.out().length() < 10_000, "no answer repeats what was too long");
    }

    @Test
    void aLineThatNeverEndsIsSkippedWithoutBeingKept() {
        long length = Json.MAXIMUM_LINE + 1L;
        InputStream endless = new InputStream() {
            private long given;
            private final byte[] rest = "\n{\"id\":2,\"formula\":\"2\"}".getBytes(StandardCharsets.UTF_8);

            @Override
            public int read() {
                long at = given++;
                return at < length ? '9' : at - length < rest.length ? rest[(int) (at - length)] : -1;
            }
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Main.run(new String[] {"calc", "--jsonl"}, endless, out, OutputStream.nullOutputStream());
        List<Map<String, Object>> answers = JsonTree.lines(out.toString(StandardCharsets.UTF_8));
        assertEquals(
                "line-too-large", JsonTree.asObject(answers.get(0).get("error")).get("code"));
        assertEquals("2", answers.get(1).get("value"));
    }

    /** A caller that waits for one answer before it sends the next formula must not wait for ever. */
    @Test
    void eachAnswerIsThereBeforeTheNextLineIsRead() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> seen = new ArrayList<>();
        InputStream asking = new InputStream() {
            private int next;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                seen.add(out.toString(StandardCharsets.UTF_8));
                if (next == 2) {
                    return -1;
                }
                byte[] line = ("{\"id\":" + next++ + ",\"formula\":\"1\"}\n").getBytes(StandardCharsets.UTF_8);
                System.arraycopy(line, 0, buffer, offset, line.length);
                return line.length;
            }
        };
        Main.run(new String[] {"calc", "--jsonl"}, asking, out, OutputStream.nullOutputStream());
        assertEquals(
                List.of(0L, 1L, 2L),
                seen.stream().map(text -> text.lines().count()).toList());
    }

    @Test
    void anInputThatBreaksOffIsToldWithoutATrace() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(new String[] {"calc", "--jsonl"}, broken, OutputStream.nullOutputStream(), err);
        assertEquals(1, status);
        assertEquals("標準輸入中斷，無法讀完。\n", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void anOutputThatIsClosedIsToldWithoutATrace() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("closed");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(new String[] {"calc", "1"}, InputStream.nullInputStream(), closed, err);
        assertEquals(1, status);
        assertEquals("無法寫出結果：輸出端拒絕寫入。\n", err.toString(StandardCharsets.UTF_8));
        assertEquals(2, Main.run(new String[] {"calc"}, InputStream.nullInputStream(), closed, closed));
    }

    @Test
    void messagesComeInBothLanguages() {
        String line = "{\"formula\":\"1/0\"}";
        String chinese = Run.with(line, "calc", "--jsonl").out();
        assertFalse(
                chinese.equals(Run.with(line, "calc", "--jsonl", "--lang", "en").out()));
        assertTrue(chinese.contains("除"), chinese);
    }

    @Test
    void invisibleCharactersOfTheFormulaNeverReachTheAnswer() {
        Map<String, Object> error = error("{\"formula\":\"a\\u202Eb\\u0000\"}");
        String message = error.get("message").toString() + error.get("hint");
        assertTrue(message.contains("U+202E"), message);
        assertFalse(message.contains("\u202E"), message);
        assertNull(answer("{\"formula\":\"a\\u202Eb\"}").get("id"));
    }
}
