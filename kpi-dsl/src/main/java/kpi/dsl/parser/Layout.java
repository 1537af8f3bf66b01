package kpi.dsl.parser;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.Limit;
import kpi.diagnostic.Problem;
import kpi.source.DisplayWidth;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/**
 * Cuts a file into clauses, by lines alone. A clause begins at the start of a line or behind a brace; it goes on while a
 * bracket is open and on lines indented deeper than its first word. So whatever is wrong inside one clause leaves the
 * others whole.
 */
final class Layout {
    /** What stands in their blocks is rows. */
    private static final Set<Keyword> ROWS = EnumSet.of(Keyword.DATA, Keyword.RATINGS, Keyword.LOOK_UP, Keyword.BANDS);

    private static final int BLANKS_BETWEEN_CLAUSES = 2;

    private final Lexed lexed;
    private final List<Token> tokens;
    private final Phrases phrases;
    private final Problems problems;
    /** What the blocks hold that are open around the one at hand. */
    private final Deque<Context> around = new ArrayDeque<>();

    private int at;
    private int depth;
    private boolean oneLine;

    private Layout(Lexed lexed, Problems problems) {
        this.lexed = lexed;
        this.tokens = lexed.tokens();
        this.phrases = new Phrases(lexed, tokens);
        this.problems = problems;
    }

    static List<Statement> of(Lexed lexed, Problems problems) {
        Layout layout = new Layout(lexed, problems);
        List<Statement> file = new ArrayList<>();
        while (layout.at < layout.tokens.size()) {
            file.addAll(layout.statements(Context.FILE, -1));
            if (layout.at < layout.tokens.size()) {
                Token stray = layout.tokens.get(layout.at++);
                problems.add(Problem.of(SyntaxCode.UNOPENED_BLOCK, lexed.span(stray))
                        .with("open", "{")
                        .edit(lexed.span(stray), ""));
            }
        }
        return file;
    }

    /** The clauses up to the brace that closes the block, or the end. */
    private List<Statement> statements(Context context, int indentation) {
        List<Statement> statements = new ArrayList<>();
        while (at < tokens.size() && type(at) != KpiGrammarLexer.BRACE_CLOSE && !leaves(context, indentation)) {
            statements.add(statement(context));
        }
        return statements;
    }

    /** What belongs to a block around this one and begins no deeper than its head: the brace before it was forgotten. */
    private boolean leaves(Context context, int indentation) {
        return context != Context.FILE
                && startsLine(at)
                && lexed.indentation(tokens.get(at)) <= indentation
                && context.keyword(phrases, at).isEmpty()
                && around.stream().anyMatch(outer -> outer.keyword(phrases, at).isPresent());
    }

    private Statement statement(Context context) {
        int from = at;
        Optional<Phrases.Match> keyword = keyword(context, from);
        int indentation = lexed.indentation(tokens.get(from));
        int brackets = 0;
        while (at < tokens.size() && type(at) != KpiGrammarLexer.BRACE_CLOSE) {
            if (type(at) == KpiGrammarLexer.BRACE_OPEN) {
                int end = keyword.map(Phrases.Match::keyword)
                                .filter(Keyword.FORMULA::equals)
                                .isPresent()
                        ? bracesEnd()
                        : at;
                if (end == at) {
                    break;
                }
                at = end; // {(a − b) / b} groups a part of the formula: no block, and told so there
                continue;
            }
            if (at > from && startsLine(at) && ends(context, indentation, brackets)) {
                break;
            }
            if (oneLine && brackets == 0 && beginsOnSameLine(context, from, keyword)) {
                break;
            }
            brackets += Brackets.isOpen(tokens.get(at)) ? 1 : Brackets.isClose(tokens.get(at)) ? -1 : 0;
            at++;
        }
        List<Token> head = tokens.subList(from, at);
        Optional<Statement.Block> block = at < tokens.size() && type(at) == KpiGrammarLexer.BRACE_OPEN
                ? Optional.of(block(context, keyword.map(Phrases.Match::keyword), indentation))
                : Optional.empty();
        // A brace where a clause should begin: the clause is the block alone.
        List<Token> kept = head.isEmpty() ? List.of(tokens.get(from)) : List.copyOf(head);
        return new Statement(
                keyword.map(Phrases.Match::keyword),
                keyword.map(Phrases.Match::words).orElse(0),
                kept,
                block,
                lexed.span(tokens.get(from), tokens.get(at - 1)));
    }

