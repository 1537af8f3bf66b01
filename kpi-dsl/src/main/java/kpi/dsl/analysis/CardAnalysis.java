package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Declaration.KpiDeclaration;
import kpi.dsl.syntax.Declaration.ScorecardDeclaration;
import kpi.dsl.syntax.Id;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.Label;
import kpi.dsl.syntax.NodeRule;
import kpi.dsl.syntax.RollUpWord;
import kpi.dsl.syntax.ScorecardItem;
import kpi.dsl.syntax.UnitWord;
import kpi.dsl.syntax.WeightEntry;
import kpi.model.CardNode;
import kpi.model.Facet;
import kpi.model.SummaryFigure;
import kpi.source.Span;
import kpi.unit.KpiUnit;
import kpi.unit.Units;

/**
 * The tree of a scorecard, the rules it gives the KPIs below it, where the nearest rule wins, and the KPIs that stand for
 * its nodes where these roll up what is below them.
 */
final class CardAnalysis {
    private final Map<String, Symbols.KpiSignature> kpis;
    private final Literals literals;
    private final Predicate<Span> holdsUnread;
    private final Reporter reporter;
    private final Map<String, Placed> placed = new LinkedHashMap<>();
    private final List<KpiDeclaration> nodes = new ArrayList<>();

    CardAnalysis(
            Map<String, Symbols.KpiSignature> kpis, Literals literals, Predicate<Span> holdsUnread, Reporter reporter) {
        this.holdsUnread = holdsUnread;
        this.kpis = kpis;
        this.literals = literals;
        this.reporter = reporter;
    }

    /** Where a KPI stands first, and the rules it gets there. */
    private record Placed(Span span, Clauses rules, ScorecardDeclaration card) {}

    /** A scorecard and what was published of it. */
    record Card(CardNode root, List<KpiClause.PublishedClause> published) {}

    Card read(ScorecardDeclaration card) {
        List<KpiClause.PublishedClause> published = new ArrayList<>();
        Node root = node(
                new Place(
                        card,
                        CardNode.Kind.SCORECARD,
                        card.id().spelling(),
                        card.id().spelling(),
                        card.title().map(Label::text).orElse(card.id().spelling()),
                        card.id().span()),
                card.items(),
                new Above(Clauses.of(List.of(), reporter), CardRules.NONE, published));
        boolean rollsUp = root.node().all().anyMatch(node -> node.score().isPresent());
        card.per()
                .filter(per -> !rollsUp && !reporter.hasErrors() && !holdsUnread.test(card.span()))
                .ifPresent(per -> reporter.report(Problem.of(AnalysisCode.NO_ROLL_UP, per.span())));
        return new Card(root.node(), published);
    }

    /** A card for a text that declares none: all KPIs, in their order. */
    static CardNode implied(List<String> kpis) {
        return new CardNode(CardNode.Kind.SCORECARD, "", "", List.of(), kpis);
    }

    /** The rules the cards give a KPI. */
    Clauses defaults(String kpi) {
        Placed found = placed.get(CanonicalName.of(kpi));
        return found == null ? Clauses.of(List.of(), reporter) : found.rules();
    }

    boolean places(String kpi) {
        return placed.containsKey(CanonicalName.of(kpi));
    }

    /** The KPIs that stand for nodes, the lowest first. */
    List<KpiDeclaration> nodes() {
        return nodes;
    }

    /**
     * Where a node is.
     *
     * @param score the id of the KPI that would stand for it
     * @param span what a problem with it is shown at
     */
    private record Place(
            ScorecardDeclaration card, CardNode.Kind kind, String id, String score, String name, Span span) {
        Place below(CardNode.Kind childKind, String childId, String childName, Span childSpan) {
            return new Place(card, childKind, childId, score + "." + childId, childName, childSpan);
        }
    }

    /** What holds where a node stands. */
    private record Above(Clauses kpiRules, CardRules rules, List<KpiClause.PublishedClause> published) {}

    /** A node with what its parent rolls up of it. */
    private record Node(CardNode node, List<KpiClause.RollUpClause.Child> leaves) {}

