package kpi.dsl.parser;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kpi.diagnostic.Language;
import kpi.dsl.syntax.PastPeriods.Grain;
import kpi.dsl.syntax.PastWord;
import org.antlr.v4.runtime.Token;

/** The words before a name that mean other periods: 前期, 上年同期, 前3年平均; {@code previous}, {@code mean of last 3}. */
final class PastWords {
    /** {@code #} stands for a count. In the order of the documentation, both languages line by line. */
    static final List<Map.Entry<PastWord, List<String>>> CHINESE = List.of(
            Map.entry(PastWord.PREVIOUS, List.of("前期", "上期")),
            Map.entry(PastWord.YEAR_BEFORE, List.of("上年同期", "去年同期")),
            Map.entry(PastWord.MEAN_OF_LAST, List.of("前#平均")),
            Map.entry(PastWord.SUM_OF_LAST, List.of("前#合計")),
            Map.entry(PastWord.LOWEST_OF_LAST, List.of("前#最低")),
            Map.entry(PastWord.HIGHEST_OF_LAST, List.of("前#最高")),
            Map.entry(PastWord.MOVING_MEAN, List.of("近#平均")),
            Map.entry(PastWord.MOVING_SUM, List.of("近#合計")),
            Map.entry(PastWord.LOWEST_MOVING, List.of("近#最低")),
            Map.entry(PastWord.HIGHEST_MOVING, List.of("近#最高")),
            Map.entry(PastWord.GROWTH, List.of("成長率")),
            Map.entry(PastWord.YEARLY_GROWTH, List.of("年增率")),
            Map.entry(PastWord.CUMULATIVE, List.of("累計")),
            Map.entry(PastWord.CLOSING, List.of("期末")));

    static final List<Map.Entry<PastWord, List<String>>> ENGLISH = List.of(
            Map.entry(PastWord.PREVIOUS, List.of("previous")),
            Map.entry(PastWord.YEAR_BEFORE, List.of("same period last year")),
            Map.entry(PastWord.MEAN_OF_LAST, List.of("mean of last #")),
            Map.entry(PastWord.SUM_OF_LAST, List.of("sum of last #")),
            Map.entry(PastWord.LOWEST_OF_LAST, List.of("lowest of last #")),
            Map.entry(PastWord.HIGHEST_OF_LAST, List.of("highest of last #")),
            Map.entry(PastWord.MOVING_MEAN, List.of("moving mean of #")),
            Map.entry(PastWord.MOVING_SUM, List.of("moving sum of #")),
            Map.entry(PastWord.LOWEST_MOVING, List.of("moving lowest of #")),
            Map.entry(PastWord.HIGHEST_MOVING, List.of("moving highest of #")),
            Map.entry(PastWord.GROWTH, List.of("growth of")),
            Map.entry(PastWord.YEARLY_GROWTH, List.of("yearly growth of")),
            Map.entry(PastWord.CUMULATIVE, List.of("cumulative")),
            Map.entry(PastWord.CLOSING, List.of("closing")));

    /** The English spellings in words, so that nothing is taken apart while a formula is read. */
    private static final List<Map.Entry<PastWord, List<String>>> ENGLISH_WORDS = ENGLISH.stream()
            .map(entry ->
                    Map.entry(entry.getKey(), List.of(entry.getValue().get(0).split(" "))))
            .toList();

