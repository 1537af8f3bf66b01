package kpi.dsl.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import kpi.dsl.parser.ClauseText;
import kpi.dsl.parser.ClauseText.Place;
import kpi.dsl.parser.Piece;
import kpi.dsl.parser.Piece.Kind;
import kpi.source.DisplayWidth;

/** The lines of one clause: broken where the author broke it, what it says beside its keyword in a column. */
final class ClauseLines {
    /** Where the contents of clauses begin, counted from their keyword. */
    private static final int CLAUSE_COLUMN = 11;

    private static final int ITEM_COLUMN = 9;
    private static final int CONTINUED = 4;

    /** A keyword that is wider stands out of the column. */
    private static final int WIDEST_KEYWORD = 17;

    private static final int IN_BRACKET = 2;

    /** How far the value stands from the name it defines. */
    private static final int EQUALS = 2;

    private final ClauseText clause;
    private final int indent;
    private final int group;
    private final Map<Integer, String> readAs;
    private final IntSupplier newGroup;
    private final boolean padded;
    private final int column;
    private final Siblings block;
    private final boolean parted;
    private int partColumn;
    private int guardGroup = -1;

    /**
     * Prepares a clause.
     *
     * @param block the clauses that stand beside it
     */
    ClauseLines(
            ClauseText clause,
            int indent,
            int group,
            Siblings block,
            Map<Integer, String> readAs,
            IntSupplier newGroup) {
        this.clause = clause;
        this.indent = indent;
        this.group = group;
        this.readAs = readAs;
        this.newGroup = newGroup;
        this.column = column(clause, block.widestKeyword());
        this.padded = column > CONTINUED && clause.place() != Place.LINE;
        this.block = block;
        this.parted = clause.pieces().stream().noneMatch(ClauseLines::isSectionInLine);
        this.partColumn = ITEM_COLUMN;
    }

    private static int column(ClauseText clause, int widest) {
        if (clause.block().isPresent()) {
            return clause.place() == Place.POINTS ? ITEM_COLUMN : CONTINUED;
        }
        return switch (clause.place()) {
            case CLAUSE -> Math.max(CLAUSE_COLUMN, widest + 1);
            case POINTS, EXAMPLE -> ITEM_COLUMN;
            case LINE -> widest > 0 ? Math.max(CLAUSE_COLUMN, widest + 1) : CONTINUED;
            case FILE, BAND, DEFINITION -> CONTINUED;
        };
    }

    /** The width of the keyword that what the clause says stands beside; 0 for a clause that is laid out otherwise. */
    private static int keywordWidth(ClauseText clause) {
        List<Piece> pieces = clause.pieces();
        boolean beside = clause.place() == Place.CLAUSE
                && clause.block().isEmpty()
                && pieces.get(0).kind() == Kind.CLAUSE
                && (pieces.size() < 2 || pieces.get(1).kind() != Kind.COMMA);
        int width = beside ? DisplayWidth.of(keyword(pieces)) : 0;
        return width > WIDEST_KEYWORD ? 0 : width;
    }

    private static String keyword(List<Piece> pieces) {
        return pieces.get(0).text() + (content(pieces) > 1 ? pieces.get(1).text() : "");
    }

    private static boolean isSectionInLine(Piece piece) {
        return piece.kind() == Kind.SECTION && !piece.beginsLine();
    }

    /**
     * The clauses of a block.
     *
     * @param widestKeyword how wide the widest keyword is that something stands beside; 0 without one
     * @param heads whether items without a keyword have blocks of their own
     */
    record Siblings(int widestKeyword, boolean heads) {
        static Siblings of(List<ClauseText> clauses) {
            int widest =
                    clauses.stream().mapToInt(ClauseLines::keywordWidth).max().orElse(0);
            boolean heads = clauses.stream()
                    .anyMatch(clause ->
                            clause.place() == Place.LINE && clause.block().isPresent());
            return new Siblings(widest, heads);
        }
    }