    /**
     * In a block that opens and closes on one line a clause word begins a clause behind two blanks, where no operand can
     * stand: {@code { formula a / b   unit % }}.
     */
    private boolean beginsOnSameLine(Context context, int from, Optional<Phrases.Match> clause) {
        boolean apart = at > from + clause.map(Phrases.Match::words).orElse(0)
                && endsFigureOrName(type(at - 1))
                && gap() >= BLANKS_BETWEEN_CLAUSES;
        Optional<Phrases.Match> next = apart ? context.keyword(phrases, at) : Optional.empty();
        if (next.isEmpty()) {
            return false;
        }
        boolean unitOfInput = next.get().keyword() == Keyword.UNIT_CLAUSE
                && clause.filter(match -> match.keyword() == Keyword.INPUT).isPresent()
                && phrases.at(at, Slot.INPUT).isPresent();
        if (unitOfInput) {
            Span gap = lexed.between(tokens.get(at - 1), tokens.get(at));
            problems.add(Problem.of(SyntaxCode.CLAUSES_ON_ONE_LINE, lexed.span(tokens.get(at)))
                    .with("word", lexed.text(tokens.get(at)))
                    .edit(gap, " ")
                    .edit(gap, "\n"));
        }
        return !unitOfInput;
    }

    private static boolean endsFigureOrName(int type) {
        return switch (type) {
            case KpiGrammarLexer.WORD,
                    KpiGrammarLexer.ID,
                    KpiGrammarLexer.QUOTED_NAME,
                    KpiGrammarLexer.QUANTITY,
                    KpiGrammarLexer.PERCENT,
                    KpiGrammarLexer.TEXT,
                    KpiGrammarLexer.ROUND_CLOSE,
                    KpiGrammarLexer.SQUARE_CLOSE,
                    KpiGrammarLexer.SHELL_CLOSE -> true;
            default -> false;
        };
    }

    /** How many blanks stand before the token; a tab stop or a full-width blank is as wide as two. */
    private int gap() {
        String blanks = lexed.between(tokens.get(at - 1), tokens.get(at)).text();
        return blanks.indexOf('\t') >= 0 ? BLANKS_BETWEEN_CLAUSES : DisplayWidth.of(blanks);
    }

    private boolean closesOnItsLine(Token open) {
        int braces = 1;
        for (int i = at; i < tokens.size() && Lexed.sameLine(open, tokens.get(i)); i++) {
            braces += type(i) == KpiGrammarLexer.BRACE_OPEN ? 1 : type(i) == KpiGrammarLexer.BRACE_CLOSE ? -1 : 0;
            if (braces == 0) {
                return true;
            }
        }
        return false;
    }

    /** The index behind the brace that closes this one on its line; the same index if none does. */
    private int bracesEnd() {
        int braces = 0;
        for (int i = at; i < tokens.size() && Lexed.sameLine(tokens.get(at), tokens.get(i)); i++) {
            braces += type(i) == KpiGrammarLexer.BRACE_OPEN ? 1 : type(i) == KpiGrammarLexer.BRACE_CLOSE ? -1 : 0;
            if (braces == 0) {
                return i + 1;
            }
        }
        return at;
    }

    /** {@code formula changed} says that years do not compare only before a comma; else it is a formula. */
    private Optional<Phrases.Match> keyword(Context context, int from) {
        Optional<Phrases.Match> found = context.keyword(phrases, from);
        boolean changed =
                found.filter(match -> match.keyword() == Keyword.NOT_COMPARABLE).isPresent();
        int next = from + found.map(Phrases.Match::words).orElse(0);
        if (changed && (next >= tokens.size() || type(next) != KpiGrammarLexer.COMMA)) {
            return phrases.allAt(from, Slot.KPI).stream()
                    .filter(match -> match.keyword() == Keyword.FORMULA)
                    .findFirst();
        }
        // A name may be spelled like these: nobody writes an equals sign behind them by mistake.
        boolean named = found.map(Phrases.Match::keyword)
                        .filter(word -> word == Keyword.GRADE || word == Keyword.LIGHT || word == Keyword.RANK)
                        .isPresent()
                && next < tokens.size()
                && type(next) == KpiGrammarLexer.EQ;
        return named ? Optional.empty() : found;
    }

