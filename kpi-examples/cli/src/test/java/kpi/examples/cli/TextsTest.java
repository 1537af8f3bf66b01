package kpi.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import kpi.diagnostic.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every text is there in both languages. */
class TextsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d\\}");

    @Test
    void everyCodeHasItsTexts() {
        assertEquals(List.of(), Texts.missing(CliCode.values()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Words", "Usage"})
    void bothLanguagesSayTheSameThings(String file) throws IOException {
        Properties chinese = read(file + "_zh_TW.properties");
        Properties english = read(file + "_en.properties");
        assertEquals(chinese.stringPropertyNames(), english.stringPropertyNames());
        for (String key : chinese.stringPropertyNames()) {
            assertEquals(placeholders(chinese.getProperty(key)), placeholders(english.getProperty(key)), key);
            assertFalse(chinese.getProperty(key).isEmpty(), key);
        }
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().forEach(match -> found.add(match.group()));
        return found;
    }

    private static Properties read(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream bytes = TextsTest.class.getResourceAsStream(name)) {
            properties.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
