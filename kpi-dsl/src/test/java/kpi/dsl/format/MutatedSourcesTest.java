package kpi.dsl.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.diagnostic.Limits;
import kpi.source.Source;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Good sources with words left out, doubled or moved: what can still be read is laid out to what says the same. */
class MutatedSourcesTest {
    private static final List<Source> GOOD = Sources.good();

    @Property
    void whatReadsIsLaidOutToWhatSaysTheSame(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int changes) {
        Random random = new Random(seed);
        String text = GOOD.get(random.nextInt(GOOD.size())).text();
        for (int i = 0; i < changes; i++) {
            text = changed(text, random);
        }
        Source source = Source.of("mutated.kpi", text);
        Checked<String> laidOut = format(source, Optional.empty());
        if (laidOut.value().isEmpty()) {
            return;
        }
        String tree = Trees.of(source);
        assertEquals(tree, Trees.of(Source.of("mutated.kpi", laidOut.orElseThrow())), text);
        for (Language language : Language.values()) {
            String translated = format(source, Optional.of(language)).orElseThrow();
            assertEquals(tree, Trees.of(Source.of("mutated.kpi", translated)), text);
        }
    }

    /** Found by the property: what is no range is laid out, too, and read as before. */
    @Example
    void aCellThatIsNoRangeSaysTheSame() {
        Source source = Source.of("mutated.kpi", "bands I(x: number → y: number) {\n  未滿10未滿10 | 0 – 5\n}\n");
        for (Language language : Language.values()) {
            String translated = format(source, Optional.of(language)).orElseThrow();
            assertEquals(Trees.of(source), Trees.of(Source.of("mutated.kpi", translated)));
        }
    }

    private static Checked<String> format(Source source, Optional<Language> language) {
        return Formatter.format(source, Limits.standard(), language, Library.names(), Map.of());
    }

    private static String changed(String text, Random random) {
        String[] words = text.split("(?<=[\\s()（）,，:：.|{}])|(?=[\\s()（）,，:：.|{}])");
        int at = random.nextInt(words.length);
        int other = random.nextInt(words.length);
        String word = words[at];
        switch (random.nextInt(4)) {
            case 0 -> words[at] = "";
            case 1 -> words[at] = word + word;
            case 2 -> words[at] = word + " " + words[other];
            default -> words[at] = words[other];
        }
        return String.join("", words);
    }
}
