package kpi.source;

import java.util.Comparator;
import java.util.Objects;

/**
 * A stretch of a source, from one offset to another, the second excluded; empty where they are equal. Offsets are
 * UTF-16 offsets. A span outside its text cannot be built.
 *
 * <p>Lines and columns count from 1, columns in code points: a tab and a full-width character count one each, and half
 * a surrogate pair is the place of the pair. A place inside a line break is the end of the line.
 */
public record Span(Source source, int start, int end) implements Comparable<Span> {
    private static final Comparator<Span> ORDER =
            Comparator.comparing(Span::source).thenComparingInt(Span::start).thenComparingInt(Span::end);

    public Span {
        Objects.requireNonNull(source, "source");
        Objects.checkFromToIndex(start, end, source.text().length());
    }

    public int line() {
        return source.lineAt(start);
    }

    public int column() {
        return codePointsBefore(start) + 1;
    }

    /** The line of the end, which is excluded: the end of a span that takes in a line break is on the next line. */
    public int endLine() {
        return source.lineAt(end);
    }

    /** The column of the end, which is excluded. */
    public int endColumn() {
        return codePointsBefore(splitsPair(end) ? end + 1 : end) + 1;
    }

    /** The column of the start on paper with a grid: full-width characters count 2, combining ones 0. */
    public int displayColumn() {
        int line = line();
        return DisplayWidth.of(source.text().substring(source.lineStart(line), within(line, start))) + 1;
    }

    public String text() {
        return source.text().substring(start, end);
    }

    /** Whether the other lies in the same source and inside this one. */
    public boolean contains(Span other) {
        return source.equals(other.source) && start <= other.start && other.end <= end;
    }

    /**
     * From the start of this to the end of the last.
     *
     * @throws IllegalArgumentException if the last is of another source
     */
    public Span to(Span last) {
        if (!source.equals(last.source)) {
            throw new IllegalArgumentException("spans of two sources: " + source + ", " + last.source);
        }
        return new Span(source, start, last.end);
    }

    private int codePointsBefore(int offset) {
        int line = source.lineAt(offset);
        return source.text().codePointCount(source.lineStart(line), within(line, offset));
    }

    private int within(int line, int offset) {
        int whole = splitsPair(offset) ? offset - 1 : offset;
        return Math.min(whole, source.lineEnd(line));
    }

    private boolean splitsPair(int offset) {
        String text = source.text();
        return offset > 0
                && offset < text.length()
                && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
    }

    /** By source, then by start, then by end. */
    @Override
    public int compareTo(Span other) {
        return ORDER.compare(this, other);
    }

    /** For example {@code group-h.kpi:12:34}. */
    @Override
    public String toString() {
        return source.name() + ":" + line() + ":" + column();
    }
}
