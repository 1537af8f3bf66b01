package kpi.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
                .coverage(checker -> checker.check(true).percentage(share -> share > 10));
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
