package kpi.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kpi.value.ReportingPeriod;

/**
 * What a KPI is to reach.
 *
 * @param byData what decides the direction, where the data do
 * @param tolerance how near is near enough, where nearest is best; empty where only the target itself is
 * @param withoutTarget whether the author says that it has no target on purpose (不設目標); then there are no targets
 * @param levels figures beside the target: baseline, threshold, benchmark, stretch, legal floor; each level once
 */
public record Aims(
        Direction direction,
        Optional<DirectionByData> byData,
        Optional<Tolerance> tolerance,
        boolean withoutTarget,
        Map<ReportingPeriod, Target> targets,
        List<LevelFigures> levels) {
    /** No direction and no target, without a word on it. */
    public static final Aims NONE = new Aims(Direction.NONE, Map.of(), List.of());

    public Aims {
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(tolerance, "tolerance");
        if (byData.isPresent() != (direction == Direction.BY_DATA)) {
            throw new IllTypedException("a direction by data has its condition, and no other has");
        }
        targets = Map.copyOf(targets);
        levels = List.copyOf(levels);
        if (withoutTarget && !targets.isEmpty()) {
            throw new IllTypedException("a KPI without target has no targets");
        }
        if (levels.stream().map(LevelFigures::level).distinct().count() != levels.size()) {
            throw new IllTypedException("a level is given once");
        }
    }

    /** A direction that is always the same, and only the target itself meets it where nearest is best. */
    public Aims(Direction direction, Map<ReportingPeriod, Target> targets, List<LevelFigures> levels) {
        this(direction, Optional.empty(), Optional.empty(), false, targets, levels);
    }

    /** The figures of a level; empty where there are none. */
    public Optional<LevelFigures> level(Level level) {
        return levels.stream().filter(each -> each.level() == level).findFirst();
    }
}
