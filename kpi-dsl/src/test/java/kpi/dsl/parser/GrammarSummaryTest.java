package kpi.dsl.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The grammar in the documentation is the parser's, its keywords as authors write them. To accept: {@code -Dkpi.golden.accept=true}. */
class GrammarSummaryTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "grammar.md");
    private static final Path GRAMMAR = Path.of("src", "main", "antlr4", "kpi", "dsl", "parser", "KpiGrammar.g4");
    private static final Pattern TOKEN = Pattern.compile("\\b[A-Z][A-Z_]+\\b");
    private static final Pattern SIGN = Pattern.compile("^([A-Z_]+) : '([^'\\\\]+)'");
    private static final Pattern HEADING = Pattern.compile("^// -{4} (.*?) -+$");

    /** What is no keyword and no sign: words and figures that were put together, and signs that stand for more. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("OPEN", "'('"),
            Map.entry("CALL_OPEN", "'('"),
            Map.entry("CLOSE", "')'"),
            Map.entry("STEP_COMMA", "','"),
            Map.entry("SEPARATOR", "'、'"),
            Map.entry("NEXT_LINE", "<next line>"),
            Map.entry("NOTE", "<note>"),
            Map.entry("DATE", "<date>"),
            Map.entry("FIGURE", "<figure>"),
            Map.entry("PERIOD", "<period>"),
            Map.entry("UNIT", "<unit>"),
            Map.entry("QUALIFIER", "<qualifier>"),
            Map.entry("TYPE", "<type>"),
            Map.entry("STEP_SIZE", "<step size>"),
            Map.entry("COUNT", "<number of rows>"),
            Map.entry("MILESTONE", "<milestone>"),
            Map.entry("PAST", "<other periods>"),
            Map.entry("QUANTITY", "<number>"),
            Map.entry("TEXT", "<text>"),
            Map.entry("WORD", "<word>"),
            Map.entry("ID", "<dotted word>"),
            Map.entry("QUOTED_NAME", "<quoted name>"),
            Map.entry("ROUND_PLACES", "<rounded to places>"),
            Map.entry("ROUND_WHOLE", "<rounded to whole>"),
            Map.entry("ROUND_STEP", "<rounded to>"),
            Map.entry("BASIS", "<basis>"));

    @Test
    void theDocumentShowsTheGrammar() throws IOException {
        String page = page(Files.readAllLines(GRAMMAR, StandardCharsets.UTF_8));
        if (Boolean.getBoolean("kpi.golden.accept")) {
            Files.writeString(DOCUMENT, page, StandardCharsets.UTF_8);
        }
        assertEquals(page, Files.readString(DOCUMENT, StandardCharsets.UTF_8));
    }

    private static String page(List<String> grammar) {
        Map<String, String> signs = grammar.stream()
                .map(SIGN::matcher)
                .filter(Matcher::find)
                .map(Matcher::toMatchResult)
                .collect(Collectors.toMap(match -> match.group(1), match -> "'" + match.group(2) + "'"));
        List<String> lines = new ArrayList<>();
        TreeSet<String> explained = new TreeSet<>();
        boolean open = false;
        for (String line : grammar) {
            Optional<String> heading =
                    HEADING.matcher(line).results().findFirst().map(match -> match.group(1));
            if (heading.isPresent()) {
                lines.addAll(open ? List.of("```", "") : List.of());
                if (heading.get().equals("tokens")) {
                    break;
                }
                lines.addAll(List.of(
                        "## " + heading.get().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                                + heading.get().substring(1),
                        "",
                        "```text"));
                open = true;
            } else if (open && !line.startsWith("//")) {
                String rule = line.replaceAll(" +# \\w+.*$", "")
                        .replaceAll(" EOF\\b", "")
                        .stripTrailing();
                String shown = TOKEN.matcher(rule).replaceAll(match -> Matcher.quoteReplacement(spelled(match, signs)));
                Pattern.compile("<[a-z ]+>")
                        .matcher(shown)
                        .results()
                        .map(MatchResult::group)
                        .forEach(explained::add);
                boolean blankTwice = shown.isEmpty()
                        && (lines.get(lines.size() - 1).isEmpty()
                                || lines.get(lines.size() - 1).equals("```text"));
                if (!blankTwice) {
                    lines.add(shown);
                }
            }
        }
        assertFalse(lines.isEmpty());
        assertTrue(explained.size() > 10);
        return """
                # Grammar

                One rule for each clause, made from the parser's grammar by a test; read with [the language](language.md), which says what each means.
                A word in `'…'` is a keyword in its English spelling; [keywords](keywords.md) has the Chinese ones. What stands in `<…>` is put together before:
                a `<figure>` is a number with its grouping, magnitude and unit; `<other periods>` are words such as `previous` and `mean of last 3`; `<qualifier>` is a
                bracket that belongs to a name; `<rounded to>` names a mode and a step. `?` is optional, `*` any number, `+` at least one, `|` or. Blocks of clauses
                stand in braces behind their heads; a clause goes on in lines indented deeper.

                """ + String.join("\n", lines);
    }

    private static String spelled(MatchResult token, Map<String, String> signs) {
        String name = token.group();
        if (OTHERS.containsKey(name)) {
            return OTHERS.get(name);
        }
        if (signs.containsKey(name)) {
            return signs.get(name);
        }
        Keyword keyword = Arrays.stream(Keyword.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("a token of the grammar that this page cannot spell: " + name));
        return "'" + (keyword.english().isEmpty() ? keyword.chinese() : keyword.english()).get(0) + "'";
    }
}
