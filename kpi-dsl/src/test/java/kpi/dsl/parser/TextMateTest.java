package kpi.dsl.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The grammar for editors is made from the keywords, so that it knows each of them. */
class TextMateTest {
    private static final Path FILE = Path.of("..", "docs", "editors", "kpi.tmLanguage.json");
    private static final String MATCH = "\"match\": \"";

    @Test
    void theFileIsMadeFromTheKeywords() throws IOException {
        if (Boolean.getBoolean("kpi.golden.accept")) {
            Files.writeString(FILE, TextMate.json(), StandardCharsets.UTF_8);
        }
        assertEquals(
                TextMate.json(),
                Files.readString(FILE, StandardCharsets.UTF_8),
                "keywords changed: run with -Dkpi.golden.accept=true");
    }

    @Test
    void everyKeywordIsMatchedWhereItStands() {
        List<Pattern> patterns = patterns();
        for (String word : TextMate.spellings(true)) {
            Matcher matcher = patterns.get(4).matcher("  " + word + " x");
            assertTrue(matcher.find() && matcher.group(1).equals(word), word);
        }
        for (String word : TextMate.spellings(false)) {
            Matcher matcher = patterns.get(6).matcher("x " + word + " x");
            assertTrue(matcher.find() && matcher.group().equals(word), word);
        }
    }

    @Test
    void aNameIsNoKeyword() {
        Pattern words = patterns().get(6);
        assertTrue(!words.matcher("且非限制").find(), "a run of Han characters is one word");
        assertTrue(!words.matcher("android").find());
    }

    /** A string of JSON, and a pattern that compiles. */
    private static List<Pattern> patterns() {
        List<Pattern> patterns = new ArrayList<>();
        TextMate.json().lines().filter(line -> line.contains(MATCH)).forEach(line -> {
            String text = line.substring(line.indexOf(MATCH) + MATCH.length(), line.lastIndexOf('"'));
            patterns.add(Pattern.compile(text.replace("\\\"", "\"").replace("\\\\", "\\")));
        });
        assertEquals(11, patterns.size());
        return patterns;
    }
}
