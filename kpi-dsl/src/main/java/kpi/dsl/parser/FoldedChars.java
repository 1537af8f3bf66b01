package kpi.dsl.parser;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A text as the lexer sees it: every character folded to one below 128, so that the lexer's transition table covers all
 * of them. Positions are UTF-16 offsets, and {@link #getText} gives the original.
 */
final class FoldedChars implements CharStream {
    private final String text;
    private int position;

    FoldedChars(String text) {
        this.text = text;
    }

    @Override
    public void consume() {
        if (position >= text.length()) {
            throw new IllegalStateException("cannot consume the end");
        }
        position += Character.charCount(text.codePointAt(position));
    }

    @Override
    public int LA(int offset) {
        if (offset == 1) {
            return position < text.length() ? folded(position) : IntStream.EOF;
        }
        if (offset == 0) {
            return 0;
        }
        int at = position;
        if (offset < 0) {
            for (int i = offset; i < 0; i++) {
                if (at == 0) {
                    return IntStream.EOF;
                }
                at -= Character.charCount(text.codePointBefore(at));
            }
        } else {
            for (int i = 1; i < offset && at < text.length(); i++) {
                at += Character.charCount(text.codePointAt(at));
            }
        }
        return at < text.length() ? folded(at) : IntStream.EOF;
    }

    private int folded(int at) {
        char c = text.charAt(at);
        if (c < 128) {
            return c < ' ' ? Folding.control(c) : c;
        }
        if (c == '\uFEFF' && at == 0) {
            return ' ';
        }
        int codePoint = text.codePointAt(at);
        if (Folding.isMark(codePoint)) {
            return at > 0 && Folding.isWordPart(text.codePointBefore(at)) ? Folding.LETTER : Folding.OTHER;
        }
        return Folding.fold(codePoint);
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {
        // nothing is buffered
    }

    @Override
    public int index() {
        return position;
    }

    @Override
    public void seek(int index) {
        position = index;
    }

    @Override
    public int size() {
        return text.length();
    }

    @Override
    public String getSourceName() {
        return "";
    }

    @Override
    public String getText(Interval interval) {
        int end = Math.min(interval.b + 1, text.length());
        return interval.a >= end ? "" : text.substring(interval.a, end);
    }
}
