package kpi.dsl.syntax;

/** What rows of the same figure get for a place. */
public enum TiesWord {
    /** 1, 2, 2, 4. */
    BEST,
    /** 1, 3, 3, 4. */
    WORST,
    /** 1, 2.5, 2.5, 4. */
    MEAN,
    /** 1, 2, 2, 3. */
    DENSE,
    /** 1, 2, 3, 4: the earlier row stands first. */
    ROW_ORDER
}
