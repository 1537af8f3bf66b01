package kpi.dsl.parser;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kpi.diagnostic.Problem;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/**
 * Steps as documents print them and as the language does not read them: a keyword glued to its limit (，上限100%), places
 * without a mode (，取至小數點後2位), a step in brackets (（四捨五入至小數2位）). Only edits are offered, the author decides.
 */
final class StepSlips {
    private static final Pattern PLACES =
            Pattern.compile("(?:並)?(?:計算|計|算|取)?(?:至|到)?小數(?:點)?(?:後|以下)?第?([0-9]{1,2}|[一二兩三四五六七八九])位(?:數)?");
    /** What stands before a sum of money and makes a name of its first digits: 新臺幣1億2,000萬元. */
    private static final Pattern MONEY = Pattern.compile("(新臺幣|新台幣|約|近|逾)[0-9０-９]");

    private static final Pattern IN_BRACKETS = Pattern.compile("[(（〔\\[［]([^()（）〔〕\\[\\]［］]+)[)）〕\\]］]");

    private StepSlips() {}

    /** Adds what the words behind a comma may have meant. */
    static void behindComma(Lexed lexed, List<Token> tokens, int comma, Problem.Builder problem) {
        Matcher money = comma == 0 ? MONEY.matcher("") : MONEY.matcher(lexed.text(tokens.get(comma - 1)));
        if (money.lookingAt()) {
            int from = tokens.get(comma - 1).getStartIndex();
            problem.edit(lexed.source().span(from, from + money.end(1)), "");
            return;
        }
        if (comma + 1 >= tokens.size() || tokens.get(comma + 1).getType() != KpiGrammarLexer.WORD) {
            return;
        }
        Token word = tokens.get(comma + 1);
        String text = lexed.text(word);
        Matcher places = PLACES.matcher(Folding.narrow(text));
        if (places.matches()) {
            Span span = lexed.span(word);
            modes(places.group(1)).forEach(step -> problem.edit(span, step));
            return;
        }
        split(text).ifPresent(at -> {
            int behind = word.getStartIndex() + at;
            if (text.substring(at).equals("為")) {
                problem.edit(lexed.source().span(behind, behind + 1), ""); // 下限為 0%
                return;
            }
            problem.edit(lexed.source().span(behind, behind), " ");
        });
    }

    /** A step that stands in brackets behind what it is done to, as a step behind a comma; answers whether one does. */
    static boolean inBrackets(Lexed lexed, Token open, Problem.Builder problem) {
        Matcher bracket = IN_BRACKETS.matcher(lexed.source().text());
        bracket.region(open.getStartIndex(), lexed.source().text().length());
        if (!bracket.lookingAt()) {
            return false;
        }
        Span span = lexed.source().span(bracket.start(), bracket.end());
        String step = bracket.group(1).strip();
        Matcher places = PLACES.matcher(Folding.narrow(step));
        if (Rounding.isStep(Folding.narrow(step))) {
            problem.edit(span, "，" + step);
        } else if (places.matches()) {
            modes(places.group(1)).forEach(mode -> problem.edit(span, "，" + mode));
        } else {
            return false;
        }
        return true;
    }

    private static List<String> modes(String places) {
        return List.of("四捨五入至小數" + places + "位", "無條件捨去至小數" + places + "位");
    }

    /** Where 上限100% is to be split. */
    private static Optional<Integer> split(String word) {
        return Arrays.stream(Keyword.values())
                .filter(keyword -> keyword.slot() == Slot.STEP)
                .flatMap(keyword -> keyword.chinese().stream())
                .filter(keyword -> word.startsWith(keyword) && word.length() > keyword.length())
                .map(String::length)
                .max(Integer::compare);
    }
}
