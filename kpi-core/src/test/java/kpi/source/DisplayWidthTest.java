package kpi.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import kpi.diagnostic.AnyText;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {
    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "A, 1",
        "~, 1",
        "' ', 1",
        "'\t', 1",
        "'\u0000', 0",
        "'\u007F', 0",
        "'\u0085', 0",
        "é, 1",
        "'\u0301', 0",
        "'e\u0301', 1",
        "公, 2",
        "式, 2",
        "Ａ, 2",
        "％, 2",
        "　, 2",
        "。, 2",
        "「, 2",
        "ｱ, 1",
        "￡, 2",
        "〔, 2",
        "あ, 2",
        "'か\u3099', 2",
        "ア, 2",
        "ー, 2",
        "가, 2",
        "'\u1100\u1161\u11A8', 2",
        "×, 1",
        "÷, 1",
        "①, 1",
        "≧, 1",
        "“, 1",
        "…, 1",
        "𠀀, 2",
        "\uD888\uDFFD, 2",
        "😀, 2",
        "𝐀, 1",
        "'\u200B', 0",
        "'\u202E', 0",
        "'\u2028', 0",
        "'\u2029', 0",
        "'\uFE0F', 0",
        "'\u00AD', 1",
        "'\u20DD', 0",
        "'\uD800', 1",
        "'\uE000', 1",
        "\u303F, 1",
        "\u3040, 1",
        "\u4DC0, 1",
        "\u4E00, 2",
        "\uFF60, 2",
        "\uFF61, 1",
        "\u10FF, 1",
        "\u1100, 2",
        "\u115F, 2",
        "'\u1160', 0",
        "'\u11FF', 0",
        "\u1200, 1"
    })
    void ofSamples(String text, int width) {
        assertEquals(width, DisplayWidth.of(text));
    }

    @Test
    void ofTheRarestHan() {
        assertEquals(2, DisplayWidth.of(0x3FFFD));
        assertEquals(1, DisplayWidth.of(0x3FFFE));
        assertEquals(1, DisplayWidth.of(Character.MAX_CODE_POINT));
    }

    @Provide
    Arbitrary<String> texts() {
        return AnyText.text(10);
    }

    @Property
    void isTheSumOfItsCodePoints(@ForAll("texts") String text) {
        int sum = 0;
        for (int codePoint : text.codePoints().toArray()) {
            sum += DisplayWidth.of(codePoint);
        }
        assertEquals(sum, DisplayWidth.of(text));
    }
}
