package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.dsl.syntax.Id;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.NodeRule;
import kpi.dsl.syntax.ScorecardItem;
import kpi.dsl.syntax.WeightEntry;
import org.jspecify.annotations.Nullable;

/** What stands inside a scorecard. */
final class ScorecardBuilder {
    private final Reader reader;
    private final Nodes nodes;
    private final KpiBuilder clauses;

    ScorecardBuilder(Reader reader) {
        this.reader = reader;
        this.nodes = reader.nodes();
        this.clauses = new KpiBuilder(reader);
    }

    List<ScorecardItem> items(List<Statement> statements) {
        List<ScorecardItem> items = new ArrayList<>();
        statements.forEach(statement -> items.addAll(items(statement)));
        return items;
    }

    private List<ScorecardItem> items(Statement statement) {
        if (statement.keyword().isEmpty()) {
            return references(statement);
        }
        return switch (statement.keyword().get()) {
            case PERSPECTIVE -> perspective(statement);
            case OBJECTIVE -> objective(statement);
            case SUMMARY -> summary(statement);
            case ROLL_UP, MISSING_CHILD, HOLD_HARMLESS, COVERAGE, GATE ->
                new NodeRuleBuilder(reader)
                        .rule(statement)
                        .<List<ScorecardItem>>map(List::of)
                        .orElse(List.of());
            case UNIT_CLAUSE, GRADE, RANK, EXAMPLE, LAW ->
                List.of(new NodeRule.Clause(statement.span(), clauses.clause(statement)));
            default -> {
                KpiClause clause = clauses.clause(statement);
                if (clause instanceof KpiClause.LightClause light && light.isOfTheNode()) {
                    yield List.of(new NodeRule.Clause(statement.span(), clause));
                }
                if (clause instanceof KpiClause.PublishedClause published) {
                    yield List.of(published);
                }
                // A broken rule stays one: the KPIs below must not be judged without it.
                yield List.of(new ScorecardItem.Rule(statement.span(), clause));
            }
        };
    }

    private List<ScorecardItem> perspective(Statement statement) {
        Optional<KpiGrammarParser.PerspectiveHeadContext> head =
                reader.series(statement, SeriesWords.Kind.NODE, KpiGrammarParser::perspectiveHead);
        List<ScorecardItem> items = block(statement);
        // What stands in it is kept even where its name cannot be read.
        return head.<List<ScorecardItem>>map(context -> List.of(new ScorecardItem.Perspective(
                        statement.span(), nodes.label(context.TEXT()), weights(context.weights()), items)))
                .orElse(items);
    }

    private List<ScorecardItem> objective(Statement statement) {
        Optional<KpiGrammarParser.ObjectiveHeadContext> head =
                reader.series(statement, SeriesWords.Kind.NODE, KpiGrammarParser::objectiveHead);
        List<ScorecardItem> items = block(statement);
        return head.<List<ScorecardItem>>map(context -> List.of(new ScorecardItem.Objective(
                        statement.span(),
                        Optional.ofNullable(context.id()).map(nodes::id),
                        nodes.optionalLabel(context.TEXT()),
                        weights(context.weights()),
                        items)))
                .orElse(items);
    }

    private List<WeightEntry> weights(KpiGrammarParser.@Nullable WeightsContext context) {
        return context == null ? List.of() : new NodeRuleBuilder(reader).weights(context);
    }

    private List<ScorecardItem> block(Statement statement) {
        return reader.needBlock(statement)
                .map(block -> items(block.statements()))
                .orElse(List.of());
    }

    private List<ScorecardItem> summary(Statement statement) {
        reader.refuseBlock(statement);
        return reader.series(statement, SeriesWords.Kind.SUMMARY, KpiGrammarParser::summary)
                .<List<ScorecardItem>>map(
                        context -> List.of(new ScorecardItem.Summary(statement.span(), nodes.ids(context.ids()))))
                .orElse(List.of());
    }

    private List<ScorecardItem> references(Statement statement) {
        boolean alone = statement.head().size() == 1
                || statement.head().get(1).getType() == KpiGrammarLexer.SEPARATOR
                || statement.head().get(1).getType() == KpiGrammarLexer.COMMA
                || statement.head().get(1).getType() == KpiGrammarLexer.QUANTITY
                || statement.head().get(1).getType() == KpiGrammarLexer.MINUS
                || statement.first().getType() == KpiGrammarLexer.ID;
        boolean word = statement.first().getType() == KpiGrammarLexer.WORD;
        boolean dotted = !alone && statement.head().get(1).getType() == KpiGrammarLexer.DOT;
        if (word && !alone && !dotted || statement.block().isPresent() && word) {
            UnknownWord.report(reader, Context.SCORECARD, statement);
            return List.of();
        }
        reader.refuseBlock(statement);
        List<ScorecardItem> references = new ArrayList<>();
        reader.series(statement, SeriesWords.Kind.IDS, KpiGrammarParser::kpiReferences)
                .ifPresent(context -> {
                    if (context instanceof KpiGrammarParser.PlainReferencesContext plain) {
                        for (Id id : nodes.ids(plain.ids())) {
                            references.add(new ScorecardItem.KpiReference(id.span(), id, List.of()));
                        }
                        return;
                    }
                    for (KpiGrammarParser.WeightedContext child :
                            ((KpiGrammarParser.WeightedReferencesContext) context).weighted()) {
                        references.add(new ScorecardItem.KpiReference(
                                nodes.span(child), nodes.id(child.id()), weights(child.weights())));
                    }
                });
        return references;
    }
}
