package kpi.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTextTest {
    @ParameterizedTest
    @CsvSource({
        "公式 Ａ×1, 公式 Ａ×1",
        "'a\u202Eb', a<U+202E>b",
        "'\u2066\u200E\u061C', <U+2066><U+200E><U+061C>",
        "'a\u200Bb\u200D\uFEFF\u2060', a<U+200B>b<U+200D><U+FEFF><U+2060>",
        "'a\u001B\u007F\u0085\t\n', a<U+001B><U+007F><U+0085><U+0009><U+000A>",
        "'\u2028\u2029', <U+2028><U+2029>",
        "'\uD800', <U+D800>",
        "'\uDC00\uD800', <U+DC00><U+D800>",
        "'\uDB40\uDC41', <U+E0041>",
        "'\uE000\uDBC0\uDC00', <U+E000><U+100000>",
        "'\uFFFE\uFDD0\uDBFF\uDFFF', <U+FFFE><U+FDD0><U+10FFFF>",
        "'葛\uDB40\uDD00', 葛<U+E0100>",
        "'\u3164\u115F\uFFA0\u2800\u034F\u17B4\u180B\uFE0F\uFFF0', <U+3164><U+115F><U+FFA0><U+2800><U+034F><U+17B4><U+180B><U+FE0F><U+FFF0>",
        "'\u00AD', <U+00AD>",
        "'e\u0301', 'e\u0301'",
        "'\u0301e', <U+0301>e",
        "'\u200B\u0301', <U+200B><U+0301>",
        "'e\u0301\u0301\u0301\u0301\u0301', 'e\u0301\u0301\u0301\u0301<U+0301>'",
        "'\u00A0\u3000', '\u00A0\u3000'",
    })
    void showsWhatCannotBeSeen(String text, String shown) {
        assertEquals(shown, VisibleText.of(text));
    }

    @Test
    void showsWhatATableOfTextCannotHold() {
        assertEquals("<U+0000>a<U+0000>", VisibleText.of("\u0000a\u0000"));
    }

    @Test
    void theRangesOfWhatCannotBeSeenHaveTheseEnds() {
        int[][] invisible = {
            {0x00, 0x1F},
            {0x7F, 0x9F},
            {0xAD, 0xAD},
            {0x34F, 0x34F},
            {0x115F, 0x1160},
            {0x17B4, 0x17B5},
            {0x180B, 0x180F},
            {0x200B, 0x200F},
            {0x2028, 0x202E},
            {0x2060, 0x206F},
            {0x2800, 0x2800},
            {0x3164, 0x3164},
            {0xD800, 0xF8FF},
            {0xFDD0, 0xFDEF},
            {0xFE00, 0xFE0F},
            {0xFEFF, 0xFEFF},
            {0xFFA0, 0xFFA0},
            {0xFFF0, 0xFFFB},
            {0xFFFE, 0xFFFF},
            {0x1FFFE, 0x1FFFF},
            {0xDFFFE, 0xE0FFF},
            {0xEFFFE, 0x10FFFF},
        };
        for (int[] range : invisible) {
            String name = VisibleText.number(range[0]);
            assertFalse(VisibleText.isVisible(range[0]), name);
            assertFalse(VisibleText.isVisible(range[1]), name);
            assertTrue(range[0] == 0 || VisibleText.isVisible(range[0] - 1), name);
            assertTrue(range[1] == 0x10FFFF || VisibleText.isVisible(range[1] + 1), name);
        }
        assertFalse(VisibleText.isVisible(0x2065), "not assigned, yet drawn as nothing");
    }

    @Test
    void namesCodePoints() {
        assertEquals("U+0041", VisibleText.number('A'));
        assertEquals("U+5167", VisibleText.number('內'));
        assertEquals("U+20000", VisibleText.number(0x20000));
    }

    @ParameterizedTest
    @CsvSource({
        "abc, 3, abc",
        "abcd, 3, ab…",
        "𠀀𠀁𠀂𠀃, 3, 𠀀𠀁…",
        "'ab\u202E', 10, ab<U+202E>",
        "'ab\u202E', 9, ab…",
        "abc, 1, …"
    })
    void cutsBetweenCharacters(String text, int maximum, String shown) {
        assertEquals(shown, VisibleText.of(text, maximum));
    }

    @Provide
    Arbitrary<String> texts() {
        return AnyText.text(40);
    }

    @Property
    void everythingShownCanBeSeen(@ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 80) int maximum) {
        for (String shown : new String[] {VisibleText.of(text), VisibleText.of(text, maximum)}) {
            assertTrue(shown.codePoints().allMatch(VisibleText::isVisible), shown);
        }
        String cut = VisibleText.of(text, maximum);
        assertTrue(cut.codePointCount(0, cut.length()) <= maximum);
    }

    @Property
    void showingTwiceChangesNothing(@ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 80) int maximum) {
        String shown = VisibleText.of(text, maximum);
        assertEquals(shown, VisibleText.of(shown, maximum));
    }
}
