package kpi.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kpi.engine.Outcome;
import kpi.engine.PointsOutcome;
import kpi.engine.RollUpOutcome;
import kpi.explain.Explanation;
import kpi.explain.MilestonesExplainer;
import kpi.model.Gate;

/**
 * How an actual came out.
 *
 * @param value after its steps
 * @param before before its steps
 * @param formula what the formula gives by itself, where a reported actual stands instead
 * @param explanation how it came about, if that was asked for
 * @param definitions what the names of the KPI came to, in the order of the text
 * @param points the points line by line, of a KPI that has points
 * @param rollUp what the children of a node came to
 * @param milestones what is reached of the milestones, of a KPI that has them
 */
record Actual(
        Outcome value,
        Outcome before,
        Optional<Outcome> formula,
        Optional<Explanation> explanation,
        Map<String, Outcome> definitions,
        Optional<PointsOutcome> points,
        Optional<RollUpOutcome> rollUp,
        Optional<MilestonesReached> milestones) {
    Actual {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(formula, "formula");
        Objects.requireNonNull(explanation, "explanation");
        Objects.requireNonNull(points, "points");
        Objects.requireNonNull(rollUp, "rollUp");
        Objects.requireNonNull(milestones, "milestones");
        definitions = Collections.unmodifiableMap(definitions);
    }

    /** One that has no value, so that no step is done. */
    static Actual without(Outcome why) {
        return new Actual(
                why,
                why,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, with what is reached of the milestones, which explains it. */
    Actual with(MilestonesReached reached) {
        Optional<Explanation> how =
                explanation.map(stated -> MilestonesExplainer.explain(reached.rule(), reached.ids(), stated));
        return new Actual(value, before, formula, how, definitions, points, rollUp, Optional.of(reached));
    }

    /** What the gates do that are shut. */
    List<Gate.Consequence> shut() {
        List<Gate.Consequence> shut = new ArrayList<>();
        rollUp.ifPresent(node -> node.gates().stream()
                .filter(passage -> !passage.open().orElse(true))
                .forEach(passage -> shut.add(passage.gate().otherwise())));
        points.ifPresent(sum -> sum.gates().stream()
                .filter(passage -> !passage.open().orElse(true))
                .forEach(passage -> shut.add(passage.gate().otherwise())));
        return List.copyOf(shut);
    }
}
