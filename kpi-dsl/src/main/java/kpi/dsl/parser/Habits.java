package kpi.dsl.parser;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kpi.diagnostic.Problem;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/**
 * Clauses written as they come to mind, which say something that the language says otherwise: 符合目標值 實際值, {@code
 * 113 ≦ 38}. They are looked for before the clause is read, because the words alone would be told one by one.
 */
final class Habits {
    private static final Pattern MEETS =
            Pattern.compile("(?:當\\s*)?(?=.*(?:符合|達到|達成|達))(?=.*目標)(?:實際值|目標值?|符合|達到|達成|達|[\\s,，])+"
                    + "|(?:the )?actual (?:value )?(?:meets|hits) (?:the )?target"
                    + "|(?:the )?target (?:is )?(?:met|reached)(?: by (?:the )?actual)?"
                    + "|meets (?:the )?target(?: actual)?");
    private static final String PERIOD = "([0-9]{2,4}(?:/[0-9]{1,2})?(?:年度?)?)";
    private static final Pattern PERIOD_BEFORE_SIGN =
            Pattern.compile("(?<![0-9/.])" + PERIOD + "(?=\\s*(?:[≦≤≧≥=]|<=|>=))");
    private static final Pattern PERIOD_BEFORE_FIGURE =
            Pattern.compile("(?<![0-9/.≦≤≧≥=])(?<![≦≤≧≥=] )" + PERIOD + "\\s+[0-9]\\S*");
    private static final Pattern PERIOD_OF_FIGURE =
            Pattern.compile("(?<![\\p{L}0-9/.])([0-9]{2,4})(?=[:：]\\s*[≦≧=]?\\s*[0-9])");
    private static final int NEAR = 1_000;
    private static final Pattern STRICT = Pattern.compile(
            ":\\s*((?:<(?!=)|>(?!=)|小於|大於|未滿|未達|低於|高於|超過|少於|多於|不到|less than|more than|below|above)\\s*[0-9])");

    private Habits() {}

    /** Reports what is written otherwise than it is read; answers whether it did. */
    static boolean report(Reader reader, Statement statement) {
        Keyword keyword = statement.keyword().orElseThrow();
        if (statement.head().size() <= statement.words()) {
            return false;
        }
        return switch (keyword) {
            case ATTAINED, ATTAINED_WHEN -> attained(reader, statement);
            case TARGET_CLAUSE -> target(reader, statement);
            case RANK -> RankParts.report(reader, statement);
            default -> false;
        };
    }

    private static boolean attained(Reader reader, Statement statement) {
        Span said = behindKeyword(reader, statement);
        boolean asRead = new Phrases(reader.lexed(), statement.head())
                .at(statement.words(), Slot.ATTAINED)
                .isPresent();
        if (asRead || !MEETS.matcher(said.text().strip()).matches()) {
            return false;
        }
        boolean english = said.text().charAt(0) < 0x80;
        Keyword meets = Keyword.MEETS_TARGET;
        String right = (english ? meets.english() : meets.chinese()).get(0);
        reader.problems().add(otherwise(said, right));
        return true;
    }

    static Problem.Builder otherwise(Span said, String right) {
        return Problem.of(SyntaxCode.SPELLED_OTHERWISE, said)
                .with("text", said)
                .with("right", right)
                .edit(said, right);
    }

    private static boolean target(Reader reader, Statement statement) {
        Span said = behindKeyword(reader, statement);
        String text = Folding.narrow(said.text());
        if (text.length() != said.text().length() || text.indexOf('"') >= 0 || text.indexOf('#') >= 0) {
            return false;
        }
        Matcher strict = STRICT.matcher(text);
        if (strict.find()) {
            Span at = said.source().span(said.start() + strict.start(1), said.start() + strict.end(1) - 1);
            reader.problems()
                    .add(Problem.of(SyntaxCode.STRICT_TARGET, at)
                            .with("text", at.text().strip()));
            return true;
        }
        if (text.indexOf(':') >= 0) {
            return missingColon(reader, said, PERIOD_BEFORE_SIGN.matcher(text));
        }
        if (missingColon(reader, said, PERIOD_BEFORE_SIGN.matcher(text))
                || missingColon(reader, said, PERIOD_BEFORE_FIGURE.matcher(text))) {
            return true;
        }
        boolean aim = statement.head().stream()
                .skip(statement.words())
                .anyMatch(token -> token.getType() == KpiGrammarLexer.QUANTITY || Operands.isName(token.getType()));
        if (aim) {
            Problem.Builder problem = Problem.of(SyntaxCode.TARGET_WITHOUT_PERIOD, said)
                    .with("text", said)
                    .with("period", periodNear(said).orElse("114"));
            periodNear(said).ifPresent(period -> problem.edit(said, period + ": " + said.text()));
            reader.problems().add(problem);
        }
        return aim;
    }

    /** The last period that the lines before name, else the first one behind. */
    private static Optional<String> periodNear(Span said) {
        String text = said.source().text();
        Matcher before = PERIOD_OF_FIGURE
                .matcher(text)
                .region(Math.max(0, said.start() - NEAR), said.start())
                .useTransparentBounds(true);
        Optional<String> found = Optional.empty();
        while (before.find()) {
            found = Optional.of(before.group(1));
        }
        Matcher behind = PERIOD_OF_FIGURE
                .matcher(text)
                .region(said.end(), Math.min(text.length(), said.end() + NEAR))
                .useTransparentBounds(true);
        return found.or(() -> behind.find() ? Optional.of(behind.group(1)) : Optional.empty());
    }

