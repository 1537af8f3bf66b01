package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** The words of a clause as the parser read them, or as they were written where no rule of the grammar did. */
final class SaidWords {
    private final Lexed lexed;
    private final NavigableMap<Integer, Token> read;
    private final Set<String> qualifiedNames = new HashSet<>();

    /**
     * Prepares a file.
     *
     * @param read the tokens the parser read, by where they begin
     */
    SaidWords(Lexed lexed, NavigableMap<Integer, Token> read) {
        this.lexed = lexed;
        this.read = read;
        read.values().stream()
                .filter(token -> token.getType() == KpiGrammarParser.QUALIFIER)
                .forEach(bracket -> qualifiedNames.add(
                        form(read.lowerEntry(bracket.getStartIndex()).getValue(), bracket)));
    }

    List<Said> of(Statement statement) {
        List<Said> said = new ArrayList<>();
        List<Token> head = statement.head();
        int words = statement.words();
        statement.keyword().ifPresent(keyword -> said.add(said(keyword.type(), head, 0, words, false)));
        if (statement.keyword().filter(Keyword.NOT_COMPARABLE::equals).isPresent()) {
            return notComparable(statement, said);
        }
        if (statement.keyword().filter(SaidWords::isAttained).isPresent()) {
            int meets = meetsTarget(head, words);
            if (meets > 0 && words + meets == head.size()) {
                said.add(said(Wording.MEETS_TARGET, head, words, head.size(), false));
                return said;
            }
        }
        Map<Integer, Phrases.Match> unparsed = unparsed(statement, head);
        int from = words;
        int start = from < head.size() ? head.get(from).getStartIndex() : 0;
        while (from < head.size()) {
            Token typed = read.get(start);
            int end = typed == null ? head.get(from).getStopIndex() + 1 : typed.getStopIndex() + 1;
            int type = typed == null ? head.get(from).getType() : typed.getType();
            boolean colon = from == words && statement.printsColon();
            Phrases.Match word = unparsed.get(from);
            if (word != null && typed == null) {
                type = word.keyword().type();
                end = head.get(from + word.words() - 1).getStopIndex() + 1;
            }
            boolean known = typed != null || word != null || colon || type == KpiGrammarLexer.COMMA;
            if (type == KpiGrammarParser.CALL_OPEN && from > 0 && isQualifier(head, from)) {
                type = KpiGrammarParser.QUALIFIER;
                end = head.get(close(head, from)).getStopIndex() + 1;
            }
            int to = from;
            while (to < head.size() && head.get(to).getStopIndex() < end) {
                to++;
            }
            boolean inPart = to < head.size() && head.get(to).getStartIndex() < end;
            said.add(said(type, head, from, inPart ? to + 1 : to, start, end, !known));
            from = to;
            start = inPart ? end : from < head.size() ? head.get(from).getStartIndex() : end;
        }
        return said;
    }

    /** Words that are cut off before the grammar reads the rest of a clause, by where they begin. */
    private Map<Integer, Phrases.Match> unparsed(Statement statement, List<Token> head) {
        Map<Integer, Phrases.Match> found = new HashMap<>();
        Phrases phrases = new Phrases(lexed, head);
        boolean direction =
                statement.keyword().filter(Keyword.DIRECTION::equals).isPresent();
        for (int i = statement.words(); direction && i < head.size(); i++) {
            int at = i;
            phrases.at(i, Slot.DIRECTION, Slot.EXPRESSION)
                    .filter(match -> match.keyword().slot() == Slot.DIRECTION
                            || match.keyword() == Keyword.WHEN
                            || match.keyword() == Keyword.OTHERWISE)
                    .ifPresent(match -> found.put(at, match));
        }
        phrases.at(head.size() - 1, Slot.MISSING)
                .filter(match -> match.keyword() == Keyword.COUNTED)
                .filter(match ->
                        statement.keyword().filter(MissingBuilder::says).isPresent())
                .ifPresent(match -> found.put(head.size() - 1, match));
        return found;
    }

    private static boolean isAttained(Keyword keyword) {
        return keyword == Keyword.ATTAINED || keyword == Keyword.ATTAINED_WHEN;
    }

    private int meetsTarget(List<Token> head, int from) {
        return new Phrases(lexed, head)
                .at(from, Slot.ATTAINED)
                .map(Phrases.Match::words)
                .orElse(0);
    }

    /** {@code formula changed, not comparable}: no rule of the grammar, but words all the same. */
    private List<Said> notComparable(Statement statement, List<Said> said) {
        List<Token> head = statement.head();
        int from = statement.words();
        said.add(said(KpiGrammarLexer.COMMA, head, from, from + 1, false));
        said.add(said(Wording.WITHOUT_COMPARISON, head, from + 1, head.size(), false));
        return said;
    }

    private Said said(int type, List<Token> head, int from, int to, boolean plain) {
        int start = head.get(from).getStartIndex();
        return said(type, head, from, to, start, head.get(to - 1).getStopIndex() + 1, plain);
    }

    private Said said(int type, List<Token> head, int from, int to, int start, int end, boolean plain) {
        boolean whole = start == head.get(from).getStartIndex() && from > 0;
        boolean beginsLine = whole && !Lexed.sameLine(head.get(from - 1), head.get(from));
        boolean apart = whole && !Lexed.touch(head.get(from - 1), head.get(from));
        List<Token> tokens = head.subList(from, to);
        return new Said(type, start, tokens, written(tokens, start, end), beginsLine, apart, plain);
    }

    /** What is written between two places, the blanks between its tokens as one. */
    private String written(List<Token> tokens, int start, int end) {
        StringBuilder text = new StringBuilder();
        Token before = tokens.get(0);
        for (Token token : tokens) {
            text.append(token == before || Lexed.touch(before, token) ? "" : " ");
            int from = Math.max(start, token.getStartIndex());
            text.append(lexed.source().text(), from, Math.min(end, Comments.startsIn(lexed, token)));
            before = token;
        }
        return text.toString().stripTrailing();
    }

    /** A bracket that is part of a declared name: its blanks are part of it too. */
    private boolean isQualifier(List<Token> head, int open) {
        return qualifiedNames.contains(form(head.get(open - 1), head.get(close(head, open))));
    }

    private static int close(List<Token> head, int open) {
        int depth = 0;
        for (int i = open; i < head.size(); i++) {
            depth += Brackets.isOpen(head.get(i)) ? 1 : Brackets.isClose(head.get(i)) ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return head.size() - 1;
    }

    /** Two spellings that may be the same name have one form. */
    private String form(Token first, Token last) {
        StringBuilder form = new StringBuilder();
        Folding.narrow(lexed.span(first, last).text()).codePoints().forEach(c -> {
            switch (c) {
                case ' ', '\t', '\n', '\r' -> {}
                case '〔', '[' -> form.append('(');
                case '〕', ']' -> form.append(')');
                default -> form.appendCodePoint(c);
            }
        });
        return form.toString();
    }
}
