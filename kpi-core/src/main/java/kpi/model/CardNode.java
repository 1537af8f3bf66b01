package kpi.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A scorecard, perspective or objective: what is below it, in the order of the text.
 *
 * @param score the id of the KPI that rolls up what is below it; empty where nothing is rolled up
 * @param summary what its summary shows; empty where the text does not choose
 */
public record CardNode(
        Kind kind,
        String id,
        String name,
        List<CardNode> children,
        List<String> kpis,
        Optional<String> score,
        List<SummaryFigure> summary) {
    public CardNode {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        children = List.copyOf(children);
        kpis = List.copyOf(kpis);
        Objects.requireNonNull(score, "score");
        summary = List.copyOf(summary);
    }

    /** A node without a figure of its own. */
    public CardNode(Kind kind, String id, String name, List<CardNode> children, List<String> kpis) {
        this(kind, id, name, children, kpis, Optional.empty(), List.of());
    }

    /** What kind of node it is. */
    public enum Kind {
        SCORECARD("scorecard", "計分卡"),
        PERSPECTIVE("perspective", "構面"),
        OBJECTIVE("objective", "策略目標");

        private final String id;
        private final String zh;

        Kind(String id, String zh) {
            this.id = id;
            this.zh = zh;
        }

        /** The name in machine-readable output. */
        public String id() {
            return id;
        }

        /** The name a reader sees. */
        public String name(kpi.diagnostic.Language language) {
            return language == kpi.diagnostic.Language.ZH_TW ? zh : id;
        }
    }

    /** The ids of all KPIs below, in the order of the text. */
    public Stream<String> allKpis() {
        return Stream.concat(kpis.stream(), children.stream().flatMap(CardNode::allKpis));
    }

    /** This node and all below, parents first. */
    public Stream<CardNode> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(CardNode::all));
    }
}
