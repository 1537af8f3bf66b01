package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.dsl.syntax.Band;
import kpi.dsl.syntax.CombinationWord;
import kpi.dsl.syntax.Declaration;
import kpi.dsl.syntax.DimensionClause;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.Figure;
import kpi.dsl.syntax.Id;
import kpi.dsl.syntax.Label;
import kpi.dsl.syntax.PeriodWord;
import kpi.dsl.syntax.ScoreBandsWord;
import kpi.dsl.syntax.StageRule;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/** Judged dimensions (評分面向): scale, rubric, stages, score. */
final class DimensionBuilder {
    private final Reader reader;
    private final Nodes nodes;

    DimensionBuilder(Reader reader) {
        this.reader = reader;
        this.nodes = reader.nodes();
    }

    Optional<Declaration> dimension(Statement statement) {
        Optional<KpiGrammarParser.DimensionHeadContext> head =
                reader.series(statement, SeriesWords.Kind.RATED, KpiGrammarParser::dimensionHead);
        List<DimensionClause> clauses = new ArrayList<>();
        reader.needBlock(statement).ifPresent(block -> block.statements().forEach(line -> clauses.add(clause(line))));
        return head.map(context -> new Declaration.DimensionDeclaration(
                statement.span(),
                nodes.id(context.id()),
                nodes.optionalLabel(context.TEXT()),
                Optional.<org.antlr.v4.runtime.tree.TerminalNode>ofNullable(context.PERIOD())
                        .<PeriodWord>map(nodes::period),
                clauses));
    }

    private DimensionClause clause(Statement statement) {
        DimensionClause broken = new DimensionClause.Broken(statement.span());
        if (statement.keyword().isEmpty()) {
            UnknownWord.report(reader, Context.DIMENSION, statement);
            return broken;
        }
        Optional<DimensionClause> read = switch (statement.keyword().get()) {
            case SCALE -> scale(statement);
            case RUBRIC -> rubric(statement);
            case STAGE -> stage(statement);
            case SCORE_BANDS -> bands(statement).map(DimensionClause.Bands::new);
            default -> score(statement);
        };
        return read.orElse(broken);
    }

    private Optional<DimensionClause> scale(Statement statement) {
        reader.refuseBlock(statement);
        return reader.series(statement, SeriesWords.Kind.RATED, KpiGrammarParser::scale)
                .map(context -> new DimensionClause.Scale(
                        statement.span(),
                        nodes.figure(context.FIGURE(0)),
                        nodes.figure(context.FIGURE(1)),
                        context.WHOLE_SCORES() != null));
    }

    private Optional<DimensionClause> rubric(Statement statement) {
        Optional<KpiGrammarParser.RubricHeadContext> head =
                reader.series(statement, SeriesWords.Kind.RATED, KpiGrammarParser::rubricHead);
        int before = reader.problems().count();
        List<DimensionClause.Criterion> criteria = new ArrayList<>();
        reader.needBlock(statement)
                .ifPresent(block ->
                        block.statements().forEach(line -> criterion(line).ifPresent(criteria::add)));
        boolean whole = reader.problems().count() == before;
        return head.filter(context -> whole).map(context -> new DimensionClause.Rubric(statement.span(), criteria));
    }

    private Optional<DimensionClause.Criterion> criterion(Statement statement) {
        List<DimensionClause.Level> levels = new ArrayList<>();
        statement
                .block()
                .ifPresent(block -> block.statements().forEach(line -> {
                    reader.refuseBlock(line);
                    reader.series(line, SeriesWords.Kind.RATED, KpiGrammarParser::levels)
                            .ifPresent(context -> context.level().forEach(level -> levels.add(level(level))));
                }));
        return reader.series(statement, SeriesWords.Kind.RATED, KpiGrammarParser::criterion)
                .map(context -> new DimensionClause.Criterion(
                        statement.span(), nodes.id(context.name()), nodes.figure(context.FIGURE()), levels));
    }

