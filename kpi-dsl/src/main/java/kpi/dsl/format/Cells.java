package kpi.dsl.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.dsl.parser.ClauseText;
import kpi.dsl.parser.ClauseText.Place;
import kpi.dsl.parser.Piece;
import kpi.dsl.parser.Piece.Kind;
import kpi.source.DisplayWidth;

/** Cuts a line of a clause into the cells that are aligned with those of its neighbours. */
final class Cells {
    private static final int BEHIND_VALUE = 2;
    private static final int WIDEST_GUARD = 24;

    private final ClauseText clause;
    private final Map<Integer, String> readAs;
    private final boolean shortGuards;
    private final boolean hasPeriods;

    Cells(ClauseText clause, Map<Integer, String> readAs) {
        this.clause = clause;
        this.readAs = readAs;
        this.shortGuards = hasShortGuards(clause.pieces());
        this.hasPeriods = clause.pieces().stream().anyMatch(piece -> piece.kind() == Kind.PERIOD);
    }

    /**
     * The cells of some pieces of a line.
     *
     * @param depth how many brackets are open before them
     */
    List<Line.Cell> of(List<Piece> pieces, int depth) {
        if (clause.place() == Place.POINTS) {
            return points(pieces, depth);
        }
        if (isHead(pieces)) {
            return head(pieces);
        }
        List<Line.Cell> cells = new ArrayList<>();
        int from = 0;
        int open = depth;
        for (int i = 0; i < pieces.size(); i++) {
            int gap = i == 0 || open > 0 ? 0 : gap(pieces, i, cells.isEmpty());
            if (gap > 0) {
                cells.add(new Line.Cell(text(pieces.subList(from, i)), gap));
                from = i;
            }
            open += change(pieces.get(i));
        }
        cells.add(new Line.Cell(text(pieces.subList(from, pieces.size())), 0));
        return cells;
    }

    int depthBehind(List<Piece> pieces, int depth) {
        return depth + pieces.stream().mapToInt(Cells::change).sum();
    }

    private static int change(Piece piece) {
        return piece.kind() == Kind.OPEN ? 1 : piece.kind() == Kind.CLOSE ? -1 : 0;
    }

    /** How far a piece stands from the cell before it, if it begins one of its own; else 0. */
    private int gap(List<Piece> pieces, int i, boolean firstCell) {
        Piece piece = pieces.get(i);
        if (isGuarded(pieces, i)) {
            return BEHIND_VALUE;
        }
        if (clause.place() == Place.DEFINITION) {
            return firstCell && isEquals(piece) ? 1 : 0;
        }
        if (clause.place() == Place.BAND) {
            boolean label = piece.kind() == Kind.NAME || piece.kind() == Kind.TEXT;
            int edge = is(pieces, 1, Kind.COLON) ? 2 : 1; // 優：90%以上
            boolean worth = is(pieces, 0, Kind.FIGURE) && is(pieces, 1, Kind.TEXT); // 100 分 "優" 90 分以上
            return label || i == edge || worth && i == 2 ? Spacing.WIDE : 0;
        }
        if (clause.place() == Place.LINE && !hasPeriods) {
            return beginsItem(pieces, i) ? Spacing.WIDE : 0;
        }
        boolean begins = switch (piece.kind()) {
            case PERIOD -> is(pieces, i + 1, Kind.COLON);
            case SECTION -> true;
            case KEYWORD, NAME, TEXT ->
                is(pieces, i - 1, Kind.FIGURE) && is(pieces, i - 2, Kind.COLON) && is(pieces, i - 3, Kind.PERIOD);
            default -> false;
        };
        return begins && pieces.get(i - 1).kind() != Kind.CLAUSE ? Spacing.WIDE : 0;
    }

    /** Items of a line, each with its figure: {@code HC1.1 60%   HC2.1 40%}, {@code 0 to 59 "low"   60 to 100 "high"}. */
    private static boolean beginsItem(List<Piece> pieces, int i) {
        Kind kind = pieces.get(i).kind();
        return kind == Kind.NAME && is(pieces, i - 1, Kind.FIGURE)
                || kind == Kind.FIGURE && is(pieces, i - 1, Kind.TEXT);
    }

    /** Where the figures begin in a line that has one item alone; 0 in any other. */
    int figuresOfOneItem(List<Piece> pieces) {
        int figures = 0;
        for (int i = 1; i < pieces.size(); i++) {
            Kind kind = pieces.get(i).kind();
            boolean figure = kind == Kind.FIGURE || kind == Kind.PERIOD;
            if (figures > 0 && (kind == Kind.NAME || kind == Kind.TEXT)) {
                return 0;
            }
            figures = figures == 0 && figure && is(pieces, i - 1, Kind.NAME) ? i : figures;
        }
        return figures;
    }

    /** Whether these are the words before a block, all on one line. */
    private boolean isHead(List<Piece> pieces) {
        return clause.block().isPresent()
                && pieces.equals(clause.pieces())
                && clause.place() != Place.BAND
                && pieces.stream().noneMatch(Piece::beginsLine);
    }