    private static boolean missingColon(Reader reader, Span said, Matcher periods) {
        StringBuilder right = new StringBuilder();
        int first = -1;
        int last = 0;
        while (periods.find()) {
            if (isInPlace(said.text(), periods.end(1))) {
                continue;
            }
            first = first < 0 ? periods.start(1) : first;
            right.append(said.text(), right.length() == 0 ? first : last, periods.end(1))
                    .append(':');
            last = periods.end(1);
        }
        if (first < 0) {
            return false;
        }
        Span wrong = said.source().span(said.start() + first, said.start() + last);
        reader.problems()
                .add(Problem.of(SyntaxCode.PERIOD_COLON, wrong)
                        .with("period", said.text().substring(first).split("[\\s≦≤≧≥=<>]", 2)[0])
                        .edit(wrong, right.toString()));
        return true;
    }

    /** Whether a colon stands there already. */
    private static boolean isInPlace(String text, int at) {
        return at < text.length() && ":：".indexOf(text.charAt(at)) >= 0;
    }

    /** What stands behind the keyword of a clause, in one piece. */
    static Span behindKeyword(Reader reader, Statement statement) {
        List<Token> head = statement.head();
        return reader.lexed().span(head.get(statement.words()), head.get(head.size() - 1));
    }

    /** The head of a KPI with something other than a title behind its id; answers whether it was reported. */
    static boolean reportHead(Reader reader, Statement statement) {
        Lexed lexed = reader.lexed();
        List<Token> head = statement.head();
        int id = statement.words();
        if (head.size() < id + 2 || !Operands.isName(head.get(id).getType())) {
            return false;
        }
        int at = head.size() > id + 2 && head.get(id + 1).getType() == KpiGrammarLexer.DOT ? id + 3 : id + 1;
        if (at >= head.size()) {
            return false;
        }
        if (head.stream().anyMatch(each -> each.getType() == KpiGrammarLexer.UNCLOSED_TEXT)) {
            return false; // what follows it may be anything
        }
        Token token = head.get(at);
        Token last = head.get(head.size() - 1);
        boolean titled = last.getType() == KpiGrammarLexer.TEXT;
        if (Brackets.isOpen(token)) {
            int close = at;
            while (close < head.size() && !Brackets.isClose(head.get(close))) {
                close++;
            }
            if (close == head.size()) {
                return false;
            }
            Span bracket = lexed.span(token, head.get(close));
            reader.problems()
                    .add(Problem.of(SyntaxCode.BRACKET_BEHIND_ID, bracket)
                            .with("text", bracket)
                            .with(
                                    "inner",
                                    bracket.text().substring(1, bracket.text().length() - 1))
                            .with("id", lexed.text(head.get(id)))
                            .edit(lexed.between(head.get(at - 1), token).to(bracket), ""));
            return true;
        }
        if (token.getType() == KpiGrammarLexer.QUOTED_NAME) {
            String inner = lexed.text(token).substring(1, lexed.text(token).length() - 1);
            title(reader, lexed.span(token), lexed.span(token), "\"" + inner + "\"");
            return true;
        }
        if (token.getType() == KpiGrammarLexer.COLON && at + 1 < head.size()) {
            Span rest = lexed.span(head.get(at + 1), last);
            title(reader, lexed.span(token), lexed.span(token).to(rest), " " + (titled ? rest.text() : quoted(rest)));
            return true;
        }
        return unitInHead(reader, statement, at);
    }

    private static String quoted(Span span) {
        return "\"" + span.text().replace("\"", "") + "\"";
    }

    private static void title(Reader reader, Span at, Span range, String right) {
        reader.problems()
                .add(Problem.of(SyntaxCode.UNQUOTED_TEXT, at)
                        .with("text", at)
                        .with("expected", ExpectedNames.text(KpiGrammarParser.TEXT))
                        .edit(range, right));
    }

    /** {@code 指標 名 單位 人 {}: what is said of a KPI stands in its block. */
    private static boolean unitInHead(Reader reader, Statement statement, int from) {
        Lexed lexed = reader.lexed();
        List<Token> head = statement.head();
        for (int i = from; i < head.size(); i++) {
            Optional<Phrases.Match> clause = Context.KPI
                    .keyword(new Phrases(lexed, head), i)
                    .filter(match -> match.keyword() == Keyword.UNIT_CLAUSE);
            if (clause.isEmpty()) {
                continue;
            }
            boolean twice = statement.block().stream()
                    .flatMap(block -> block.statements().stream())
                    .anyMatch(line -> line.keyword().equals(Optional.of(Keyword.UNIT_CLAUSE)));
            Span said = lexed.span(head.get(i), head.get(head.size() - 1));
            Span gap = lexed.between(head.get(i - 1), head.get(i));
            Problem.Builder problem = Problem.of(SyntaxCode.CLAUSES_ON_ONE_LINE, lexed.span(head.get(i)))
                    .with("word", lexed.span(head.get(i)));
            if (twice) {
                problem.edit(gap.to(said), "");
            } else if (statement.block().isPresent()) {
                Span open = lexed.source()
                        .span(said.end(), statement.block().get().span().start() + 1);
                problem.edit(gap.to(said).to(open), " {\n  " + said.text());
            }
            reader.problems().add(problem);
            return true;
        }
        return false;
    }
}
