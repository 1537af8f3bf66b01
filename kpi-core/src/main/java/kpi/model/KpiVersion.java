package kpi.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kpi.source.Span;
import kpi.unit.KpiUnit;
import kpi.value.ReportingPeriod;

/**
 * A KPI as it stands from a period on; the first version has no beginning.
 *
 * @param particulars what documents say of it beside its figures
 * @param calculation how it comes to its actual
 * @param aims what it is to reach
 * @param scoring what is made of its actual
 */
public record KpiVersion(
        Optional<ReportingPeriod> from,
        String name,
        Optional<SeriesBreak> seriesBreak,
        Particulars particulars,
        Calculation calculation,
        Aims aims,
        Scoring scoring) {
    public KpiVersion {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(seriesBreak, "seriesBreak");
        Objects.requireNonNull(particulars, "particulars");
        Objects.requireNonNull(calculation, "calculation");
        Objects.requireNonNull(aims, "aims");
        Objects.requireNonNull(scoring, "scoring");
    }

    /** A version that only calculates. */
    public static KpiVersion of(Optional<ReportingPeriod> from, String name, Calculation calculation) {
        return new KpiVersion(from, name, Optional.empty(), Particulars.NONE, calculation, Aims.NONE, Scoring.NONE);
    }

    /** The same, not comparable with what was before. */
    public KpiVersion withBreak(SeriesBreak why) {
        return new KpiVersion(from, name, Optional.of(why), particulars, calculation, aims, scoring);
    }

    public List<InputDefinition> inputs() {
        return calculation.inputs();
    }

    public List<Definition> definitions() {
        return calculation.definitions();
    }

    public ActualRule rule() {
        return calculation.rule();
    }

    public List<Step> actualSteps() {
        return calculation.actualSteps();
    }

    public KpiUnit unit() {
        return calculation.unit();
    }

    public KpiUnit shownIn() {
        return calculation.shownIn();
    }

    public List<InputDefinition.Stated> reported() {
        return calculation.stated().figures();
    }

    /** Where a dataset states the actual of each row or group. */
    public Optional<JoinedColumn> reportedCell() {
        return calculation.stated().cell();
    }

    public Optional<String> reportedReplacesFormula() {
        return calculation.stated().replacesFormula();
    }

    public Direction direction() {
        return aims.direction();
    }

    public Optional<Tolerance> tolerance() {
        return aims.tolerance();
    }

    /** Whether it has no target on purpose (不設目標). */
    public boolean withoutTarget() {
        return aims.withoutTarget();
    }

    public Map<ReportingPeriod, Target> targets() {
        return aims.targets();
    }

    public List<LevelFigures> levels() {
        return aims.levels();
    }

    /** The figures of a level; empty where the version has none. */
    public Optional<LevelFigures> level(Level level) {
        return aims.level(level);
    }

    public Optional<AttainmentRule> attainment() {
        return scoring.attainment();
    }

    public Optional<AttainedRule> attained() {
        return scoring.attained();
    }

    public Map<ReportingPeriod, AttainedRule.Asserted> asserted() {
        return scoring.asserted();
    }

    public Optional<RankRule> rank() {
        return scoring.rank();
    }

    public Optional<GradeRule> grade() {
        return scoring.grade();
    }

    public Optional<LightRule> light() {
        return scoring.light();
    }

    /**
     * Why figures before this version may not be compared with figures from it on (公式調整，不適用).
     *
     * @param text as it is written
     * @param definition the name of the definition that was changed; empty if the KPI's own formula was
     */
    public record SeriesBreak(String text, Optional<String> definition, Span span) {
        public SeriesBreak {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(definition, "definition");
            Objects.requireNonNull(span, "span");
        }
    }
}
