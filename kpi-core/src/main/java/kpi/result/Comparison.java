package kpi.result;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Two evaluations of one text held against each other: as known on two dates, with two sets of data, or of two periods.
 *
 * <pre>{@code
 * Comparison found = program.compare(facts, year.knownOn(december), facts, year);
 * found.changes().get(0).causes().get(0).line(Language.EN);   // the reported actual: (none) → 100 %
 * }</pre>
 *
 * @param before the first
 * @param after the second
 * @param changes the KPIs, and the scorecards that roll up, that are not the same, in the order of the text
 */
public record Comparison(ScorecardResult before, ScorecardResult after, List<Change> changes) {
    public Comparison {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        changes = List.copyOf(changes);
    }

    /** What changed of a KPI; empty if nothing did. */
    public Optional<Change> of(String kpi) {
        return changes.stream().filter(change -> change.id().equals(kpi)).findFirst();
    }
}
