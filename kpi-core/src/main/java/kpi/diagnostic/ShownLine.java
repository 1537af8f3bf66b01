package kpi.diagnostic;

import java.util.Arrays;
import kpi.source.DisplayWidth;

/**
 * One line of text as a person sees it, and where each of its characters then stands: a tab is one blank, what cannot
 * be seen is its number, and of a very long line only a window around the place of interest is left.
 */
final class ShownLine {
    /** What fits a screen beside the line number. */
    static final int MAXIMUM_WIDTH = 100;

    /** How much of a long line is shown before the place of interest, at least. */
    private static final int CONTEXT = 30;

    /** A column holds at most a letter and four marks, each of at most two chars. */
    private static final int MAXIMUM_CHARS = MAXIMUM_WIDTH * 10;

    private static final String CUT = "…";

    private final String text;
    /** The column, from 0, of each offset of the window; at the end the column after it. */
    private final int[] columns;

    private final int from;

    private ShownLine(String text, int from, int[] columns) {
        this.text = text;
        this.from = from;
        this.columns = columns;
    }

    /** The line around a place of interest, given by its offset in the line. */
    static ShownLine of(String line, int place) {
        int start = Math.min(place, line.length());
        int from = startOfWindow(line, start);
        StringBuilder shown = new StringBuilder(from > 0 ? CUT : "");
        int column = from > 0 ? 1 : 0;
        int[] columns = new int[Math.min(line.length() - from, MAXIMUM_CHARS) + 1];
        VisibleText.Writer writer = new VisibleText.Writer();
        int i = from;
        while (i < line.length()) {
            int codePoint = line.codePointAt(i);
            // A mark in the place of interest is what it is about, so it must be seen.
            if (i == start || codePoint == '\t') {
                writer.detach();
            }
            String next = codePoint == '\t' ? " " : writer.next(codePoint);
            int width = DisplayWidth.of(next);
            boolean isLast = i + Character.charCount(codePoint) == line.length();
            if (column + width > MAXIMUM_WIDTH - (isLast ? 0 : 1)) {
                shown.append(CUT);
                break;
            }
            shown.append(next);
            columns[i - from] = column;
            if (Character.charCount(codePoint) == 2) {
                // Half a pair stands where the pair stands.
                columns[i - from + 1] = column;
            }
            i += Character.charCount(codePoint);
            column += width;
        }
        columns[i - from] = column;
        return new ShownLine(shown.toString(), from, Arrays.copyOf(columns, i - from + 1));
    }

    /** Leaves room behind the place first, and gives what the rest of the line does not need to what is before it. */
    private static int startOfWindow(String line, int start) {
        if (fits(line)) {
            return 0;
        }
        int room = MAXIMUM_WIDTH - 2 * DisplayWidth.of(CUT);
        int behind = 0;
        for (int i = start; i < line.length() && behind < room - CONTEXT; i = line.offsetByCodePoints(i, 1)) {
            behind += widthAtMost(line.codePointAt(i));
        }
        int before = 0;
        int from = start;
        while (from > 0) {
            int codePoint = line.codePointBefore(from);
            before += widthAtMost(codePoint);
            if (before > room - Math.min(behind, room - CONTEXT)) {
                break;
            }
            from -= Character.charCount(codePoint);
        }
        return from;
    }

    private static boolean fits(String line) {
        return line.length() <= MAXIMUM_CHARS && DisplayWidth.of(VisibleText.of(line)) <= MAXIMUM_WIDTH;
    }

    /** The width wherever the code point stands: a mark takes none on a letter, but may have to be shown as its number. */
    private static int widthAtMost(int codePoint) {
        String shown = VisibleText.of(Character.toString(codePoint));
        return codePoint == '\t' ? 1 : DisplayWidth.of(shown);
    }

    String text() {
        return text;
    }

    /** Whether a place, given by offsets in the line, begins in what is shown. */
    boolean shows(int start) {
        return start >= from && start - from < columns.length;
    }

    /** The column, from 0, where an offset stands; what is not shown stands at the nearer end. */
    int column(int offset) {
        return columns[Math.max(0, Math.min(offset - from, columns.length - 1))];
    }

    /** A row of marks under a place: at least one mark. */
    String marks(int start, int end, char mark) {
        int first = column(start);
        int width = Math.max(1, column(end) - first);
        return " ".repeat(first) + Character.toString(mark).repeat(width);
    }
}
