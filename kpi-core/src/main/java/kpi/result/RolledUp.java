package kpi.result;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kpi.diagnostic.LocalText;
import kpi.unit.KpiUnit;
import kpi.value.Quantity;

/**
 * How the figure of a scorecard, perspective or objective came about: its children with their weights, how much of it is
 * there, and which gates are open.
 *
 * @param method how the children make one figure: weighted mean 加權平均
 * @param children in the order of the text
 * @param coverage the share of the weight that has a value, or of the children where there are no weights (資料完備率)
 * @param confidence the share of the weight that rests on data that are final, complete and computed (資料確定率): not
 *     provisional, stated, asserted or partial; of a node below, as far as that does
 * @param gates in the order of the text
 * @param harmless what may not lower the figure, and whether it would have (從優計列)
 */
public record RolledUp(
        LocalText method,
        List<Child> children,
        Quantity coverage,
        Quantity confidence,
        List<Gate> gates,
        Optional<Harmless> harmless) {
    public RolledUp {
        Objects.requireNonNull(method, "method");
        children = List.copyOf(children);
        Objects.requireNonNull(coverage, "coverage");
        Objects.requireNonNull(confidence, "confidence");
        gates = List.copyOf(gates);
        Objects.requireNonNull(harmless, "harmless");
    }

    /** How many children have a value. */
    public int present() {
        return (int)
                children.stream().filter(child -> child.figure().hasValue()).count();
    }

    /**
     * A KPI or node that is rolled up.
     *
     * @param id the id of the KPI, also of the one that stands for a node
     * @param name its name
     * @param figure what counted of it
     * @param weight its weight as the text gives it; empty where there are none
     * @param effectiveWeight the share with which it counted, after the weight of what is missing was shared; empty if it did
     *     not count, or the method knows no shares
     */
    public record Child(
            String id, String name, Figure figure, Optional<Quantity> weight, Optional<Quantity> effectiveWeight) {
        public Child {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(figure, "figure");
            Objects.requireNonNull(weight, "weight");
            Objects.requireNonNull(effectiveWeight, "effectiveWeight");
        }
    }

    /**
     * What must hold (門檻條件).
     *
     * @param text as the text says it
     * @param open whether it holds; empty where what it asks about has no value
     */
    public record Gate(String text, Optional<Boolean> open) {
        public Gate {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(open, "open");
        }
    }

    /**
     * The figure is the larger one of with and without some children.
     *
     * @param children the ids of these children
     * @param with the figure with them
     * @param without the figure without them
     * @param spared whether it is the one without them
     */
    public record Harmless(List<String> children, Figure with, Figure without, boolean spared) {
        public Harmless {
            children = List.copyOf(children);
            Objects.requireNonNull(with, "with");
            Objects.requireNonNull(without, "without");
        }
    }

    /** The unit its children's figures are in; empty if there are none. */
    public Optional<KpiUnit> unit() {
        return children.stream()
                .flatMap(child -> child.figure().value().stream())
                .map(Quantity::unit)
                .findFirst();
    }
}
