package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.AttainedRule;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.Expression.BrokenExpression;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.Label;
import kpi.dsl.syntax.QualifiedName;
import kpi.dsl.syntax.UnitWord;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/** The clauses of a KPI. One that cannot be read is kept as broken, so that the others still make sense. */
final class KpiBuilder {
    private final Reader reader;
    private final Nodes nodes;
    private final SeriesBuilder series;

    KpiBuilder(Reader reader) {
        this.reader = reader;
        this.nodes = reader.nodes();
        this.series = new SeriesBuilder(reader);
    }

    List<KpiClause> clauses(List<Statement> statements) {
        List<KpiClause> clauses = new ArrayList<>();
        statements.forEach(statement -> clauses.add(clause(statement)));
        return clauses;
    }

    KpiClause clause(Statement statement) {
        int before = reader.problems().count();
        if (statement.keyword().isEmpty()) {
            return Definitions.nameEnd(statement.head()) > 0
                    ? definition(statement)
                    : broken(statement, () -> UnknownWord.report(reader, Context.KPI, statement), before);
        }
        Keyword keyword = statement.keyword().get();
        int sign = Definitions.nameEnd(statement.head());
        if (sign > 0 && isLevel(keyword)) {
            return definition(statement); // measures call their own figures so, too: threshold = …
        }
        if (statement.words() == 1 && sign > 0) {
            return broken(statement, () -> equalsAfterKeyword(statement, sign), before);
        }
        if (Habits.report(reader, statement)) {
            return broken(statement, () -> {}, before);
        }
        boolean hasBlock = switch (keyword) {
            case POINTS, MILESTONES, EXAMPLE, VERSION, DATA, GRADE, LIGHT, DEFINE, ATTAINMENT_CLAUSE -> true;
            default -> false;
        };
        if (!hasBlock) {
            reader.refuseBlock(statement);
        }
        Optional<KpiClause> read = read(statement, keyword);
        // Half a clause would compute something else than was meant. A formula and a version say what is broken in
        // them; inputs are declared, whatever is wrong with their figures.
        boolean whole = reader.problems().count() == before;
        boolean saysSo = switch (keyword) {
            case FORMULA, VERSION, DEFINE, INPUT -> true;
            default -> false;
        };
        return read.filter(clause -> whole || saysSo).orElseGet(() -> broken(statement, () -> {}, before));
    }

    private static boolean isLevel(Keyword keyword) {
        return switch (keyword) {
            case BASELINE, THRESHOLD, BENCHMARK, STRETCH, LEGAL_FLOOR -> true;
            default -> false;
        };
    }

    private KpiClause broken(Statement statement, Runnable report, int before) {
        report.run();
        if (reader.problems().count() == before) {
            throw new IllegalStateException("a clause broken without a problem");
        }
        return new KpiClause.BrokenClause(statement.span(), reader.lexed().text(statement.first()));
    }

    private void equalsAfterKeyword(Statement statement, int at) {
        Span word = reader.lexed().span(statement.first());
        Span sign = reader.lexed().span(statement.head().get(at));
        reader.problems()
                .add(Problem.of(SyntaxCode.EQUALS_AFTER_KEYWORD, sign)
                        .with("keyword", word)
                        .edit(sign, "")
                        .edit(word, "【" + word.text() + "】"));
    }

