package kpi.engine.columnar;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kpi.plan.Node;
import kpi.plan.Test;

/**
 * One aggregate to gather, planned over the slots of a table.
 *
 * @param kind what is kept of the rows
 * @param where which rows count
 * @param values what is computed at each of them: none, one, or two
 * @param whereSlots the slots that must have a value for the condition to be known
 * @param valueSlots those of the values
 * @param skips whether rows without a value are counted and left out, rather than left to the reference engine
 */
record Ask(
        Kind kind,
        Optional<Test> where,
        List<Node> values,
        Set<Integer> whereSlots,
        Set<Integer> valueSlots,
        boolean skips) {
    Ask {
        values = List.copyOf(values);
        whereSlots = Set.copyOf(whereSlots);
        valueSlots = Set.copyOf(valueSlots);
    }

    /** What is kept of the rows. */
    enum Kind {
        /** How many there are. */
        COUNT,
        /** The smallest and the largest. */
        ENDS,
        SUM,
        /** The sum of each of two values. */
        SUMS,
        /** The sum of products, and of the second values, none of which is below zero. */
        PRODUCTS,
        DISTINCT,
        /** Each. */
        VALUES
    }

    /** As a plan prints it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kind.name().toLowerCase(Locale.ROOT));
        text.append(' ').append(values);
        where.ifPresent(test -> text.append(" where ").append(test));
        return skips ? text.append(", present").toString() : text.toString();
    }
}
