package kpi.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import kpi.diagnostic.AnyText;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTest {
    @Provide
    Arbitrary<String> texts() {
        return AnyText.text(30);
    }

    @Property
    void linesAreThoseOfTheReferenceReading(@ForAll("texts") String text) {
        Source source = Source.of("a", text);
        List<String> lines = new ArrayList<>();
        for (int number = 1; number <= source.lineCount(); number++) {
            lines.add(source.line(number));
        }
        assertEquals(List.of(text.split("\r\n|\r|\n", -1)), lines);
    }

    /** Reads on from the beginning, as a person counts. */
    @Property
    void lineAndColumnAreThoseOfTheReferenceReading(@ForAll("texts") String text) {
        Source source = Source.of("a", text);
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            Span span = source.span(i, i);
            boolean endsPair = i > 0 && text.charAt(i) == '\n' && text.charAt(i - 1) == '\r';
            assertEquals(line, span.line());
            assertEquals(endsPair ? column - 1 : column, span.column());
            column++;
            boolean startsPair = text.startsWith("\r\n", i);
            if (!startsPair && (text.charAt(i) == '\n' || text.charAt(i) == '\r')) {
                line++;
                column = 1;
            }
        }
        assertEquals(line, source.span(text.length(), text.length()).line());
        assertEquals(column, source.span(text.length(), text.length()).column());
    }

    @Property
    void lineAndColumnLeadBackToTheOffset(@ForAll("texts") String text) {
        Source source = Source.of("a", text);
        for (int i = 0; i <= text.length(); i = i == text.length() ? i + 1 : text.offsetByCodePoints(i, 1)) {
            boolean endsPair = i > 0 && i < text.length() && text.charAt(i) == '\n' && text.charAt(i - 1) == '\r';
            Span span = source.span(i, i);
            assertEquals(endsPair ? i - 1 : i, source.offset(span.line(), span.column()));
            assertEquals(span.line(), span.endLine());
            assertEquals(span.column(), span.endColumn());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1",
        "'a', 1",
        "'a\n', 2",
        "'\n', 2",
        "'\r\n', 2",
        "'\n\r', 3",
        "'\r\r', 3",
        "'a\r\nb', 2",
        "'a\u0085b\u2028c\u000Bd\u000Ce', 1"
    })
    void countsLines(String text, int lines) {
        assertEquals(lines, Source.of("a", text).lineCount());
    }

    @Test
    void findsItsWayInManyLines() {
        Source source = Source.of("a", "公\n".repeat(100_000));
        assertEquals(100_001, source.lineCount());
        assertEquals(77_777, source.span(2 * 77_776, 2 * 77_776).line());
        assertEquals("公", source.line(100_000));
        assertEquals("", source.line(100_001));
    }

    @Test
    void aPairThatIsCutIsOnePlace() {
        Source source = Source.of("a", "x𠀀y");
        assertEquals(2, source.span(1, 1).column());
        assertEquals(2, source.span(2, 2).column());
        assertEquals(3, source.span(1, 2).endColumn());
        assertEquals(3, source.span(1, 3).endColumn());
        assertEquals(3, source.span(3, 3).column());
        assertEquals(4, source.span(3, 3).displayColumn());
        assertEquals(2, source.span(2, 2).displayColumn());
    }

    @Test
    void displayColumnCountsFullWidthTwice() {
        Source source = Source.of("a", "\n公式\ta\u0301＝b");
        assertEquals(
                10,
                source.span(source.text().indexOf('b'), source.text().length()).displayColumn() + 1);
    }

    @Test
    void aColumnPastTheEndIsTheEndOfTheLine() {
        Source source = Source.of("a", "ab\r\ncd");
        assertEquals(2, source.offset(1, 3));
        assertEquals(2, source.offset(1, 99));
        assertEquals(6, source.offset(2, 99));
    }

    @Test
    void refusesPlacesOutsideTheText() {
        Source source = Source.of("a", "ab\ncd");
        assertThrows(IndexOutOfBoundsException.class, () -> source.line(0));
        assertThrows(IndexOutOfBoundsException.class, () -> source.line(3));
        assertThrows(IndexOutOfBoundsException.class, () -> source.offset(1, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> source.offset(3, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> source.span(-1, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> source.span(2, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> source.span(0, 6));
        assertThrows(IndexOutOfBoundsException.class, () -> source.lineAt(6));
        assertThrows(IllegalArgumentException.class, () -> new Source.Fault(Source.Fault.Kind.UNREADABLE, -1, ""));
    }

    @Test
    void equalSourcesHaveEqualNamesTextsAndFaults() {
        assertEquals(Source.of("a", "x"), Source.of("a", "x"));
        assertEquals(Source.of("a", "x").hashCode(), Source.of("a", "x").hashCode());
        assertEquals(0, Source.of("a", "x").compareTo(Source.of("a", "x")));
        assertNotEquals(Source.of("a", "x"), Source.of("b", "x"));
        assertNotEquals(Source.of("a", "x"), Source.of("a", "y"));
        assertNotEquals(Source.of("a", "x"), new Object());
        Source unread = Source.read(java.nio.file.Path.of("no-such-file"), java.nio.charset.StandardCharsets.UTF_8);
        Source empty = Source.of("no-such-file", "");
        assertNotEquals(empty, unread);
        assertEquals(1, Integer.signum(unread.compareTo(empty)));
        assertEquals("a", Source.of("a", "x").toString());
        assertEquals(3, Source.of("a", "xyz").whole().end());
    }
}
