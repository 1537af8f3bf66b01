package kpi.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kpi.model.ActualRule;
import kpi.model.PointGate;
import kpi.model.PointGroup;
import kpi.model.PointItem;
import kpi.value.Quantity;

/**
 * The points of a rule, line by line in the order of the text, and their total.
 *
 * @param rule the points rule
 * @param groups what the groups come to, in the order of the text
 * @param gates whether each gate is open, in the order of the text
 * @param sum all lines and groups together
 * @param capped the sum after the limits of the total
 * @param total what is left after the gates
 */
public record PointsOutcome(
        ActualRule.Points rule,
        List<Item> items,
        List<Group> groups,
        List<Passage> gates,
        Outcome sum,
        Outcome capped,
        Outcome total) {
    public PointsOutcome {
        Objects.requireNonNull(rule, "rule");
        items = List.copyOf(items);
        groups = List.copyOf(groups);
        gates = List.copyOf(gates);
        Objects.requireNonNull(sum, "sum");
        Objects.requireNonNull(capped, "capped");
        Objects.requireNonNull(total, "total");
    }

    /** What the total is the sum of, in the order of the text: lines that stand alone, and groups. */
    public List<Entry> entries() {
        return entries(items, groups);
    }

    static List<Entry> entries(List<Item> items, List<Group> groups) {
        List<Entry> entries = new ArrayList<>();
        int next = 0;
        for (Group group : groups) {
            entries.addAll(items.subList(next, group.rule().from()));
            entries.add(group);
            next = group.rule().to();
        }
        entries.addAll(items.subList(next, items.size()));
        return List.copyOf(entries);
    }

    /** A line or a group. */
    public sealed interface Entry {

        /** Its title; may be empty. */
        String label();

        /** Whether it takes away. */
        boolean deducts();

        /** The points that enter the total: negative for a deduction. */
        Outcome amount();
    }

    /**
     * A group of lines.
     *
     * @param deducts whether all its lines deduct, so that its limits are those of a deduction
     * @param subtotal its lines together before its limits; of a deduction without sign
     * @param capped the points after these limits
     * @param amount the points that enter the total
     */
    public record Group(PointGroup rule, boolean deducts, Outcome subtotal, Outcome capped, Outcome amount)
            implements Entry {
        public Group {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(subtotal, "subtotal");
            Objects.requireNonNull(capped, "capped");
            Objects.requireNonNull(amount, "amount");
        }

        @Override
        public String label() {
            return rule.label();
        }
    }

    /**
     * Whether a gate is open; empty where nobody can tell.
     *
     * @param lacking the titles of the parts that do not reach the limit
     */
    public record Passage(PointGate gate, Optional<Boolean> open, List<String> lacking) {
        public Passage {
            Objects.requireNonNull(gate, "gate");
            Objects.requireNonNull(open, "open");
            lacking = List.copyOf(lacking);
        }
    }

    /**
     * One line.
     *
     * @param rule the line of the text
     * @param applies whether its condition holds; a line whose condition does not hold is 0
     * @param rows how many rows counted; 0 for a line without rows
     * @param each what each of these rows contributed, where all contributed the same
     * @param subtotal the points before the caps on all together, without sign
     * @param capped the points after these caps, without sign
     * @param amount the points that enter the total: negative for a deduction
     */
    public record Item(
            PointItem rule,
            boolean applies,
            long rows,
            Optional<Quantity> each,
            Outcome subtotal,
            Outcome capped,
            Outcome amount)
            implements Entry {
        public Item {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(each, "each");
            Objects.requireNonNull(subtotal, "subtotal");
            Objects.requireNonNull(capped, "capped");
            Objects.requireNonNull(amount, "amount");
        }

        @Override
        public String label() {
            return rule.label();
        }

        @Override
        public boolean deducts() {
            return rule.kind() == PointItem.Kind.DEDUCT;
        }
    }
}