    /** A clause on one line: the cells that may stand under those of the line above. */
    static List<Line.Cell> onOneLine(ClauseText clause, Map<Integer, String> readAs) {
        List<Line.Cell> cells = new Cells(clause, readAs).of(clause.pieces(), 0);
        return clause.place() == Place.LINE ? cells : List.of(new Line.Cell(joined(clause, cells), 0));
    }

    private static String joined(ClauseText clause, List<Line.Cell> cells) {
        StringBuilder text = new StringBuilder();
        for (Line.Cell cell : cells) {
            text.append(cell.text());
            boolean together = cell.text().isEmpty() || cell.text().endsWith("：");
            boolean band = clause.place() == Place.BAND && !text.toString().equals(cell.text());
            boolean part = clause.family().equals("EXAMPLE");
            text.append(" ".repeat(together ? 0 : band || part ? Spacing.WIDE : 1));
        }
        return text.toString().stripTrailing();
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        Cells cells = new Cells(clause, readAs);
        boolean named = false;
        int depth = 0;
        for (List<Piece> pieces : broken()) {
            Optional<String> comment = Optional.empty();
            if (pieces.get(pieces.size() - 1).kind() == Kind.COMMENT) {
                comment = Optional.of(pieces.get(pieces.size() - 1).text());
                pieces.remove(pieces.size() - 1);
            }
            if (pieces.isEmpty()) {
                int right = lines.isEmpty() ? indent : indent + column;
                lines.add(Line.of(right, comment.orElse(""), newGroup.getAsInt(), false));
                continue;
            }
            Line line;
            if (lines.isEmpty()) {
                line = new Line(indent, first(cells, pieces), Optional.empty(), group, false);
                int content = content(pieces);
                named = clause.place() == Place.CLAUSE
                        && content < pieces.size()
                        && pieces.get(content).kind() != Kind.PERIOD;
            } else {
                line = continued(cells, pieces, depth, named);
            }
            lines.add(line.comment(comment));
            depth = cells.depthBehind(pieces, depth);
        }
        return lines;
    }

    private List<List<Piece>> broken() {
        List<List<Piece>> broken = new ArrayList<>();
        boolean ended = true;
        for (Piece piece : clause.pieces()) {
            if (ended || piece.beginsLine()) {
                broken.add(new ArrayList<>());
            }
            broken.get(broken.size() - 1).add(piece);
            ended = piece.kind() == Kind.COMMENT;
        }
        return broken;
    }

    private List<Line.Cell> first(Cells cells, List<Piece> pieces) {
        if (clause.place() == Place.EXAMPLE && pieces.get(0).kind() != Kind.CLAUSE) {
            List<Line.Cell> more = new ArrayList<>(cells.of(pieces, 0));
            more.add(0, new Line.Cell(pad("", column), 0));
            return more;
        }
        if (clause.place() == Place.LINE && block.heads() && pieces.equals(clause.pieces())) {
            return cells.head(pieces);
        }
        int figures = clause.place() == Place.LINE && clause.block().isEmpty() ? cells.figuresOfOneItem(pieces) : 0;
        if (figures > 0) {
            String item = cells.text(pieces.subList(0, figures));
            List<Line.Cell> more = new ArrayList<>(cells.of(pieces.subList(figures, pieces.size()), 0));
            more.add(
                    0,
                    block.widestKeyword() > 0
                            ? new Line.Cell(pad(item, column), 0)
                            : new Line.Cell(item, Spacing.WIDE));
            return more;
        }
        boolean joined = pieces.size() > 1 && pieces.get(1).kind() == Kind.COMMA;
        if (!padded || joined || pieces.get(0).kind() != Kind.CLAUSE) {
            return cells.of(pieces, 0);
        }
        int content = content(pieces);
        List<Line.Cell> first = new ArrayList<>();
        first.add(new Line.Cell(pad(keyword(pieces), column), 0));
        if (!parted) {
            partColumn = lastPartColumn(cells, pieces.subList(content, pieces.size()));
        }
        first.addAll(cells.of(pieces.subList(content, pieces.size()), 0));
        return first;
    }

