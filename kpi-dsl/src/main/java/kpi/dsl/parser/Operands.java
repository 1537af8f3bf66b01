package kpi.dsl.parser;

import java.util.List;
import org.antlr.v4.runtime.Token;

/** Which tokens begin an operand, end one, or may multiply two. */
final class Operands {
    private Operands() {}

    static boolean isName(int type) {
        return type == KpiGrammarParser.WORD || type == KpiGrammarParser.ID || type == KpiGrammarParser.QUOTED_NAME;
    }

    static boolean endsOperand(int type) {
        return switch (type) {
            case KpiGrammarParser.WORD,
                    KpiGrammarParser.ID,
                    KpiGrammarParser.QUOTED_NAME,
                    KpiGrammarParser.QUANTITY,
                    KpiGrammarParser.DATE,
                    KpiGrammarParser.TEXT,
                    KpiGrammarParser.YES,
                    KpiGrammarParser.NO,
                    KpiGrammarParser.NOTE,
                    KpiGrammarParser.PERCENT,
                    KpiGrammarParser.PERIOD,
                    KpiGrammarParser.IS_MISSING,
                    KpiGrammarParser.IS_NOT_REPORTED,
                    KpiGrammarParser.IS_NOT_APPLICABLE,
                    KpiGrammarParser.IS_MEANINGLESS,
                    KpiGrammarParser.IS_NOT_YET_RELEASED,
                    KpiGrammarParser.IS_UNDEFINED,
                    KpiGrammarParser.IS_NOT_MISSING,
                    KpiGrammarParser.IS_NOT_UNDEFINED,
                    KpiGrammarParser.UNIT,
                    KpiGrammarParser.MEASURED,
                    KpiGrammarParser.CLOSE -> true;
            default -> false;
        };
    }

    static boolean beginsOperand(Lexed lexed, Token token) {
        return Brackets.isOpen(token)
                || switch (token.getType()) {
                    case KpiGrammarLexer.WORD,
                            KpiGrammarLexer.ID,
                            KpiGrammarLexer.QUOTED_NAME,
                            KpiGrammarLexer.QUANTITY -> !GuardLines.isInfix(lexed, token);
                    default -> false;
                };
    }

    /** An x, in either width and case. */
    static boolean isTimesLetter(Lexed lexed, Token token) {
        String text = lexed.text(token);
        return text.equals("x") || text.equals("X") || text.equals("ｘ") || text.equals("Ｘ");
    }

    /** {@code x} between blanks, between two operands of one line; asked where an operator is due. */
    static boolean isSpacedTimes(Lexed lexed, List<Token> in, int i) {
        if (!isTightTimes(lexed, in, i)) {
            return false;
        }
        Token token = in.get(i);
        Token before = in.get(i - 1);
        Token after = in.get(i + 1);
        return Lexed.sameLine(before, token)
                && Lexed.sameLine(token, after)
                && !Lexed.touch(before, token)
                && !Lexed.touch(token, after);
    }

    /** An x between operands, however near they stand; asked where an operator is due. */
    static boolean isTightTimes(Lexed lexed, List<Token> in, int i) {
        return isTimesLetter(lexed, in.get(i)) && i > 0 && i + 1 < in.size() && beginsOperand(lexed, in.get(i + 1));
    }
}
