package kpi.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kpi.model.Gate;
import kpi.model.RollUpChild;
import kpi.number.Exact;

/**
 * What the children of a node come to.
 *
 * @param children each child, in the order of the text
 * @param coverage the share of the weight, or of the children where there are no weights, that has a value
 * @param gates the gates, in the order of the text
 * @param before the figure before gates
 * @param value the figure
 */
public record RollUpOutcome(List<Child> children, Exact coverage, List<Passage> gates, Outcome before, Outcome value) {
    public RollUpOutcome {
        children = List.copyOf(children);
        Objects.requireNonNull(coverage, "coverage");
        gates = List.copyOf(gates);
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(value, "value");
    }

    /**
     * One child.
     *
     * @param weight its weight as the text gives it for the period
     * @param effective the share with which it counts, after what is missing was shared; empty if it does not count
     */
    public record Child(RollUpChild rule, Outcome figure, Optional<Exact> weight, Optional<Exact> effective) {
        public Child {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(figure, "figure");
            Objects.requireNonNull(weight, "weight");
            Objects.requireNonNull(effective, "effective");
        }
    }

    /** Whether a gate is open; empty where nobody can tell. */
    public record Passage(Gate gate, Optional<Boolean> open) {
        public Passage {
            Objects.requireNonNull(gate, "gate");
            Objects.requireNonNull(open, "open");
        }
    }
}
