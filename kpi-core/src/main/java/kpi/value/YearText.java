package kpi.value;

import java.util.Map;
import java.util.Optional;

/** A date or period without the era before it, and what its year may mean. */
final class YearText {
    /** Longer than any date anybody prints; bounds the work. */
    private static final int MAX_LENGTH = 40;

    private static final int FIRST_ROC_YEAR = 1912;

    private static final Map<String, CalendarKind> ERAS = Map.of(
            "中華民國", CalendarKind.ROC,
            "民國", CalendarKind.ROC,
            "ROC ", CalendarKind.ROC,
            "西元", CalendarKind.WESTERN,
            "公元", CalendarKind.WESTERN);

    private final String rest;
    private final Optional<CalendarKind> era;
    private final CalendarKind declared;

    /** A year in the calendar it is written in. */
    record Year(CalendarKind calendar, int year) {
        int western() {
            return calendar.toWestern(year);
        }
    }

    private YearText(String rest, Optional<CalendarKind> era, CalendarKind declared) {
        this.rest = rest;
        this.era = era;
        this.declared = declared;
    }

    /** Empty if it is too long to be one. */
    static Optional<YearText> of(PrintedText text, CalendarKind declared) {
        String content = text.content();
        if (content.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String folded = folded(content);
        Optional<String> era = ERAS.keySet().stream().filter(folded::startsWith).findFirst();
        String rest = folded.substring(era.map(String::length).orElse(0)).strip();
        return Optional.of(new YearText(rest, era.map(ERAS::get), declared));
    }

    /** Full-width digits, signs and letters to narrow ones; every kind of blank to a space. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean wide = c >= '\uFF01' && c <= '\uFF5E';
            folded.append(wide ? (char) (c - 0xFEE0) : PrintedText.isSpace(c) ? ' ' : c);
        }
        return folded.toString();
    }

    String rest() {
        return rest;
    }

    /**
     * What one to four digits mean as a year; empty where that would be a guess: a short year where Western ones are
     * declared, a Western year before 1912 where ROC ones are, or a year against the era before it.
     */
    Optional<Year> year(String digits) {
        CalendarKind written = digits.length() == 4 ? CalendarKind.WESTERN : CalendarKind.ROC;
        int year = Integer.parseInt(digits);
        boolean expected = era.map(written::equals)
                .orElse(written == declared || (declared == CalendarKind.ROC && year >= FIRST_ROC_YEAR));
        return expected && written.holds(year) ? Optional.of(new Year(written, year)) : Optional.empty();
    }
}
