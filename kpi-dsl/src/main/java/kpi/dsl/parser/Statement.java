package kpi.dsl.parser;

import java.util.List;
import java.util.Optional;
import kpi.dsl.syntax.DataRow;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/**
 * A clause cut out of a file: its first word if that is a keyword, its tokens, and its block in braces.
 *
 * @param words how many tokens the keyword takes
 */
record Statement(Optional<Keyword> keyword, int words, List<Token> head, Optional<Block> block, Span span) {
    /** What stands in braces. */
    record Block(Span span, List<Statement> statements, List<DataRow> rows) {}

    /** Whether a colon stands between a clause's keyword and what it says, as documents print it. */
    boolean printsColon() {
        return keyword.filter(word -> word.slot() == Slot.KPI).isPresent()
                && head.size() > (block.isPresent() ? words : words + 1)
                && head.get(words).getType() == KpiGrammarLexer.COLON;
    }

    Token first() {
        return head.get(0);
    }
}
