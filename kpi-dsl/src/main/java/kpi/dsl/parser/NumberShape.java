package kpi.dsl.parser;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kpi.diagnostic.Limit;
import kpi.diagnostic.Problem;
import kpi.source.Span;

/** Whether what begins with a digit is a number with its unit, a date, or neither. Units are not looked up here. */
final class NumberShape {
    private static final String MAGNITUDES = "[十百千萬万億亿兆]";
    // Possessive throughout: a long literal is read once.
    private static final Pattern NUMBER = Pattern.compile("([0-9,]*+(?:\\.[0-9]++)?+)(?:[eE]([+-]?)([0-9]++))?+((?:"
            + MAGNITUDES + "++[0-9][0-9,]*+(?:\\.[0-9]++)?+)*+)([^0-9]*+)");
    private static final Pattern DATE = Pattern.compile("[0-9]{1,4}年[0-9]{1,2}月[0-9]{1,2}日");
    private static final Pattern TIMES = Pattern.compile("([0-9.]++)[xX×хХ]([0-9.]++)");
    private static final Pattern RADIX = Pattern.compile("0[xXbBoO][0-9A-Fa-f]*+");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");
    private static final Pattern SIGNED_EXPONENT = Pattern.compile("[eE][+-].*");
    private static final Pattern NO_DIGIT_BEFORE = Pattern.compile("\\.[0-9]++");
    private static final Pattern NO_DIGIT_BEHIND = Pattern.compile("[0-9]++\\.");
    private static final Pattern UNDERSCORES = Pattern.compile("[0-9]++(?:_[0-9]++)++");
    private static final Pattern MINUS_LIKE = Pattern.compile("[0-9.]++(一)[0-9.]++");

    enum Shape {
        NUMBER,
        DATE,
        BROKEN
    }

    private NumberShape() {}

    /** Judges a merged token; what is wrong is reported. */
    static Shape judge(Span span, Problems problems) {
        String written = span.text();
        if (isShortWhole(written) && written.length() <= problems.limit(Limit.DIGITS)) {
            return Shape.NUMBER;
        }
        String text = Folding.narrow(written);
        if (DATE.matcher(text).matches()) {
            return Shape.DATE;
        }
        Matcher minus = MINUS_LIKE.matcher(text);
        if (minus.matches()) {
            Span sign = span.source().span(span.start() + minus.start(1), span.start() + minus.end(1));
            Characters.report(span.source().text(), sign, problems);
            return Shape.BROKEN;
        }
        Matcher times = TIMES.matcher(text);
        if (times.matches() && !RADIX.matcher(text).matches()) {
            problems.add(Problem.of(SyntaxCode.LETTER_TIMES, span)
                    .with("text", written)
                    .edit(span, times.group(1) + " × " + times.group(2)));
            return Shape.BROKEN;
        }
        Matcher number = NUMBER.matcher(text);
        if (!number.matches() || !wellFormed(text, number)) {
            malformed(span, text, problems);
            return Shape.BROKEN;
        }
        return withinLimits(span, number, problems) ? Shape.NUMBER : Shape.BROKEN;
    }

    /** A few digits, or a percentage of them: most numbers of formulas, with nothing to judge. */
    private static boolean isShortWhole(String text) {
        int end = text.endsWith("%") ? text.length() - 1 : text.length();
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return end > 0 && text.length() <= 9;
    }

    /** Whether a number ends in a digit or a magnitude, so that a unit may follow: 5, 100萬. */
    static boolean lacksUnit(String number) {
        char last = number.charAt(number.length() - 1);
        return Character.isDigit(last) || MAGNITUDES.indexOf(last) > 0;
    }

    private static boolean wellFormed(String text, Matcher number) {
        String suffix = number.group(5).strip();
        boolean exponentWithoutDigits = suffix.equals("e")
                || suffix.equals("E")
                || SIGNED_EXPONENT.matcher(suffix).matches();
        return !text.startsWith(".") && suffix.indexOf('.') < 0 && suffix.indexOf('_') < 0 && !exponentWithoutDigits;
    }

    private static void malformed(Span span, String text, Problems problems) {
        Problem.Builder problem = Problem.of(SyntaxCode.MALFORMED_NUMBER, span).with("text", span.text());
        if (NO_DIGIT_BEFORE.matcher(text).matches()) {
            problem.edit(span, "0" + text);
        } else if (UNDERSCORES.matcher(text).matches()) {
            problem.edit(span, text.replace("_", ""));
        } else if (NO_DIGIT_BEHIND.matcher(text).matches()) {
            problem.edit(span, text.substring(0, text.length() - 1));
        }
        problems.add(problem);
    }

    /** Counted on the text: nothing larger is ever built. */
    private static boolean withinLimits(Span span, Matcher number, Problems problems) {
        long digits = (number.group(1) + number.group(4))
                .chars()
                .filter(c -> c >= '0' && c <= '9')
                .count();
        if (digits > problems.limit(Limit.DIGITS)) {
            problems.exceeds(SyntaxCode.TOO_MANY_DIGITS, Limit.DIGITS, span);
            return false;
        }
        String exponent = number.group(3);
        if (exponent == null) {
            return true;
        }
        String size = LEADING_ZEROS.matcher(exponent).replaceFirst("");
        if (size.length() > 18 || Long.parseLong(size) > problems.limit(Limit.EXPONENT)) {
            problems.exceeds(SyntaxCode.EXPONENT_TOO_LARGE, Limit.EXPONENT, span);
            return false;
        }
        return true;
    }
}
