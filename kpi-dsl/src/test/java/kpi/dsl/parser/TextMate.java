package kpi.dsl.parser;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The grammar for editors, made from the table of keywords. */
final class TextMate {
    /** The slots whose words begin a clause: they stand at the start of a line or behind a brace. */
    private static final Set<Slot> CLAUSES = Set.of(Slot.FILE, Slot.SCORECARD, Slot.KPI, Slot.POINTS, Slot.EXAMPLE);

    private static final String LETTER = "[\\\\p{L}\\\\p{N}_]";

    private TextMate() {}

    static String json() {
        return """
                {
                  "name": "KPI",
                  "scopeName": "source.kpi",
                  "fileTypes": ["kpi"],
                  "patterns": [
                    { "name": "comment.line.number-sign.kpi", "match": "[#＃].*$" },
                    { "name": "string.quoted.double.kpi", "match": "\\"[^\\"]*\\"" },
                    { "name": "string.quoted.other.kpi", "match": "“[^”]*”|「[^」]*」" },
                    { "name": "variable.other.quoted.kpi", "match": "【[^】]*】" },
                    {
                      "match": "(?:^|[{｛]|\\\\s{2,}|　)\\\\s*(%CLAUSES%)(?!%LETTER%)",
                      "captures": { "1": { "name": "keyword.control.kpi" } }
                    },
                    { "name": "keyword.other.kpi", "match": "(?<!%LETTER%)(?:%ROUNDING%)至(?:整數|小數(?:點後|點)?第?[0-9一二兩三四五六七八九]+位)?" },
                    { "name": "keyword.other.kpi", "match": "(?<!%LETTER%)(?:%WORDS%)(?!%LETTER%)" },
                    { "name": "keyword.other.kpi", "match": "以上|以下|超過|未滿|未達" },
                    { "name": "constant.numeric.kpi", "match": "[0-9０-９][0-9０-９,.]*(?:[eE][+-]?[0-9]+)?[%％‰]?" },
                    { "name": "keyword.operator.kpi", "match": "[-+*/^=<>&×÷−＋－＊／＝＜＞≦≧≤≥≠|]" },
                    { "name": "variable.other.kpi", "match": "[\\\\p{L}_]%LETTER%*" }
                  ]
                }
                """.replace("%CLAUSES%", alternatives(true))
                .replace("%WORDS%", alternatives(false))
                .replace(
                        "%ROUNDING%",
                        Rounding.CHINESE.stream()
                                .map(java.util.Map.Entry::getKey)
                                .collect(Collectors.joining("|")))
                .replace("%LETTER%", LETTER);
    }

    /** The spellings of keywords, longer ones first, so that none hides another. */
    static List<String> spellings(boolean clauses) {
        Stream<String> words = Arrays.stream(Keyword.values())
                .filter(keyword -> CLAUSES.contains(keyword.slot()) == clauses)
                .flatMap(keyword -> Stream.concat(keyword.chinese().stream(), keyword.english().stream()));
        Stream<String> rounding =
                clauses ? Stream.of() : Rounding.ENGLISH.stream().map(entry -> entry.getKey() + " to");
        return Stream.concat(words, rounding)
                .distinct()
                .sorted(Comparator.comparing((String word) -> -word.length()).thenComparing(word -> word))
                .toList();
    }

    private static String alternatives(boolean clauses) {
        return spellings(clauses).stream()
                .map(word -> word.replace(" ", "\\\\s+"))
                .collect(Collectors.joining("|"));
    }
}
