package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * What a clause says period by period, printed or computed: where each entry begins, and whether something other than a printed
 * figure stands behind its colon.
 */
final class PeriodEntries {
    private final Lexed lexed;
    private final List<Token> tokens;
    private final Slot[] keywords;
    private final List<Entry> entries;

    /**
     * One entry.
     *
     * @param from where its period begins
     * @param colon where its period ends
     * @param end where it ends itself
     */
    record Entry(int from, int colon, int end) {}

    /**
     * The entries of a clause whose keyword is its first token.
     *
     * @param keywords what may stand in the place of a printed figure
     */
    PeriodEntries(Reader reader, List<Token> tokens, Slot... keywords) {
        this.lexed = reader.lexed();
        this.tokens = tokens;
        this.keywords = keywords.clone();
        this.entries = find(new Figures(lexed, tokens, reader.unitWords(), reader.problems()));
    }

    private List<Entry> find(Figures figures) {
        List<int[]> starts = new ArrayList<>();
        int depth = 0;
        for (int i = 1; i < tokens.size(); i++) {
            depth += Brackets.isOpen(tokens.get(i)) ? 1 : Brackets.isClose(tokens.get(i)) ? -1 : 0;
            int end = depth == 0 ? figures.periodEnd(i, false, false) : i;
            if (end > i) {
                starts.add(new int[] {i, end});
                i = end - 1;
            }
        }
        List<Entry> found = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1)[0] : tokens.size();
            found.add(new Entry(starts.get(i)[0], starts.get(i)[1], end));
        }
        return found;
    }

    List<Entry> all() {
        return entries;
    }

    /** Whether the clause begins with an entry and one of them is computed; else it is read as printed figures are. */
    boolean anyComputed() {
        return !entries.isEmpty()
                && entries.get(0).from() == 1
                && entries.stream().anyMatch(this::isComputed);
    }

    boolean isComputed(Entry entry) {
        return isComputed(entry.colon() + 1, entry.end());
    }

    /** Whether a name that is no unit stands there. */
    boolean isComputed(int from, int end) {
        Phrases phrases = new Phrases(lexed, tokens);
        for (int i = from; i < end; i++) {
            boolean named = Operands.isName(tokens.get(i).getType())
                    && tokens.get(i - 1).getType() != KpiGrammarLexer.QUANTITY;
            if (named) {
                return phrases.at(i, keywords).isEmpty();
            }
        }
        return false;
    }

    /** The keyword and the tokens of one entry. */
    List<Token> tokens(Entry entry) {
        List<Token> own = new ArrayList<>();
        own.add(tokens.get(0));
        own.addAll(tokens.subList(entry.from(), entry.end()));
        return own;
    }
}
