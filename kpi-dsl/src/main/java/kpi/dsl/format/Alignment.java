package kpi.dsl.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kpi.source.DisplayWidth;

/** Puts cells under cells and comments under comments, by the width they have on paper, and prints the lines. */
final class Alignment {
    private static final int BEFORE_COMMENT = 2;

    private Alignment() {}

    static String print(List<Line> lines) {
        Map<Integer, List<Integer>> widths = new HashMap<>();
        lines.forEach(line -> measure(line, widths.computeIfAbsent(line.group(), group -> new ArrayList<>())));
        List<String> codes = new ArrayList<>();
        lines.forEach(line -> codes.add(code(line, widths.getOrDefault(line.group(), List.of()))));
        return withComments(lines, codes);
    }

    /** The last cell of a line makes its column no wider: nothing stands behind it. */
    private static void measure(Line line, List<Integer> widths) {
        for (int i = 0; i < line.cells().size(); i++) {
            Line.Cell cell = line.cells().get(i);
            boolean counts = i + 1 < line.cells().size() || cell.right();
            int width = counts ? DisplayWidth.of(cell.text()) : 0;
            if (i == widths.size()) {
                widths.add(width);
            } else {
                widths.set(i, Math.max(widths.get(i), width));
            }
        }
    }

    private static String code(Line line, List<Integer> widths) {
        StringBuilder code = new StringBuilder(" ".repeat(line.indent()));
        for (int i = 0; i < line.cells().size(); i++) {
            Line.Cell cell = line.cells().get(i);
            String blanks = " ".repeat(Math.max(0, widths.get(i) - DisplayWidth.of(cell.text())));
            code.append(cell.right() ? blanks : "").append(cell.text());
            if (i + 1 < line.cells().size()) {
                code.append(cell.right() ? "" : blanks);
                code.append(" ".repeat(widths.get(i) > 0 ? cell.gap() : 0));
            }
        }
        return code.toString().stripTrailing();
    }

    private static String withComments(List<Line> lines, List<String> codes) {
        StringBuilder text = new StringBuilder();
        int column = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            text.append(line.blankBefore() && i > 0 ? "\n" : "").append(codes.get(i));
            if (line.comment().isPresent()) {
                boolean goesOn = i > 0 && areNeighbours(lines.get(i - 1), line);
                column = goesOn ? column : column(lines, codes, i);
                text.append(" ".repeat(column - DisplayWidth.of(codes.get(i))))
                        .append(line.comment().get());
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** Whether the comments of two lines stand under each other: not where a block ends between them. */
    private static boolean areNeighbours(Line line, Line next) {
        return line.comment().isPresent()
                && next.comment().isPresent()
                && !next.blankBefore()
                && !line.isText("}")
                && !next.isText("}");
    }

    /** Where the comments of a run of lines begin. */
    private static int column(List<Line> lines, List<String> codes, int from) {
        int widest = DisplayWidth.of(codes.get(from));
        for (int i = from + 1; i < lines.size() && areNeighbours(lines.get(i - 1), lines.get(i)); i++) {
            widest = Math.max(widest, DisplayWidth.of(codes.get(i)));
        }
        return widest + BEFORE_COMMENT;
    }
}
