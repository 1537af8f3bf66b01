package kpi.model;

import java.util.Objects;
import kpi.number.Exact;

/**
 * What scores of a judged dimension may be (尺度), in 分, both ends included.
 *
 * @param whole whether only whole numbers are given
 */
public record RatingScale(Exact least, Exact most, boolean whole) {
    public RatingScale {
        Objects.requireNonNull(least, "least");
        Objects.requireNonNull(most, "most");
        if (least.compareTo(most) >= 0) {
            throw new IllTypedException("a scale runs from a lower score to a higher one");
        }
    }

    /** Whether somebody may give this score. */
    public boolean allows(Exact score) {
        return holds(score) && (!whole || score.isInteger());
    }

    /** Whether a score lies between the ends; one that was computed need not be whole. */
    public boolean holds(Exact score) {
        return least.compareTo(score) <= 0 && score.compareTo(most) <= 0;
    }
}
