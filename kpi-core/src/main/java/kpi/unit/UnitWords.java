package kpi.unit;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import kpi.diagnostic.VisibleText;

/** What a unit word may look like, apart from what it means. */
final class UnitWords {
    /** Longest word, in code points: far longer than any unit, short enough to hold a message. */
    static final int MAX_LENGTH = 40;

    /** A label that begins so would swallow a part of the number: 5百人, 50多人, 3半日. */
    private static final String NUMERAL = "〇零一二三四五六七八九十百千萬億兆廿卅半兩幾數餘多約近逾";

    /** Said of a number, not counted: 50以上, 80未滿. */
    private static final List<String> QUALIFIERS = List.of(
            "以上", "以下", "以內", "以外", "以前", "以後", "之間", "未滿", "左右", "上下", "不到", "不足", "不等", "不含", "起", "至", "到", "或", "及",
            "和", "與", "含", "分之");

    /** What joins units to units of their own. */
    private static final String COMPOUND = "/·⁰¹²³⁴⁵⁶⁷⁸⁹";

    private UnitWords() {}

    /** Width folded, composed, without spaces around. */
    static String fold(String word) {
        StringBuilder folded = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= '\uFF01' && c <= '\uFF5E') {
                c = (char) (c - 0xFEE0);
            } else if (c == '\u3000' || c == '\u00A0') {
                c = ' ';
            }
            folded.append(c);
        }
        return Normalizer.normalize(folded, Normalizer.Form.NFC).strip();
    }

    /** Whether the text can stand after a number as a unit: no digit, sign or space at its start, nothing invisible. */
    static boolean isWord(String text) {
        if (text.isEmpty() || text.codePointCount(0, text.length()) > MAX_LENGTH || !text.equals(fold(text))) {
            return false;
        }
        int first = text.codePointAt(0);
        boolean opens = isLetter(first) || isSymbol(first) || "%‰".indexOf(first) >= 0 || text.startsWith("1/");
        return opens && text.codePoints().allMatch(UnitWords::isPart);
    }

    /** Whether the text can name a base unit or a label: a word that is no product and no quotient of others. */
    static boolean isName(String text) {
        return isWord(text) && text.codePoints().noneMatch(c -> COMPOUND.indexOf(c) >= 0);
    }

    private static boolean isPart(int c) {
        return isLetter(c)
                || isSymbol(c)
                || (c >= '0' && c <= '9')
                || " %‰".indexOf(c) >= 0
                || COMPOUND.indexOf(c) >= 0;
    }

    /** The fillers of Hangul are letters by their category, yet nobody sees them. */
    private static boolean isLetter(int c) {
        return Character.isLetter(c) && "\u115F\u1160\u3164\uFFA0".indexOf(c) < 0;
    }

    private static boolean isSymbol(int c) {
        int type = Character.getType(c);
        return type == Character.CURRENCY_SYMBOL || type == Character.OTHER_SYMBOL;
    }

    /**
     * Whether an unknown word of data is taken as a label of its own: one script, Han or Latin, nothing that might
     * belong to the number. A single Latin letter is a slip (1O, 1d), not a label.
     */
    static boolean mayBeLabel(String folded) {
        if (folded.isEmpty() || folded.codePointCount(0, folded.length()) > MAX_LENGTH) {
            return false;
        }
        if (folded.codePoints().allMatch(c -> isScript(c, UnicodeScript.HAN))) {
            return !saysSomethingOfTheNumber(folded);
        }
        return isLatin(folded)
                && folded.codePointCount(0, folded.length()) > 1
                && !List.of("nan", "inf", "infinity", "null").contains(folded.toLowerCase(Locale.ROOT));
    }

    static boolean saysSomethingOfTheNumber(String folded) {
        return !folded.isEmpty()
                && (NUMERAL.indexOf(folded.codePointAt(0)) >= 0
                        || QUALIFIERS.stream().anyMatch(folded::startsWith)
                        || QUALIFIERS.stream().anyMatch(q -> q.length() > 1 && folded.endsWith(q)));
    }

    private static boolean isLatin(String word) {
        return word.codePoints().allMatch(c -> isScript(c, UnicodeScript.LATIN));
    }

    private static boolean isScript(int c, UnicodeScript script) {
        return Character.isLetter(c) && UnicodeScript.of(c) == script;
    }

    /** For a message: short, and nothing invisible in it. */
    static String shown(String text) {
        return VisibleText.of(text, MAX_LENGTH);
    }
}