    private DimensionClause.Level level(KpiGrammarParser.LevelContext context) {
        return new DimensionClause.Level(
                nodes.span(context),
                nodes.figure(context.FIGURE(0)),
                nodes.figure(context.FIGURE(1)),
                nodes.label(context.TEXT()));
    }

    private Optional<DimensionClause> stage(Statement statement) {
        Optional<KpiGrammarParser.StageHeadContext> head =
                reader.series(statement, SeriesWords.Kind.RATED, KpiGrammarParser::stageHead);
        List<StageRule> rules = new ArrayList<>();
        reader.needBlock(statement).ifPresent(block -> block.statements().forEach(line -> rules.add(rule(line))));
        return head.map(context -> {
            List<Figure> figures = new ArrayList<>();
            context.FIGURE().forEach(figure -> figures.add(nodes.figure(figure)));
            List<Label> scorers = context.labels() == null
                    ? List.of()
                    : nodes.labels(context.labels().TEXT());
            return new DimensionClause.Stage(
                    statement.span(),
                    nodes.id(context.id()),
                    nodes.optionalLabel(context.TEXT()),
                    figures.stream().findFirst(),
                    scorers,
                    figures.stream().skip(1).findFirst(),
                    rules);
        });
    }

    private StageRule rule(Statement statement) {
        StageRule broken = new StageRule.Broken(statement.span());
        if (statement.keyword().isEmpty()) {
            UnknownWord.report(reader, Context.STAGE, statement);
            return broken;
        }
        if (statement.keyword().get() == Keyword.SCORE_BANDS) {
            return bands(statement).<StageRule>map(StageRule.Bands::new).orElse(broken);
        }
        reader.refuseBlock(statement);
        Optional<StageRule> read = switch (statement.keyword().get()) {
            case EACH_SCORER, ALL_SCORERS -> scoring(statement);
            case MISSING_SCORER ->
                reader.series(statement, SeriesWords.Kind.RATED, KpiGrammarParser::missingScorer)
                        .map(context ->
                                new StageRule.MissingScorer(statement.span(), context.SCORER_LEFT_OUT() != null));
            default ->
                reader.series(statement, SeriesWords.Kind.RATED, KpiGrammarParser::asGiven)
                        .map(context -> asGiven(statement.span(), context));
        };
        return read.orElse(broken);
    }

    private Optional<ScoreBandsWord> bands(Statement statement) {
        if (reader.needBlock(statement).isEmpty()) {
            return Optional.empty();
        }
        return reader.scoreBands(statement).map(context -> {
            List<ScoreBandsWord.Worth> bands = new ArrayList<>();
            context.scoreBand().forEach(band -> {
                Figure worth = nodes.figure(band.FIGURE());
                Optional<Label> level = nodes.optionalLabel(band.TEXT());
                Label label = level.orElseGet(
                        () -> new Label(worth.span(), worth.span().text()));
                bands.add(new ScoreBandsWord.Worth(
                        worth, level, new Band(nodes.span(band), label, GradeBuilder.edges(nodes, band.edge()))));
            });
            return new ScoreBandsWord(statement.span(), bands);
        });
    }

    private StageRule asGiven(Span span, KpiGrammarParser.AsGivenContext context) {
        Optional<StageRule.Departure> within = context.FIGURE() == null
                ? Optional.empty()
                : Optional.of(new StageRule.Departure(
                        nodes.span(context.DEPARTS()).to(nodes.span(context.id())),
                        nodes.figure(context.FIGURE()),
                        nodes.id(context.id())));
        return new StageRule.AsGiven(span, within, context.WITH_REASON() != null);
    }

