package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
        int from = statement.words();
        statement
                .keyword()
                .ifPresent(keyword -> said.add(new Said(
                        keyword.type(), head.subList(0, statement.words()), false, false, false)));
        if (statement.keyword().filter(Keyword.NOT_COMPARABLE::equals).isPresent()) {
            return notComparable(statement, said);
        }
        if (statement.keyword().filter(SaidWords::isAttained).isPresent()) {
            int words = meetsTarget(head, from);
            if (words > 0 && from + words == head.size()) {
                said.add(said(Wording.MEETS_TARGET, head, from, head.size(), false));
                return said;
            }
        }
        boolean text = statement.keyword().filter(Keyword.LAW::equals).isPresent();
        while (from < head.size()) {
            Token typed = read.get(head.get(from).getStartIndex());
            boolean plain = typed == null || text;
            int to = plain ? from + 1 : end(head, from, typed);
            int type = plain ? head.get(from).getType() : typed.getType();
            if (type == KpiGrammarParser.CALL_OPEN && from > 0 && isQualifier(head, from)) {
                type = KpiGrammarParser.QUALIFIER;
                to = close(head, from) + 1;
            }
            said.add(said(type, head, from, to, plain));
            from = to;
        }
        return said;
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
    private static List<Said> notComparable(Statement statement, List<Said> said) {
        List<Token> head = statement.head();
        int from = statement.words();
        said.add(said(KpiGrammarLexer.COMMA, head, from, from + 1, false));
        said.add(said(Wording.WITHOUT_COMPARISON, head, from + 1, head.size(), false));
        return said;
    }

    private static Said said(int type, List<Token> head, int from, int to, boolean plain) {
        boolean beginsLine = from > 0 && !Lexed.sameLine(head.get(from - 1), head.get(from));
        boolean apart = from > 0 && !Lexed.touch(head.get(from - 1), head.get(from));
        return new Said(type, head.subList(from, to), beginsLine, apart, plain);
    }

    private static int end(List<Token> head, int from, Token typed) {
        int to = from + 1;
        while (to < head.size() && head.get(to).getStopIndex() <= typed.getStopIndex()) {
            to++;
        }
        return to;
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
