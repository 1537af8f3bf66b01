package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** What the tokens of the grammar are called in a message. */
final class ExpectedNames {
    /** Tokens that one word names. */
    private static final Map<Integer, String> GROUPS = Map.ofEntries(
            Map.entry(Token.EOF, "end"),
            Map.entry(KpiGrammarParser.NEXT_LINE, "end"),
            Map.entry(KpiGrammarParser.WORD, "name"),
            Map.entry(KpiGrammarParser.ID, "name"),
            Map.entry(KpiGrammarParser.QUOTED_NAME, "name"),
            Map.entry(KpiGrammarParser.MILESTONE, "name"),
            Map.entry(KpiGrammarParser.QUANTITY, "number"),
            Map.entry(KpiGrammarParser.FIGURE, "number"),
            Map.entry(KpiGrammarParser.DATE, "date"),
            Map.entry(KpiGrammarParser.TEXT, "text"),
            Map.entry(KpiGrammarParser.PERIOD, "period"),
            Map.entry(KpiGrammarParser.UNIT, "unit"),
            Map.entry(KpiGrammarParser.TYPE, "type"),
            Map.entry(KpiGrammarParser.COUNT, "count"),
            Map.entry(KpiGrammarParser.PAST, "name"),
            Map.entry(KpiGrammarParser.QUALIFIER, "bracket"),
            Map.entry(KpiGrammarParser.NOTE, "bracket"),
            Map.entry(KpiGrammarParser.OPEN, "bracket"),
            Map.entry(KpiGrammarParser.CALL_OPEN, "bracket"),
            Map.entry(KpiGrammarParser.CLOSE, "closing"),
            Map.entry(KpiGrammarParser.PLUS, "operator"),
            Map.entry(KpiGrammarParser.MINUS, "operator"),
            Map.entry(KpiGrammarParser.STAR, "operator"),
            Map.entry(KpiGrammarParser.SLASH, "operator"),
            Map.entry(KpiGrammarParser.CARET, "operator"),
            Map.entry(KpiGrammarParser.LT, "relation"),
            Map.entry(KpiGrammarParser.LE, "relation"),
            Map.entry(KpiGrammarParser.GT, "relation"),
            Map.entry(KpiGrammarParser.GE, "relation"),
            Map.entry(KpiGrammarParser.EQ, "relation"),
            Map.entry(KpiGrammarParser.NE, "relation"),
            Map.entry(KpiGrammarParser.AND, "operator"),
            Map.entry(KpiGrammarParser.OR, "operator"),
            Map.entry(KpiGrammarParser.YES, "truth"),
            Map.entry(KpiGrammarParser.NO, "truth"),
            Map.entry(KpiGrammarParser.COMMA, "comma"),
            Map.entry(KpiGrammarParser.SEPARATOR, "comma"),
            Map.entry(KpiGrammarParser.STEP_COMMA, "step"),
            Map.entry(KpiGrammarParser.ROUND_PLACES, "rounding"),
            Map.entry(KpiGrammarParser.ROUND_WHOLE, "rounding"),
            Map.entry(KpiGrammarParser.ROUND_STEP, "rounding"),
            Map.entry(KpiGrammarParser.COLON, "colon"),
            Map.entry(KpiGrammarParser.SEMICOLON, "semicolon"),
            Map.entry(KpiGrammarParser.DOT, "dot"),
            Map.entry(KpiGrammarParser.BAR, "bar"));

    private ExpectedNames() {}

    /** The same in both languages. */
    static LocalText text(int type) {
        return new LocalText(of(type, Language.ZH_TW), of(type, Language.EN));
    }

    static String of(int type, Language language) {
        String group = GROUPS.get(type);
        if (group != null) {
            return SyntaxCode.TEXTS.text("expected." + group, language);
        }
        Optional<Keyword> known = Arrays.stream(Keyword.values())
                .filter(keyword -> keyword.name().equals(TokenNames.name(type)))
                .findFirst();
        if (known.isEmpty()) {
            return SyntaxCode.TEXTS.text("expected.other", language);
        }
        Keyword keyword = known.get();
        return switch (language) {
            case ZH_TW -> spelled(keyword.chinese(), keyword.english());
            case EN -> spelled(keyword.english(), keyword.chinese());
        };
    }

    /** The keyword that is expected and glued to what follows it, as in 逐列事故. */
    static Optional<String> startOf(String word, IntervalSet expected) {
        return spellings(expected).stream()
                .filter(keyword -> Character.isIdeographic(keyword.codePointAt(0)))
                .filter(keyword -> word.startsWith(keyword) && word.length() > keyword.length())
                .max(Comparator.comparingInt(String::length));
    }

    /** How the keywords are spelled that are expected. */
    static List<String> spellings(IntervalSet expected) {
        List<String> spellings = new ArrayList<>();
        for (Keyword keyword : Keyword.values()) {
            if (TokenNames.find(keyword.name()).filter(expected::contains).isPresent()) {
                spellings.addAll(keyword.chinese());
                spellings.addAll(keyword.english());
            }
        }
        return spellings;
    }

    private static String spelled(List<String> first, List<String> second) {
        return first.isEmpty() ? second.get(0) : first.get(0);
    }
}