    /** Which way is meant is a keyword of this line alone; behind it steps follow as behind a formula. */
    private Optional<StageRule> scoring(Statement statement) {
        List<Token> tokens = reader.tokens(statement);
        List<Token> read = new ArrayList<>(List.of(tokens.get(0)));
        Optional<Phrases.Match> how = new Phrases(reader.lexed(), tokens).at(1, Slot.COMBINATION);
        int at = 1;
        if (how.isPresent()) {
            at += how.get().words();
            read.add(reader.lexed().as(how.get().keyword().type(), tokens.get(1), tokens.get(at - 1)));
        }
        int head = read.size();
        read.addAll(tokens.subList(at, tokens.size()));
        return reader.expression(read, head, ExpressionWords.Mode.PLAIN, KpiGrammarParser::scoring)
                .map(context -> new StageRule.Scoring(
                        statement.span(),
                        context.ALL_SCORERS() != null,
                        combination(context.combination()),
                        reader.expressions().steps(context.step())));
    }

    private static CombinationWord combination(KpiGrammarParser.CombinationContext context) {
        return switch (context.getStart().getType()) {
            case KpiGrammarParser.CRITERIA_WEIGHTED -> CombinationWord.CRITERIA_WEIGHTED;
            case KpiGrammarParser.CRITERIA_MEAN -> CombinationWord.CRITERIA_MEAN;
            case KpiGrammarParser.CRITERIA_SUM -> CombinationWord.CRITERIA_SUM;
            case KpiGrammarParser.CRITERIA_MIN -> CombinationWord.CRITERIA_MIN;
            case KpiGrammarParser.CRITERIA_MAX -> CombinationWord.CRITERIA_MAX;
            case KpiGrammarParser.SCORERS_MEAN -> CombinationWord.SCORERS_MEAN;
            case KpiGrammarParser.SCORERS_TRIMMED -> CombinationWord.SCORERS_TRIMMED;
            case KpiGrammarParser.SCORERS_MEDIAN -> CombinationWord.SCORERS_MEDIAN;
            case KpiGrammarParser.SCORERS_MIN -> CombinationWord.SCORERS_MIN;
            case KpiGrammarParser.SCORERS_MAX -> CombinationWord.SCORERS_MAX;
            case KpiGrammarParser.SCORERS_SUM -> CombinationWord.SCORERS_SUM;
            default -> CombinationWord.AS_GIVEN;
        };
    }

    /** A stage by its name, and others where it has no score; anything else is a formula. */
    private Optional<DimensionClause> score(Statement statement) {
        reader.refuseBlock(statement);
        if (choosesStages(statement)) {
            return reader.series(statement, SeriesWords.Kind.RATED, KpiGrammarParser::scoreChoice)
                    .map(context -> {
                        List<DimensionClause.Choice> choices = new ArrayList<>();
                        for (KpiGrammarParser.StageChoiceContext choice : context.stageChoice()) {
                            Id stage = nodes.id(choice.id());
                            choices.add(new DimensionClause.Choice(
                                    nodes.span(choice), stage, choice.AS_PROVISIONAL() != null));
                        }
                        return new DimensionClause.Score(statement.span(), choices);
                    });
        }
        int before = reader.problems().count();
        Optional<Expression> value = reader.expression(statement, KpiGrammarParser::scoreFormula)
                .map(context -> reader.expressions().body(context.body()))
                .filter(read -> reader.problems().count() == before);
        return value.map(formula -> new DimensionClause.ScoreFormula(statement.span(), formula));
    }

    private boolean choosesStages(Statement statement) {
        List<Token> tokens = reader.tokens(statement);
        if (tokens.size() < 2 || !Operands.isName(tokens.get(1).getType())) {
            return false;
        }
        Phrases phrases = new Phrases(reader.lexed(), tokens);
        return tokens.size() == 2
                || phrases.at(2, Slot.RATED).isPresent()
                || tokens.get(2).getType() == KpiGrammarLexer.COMMA
                        && phrases.at(3, Slot.RATED)
                                .filter(match -> match.keyword() == Keyword.ELSE_STAGE)
                                .isPresent();
    }
}
