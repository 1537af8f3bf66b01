package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kpi.diagnostic.Problem;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/** The parts of a rank in another order, or in words near the ones that are read: offered as they are read. */
final class RankParts {
    private enum Part {
        BY,
        WITHIN,
        WHERE,
        ORDER,
        TIES
    }

    private static final Pattern BY = Pattern.compile("依\\s*(目標達成度|實際值)|by (attainment|actual)");
    private static final Pattern BY_WITHIN =
            Pattern.compile("(依\\s*(?:目標達成度|實際值))[\\s,]*(同.+)|(by (?:attainment|actual)),? +(within .+)");
    private static final Pattern WITHIN = Pattern.compile("同一?(?!分|一)\\s*(\\S.*)|(?!各)(\\S+)\\s+同|within (.+)");
    private static final Pattern WHERE = Pattern.compile("限\\s.*|where .*");
    private static final Pattern HIGHEST = Pattern.compile(
            "高者(?:在前|優先|為先)|(?:由|從)?[高大多][至到][低小少](?:排序|排列)?|遞減|降冪|highest first|descending|largest first");
    private static final Pattern LOWEST = Pattern.compile(
            "低者(?:在前|優先|為先)|(?:由|從)?[低小少][至到][高大多](?:排序|排列)?|遞增|升冪|lowest first|ascending|smallest first");
    private static final Map<Keyword, Pattern> TIES = Map.of(
            Keyword.TIES_BEST,
                    Pattern.compile(
                            "(?:同分者?)?(?:同列|取|並列)?最[佳優前高]序位(?:同分同列)?|ties? share (?:the )?best(?: place)?|best place for ties"),
            Keyword.TIES_WORST,
                    Pattern.compile("(?:同分者?)?(?:同列|取|並列)?最[差後低]序位(?:同分同列)?|ties? share (?:the )?worst(?: place)?"),
            Keyword.TIES_MEAN, Pattern.compile("(?:同分者?)?(?:同列|取)?平均序位(?:同分同列)?|ties? share (?:the )?mean(?: place)?"),
            Keyword.TIES_DENSE, Pattern.compile("(?:同分者?)?(?:同列|並列)?不跳號(?:同分同列)?|ties? share one place"));

    private RankParts() {}

    /** Reports parts that are all known but not as they are read; answers whether it did. */
    static boolean report(Reader reader, Statement statement) {
        Span said = Habits.behindKeyword(reader, statement);
        Map<Part, String> parts = new EnumMap<>(Part.class);
        StringBuilder asWritten = new StringBuilder();
        for (String part : pieces(reader.lexed(), statement)) {
            asWritten.append(asWritten.length() == 0 ? "" : ",").append(blankless(part));
            if (!read(Folding.narrow(part).strip(), parts)) {
                return false;
            }
        }
        if (!parts.containsKey(Part.ORDER)) {
            return false;
        }
        boolean english = said.text().charAt(0) < 0x80;
        String right = String.join(english ? ", " : "，", parts.values());
        if (blankless(right).equals(asWritten.toString())) {
            return false;
        }
        reader.problems()
                .add(Problem.of(SyntaxCode.RANK_PARTS, said).with("text", said).edit(said, right));
        return true;
    }

    private static String blankless(String text) {
        return Folding.narrow(text).strip().replaceAll("\\s*,\\s*", ",").replaceAll("\\s+", " ");
    }

    private static List<String> pieces(Lexed lexed, Statement statement) {
        List<String> pieces = new ArrayList<>();
        List<Token> head = statement.head();
        int depth = 0;
        int from = statement.words();
        for (int i = from; i <= head.size(); i++) {
            boolean comma = i < head.size() && head.get(i).getType() == KpiGrammarLexer.COMMA && depth == 0;
            if (i == head.size() || comma) {
                pieces.add(
                        i > from ? lexed.span(head.get(from), head.get(i - 1)).text() : "");
                from = i + 1;
            } else {
                depth += Brackets.isOpen(head.get(i)) ? 1 : Brackets.isClose(head.get(i)) ? -1 : 0;
            }
        }
        return pieces;
    }

    private static boolean read(String part, Map<Part, String> parts) {
        Matcher two = BY_WITHIN.matcher(part);
        if (two.matches()) {
            boolean english = two.group(1) == null;
            return read(two.group(english ? 3 : 1), parts) && read(two.group(english ? 4 : 2), parts);
        }
        Matcher by = BY.matcher(part);
        if (by.matches()) {
            return put(parts, Part.BY, by.group(1) != null ? "依 " + by.group(1) : part);
        }
        if (WHERE.matcher(part).matches()) {
            return put(parts, Part.WHERE, part);
        }
        boolean english = !part.isEmpty() && part.charAt(0) < 0x80;
        if (HIGHEST.matcher(part).matches()) {
            return put(parts, Part.ORDER, spelled(Keyword.HIGHEST_FIRST, english));
        }
        if (LOWEST.matcher(part).matches()) {
            return put(parts, Part.ORDER, spelled(Keyword.LOWEST_FIRST, english));
        }
        Optional<Keyword> ties = ties(part);
        if (ties.isPresent()) {
            return put(parts, Part.TIES, spelled(ties.get(), english));
        }
        Matcher within = WITHIN.matcher(part);
        if (!within.matches()) {
            return false;
        }
        String column = within.group(1) != null ? within.group(1) : within.group(2);
        return put(parts, Part.WITHIN, column != null ? "同 " + column : part);
    }

    private static Optional<Keyword> ties(String part) {
        String lower = part.toLowerCase(Locale.ROOT);
        for (Keyword keyword : List.of(
                Keyword.TIES_BEST, Keyword.TIES_WORST, Keyword.TIES_MEAN, Keyword.TIES_DENSE, Keyword.TIES_IN_ORDER)) {
            boolean spelled =
                    keyword.chinese().contains(part) || keyword.english().contains(lower);
            if (spelled
                    || TIES.containsKey(keyword)
                            && TIES.get(keyword).matcher(lower).matches()) {
                return Optional.of(keyword);
            }
        }
        return Optional.empty();
    }

    private static String spelled(Keyword keyword, boolean english) {
        return (english ? keyword.english() : keyword.chinese()).get(0);
    }

    private static boolean put(Map<Part, String> parts, Part part, String text) {
        return parts.putIfAbsent(part, text) == null;
    }
}
