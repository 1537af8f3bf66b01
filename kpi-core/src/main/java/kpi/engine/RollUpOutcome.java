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
 * @param confidence the share of it that rests on final data
 * @param gates the gates, in the order of the text
 * @param harmless the figure with and without the children that may do no harm, where there are both
 * @param before the figure before gates
 * @param value the figure
 */
public record RollUpOutcome(
        List<Child> children,
        Exact coverage,
        Exact confidence,
        List<Passage> gates,
        Optional<Harmless> harmless,
        Outcome before,
        Outcome value) {
    public RollUpOutcome {
        children = List.copyOf(children);
        Objects.requireNonNull(coverage, "coverage");
        Objects.requireNonNull(confidence, "confidence");
        gates = List.copyOf(gates);
        Objects.requireNonNull(harmless, "harmless");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(value, "value");
    }

    /**
     * One child.
     *
     * @param weight its weight as the text gives it for the period
     * @param effective the share with which it counts, after what is missing was shared; empty if it does not count
     * @param exempt whether it has no such figure by declaration, so that it is no child of this figure
     */
    public record Child(
            RollUpChild rule, Outcome figure, Optional<Exact> weight, Optional<Exact> effective, boolean exempt) {
        public Child {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(figure, "figure");
            Objects.requireNonNull(weight, "weight");
            Objects.requireNonNull(effective, "effective");
        }
    }

    /**
     * What a node is with all children, and without those that may do no harm.
     *
     * @param spared whether the latter is larger, and stands
     */
    public record Harmless(Outcome with, Outcome without, boolean spared) {
        public Harmless {
            Objects.requireNonNull(with, "with");
            Objects.requireNonNull(without, "without");
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
