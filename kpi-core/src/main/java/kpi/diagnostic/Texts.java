package kpi.diagnostic;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Texts by key, in two languages, from two property files in UTF-8: {@code <base>_en.properties} and
 * {@code <base>_zh_TW.properties}. The files are read once, when a text is first wanted. A placeholder is a name in
 * braces, such as <code>{name}</code>.
 *
 * <p>Never throws: where a text is missing, the key stands for it. {@link #missing} tells a test what is missing.
 *
 * <p>Example: {@code Texts.of("CommonCode", CommonCode.class::getResourceAsStream)}.
 */
public final class Texts {
    private final String baseName;
    private final Function<String, @Nullable InputStream> resource;
    private volatile @Nullable Map<Language, Map<String, String>> files;

    private Texts(String baseName, Function<String, @Nullable InputStream> resource) {
        this.baseName = Objects.requireNonNull(baseName, "baseName");
        this.resource = Objects.requireNonNull(resource, "resource");
    }

    /** Texts from the files that the function opens; it answers null for a file that does not exist. */
    public static Texts of(String baseName, Function<String, @Nullable InputStream> resource) {
        return new Texts(baseName, resource);
    }

    /** The text of a key, with its placeholders; the key itself if there is none. */
    public String text(String key, Language language) {
        return find(key, language).orElse(key);
    }

    public boolean has(String key, Language language) {
        return find(key, language).isPresent();
    }

    /** All keys of a language, in order. */
    public Set<String> keys(Language language) {
        return Set.copyOf(file(language).keySet());
    }

    Optional<String> find(String key, Language language) {
        return Optional.ofNullable(file(language).get(key));
    }

    /**
     * What a set of codes lacks: messages and remedies absent in a language, labels present in one language only,
     * placeholders that differ between the languages. Empty when all is well; meant for a test.
     */
    public static List<String> missing(Code[] codes) {
        List<String> missing = new ArrayList<>();
        Map<String, Texts> labels = new TreeMap<>();
        for (Code code : codes) {
            Texts texts = code.texts();
            texts.compare(code.id() + ".message", missing);
            texts.compare(code.id() + ".remedy", missing);
            for (Language language : Language.values()) {
                texts.keys(language).stream()
                        .filter(key -> key.startsWith("label."))
                        .forEach(key -> labels.put(key, texts));
            }
        }
        labels.forEach((key, texts) -> texts.compare(key, missing));
        return List.copyOf(missing);
    }

    private void compare(String key, List<String> missing) {
        for (Language language : Language.values()) {
            if (text(key, language).isBlank() || !has(key, language)) {
                missing.add(key + " (" + language.tag() + ")");
            }
        }
        Set<String> chinese = Template.placeholders(text(key, Language.ZH_TW));
        Set<String> english = Template.placeholders(text(key, Language.EN));
        if (has(key, Language.ZH_TW) && has(key, Language.EN) && !chinese.equals(english)) {
            missing.add(key + ": placeholders " + new TreeSet<>(chinese) + " and " + new TreeSet<>(english));
        }
    }

    private Map<String, String> file(Language language) {
        Map<Language, Map<String, String>> read = files;
        if (read == null) {
            // Two threads may both read: they read the same.
            read = new EnumMap<>(Language.class);
            for (Language each : Language.values()) {
                read.put(each, load(baseName + "_" + each.tag() + ".properties"));
            }
            files = read;
        }
        return Objects.requireNonNull(read.get(language));
    }

    private Map<String, String> load(String file) {
        Properties properties = new Properties();
        try (InputStream bytes = resource.apply(file)) {
            if (bytes != null) {
                properties.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            // A text that cannot be read is shown as its key: a problem must reach its reader.
            return Map.of();
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }
}
