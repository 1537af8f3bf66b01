package kpi.dsl.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kpi.dsl.parser.BlockText.RowText;

/** The cells of a table: text at the left of its column, figures at the right. */
final class RowCells {
    private static final Pattern FIGURE = Pattern.compile("[-−+]?[0-9０-９][^|]*");

    private final List<Boolean> figures = new ArrayList<>();

    /** Looks at all rows; the first may be a head. */
    RowCells(List<RowText> rows) {
        for (int i = 0; i < rows.size(); i++) {
            List<String> cells = rows.get(i).cells();
            for (int column = 0; column < cells.size(); column++) {
                if (column == figures.size()) {
                    figures.add(true);
                }
                String cell = cells.get(column);
                boolean head = i == 0 && rows.size() > 1;
                if (!head && !cell.isEmpty() && !FIGURE.matcher(cell).matches()) {
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
            cells.add(new Line.Cell(row.cells().get(column), 1, figures.get(column)));
        }
        return cells;
    }
}
