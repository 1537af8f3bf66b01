package kpi.examples.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Lines of bytes, each at most so long; what is longer is skipped without being kept. */
final class LineReader {
    private final InputStream in;
    private final int maximum;
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int end;
    private boolean first = true;

    LineReader(InputStream in, int maximum) {
        this.in = in;
        this.maximum = maximum;
    }

    /** A line without its line break. */
    sealed interface Line {
        record Text(String text) implements Line {}

        /** Longer than may be. */
        record TooLong(long bytes) implements Line {}

        /** Not UTF-8. */
        record NoText() implements Line {}
    }

    /** The next line; empty at the end. */
    Optional<Line> read() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long length = 0;
        boolean any = false;
        while (true) {
            if (next == end && !fill()) {
                return any ? Optional.of(line(line, length)) : Optional.empty();
            }
            any = true;
            int stop = next;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            length += stop - next;
            if (length <= maximum) {
                line.write(buffer, next, stop - next);
            }
            boolean complete = stop < end;
            next = complete ? stop + 1 : stop;
            if (complete) {
                return Optional.of(line(line, length));
            }
        }
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    private Line line(ByteArrayOutputStream kept, long length) {
        boolean isFirst = first;
        first = false;
        if (length > maximum) {
            return new Line.TooLong(length);
        }
        byte[] bytes = kept.toByteArray();
        if (bytes.length > 0 && bytes[bytes.length - 1] == '\r') {
            bytes = Arrays.copyOf(bytes, bytes.length - 1);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new Line.Text(isFirst && text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException notText) {
            return new Line.NoText();
        }
    }
}
