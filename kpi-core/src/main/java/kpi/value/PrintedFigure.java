package kpi.value;

import java.util.List;
import java.util.Optional;
import kpi.diagnostic.FootnoteMark;
import kpi.diagnostic.KpiUsageException;

/**
 * A figure as a document prints it, apart from what stands behind it and does not change it: footnote marks ({@code
 * 57.25%①}), a note in brackets ({@code 169,517,356千元(含追加減)}), the full marks of points ({@code 26分(30)}).
 *
 * @param figure the figure alone
 * @param fullMarks the most that could have been awarded, as printed; only behind 分
 */
public record PrintedFigure(String figure, Optional<String> fullMarks) {
    private static final List<String> NOTE_WORDS = List.of("含", "不含", "註", "單位", "截至");
    private static final String OPEN = "(（[［〔";
    private static final String CLOSE = ")）]］〕";

    /** Refuses full marks behind anything but points with {@link KpiUsageException}. */
    public PrintedFigure {
        if (fullMarks.isPresent() && !figure.endsWith("分")) {
            throw new KpiUsageException("full marks stand behind points, not behind \"" + figure + "\"");
        }
    }

    /** Takes a print apart; a text without notes is all figure. */
    public static PrintedFigure of(String print) {
        Optional<String> fullMarks = Optional.empty();
        int end = beforeSpaces(print, print.length());
        while (end > 0) {
            int mark = print.codePointBefore(end);
            if (FootnoteMark.is(mark)) {
                end = beforeSpaces(print, end - Character.charCount(mark));
                continue;
            }
            int open = CLOSE.indexOf(mark) < 0 ? -1 : opening(print, end - 1);
            if (open < 0) {
                break;
            }
            String inner = print.substring(open + 1, end - 1).strip();
            int before = beforeSpaces(print, open);
            boolean isFullMarks = fullMarks.isEmpty() && before == open && endsInPoints(print, open) && isDigits(inner);
            if (!isFullMarks && !isNote(inner)) {
                break;
            }
            fullMarks = isFullMarks ? Optional.of(inner) : fullMarks;
            end = before;
        }
        return end <= 0
                ? new PrintedFigure(print, Optional.empty())
                : new PrintedFigure(print.substring(0, end), fullMarks);
    }

    /** A bare (含) says that the figure itself is included, as in 5人(含)以上: that is no note. */
    private static boolean isNote(String inner) {
        return !inner.isEmpty()
                && (FootnoteMark.is(inner.codePointAt(0))
                        || NOTE_WORDS.stream().anyMatch(inner::startsWith) && !NOTE_WORDS.contains(inner));
    }

    private static boolean endsInPoints(String print, int end) {
        return end > 1 && print.charAt(end - 1) == '分' && Character.isDigit(print.charAt(end - 2));
    }

    private static boolean isDigits(String inner) {
        return !inner.isEmpty() && inner.chars().allMatch(Character::isDigit);
    }

    /** Where the bracket that ends here was opened; −1 where the shapes do not fit. */
    private static int opening(String print, int close) {
        char open = OPEN.charAt(CLOSE.indexOf(print.charAt(close)));
        int depth = 0;
        for (int i = close; i >= 0; i--) {
            if (print.charAt(i) == print.charAt(close)) {
                depth++;
            } else if (print.charAt(i) == open) {
                depth--;
            }
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static int beforeSpaces(String print, int from) {
        int end = from;
        while (end > 0 && PrintedText.isSpace(print.charAt(end - 1))) {
            end--;
        }
        return end;
    }
}