    private Node node(Place place, List<ScorecardItem> items, Above above) {
        List<KpiClause> rules = new ArrayList<>();
        for (ScorecardItem item : items) {
            if (item instanceof ScorecardItem.Rule rule) {
                rules.add(rule.clause());
            } else if (item instanceof KpiClause.PublishedClause clause) {
                above.published().add(clause);
            }
        }
        CardRules own = CardRules.of(items, above.rules(), reporter);
        List<SummaryFigure> summary = new CardParts(reporter).summary(place.kind(), items);
        Above here = new Above(Clauses.of(rules, reporter).over(above.kpiRules()), own, above.published());
        List<CardNode> children = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<KpiClause.RollUpClause.Child> rolled = new ArrayList<>();
        List<KpiClause.RollUpClause.Child> leaves = new ArrayList<>();
        for (ScorecardItem item : items) {
            if (item instanceof ScorecardItem.Perspective perspective) {
                String name = perspective.name().text();
                Place at = place.below(
                        CardNode.Kind.PERSPECTIVE,
                        name,
                        name,
                        perspective.name().span());
                child(node(at, perspective.items(), here), at, perspective.weights(), children, rolled, leaves);
            } else if (item instanceof ScorecardItem.Objective objective) {
                String objectiveId = objective.id().map(Id::spelling).orElse("");
                String name = objective.name().map(Label::text).orElse(objectiveId);
                Span span = objective
                        .id()
                        .map(Id::span)
                        .or(() -> objective.name().map(Label::span))
                        .orElse(objective.span());
                Place at = place.below(CardNode.Kind.OBJECTIVE, objectiveId.isEmpty() ? name : objectiveId, name, span);
                Node found = node(at, objective.items(), here);
                CardNode node = new CardNode(
                        CardNode.Kind.OBJECTIVE,
                        objectiveId,
                        name,
                        found.node().children(),
                        found.node().kpis(),
                        found.node().score(),
                        List.of());
                child(new Node(node, found.leaves()), at, objective.weights(), children, rolled, leaves);
            } else if (item instanceof ScorecardItem.KpiReference reference) {
                Optional<Symbols.KpiSignature> kpi = place(reference, here.kpiRules(), place.card(), ids);
                kpi.ifPresent(found -> {
                    KpiClause.RollUpClause.Child leaf = new KpiClause.RollUpClause.Child(
                            reference.span(), found.id(), found.id(), false, reference.weights());
                    rolled.add(leaf);
                    leaves.add(leaf);
                });
            }
        }
        Optional<String> score = score(place, own, items, rolled, leaves);
        if (score.isEmpty()) {
            refuseWeights(items);
        }
        return new Node(new CardNode(place.kind(), place.id(), place.name(), children, ids, score, summary), leaves);
    }

    private static void child(
            Node child,
            Place at,
            List<WeightEntry> weights,
            List<CardNode> children,
            List<KpiClause.RollUpClause.Child> rolled,
            List<KpiClause.RollUpClause.Child> leaves) {
        children.add(child.node());
        leaves.addAll(child.leaves());
        child.node()
                .score()
                .ifPresent(score ->
                        rolled.add(new KpiClause.RollUpClause.Child(at.span(), score, at.name(), true, weights)));
    }

    /** Declares the KPI that stands for a node; places and verdicts are of all KPIs below, whatever nodes are between. */
    private Optional<String> score(
            Place place,
            CardRules rules,
            List<ScorecardItem> items,
            List<KpiClause.RollUpClause.Child> rolled,
            List<KpiClause.RollUpClause.Child> leaves) {
        if (rules.rollUp().isEmpty()) {
            return Optional.empty();
        }
        NodeRule.RollUp rollUp = rules.rollUp().get();
        if (!RollUpAnalysis.saysOfWhat(rollUp)) {
            if (items.contains(rollUp)) {
                reporter.report(ofWhat(rollUp));
            }
            return Optional.empty();
        }
        List<KpiClause.RollUpClause.Child> children =
                RollUpAnalysis.method(rollUp.method()).isOfLeaves() ? leaves : rolled;
        if (children.isEmpty()) {
            new CardParts(reporter).nothing(rollUp, items);
            return Optional.empty();
        }
        new CardParts(reporter).gates(rules.gates(), items, children == leaves);
        List<KpiClause> clauses = new ArrayList<>();
        clauses.add(new KpiClause.RollUpClause(
                place.span(), rollUp, rules.missing(), rules.harmless(), rules.coverage(), rules.gates(), children));
        if (!rollUp.steps().isEmpty()) {
            clauses.add(new KpiClause.ActualClause(rollUp.span(), Optional.empty(), rollUp.steps()));
        }
        if (rules.clauses().stream().noneMatch(KpiClause.UnitClause.class::isInstance)) {
            KpiUnit unit = unit(children.get(0), rollUp);
            String word = unit.symbol().isEmpty() ? "number" : unit.symbol();
            clauses.add(new KpiClause.UnitClause(rollUp.span(), new UnitWord(rollUp.span(), word), Optional.empty()));
        }
        clauses.addAll(rules.clauses());
        if (declaredTwice(place)) {
            return Optional.empty();
        }
        KpiUnit unit = VersionAnalysis.unit(Clauses.of(clauses, new Reporter()), literals);
        kpis.put(CanonicalName.of(place.score()), new Symbols.KpiSignature(place.score(), unit));
        nodes.add(new KpiDeclaration(
                place.card().span(),
                new Id(place.span(), place.score(), false),
                Optional.of(new Label(place.span(), place.name())),
                List.of(),
                place.card().per(),
                clauses));
        return Optional.of(place.score());
    }

