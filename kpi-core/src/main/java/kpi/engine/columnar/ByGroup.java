package kpi.engine.columnar;

/** What a pass over rows gathered for one aggregate in each group. */
public interface ByGroup {
    /** What was gathered in a group, by its number. */
    Gathered of(int group);
}
