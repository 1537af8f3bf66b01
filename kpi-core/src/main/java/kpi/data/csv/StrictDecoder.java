package kpi.data.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Decodes without ever replacing a byte: what is no text in the charset stops the reading with its offset. */
final class StrictDecoder extends Reader {
    private static final int HEAD = 4096;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream bytes;
    private final Charsets.Candidate candidate;
    private final CharsetDecoder decoder;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteBuffer in = ByteBuffer.wrap(buffer).limit(0);
    private final boolean isUtf8;
    private final Big5Evidence evidence = new Big5Evidence();

    private long bytesRead;
    private long delivered;
    private boolean ended;
    private boolean flushed;
    private boolean toldEnd;
    private boolean begun;

    /** Bytes that are no text in the charset. */
    static final class Undecodable extends IOException {
        private static final long serialVersionUID = 1L;

        private final long offset;

        Undecodable(long offset) {
            super("undecodable byte at " + offset);
            this.offset = offset;
        }

        long offset() {
            return offset;
        }
    }

    /** The stream itself failed. */
    static final class Failed extends IOException {
        private static final long serialVersionUID = 1L;

        private final long offset;

        Failed(long offset, Exception cause) {
            super(cause);
            this.offset = offset;
        }

        long offset() {
            return offset;
        }
    }

    StrictDecoder(InputStream bytes, Charsets.Candidate candidate) {
        this.bytes = bytes;
        this.candidate = candidate;
        this.isUtf8 = candidate.charset().equals(StandardCharsets.UTF_8);
        this.decoder = candidate
                .charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The first bytes, at most 4,096, before any is decoded. */
    byte[] head() throws IOException {
        while (!ended && in.limit() < HEAD) {
            fill();
        }
        return Arrays.copyOf(buffer, Math.min(in.limit(), HEAD));
    }

    /** Characters handed out so far. */
    long delivered() {
        return delivered;
    }

    /** Whether the reader has been told that there is no more. */
    boolean isAtEnd() {
        return toldEnd;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(target, offset, length);
        int start = out.position();
        while (true) {
            if (!flushed) {
                decode(out);
            }
            if (!begun && out.position() > start) {
                begun = true;
                if (target[start] == BYTE_ORDER_MARK) {
                    System.arraycopy(target, start + 1, target, start, out.position() - start - 1);
                    out.position(out.position() - 1);
                }
            }
            int count = out.position() - start;
            if (count > 0) {
                refusePrivateUse(target, start, count);
                delivered += count;
                return count;
            }
            if (flushed) {
                if (candidate.guessed() && !evidence.isConvincing()) {
                    throw new Undecodable(bytesRead);
                }
                toldEnd = true;
                return -1;
            }
            if (!ended) {
                fill();
            }
        }
    }

    private void decode(CharBuffer out) throws Undecodable {
        int from = in.position();
        if (isUtf8) {
            Utf8.decode(in, out);
        }
        CoderResult outcome = decoder.decode(in, out, ended);
        if (candidate.guessed()) {
            evidence.add(buffer, from, in.position());
        }
        if (outcome.isUnderflow() && ended) {
            outcome = decoder.flush(out);
            flushed = outcome.isUnderflow();
        }
        if (outcome.isError()) {
            throw new Undecodable(bytesRead - in.remaining());
        }
    }

    private void refusePrivateUse(char[] text, int from, int count) throws Undecodable {
        if (candidate.refusesPrivateUse()) {
            for (int i = from; i < from + count; i++) {
                if (text[i] >= 0xE000 && text[i] <= 0xF8FF) {
                    throw new Undecodable(bytesRead - in.remaining());
                }
            }
        }
    }

    private void fill() throws Failed {
        if (Thread.currentThread().isInterrupted()) {
            throw new Failed(bytesRead, new InterruptedIOException("the thread was interrupted"));
        }
        in.compact();
        try {
            int count = bytes.read(buffer, in.position(), in.remaining());
            ended = count < 0;
            if (count > 0) {
                bytesRead += count;
                in.position(in.position() + count);
            }
        } catch (IOException | RuntimeException failure) {
            throw new Failed(bytesRead, failure);
        }
        in.flip();
    }

    @Override
    public void close() {
        // Whoever opened the stream closes it.
    }
}
