package kpi.diagnostic;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
 * <p>Never throws: where a text is missing, its key stands for it. {@link #missing} tells a test what is missing.
 *
 * <p>Example: {@code Texts.of("CommonCode", CommonCode.class::getResourceAsStream)}.
 */
public final class Texts {
    private final String baseName;
    private final Function<String, @Nullable InputStream> resource;
    private volatile @Nullable Files files;

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

    Optional<String> find(String key, Language language) {
        return Optional.ofNullable(files().in(language).get(key));
    }

    /**
     * What a set of codes lacks: ids that are no kebab case or stand twice, messages and remedies that are missing in a
     * language, labels that only one language has, placeholders that differ between the languages, keys written twice.
     * Empty when all is well; meant for the test of each set of codes.
     */
    public static List<String> missing(Code[] codes) {
        Set<String> ids = new TreeSet<>();
        List<String> missing = new ArrayList<>();
        Map<String, Texts> files = new TreeMap<>();
        for (Code code : codes) {
            if (!code.id().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || !ids.add(code.id())) {
                missing.add("id " + code.id());
            }
            code.texts().compare(code.id() + ".message", missing);
            code.texts().compare(code.id() + ".remedy", missing);
            files.put(code.texts().baseName, code.texts());
        }
        for (Texts texts : files.values()) {
            Files read = texts.files();
            Set<String> labels = new TreeSet<>(read.chinese.keySet());
            labels.addAll(read.english.keySet());
            labels.removeIf(key -> !key.startsWith("label."));
            labels.forEach(key -> texts.compare(key, missing));
            read.twice.forEach(key -> missing.add(key + " stands twice"));
        }
        return List.copyOf(missing);
    }

    private void compare(String key, List<String> missing) {
        boolean isWhole = true;
        for (Language language : Language.values()) {
            if (find(key, language).orElse("").isBlank()) {
                missing.add(key + " (" + language.tag() + ")");
                isWhole = false;
            }
        }
        Set<String> chinese = Template.placeholders(text(key, Language.ZH_TW));
        Set<String> english = Template.placeholders(text(key, Language.EN));
        if (isWhole && !chinese.equals(english)) {
            missing.add(key + ": placeholders " + chinese + " and " + english);
        }
    }

    private Files files() {
        Files read = files;
        if (read == null) {
            // Two threads may both come here; they read the same.
            Set<String> twice = new TreeSet<>();
            read = new Files(load(Language.ZH_TW, twice), load(Language.EN, twice), twice);
            files = read;
        }
        return read;
    }

    private Map<String, String> load(Language language, Set<String> twice) {
        Map<String, String> texts = new TreeMap<>();
        Properties properties = new Properties() {
            private static final long serialVersionUID = 1L;

            // The only way to hear of a key that stands twice: loading keeps the last.
            @Override
            public synchronized @Nullable Object put(Object key, Object value) {
                if (texts.put((String) key, (String) value) != null) {
                    twice.add(key + " (" + language.tag() + ")");
                }
                return null;
            }
        };
        try (InputStream bytes = resource.apply(baseName + "_" + language.tag() + ".properties")) {
            if (bytes != null) {
                properties.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            }
        } catch (IOException | RuntimeException unreadable) {
            // What was read so far serves; a problem must reach its reader even if its texts are damaged.
            twice.add("damaged: " + unreadable);
        }
        return texts;
    }

    private record Files(Map<String, String> chinese, Map<String, String> english, Set<String> twice) {
        Map<String, String> in(Language language) {
            return switch (language) {
                case ZH_TW -> chinese;
                case EN -> english;
            };
        }
    }
}
