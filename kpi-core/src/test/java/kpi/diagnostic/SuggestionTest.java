package kpi.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    @Test
    void ofVeryManyNamesOneThatBeginsOrEndsAlikeIsFound() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            many.add("zz" + i + "zz");
        }
        many.add("revenue");
        assertEquals(Optional.of("revenue"), Suggestion.nearest("revenne", many));
        assertEquals(Optional.of("revenue"), Suggestion.nearest("Xevenue", many));
        assertEquals(Optional.empty(), Suggestion.nearest("", many));
        assertEquals(Optional.of("revenue"), Suggestion.nearest("XevenuX", List.of("revenue")));
    }

    @ParameterizedTest
    @CsvSource({
        "稅課收人, 稅課收入, one character",
        "收人, 收入, one of two Han characters",
        "內政收人, 內政收入, one character",
        "内政收入, 內政收入, another form of one character",
        "税課收入, 稅課收入, another form of one character",
        "预算数, 預算數, simplified",
        "avg, аvg, a Cyrillic letter",
        "О, o, a Cyrillic letter alone",
        "Ａverage, average, width and case",
        "REVENUE, revenue, case",
        "'rev\u200Benue', revenue, a character that cannot be seen",
        "'稅課收入(預算數)', '稅課收入（預算數）', width of brackets",
        "'稅課收入 (預算數)', '稅課收入（預算數）', a blank",
        "'預算數(稅課收入)', '稅課收入(預算數)', parts exchanged",
        "'歲出(中央)(決算)', '歲出(決算)(中央)', qualifiers exchanged",
        "total_income, income_total, words exchanged",
        "決算歲入, 歲入決算, halves exchanged",
        "稅課收入, 稅課收入(預算數), a qualifier left out",
        "稅課收入〔決算數〕, 稅課收入, a qualifier too many",
        "reveune, revenue, neighbours exchanged",
        "revnue, revenue, one left out",
        "revvenue, revenue, one too many",
        "rat, cat, one of three letters",
        "populaton densty, population density, two",
        "HP4-2, HP4.2, another sign between",
        "HP42, HP4.2, a sign left out",
        "abcde, abcxe, one of five",
        "abcdef, abcdxx, two of six",
        "abcdefghijk, abcdefghixx, two of eleven",
        "abcdefghijkl, abcdefghixyz, three of twelve",
        "歲入, 歲入(預算), the shortest base",
        "ab!c, ab！c, width of the first sign",
        "ab~c, ab～c, width of the last sign",
    })
    void isNear(String unknown, String known, String why) {
        assertEquals(Optional.of(known), Suggestion.nearest(unknown, List.of("歲出總額", known, "zzz")), why);
    }

    @ParameterizedTest
    @CsvSource({
        "revenue, 歲入, nothing in common",
        "HP4.3, HP4.2, another number",
        "16歲以上人口, 15歲以上人口, another number",
        "ab, ac, too short",
        "人, 入, too short",
        "收支, 歲入, both characters",
        "abcde, abcxx, two of five",
        "abcdef, abcxyz, three of six",
        "abcdefghijk, abcdefghxyz, three of eleven",
        "abcdefghijkl, abcdefghwxyz, four of twelve",
        "abc, bca, too short to be halves",
        "稅, 稅(預算), too short for a base",
        "％, ＋, no words at all",
        "revenue, revenue of last year, a longer name",
        "same, same, the name itself",
    })
    void isNotNear(String unknown, String known, String why) {
        assertEquals(Optional.empty(), Suggestion.nearest(unknown, List.of(known)), why);
    }

    @Test
    void theNearestComesFirstThenTheOrderOfCharacters() {
        List<String> known = List.of("revenued", "revenux", "Revenue", "revenua", "other");
        assertEquals(
                List.of("Revenue", "revenua", "revenued", "revenux"),
                Suggestion.among(known).near("revenue", 9));
        assertEquals(List.of("Revenue"), Suggestion.among(known).near("revenue", 1));
        assertEquals(
                List.of("net Income", "income net", "net incomes", "net income(year)"),
                Suggestion.among(List.of("net income(year)", "net incomes", "income net", "net Income"))
                        .near("net income", 9));
        assertEquals(Optional.of("Revenue"), Suggestion.among(known).nearest("revenue"));
    }

    @Test
    void longNamesAreNotCompared() {
        String longest = "甲".repeat(63);
        assertEquals(Optional.of(longest + "乙"), Suggestion.nearest(longest + "丙", List.of(longest + "乙")));
        assertEquals(Optional.empty(), Suggestion.nearest(longest + "乙丙", List.of(longest + "乙")));
        assertEquals(Optional.empty(), Suggestion.nearest(longest + "乙", List.of(longest + "乙丙")));
        String supplementary = "𠀀".repeat(63);
        assertEquals(Optional.of(supplementary + "乙"), Suggestion.nearest(supplementary, List.of(supplementary + "乙")));
    }

    @ParameterizedTest
    @CsvSource({
        "内政, 內政, 内 U+5185 → 內 U+5167",
        "'a\u200Bb', ab, - U+200B",
        "ab, abc, + c U+0063",
        "'a b', ab, - U+0020",
        "'e\u0301', e, - U+0301",
        "abcd, wxyz, 'a U+0061 → w U+0077, b U+0062 → x U+0078, …'",
        "ab, xy, 'a U+0061 → x U+0078, b U+0062 → y U+0079'",
        "same, same, ''",
    })
    void tellsWhatDiffers(String one, String other, String difference) {
        assertEquals(difference, Suggestion.differingCodePoints(one, other));
    }

    @ParameterizedTest
    @CsvSource({
        "a, а, true",
        "a, α, false",
        "Α, A, true",
        "一, ー, true",
        "內政部, 内政部, true",
        "臺北, 台北, true",
        "A, ａ, true",
        "'a b', ab, true",
        "'a\u200B', a, true",
        "'\u00C5', '\u212B', true",
        "abc, abd, false",
        "K, '\u212A', true"
    })
    void lookAlikes(String one, String other, boolean alike) {
        assertEquals(alike, LookAlike.test(one, other));
        assertEquals(alike, LookAlike.test(other, one));
    }

    @Provide
    Arbitrary<String> names() {
        return AnyText.text(5);
    }

    @Property
    void lookingAlikeIsOfDifferentNamesOnly(@ForAll("names") String name) {
        assertFalse(LookAlike.test(name, name));
        assertEquals(LookAlike.skeleton(name), LookAlike.skeleton(LookAlike.skeleton(name)));
    }

    @Property
    void nearnessIsMutual(@ForAll("names") String one, @ForAll("names") String other) {
        assertEquals(
                Suggestion.nearest(one, List.of(other)).isPresent(),
                Suggestion.nearest(other, List.of(one)).isPresent());
    }

    @Property
    void aDifferenceIsToldInAFewVisibleCharacters(@ForAll("names") String one, @ForAll("names") String other) {
        String told = Suggestion.differingCodePoints(one, other);
        // As an argument of a message it must not be cut.
        assertTrue(told.codePointCount(0, told.length()) <= Arguments.MAXIMUM_LENGTH, told);
        assertTrue(told.codePoints().allMatch(VisibleText::isVisible), told);
        assertEquals(one.equals(other), told.isEmpty());
    }
}