    private static final Set<String> ENGLISH_FIRST =
            ENGLISH_WORDS.stream().map(entry -> entry.getValue().get(0)).collect(Collectors.toUnmodifiableSet());
    private static final Map<String, PastWord> CHINESE_NAMES = CHINESE.stream()
            .flatMap(entry -> entry.getValue().stream().map(spelling -> Map.entry(spelling, entry.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    private static final Set<Character> CHINESE_FIRST =
            CHINESE_NAMES.keySet().stream().map(spelling -> spelling.charAt(0)).collect(Collectors.toUnmodifiableSet());

    private static final Pattern COUNTED = Pattern.compile("([前近])([0-9]{1,6}|[一二兩三四五六七八九十])(期|年|季|個?月)(.+)");
    private static final String DIGITS = "〇一二三四五六七八九十";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    /**
     * Words found in the text.
     *
     * @param words how many tokens they take
     */
    record Found(PastWord word, int count, Optional<Grain> grain, int words) {}

    private PastWords() {}

    /** The words that begin at a token, the longest spelling of them. */
    static Optional<Found> at(Lexed lexed, List<Token> tokens, int index) {
        return at(lexed, tokens, index, false);
    }

    /** The same words once more, where nothing but them is left. */
    static Found again(Lexed lexed, List<Token> tokens) {
        return at(lexed, tokens, 0, true).orElseThrow();
    }

    /** The words in a language. */
    static String spelled(Found found, Language language) {
        boolean chinese = language == Language.ZH_TW;
        String spelling = (chinese ? CHINESE : ENGLISH)
                .stream()
                        .filter(entry -> entry.getKey() == found.word())
                        .findFirst()
                        .orElseThrow()
                        .getValue()
                        .get(0);
        String grain = found.grain()
                .map(each -> switch (each) {
                    case YEAR -> chinese ? "年" : " years";
                    case QUARTER -> chinese ? "季" : " quarters";
                    case MONTH -> chinese ? "月" : " months";
                })
                .orElse(chinese ? "期" : "");
        return spelling.replace("#", found.count() + grain);
    }

    private static Optional<Found> at(Lexed lexed, List<Token> tokens, int index, boolean alone) {
        if (index >= tokens.size() || tokens.get(index).getType() != KpiGrammarLexer.WORD) {
            return Optional.empty();
        }
        String first = lexed.text(tokens.get(index));
        if (CHINESE_FIRST.contains(first.charAt(0))) {
            Optional<Found> found = chinese(lexed, tokens, index);
            if (found.isPresent()) {
                return found;
            }
        }
        return ENGLISH_FIRST.contains(first) ? english(lexed, tokens, index, alone) : Optional.empty();
    }

    /** A run of Han characters is one word, but 前 3 期平均 may have blanks. */
    private static Optional<Found> chinese(Lexed lexed, List<Token> tokens, int index) {
        StringBuilder run = new StringBuilder();
        for (int words = 1; words <= 3 && index + words <= tokens.size(); words++) {
            Token token = tokens.get(index + words - 1);
            if (!Lexed.sameLine(tokens.get(index), token)) {
                break;
            }
            run.append(Folding.narrow(lexed.text(token)));
            Optional<Found> found = chinese(run.toString(), words);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Found> chinese(String text, int words) {
        Matcher counted = COUNTED.matcher(text);
        if (!counted.matches()) {
            return Optional.ofNullable(CHINESE_NAMES.get(text))
                    .map(word -> new Found(word, 1, Optional.empty(), words));
        }
        int chineseDigit = DIGITS.indexOf(counted.group(2).replace('兩', '二'));
        int count = chineseDigit >= 0 ? chineseDigit : Integer.parseInt(counted.group(2));
        Optional<Grain> grain = switch (counted.group(3)) {
            case "年" -> Optional.of(Grain.YEAR);
            case "季" -> Optional.of(Grain.QUARTER);
            case "期" -> Optional.empty();
            default -> Optional.of(Grain.MONTH);
        };
        return Optional.ofNullable(CHINESE_NAMES.get(counted.group(1) + "#" + counted.group(4)))
                .map(word -> new Found(word, count, grain, words));
    }

    private static Optional<Found> english(Lexed lexed, List<Token> tokens, int index, boolean alone) {
        for (Map.Entry<PastWord, List<String>> entry : ENGLISH_WORDS) {
            List<String> words = entry.getValue();
            int count = count(lexed, tokens, index, words);
            if (count > 0) {
                int end = index + words.size();
                Optional<Grain> grain = words.contains("#") ? grain(lexed, tokens, end, alone) : Optional.empty();
                return Optional.of(new Found(entry.getKey(), count, grain, words.size() + (grain.isPresent() ? 1 : 0)));
            }
        }
        return Optional.empty();
    }

    /** The count that the words say, 1 if they say none; 0 if they do not stand here. */
    private static int count(Lexed lexed, List<Token> tokens, int index, List<String> words) {
        int count = 1;
        for (int i = 0; i < words.size(); i++) {
            if (index + i >= tokens.size() || !Lexed.sameLine(tokens.get(index), tokens.get(index + i))) {
                return 0;
            }
            String text = lexed.text(tokens.get(index + i));
            if (words.get(i).equals("#")) {
                if (!NUMBER.matcher(text).matches()) {
                    return 0;
                }
                // A count of 0 is told apart from words that do not stand here.
                count = Math.max(1, Integer.parseInt(text)) == Integer.parseInt(text)
                        ? Integer.parseInt(text)
                        : Integer.MAX_VALUE;
            } else if (!text.equals(words.get(i))) {
                return 0;
            }
        }
        return count;
    }

    /** {@code mean of last 3 years X}: a kind of period only where a name follows. */
    private static Optional<Grain> grain(Lexed lexed, List<Token> tokens, int index, boolean alone) {
        boolean last = alone && index + 1 == tokens.size();
        boolean named = last
                || index + 1 < tokens.size()
                        && Lexed.sameLine(tokens.get(index), tokens.get(index + 1))
                        && Operands.isName(tokens.get(index + 1).getType());
        return named
                ? switch (lexed.text(tokens.get(index))) {
                    case "years" -> Optional.of(Grain.YEAR);
                    case "quarters" -> Optional.of(Grain.QUARTER);
                    case "months" -> Optional.of(Grain.MONTH);
                    default -> Optional.empty();
                }
                : Optional.empty();
    }
}
