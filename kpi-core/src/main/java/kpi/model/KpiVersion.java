package kpi.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kpi.unit.KpiUnit;
import kpi.value.ReportingPeriod;

/** A KPI as it stands from a period on; the first version has no beginning. */
public record KpiVersion(
        Optional<ReportingPeriod> from,
        String name,
        Optional<SeriesBreak> seriesBreak,
        List<InputDefinition> inputs,
        List<Definition> definitions,
        ActualRule rule,
        List<Step> actualSteps,
        KpiUnit unit,
        KpiUnit shownIn,
        Direction direction,
        Map<ReportingPeriod, Target> targets,
        List<InputDefinition.Stated> reported,
        Optional<String> reportedReplacesFormula,
        Optional<AttainmentRule> attainment,
        Optional<AttainedRule> attained,
        Map<ReportingPeriod, AttainedRule.Asserted> asserted,
        Optional<RankRule> rank,
        Optional<GradeRule> grade,
        List<LevelFigures> levels) {
    public KpiVersion {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(seriesBreak, "seriesBreak");
        inputs = List.copyOf(inputs);
        definitions = List.copyOf(definitions);
        Objects.requireNonNull(rule, "rule");
        actualSteps = List.copyOf(actualSteps);
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(shownIn, "shownIn");
        Objects.requireNonNull(direction, "direction");
        targets = Map.copyOf(targets);
        reported = List.copyOf(reported);
        Objects.requireNonNull(reportedReplacesFormula, "reportedReplacesFormula");
        Objects.requireNonNull(attainment, "attainment");
        Objects.requireNonNull(attained, "attained");
        asserted = Map.copyOf(asserted);
        Objects.requireNonNull(rank, "rank");
        Objects.requireNonNull(grade, "grade");
        levels = List.copyOf(levels);
        if (levels.stream().map(LevelFigures::level).distinct().count() != levels.size()) {
            throw new IllTypedException("a level is given once");
        }
    }

    /** The figures of a level; empty where the version has none. */
    public Optional<LevelFigures> level(Level level) {
        return levels.stream().filter(each -> each.level() == level).findFirst();
    }

    /** Without rank, grade and levels. */
    public KpiVersion(
            Optional<ReportingPeriod> from,
            String name,
            Optional<SeriesBreak> seriesBreak,
            List<InputDefinition> inputs,
            List<Definition> definitions,
            ActualRule rule,
            List<Step> actualSteps,
            KpiUnit unit,
            KpiUnit shownIn,
            Direction direction,
            Map<ReportingPeriod, Target> targets,
            List<InputDefinition.Stated> reported,
            Optional<String> reportedReplacesFormula,
            Optional<AttainmentRule> attainment,
            Optional<AttainedRule> attained,
            Map<ReportingPeriod, AttainedRule.Asserted> asserted) {
        this(
                from,
                name,
                seriesBreak,
                inputs,
                definitions,
                rule,
                actualSteps,
                unit,
                shownIn,
                direction,
                targets,
                reported,
                reportedReplacesFormula,
                attainment,
                attained,
                asserted,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** Without levels. */
    public KpiVersion(
            Optional<ReportingPeriod> from,
            String name,
            Optional<SeriesBreak> seriesBreak,
            List<InputDefinition> inputs,
            List<Definition> definitions,
            ActualRule rule,
            List<Step> actualSteps,
            KpiUnit unit,
            KpiUnit shownIn,
            Direction direction,
            Map<ReportingPeriod, Target> targets,
            List<InputDefinition.Stated> reported,
            Optional<String> reportedReplacesFormula,
            Optional<AttainmentRule> attainment,
            Optional<AttainedRule> attained,
            Map<ReportingPeriod, AttainedRule.Asserted> asserted,
            Optional<RankRule> rank,
            Optional<GradeRule> grade) {
        this(
                from,
                name,
                seriesBreak,
                inputs,
                definitions,
                rule,
                actualSteps,
                unit,
                shownIn,
                direction,
                targets,
                reported,
                reportedReplacesFormula,
                attainment,
                attained,
                asserted,
                rank,
                grade,
                List.of());
    }

    /** The same, not comparable with what was before. */
    public KpiVersion withBreak(SeriesBreak why) {
        return new KpiVersion(
                from,
                name,
                Optional.of(why),
                inputs,
                definitions,
                rule,
                actualSteps,
                unit,
                shownIn,
                direction,
                targets,
                reported,
                reportedReplacesFormula,
                attainment,
                attained,
                asserted,
                rank,
                grade,
                levels);
    }

    /** Why figures before this version may not be compared with figures from it on (公式調整，不適用). */
    public record SeriesBreak(String text, kpi.source.Span span) {
        public SeriesBreak {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(span, "span");
        }
    }
}
