package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.Figure;
import kpi.dsl.syntax.Label;
import kpi.dsl.syntax.MissingChildWord;
import kpi.dsl.syntax.NodeRule;
import kpi.dsl.syntax.RollUpWord;
import kpi.dsl.syntax.WeightEntry;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/** The lines of a scorecard about its own figure: how it is rolled up, what is missing, what must hold. */
final class NodeRuleBuilder {
    private final Reader reader;
    private final Nodes nodes;

    NodeRuleBuilder(Reader reader) {
        this.reader = reader;
        this.nodes = reader.nodes();
    }

    Optional<NodeRule> rule(Statement statement) {
        reader.refuseBlock(statement);
        return switch (statement.keyword().orElseThrow()) {
            case ROLL_UP -> rollUp(statement);
            case MISSING_CHILD ->
                reader.series(statement, SeriesWords.Kind.MISSING_CHILD, KpiGrammarParser::missingChild)
                        .map(context -> new NodeRule.MissingChild(statement.span(), missing(context)));
            case HOLD_HARMLESS ->
                reader.series(statement, SeriesWords.Kind.NODE, KpiGrammarParser::holdHarmless)
                        .map(context -> harmless(statement.span(), context));
            case COVERAGE ->
                Otherwise.lacks(reader, statement, false)
                        ? Optional.empty()
                        : reader.series(statement, SeriesWords.Kind.GATE, KpiGrammarParser::coverage)
                                .map(context -> coverage(statement.span(), context));
            default -> Otherwise.lacks(reader, statement, true) ? Optional.empty() : gate(statement);
        };
    }

    /** The weights of a child, in the order of the text. */
    List<WeightEntry> weights(KpiGrammarParser.WeightsContext context) {
        List<WeightEntry> weights = new ArrayList<>();
        for (int i = 0; i < context.FIGURE().size(); i++) {
            Figure figure = nodes.figure(context.FIGURE(i));
            weights.add(
                    context.PERIOD().isEmpty()
                            ? new WeightEntry(figure.span(), Optional.empty(), figure)
                            : new WeightEntry(
                                    nodes.span(context.PERIOD(i)).to(figure.span()),
                                    Optional.of(nodes.period(context.PERIOD(i))),
                                    figure));
        }
        return weights;
    }

    /** The words up to the steps are keywords of this clause alone; behind them it goes on as a formula does. */
    private Optional<NodeRule> rollUp(Statement statement) {
        List<Token> tokens = reader.tokens(statement);
        if (tokens.size() > 1 && tokens.get(1).getType() == KpiGrammarLexer.EQ) {
            return rollUpFormula(statement, tokens);
        }
        Phrases phrases = new Phrases(reader.lexed(), tokens);
        List<Token> read = new ArrayList<>(List.of(tokens.get(0)));
        int at = 1;
        for (Slot slot : List.of(Slot.ROLL_UP, Slot.ROLL_UP, Slot.MEASURE)) {
            at = keyword(tokens, phrases, at, slot, read);
        }
        boolean places = read.size() > 1 && read.get(1).getType() == KpiGrammarParser.RANK_SUM;
        if (places) {
            at = places(tokens, phrases, at, read);
        }
        int head = read.size();
        read.addAll(tokens.subList(at, tokens.size()));
        return reader.expression(read, head, ExpressionWords.Mode.PLAIN, KpiGrammarParser::rollUpClause)
                .flatMap(context -> rollUp(statement.span(), context));
    }

    /** Reads a keyword where there is one, and says where it goes on. */
    private int keyword(List<Token> tokens, Phrases phrases, int at, Slot slot, List<Token> read) {
        Optional<Phrases.Match> match = phrases.at(at, slot);
        if (match.isEmpty()) {
            return at;
        }
        int end = at + match.get().words();
        read.add(reader.lexed().as(match.get().keyword().type(), tokens.get(at), tokens.get(end - 1)));
        return end;
    }

    /** {@code of innovation, highest first, ties share the best place}. */
    private int places(List<Token> tokens, Phrases phrases, int from, List<Token> read) {
        int at = from;
        while (at < tokens.size()) {
            boolean comma = tokens.get(at).getType() == KpiGrammarLexer.COMMA;
            if (comma && phrases.at(at + 1, Slot.RANK).isEmpty()) {
                return at;
            }
            int end = keyword(tokens, phrases, at, Slot.RANK, read);
            if (end == at) {
                read.add(tokens.get(at++));
            } else {
                at = end;
            }
        }
        return at;
    }

