package kpi.dsl.parser;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.dsl.syntax.ColumnTypeWord.NamedType.Kind;
import kpi.dsl.syntax.RoundingWord;

/** How a word is spelled in a language, and where it stands in its clause. */
final class Wording {
    /** Words that are looked up without the grammar. */
    static final int MEETS_TARGET = -2;

    static final int WITHOUT_COMPARISON = -3;

    private static final Map<Integer, Keyword> BY_TYPE = byType();

    private final Lexed lexed;
    private final Optional<Language> asked;

    Wording(Lexed lexed, Optional<Language> asked) {
        this.lexed = lexed;
        this.asked = asked;
    }

    /** The language a keyword is written in. */
    static Language language(String keyword) {
        return Character.isIdeographic(keyword.codePointAt(0)) ? Language.ZH_TW : Language.EN;
    }

    /** Whether it is a word of the language, and so has two spellings. */
    boolean isKeyword(Said said) {
        return spelling(said, Language.EN, "", "").isPresent();
    }

    /**
     * A word of the language as it is spelled in the language asked for; empty where it is no word of it.
     *
     * @param before the name before it, or nothing
     * @param behind the name behind it, or nothing
     */
    Optional<String> spelling(Said said, Language language, String before, String behind) {
        String written = said.written();
        return switch (said.type()) {
            case KpiGrammarParser.ROUND_PLACES, KpiGrammarParser.ROUND_WHOLE, KpiGrammarParser.ROUND_STEP ->
                Optional.of(asked.isPresent() && !behind.equals("whole") ? rounding(said, language) : written);
            case KpiGrammarParser.PAST ->
                Optional.of(
                        asked.isPresent()
                                ? PastWords.spelled(PastWords.again(lexed, said.tokens()), language)
                                : written);
            case KpiGrammarParser.COUNT -> Optional.of(asked.isPresent() ? count(said, language) : written);
            case KpiGrammarParser.TYPE -> Optional.of(type(written, asked));
            case KpiGrammarParser.UNIT -> isPlainNumber(written) ? Optional.of(type(written, asked)) : Optional.empty();
            case KpiGrammarParser.BASIS -> Optional.of(written); // what a figure is, in the author's words
            case WITHOUT_COMPARISON ->
                Optional.of(asked.isEmpty() ? written : language == Language.ZH_TW ? "不適用" : "not comparable");
            default ->
                Optional.ofNullable(BY_TYPE.get(said.type()))
                        .map(keyword -> spelling(keyword, written, language, before, behind));
        };
    }

    private String spelling(Keyword keyword, String written, Language language, String before, String behind) {
        boolean sign = !Character.isLetter(written.codePointAt(0)); // & for and
        if (asked.isEmpty() && !sign) {
            return written;
        }
        List<String> spellings = language == Language.ZH_TW ? keyword.chinese() : keyword.english();
        if (spellings.isEmpty()) {
            return written;
        }
        String spelling = spellings.get(0);
        return runsOn(keyword, spelling, before, behind) ? written : spelling;
    }

    /**
     * Whether a keyword and a name beside it would be read as one longer keyword: {@code attained when} for 達成 before
     * a name {@code when}. Then it keeps the spelling it has.
     */
    private static boolean runsOn(Keyword keyword, String spelling, String before, String behind) {
        String first = spelling.split(" ")[0];
        boolean fromBefore = Keyword.startingWith(keyword.slot(), before).stream()
                .anyMatch(phrase ->
                        phrase.words().size() > 1 && phrase.words().get(1).equals(first));
        String longer = spelling + " " + behind;
        boolean intoBehind = Keyword.startingWith(keyword.slot(), first).stream()
                .anyMatch(phrase -> (String.join(" ", phrase.words()) + " ").startsWith(longer + " "));
        return fromBefore || intoBehind;
    }

    private static Map<Integer, Keyword> byType() {
        Map<Integer, Keyword> types = new HashMap<>();
        for (Keyword keyword : Keyword.values()) {
            TokenNames.find(keyword.name()).ifPresent(type -> types.put(type, keyword));
        }
        types.put(MEETS_TARGET, Keyword.MEETS_TARGET);
        return Map.copyOf(types);
    }

    private String rounding(Said said, Language language) {
        Rounding.Found found = Rounding.at(lexed, said.tokens(), 0).orElseThrow();
        String mode = mode(language == Language.ZH_TW ? Rounding.CHINESE : Rounding.ENGLISH, found.mode());
        int places = found.places();
        return switch (found.target()) {
            case PLACES ->
                language == Language.ZH_TW
                        ? mode + "至小數" + places + "位"
                        : mode + " to " + places + (places == 1 ? " place" : " places");
            case WHOLE -> language == Language.ZH_TW ? mode + "至整數" : mode + " to whole";
            case STEP -> language == Language.ZH_TW ? mode + "至" : mode + " to";
        };
    }

