package kpi.dsl.format;

import java.util.Optional;
import kpi.dsl.parser.Piece;
import kpi.dsl.parser.Piece.Kind;

/** How far apart two pieces stand on a line. */
final class Spacing {
    /** Between figures of a line that each stand for themselves. */
    static final int WIDE = 3;

    private Spacing() {}

    /** The blanks before a piece. */
    static int before(Piece piece, Optional<Piece> previous) {
        if (previous.isEmpty()) {
            return 0;
        }
        Kind left = previous.get().kind();
        Kind right = piece.kind();
        if (left == Kind.OTHER || right == Kind.OTHER) {
            return piece.apart() || left == Kind.CLAUSE || left == Kind.KEYWORD ? 1 : 0;
        }
        boolean tight = switch (right) {
            case CLOSE, BRACKET, COMMA, SEPARATOR, SEMICOLON, COLON, TIGHT -> true;
            case OPEN -> left == Kind.NAME;
            case SIDE -> isWide(piece) && (left == Kind.FIGURE || left == Kind.SIDE);
            case FIGURE -> left == Kind.SIDE && isWide(previous.get());
            default -> false;
        };
        boolean binds = switch (left) {
            case OPEN, SIGN, TIGHT, SEPARATOR -> true;
            case COMMA, SEMICOLON, COLON -> isWide(previous.get());
            default -> false;
        };
        return tight || binds ? 0 : 1;
    }

    /** Full-width signs and words of Chinese stand without blanks. */
    private static boolean isWide(Piece piece) {
        return piece.text().charAt(0) > '~';
    }
}