    private boolean declaredTwice(Place place) {
        Symbols.KpiSignature other = kpis.get(CanonicalName.of(place.score()));
        if (other == null) {
            return false;
        }
        reporter.report(Problem.of(AnalysisCode.DUPLICATE_NAME, place.span()).with("name", place.score()));
        return true;
    }

    private KpiUnit unit(KpiClause.RollUpClause.Child child, NodeRule.RollUp rule) {
        if (rule.method() == RollUpWord.RANK_SUM) {
            return Units.NUMBER;
        }
        if (rule.dimension().isPresent() && !child.node()) {
            return Units.POINTS;
        }
        boolean own = child.node()
                || rule.formula().isPresent()
                || RollUpAnalysis.facet(rule).filter(Facet.ACTUAL::equals).isPresent();
        return own
                ? Optional.ofNullable(kpis.get(CanonicalName.of(child.id())))
                        .map(Symbols.KpiSignature::unit)
                        .orElse(Units.NUMBER)
                : Units.PERCENT;
    }

    private static Problem.Builder ofWhat(NodeRule.RollUp rule) {
        boolean english = rule.span().text().startsWith("roll");
        Span at = rule.of().isPresent() || !rule.steps().isEmpty()
                ? rule.span()
                : rule.span().source().span(rule.span().end(), rule.span().end());
        Problem.Builder problem = Problem.of(AnalysisCode.ROLL_UP_OF_WHAT, rule.span());
        if (rule.of().isEmpty() && rule.steps().isEmpty()) {
            problem.edit(at, english ? " of attainment" : " 目標達成度").edit(at, english ? " of actual" : " 實際值");
        }
        return problem;
    }

    /** Weights say nothing where nothing is rolled up. */
    private void refuseWeights(List<ScorecardItem> items) {
        for (ScorecardItem item : items) {
            List<WeightEntry> weights = item instanceof ScorecardItem.Perspective perspective
                    ? perspective.weights()
                    : item instanceof ScorecardItem.Objective objective
                            ? objective.weights()
                            : item instanceof ScorecardItem.KpiReference reference ? reference.weights() : List.of();
            if (!weights.isEmpty()) {
                reporter.report(
                        Problem.of(AnalysisCode.NO_ROLL_UP, weights.get(0).span()));
                return;
            }
        }
    }

    private Optional<Symbols.KpiSignature> place(
            ScorecardItem.KpiReference reference, Clauses rules, ScorecardDeclaration card, List<String> ids) {
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
            return Optional.empty();
        }
        Placed earlier = placed.get(CanonicalName.of(name));
        if (earlier != null && earlier.card().id().equals(card.id())) {
            reporter.report(Problem.of(
                            AnalysisCode.KPI_TWICE_IN_SCORECARD, reference.id().span())
                    .with("name", name)
                    .related(earlier.span(), "first-declared"));
            return Optional.empty();
        }
        if (earlier != null && !earlier.rules().saysAsMuchAs(rules)) {
            reporter.report(Problem.of(AnalysisCode.CARDS_DIFFER, reference.id().span())
                    .with("name", name)
                    .with("first", earlier.card().id().spelling())
                    .with("second", card.id().spelling())
                    .related(earlier.span(), "first-declared"));
        }
        // A card without rules leaves its KPIs those of another card.
        if (earlier == null || earlier.rules().isSilent()) {
            placed.put(CanonicalName.of(name), new Placed(reference.id().span(), rules, card));
        }
        ids.add(kpi.id());
        return Optional.of(kpi);
    }
}
