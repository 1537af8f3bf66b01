package kpi.report;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Writes JSON (RFC 8259) in the order of the calls, in one line. Everything past ASCII control characters stays as it is,
 * but for what breaks readers: U+2028, U+2029 and halves of surrogate pairs are escaped.
 */
public final class JsonWriter {
    private static final String HEX = "0123456789abcdef";

    private final Appendable out;
    /** For each open object or array, whether it has a member already. */
    private final Deque<Boolean> open = new ArrayDeque<>();

    private boolean afterName;

    public JsonWriter(Appendable out) {
        this.out = out;
    }

    public JsonWriter beginObject() throws IOException {
        return begin('{');
    }

    public JsonWriter endObject() throws IOException {
        return end('}');
    }

    public JsonWriter beginArray() throws IOException {
        return begin('[');
    }

    public JsonWriter endArray() throws IOException {
        return end(']');
    }

    public JsonWriter name(String name) throws IOException {
        separate();
        text(name);
        out.append(':');
        afterName = true;
        return this;
    }

    public JsonWriter value(String text) throws IOException {
        separate();
        text(text);
        return this;
    }

    public JsonWriter value(long number) throws IOException {
        separate();
        out.append(Long.toString(number));
        return this;
    }

    /** A number with all the digits it was read with; it must be written as JSON writes numbers. */
    public JsonWriter number(String digits) throws IOException {
        separate();
        out.append(digits);
        return this;
    }

    public JsonWriter value(boolean truth) throws IOException {
        separate();
        out.append(Boolean.toString(truth));
        return this;
    }

    public JsonWriter nothing() throws IOException {
        separate();
        out.append("null");
        return this;
    }

    /** The text, or null where there is none. */
    public JsonWriter value(Optional<String> text) throws IOException {
        return text.isPresent() ? value(text.get()) : nothing();
    }

    private JsonWriter begin(char bracket) throws IOException {
        separate();
        out.append(bracket);
        open.push(false);
        return this;
    }

    private JsonWriter end(char bracket) throws IOException {
        open.pop();
        out.append(bracket);
        return this;
    }

    private void separate() throws IOException {
        if (afterName) {
            afterName = false;
            return;
        }
        if (!open.isEmpty()) {
            boolean hasMember = open.pop();
            if (hasMember) {
                out.append(',');
            }
            open.push(true);
        }
    }

    private void text(String text) throws IOException {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text, i);
        }
        out.append('"');
    }

    private void character(String text, int i) throws IOException {
        char c = text.charAt(i);
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < 0x20 || c == 0x7F || c == 0x2028 || c == 0x2029 || isHalf(text, i)) {
                    escape(c);
                } else {
                    out.append(c);
                }
            }
        }
    }

    private static boolean isHalf(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    private void escape(char c) throws IOException {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt(c >> shift & 0xF));
        }
    }
}
