package kpi.score;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kpi.engine.Outcome;
import kpi.model.Milestones;
import kpi.result.MilestoneProgress;

/** What is reached of milestones. */
record MilestonesReached(Milestones rule, Set<String> ids) {
    MilestonesReached {
        Objects.requireNonNull(rule, "rule");
        ids = Set.copyOf(ids);
    }

    /** For a host, with the milestone that the target stands for. */
    MilestoneProgress progress(Outcome target) {
        Optional<Milestones.Stage> next = rule.stages().stream()
                .filter(stage -> !ids.contains(stage.id()))
                .findFirst();
        Optional<Milestones.Stage> aim = Figures.number(target)
                .flatMap(figure -> rule.stages().stream()
                        .filter(stage -> stage.share().quantity().canonical().equals(figure))
                        .findFirst());
        return new MilestoneProgress(
                rule.stages().stream()
                        .map(stage -> new MilestoneProgress.Stage(
                                stage.id(), stage.text(), stage.share().quantity(), ids.contains(stage.id())))
                        .toList(),
                rule.counted(ids).map(Milestones.Stage::id),
                next.map(Milestones.Stage::id),
                aim.map(Milestones.Stage::id));
    }
}
