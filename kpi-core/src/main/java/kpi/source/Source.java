package kpi.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * A named text that never changes.
 *
 * <p>Lines end at LF, CR or CRLF (one break); a text without a break is one line, so there is always a first line. A
 * text that could not be read is a source too: it is empty and says why in {@link #fault()}.
 *
 * <p>Offsets are UTF-16 offsets, as editors use them. An offset outside the text is a slip of the calling program and
 * throws {@link IndexOutOfBoundsException}.
 *
 * <p>Example: {@code Source.of("group-h.kpi", text).span(0, 4).line()} is 1.
 */
public final class Source implements Comparable<Source> {
    private static final Comparator<Source> ORDER = Comparator.comparing(Source::name)
            .thenComparing(Source::text)
            .thenComparing(source -> source.fault().map(Fault::toString).orElse(""));

    private static final int[] ONE_LINE = {0};

    private final String name;
    private final String text;
    private final Optional<Fault> fault;
    private final int[] lineStarts;

    private Source(String name, String text, Optional<Fault> fault) {
        this.name = Objects.requireNonNull(name, "name");
        this.text = Objects.requireNonNull(text, "text");
        this.fault = fault;
        int[] starts = lineStarts(text);
        this.lineStarts = starts.length == 1 ? ONE_LINE : starts;
    }

    /** A text under a name: what a person would call it, such as a file name. */
    public static Source of(String name, String text) {
        return new Source(name, text, Optional.empty());
    }

    /**
     * The text of a file, decoded strictly; its name is the path as given. A byte order mark at the start is dropped.
     * Never throws: a file that cannot be read, holds more than 64 MiB, or has bytes that are not of the declared
     * charset, gives an empty text with a {@link #fault()}.
     */
    public static Source read(Path path, Charset declared) {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(declared, "declared");
        String name = path.toString();
        try (InputStream bytes = Files.newInputStream(path)) {
            return read(name, bytes, declared);
        } catch (IOException | RuntimeException refused) {
            return unread(name, StrictReader.unreadable(refused, 0));
        }
    }

    /** The text of a stream, as {@link #read(Path, Charset)} reads a file; the caller closes the stream. */
    public static Source read(String name, InputStream bytes, Charset declared) {
        StrictReader reader = new StrictReader(declared);
        String text = reader.read(bytes);
        return reader.fault().map(fault -> unread(name, fault)).orElseGet(() -> of(name, text));
    }

    private static Source unread(String name, Fault fault) {
        return new Source(name, "", Optional.of(fault));
    }

    public String name() {
        return name;
    }

    /** The whole text; empty when there is a {@link #fault()}. */
    public String text() {
        return text;
    }

    /** Why the text could not be read. */
    public Optional<Fault> fault() {
        return fault;
    }

    /** How many lines there are: at least 1, and a line break at the very end begins one more, empty line. */
    public int lineCount() {
        return lineStarts.length;
    }

    /** The text of a line, counted from 1, without its line break. */
    public String line(int number) {
        return text.substring(lineStart(number), lineEnd(number));
    }

    /** From an offset to another, the second excluded. */
    public Span span(int start, int end) {
        return new Span(this, start, end);
    }

    public Span whole() {
        return new Span(this, 0, text.length());
    }

    /**
     * The offset of a place given as line and column, both from 1, the column in code points; a column past the end of
     * the line is the end of the line. The inverse of {@link Span#line()} and {@link Span#column()}.
     */
    public int offset(int line, int column) {
        int start = lineStart(line);
        int end = lineEnd(line);
        if (column < 1) {
            throw new IndexOutOfBoundsException("column " + column);
        }
        boolean within = column - 1 < text.codePointCount(start, end);
        return within ? text.offsetByCodePoints(start, column - 1) : end;
    }

    /** Where a line begins. */
    int lineStart(int number) {
        return lineStarts[Objects.checkIndex(number - 1, lineStarts.length)];
    }

    /** Where the text of a line ends, before its line break. */
    int lineEnd(int number) {
        if (Objects.checkIndex(number - 1, lineStarts.length) == lineStarts.length - 1) {
            return text.length();
        }
        int next = lineStarts[number];
        return next - (text.startsWith("\r\n", next - 2) ? 2 : 1);
    }

    /** The line an offset is on; a line break belongs to the line it ends. */
    int lineAt(int offset) {
        int found = Arrays.binarySearch(lineStarts, Objects.checkIndex(offset, text.length() + 1));
        return found >= 0 ? found + 1 : -found - 1;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean firstOfPair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if ((c == '\n' || c == '\r') && !firstOfPair) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    /** By name, then by text. */
    @Override
    @SuppressWarnings("ReferenceEquality") // comparing a long text with itself would read all of it, each time
    public int compareTo(Source other) {
        return this == other ? 0 : ORDER.compare(this, other);
    }

    /** Two sources are equal when their names, texts and faults are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Source that
                && name.equals(that.name)
                && text.equals(that.text)
                && fault.equals(that.fault);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + text.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * Why a text could not be read.
     *
     * @param kind whether the bytes could not be had, or could not be decoded
     * @param byteOffset how many bytes were good, so the place of the first bad one, from 0
     * @param detail for a person: the bad bytes and the charset, or why nothing more could be read
     */
    public record Fault(Kind kind, long byteOffset, String detail) {
        public Fault {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(detail, "detail");
            if (byteOffset < 0) {
                throw new IllegalArgumentException("byteOffset " + byteOffset);
            }
        }

        public enum Kind {
            UNREADABLE,
            UNDECODABLE
        }
    }
}