    /** Where the last part that a line begins goes on, in a line that stands by itself. */
    private static int lastPartColumn(Cells cells, List<Piece> pieces) {
        int part = pieces.size() - 1;
        while (part > 0 && pieces.get(part).kind() != Kind.SECTION) {
            part--;
        }
        int before = part == 0
                ? 0
                : cells.of(pieces.subList(0, part), 0).stream()
                                .mapToInt(cell -> DisplayWidth.of(cell.text()) + cell.gap())
                                .sum()
                        + Spacing.WIDE;
        return before + partColumn(pieces.get(part));
    }

    /** Figures of a series that goes on stand below the figures above; parts of an example begin a line of their own. */
    private Line continued(Cells cells, List<Piece> pieces, int depth, boolean named) {
        boolean closes = pieces.get(0).kind() == Kind.CLOSE;
        int deeper = IN_BRACKET * Math.max(0, closes ? depth - 1 : depth);
        if (deeper == 0 && !closes && cells.beginsGuards()) {
            List<Line.Cell> line = new ArrayList<>(cells.of(pieces, depth));
            Line.Cell value = line.get(0);
            line.set(0, new Line.Cell(" ".repeat(EQUALS) + value.text(), value.gap()));
            line.add(0, new Line.Cell("", 1));
            return new Line(indent, line, Optional.empty(), group, false);
        }
        if (!padded || deeper > 0 || closes) {
            List<Line.Cell> line = cells.of(pieces, depth);
            boolean guard = depth == 0 && pieces.stream().anyMatch(piece -> piece.kind() == Kind.GUARD);
            int ownGroup = guard ? guardGroup() : newGroup.getAsInt();
            return new Line(indent + column + deeper, line, Optional.empty(), ownGroup, false);
        }
        if (clause.family().equals("EXAMPLE")) {
            boolean section = pieces.get(0).kind() == Kind.SECTION;
            List<Line.Cell> line = new ArrayList<>();
            partColumn = section && !parted ? partColumn(pieces.get(0)) : partColumn;
            line.add(new Line.Cell(pad(section ? pieces.get(0).text() : "", partColumn), 0));
            line.addAll(cells.of(section ? pieces.subList(1, pieces.size()) : pieces, depth));
            return new Line(indent + column, line, Optional.empty(), newGroup.getAsInt(), false);
        }
        List<Line.Cell> line = new ArrayList<>();
        line.add(new Line.Cell(" ".repeat(column), 0));
        if (named && pieces.get(0).kind() == Kind.PERIOD) {
            line.add(new Line.Cell("", Spacing.WIDE));
        }
        line.addAll(cells.of(pieces, depth));
        return new Line(indent, line, Optional.empty(), group, false);
    }

    /** Where the rest of an example goes on that says its parts on the line of its keyword. */
    private static int partColumn(Piece part) {
        return part.kind() == Kind.SECTION ? DisplayWidth.of(part.text()) + 1 : ITEM_COLUMN;
    }

    /** The first piece that is not the keyword of the clause, nor the colon some print behind it. */
    private static int content(List<Piece> pieces) {
        boolean colon = pieces.size() > 1 && pieces.get(1).kind() == Kind.COLON;
        return pieces.get(0).kind() != Kind.CLAUSE ? 0 : colon ? 2 : 1;
    }

    private int guardGroup() {
        if (guardGroup < 0) {
            guardGroup = newGroup.getAsInt();
        }
        return guardGroup;
    }

    private static String pad(String text, int width) {
        int blanks = width - DisplayWidth.of(text);
        return text + " ".repeat(Math.max(text.isEmpty() ? 0 : 1, blanks));
    }
}
