package kpi.model;

import java.util.List;
import java.util.Objects;

/**
 * The whole of one KPI text, checked: what there is to evaluate, and the data the text itself states.
 *
 * <p>{@code kpis} stand in the order of the text; {@code evaluationOrder} names every KPI after those it depends on, so
 * that evaluating needs no recursion. A node that rolls its children up is among the KPIs, under an id of its own: see {@link
 * CardNode#score}.
 */
public record ScorecardModel(
        List<Card> cards,
        kpi.value.CalendarKind calendar,
        List<KpiModel> kpis,
        List<String> evaluationOrder,
        List<StatedTable> tables,
        List<kpi.data.Rating> ratings,
        List<JudgedDimension> dimensions) {
    public ScorecardModel {
        cards = List.copyOf(cards);
        if (cards.isEmpty()) {
            throw new IllTypedException("a text has a scorecard, if only an implied one");
        }
        Objects.requireNonNull(calendar, "calendar");
        kpis = List.copyOf(kpis);
        evaluationOrder = List.copyOf(evaluationOrder);
        tables = List.copyOf(tables);
        ratings = List.copyOf(ratings);
        dimensions = List.copyOf(dimensions);
    }

    /**
     * One scorecard.
     *
     * @param published what pages printed about it as a whole
     */
    public record Card(CardNode root, List<Published> published) {
        public Card {
            Objects.requireNonNull(root, "root");
            published = List.copyOf(published);
        }
    }

    /** The first scorecard of the text. */
    public CardNode root() {
        return cards.get(0).root();
    }

    /** The ids of the KPIs that stand for nodes. */
    public java.util.Set<String> nodes() {
        return cards.stream()
                .flatMap(card -> card.root().all())
                .flatMap(node -> node.score().stream())
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /**
     * A dataset's shape, the files the text names for it, and the rows the text states, period by period.
     *
     * @param lookUp the look-up table whose rows they are, if they are of one
     */
    public record StatedTable(
            kpi.data.TableSchema schema, List<String> files, List<Rows> rows, java.util.Optional<LookUpTable> lookUp) {
        public StatedTable {
            Objects.requireNonNull(schema, "schema");
            Objects.requireNonNull(lookUp, "lookUp");
            files = List.copyOf(files);
            rows = List.copyOf(rows);
        }

        /** A dataset that is no look-up table. */
        public StatedTable(kpi.data.TableSchema schema, List<String> files, List<Rows> rows) {
            this(schema, files, rows, java.util.Optional.empty());
        }

        /** A dataset whose file the text does not name. */
        public StatedTable(kpi.data.TableSchema schema, List<Rows> rows) {
            this(schema, List.of(), rows);
        }

        /** Rows of one period; without a period they hold for every period. */
        public record Rows(java.util.Optional<kpi.value.ReportingPeriod> period, kpi.data.Table table) {}
    }

    /**
     * A dimension that is scored beside attainment, such as innovation 創新度.
     *
     * @param rule how it gets its score; empty where scores are only given
     * @param from since when the rule holds; before that, scores are only given
     */
    public record JudgedDimension(
            String id,
            String zh,
            java.util.Optional<DimensionRule> rule,
            java.util.Optional<kpi.value.ReportingPeriod> from) {
        /** The three the municipal scorecard prints. */
        public static final List<JudgedDimension> STANDARD = List.of(
                new JudgedDimension("innovation", "創新度"),
                new JudgedDimension("challenge", "挑戰度"),
                new JudgedDimension("contribution", "貢獻度"));

        public JudgedDimension {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(zh, "zh");
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(from, "from");
        }

        /** One whose scores are only given. */
        public JudgedDimension(String id, String zh) {
            this(id, zh, java.util.Optional.empty(), java.util.Optional.empty());
        }

        /** Whether a text that names a dimension means this one. */
        public boolean isNamed(String text) {
            return id.equals(text) || zh.equals(text);
        }

        /** The rule that holds in a period. */
        public java.util.Optional<DimensionRule> rule(kpi.value.ReportingPeriod period) {
            return rule.filter(held -> from.isEmpty() || from.get().first().compareTo(period.first()) <= 0);
        }
    }

    /** The ids of the KPIs that stand for the score of another KPI in a dimension. */
    public java.util.Set<String> scores() {
        java.util.Set<String> ids = new java.util.HashSet<>();
        for (JudgedDimension dimension : dimensions) {
            if (dimension.rule().orElse(null) instanceof DimensionRule.Computed computed) {
                ids.addAll(computed.scores().values());
            }
        }
        kpis.stream()
                .filter(kpi -> kpi.versions().stream().anyMatch(version -> version.rule() instanceof ActualRule.Score))
                .forEach(kpi -> ids.add(kpi.id()));
        return java.util.Set.copyOf(ids);
    }

    /**
     * The first KPI that could not be understood, of those that a KPI rests on; of itself no word.
     *
     * @param known KPIs whose figures are known, so that nobody asks what they rest on
     */
    public java.util.Optional<KpiModel> brokenBelow(String id, java.util.function.Predicate<String> known) {
        java.util.Map<String, KpiModel> byId = new java.util.LinkedHashMap<>();
        kpis.forEach(kpi -> byId.put(kpi.id(), kpi));
        java.util.Set<String> seen = new java.util.HashSet<>(java.util.Set.of(id));
        java.util.Deque<String> open = new java.util.ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            KpiModel next = Objects.requireNonNull(byId.get(open.remove()));
            if (next.isBroken() && !next.id().equals(id)) {
                return java.util.Optional.of(next);
            }
            KpiReferences.of(next, byId.keySet()).keySet().stream()
                    .filter(below -> byId.containsKey(below) && !known.test(below) && seen.add(below))
                    .forEach(open::add);
        }
        return java.util.Optional.empty();
    }

    /** The KPI of this id. */
    public java.util.Optional<KpiModel> kpi(String id) {
        return kpis.stream().filter(kpi -> kpi.id().equals(id)).findFirst();
    }
}
