package kpi.unit;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.VisibleText;
import kpi.number.Exact;

/** What a unit word may look like, apart from what it means. */
final class UnitWords {
    /** Longest name of a base unit or a label, in code points: far longer than any, short enough for a message. */
    private static final int MAX_NAME = 40;

    /** Longest word for a unit: a magnitude and a few names joined by signs. */
    static final int MAX_WORD = 200;

    /** A label that begins so would swallow a part of the number: 5百人, 50多人, 3半日. */
    private static final String NUMERAL = "〇零一二三四五六七八九十百千萬億兆廿卅壹貳參肆伍陸柒捌玖拾佰仟万亿半兩幾數餘多許又約近逾";

    /** Said of a number, not counted: 50以上, 80未滿. */
    private static final List<String> QUALIFIERS = List.of(
            "以上", "以下", "以內", "以外", "以前", "以後", "之間", "未滿", "左右", "上下", "不到", "不足", "不等", "不含", "起", "至", "到", "或", "及",
            "和", "與", "含", "分之");

    /** As a label, 5 million would be five of something. */
    private static final Set<String> LATIN_NUMERALS = Set.of(
            "nan",
            "inf",
            "infinity",
            "null",
            "none",
            "true",
            "false",
            "hundred",
            "hundreds",
            "thousand",
            "thousands",
            "million",
            "millions",
            "billion",
            "billions",
            "trillion",
            "trillions",
            "mn",
            "bn",
            "tn",
            "mio",
            "mrd",
            "dozen",
            "dozens",
            "half",
            "pct");

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
        if (text.isEmpty() || text.length() > MAX_WORD || !text.equals(fold(text))) {
            return false;
        }
        if (text.indexOf('=') > 0) {
            return indexBase(text).isPresent();
        }
        int first = text.codePointAt(0);
        boolean opens = isLetter(first) || isSymbol(first) || "%‰".indexOf(first) >= 0 || text.startsWith("1/");
        return opens && text.codePoints().allMatch(UnitWords::isPart);
    }

    /** The base of an index, 100 for 女=100 or 110年=100; empty where the text is none. */
    static Optional<Exact> indexBase(String folded) {
        int sign = folded.indexOf('=');
        String base = folded.substring(sign + 1).strip();
        String of = folded.substring(0, Math.max(sign, 0)).strip();
        boolean named = !of.isEmpty()
                && length(of) <= MAX_NAME
                && of.codePoints().allMatch(c -> isLetter(c) || c >= '0' && c <= '9')
                && of.codePoints().anyMatch(UnitWords::isLetter);
        return named && base.matches("10{1,6}") ? Optional.of(Exact.of(base)) : Optional.empty();
    }

    /** Whether the text can name a base unit or a label: a word that is no product and no quotient of others. */
    static boolean isName(String text) {
        return isWord(text) && length(text) <= MAX_NAME && text.codePoints().noneMatch(c -> COMPOUND.indexOf(c) >= 0);
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
        if (folded.isEmpty() || length(folded) > MAX_NAME) {
            return false;
        }
        if (folded.codePoints().allMatch(c -> isScript(c, UnicodeScript.HAN))) {
            return !saysSomethingOfTheNumber(folded);
        }
        return isLatin(folded) && length(folded) > 1 && !LATIN_NUMERALS.contains(folded.toLowerCase(Locale.ROOT));
    }

    /** Whether a word may be read as more of the number before it, or as a word about that number. */
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
        return VisibleText.of(text, MAX_NAME);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
