package kpi.dsl.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kpi.dsl.parser.BlockText.RowText;
import kpi.source.DisplayWidth;

/** The cells of a table: text at the left of its column, figures at the right. */
final class RowCells {
    private static final Pattern FIGURE =
            Pattern.compile("[-−+]?[0-9０-９][0-9０-９,.．/:-]*+ ?(?:[%％‰]|[\\p{IsHan}&&[^以未超達]]{1,4})?");
    private static final Pattern RANGE =
            Pattern.compile("([-−+]?[0-9０-９.．,%％]+)[ \t]+([–—−～~-])[ \t]+([-−+]?[0-9０-９.．,%％]+)");

    private final List<Boolean> figures = new ArrayList<>();
    private final List<int[]> ranges = new ArrayList<>();

    /** Looks at all rows; the first may be a head. */
    RowCells(List<RowText> rows) {
        for (int i = 0; i < rows.size(); i++) {
            List<String> cells = rows.get(i).cells();
            for (int column = 0; column < cells.size(); column++) {
                if (column == figures.size()) {
                    figures.add(true);
                    ranges.add(new int[2]);
                }
                String cell = cells.get(column);
                boolean head = i == 0 && rows.size() > 1;
                Matcher range = RANGE.matcher(cell);
                if (range.matches()) {
                    int[] widths = ranges.get(column);
                    widths[0] = Math.max(widths[0], DisplayWidth.of(range.group(1)));
                    widths[1] = Math.max(widths[1], DisplayWidth.of(range.group(3)));
                } else if (!head && !cell.isEmpty() && !FIGURE.matcher(cell).matches()) {
                    figures.set(column, false);
                }
            }
        }
    }

    List<Line.Cell> of(RowText row) {
        List<Line.Cell> cells = new ArrayList<>();
        for (int column = 0; column < row.cells().size(); column++) {
            if (column > 0) {
                cells.add(new Line.Cell("|", 1));
            }
            cells.add(new Line.Cell(text(row.cells().get(column), column), 1, figures.get(column)));
        }
        return cells;
    }

    /** A range stands with both of its ends under those above: {@code  55 – 154}. */
    private String text(String cell, int column) {
        Matcher range = RANGE.matcher(cell);
        if (!range.matches()) {
            return cell;
        }
        int[] widths = ranges.get(column);
        return right(range.group(1), widths[0]) + " " + range.group(2) + " " + right(range.group(3), widths[1]);
    }

    private static String right(String text, int width) {
        return " ".repeat(width - DisplayWidth.of(text)) + text;
    }
}
