package kpi.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kpi.number.NumberText.Number;
import org.junit.jupiter.api.Test;

/**
 * The number cells of the hostile corpus: where an entry says the text is no number, it is not read as one to its end; where it
 * says which number it is, that number or none is read.
 */
class HostileNumbersTest {
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\": (?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|null)");

    @Test
    void noCellIsReadAsAnotherNumber() throws IOException {
        List<String> wrong = new ArrayList<>();
        int read = 0;
        for (String line : Files.readAllLines(Cases.file("hostile/numbers.jsonl"), StandardCharsets.UTF_8)) {
            Optional<String> text = field(line, "text");
            if (text.isEmpty()) {
                continue;
            }
            Optional<Exact> found = readToTheEnd(text.get());
            Optional<Exact> expected = field(line, "value").map(value -> Exact.of(new BigDecimal(value)));
            boolean mustRead = field(line, "expect").equals(Optional.of("VALUE"));
            boolean right = found.isPresent() ? found.equals(expected) : !mustRead;
            if (!right) {
                wrong.add(line + " but read " + found);
            }
            read++;
        }
        assertEquals(List.of(), wrong);
        assertTrue(read >= 40);
    }

    private static Optional<Exact> readToTheEnd(String text) {
        return NumberText.read(text, 0, NumberBudget.standard()) instanceof Number number
                        && number.end() == text.length()
                ? Optional.of(number.value())
                : Optional.empty();
    }

    private static Optional<String> field(String line, String name) {
        Matcher fields = FIELD.matcher(line);
        while (fields.find()) {
            if (fields.group(1).equals(name)) {
                return Optional.ofNullable(fields.group(2)).map(HostileNumbersTest::unescape);
            }
        }
        return Optional.empty();
    }

    private static String unescape(String json) {
        return Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)")
                .matcher(json)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(1).length() > 1
                                ? Character.toString(
                                        Integer.parseInt(match.group(1).substring(1), 16))
                                : match.group(1).equals("n") ? "\n" : match.group(1)));
    }
}