    private static String mode(List<Map.Entry<String, RoundingWord>> modes, RoundingWord mode) {
        return modes.stream()
                .filter(entry -> entry.getValue() == mode)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private String count(Said said, Language language) {
        String digits = said.written().replaceAll("\\s*(?:筆|rows?)$", "");
        return digits + (language == Language.ZH_TW ? " 筆" : digits.equals("1") ? " row" : " rows");
    }

    /** The named type of a column, perhaps with its calendar; a unit stays as it is. */
    private static String type(String written, Optional<Language> language) {
        String name = written.replaceAll("\\s*/\\s*", "/");
        int blank = name.indexOf(' ');
        if (blank > 0) {
            Optional<Keyword> calendar = Keyword.ofWord(Slot.CALENDAR, name.substring(0, blank));
            String words = calendar.flatMap(keyword -> language.map(asked -> first(keyword, asked)))
                    .orElse(name.substring(0, blank));
            return words + " " + type(name.substring(blank + 1), language);
        }
        Kind kind = TableBuilder.TYPES.get(Folding.narrow(name));
        return TableBuilder.TYPES.entrySet().stream()
                .filter(entry -> entry.getValue() == kind
                        && language.filter(asked -> language(entry.getKey()) == asked)
                                .isPresent())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(name);
    }

    /** The unit of what has none. */
    private static boolean isPlainNumber(String unit) {
        return unit.equals("number") || unit.equals("數值");
    }

    private static String first(Keyword keyword, Language language) {
        return (language == Language.ZH_TW ? keyword.chinese() : keyword.english()).get(0);
    }

    /** Puts words where the language asked for has them: 每案上限 1 分 is {@code at most 1 分 each}. */
    void inOrder(List<Said> said) {
        if (asked.isEmpty()) {
            return;
        }
        boolean chinese = asked.get() == Language.ZH_TW;
        LawOrder.apply(said, chinese);
        for (int i = 0; i < said.size(); i++) {
            int type = said.get(i).type();
            if (chinese && isBound(type)) {
                scopeFirst(said, i);
            } else if (!chinese && isScoped(type)) {
                scopeLast(said, i);
            } else if (!chinese && endsChinese(type)) {
                said.remove(i);
            } else if (chinese && type == KpiGrammarParser.INSTEAD) {
                counted(said);
            } else if (chinese && type == KpiGrammarParser.SHOWN_IN) {
                closedBy(said, i, KpiGrammarParser.SHOWN);
            } else if (chinese && type == KpiGrammarParser.MEASURED_IN) {
                closedBy(said, i, KpiGrammarParser.MEASURED);
            }
        }
    }

    /** A word that Chinese says behind, and English not at all: 以 萬次 表示, 以 0 計. */
    private static boolean endsChinese(int type) {
        return type == KpiGrammarParser.SHOWN || type == KpiGrammarParser.COUNTED || type == KpiGrammarParser.MEASURED;
    }

    private static void closedBy(List<Said> said, int i, int word) {
        boolean follows = i + 2 < said.size() && said.get(i + 2).type() == word;
        if (!follows && i + 1 < said.size()) {
            said.add(i + 2, said.get(i + 1).inLine(word));
        }
    }

    private static void counted(List<Said> said) {
        Said last = said.get(said.size() - 1);
        if (last.type() != KpiGrammarParser.COUNTED) {
            said.add(last.inLine(KpiGrammarParser.COUNTED));
        }
    }

    private static boolean isBound(int type) {
        return type == KpiGrammarParser.AT_MOST || type == KpiGrammarParser.AT_LEAST;
    }

    private static boolean isScoped(int type) {
        return switch (type) {
            case KpiGrammarParser.EACH_AT_MOST,
                    KpiGrammarParser.EACH_AT_LEAST,
                    KpiGrammarParser.ALL_AT_MOST,
                    KpiGrammarParser.ALL_AT_LEAST -> true;
            default -> false;
        };
    }

    private static void scopeLast(List<Said> said, int i) {
        int type = said.get(i).type();
        boolean each = type == KpiGrammarParser.EACH_AT_MOST || type == KpiGrammarParser.EACH_AT_LEAST;
        boolean most = type == KpiGrammarParser.EACH_AT_MOST || type == KpiGrammarParser.ALL_AT_MOST;
        int end = end(said, i);
        said.add(end, said.get(i).inLine(each ? KpiGrammarParser.EACH : KpiGrammarParser.IN_ALL));
        said.set(i, said.get(i).as(most ? KpiGrammarParser.AT_MOST : KpiGrammarParser.AT_LEAST));
    }

    private static void scopeFirst(List<Said> said, int i) {
        int last = end(said, i) - 1;
        int scope = said.get(last).type();
        boolean most = said.get(i).type() == KpiGrammarParser.AT_MOST;
        if (last == i || scope != KpiGrammarParser.EACH && scope != KpiGrammarParser.IN_ALL) {
            return;
        }
        boolean each = scope == KpiGrammarParser.EACH;
        said.remove(last);
        said.set(
                i,
                said.get(i)
                        .as(
                                each
                                        ? most ? KpiGrammarParser.EACH_AT_MOST : KpiGrammarParser.EACH_AT_LEAST
                                        : most ? KpiGrammarParser.ALL_AT_MOST : KpiGrammarParser.ALL_AT_LEAST));
    }

    /** Where what a comma began ends: at the next comma outside brackets, or with the clause. */
    private static int end(List<Said> said, int from) {
        int depth = 0;
        for (int i = from; i < said.size(); i++) {
            depth += Brackets.isOpen(said.get(i).first())
                    ? 1
                    : Brackets.isClose(said.get(i).last()) ? -1 : 0;
            if (depth == 0 && said.get(i).type() == KpiGrammarParser.STEP_COMMA) {
                return i;
            }
        }
        return said.size();
    }
}