    private Optional<NodeRule> rollUp(Span span, KpiGrammarParser.RollUpClauseContext context) {
        Optional<NodeRule.Places> places = Optional.empty();
        if (context.rollUpPlaces() != null) {
            KpiGrammarParser.RollUpPlacesContext said = context.rollUpPlaces();
            if (said.ties() == null) {
                RankBuilder.unsaid(reader, nodes.span(context));
                return Optional.empty();
            }
            places = Optional.of(
                    new NodeRule.Places(nodes.span(said), said.HIGHEST_FIRST() != null, RankBuilder.ties(said.ties())));
        }
        return Optional.of(new NodeRule.RollUp(
                span,
                method(context.rollUpMethod()),
                Optional.<KpiGrammarParser.MeasureContext>ofNullable(context.measure())
                        .map(SeriesBuilder::measure),
                Optional.<KpiGrammarParser.NameContext>ofNullable(context.name())
                        .map(nodes::id),
                places,
                Optional.empty(),
                reader.expressions().steps(context.step())));
    }

    private Optional<NodeRule> rollUpFormula(Statement statement, List<Token> tokens) {
        return reader.expression(tokens, 2, ExpressionWords.Mode.PLAIN, KpiGrammarParser::rollUpFormula)
                .map(context -> new NodeRule.RollUp(
                        statement.span(),
                        RollUpWord.FORMULA,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(reader.expressions().value(context.value())),
                        reader.expressions().steps(context.step())));
    }

    private NodeRule.HoldHarmless harmless(Span span, KpiGrammarParser.HoldHarmlessContext context) {
        List<Label> spared = new ArrayList<>();
        for (KpiGrammarParser.SparedContext each : context.spared()) {
            spared.add(
                    each.TEXT() != null
                            ? nodes.label(each.TEXT())
                            : new Label(nodes.span(each), nodes.id(each.id()).spelling()));
        }
        return new NodeRule.HoldHarmless(span, spared);
    }

    private static RollUpWord method(KpiGrammarParser.RollUpMethodContext context) {
        return switch (context.getStart().getType()) {
            case KpiGrammarParser.WEIGHTED_MEAN -> RollUpWord.WEIGHTED_MEAN;
            case KpiGrammarParser.CHILD_MEAN -> RollUpWord.MEAN;
            case KpiGrammarParser.CHILD_GEOMETRIC_MEAN -> RollUpWord.GEOMETRIC_MEAN;
            case KpiGrammarParser.CHILD_HARMONIC_MEAN -> RollUpWord.HARMONIC_MEAN;
            case KpiGrammarParser.CHILD_MIN -> RollUpWord.MIN;
            case KpiGrammarParser.CHILD_MAX -> RollUpWord.MAX;
            case KpiGrammarParser.CHILD_SUM -> RollUpWord.SUM;
            case KpiGrammarParser.WORST_CHILD -> RollUpWord.WORST_CHILD;
            case KpiGrammarParser.RANK_SUM -> RollUpWord.RANK_SUM;
            default -> RollUpWord.ATTAINED_SHARE;
        };
    }

    private static MissingChildWord missing(KpiGrammarParser.MissingChildContext context) {
        if (context.TOTAL_MISSING() != null) {
            return MissingChildWord.TOTAL_MISSING;
        }
        if (context.CHILD_LEFT_OUT() != null) {
            return MissingChildWord.LEFT_OUT;
        }
        if (context.SHARED_IN_PROPORTION() != null) {
            return MissingChildWord.SHARED_IN_PROPORTION;
        }
        return context.SHARED_EQUALLY() != null ? MissingChildWord.SHARED_EQUALLY : MissingChildWord.NOT_SHARED;
    }

    private NodeRule coverage(Span span, KpiGrammarParser.CoverageContext context) {
        NodeRule.Coverage.Of of = context.OF_THE_WEIGHT() != null
                ? NodeRule.Coverage.Of.WEIGHT
                : context.CHILDREN() != null ? NodeRule.Coverage.Of.CHILDREN : NodeRule.Coverage.Of.UNSAID;
        Optional<Figure> all =
                context.FIGURE().size() > 1 ? Optional.of(nodes.figure(context.FIGURE(1))) : Optional.empty();
        return new NodeRule.Coverage(span, nodes.figure(context.FIGURE(0)), of, all);
    }

