package kpi.value;

import java.util.Objects;
import java.util.Optional;
import kpi.diagnostic.Code;
import kpi.diagnostic.Problem;
import kpi.diagnostic.VisibleText;
import kpi.source.Place;
import kpi.source.Source;
import kpi.source.Span;

/** A text somebody printed, without the spaces around it, and where its parts are when one of them is wrong. */
final class PrintedText {
    private final String text;
    private final Optional<Place> place;
    private final int start;
    private final int end;

    private PrintedText(String text, Optional<Place> place) {
        this.text = Objects.requireNonNull(text, "text");
        this.place = place;
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        this.start = from;
        this.end = to;
    }

    private PrintedText(PrintedText whole, int start, int end) {
        this.text = whole.text;
        this.place = whole.place;
        this.start = start;
        this.end = end;
    }

    /** The same text, read only as far as so many characters of its content. */
    PrintedText first(int length) {
        return new PrintedText(this, start, start + length);
    }

    /** A text on its own: problems show it as their source. */
    static PrintedText of(String text) {
        return new PrintedText(text, Optional.empty());
    }

    /** A text from a place; problems stand at its parts if the place is a span of just this text. */
    static PrintedText at(String text, Place place) {
        return new PrintedText(text, Optional.of(place));
    }

    /** Blanks within a line. A line break is no blank: two lines in a cell are two things. */
    static boolean isSpace(char c) {
        return c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    String whole() {
        return text;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    String content() {
        return text.substring(start, end);
    }

    int skipSpaces(int from) {
        int next = from;
        while (next < end && isSpace(text.charAt(next))) {
            next++;
        }
        return next;
    }

    /** The same text without so many characters at its start. */
    PrintedText without(int length) {
        return new PrintedText(this, start + length, end);
    }

    /** The characters of the content where they can be edited: the place is a span of just this text, or nothing is said of it. */
    Optional<Span> editable() {
        return placeOf(start, end).span().filter(span -> span.end() - span.start() == end - start);
    }

    /** What is wrong whatever it should be: nothing is there, or something nobody can see. */
    Optional<Problem> trouble() {
        if (start == end) {
            return Optional.of(problem(ValueCode.EMPTY_VALUE).build());
        }
        int next = start;
        while (next < end) {
            int c = text.codePointAt(next);
            int after = next + Character.charCount(c);
            if (c != '\t' && !VisibleText.isVisible(c)) {
                return Optional.of(problem(ValueCode.INVISIBLE_CHARACTER, next, after)
                        .with("character", VisibleText.number(c))
                        .build());
            }
            next = after;
        }
        return Optional.empty();
    }

    /** A problem with all of it. */
    Problem.Builder problem(Code code) {
        return problem(code, 0, text.length());
    }

    /** A problem with a part of it. */
    Problem.Builder problem(Code code, int from, int to) {
        return Problem.of(code, placeOf(from, to)).with("text", content());
    }

    private Place placeOf(int from, int to) {
        if (place.isEmpty()) {
            return Place.of(Source.of("text", text).span(from, to));
        }
        Optional<Span> span = place.get().span().filter(s -> s.end() - s.start() == text.length());
        return span.map(s -> Place.of(s.source().span(s.start() + from, s.start() + to)))
                .orElse(place.get());
    }
}
