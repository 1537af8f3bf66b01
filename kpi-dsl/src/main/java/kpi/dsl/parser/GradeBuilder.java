package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.dsl.syntax.Band;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.Label;
import kpi.source.Span;

/** Grades (等級) and lights (燈號): bands as rules print them. */
final class GradeBuilder {
    private final Reader reader;
    private final Nodes nodes;

    GradeBuilder(Reader reader) {
        this.reader = reader;
        this.nodes = reader.nodes();
    }

    Optional<KpiClause> grade(Statement statement) {
        if (reader.needBlock(statement).isEmpty()) {
            return Optional.empty();
        }
        return reader.grade(statement).map(context -> {
            List<Band> bands = new ArrayList<>();
            context.band().forEach(band -> bands.add(band(band)));
            return new KpiClause.GradeClause(
                    statement.span(), Optional.ofNullable(context.measure()).map(SeriesBuilder::measure), bands);
        });
    }

    Optional<KpiClause> light(Statement statement) {
        if (reader.needBlock(statement).isEmpty()) {
            return Optional.empty();
        }
        return reader.light(statement).map(context -> {
            List<KpiClause.LightClause.Lamp> lamps = new ArrayList<>();
            context.lamp().forEach(lamp -> lamps.add(lamp(lamp)));
            return new KpiClause.LightClause(
                    statement.span(), Optional.ofNullable(context.measure()).map(SeriesBuilder::measure), lamps);
        });
    }

    private KpiClause.LightClause.Lamp lamp(KpiGrammarParser.LampContext context) {
        Label colour = label(context.name(0));
        Label word = context.TEXT().size() > 1 ? nodes.label(context.TEXT(0)) : label(context.name(1));
        Label shape = nodes.label(context.TEXT(context.TEXT().size() - 1));
        return new KpiClause.LightClause.Lamp(
                new Band(nodes.span(context), colour, edges(nodes, context.edge())), word, shape);
    }

    private Label label(KpiGrammarParser.NameContext name) {
        return new Label(nodes.span(name), nodes.id(name).spelling());
    }

    private Band band(KpiGrammarParser.BandContext context) {
        Label label = context.TEXT() != null ? nodes.label(context.TEXT()) : label(context.name());
        return new Band(nodes.span(context), label, edges(nodes, context.edge()));
    }

    static List<Band.Edge> edges(Nodes nodes, List<KpiGrammarParser.EdgeContext> contexts) {
        List<Band.Edge> edges = new ArrayList<>();
        contexts.forEach(edge -> edges.add(edge(nodes, edge)));
        return edges;
    }

    private static Band.Edge edge(Nodes nodes, KpiGrammarParser.EdgeContext context) {
        Span span = nodes.span(context);
        if (context instanceof KpiGrammarParser.EdgeBehindContext behind) {
            Band.Side side = behind.GRADE_FROM() != null ? Band.Side.AND_ABOVE : Band.Side.AND_BELOW;
            return new Band.Edge(span, side, nodes.figure(behind.FIGURE()));
        }
        KpiGrammarParser.EdgeBeforeContext before = (KpiGrammarParser.EdgeBeforeContext) context;
        Band.Side side = before.GRADE_OVER() != null ? Band.Side.ABOVE : Band.Side.BELOW;
        return new Band.Edge(span, side, nodes.figure(before.FIGURE()));
    }
}
