package kpi.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kpi.diagnostic.Language;

/**
 * A scorecard, perspective or objective: what the KPIs below it come to.
 *
 * @param kind what kind of node it is
 * @param id its id; empty where the text gives none
 * @param name its name
 * @param objectives the objectives at or below it
 * @param kpis the KPIs below it
 * @param attained how many of them are attained
 * @param notAttained how many are not
 * @param undecided how many have no verdict, though there is a target to reach, or nobody said that there is none
 * @param withoutTarget how many have no target by declaration (不設目標): they count in no share
 * @param attainedShare attained KPIs over all KPIs but those without target, in % (達成項數比率)
 * @param meanAttainment the mean of the KPIs' attainments, over those that have one, in % (平均目標達成度)
 * @param dimensions the mean judged scores by the id of the dimension
 * @param partial whether a KPI below it lacks an actual or a verdict
 * @param children what is directly below it
 * @param reconciliations the printed figures about it
 * @param score its own figure, where the text rolls up what is below it: with weights, coverage, gates, grade and rank
 * @param summary the figures its summary shows (總表), as {@code attained-share}; empty for all
 */
public record NodeResult(
        Kind kind,
        String id,
        String name,
        int objectives,
        int kpis,
        int attained,
        int notAttained,
        int undecided,
        int withoutTarget,
        Figure attainedShare,
        Figure meanAttainment,
        Map<String, Figure> dimensions,
        boolean partial,
        List<NodeResult> children,
        List<Reconciliation> reconciliations,
        Optional<KpiResult> score,
        List<String> summary) {
    public NodeResult {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(attainedShare, "attainedShare");
        Objects.requireNonNull(meanAttainment, "meanAttainment");
        dimensions = Collections.unmodifiableMap(new LinkedHashMap<>(dimensions));
        children = List.copyOf(children);
        reconciliations = List.copyOf(reconciliations);
        Objects.requireNonNull(score, "score");
        summary = List.copyOf(summary);
    }

    /** The same, with these printed figures about it. */
    public NodeResult with(List<Reconciliation> printed) {
        return new NodeResult(
                kind,
                id,
                name,
                objectives,
                kpis,
                attained,
                notAttained,
                undecided,
                withoutTarget,
                attainedShare,
                meanAttainment,
                dimensions,
                partial,
                children,
                printed,
                score,
                summary);
    }

    /** The same without any reference to facts. */
    NodeResult detached() {
        return new NodeResult(
                kind,
                id,
                name,
                objectives,
                kpis,
                attained,
                notAttained,
                undecided,
                withoutTarget,
                attainedShare,
                meanAttainment,
                dimensions,
                partial,
                children.stream().map(NodeResult::detached).toList(),
                reconciliations,
                score.map(KpiResult::detached),
                summary);
    }

    /** Whether its summary shows a figure. */
    public boolean summarises(String figure) {
        return summary.isEmpty() || summary.contains(figure);
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

        /** The name in machine-readable output; stable. */
        public String id() {
            return id;
        }

        /** The name a reader sees. */
        public String name(Language language) {
            return language == Language.ZH_TW ? zh : id;
        }
    }

    /** All nodes below it in the order of the text, each before what is below it, and this one last. */
    public Stream<NodeResult> totalLast() {
        return Stream.concat(children.stream().flatMap(NodeResult::parentsFirst), Stream.of(this));
    }

    private Stream<NodeResult> parentsFirst() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(NodeResult::parentsFirst));
    }
}
