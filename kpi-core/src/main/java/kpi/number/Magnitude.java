package kpi.number;

/** The words 千 萬 億 兆 behind a number, and 百萬, 千萬, 十億 and so on. */
final class Magnitude {
    private static final int THOUSAND = 3;

    private Magnitude() {}

    /** How many characters at {@code start} are a magnitude: 0, 1 or 2. */
    static int length(CharSequence text, int start) {
        int factor = factor(charAt(text, start));
        int length = factor > 0 && myriads(charAt(text, start + 1)) > 0 ? 2 : 1;
        if (zeros(text, start, length) == 0) {
            return 0;
        }
        // 千分之一 and 百萬分點 are words of their own.
        boolean ofAShare = charAt(text, start + length) == '分'
                && (charAt(text, start + length + 1) == '之' || charAt(text, start + length + 1) == '點');
        return ofAShare ? 0 : length;
    }

    /** The zeros a magnitude of that length stands for; 0 if there is none. */
    static int zeros(CharSequence text, int start, int length) {
        if (length == 2) {
            return factor(charAt(text, start)) + myriads(charAt(text, start + 1));
        }
        char only = charAt(text, start);
        return factor(only) == THOUSAND ? THOUSAND : myriads(only);
    }

    private static int factor(char c) {
        return switch (c) {
            case '十' -> 1;
            case '百' -> 2;
            case '千' -> THOUSAND;
            default -> 0;
        };
    }

    private static int myriads(char c) {
        return switch (c) {
            case '萬' -> 4;
            case '億' -> 8;
            case '兆' -> 12;
            default -> 0;
        };
    }

    private static char charAt(CharSequence text, int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }
}
