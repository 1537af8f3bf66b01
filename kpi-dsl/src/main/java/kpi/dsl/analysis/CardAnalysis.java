package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Declaration.ScorecardDeclaration;
import kpi.dsl.syntax.Id;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.Label;
import kpi.dsl.syntax.ScorecardItem;
import kpi.model.CardNode;
import kpi.source.Span;

/** The tree of a scorecard, and the rules it gives the KPIs below it; the nearest rule wins. */
final class CardAnalysis {
    private final Map<String, Symbols.KpiSignature> kpis;
    private final Reporter reporter;
    private final Map<String, Clauses> defaults = new LinkedHashMap<>();
    private final Map<String, Span> placed = new LinkedHashMap<>();
    private final List<KpiClause.PublishedClause> published = new ArrayList<>();

    CardAnalysis(Map<String, Symbols.KpiSignature> kpis, Reporter reporter) {
        this.kpis = kpis;
        this.reporter = reporter;
    }

    CardNode read(ScorecardDeclaration card) {
        return node(
                CardNode.Kind.SCORECARD,
                card.id().spelling(),
                card.title().map(Label::text).orElse(card.id().spelling()),
                card.items(),
                Clauses.of(List.of(), reporter));
    }

    /** A card for a text that declares none: all KPIs, in their order. */
    static CardNode implied(List<String> kpis) {
        return new CardNode(CardNode.Kind.SCORECARD, "", "", List.of(), kpis);
    }

    /** The rules the card gives a KPI. */
    Clauses defaults(String kpi) {
        Clauses none = Clauses.of(List.of(), reporter);
        return defaults.getOrDefault(CanonicalName.of(kpi), none);
    }

    boolean places(String kpi) {
        return placed.containsKey(CanonicalName.of(kpi));
    }

    List<KpiClause.PublishedClause> published() {
        return published;
    }

    private CardNode node(CardNode.Kind kind, String id, String name, List<ScorecardItem> items, Clauses inherited) {
        List<KpiClause> rules = new ArrayList<>();
        for (ScorecardItem item : items) {
            if (item instanceof ScorecardItem.Rule rule) {
                rules.add(rule.clause());
            } else if (item instanceof KpiClause.PublishedClause clause) {
                published.add(clause);
            }
        }
        Clauses here = Clauses.of(rules, reporter).over(inherited);
        List<CardNode> children = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (ScorecardItem item : items) {
            if (item instanceof ScorecardItem.Perspective perspective) {
                children.add(node(
                        CardNode.Kind.PERSPECTIVE,
                        perspective.name().text(),
                        perspective.name().text(),
                        perspective.items(),
                        here));
            } else if (item instanceof ScorecardItem.Objective objective) {
                String objectiveId = objective.id().map(Id::spelling).orElse("");
                children.add(node(
                        CardNode.Kind.OBJECTIVE,
                        objectiveId,
                        objective.name().map(Label::text).orElse(objectiveId),
                        objective.items(),
                        here));
            } else if (item instanceof ScorecardItem.KpiReference reference) {
                place(reference, here, ids);
            }
        }
        return new CardNode(kind, id, name, children, ids);
    }

    private void place(ScorecardItem.KpiReference reference, Clauses rules, List<String> ids) {
        String name = reference.id().spelling();
        Symbols.KpiSignature kpi = kpis.get(CanonicalName.of(name));
        if (kpi == null) {
            Problem.Builder problem =
                    Problem.of(AnalysisCode.UNKNOWN_KPI, reference.id().span()).with("name", name);
            UnknownNames.suggest(
                    problem,
                    reference.id().span(),
                    name,
                    kpis.values().stream().map(Symbols.KpiSignature::id).toList());
            reporter.report(problem);
            return;
        }
        Span earlier = placed.putIfAbsent(CanonicalName.of(name), reference.id().span());
        if (earlier != null) {
            reporter.report(Problem.of(
                            AnalysisCode.KPI_TWICE_IN_SCORECARD, reference.id().span())
                    .with("name", name)
                    .related(earlier, "first-declared"));
            return;
        }
        defaults.put(CanonicalName.of(name), rules);
        ids.add(kpi.id());
    }
}
