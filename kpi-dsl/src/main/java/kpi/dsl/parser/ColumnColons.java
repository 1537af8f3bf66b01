package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import kpi.diagnostic.Problem;
import org.antlr.v4.runtime.Token;

/** A column without the colon before its type, 資料表 各區(名稱 文字, …): told by name, and read as if it were there. */
final class ColumnColons {
    private ColumnColons() {}

    /**
     * The tokens of a head with the colons that lack in its brackets.
     *
     * @param from where the name of the table stands
     */
    static List<Token> mend(Lexed lexed, List<Token> tokens, int from, Problems problems) {
        List<Token> out = new ArrayList<>(tokens.size());
        int depth = 0;
        boolean begins = false;
        for (int i = 0; i < tokens.size(); i++) {
            if (depth > 0 && isMissingInBrackets(lexed, tokens, i)) {
                out.add(tokens.get(i + 1)); // 人（可缺）
                i += 2;
                continue;
            }
            Token token = tokens.get(i);
            out.add(token);
            depth += Brackets.isOpen(token) ? 1 : Brackets.isClose(token) ? -1 : 0;
            boolean column = begins && depth == 1 && Operands.isName(token.getType());
            begins = depth == 1 && i > from && (Brackets.isOpen(token) || separates(token));
            if (!column) {
                continue;
            }
            int last = i;
            while (last + 1 < tokens.size() && tokens.get(last + 1).getType() == KpiGrammarLexer.TEXT) {
                out.add(tokens.get(++last));
            }
            if (last + 1 < tokens.size() && isType(tokens.get(last + 1))) {
                Token type = tokens.get(last + 1);
                problems.add(Problem.of(SyntaxCode.COLUMN_COLON, lexed.span(type))
                        .with("name", lexed.span(token))
                        .with("type", lexed.span(type))
                        .edit(lexed.between(tokens.get(last), type), ": "));
                out.add(lexed.mark(KpiGrammarLexer.COLON, tokens.get(last)));
            }
            i = last;
        }
        return out;
    }

    private static boolean isMissingInBrackets(Lexed lexed, List<Token> tokens, int i) {
        return i + 2 < tokens.size()
                && Brackets.isOpen(tokens.get(i))
                && Brackets.isClose(tokens.get(i + 2))
                && Keyword.ofWord(Slot.TABLE, lexed.text(tokens.get(i + 1)))
                        .filter(Keyword.MAY_BE_MISSING::equals)
                        .isPresent();
    }

    private static boolean separates(Token token) {
        return switch (token.getType()) {
            case KpiGrammarLexer.COMMA, KpiGrammarLexer.STAR, KpiGrammarLexer.MAPS_TO -> true;
            default -> false;
        };
    }

    private static boolean isType(Token token) {
        return token.getType() == KpiGrammarLexer.WORD || token.getType() == KpiGrammarLexer.PERCENT;
    }
}
