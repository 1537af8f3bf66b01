package kpi.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.engine.Listener;
import kpi.engine.Outcome;
import kpi.engine.PointsOutcome;
import kpi.engine.RollUpOutcome;
import kpi.model.ActualRule;
import kpi.model.Aggregation;
import kpi.model.LookUp;
import kpi.model.LookUpIndex;
import kpi.model.LookUpRow;
import kpi.model.PastValue;
import kpi.model.PointItem;
import kpi.model.Standing;
import kpi.model.Term;
import kpi.source.Place;
import kpi.unit.KpiUnit;
import kpi.value.ReportingPeriod;

/**
 * Remembers how values came about. One tracer hears one evaluation, in one thread; texts are only written when they are
 * asked for.
 *
 * <pre>{@code
 * Tracer tracer = Tracer.steps();
 * Outcome outcome = ReferenceEngine.evaluate(term, Scope.builder(period).listener(tracer).build());
 * tracer.explain(term).orElseThrow().line(Language.EN);
 * }</pre>
 */
public final class Tracer implements Listener {
    private final int mostRows;
    private final Deque<Node> open = new ArrayDeque<>();
    private final Map<Term, Node> roots = new IdentityHashMap<>(4);
    private final Map<PointItem, List<Node.Row>> pointRows = new IdentityHashMap<>(4);

    private Tracer(int mostRows) {
        this.mostRows = mostRows;
    }

    /** Remembers every step, and of rows only how many there were. */
    public static Tracer steps() {
        return new Tracer(0);
    }

    /** Remembers also what each row contributed, up to so many rows of each aggregate. */
    public static Tracer rows(int most) {
        return new Tracer(most);
    }

    @Override
    public void enter(Term term) {
        open.push(new Node(term));
    }

    @Override
    public void leave(Term term, Outcome outcome) {
        Node node = open.pop();
        node.outcome = outcome;
        if (open.isEmpty()) {
            roots.put(term, node);
        } else {
            open.peek().below.add(node);
        }
    }

    @Override
    public void recalled(PastValue term, ReportingPeriod period, Outcome value) {
        open.element().recalled.add(new Node.Recalled(period, value));
    }

    /** Inside the rows of an aggregate only the aggregate is open. */
    @SuppressWarnings("ReferenceEquality") // equal terms may stand at two places
    private Optional<Node> opened(LookUp term) {
        return Optional.ofNullable(open.peek()).filter(node -> node.term == term);
    }

    @Override
    public void found(LookUp term, LookUpRow row) {
        opened(term).ifPresent(node -> node.band = Optional.of(row));
    }

    @Override
    public void interpolated(LookUp term, LookUpIndex.Segment segment) {
        opened(term).ifPresent(node -> node.segment = Optional.of(segment));
    }

    @Override
    public void row(Aggregation term, int row, Place place, Outcome value) {
        Node node = open.element();
        if (node.rows.size() < mostRows) {
            node.rows.add(new Node.Row(place, value));
        }
    }

    @Override
    public boolean wantsRows() {
        return mostRows > 0;
    }

    @Override
    public int mostRows() {
        return mostRows;
    }

    @Override
    public void rows(Aggregation term, long passed, long leftOut) {
        Node node = open.element();
        node.rowCount = passed;
        node.leftOut = leftOut;
    }

    @Override
    public void among(Standing term, long rows, long leftOut) {
        Node node = open.element();
        node.rowCount = rows;
        node.leftOut = leftOut;
    }

    @Override
    public void row(PointItem item, int row, Place place, Outcome value) {
        List<Node.Row> rows = pointRows.computeIfAbsent(item, any -> new ArrayList<>());
        if (rows.size() < mostRows) {
            rows.add(new Node.Row(place, value));
        }
    }

    /** How the value of a term came about; empty if it was not evaluated on its own. */
    public Optional<Explanation> explain(Term term) {
        return root(term).map(node -> new TermExplainer(this).explain(node));
    }

    /** How points came about: {@code 80 − 1.7 + 3.5 = 81.8 分}, and each line as a part. */
    public Explanation explain(PointsOutcome points, KpiUnit unit) {
        return new PointsExplainer(this, unit).explain(points);
    }

    /** How the figure of a node came about: {@code (95 × 40 % + 92 × 35 %) ÷ 75 % = 93.6 %}, and each child as a part. */
    public Explanation explain(RollUpOutcome node, ActualRule.RollUp rule, KpiUnit unit) {
        return new RollUpExplainer(this, rule, unit).explain(node);
    }

    Optional<Node> root(Term term) {
        return Optional.ofNullable(roots.get(term));
    }

    List<Node.Row> rows(PointItem item) {
        return pointRows.getOrDefault(item, List.of());
    }
}
