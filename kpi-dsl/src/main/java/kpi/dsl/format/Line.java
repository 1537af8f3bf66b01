package kpi.dsl.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of the text.
 *
 * @param indent how far to the right it begins
 * @param cells what stands on it; cells of lines of one group stand under each other
 * @param comment what is noted at its end
 * @param group the number of its group
 * @param blankBefore whether a blank line stands before it
 */
record Line(int indent, List<Cell> cells, Optional<String> comment, int group, boolean blankBefore) {
    /**
     * What is aligned.
     *
     * @param gap how many blanks follow at least, where another cell follows
     * @param right whether it stands at the right of its column
     */
    record Cell(String text, int gap, boolean right) {
        Cell(String text, int gap) {
            this(text, gap, false);
        }
    }

    Line {
        cells = List.copyOf(cells);
    }

    static Line of(int indent, String text, int group, boolean blankBefore) {
        return new Line(indent, List.of(new Cell(text, 0)), Optional.empty(), group, blankBefore);
    }

    Line comment(Optional<String> other) {
        return new Line(indent, cells, other, group, blankBefore);
    }

    Line blankBefore(boolean other) {
        return new Line(indent, cells, comment, group, other);
    }

    /** The same line with a sign behind its last word. */
    Line closedBy(String sign) {
        List<Cell> more = new ArrayList<>(cells);
        Cell last = more.remove(more.size() - 1);
        more.add(new Cell(last.text() + sign, last.gap(), last.right()));
        return new Line(indent, more, comment, group, blankBefore);
    }

    boolean isText(String text) {
        return cells.size() == 1 && cells.get(0).text().equals(text);
    }

    /** The same line without the empty cells at its end. */
    Line withoutEmptyEnd() {
        int end = cells.size();
        while (end > 1 && cells.get(end - 1).text().isEmpty()) {
            end--;
        }
        return new Line(indent, cells.subList(0, end), comment, group, blankBefore);
    }

    /** The same line with one more cell. */
    Line with(Cell cell, int gap) {
        List<Cell> more = new ArrayList<>(cells);
        Cell last = more.remove(more.size() - 1);
        more.add(new Cell(last.text(), gap, last.right()));
        more.add(cell);
        return new Line(indent, more, comment, group, blankBefore);
    }
}
