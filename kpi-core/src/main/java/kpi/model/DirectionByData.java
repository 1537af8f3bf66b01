package kpi.model;

import java.util.Objects;

/**
 * Which way is better where the data decide it.
 *
 * @param condition where it holds the direction is {@code then}
 */
public record DirectionByData(Term condition, Direction then, Direction otherwise) {
    public DirectionByData {
        Terms.requireTruth(condition);
        Objects.requireNonNull(then, "then");
        Objects.requireNonNull(otherwise, "otherwise");
        if (then == Direction.BY_DATA || otherwise == Direction.BY_DATA) {
            throw new IllTypedException("a direction by data chooses between two that do not");
        }
    }
}
