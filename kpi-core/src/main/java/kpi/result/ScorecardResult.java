package kpi.result;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.value.CalendarKind;
import kpi.value.ReportingPeriod;

/**
 * A scorecard in one period: every KPI, every node, and what is to be said about them.
 *
 * <p>Immutable. It holds no facts, so it may be kept as long as one likes, but for KPIs per row or group, whose rows are
 * explained on request: see {@link #detached}. KPIs stand in the order of the text.
 */
public final class ScorecardResult {
    private final ReportingPeriod period;
    private final CalendarKind calendar;
    private final Optional<LocalDate> knownOn;
    private final Map<String, KpiResult> kpis;
    private final Set<String> nodes;
    private final List<NodeResult> cards;
    private final List<Problem> problems;
    private final Map<String, LocalText> dimensions;
    private final Output json;

    /**
     * @param kpis all KPIs, and those that stand for nodes
     * @param nodes the ids of those that stand for nodes
     * @param cards the root of each scorecard, in the order of the text
     */
    public ScorecardResult(
            ReportingPeriod period,
            CalendarKind calendar,
            Optional<LocalDate> knownOn,
            List<KpiResult> kpis,
            Set<String> nodes,
            List<NodeResult> cards,
            List<Problem> problems,
            Map<String, LocalText> dimensions,
            Output json) {
        this.period = Objects.requireNonNull(period, "period");
        this.calendar = Objects.requireNonNull(calendar, "calendar");
        this.knownOn = Objects.requireNonNull(knownOn, "knownOn");
        Map<String, KpiResult> byId = new LinkedHashMap<>();
        kpis.forEach(kpi -> byId.put(kpi.id(), kpi));
        this.kpis = Collections.unmodifiableMap(byId);
        this.nodes = Set.copyOf(nodes);
        this.cards = List.copyOf(cards);
        if (cards.isEmpty()) {
            throw new KpiUsageException("a result is that of a scorecard");
        }
        this.problems = List.copyOf(problems);
        this.dimensions = Collections.unmodifiableMap(new LinkedHashMap<>(dimensions));
        this.json = Objects.requireNonNull(json, "json");
    }

    /** Writes a result in some format. */
    @FunctionalInterface
    public interface Output {
        void write(ScorecardResult result, Language language, Appendable out) throws IOException;
    }

    public String id() {
        return root().id();
    }

    public String name() {
        return root().name();
    }

    public ReportingPeriod period() {
        return period;
    }

    /** How the text writes dates. */
    public CalendarKind calendar() {
        return calendar;
    }

    /** The date as known on which it was evaluated; empty if all data counted. */
    public Optional<LocalDate> knownOn() {
        return knownOn;
    }

    /** Every KPI in the order of the text; what stands for a node is with the node. */
    public List<KpiResult> kpis() {
        return kpis.values().stream().filter(kpi -> !nodes.contains(kpi.id())).toList();
    }

    /** What stands for the nodes that roll up what is below them: their figures, weights, grades and ranks. */
    public List<KpiResult> scores() {
        return kpis.values().stream().filter(kpi -> nodes.contains(kpi.id())).toList();
    }

    /**
     * One KPI, or what stands for a node.
     *
     * @throws KpiUsageException if there is none of this id
     */
    public KpiResult kpi(String id) {
        KpiResult found = kpis.get(id);
        if (found == null) {
            throw new KpiUsageException("no KPI has the id " + id + "; there are " + kpis.keySet());
        }
        return found;
    }

    /** The first scorecard as a whole. */
    public NodeResult root() {
        return cards.get(0);
    }

    /** Each scorecard as a whole, in the order of the text. */
    public List<NodeResult> cards() {
        return cards;
    }

    /** Every perspective and objective of the first scorecard in the order of the text, the scorecard last. */
    public List<NodeResult> nodes() {
        return root().totalLast().toList();
    }

    /** The names of the judged dimensions by their ids, in the order of the text. */
    public Map<String, LocalText> dimensions() {
        return dimensions;
    }

    /** The printed figures of all KPIs and of the scorecard, held against the computed ones. */
    public Stream<Reconciliation> reconciliations() {
        return Stream.concat(
                kpis.values().stream().flatMap(ScorecardResult::reconciliations),
                cards.stream().flatMap(NodeResult::totalLast).flatMap(node -> node.reconciliations().stream()));
    }

    private static Stream<Reconciliation> reconciliations(KpiResult kpi) {
        return Stream.concat(
                kpi.reconciliations().stream(),
                kpi.groups().stream().flatMap(Groups::stream).flatMap(row -> row.reconciliations().stream()));
    }

    /** Whether a KPI lacks an actual or a verdict. */
    public boolean partial() {
        return cards.stream().anyMatch(NodeResult::partial);
    }

    /** What is to be said about the text, the data and the figures. */
    public List<Problem> problems() {
        return problems;
    }

    /** The result without any reference to the facts: the rows of a KPI per row or group can no longer be explained. */
    public ScorecardResult detached() {
        return new ScorecardResult(
                period,
                calendar,
                knownOn,
                kpis.values().stream().map(KpiResult::detached).toList(),
                nodes,
                cards.stream().map(NodeResult::detached).toList(),
                problems,
                dimensions,
                json);
    }

    /**
     * Writes the result as JSON, explanations and messages in Traditional Chinese.
     *
     * @throws KpiOutputException if the target refuses
     */
    public void writeJson(Appendable out) {
        writeJson(out, Language.ZH_TW);
    }

    /**
     * Writes the result as JSON: quantities as strings, so that no digit is lost; field names are stable.
     *
     * @param language of reasons, explanations and messages
     * @throws KpiOutputException if the target refuses
     */
    public void writeJson(Appendable out, Language language) {
        try {
            json.write(this, language, out);
        } catch (IOException refused) {
            throw new KpiOutputException(refused);
        }
    }
}