    private Optional<KpiClause> read(Statement statement, Keyword keyword) {
        Span span = statement.span();
        return switch (keyword) {
            case SOURCE -> text(statement).map(label -> new KpiClause.Source(span, label));
            case OWNER -> text(statement).map(label -> new KpiClause.Owner(span, label));
            case AUTHORITY -> text(statement).map(label -> new KpiClause.Authority(span, label));
            case PRINTED -> text(statement).map(label -> new KpiClause.PrintedText(span, label));
            case ANNOTATION -> text(statement).map(label -> new KpiClause.Note(span, label));
            case INPUT ->
                reader.series(statement, SeriesWords.Kind.INPUT, KpiGrammarParser::inputs)
                        .or(() -> namesOfInputs(statement))
                        .map(context -> series.inputs(span, context));
            case REPORTED -> reported(statement);
            case TARGET_CLAUSE -> new TargetBuilder(reader, series).targets(statement);
            case BASELINE, THRESHOLD, BENCHMARK, STRETCH, LEGAL_FLOOR ->
                new LevelBuilder(reader).level(statement, keyword);
            case PUBLISHED -> published(statement);
            case GRADE -> new GradeBuilder(reader).grade(statement);
            case LIGHT -> new GradeBuilder(reader).light(statement);
            case RANK -> new RankBuilder(reader).rank(statement);
            case DATA -> new TableBuilder(reader).datasets(statement).map(tables -> new KpiClause.Tables(span, tables));
            case DEFINE ->
                new DefineBuilder(reader).define(statement).map(define -> new KpiClause.Define(span, define));
            case FORMULA -> Optional.of(formula(statement));
            case MISSING_CLAUSE,
                    NOT_REPORTED_CLAUSE,
                    NOT_APPLICABLE_CLAUSE,
                    MEANINGLESS_CLAUSE,
                    NOT_YET_RELEASED_CLAUSE,
                    UNDEFINED_CLAUSE -> new MissingBuilder(reader).clause(statement);
            case UNIT_CLAUSE -> unit(statement);
            case ACTUAL_CLAUSE -> new MilestonesBuilder(reader).actual(statement);
            case DIRECTION -> new DirectionBuilder(reader).direction(statement).map(clause -> clause);
            case ATTAINMENT_CLAUSE -> new AttainmentBuilder(reader).attainment(statement);
            case ATTAINED, ATTAINED_WHEN -> attained(statement);
            case POINTS -> Optional.of(new PointsBuilder(reader).points(statement));
            case MILESTONES -> new MilestonesBuilder(reader).milestones(statement);
            case EXAMPLE -> reader.example(statement).map(context -> new ExampleBuilder(reader).example(span, context));
            case VERSION -> version(statement);
            case NOT_COMPARABLE -> notComparable(statement);
            case LAW -> new LawBuilder(reader).laws(statement);
            default -> {
                UnknownWord.report(reader, Context.KPI, statement);
                yield Optional.empty();
            }
        };
    }

    /** Inputs whose figures cannot be read, without these: what uses them need not be told that there are none. */
    private Optional<KpiGrammarParser.InputsContext> namesOfInputs(Statement statement) {
        List<Token> names = new ArrayList<>();
        boolean figures = false;
        for (Token token : reader.tokens(statement)) {
            boolean newLine = !names.isEmpty() && !Lexed.sameLine(names.get(names.size() - 1), token);
            figures = !newLine && figures || token.getType() == KpiGrammarLexer.QUANTITY;
            if (!figures) {
                names.add(token);
            }
        }
        return reader.aside().series(names, 1, SeriesWords.Kind.INPUT, KpiGrammarParser::inputs);
    }

    private Optional<Label> text(Statement statement) {
        return reader.series(statement, SeriesWords.Kind.TEXT, KpiGrammarParser::textClause)
                .map(context -> nodes.label(context.TEXT()));
    }

    /** A formula that cannot be read stays a formula: nobody need be told that there is none. */
    private KpiClause formula(Statement statement) {
        int before = reader.problems().count();
        Expression value = reader.expression(statement, KpiGrammarParser::formulaClause)
                .map(context -> reader.expressions().body(context.body()))
                .filter(read -> reader.problems().count() == before)
                .orElseGet(() -> new BrokenExpression(behindKeyword(statement)));
        return new KpiClause.FormulaClause(statement.span(), value);
    }

    /** The name stays declared even where its value cannot be read. */
    private KpiClause definition(Statement statement) {
        int before = reader.problems().count();
        reader.refuseBlock(statement);
        List<Token> tokens = Definitions.mergeQualifier(reader.lexed(), statement.head());
        int from = Definitions.nameEnd(tokens) + 1;
        Optional<KpiGrammarParser.DefinitionContext> read = from == tokens.size()
                ? reader.grammar()
                        .parse(
                                reader.lexed(),
                                tokens,
                                Grammar.Kind.EXPRESSION,
                                KpiGrammarParser::definition,
                                reader.problems())
                : reader.expression(tokens, from, ExpressionWords.Mode.PLAIN, KpiGrammarParser::definition);
        QualifiedName name = Definitions.name(reader.lexed(), tokens);
        Expression value = read.map(context -> reader.expressions().body(context.body()))
                .filter(kept -> reader.problems().count() == before)
                .orElseGet(() -> new BrokenExpression(statement.span()));
        return new KpiClause.Definition(statement.span(), name, value);
    }

    private Span behindKeyword(Statement statement) {
        List<Token> head = statement.head();
        return statement.words() < head.size()
                ? reader.lexed().span(head.get(statement.words()), head.get(head.size() - 1))
                : statement.span();
    }

    private Optional<KpiClause> unit(Statement statement) {
        return reader.series(statement, SeriesWords.Kind.UNIT, KpiGrammarParser::unitClause)
                .map(context -> {
                    Optional<UnitWord> shown =
                            Optional.ofNullable(context.shownIn()).map(shownIn -> nodes.unit(shownIn.UNIT()));
                    return new KpiClause.UnitClause(statement.span(), nodes.unit(context.UNIT()), shown);
                });
    }

