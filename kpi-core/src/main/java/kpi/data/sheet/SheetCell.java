package kpi.data.sheet;

/**
 * A cell that is not empty.
 *
 * @param column from 0
 * @param text what it says, as a person would type it
 * @param isBroken whether it holds an error, or a formula without a value
 */
record SheetCell(int column, String text, boolean isBroken) {
    static SheetCell of(int column, String text) {
        return new SheetCell(column, text, false);
    }

    /** The name of a column as spreadsheets have it. */
    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }
}