    /** What is declared, its title, and what else is said of it; each in its column, also where another is absent. */
    List<Line.Cell> head(List<Piece> pieces) {
        int title = pieces.size();
        int rest = pieces.size();
        int open = change(pieces.get(0));
        for (int i = 1; i < pieces.size() && rest == pieces.size(); i++) {
            open += change(pieces.get(i));
            boolean named = open == 0 && (is(pieces, i - 1, Kind.NAME) || is(pieces, i - 1, Kind.CLAUSE));
            if (title == pieces.size() && named && is(pieces, i, Kind.TEXT)) {
                title = i;
            } else if (i > title || named && isSaidOfHead(pieces.get(i))) {
                rest = i;
            }
        }
        title = Math.min(title, rest);
        return List.of(
                new Line.Cell(text(pieces.subList(0, title)), 1),
                new Line.Cell(text(pieces.subList(title, rest)), 1),
                new Line.Cell(text(pieces.subList(rest, pieces.size())), 1));
    }

    private static boolean isSaidOfHead(Piece piece) {
        return piece.kind() == Kind.KEYWORD || piece.kind() == Kind.FIGURE;
    }

    /** The condition of a value, and the value for all other cases, stand in a column. */
    private boolean isGuarded(List<Piece> pieces, int i) {
        boolean ownLine = clause.place() == Place.CLAUSE || pieces.get(0).beginsLine() || beginsGuards();
        return ownLine && shortGuards && (is(pieces, i, Kind.GUARD) || i == 1 && is(pieces, 0, Kind.GUARD));
    }

    /** Whether the first of some rows of guards stands on the line of the name it defines. */
    boolean beginsGuards() {
        List<Piece> pieces = clause.pieces();
        int equals = 0;
        while (equals < pieces.size() && !isEquals(pieces.get(equals))) {
            equals++;
        }
        return clause.place() == Place.DEFINITION
                && equals + 1 < pieces.size()
                && !pieces.get(equals + 1).beginsLine()
                && shortGuards
                && pieces.stream().anyMatch(piece -> piece.kind() == Kind.GUARD && piece.beginsLine());
    }

    private static boolean isEquals(Piece piece) {
        return piece.text().equals("=");
    }

    /** Whether no value before a condition is so long that the column would stand too far to the right. */
    private static boolean hasShortGuards(List<Piece> pieces) {
        int width = 0;
        for (Piece piece : pieces) {
            width = piece.beginsLine() || piece.kind() == Kind.CLAUSE || isEquals(piece) ? 0 : width;
            if (piece.kind() == Kind.GUARD && width > WIDEST_GUARD) {
                return false;
            }
            width += piece.kind() == Kind.CLAUSE ? 0 : DisplayWidth.of(piece.text()) + 1;
        }
        return true;
    }

    private static boolean is(List<Piece> pieces, int i, Kind kind) {
        return i >= 0 && i < pieces.size() && pieces.get(i).kind() == kind;
    }

    /**
     * A label, a condition, an amount; each in its column, also where another is absent. What is no amount (a gate, limits)
     * follows its label.
     */
    private List<Line.Cell> points(List<Piece> pieces, int depth) {
        int open = depth;
        int colon = -1;
        for (int i = 0; i < pieces.size() && colon < 0; i++) {
            open += change(pieces.get(i));
            colon = open == 0 && pieces.get(i).kind() == Kind.COLON ? i : -1;
        }
        int first = is(pieces, 0, Kind.CLAUSE) ? 1 : 0;
        int label = Math.max(first, labelEnd(pieces, first, colon));
        if (clause.block().isPresent() || colon < 0 && is(pieces, label, Kind.KEYWORD)) {
            return List.of(new Line.Cell(text(pieces), 0));
        }
        label = label == colon ? label + 1 : label; // no condition between a label and its colon
        int condition = Math.max(label, colon + 1);
        return List.of(
                new Line.Cell(text(pieces.subList(0, label)), Spacing.WIDE),
                new Line.Cell(text(pieces.subList(label, condition)), 1),
                new Line.Cell(text(pieces.subList(condition, pieces.size())), 0));
    }

    /** A label stands first, or behind the points allotted to it. */
    private static int labelEnd(List<Piece> pieces, int first, int colon) {
        if (is(pieces, first, Kind.TEXT)) {
            return first + 1;
        }
        for (int i = first; i < colon && pieces.get(i).kind() != Kind.KEYWORD; i++) {
            if (pieces.get(i).kind() == Kind.TEXT) {
                return i + 1;
            }
        }
        return 0;
    }

    String text(List<Piece> pieces) {
        StringBuilder text = new StringBuilder();
        Optional<Piece> previous = Optional.empty();
        for (Piece piece : pieces) {
            text.append(" ".repeat(Spacing.before(piece, previous)));
            text.append(piece.kind() == Kind.FIGURE ? readAs.getOrDefault(piece.start(), piece.text()) : piece.text());
            previous = Optional.of(piece);
        }
        return text.toString();
    }
}
