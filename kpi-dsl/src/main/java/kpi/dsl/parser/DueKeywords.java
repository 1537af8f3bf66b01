package kpi.dsl.parser;

import java.util.List;
import org.antlr.v4.runtime.Token;

/** Whether a word is a keyword where it stands in an expression: only where one of its kind is due; else it is a name. */
final class DueKeywords {
    private final Lexed lexed;
    private final List<Token> in;
    private final Brackets brackets;
    private final ExpressionWords.Mode mode;
    private final int from;
    private final Phrases phrases;
    private final GuardLines guards;
    private final ReadSoFar read;

    DueKeywords(
            Lexed lexed,
            List<Token> in,
            Brackets brackets,
            ExpressionWords.Mode mode,
            int from,
            Phrases phrases,
            GuardLines guards,
            ReadSoFar read) {
        this.lexed = lexed;
        this.in = in;
        this.brackets = brackets;
        this.mode = mode;
        this.from = from;
        this.phrases = phrases;
        this.guards = guards;
        this.read = read;
    }

    /** A word is a keyword only where one of its kind is due. */
    boolean applies(Keyword keyword, int i) {
        return switch (keyword) {
            case AND, OR, THEN, ELSE, WHERE -> !read.operandDue();
            case IS_MISSING,
                    IS_NOT_REPORTED,
                    IS_NOT_APPLICABLE,
                    IS_MEANINGLESS,
                    IS_NOT_YET_RELEASED,
                    IS_UNDEFINED,
                    IS_NOT_MISSING,
                    IS_NOT_UNDEFINED -> !read.operandDue();
            case REACHES, DOES_NOT_REACH, BETTER_THAN, NOT_BETTER_THAN -> !read.operandDue();
            case STARTS_WITH, ENDS_WITH, CONTAINS, IN, NOT_IN -> !read.operandDue();
            case OTHERWISE, OTHERWISE_UNDEFINED ->
                read.isOutermost() && guards.isGuarded() && read.isBehind(KpiGrammarParser.NEXT_LINE);
            case EXCEPT ->
                read.isOutermost() && read.isBehind(KpiGrammarParser.NEXT_LINE) && follows(i, KpiGrammarLexer.TEXT);
            case NOT, YES, NO -> read.operandDue() && !follows(i, KpiGrammarLexer.DOT);
            case IF -> read.operandDue() && !callsFunction(i);
            case EACH -> eachDue();
            case WHEN ->
                read.isOutermost()
                        && (mode == ExpressionWords.Mode.POINTS
                                ? !read.hasColon()
                                : mode == ExpressionWords.Mode.PLAIN && !read.operandDue());
            default -> false;
        };
    }

    private boolean eachDue() {
        if (mode == ExpressionWords.Mode.POINTS && read.isOutermost()) {
            return true; // before the amount, or behind a cap
        }
        return read.isBehind(KpiGrammarParser.CALL_OPEN) || read.isBehind(KpiGrammarParser.COMMA);
    }

    /** {@code if(c, a, b)}: the bracket behind the word holds arguments. */
    private boolean callsFunction(int i) {
        if (i + 1 >= in.size() || !Brackets.isOpen(in.get(i + 1))) {
            return false;
        }
        for (int at = i + 2; at < brackets.partner(i + 1); at++) {
            if (Brackets.isOpen(in.get(at))) {
                at = brackets.partner(at);
            } else if (in.get(at).getType() == KpiGrammarLexer.COMMA) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word for the rows of an aggregate may stand here. */
    boolean isBehindRows(Keyword keyword) {
        return switch (keyword) {
            case WITHIN -> read.inCall() && !read.operandDue();
            case OVER_PRESENT -> read.isArgument();
            case PRESENT_LEAST -> read.isArgument() && read.isBehind(KpiGrammarParser.OVER_PRESENT, 2);
            default -> false;
        };
    }

    /** {@code actual for 105}: behind a name, before a period. */
    boolean isInPeriod(int i) {
        return !read.operandDue()
                && read.isBehindName()
                && phrases.at(i, Slot.EXPRESSION)
                        .filter(match -> match.keyword() == Keyword.IN_PERIOD)
                        .isPresent()
                && follows(i, KpiGrammarLexer.QUANTITY);
    }

    /** Words that mean other periods stand before a name; before anything else they are names themselves. */
    boolean nameFollows(int i) {
        if (i >= in.size()
                || !Lexed.sameLine(in.get(i - 1), in.get(i))
                || !Operands.isName(in.get(i).getType())) {
            return false;
        }
        boolean infix = phrases.at(i, Slot.EXPRESSION)
                .filter(match -> match.keyword() != Keyword.NOT
                        && match.keyword() != Keyword.IF
                        && match.keyword() != Keyword.EACH)
                .isPresent();
        boolean times = Operands.isTimesLetter(lexed, in.get(i))
                && i + 1 < in.size()
                && Lexed.sameLine(in.get(i), in.get(i + 1))
                && Operands.beginsOperand(lexed, in.get(i + 1));
        return !infix && !times;
    }

    /** A clause word behind a whole clause, outside brackets: {@code formula a / b unit %}. */
    boolean beginsClause(int i) {
        boolean behindStep = mode == ExpressionWords.Mode.STEPS && !Lexed.sameLine(in.get(i - 1), in.get(i));
        return from > 0
                && read.isOutermost()
                && (!read.operandDue() || behindStep)
                && read.size() > from
                && OtherClause.begins(lexed, in, i, in.get(0));
    }

    private boolean follows(int i, int type) {
        return i + 1 < in.size() && in.get(i + 1).getType() == type;
    }
}
