package kpi.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kpi.diagnostic.VisibleText;
import kpi.source.DisplayWidth;

/** Rows of text in columns that line up where full-width characters take two places. */
final class TextTable {
    private static final String GAP = "  ";

    private final boolean[] right;
    private final List<List<String>> rows = new ArrayList<>();

    /** For each column whether its cells stand to the right. */
    TextTable(boolean... right) {
        this.right = right.clone();
    }

    TextTable row(List<String> cells) {
        if (cells.size() != right.length) {
            throw new IllegalArgumentException(cells.size() + " cells for " + right.length + " columns");
        }
        rows.add(cells.stream().map(VisibleText::of).toList());
        return this;
    }

    /** The first row is a heading and is underlined. */
    void write(Appendable out) throws IOException {
        int[] widths = new int[right.length];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            line(rows.get(i), widths, out);
            if (i == 0) {
                int width = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1);
                out.append("-".repeat(width)).append('\n');
            }
        }
    }

    private void line(List<String> row, int[] widths, Appendable out) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            String space = " ".repeat(widths[i] - DisplayWidth.of(cell));
            line.append(i == 0 ? "" : GAP).append(right[i] ? space + cell : cell + space);
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }
}
