package kpi.score;

import java.util.List;
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
 * @param target the target of the period
 * @param attainment the attainment
 * @param asserted whether attainment and verdict are stated, not computed
 */
record Scored(
        KpiModel kpi,
        Optional<KpiVersion> version,
        Actual actual,
        Outcome target,
        Attainment attainment,
        Verdict verdict,
        Set<Mark> verdictMarks,
        boolean asserted,
        List<Problem> problems) {
    Scored {
        verdictMarks = Set.copyOf(verdictMarks);
        problems = List.copyOf(problems);
    }
}
