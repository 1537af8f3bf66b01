package kpi.dsl.parser;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/**
 * A clause that was read as the end of the one before it: it stands on the same line, or it is indented deeper and so
 * goes on with the line above.
 */
final class OtherClause {
    /** The words that begin a clause, by the type of their token. */
    private static final Map<Integer, Slot> CLAUSES = clauses();

    private OtherClause() {}

    /** Whether a word begins a clause like the one it stands in: a word of the same block, or a name before {@code =}. */
    static boolean begins(Lexed lexed, List<Token> tokens, int at) {
        return begins(lexed, tokens, at, tokens.get(0));
    }

    static boolean begins(Lexed lexed, List<Token> tokens, int at, Token first) {
        Token word = tokens.get(at);
        if (word.getType() != KpiGrammarParser.WORD) {
            return false;
        }
        Token before = tokens.get(at - 1);
        boolean sameLine = before.getType() != KpiGrammarParser.NEXT_LINE && Lexed.sameLine(before, word);
        Optional<Slot> slot = slot(first);
        boolean keyword = slot.isPresent()
                && !new Phrases(lexed, tokens).allAt(at, slot.get()).isEmpty();
        boolean defines = slot.filter(Slot.KPI::equals).isPresent()
                && !sameLine
                && at + 1 < tokens.size()
                && tokens.get(at + 1).getType() == KpiGrammarParser.EQ;
        return keyword && (!sameLine || slot.get() == Slot.KPI) || defines;
    }

    /** Where the words stand that begin what this clause is one of. */
    private static Optional<Slot> slot(Token first) {
        Slot clause = CLAUSES.get(first.getType());
        if (clause != null) {
            return Optional.of(clause);
        }
        return Operands.isName(first.getType()) ? Optional.of(Slot.KPI) : Optional.empty();
    }

    private static Map<Integer, Slot> clauses() {
        Map<String, Slot> byName = new HashMap<>();
        for (Keyword keyword : Keyword.values()) {
            switch (keyword.slot()) {
                case KPI, POINTS, DIMENSION, STAGE -> byName.putIfAbsent(keyword.name(), keyword.slot());
                default -> {
                    // begins no clause with a formula
                }
            }
        }
        Map<Integer, Slot> byType = new HashMap<>();
        for (int type = 1; type <= KpiGrammarParser.VOCABULARY.getMaxTokenType(); type++) {
            Slot slot = byName.get(TokenNames.name(type));
            if (slot != null) {
                byType.put(type, slot);
            }
        }
        return Map.copyOf(byType);
    }

    /**
     * Says what is wrong.
     *
     * @param first what the clause begins with
     * @param before the last word of the clause
     * @param word what begins the other one
     */
    static Problem.Builder problem(Lexed lexed, Token first, Token before, Token word) {
        Span span = lexed.span(word);
        Span gap = lexed.between(before, word);
        if (Lexed.sameLine(before, word)) {
            return Problem.of(SyntaxCode.CLAUSES_ON_ONE_LINE, span)
                    .with("word", span.text())
                    .edit(gap, "\n");
        }
        int line = gap.text().lastIndexOf('\n') + 1;
        Span indentation = lexed.source().span(gap.start() + line, gap.end());
        return Problem.of(SyntaxCode.INDENTED_CLAUSE, span)
                .with("word", span.text())
                .related(lexed.span(first), "goes-on")
                .edit(indentation, lexed.margin(first));
    }
}
