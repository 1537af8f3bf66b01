package kpi.dsl.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.dsl.parser.BlockText;
import kpi.dsl.parser.BlockText.CommentText;
import kpi.dsl.parser.BlockText.RowText;
import kpi.dsl.parser.ClauseText;
import kpi.dsl.parser.Piece;

/** Makes the lines of a text from its clauses. */
final class Lines {
    private static final int INDENT = 2;

    private final Map<Integer, String> readAs;
    private final List<Line> lines = new ArrayList<>();
    private int groups;

    Lines(Map<Integer, String> readAs) {
        this.readAs = readAs;
    }

    List<Line> of(List<BlockText.Item> items) {
        items(items, 0);
        return lines;
    }

    private void items(List<BlockText.Item> items, int indent) {
        RowCells cells = new RowCells(items.stream()
                .filter(RowText.class::isInstance)
                .map(RowText.class::cast)
                .toList());
        int rows = groups++;
        ClauseLines.Siblings block = ClauseLines.Siblings.of(items.stream()
                .filter(ClauseText.class::isInstance)
                .map(ClauseText.class::cast)
                .toList());
        Optional<ClauseText> before = Optional.empty();
        int group = -1;
        for (int i = 0; i < items.size(); i++) {
            BlockText.Item item = items.get(i);
            boolean blank = item.blankBefore() && i > 0;
            if (item instanceof CommentText comment) {
                lines.add(Line.of(indent, comment.text(), groups++, blank));
                before = Optional.empty();
            } else if (item instanceof RowText row) {
                lines.add(new Line(indent, cells.of(row), row.comment(), rows, blank));
            } else if (item instanceof ClauseText clause) {
                boolean joins = !blank
                        && before.filter(last -> areAlike(last, clause, block)).isPresent();
                group = joins ? group : groups++;
                clause(clause, indent, group, block, blank);
                before = isOneLine(clause) || isHeadOfPart(clause) ? Optional.of(clause) : Optional.empty();
            }
        }
    }

    /** Whether clauses that follow each other are aligned. */
    private static boolean areAlike(ClauseText one, ClauseText next, ClauseLines.Siblings block) {
        boolean items = one.place() == ClauseText.Place.LINE && block.heads();
        return one.place() == next.place()
                && one.family().equals(next.family())
                && (items || one.block().isPresent() == next.block().isPresent())
                && hasOneLineHead(next);
    }

    /** Parts of one whole stand under each other, whatever stands in them: perspectives with their weights. */
    private static boolean isHeadOfPart(ClauseText clause) {
        boolean part = clause.place() == ClauseText.Place.CLAUSE || clause.place() == ClauseText.Place.LINE;
        return part && clause.block().isPresent() && hasOneLineHead(clause);
    }

    private static boolean hasOneLineHead(ClauseText clause) {
        return clause.pieces().stream().noneMatch(piece -> piece.beginsLine() || piece.kind() == Piece.Kind.COMMENT);
    }

    private static boolean isOneLine(ClauseText clause) {
        return hasOneLineHead(clause) && clause.block().map(Lines::staysOnLine).orElse(true);
    }

    /** A block stays on the line of its head where it was written so. */
    private static boolean staysOnLine(BlockText block) {
        return block.comment().isEmpty()
                && (block.items().isEmpty() || block.oneLine())
                && block.items().stream()
                        .allMatch(item -> item instanceof ClauseText clause
                                && clause.block().isEmpty()
                                && clause.comment().isEmpty()
                                && isOneLine(clause));
    }

    private void clause(ClauseText clause, int indent, int group, ClauseLines.Siblings siblings, boolean blank) {
        List<Line> made = new ClauseLines(clause, indent, group, siblings, readAs, () -> groups++).lines();
        made.set(0, made.get(0).blankBefore(blank));
        lines.addAll(made);
        if (clause.block().isEmpty()) {
            clause.comment().ifPresent(this::commentBehind);
            return;
        }
        BlockText block = clause.block().get();
        if (staysOnLine(block)) {
            onOneLine(block);
        } else {
            replaceLast(last().withoutEmptyEnd().closedBy(" {"));
            block.comment().ifPresent(this::commentBehind);
            items(block.items(), indent + INDENT);
            lines.add(Line.of(indent, "}", groups++, false));
        }
        clause.comment().ifPresent(this::commentBehind);
    }

    /** Clauses on one line stand wide apart: one blank would make them one. */
    private void onOneLine(BlockText block) {
        String before = "{ ";
        int gap = 1;
        for (BlockText.Item item : block.items()) {
            for (Line.Cell cell : ClauseLines.onOneLine((ClauseText) item, readAs)) {
                replaceLast(last().with(new Line.Cell(before + cell.text(), 0), gap));
                before = "";
                gap = cell.gap();
            }
            gap = Spacing.WIDE;
        }
        replaceLast(block.items().isEmpty() ? last().with(new Line.Cell("{ }", 0), 1) : last().closedBy(" }"));
    }

    private Line last() {
        return lines.get(lines.size() - 1);
    }

    private void replaceLast(Line line) {
        lines.set(lines.size() - 1, line);
    }

    private void commentBehind(String comment) {
        if (last().comment().isEmpty()) {
            replaceLast(last().comment(Optional.of(comment)));
        } else {
            lines.add(Line.of(last().indent(), comment, groups++, false));
        }
    }
}
