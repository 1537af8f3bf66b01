package kpi.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Equal texts have one code, others another: as a map would have it. */
class DictionaryTest {
    /** Short texts of few characters, among them those that are the numbers of lengths. */
    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> few = Arbitraries.strings()
                .withChars('\0', '\1', '\2', '\3', '\4', '\5', ' ', 'A', '是')
                .ofMaxLength(6);
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(40);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(5, few), net.jqwik.api.Tuple.of(1, any))
                .list()
                .ofMaxSize(400);
    }

    @Property
    void isAMapOfTexts(@ForAll("texts") List<String> texts) {
        Dictionary dictionary = new Dictionary();
        Map<String, Integer> model = new LinkedHashMap<>();
        for (String text : texts) {
            char[] padded = ("?" + text + "?").toCharArray();
            assertEquals(
                    model.getOrDefault(text, Dictionary.UNKNOWN), dictionary.find(padded, 1, text.length() + 1), text);
            int code = dictionary.code(padded, 1, text.length() + 1);
            assertEquals(model.computeIfAbsent(text, any -> model.size()), code, text);
        }
        assertEquals(List.copyOf(model.keySet()), dictionary.texts());
    }

    @Test
    void lengthsAreNoCharacters() {
        Dictionary dictionary = new Dictionary();
        List<String> texts = List.of("", "\0", "\1", "\1A", "\0A", "A", "\2AB", "AB", "\3ABC", "ABC", "\0ABC", "\0\0A");
        texts.forEach(dictionary::code);
        assertEquals(texts, dictionary.texts());
    }
}
