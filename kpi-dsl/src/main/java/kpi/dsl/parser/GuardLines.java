package kpi.dsl.parser;

import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/**
 * Where a formula of several lines begins a row: {@code 10 分 when a > b ⏎ 0 分 when c ⏎ otherwise d}, {@code A ⏎ except
 * "label" when C: B}. Once a {@code when} was met, a line that can begin a value does; every other line goes on.
 */
final class GuardLines {
    private final Lexed lexed;
    private final List<Token> in;
    private final Problems problems;
    private final Phrases phrases;
    private boolean guarded;
    private boolean stepsBelow;
    private boolean excepted;
    private Optional<Integer> otherwise = Optional.empty();

    GuardLines(Lexed lexed, List<Token> in, Problems problems) {
        this.lexed = lexed;
        this.in = in;
        this.problems = problems;
        this.phrases = new Phrases(lexed, in);
    }

    boolean isGuarded() {
        return guarded;
    }

    /** Remembers a keyword outside brackets. */
    void met(Keyword keyword, int at) {
        if (keyword == Keyword.EXCEPT) {
            excepted = true;
        } else if (keyword == Keyword.WHEN && !excepted) {
            guarded = true;
        } else if (keyword == Keyword.OTHERWISE) {
            otherwise = Optional.of(at);
        }
    }

    /** Whether a row begins at a token before which an operand has ended. */
    boolean begins(int at) {
        if (isOtherwise(at)) {
            return true;
        }
        if (Lexed.sameLine(in.get(at - 1), in.get(at))) {
            return false;
        }
        boolean exception = phrases.at(at, Slot.EXPRESSION)
                .filter(match -> match.keyword() == Keyword.EXCEPT)
                .filter(match -> at + 1 < in.size() && in.get(at + 1).getType() == KpiGrammarLexer.TEXT)
                .isPresent();
        return exception || guarded && !excepted && otherwise.isEmpty() && beginsValue(at);
    }

    boolean isOtherwise(int at) {
        return guarded
                && !excepted
                && otherwise.isEmpty()
                && phrases.at(at, Slot.EXPRESSION)
                        .filter(match ->
                                match.keyword() == Keyword.OTHERWISE || match.keyword() == Keyword.OTHERWISE_UNDEFINED)
                        .isPresent();
    }

    private boolean beginsValue(int at) {
        Token token = in.get(at);
        return switch (token.getType()) {
            case KpiGrammarLexer.WORD -> !isInfix(lexed, token);
            case KpiGrammarLexer.ID,
                    KpiGrammarLexer.QUOTED_NAME,
                    KpiGrammarLexer.QUANTITY,
                    KpiGrammarLexer.TEXT,
                    KpiGrammarLexer.ROUND_OPEN,
                    KpiGrammarLexer.SQUARE_OPEN,
                    KpiGrammarLexer.SHELL_OPEN -> true;
            // A sign goes on with the condition, unless a `when` of its own follows.
            case KpiGrammarLexer.PLUS, KpiGrammarLexer.MINUS -> saysWhen(at);
            default -> false;
        };
    }

    /** Whether the line holds a {@code when} outside brackets. */
    private boolean saysWhen(int from) {
        int depth = 0;
        for (int i = from; i < in.size() && Lexed.sameLine(in.get(from), in.get(i)); i++) {
            depth += Brackets.isOpen(in.get(i)) ? 1 : Brackets.isClose(in.get(i)) ? -1 : 0;
            boolean when = depth == 0
                    && phrases.at(i, Slot.EXPRESSION)
                            .filter(match -> match.keyword() == Keyword.WHEN)
                            .isPresent();
            if (when) {
                return true;
            }
        }
        return false;
    }

    /** A step behind a row could mean the row or all rows: on the row's own line it must stand in brackets. */
    void checkStep(int comma) {
        boolean ownLine = comma > 0 && !Lexed.sameLine(in.get(comma - 1), in.get(comma));
        stepsBelow |= ownLine; // what follows on that line belongs to the result as well
        if (!(guarded || excepted) || stepsBelow) {
            return;
        }
        Problem.Builder problem = Problem.of(SyntaxCode.STEP_IN_GUARD, lexed.span(in.get(comma)));
        Span at = lexed.span(in.get(comma));
        Span last = lexed.span(in.get(in.size() - 1));
        if (otherwise.isPresent() && otherwise.get() + 1 < comma) {
            Span row = lexed.span(in.get(otherwise.get() + 1)).to(last);
            problem.edit(row, "(" + row.text() + ")");
        }
        Span gap = at.source().span(at.start(), at.start());
        problem.edit(gap, "\n" + " ".repeat(lexed.indentation(in.get(0)) + 4));
        problems.add(problem);
    }

    /** Words that stand between operands, and so begin none. */
    static boolean isInfix(Lexed lexed, Token token) {
        return Keyword.ofWord(Slot.EXPRESSION, lexed.text(token))
                .filter(keyword -> switch (keyword) {
                    case AND,
                            OR,
                            THEN,
                            ELSE,
                            WHERE,
                            WHEN,
                            REACHES,
                            DOES_NOT_REACH,
                            BETTER_THAN,
                            NOT_BETTER_THAN,
                            STARTS_WITH,
                            ENDS_WITH,
                            CONTAINS,
                            IN,
                            NOT_IN -> true;
                    default -> false;
                })
                .isPresent();
    }
}
