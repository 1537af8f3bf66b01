package kpi.dsl.parser;

import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * A word or sign of a clause as the parser read it.
 *
 * @param type the type the parser saw
 * @param start where it stands in the text
 * @param tokens the tokens of the text it was made from, the first and the last perhaps in part
 * @param written how it is written, its blanks as one
 * @param beginsLine whether it begins a new line of its clause
 * @param apart whether blanks stand before it
 * @param plain whether no rule of the grammar read it, so that nobody knows what it is
 */
record Said(int type, int start, List<Token> tokens, String written, boolean beginsLine, boolean apart, boolean plain) {
    Said {
        tokens = List.copyOf(tokens);
    }

    Said as(int other) {
        return new Said(other, start, tokens, written, beginsLine, apart, plain);
    }

    /** The same word, going on with the line. */
    Said inLine(int other) {
        return new Said(other, start, tokens, written, false, true, plain);
    }

    /** The same word, at the beginning of a line. */
    Said beginningLine() {
        return new Said(type, start, tokens, written, true, true, plain);
    }

    Token first() {
        return tokens.get(0);
    }

    Token last() {
        return tokens.get(tokens.size() - 1);
    }
}
