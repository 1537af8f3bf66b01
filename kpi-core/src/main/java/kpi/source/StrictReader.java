package kpi.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads bytes as text and replaces nothing: a byte that is not of the declared charset is a fault, never U+FFFD. Serves
 * one reading.
 */
final class StrictReader {
    /** A text for people is far smaller; what is larger is refused before it fills the memory. */
    static final int MAXIMUM_BYTES = 64 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Charset charset;
    private final int maximumBytes;
    private Optional<Source.Fault> fault = Optional.empty();

    StrictReader(Charset charset) {
        this(charset, MAXIMUM_BYTES);
    }

    StrictReader(Charset charset, int maximumBytes) {
        this.charset = Objects.requireNonNull(charset, "charset");
        this.maximumBytes = maximumBytes;
    }

    /** The text; empty if there was a fault. */
    String read(InputStream bytes) {
        ByteArrayOutputStream collected = new ByteArrayOutputStream();
        try {
            byte[] block = new byte[8192];
            for (int n = bytes.read(block); n >= 0; n = bytes.read(block)) {
                collected.write(block, 0, n);
                if (collected.size() > maximumBytes) {
                    fault = Optional.of(
                            new Source.Fault(Source.Fault.Kind.UNREADABLE, maximumBytes, "larger than 64 MiB"));
                    return "";
                }
            }
        } catch (IOException | RuntimeException refused) {
            fault = Optional.of(unreadable(refused, collected.size()));
            return "";
        }
        return decode(ByteBuffer.wrap(collected.toByteArray()));
    }

    /** What stopped the last reading. */
    Optional<Source.Fault> fault() {
        return fault;
    }

    private String decode(ByteBuffer bytes) {
        try {
            CharsetDecoder decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            CharBuffer chars = CharBuffer.allocate((int) Math.min(
                    Integer.MAX_VALUE - 16, bytes.remaining() * (long) Math.ceil(decoder.maxCharsPerByte()) + 1));
            CoderResult outcome = decoder.decode(bytes, chars, true);
            if (outcome.isUnderflow()) {
                outcome = decoder.flush(chars);
            }
            if (outcome.isError()) {
                fault = Optional.of(undecodable(bytes, outcome));
                return "";
            }
            chars.flip();
            boolean marked = chars.hasRemaining() && chars.get(0) == BYTE_ORDER_MARK;
            return chars.subSequence(marked ? 1 : 0, chars.length()).toString();
        } catch (RuntimeException refused) {
            fault = Optional.of(unreadable(refused, 0));
            return "";
        }
    }

    private Source.Fault undecodable(ByteBuffer bytes, CoderResult outcome) {
        byte[] bad = new byte[Math.min(outcome.length(), bytes.remaining())];
        int offset = bytes.position();
        bytes.get(bad);
        HexFormat hex = HexFormat.ofDelimiter(" ").withPrefix("0x").withUpperCase();
        return new Source.Fault(
                Source.Fault.Kind.UNDECODABLE, offset, hex.formatHex(bad) + " (" + charset.name() + ")");
    }

    static Source.Fault unreadable(Exception refused, long byteOffset) {
        String detail;
        if (refused instanceof NoSuchFileException) {
            detail = "no such file";
        } else if (refused instanceof AccessDeniedException) {
            detail = "access denied";
        } else {
            String message = Objects.requireNonNullElse(refused.getMessage(), "");
            detail = message.isBlank() ? refused.getClass().getSimpleName() : message;
        }
        return new Source.Fault(Source.Fault.Kind.UNREADABLE, byteOffset, detail.strip());
    }
}
