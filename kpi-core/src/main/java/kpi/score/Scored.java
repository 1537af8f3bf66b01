package kpi.score;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.Problem;
import kpi.engine.Outcome;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.result.Mark;
import kpi.result.Verdict;

/**
 * One KPI in one period, as the engine sees it; {@code version} is empty if none is in force.
 *
 * @param actual the actual
 * @param planned the target of the period
 * @param attainment the attainment
 * @param grade the grade, where the KPI has grades and the figure they go by a value
 * @param rows the KPI at each row or group, where it is evaluated so; then it has no figures of its own
 * @param asserted whether attainment and verdict are stated, not computed
 */
record Scored(
        KpiModel kpi,
        Optional<KpiVersion> version,
        Actual actual,
        Engine.Target planned,
        Attainment attainment,
        Verdict verdict,
        Set<Mark> verdictMarks,
        boolean asserted,
        List<Problem> problems,
        Optional<String> grade,
        Optional<ScoredRows> rows) {
    Scored {
        verdictMarks = Set.copyOf(verdictMarks);
        problems = List.copyOf(problems);
        Objects.requireNonNull(planned, "planned");
        Objects.requireNonNull(grade, "grade");
        Objects.requireNonNull(rows, "rows");
    }

    /** The target of the period. */
    Outcome target() {
        return planned.value();
    }
}
