package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/** A gate or a coverage that does not say what happens otherwise: every way is offered, none is taken for granted. */
final class Otherwise {
    private static final Pattern LEAST = Pattern.compile("(?:at\\s+least|至少)\\s*([0-9０-９][0-9０-９.,．]*\\s*[^\\s,，]*)");

    private Otherwise() {}

    /**
     * Reports a rule without it.
     *
     * @param gate whether it shuts something; a coverage only leaves a node without a figure
     */
    static boolean lacks(Reader reader, Statement statement, boolean gate) {
        List<Token> tokens = reader.tokens(statement);
        Phrases phrases = new Phrases(reader.lexed(), tokens);
        for (int i = 1; i < tokens.size(); i++) {
            if (phrases.at(i, Slot.GATE)
                    .filter(match -> match.keyword() == Keyword.IF_SHUT)
                    .isPresent()) {
                return false;
            }
        }
        Span clause = reader.lexed().span(tokens.get(0), tokens.get(tokens.size() - 1));
        Matcher least = LEAST.matcher(clause.text());
        boolean bounded = least.find();
        boolean condition = gate
                && tokens.size() > 2
                && phrases.at(1, Slot.EXPRESSION)
                        .filter(match -> match.keyword() == Keyword.WHEN)
                        .isPresent();
        if (!bounded && !condition) {
            return false; // what is missing is more than that
        }
        boolean chinese = clause.text().codePointAt(0) > 127;
        List<String> ways = new ArrayList<>();
        if (gate) {
            ways.add(chinese ? "不列等級" : "no grade");
        }
        ways.add(chinese ? "不適用" : "not applicable");
        if (gate && bounded && !condition) {
            ways.add((chinese ? "上限 " : "at most ") + least.group(1).strip());
        }
        Span end = reader.lexed().after(tokens.get(tokens.size() - 1));
        Problem.Builder problem = Problem.of(SyntaxCode.UNEXPECTED_END, end)
                .with("expected", new LocalText("「，否則 …」，說明未達時如何", "\", otherwise …\", which says what happens then"));
        ways.forEach(way -> problem.edit(end, (chinese ? "，否則 " : ", otherwise ") + way));
        reader.problems().add(problem);
        return true;
    }
}
