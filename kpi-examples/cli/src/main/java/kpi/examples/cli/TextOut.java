package kpi.examples.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Text on a stream: UTF-8 whatever the machine's locale, lines ending in LF on every system. */
final class TextOut implements Appendable {
    private final Writer writer;

    TextOut(OutputStream stream) {
        this.writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }

    /** The same text as a writer, for those who need one. */
    Writer writer() {
        return writer;
    }

    void line(CharSequence text) {
        append(text).append('\n');
    }

    @Override
    public TextOut append(CharSequence text) {
        return attempt(() -> writer.append(text));
    }

    @Override
    public TextOut append(CharSequence text, int start, int end) {
        return attempt(() -> writer.append(text, start, end));
    }

    @Override
    public TextOut append(char c) {
        return attempt(() -> writer.append(c));
    }

    TextOut flush() {
        return attempt(writer::flush);
    }

    private TextOut attempt(Writing step) {
        try {
            step.run();
            return this;
        } catch (IOException refused) {
            throw new Refused(refused);
        }
    }

    /** The stream takes no more: a closed pipe, a full disk. */
    static final class Refused extends UncheckedIOException {
        private static final long serialVersionUID = 1L;

        Refused(IOException cause) {
            super(cause);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }
}
