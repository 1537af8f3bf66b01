package kpi.dsl.parser;

/** Which character the language takes for which: full-width signs for their twins, every letter for a letter. */
final class Folding {
    /** Stands for every letter beyond ASCII. */
    static final char LETTER = 'a';

    /** Stands for every character that belongs to no token. */
    static final char OTHER = '\u0001';

    private Folding() {}

    /** Folds a character beyond ASCII that is no combining mark. */
    static int fold(int codePoint) {
        int sign = sign(codePoint);
        if (sign != 0) {
            return sign;
        }
        if (codePoint >= 0xFF10 && codePoint <= 0xFF19
                || codePoint >= 0xFF21 && codePoint <= 0xFF3A
                || codePoint >= 0xFF41 && codePoint <= 0xFF5A) {
            return codePoint - 0xFEE0;
        }
        return isLetter(codePoint) ? LETTER : OTHER;
    }

    /** The signs, in one table: what stands left is written, what stands right is read. */
    private static int sign(int codePoint) {
        return switch (codePoint) {
            case 0x00A0, 0x3000 -> ' ';
            case '“' -> '\u0011';
            case '”' -> '\u0012';
            case '「' -> '\u0013';
            case '」' -> '\u0014';
            case '【' -> '\u0015';
            case '】' -> '\u0016';
            case '、' -> '\u0017';
            case '〔' -> '\u0018';
            case '〕' -> '\u0019';
            case '→' -> '\u000E';
            case '‰' -> '\u001A';
            case '≧', '≥' -> '\u001B';
            case '≦', '≤' -> '\u001C';
            case '≠' -> '\u001D';
            case '＋' -> '+';
            case '－', '−' -> '-';
            case '×', '＊' -> '*';
            case '÷', '／', '∕' -> '/';
            case '＾' -> '^';
            case '％' -> '%';
            case '＜' -> '<';
            case '＞' -> '>';
            case '＝' -> '=';
            case '＆' -> '&';
            case '｜' -> '|';
            case '！' -> '!';
            case '？' -> '?';
            case '，' -> ',';
            case '．' -> '.';
            case '：' -> ':';
            case '；' -> ';';
            case '＃' -> '#';
            case '＿' -> '_';
            case '（' -> '(';
            case '）' -> ')';
            case '［' -> '[';
            case '］' -> ']';
            case '｛' -> '{';
            case '｝' -> '}';
            default -> 0;
        };
    }

    /** Control characters keep no meaning but as white space: the folded signs above use their numbers. */
    static int control(char c) {
        return switch (c) {
            case '\n', '\r' -> '\n';
            case '\t' -> '\t';
            default -> OTHER;
        };
    }

    /** The accents of Latin letters; other marks, such as variation selectors, belong to no name. */
    static boolean isMark(int codePoint) {
        return codePoint >= 0x0300 && codePoint <= 0x036F;
    }

    static boolean isWordPart(int codePoint) {
        return isMark(codePoint)
                || codePoint == '_'
                || isAsciiLetterOrDigit(codePoint)
                || codePoint >= 128 && Character.isLetterOrDigit(fold(codePoint));
    }

    private static boolean isAsciiLetterOrDigit(int codePoint) {
        return codePoint < 128 && Character.isLetterOrDigit(codePoint);
    }

    /**
     * Letters of names, with the digits that stand below the line in X₁ and CO₂. Modifier letters are left out because ー passes for a minus, and letters that are drawn as
     * nothing because nobody could see them.
     */
    private static boolean isLetter(int codePoint) {
        return switch (codePoint) {
            case 0x3005, 0x3007, 0x2211, 0x33A1 -> true; // 々 〇 ∑ ㎡
            case 0x2080, 0x2081, 0x2082, 0x2083, 0x2084, 0x2085, 0x2086, 0x2087, 0x2088, 0x2089 -> true;
            case 0x115F, 0x1160, 0x3164, 0xFFA0 -> false;
            default ->
                switch (Character.getType(codePoint)) {
                    case Character.UPPERCASE_LETTER,
                            Character.LOWERCASE_LETTER,
                            Character.TITLECASE_LETTER,
                            Character.OTHER_LETTER -> true;
                    default -> false;
                };
        };
    }

    /** Text with full-width digits, letters and signs as their half-width twins; other characters stay. */
    static String narrow(String text) {
        return needsNone(text) ? text : narrowed(text);
    }

    /** Whether every character stays as it is; true for nearly all text, so nothing is built for it. */
    private static boolean needsNone(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128 && !(c >= 0x4E00 && c <= 0x9FA5)) {
                return false;
            }
        }
        return true;
    }

    private static String narrowed(String text) {
        StringBuilder narrow = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int folded = c < 128 ? c : fold(c);
            narrow.appendCodePoint(folded >= ' ' && folded != LETTER ? folded : c == '‰' ? '‰' : c);
        });
        return narrow.toString();
    }
}