    private Optional<NodeRule> gate(Statement statement) {
        if (!hasCondition(statement)) {
            return reader.series(statement, SeriesWords.Kind.GATE, KpiGrammarParser::gateEvery)
                    .map(context -> new NodeRule.Gate(
                            statement.span(),
                            Optional.of(new NodeRule.Every(
                                    nodes.span(context.every()).to(nodes.span(context.FIGURE())),
                                    nodes.span(context.every()),
                                    every(context.every()),
                                    nodes.figure(context.FIGURE()))),
                            Optional.empty(),
                            shut(context.shut())));
        }
        return gateWithCondition(statement).map(gate -> gate);
    }

    /** {@code gate when …, otherwise …}. */
    boolean hasCondition(Statement statement) {
        List<Token> tokens = reader.tokens(statement);
        Phrases phrases = new Phrases(reader.lexed(), tokens);
        boolean condition = phrases.at(1, Slot.EXPRESSION)
                .filter(match -> match.keyword() == Keyword.WHEN)
                .isPresent();
        return condition && lastComma(tokens, phrases) >= 0;
    }

    Optional<NodeRule.Gate> gateWithCondition(Statement statement) {
        List<Token> tokens = reader.tokens(statement);
        int comma = lastComma(tokens, new Phrases(reader.lexed(), tokens));
        List<Token> said = new ArrayList<>(List.of(reader.lexed().as(KpiGrammarParser.WHEN, tokens.get(1))));
        said.addAll(tokens.subList(2, comma));
        Optional<Expression> when = reader.expression(
                        said, 1, ExpressionWords.Mode.PLAIN, KpiGrammarParser::gateCondition)
                .map(context -> reader.expressions().value(context.value()));
        List<Token> rest = new ArrayList<>(List.of(tokens.get(0)));
        rest.addAll(tokens.subList(comma + 1, tokens.size()));
        Optional<NodeRule.Shut> shut = reader.series(rest, 1, SeriesWords.Kind.GATE, KpiGrammarParser::gateOtherwise)
                .map(context -> shut(context.shut()));
        return when.isPresent() && shut.isPresent()
                ? Optional.of(new NodeRule.Gate(statement.span(), Optional.empty(), when, shut.get()))
                : Optional.empty();
    }

    /** The comma before what happens otherwise. */
    private static int lastComma(List<Token> tokens, Phrases phrases) {
        for (int i = tokens.size() - 1; i > 0; i--) {
            if (tokens.get(i).getType() == KpiGrammarLexer.COMMA
                    && phrases.at(i + 1, Slot.GATE)
                            .filter(match -> match.keyword() == Keyword.IF_SHUT)
                            .isPresent()) {
                return i;
            }
        }
        return -1;
    }

    private static NodeRule.EveryWord every(KpiGrammarParser.EveryContext context) {
        return switch (context.getStart().getType()) {
            case KpiGrammarParser.EVERY_PERSPECTIVE -> NodeRule.EveryWord.PERSPECTIVE;
            case KpiGrammarParser.EVERY_OBJECTIVE -> NodeRule.EveryWord.OBJECTIVE;
            case KpiGrammarParser.EVERY_KPI -> NodeRule.EveryWord.KPI;
            default -> NodeRule.EveryWord.CHILD;
        };
    }

    NodeRule.Shut shut(KpiGrammarParser.ShutContext context) {
        Span span = nodes.span(context);
        if (context.NO_GRADE() != null) {
            return new NodeRule.Shut(span, NodeRule.Shut.Kind.NO_GRADE, Optional.empty(), Optional.empty());
        }
        if (context.NO_FIGURE() != null) {
            return new NodeRule.Shut(span, NodeRule.Shut.Kind.NO_FIGURE, Optional.empty(), Optional.empty());
        }
        if (context.FIGURE() != null) {
            Figure limit = nodes.figure(context.FIGURE());
            return new NodeRule.Shut(span, NodeRule.Shut.Kind.AT_MOST, Optional.of(limit), Optional.empty());
        }
        Label grade = context.TEXT() != null
                ? nodes.label(context.TEXT())
                : new Label(nodes.span(context.name()), nodes.id(context.name()).spelling());
        return new NodeRule.Shut(span, NodeRule.Shut.Kind.GRADE_AT_MOST, Optional.empty(), Optional.of(grade));
    }
}
