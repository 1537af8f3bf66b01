package kpi.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import kpi.source.DisplayWidth;
import kpi.source.Place;
import kpi.source.Span;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Carets stand under what they mean, whatever the text holds. */
class ShownLineTest {
    @Provide
    Arbitrary<Span> shortSpans() {
        return AnyText.span(12);
    }

    @Provide
    Arbitrary<Span> longSpans() {
        return AnyText.spanOfLine(120);
    }

    @Property
    void theFirstCaretStandsBehindTheShownPrefix(@ForAll("shortSpans") Span span) {
        carets(span);
    }

    @Property
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void theFirstCaretStandsBehindTheShownPrefixOfLongLines(@ForAll("longSpans") Span span) {
        boolean isCut = carets(span);
        Statistics.label("cut")
                .collect(isCut)
                .coverage(checker -> checker.check(true).count(seen -> seen > 0));
    }

    @ParameterizedTest
    @CsvSource({
        // length of the line, place, column of the place, width of what is shown
        "100, 50, 50, 100",
        "100, 100, 100, 100",
        "101, 0, 0, 100",
        "101, 50, 48, 99",
        "101, 101, 99, 99",
        "300, 0, 0, 100",
        "300, 20, 20, 100",
        "300, 30, 30, 100",
        "300, 31, 31, 100",
        "300, 150, 31, 100",
        "300, 299, 98, 99",
        "300, 300, 99, 99",
        "300, 999, 99, 99",
        "5000, 2500, 31, 100",
    })
    void aLongLineIsCutAroundThePlace(int length, int place, int column, int width) {
        ShownLine line = ShownLine.of("a".repeat(length), place);
        assertEquals(column, line.column(place));
        assertEquals(width, DisplayWidth.of(line.text()));
    }

    @Test
    void manyCharactersOfLittleWidthAreNotCut() {
        String line = "e\u0301".repeat(99);
        assertEquals(line, ShownLine.of(line, 0).text());
        assertEquals(75, ShownLine.of(line, 0).column(150));
    }

    @Test
    void halfAPairStandsWhereThePairStands() {
        ShownLine line = ShownLine.of("a𠀀b", 0);
        assertEquals(1, line.column(1));
        assertEquals(1, line.column(2));
        assertEquals(3, line.column(3));
        assertEquals(" ^^", line.marks(1, 3, '^'));
        assertEquals(" ^", line.marks(2, 2, '^'));
    }

    @Test
    void knowsWhatItShows() {
        ShownLine line = ShownLine.of("a".repeat(300), 150);
        assertFalse(line.shows(119));
        assertTrue(line.shows(120));
        assertTrue(line.shows(218));
        assertFalse(line.shows(219));
        assertEquals(1, line.column(0));
        assertEquals(99, line.column(300));
    }

    private static boolean carets(Span span) {
        String drawn = Problem.of(SampleCode.STRAY_CHARACTER, span)
                .with("text", span)
                .build()
                .draw(Language.EN);
        assertTrue(
                drawn.codePoints().allMatch(codePoint -> codePoint == '\n' || VisibleText.isVisible(codePoint)), drawn);
        String gutter = " ".repeat(drawn.split("\n", -1)[2].indexOf('|')) + "| ";
        String[] rows = drawn.split("\n", -1);
        String shown = rows[3].length() <= gutter.length() ? "" : rows[3].substring(gutter.length());
        String carets = rows[4].substring(gutter.length());
        int column = carets.indexOf('^');
        assertTrue(carets.matches(" *\\^+"), drawn);

        String line = span.source().line(span.line());
        int start = Math.min(span.start() - span.source().offset(span.line(), 1), line.length());
        if (start > 0
                && start < line.length()
                && Character.isSurrogatePair(line.charAt(start - 1), line.charAt(start))) {
            start--;
        }
        String prefix = VisibleText.of(line.substring(0, start)).replace("<U+0009>", " ");
        boolean isCut = shown.startsWith("…");
        assertTrue(DisplayWidth.of(shown) <= ShownLine.MAXIMUM_WIDTH, drawn);
        if (!isCut) {
            assertEquals(DisplayWidth.of(prefix), column, drawn);
        }
        if (start < line.length()) {
            int first = line.codePointAt(start);
            String expected = first == '\t' ? " " : VisibleText.of(Character.toString(first));
            assertTrue(
                    standsAt(shown, column, expected) || (expected.isBlank() && column >= DisplayWidth.of(shown)),
                    drawn);
        } else if (isCut || !shown.endsWith("…")) {
            // At the end of the line; blanks there are not drawn.
            assertTrue(column >= DisplayWidth.of(shown), drawn);
        }
        return isCut;
    }

    private static boolean standsAt(String shown, int column, String expected) {
        for (int i = 0; i <= shown.length(); i++) {
            if (DisplayWidth.of(shown.substring(0, i)) == column && shown.startsWith(expected, i)) {
                return true;
            }
        }
        return false;
    }

    @Property
    void placesAreCountedInCodePoints(@ForAll("shortSpans") Span span) {
        String second = Problem.of(SampleCode.STRAY_CHARACTER, Place.of(span))
                .with("text", span)
                .build()
                .draw(Language.EN)
                .split("\n", -1)[1];
        assertTrue(second.endsWith("--> a.kpi:" + span.line() + ":" + span.column()), second);
    }
}
