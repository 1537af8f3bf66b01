package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kpi.diagnostic.Limit;
import kpi.diagnostic.Problem;
import kpi.source.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** What every builder of clauses needs: the passes and the grammar, run over one clause. */
final class Reader {
    private final Lexed lexed;
    private final Problems problems;
    private final Set<String> unitWords;
    private final Grammar grammar;
    private final Nodes nodes;
    private final ExpressionBuilder expressions;

    Reader(Lexed lexed, Set<String> unitWords, Grammar grammar, Problems problems) {
        this.lexed = lexed;
        this.problems = problems;
        this.unitWords = unitWords;
        this.grammar = grammar;
        this.nodes = new Nodes(lexed);
        this.expressions = new ExpressionBuilder(lexed, problems);
    }

    /** The same, but what it finds wrong is told nobody. */
    Reader aside() {
        return new Reader(lexed, unitWords, grammar, problems.aside());
    }

    Lexed lexed() {
        return lexed;
    }

    Nodes nodes() {
        return nodes;
    }

    ExpressionBuilder expressions() {
        return expressions;
    }

    Set<String> unitWords() {
        return unitWords;
    }

    Problems problems() {
        return problems;
    }

    Grammar grammar() {
        return grammar;
    }

    /** The parse tree of a clause without expressions. */
    <T extends ParserRuleContext> Optional<T> series(
            Statement statement, SeriesWords.Kind kind, Function<KpiGrammarParser, T> rule) {
        return series(tokens(statement), statement.keyword().isPresent() ? 1 : 0, kind, rule);
    }

    <T extends ParserRuleContext> Optional<T> series(
            List<Token> tokens, int from, SeriesWords.Kind kind, Function<KpiGrammarParser, T> rule) {
        return SeriesWords.of(lexed, tokens, from, kind, unitWords, problems)
                .flatMap(words -> grammar.parse(lexed, words, Grammar.Kind.SERIES, rule, problems));
    }

    /** The parse tree of a clause with an expression behind its first tokens. */
    <T extends ParserRuleContext> Optional<T> expression(
            List<Token> tokens, int from, ExpressionWords.Mode mode, Function<KpiGrammarParser, T> rule) {
        if (isTooLong(tokens)) {
            return Optional.empty();
        }
        return ExpressionWords.of(lexed, tokens, from, mode, unitWords, problems)
                .flatMap(words -> grammar.parse(lexed, words, Grammar.Kind.EXPRESSION, rule, problems));
    }

    <T extends ParserRuleContext> Optional<T> expression(Statement statement, Function<KpiGrammarParser, T> rule) {
        return expression(tokens(statement), 1, ExpressionWords.Mode.PLAIN, rule);
    }

    /** The parse tree of an example, whose sections may stand on its line or in its block. */
    Optional<KpiGrammarParser.ExampleContext> example(Statement statement) {
        return ExampleWords.of(lexed, withBlock(statement), unitWords, problems)
                .flatMap(
                        words -> grammar.parse(lexed, words, Grammar.Kind.SERIES, KpiGrammarParser::example, problems));
    }

    /** The parse tree of a grade, whose bands stand in its block. */
    Optional<KpiGrammarParser.GradeClauseContext> grade(Statement statement) {
        return GradeWords.of(lexed, withBlock(statement), problems)
                .flatMap(words ->
                        grammar.parse(lexed, words, Grammar.Kind.SERIES, KpiGrammarParser::gradeClause, problems));
    }

    /** The parse tree of the bands in the block of an attainment. */
    Optional<KpiGrammarParser.CreditBandsContext> credits(Statement statement) {
        List<Token> own = tokens(statement);
        List<Token> bands = new ArrayList<>(List.of(own.get(0)));
        List<Token> all = withBlock(statement);
        bands.addAll(all.subList(own.size(), all.size()));
        return GradeWords.of(lexed, bands, problems)
                .flatMap(words ->
                        grammar.parse(lexed, words, Grammar.Kind.SERIES, KpiGrammarParser::creditBands, problems));
    }

    /** The parse tree of the bands of a judged dimension. */
    Optional<KpiGrammarParser.ScoreBandsContext> scoreBands(Statement statement) {
        return GradeWords.of(lexed, withBlock(statement), problems)
                .flatMap(words ->
                        grammar.parse(lexed, words, Grammar.Kind.SERIES, KpiGrammarParser::scoreBands, problems));
    }

    /** The parse tree of lights, whose bands stand in their block. */
    Optional<KpiGrammarParser.LightClauseContext> light(Statement statement) {
        return GradeWords.of(lexed, withBlock(statement), problems)
                .flatMap(words ->
                        grammar.parse(lexed, words, Grammar.Kind.SERIES, KpiGrammarParser::lightClause, problems));
    }

    /** The tokens of a clause and of the lines in its block. */
    private List<Token> withBlock(Statement statement) {
        List<Token> tokens = new ArrayList<>(tokens(statement));
        statement
                .block()
                .ifPresent(block -> block.statements().forEach(line -> {
                    refuseBlock(line);
                    tokens.addAll(line.head());
                }));
        return tokens;
    }

    private boolean isTooLong(List<Token> tokens) {
        Span span = lexed.span(tokens.get(0), tokens.get(tokens.size() - 1));
        long limit = problems.limit(Limit.FORMULA_LENGTH);
        if (span.end() - span.start() <= limit
                || span.source().text().codePointCount(span.start(), span.end()) <= limit) {
            return false;
        }
        problems.exceeds(SyntaxCode.FORMULA_TOO_LONG, Limit.FORMULA_LENGTH, lexed.span(tokens.get(0)));
        return true;
    }

    /** The tokens of a clause, its keyword as one. */
    List<Token> tokens(Statement statement) {
        if (statement.keyword().isEmpty()) {
            return statement.head();
        }
        List<Token> tokens = new ArrayList<>();
        int words = statement.words();
        tokens.add(lexed.as(
                statement.keyword().get().type(),
                statement.first(),
                statement.head().get(words - 1)));
        int from = statement.printsColon() ? words + 1 : words; // 單位：%
        tokens.addAll(statement.head().subList(from, statement.head().size()));
        return tokens;
    }

    /** Reports words between the keyword of a clause and its block. */
    void refuseWords(Statement statement) {
        int from = statement.printsColon() ? statement.words() + 1 : statement.words(); // 里程碑：{
        if (statement.block().isPresent() && statement.head().size() > from) {
            Span extra = lexed.span(statement.head().get(from));
            problems.add(Problem.of(SyntaxCode.UNEXPECTED, extra)
                    .with("found", extra)
                    .with("expected", "{"));
        }
    }

    /** Reports a block behind a clause that has none. */
    void refuseBlock(Statement statement) {
        statement
                .block()
                .ifPresent(block -> problems.add(Problem.of(
                                SyntaxCode.BLOCK_NOT_ALLOWED,
                                block.span()
                                        .source()
                                        .span(block.span().start(), block.span().start() + 1))
                        .with("word", lexed.span(statement.first()))));
    }

    /** The block of a clause that needs one; empty, with a problem reported, where there is none. */
    Optional<Statement.Block> needBlock(Statement statement) {
        if (statement.block().isEmpty()) {
            Span end = lexed.after(statement.head().get(statement.head().size() - 1));
            problems.add(Problem.of(SyntaxCode.BLOCK_MISSING, end)
                    .with("word", lexed.span(statement.first()))
                    .with("open", "{")
                    .with("close", "}")
                    .edit(end, " { }"));
        }
        return statement.block();
    }
}
