package kpi.dsl.parser;

import java.util.Objects;

/**
 * A word or sign of a clause, as it is to be printed: keywords in the language asked for, signs in one form, names,
 * numbers and texts as they were written.
 *
 * @param start where it stands in the text
 * @param beginsLine whether the author began a new line of the clause with it
 * @param apart whether blanks stood before it
 */
public record Piece(Kind kind, String text, int start, boolean beginsLine, boolean apart) {
    /** What a piece is to the pieces beside it. */
    public enum Kind {
        /** The word a clause begins with. */
        CLAUSE,
        /** A word that begins a part of a clause: 設, 應得. */
        SECTION,
        KEYWORD,
        /** Between a value and its condition in rows of guards, and before the value for all other cases. */
        GUARD,
        /** Which side of a figure is meant: 以上, {@code below}. */
        SIDE,
        NAME,
        FIGURE,
        TEXT,
        PERIOD,
        /** Between two operands. */
        OPERATOR,
        /** A sign before its operand. */
        SIGN,
        /** Binds without blanks: the power sign, the dot of a column. */
        TIGHT,
        OPEN,
        CLOSE,
        /** A bracket and what stands in it, behind a name and part of it. */
        BRACKET,
        COMMA,
        SEPARATOR,
        SEMICOLON,
        COLON,
        /** A note to the reader; it ends its line. */
        COMMENT,
        /** Of a clause that is kept as it was written. */
        OTHER
    }

    public Piece {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }
}
