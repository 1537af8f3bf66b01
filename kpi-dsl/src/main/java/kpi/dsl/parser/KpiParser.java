package kpi.dsl.parser;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.CommonCode;
import kpi.diagnostic.Language;
import kpi.diagnostic.Limit;
import kpi.diagnostic.Limits;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.SourceFile;
import kpi.source.Source;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/**
 * Text to syntax tree. Never throws on any text: what is wrong comes back as problems, all of them in one run, and the
 * tree holds what could be kept.
 *
 * <p>Example: {@code KpiParser.formula(Source.of("formula", "a / b * 100%"), Limits.standard()).tree()}.
 */
public final class KpiParser {
    static {
        // Whatever tells of a stack that is used up is there before anything goes deep: a class whose initialisation
        // overflows can never be used again.
        Source nothing = Source.of("", "");
        for (Language language : Language.values()) {
            tooDeep(nothing, Limits.standard()).message(language);
        }
    }

    private KpiParser() {}

    /** The problem of a text that a host with little stack left could not take apart. */
    public static Problem tooDeep(Source source, Limits limits) {
        return Problem.of(SyntaxCode.TOO_DEEP, source.span(0, 0))
                .with("limit", Limit.NESTING.id())
                .with("value", limits.get(Limit.NESTING))
                .build();
    }

    /** Reads one formula, with its steps, and nothing behind it. */
    public static Parsed<Expression> formula(Source source, Limits limits) {
        Problems problems = new Problems(limits);
        Expression tree = readable(source, Limit.FORMULA_LENGTH, SyntaxCode.FORMULA_TOO_LONG, problems)
                ? formula(source, Grammar.plain(), problems)
                : new Expression.BrokenExpression(source.whole());
        return new Parsed<>(tree, problems.toList());
    }

    static Expression formula(Source source, Grammar grammar, Problems problems) {
        Lexed lexed = new Lexed(source);
        List<Token> tokens = lexed.tokens();
        if (tokens.isEmpty()) {
            problems.add(Problem.of(SyntaxCode.EMPTY_FORMULA, source.span(0, 0)));
            return new Expression.BrokenExpression(source.whole());
        }
        int before = problems.count();
        Concealed.check(lexed, problems);
        Optional<Expression> tree;
        try {
            tree = read(lexed, grammar, problems);
        } catch (StackOverflowError tooDeep) {
            // Depth is bounded before parsing, but nobody knows how much stack a host has left.
            problems.exceeds(SyntaxCode.TOO_DEEP, Limit.NESTING, source.span(0, 0));
            tree = Optional.empty();
        }
        return tree.filter(kept -> problems.count() == before)
                .orElseGet(() -> new Expression.BrokenExpression(source.whole()));
    }

    private static Optional<Expression> read(Lexed lexed, Grammar grammar, Problems problems) {
        List<Token> tokens = lexed.tokens();
        return ExpressionWords.of(lexed, tokens, 0, ExpressionWords.Mode.PLAIN, Set.of(), problems)
                .flatMap(words ->
                        grammar.parse(lexed, words, Grammar.Kind.EXPRESSION, KpiGrammarParser::formula, problems))
                .map(formula -> new ExpressionBuilder(lexed, problems).body(formula.body()));
    }

    /** Reads a KPI file. A clause that cannot be read is reported and kept as broken; the others are kept whole. */
    public static Parsed<SourceFile> file(Source source, Limits limits) {
        Problems problems = new Problems(limits);
        SourceFile tree = file(source, Grammar.plain(), problems);
        return new Parsed<>(tree, problems.toList());
    }

    static SourceFile file(Source source, Grammar grammar, Problems problems) {
        if (!readable(source, Limit.FILE_LENGTH, SyntaxCode.FILE_TOO_LONG, problems)) {
            return new SourceFile(source, source.whole(), List.of());
        }
        Lexed lexed = new Lexed(source);
        Concealed.check(lexed, problems);
        return new SourceFile(source, source.whole(), FileBuilder.declarations(lexed, grammar, problems));
    }

    /** Whether the text was read and is short enough to look at. */
    private static boolean readable(Source source, Limit limit, SyntaxCode tooLong, Problems problems) {
        Optional<Problem> fault = CommonCode.problemOf(source);
        if (fault.isPresent()) {
            problems.add(fault.get());
            return false;
        }
        String text = source.text();
        if (text.length() > problems.limit(limit) && text.codePointCount(0, text.length()) > problems.limit(limit)) {
            Span start = source.span(0, 0);
            problems.exceeds(tooLong, limit, start);
            return false;
        }
        return true;
    }
}