    private boolean ends(Context context, int indentation, int brackets) {
        if (lexed.indentation(tokens.get(at)) > indentation) {
            return false;
        }
        // An open bracket keeps a clause going, but not over the next one: then the bracket was never closed.
        boolean defines = at + 1 < tokens.size() && type(at + 1) == KpiGrammarLexer.EQ;
        return brackets <= 0 || defines || context.keyword(phrases, at).isPresent();
    }

    private Statement.Block block(Context context, Optional<Keyword> keyword, int indentation) {
        Token open = tokens.get(at++);
        if (keyword.isPresent() && ROWS.contains(keyword.get())) {
            return rows(open, indentation);
        }
        depth++;
        if (depth > problems.limit(Limit.NESTING)) {
            problems.exceeds(SyntaxCode.TOO_DEEP, Limit.NESTING, lexed.span(open));
            skip();
            depth--;
            return new Statement.Block(lexed.span(open, tokens.get(at - 1)), List.of(), List.of());
        }
        boolean outer = oneLine;
        oneLine = closesOnItsLine(open);
        around.push(context);
        List<Statement> statements = statements(keyword.map(Context::inside).orElse(Context.UNKNOWN), indentation);
        around.pop();
        oneLine = outer;
        depth--;
        return new Statement.Block(close(open), statements, List.of());
    }

    /** Over everything up to the brace that closes this one, without a stack. */
    private void skip() {
        int braces = 1;
        while (at < tokens.size() && braces > 0) {
            braces += type(at) == KpiGrammarLexer.BRACE_OPEN ? 1 : type(at) == KpiGrammarLexer.BRACE_CLOSE ? -1 : 0;
            at++;
        }
    }

    private Span close(Token open) {
        if (at < tokens.size() && type(at) == KpiGrammarLexer.BRACE_CLOSE) {
            return lexed.span(open, tokens.get(at++));
        }
        unclosed(open);
        return lexed.span(open, tokens.get(at - 1));
    }

    private void unclosed(Token open) {
        Span end = lexed.after(tokens.get(at - 1));
        String brace = lexed.text(open).equals("{") ? "}" : "｝";
        boolean oneLiner = Lexed.sameLine(open, tokens.get(at - 1));
        Problem.Builder problem = Problem.of(SyntaxCode.UNCLOSED_BLOCK, lexed.span(open))
                .with("close", brace)
                .edit(end, oneLiner ? " " + brace : "\n" + lexed.marginOfLine(open) + brace);
        if (at < tokens.size()) {
            problem.related(lexed.span(tokens.get(at)), "next-begins");
        }
        problems.add(problem);
    }

    /** Rows are text, not language: they end at a closing brace that begins a line, or closes the line it opened. */
    private Statement.Block rows(Token open, int indentation) {
        int from = at;
        while (at < tokens.size() && !closesRows(open)) {
            boolean outside = startsLine(at) && lexed.indentation(tokens.get(at)) <= indentation;
            if (outside && Context.FILE.keyword(phrases, at).isPresent()) {
                unclosed(open);
                return new Statement.Block(lexed.span(open, tokens.get(at - 1)), List.of(), rows(from));
            }
            at++;
        }
        List<kpi.dsl.syntax.DataRow> rows = rows(from);
        return new Statement.Block(close(open), List.of(), rows);
    }

    private boolean closesRows(Token open) {
        return type(at) == KpiGrammarLexer.BRACE_CLOSE && (startsLine(at) || Lexed.sameLine(open, tokens.get(at)));
    }

    private List<kpi.dsl.syntax.DataRow> rows(int from) {
        return Rows.of(lexed, tokens.subList(from, at), problems);
    }

    private boolean startsLine(int index) {
        return index == 0 || !Lexed.sameLine(tokens.get(index - 1), tokens.get(index));
    }

    private int type(int index) {
        return tokens.get(index).getType();
    }
}
