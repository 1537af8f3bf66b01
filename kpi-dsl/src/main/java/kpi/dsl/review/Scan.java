package kpi.dsl.review;

/** Finds the runs of letters and digits in a text. */
final class Scan {
    private static final String OPENING = "\"“「";
    private static final String CLOSING = "\"”」";

    private final String text;
    private final Found found;
    private final int[] closed = {-1, -1, -1};
    private int lineEnd = -1;

    /** Is told where a word stands. */
    interface Found {
        void word(int start, int end);
    }

    Scan(String text, Found found) {
        this.text = text;
        this.found = found;
    }

    /** All words. */
    void plain() {
        int at = 0;
        while (at < text.length()) {
            at = isWord(at) ? word(at) : at + charactersAt(at);
        }
    }

    /** The words outside comments and quoted texts, which end with their line at the latest. */
    void formula() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int quote = OPENING.indexOf(c);
            if (c == '#') {
                lineEnd = next('\n', at, lineEnd);
                at = Math.min(lineEnd, text.length());
            } else if (quote >= 0) {
                at = quoted(quote, at);
            } else {
                at = isWord(at) ? word(at) : at + charactersAt(at);
            }
        }
    }

    private int quoted(int quote, int from) {
        closed[quote] = next(CLOSING.charAt(quote), from + 1, closed[quote]);
        lineEnd = next('\n', from, lineEnd);
        return closed[quote] > Math.min(lineEnd, text.length()) ? from + 1 : closed[quote] + 1;
    }

    /** Where a sign stands next, looked up anew only when the place known so far is passed: the text is read once. */
    private int next(char sign, int from, int known) {
        if (known >= from) {
            return known;
        }
        int at = text.indexOf(sign, from);
        return at < 0 ? Integer.MAX_VALUE - 1 : at;
    }

    private int word(int start) {
        int end = start;
        while (end < text.length() && isWord(end)) {
            end += charactersAt(end);
        }
        found.word(start, end);
        return end;
    }

    private int charactersAt(int at) {
        return Character.charCount(text.codePointAt(at));
    }

    private boolean isWord(int at) {
        int c = text.codePointAt(at);
        return Character.isLetterOrDigit(c)
                || c == '_'
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }
}
