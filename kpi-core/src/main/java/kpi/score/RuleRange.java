package kpi.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kpi.engine.FigureSource;
import kpi.engine.Outcome;
import kpi.engine.RowCache;
import kpi.model.ActualRule;
import kpi.model.AttainmentMethod;
import kpi.model.AttainmentRule;
import kpi.model.Facet;
import kpi.model.KpiVersion;
import kpi.model.RuleTerms;
import kpi.model.Step;
import kpi.model.Term;
import kpi.value.ReportingPeriod;
import kpi.value.Value;

/**
 * Where the figures of a KPI may lie while what is behind them moves within its leeway. Figures of other KPIs stand as they
 * are: what they round is a matter of what was published of them.
 */
final class RuleRange {
    private final KpiVersion version;
    private final ReportingPeriod period;
    private final Known known;
    private final DoneFigures done;
    private final Engine engine;
    private final Effort effort;
    private final Map<String, Value> group;
    private final Optional<TermRanges.Row> row;
    private final RowCache cache;

    /** Of a KPI that is evaluated once. */
    RuleRange(KpiVersion version, ReportingPeriod period, Known known, DoneFigures done, Engine engine, Effort effort) {
        this(version, period, known, done, engine, effort, Map.of(), Optional.empty(), new RowCache());
    }

    /** At a row or in a group, where the engine stands. */
    RuleRange(
            KpiVersion version,
            ReportingPeriod period,
            Known known,
            DoneFigures done,
            Engine engine,
            Effort effort,
            Map<String, Value> group,
            Optional<TermRanges.Row> row,
            RowCache cache) {
        this.version = Objects.requireNonNull(version, "version");
        this.period = Objects.requireNonNull(period, "period");
        this.known = Objects.requireNonNull(known, "known");
        this.done = Objects.requireNonNull(done, "done");
        this.engine = Objects.requireNonNull(engine, "engine");
        this.effort = Objects.requireNonNull(effort, "effort");
        this.group = group;
        this.row = row;
        this.cache = cache;
    }

    /** The actual of a formula or of points; nothing is proved of nodes. */
    Optional<Range> actual(Leeway leeway) {
        if (version.rule() instanceof ActualRule.Points points) {
            List<Term> terms = limits(version.actualSteps());
            terms.addAll(RuleTerms.ofPoints(points));
            TermRanges ranges = ranges(terms, done, Map.of(), leeway);
            return ranges.after(new PointsRange(points, version.unit(), ranges).total(), version.actualSteps());
        }
        if (!(version.rule() instanceof ActualRule.Formula formula)) {
            return Optional.empty();
        }
        TermRanges ranges = ranges(terms(formula.term(), version.actualSteps()), done, Map.of(), leeway);
        return ranges.after(ranges.of(formula.term()), version.actualSteps());
    }

    /** What the steps of the actual make of a stated figure. */
    Optional<Range> steps(Range stated, Leeway leeway) {
        List<Step> steps = version.actualSteps();
        return ranges(limits(steps), done, Map.of(), leeway).after(Optional.of(stated), steps);
    }

    /** The attainment of an actual; an attainment by verdict has no range. */
    Optional<Range> attainment(Range actual, Outcome target, Leeway leeway) {
        Optional<AttainmentRule> rule = version.attainment().filter(each -> each.method() != AttainmentMethod.YES_NO);
        if (rule.isEmpty()) {
            return Optional.empty();
        }
        List<Step> steps = rule.get().steps();
        // The engine is not asked for the actual: every term that names it moves.
        FigureSource figures = done.withOwn(target, Engine.Target.of(target));
        Term value = rule.get().value();
        TermRanges ranges = ranges(terms(value, steps), figures, Map.of(Facet.ACTUAL, actual), leeway);
        return ranges.after(ranges.of(value), steps);
    }

    private TermRanges ranges(List<Term> terms, FigureSource figures, Map<Facet, Range> own, Leeway leeway) {
        TermRanges.World world = new TermRanges.World(period, known, figures, leeway, effort, own, group, terms, cache);
        return TermRanges.of(world, engine, row);
    }

    private static List<Term> terms(Term value, List<Step> steps) {
        List<Term> terms = limits(steps);
        terms.add(value);
        return terms;
    }

    private static List<Term> limits(List<Step> steps) {
        List<Term> limits = new ArrayList<>();
        steps.forEach(step -> step.needed().ifPresent(limits::add));
        return limits;
    }
}
