package kpi.data.sheet;

import java.io.IOException;

/** Reads names of cells such as {@code B12}; anything else makes the file unreadable. */
final class CellReference {
    private static final long MOST_ROWS = 1 << 24;

    private CellReference() {}

    /** The column, from 0, of a cell that stands in a row. */
    static int column(String reference, long row) throws IOException {
        int letters = 0;
        int column = 0;
        while (letters < reference.length() && reference.charAt(letters) >= 'A' && reference.charAt(letters) <= 'Z') {
            column = column * 26 + reference.charAt(letters) - 'A' + 1;
            letters++;
            if (letters > 4) {
                throw bad(reference);
            }
        }
        if (letters == 0 || row(reference.substring(letters)) != row) {
            throw bad(reference);
        }
        return column - 1;
    }

    /** A number of a row, from 1. */
    static long row(String number) throws IOException {
        boolean isNumber =
                !number.isEmpty() && number.length() <= 9 && number.chars().allMatch(c -> c >= '0' && c <= '9');
        long row = isNumber ? Long.parseLong(number) : 0;
        if (row < 1 || row > MOST_ROWS) {
            throw bad(number);
        }
        return row;
    }

    private static Unreadable bad(String reference) {
        String shown = reference.length() <= 20 ? reference : reference.substring(0, 20);
        return new Unreadable("儲存格位置「" + shown + "」不成立", "“" + shown + "” is no place of a cell");
    }
}
