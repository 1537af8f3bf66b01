package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Looks keywords of a slot up in a list of tokens. */
final class Phrases {
    /** A keyword and how many tokens it takes. */
    record Match(Keyword keyword, int words) {}

    private final Lexed lexed;
    private final List<Token> tokens;

    Phrases(Lexed lexed, List<Token> tokens) {
        this.lexed = lexed;
        this.tokens = tokens;
    }

    /** The longest keyword of these slots that begins at a token; its words stand on one line. */
    Optional<Match> at(int index, Slot... slots) {
        Optional<Match> longest = Optional.empty();
        for (Slot slot : slots) {
            for (Match match : allAt(index, slot)) {
                if (longest.map(Match::words).orElse(0) < match.words()) {
                    longest = Optional.of(match);
                }
            }
        }
        return longest;
    }

    /** Every keyword of a slot that begins at a token, longest first. */
    List<Match> allAt(int index, Slot slot) {
        if (index >= tokens.size() || tokens.get(index).getType() != KpiGrammarLexer.WORD) {
            return List.of();
        }
        List<Keyword.Phrase> phrases = Keyword.startingWith(slot, lexed.text(tokens.get(index)));
        if (phrases.isEmpty()) {
            return List.of();
        }
        List<Match> matches = new ArrayList<>();
        for (Keyword.Phrase phrase : phrases) {
            if (follows(index, phrase.words())) {
                matches.add(new Match(phrase.keyword(), phrase.words().size()));
            }
        }
        return matches;
    }

    private boolean follows(int index, List<String> words) {
        if (index + words.size() > tokens.size()) {
            return false;
        }
        for (int i = 1; i < words.size(); i++) {
            Token token = tokens.get(index + i);
            if (!Lexed.sameLine(tokens.get(index), token) || !lexed.text(token).equals(words.get(i))) {
                return false;
            }
        }
        return true;
    }
}
