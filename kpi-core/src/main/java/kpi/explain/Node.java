package kpi.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.engine.Outcome;
import kpi.model.LookUpIndex;
import kpi.model.LookUpRow;
import kpi.model.Term;
import kpi.source.Place;
import kpi.value.ReportingPeriod;
import kpi.value.Truth;

/** A term that was evaluated, and the terms below it that were; filled while the engine runs, read afterwards. */
final class Node {
    final Term term;
    final List<Node> below = new ArrayList<>(2);
    final List<Row> rows = new ArrayList<>(0);
    final List<Recalled> recalled = new ArrayList<>(0);
    Optional<LookUpRow> band = Optional.empty();
    Optional<LookUpIndex.Segment> segment = Optional.empty();
    long rowCount;
    long leftOut;
    Outcome outcome = Outcome.of(Truth.FALSE);

    Node(Term term) {
        this.term = term;
    }

    /** What another period had. */
    record Recalled(ReportingPeriod period, Outcome value) {}

    /** What a row contributed. */
    record Row(Place place, Outcome value) {}

    /** The node of a term directly below; empty if it was not needed. */
    @SuppressWarnings("ReferenceEquality") // equal terms may stand at two places
    Optional<Node> of(Term child) {
        return below.stream().filter(node -> node.term == child).findFirst();
    }
}