    private Optional<KpiClause> reported(Statement statement) {
        Phrases phrases = new Phrases(reader.lexed(), statement.head());
        boolean fromFile = phrases.at(statement.words(), Slot.TABLE)
                .filter(match -> match.keyword() == Keyword.FROM_FILE)
                .isPresent();
        if (fromFile) {
            return reader.series(statement, SeriesWords.Kind.REPORTED_FILE, KpiGrammarParser::reportedFile)
                    .map(context -> new KpiClause.ReportedFile(
                            statement.span(),
                            nodes.labels(context.labels().TEXT()),
                            Optional.ofNullable(context.TEXT()).map(nodes::label)));
        }
        return reader.series(statement, SeriesWords.Kind.REPORTED, KpiGrammarParser::reportedClause)
                .map(context -> series.reported(statement.span(), context));
    }

    private Optional<KpiClause> published(Statement statement) {
        Phrases phrases = new Phrases(reader.lexed(), statement.head());
        if (phrases.at(statement.words(), Slot.PUBLISHED).isPresent()) {
            return reader.series(statement, SeriesWords.Kind.PUBLISHED_COLUMN, KpiGrammarParser::publishedColumn)
                    .map(context -> new KpiClause.PublishedColumn(statement.span(), nodes.id(context.id())));
        }
        return reader.series(statement, SeriesWords.Kind.PUBLISHED, KpiGrammarParser::publishedClause)
                .map(context -> series.published(statement.span(), context));
    }

    private Optional<KpiClause> attained(Statement statement) {
        List<Token> head = statement.head();
        boolean asserted = statement.keyword().filter(Keyword.ATTAINED::equals).isPresent()
                && head.size() > 1
                && head.get(1).getType() == KpiGrammarLexer.QUANTITY;
        if (asserted) {
            return reader.series(statement, SeriesWords.Kind.ASSERTED, KpiGrammarParser::assertedClause)
                    .map(context -> new KpiClause.AttainedClause(
                            statement.span(),
                            new AttainedRule.Asserted(
                                    statement.span(), nodes.period(context.PERIOD()), nodes.label(context.TEXT()))));
        }
        List<Token> tokens = reader.tokens(statement);
        Optional<Phrases.Match> meets = new Phrases(reader.lexed(), tokens).at(1, Slot.ATTAINED);
        if (meets.isPresent() && tokens.size() == 1 + meets.get().words()) {
            Span words = reader.lexed().span(tokens.get(1), tokens.get(tokens.size() - 1));
            return Optional.of(
                    new KpiClause.AttainedClause(statement.span(), new AttainedRule.WhenActualMeetsTarget(words)));
        }
        return reader.expression(statement, KpiGrammarParser::attainedClause).map(context -> {
            Expression condition = reader.expressions().value(context.value());
            return new KpiClause.AttainedClause(
                    statement.span(), new AttainedRule.WhenAttainment(condition.span(), condition));
        });
    }

    private Optional<KpiClause> version(Statement statement) {
        Optional<KpiGrammarParser.VersionHeadContext> head =
                reader.series(statement, SeriesWords.Kind.VERSION, KpiGrammarParser::versionHead);
        List<KpiClause> clauses = reader.needBlock(statement)
                .map(block -> clauses(block.statements()))
                .orElse(List.of());
        return head.map(context -> new KpiClause.VersionClause(
                statement.span(), nodes.period(context.PERIOD()), nodes.optionalLabel(context.TEXT()), clauses));
    }

    private Optional<KpiClause> notComparable(Statement statement) {
        List<Token> rest =
                statement.head().subList(statement.words(), statement.head().size());
        StringBuilder words = new StringBuilder();
        rest.forEach(token -> words.append(reader.lexed().text(token)).append(' '));
        String said = Folding.narrow(words.toString()).strip();
        if (said.equals(", 不適用") || said.equals(", not comparable")) {
            return Optional.of(new KpiClause.NotComparable(
                    statement.span(), statement.span().text()));
        }
        Span at = rest.size() > 1
                ? reader.lexed().span(rest.get(1))
                : reader.lexed().after(rest.get(rest.size() - 1));
        reader.problems()
                .add(Problem.of(SyntaxCode.UNEXPECTED, at)
                        .with("found", at)
                        .with("expected", new kpi.diagnostic.LocalText("不適用", "not comparable")));
        return Optional.empty();
    }
}
