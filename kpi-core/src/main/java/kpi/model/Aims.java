package kpi.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kpi.value.ReportingPeriod;

/**
 * What a KPI is to reach.
 *
 * @param levels figures beside the target: baseline, threshold, benchmark, stretch, legal floor; each level once
 */
public record Aims(Direction direction, Map<ReportingPeriod, Target> targets, List<LevelFigures> levels) {
    /** No direction, no target. */
    public static final Aims NONE = new Aims(Direction.NONE, Map.of(), List.of());

    public Aims {
        Objects.requireNonNull(direction, "direction");
        targets = Map.copyOf(targets);
        levels = List.copyOf(levels);
        if (levels.stream().map(LevelFigures::level).distinct().count() != levels.size()) {
            throw new IllTypedException("a level is given once");
        }
    }

    /** The figures of a level; empty where there are none. */
    public Optional<LevelFigures> level(Level level) {
        return levels.stream().filter(each -> each.level() == level).findFirst();
    }
}
