package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Severity;
import kpi.diagnostic.VisibleText;
import kpi.source.Source;
import kpi.unit.Units;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Characters that would make a source read otherwise than it looks: each is refused by its number, where it stands. */
class HostileCharactersTest {
    private static final int[] DAMAGE = {
        0x00, 0x01, 0x07, 0x08, 0x0B, 0x0C, 0x1B, 0x7F, 0x85, 0x9F, 0xD800, 0xDC00, 0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFE
    };
    private static final int[] DIRECTION = {
        0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069
    };
    private static final int[] UNSEEN = {
        0x00AD, 0x034F, 0x115F, 0x180E, 0x200B, 0x200C, 0x200D, 0x2060, 0x3164, 0xFE0F, 0xFEFF, 0xFFA0, 0xE000, 0xE0041,
        0xE0100, 0xF0000
    };

    /** A name in every place that names stand in; § is where the character goes. */
    private static final List<String> NAMES = List.of(
            "kpi A {\n  formula 甲§乙 + 1\n  unit number\n}",
            "kpi A {\n  formula 【甲 § 乙】 + 1\n  unit number\n}",
            "kpi 【甲§】 {\n  formula 1\n  unit number\n}",
            "kpi A {\n  input 【甲§】\n  formula 【甲§】\n  unit number\n}",
            "kpi A {\n  甲§乙 = 1\n  formula 2\n  unit number\n}",
            "define f(甲§) = 1",
            "data 表(【欄§】: number) {\n}",
            "kpi A per row of 【表§】 {\n  formula 1\n  unit number\n}");

    private static final List<String> TEXTS = List.of(
            "kpi A \"甲§乙\" {\n  formula 1\n  unit number\n}",
            "kpi A {\n  note 「甲§」\n  formula 1\n  unit number\n}",
            "data 表(a: text) {\n  \"甲§\"\n}");

    private static final List<String> COMMENTS =
            List.of("# 甲§乙\nkpi A {\n  formula 1\n  unit number\n}", "kpi A {\n  formula 1 # §\n  unit number\n}");

    @TestFactory
    Stream<DynamicTest> aNameHoldsNothingUnseen() {
        return cases(NAMES, DAMAGE, DIRECTION, UNSEEN);
    }

    @TestFactory
    Stream<DynamicTest> aTextHoldsNoDamage() {
        return cases(TEXTS, DAMAGE);
    }

    @TestFactory
    Stream<DynamicTest> aCommentTurnsNothingAround() {
        return cases(COMMENTS, DAMAGE, DIRECTION);
    }

    /** A text may be in a language that is written from right to left; it is shown by the numbers of what turns it. */
    @Test
    void aTextMayHoldMarksOfDirection() {
        String text = TEXTS.get(0).replace("§", "\u200F");
        assertEquals(
                List.of(), KpiCompiler.standard().compile(Source.of("f", text)).problems());
    }

    private static Stream<DynamicTest> cases(List<String> places, int[]... kinds) {
        return Stream.of(kinds)
                .flatMapToInt(IntStream::of)
                .boxed()
                .flatMap(c -> places.stream()
                        .filter(place -> !(place.contains("甲§乙") && isBreak(c)))
                        .map(place -> DynamicTest.dynamicTest(
                                VisibleText.number(c) + " in " + place.replace("\n", " "), () -> refused(c, place))));
    }

    private static boolean isBreak(int c) {
        return c == 0x0A || c == 0x0D;
    }

    private static void refused(int c, String place) {
        Source source = Source.of("f", place.replace("§", Character.toString(c)));
        List<Problem> problems =
                KpiCompiler.standard().compile(source).problems().stream().toList();
        int at = place.indexOf('§');
        String number = VisibleText.number(c);
        assertTrue(
                problems.stream()
                        .anyMatch(problem -> problem.severity() == Severity.ERROR
                                && problem.place().span().orElseThrow().start() == at
                                && problem.message(Language.EN).contains(number)
                                && problem.message(Language.ZH_TW).contains(number)),
                () -> number + " at " + at + ": " + problems);
        problems.forEach(problem -> assertTrue(
                problem.draw(Language.EN).replace("\n", "").codePoints().allMatch(VisibleText::isVisible),
                () -> problem.draw(Language.EN)));
    }

    /** What looks like a declared name is told apart by its numbers. */
    @Test
    void aLookAlikeIsToldByTheCharactersThatDiffer() {
        Map<String, String> lookAlikes = new LinkedHashMap<>();
        lookAlikes.put("\u0430", "a"); // Cyrillic
        lookAlikes.put("\u03BF", "o"); // Greek
        lookAlikes.put("内", "內");
        lookAlikes.put("ａ", "a");
        lookAlikes.forEach((written, declared) -> {
            Map<String, kpi.unit.KpiUnit> inputs = Map.of("x" + declared, Units.NUMBER);
            List<Problem> problems = KpiCompiler.standard()
                    .formula("x" + written + " + 1", inputs)
                    .problems();
            String told = problems.isEmpty() ? "" : problems.get(0).draw(Language.EN);
            // A full-width letter is the same letter, and read as such or told.
            assertTrue(
                    problems.isEmpty() && written.equals("ａ")
                            || told.contains(VisibleText.number(written.codePointAt(0))),
                    () -> written + ": " + problems);
        });
    }

    /** Composed and decomposed are one name. */
    @Test
    void formsOfOneLetterAreOneName() {
        Map<String, kpi.unit.KpiUnit> inputs = Map.of("caf\u00E9", Units.NUMBER);
        assertEquals(
                List.of(),
                KpiCompiler.standard().formula("cafe\u0301 + 1", inputs).problems());
        String twice =
                "kpi caf\u00E9 {\n  formula 1\n  unit number\n}\nkpi cafe\u0301 {\n  formula 1\n  unit number\n}";
        assertEquals(
                List.of("duplicate-name"),
                KpiCompiler.standard().compile(Source.of("f", twice)).problems().stream()
                        .map(Problem::code)
                        .toList());
    }
}
