package kpi.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kpi.model.PointItem;
import kpi.value.Quantity;

/** The points of a rule, line by line in the order of the text, and their total. */
public record PointsOutcome(List<Item> items, Outcome total) {
    public PointsOutcome {
        items = List.copyOf(items);
        Objects.requireNonNull(total, "total");
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
            Outcome amount) {
        public Item {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(each, "each");
            Objects.requireNonNull(subtotal, "subtotal");
            Objects.requireNonNull(capped, "capped");
            Objects.requireNonNull(amount, "amount");
        }
    }
}
