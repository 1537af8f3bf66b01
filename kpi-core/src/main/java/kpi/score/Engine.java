package kpi.score;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import kpi.diagnostic.KpiCancelledException;
import kpi.diagnostic.StopSignal;
import kpi.engine.ColumnChoice;
import kpi.engine.FigureSource;
import kpi.engine.Outcome;
import kpi.engine.PointsOutcome;
import kpi.engine.Provenance;
import kpi.engine.ReferenceEngine;
import kpi.engine.RollUpOutcome;
import kpi.engine.Scope;
import kpi.engine.SharedScans;
import kpi.explain.Explanation;
import kpi.explain.Tracer;
import kpi.model.ActualRule;
import kpi.model.AttainmentRule;
import kpi.model.Definition;
import kpi.model.KpiVersion;
import kpi.model.Level;
import kpi.model.Relation;
import kpi.model.Step;
import kpi.model.Term;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.PrintedQuantity;
import kpi.value.ReportingPeriod;

/** The way to the engine: what a KPI's lines mean in terms of it. */
final class Engine {
    /** More rows of one aggregate than a person reads. */
    private static final int MOST_ROWS_EXPLAINED = 1_000;

    private final BooleanSupplier stop;
    private final Explaining detail;
    private final ColumnChoice columns;
    private final SharedScans scans;
    private final Consumer<Scope.Builder> place;

    /** What it shares of datasets, it shares with all engines made from it. */
    Engine(BooleanSupplier stop, Explaining detail, ColumnChoice columns, SharedScans scans) {
        this(stop, detail, columns, scans, scope -> {});
    }

    private Engine(
            BooleanSupplier stop,
            Explaining detail,
            ColumnChoice columns,
            SharedScans scans,
            Consumer<Scope.Builder> place) {
        this.stop = Objects.requireNonNull(stop, "stop");
        this.detail = Objects.requireNonNull(detail, "detail");
        this.columns = Objects.requireNonNull(columns, "columns");
        this.scans = Objects.requireNonNull(scans, "scans");
        this.place = Objects.requireNonNull(place, "place");
    }

    /** The same, at a row or in a group. */
    Engine at(Consumer<Scope.Builder> there) {
        return new Engine(stop, detail, columns, scans, there);
    }

    /** The same, without explaining. */
    Engine quietly() {
        return detail == Explaining.NONE ? this : new Engine(stop, Explaining.NONE, columns, scans, place);
    }

    private Optional<Tracer> tracer() {
        return switch (detail) {
            case NONE -> Optional.empty();
            case STEPS -> Optional.of(Tracer.steps());
            case ROWS -> Optional.of(Tracer.rows(MOST_ROWS_EXPLAINED));
        };
    }

    private Scope scope(ReportingPeriod period, Known known, FigureSource figures, Optional<Tracer> tracer) {
        Scope.Builder scope = Scope.builder(period)
                .facts(known)
                .figures(figures)
                .stop(stop)
                .columns(columns)
                .scans(scans);
        place.accept(scope);
        tracer.ifPresent(scope::listener);
        return scope.build();
    }

    /** A scope to look at rows with. */
    Scope looking(Scope.Builder scope) {
        return scope.stop(stop).columns(columns).build();
    }

    /** The actual by formula or points, with its steps. */
    Actual compute(KpiVersion version, ReportingPeriod period, Known known, FigureSource figures) {
        Optional<Tracer> tracer = tracer();
        Scope scope = scope(period, known, figures, tracer);
        scope.prepare(version.definitions());
        Outcome before;
        Optional<Explanation> explanation;
        Optional<PointsOutcome> points = Optional.empty();
        Optional<RollUpOutcome> rollUp = Optional.empty();
        if (version.rule() instanceof ActualRule.Formula formula) {
            before = ReferenceEngine.in(version.unit(), ReferenceEngine.evaluate(formula.term(), scope));
            explanation = tracer.flatMap(heard -> heard.explain(formula.term()));
        } else if (version.rule() instanceof ActualRule.Score score) {
            Term formula = score.formula().orElseThrow();
            before = ReferenceEngine.in(version.unit(), ReferenceEngine.evaluate(formula, scope));
            explanation = tracer.flatMap(heard -> heard.explain(formula));
        } else if (version.rule() instanceof ActualRule.RollUp rule) {
            RollUpOutcome node = ReferenceEngine.rollUp(rule, version.unit(), scope);
            rollUp = Optional.of(node);
            before = node.value();
            explanation = tracer.map(heard -> heard.explain(node, rule, version.unit()));
        } else {
            ActualRule.Points rule = (ActualRule.Points) version.rule();
            PointsOutcome sum = ReferenceEngine.points(rule, version.unit(), scope);
            points = Optional.of(sum);
            before = sum.total();
            explanation = tracer.map(heard -> heard.explain(sum, version.unit()));
        }
        Map<String, Outcome> definitions = new LinkedHashMap<>();
        for (Definition definition : version.definitions()) {
            scope.known(definition).ifPresent(outcome -> definitions.put(definition.name(), outcome));
        }
        return stepped(
                version, before, scope, explanation.map(how -> how.in(version.unit())), definitions, points, rollUp);
    }

    private static Actual stepped(
            KpiVersion version,
            Outcome before,
            Scope scope,
            Optional<Explanation> explanation,
            Map<String, Outcome> definitions,
            Optional<PointsOutcome> points,
            Optional<RollUpOutcome> rollUp) {
        List<Step> steps = version.actualSteps();
        List<Outcome> trail = ReferenceEngine.trail(steps, before, scope);
        Outcome after = trail.isEmpty() ? before : trail.get(trail.size() - 1);
        return new Actual(
                after,
                before,
                Optional.empty(),
                explanation.map(how -> how.then(steps, trail)),
                definitions,
                points,
                rollUp,
                Optional.empty());
    }

    /** The points of a version that has points, line by line. */
    PointsOutcome points(KpiVersion version, ReportingPeriod period, Known known, FigureSource figures) {
        Scope scope = scope(period, known, figures, Optional.empty());
        scope.prepare(version.definitions());
        return ReferenceEngine.points((ActualRule.Points) version.rule(), version.unit(), scope);
    }

    /** A reported actual, with the steps of the actual. */
    Actual reported(KpiVersion version, Outcome stated, ReportingPeriod period, Known known, FigureSource figures) {
        Scope scope = scope(period, known, figures, Optional.empty());
        Optional<Explanation> explanation = detail == Explaining.NONE
                ? Optional.empty()
                : Optional.of(Explanation.stated("填報值", stated, Optional.empty()));
        return stepped(
                version,
                stated,
                scope,
                explanation.map(how -> how.in(version.unit())),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** The attainment with all its steps, and with all but the caps; the figures include the KPI's own. */
    Attainment attainment(AttainmentRule rule, ReportingPeriod period, Known known, FigureSource figures) {
        Optional<Tracer> tracer = tracer();
        Scope scope = scope(period, known, figures, tracer);
        Outcome exact = ReferenceEngine.evaluate(rule.value(), scope);
        List<Outcome> trail = ReferenceEngine.trail(rule.steps(), exact, scope);
        Outcome capped = trail.isEmpty() ? exact : trail.get(trail.size() - 1);
        Outcome raw = ReferenceEngine.apply(withoutCaps(rule.steps()), exact, scope);
        Optional<Explanation> explanation = tracer.flatMap(heard -> heard.explain(rule.value()))
                .map(how -> how.in(Units.PERCENT).then(rule.steps(), trail));
        return new Attainment(exact, raw, capped, explanation, Optional.of(rule));
    }

    /** The value of a name that a version defines. */
    Outcome definition(
            KpiVersion version, Definition wanted, ReportingPeriod period, Known known, FigureSource figures) {
        Scope scope = scope(period, known, figures, Optional.empty());
        scope.prepare(version.definitions());
        return scope.known(wanted).orElseThrow();
    }

    /** A computed target, and how. */
    Target target(Term term, KpiUnit unit, ReportingPeriod period, Known known, FigureSource figures) {
        Optional<Tracer> tracer = tracer();
        Outcome value = ReferenceEngine.evaluate(term, scope(period, known, figures, tracer));
        return Target.computed(
                value, tracer.flatMap(heard -> heard.explain(term)).map(how -> how.in(unit)));
    }

    /**
     * A target; where it is computed, with its computation.
     *
     * @param relation how an actual must stand to it; empty where there is none, for a band, and where the data that
     *     decide the direction are missing
     * @param undirected why there is no relation, where the data should have told
     * @param ends of a band
     * @param levels the figures beside it that hold in the period
     */
    record Target(
            Outcome value,
            Optional<Explanation> explanation,
            Optional<Relation> relation,
            Optional<Outcome> undirected,
            Optional<kpi.model.Target.Band> ends,
            Map<Level, Target> levels) {
        static Target of(Outcome stated) {
            return computed(stated, Optional.empty());
        }

        static Target computed(Outcome value, Optional<Explanation> explanation) {
            return new Target(value, explanation, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
        }

        Target meant(Relation how) {
            return new Target(value, explanation, Optional.of(how), undirected, ends, levels);
        }

        Target undirected(Outcome why) {
            return new Target(value, explanation, Optional.empty(), Optional.of(why), ends, levels);
        }

        Target between(kpi.model.Target.Band band) {
            return new Target(value, explanation, relation, undirected, Optional.of(band), levels);
        }

        Target beside(Map<Level, Target> figures) {
            return new Target(value, explanation, relation, undirected, ends, figures);
        }

        /** The lower end of a band; for a single figure what the figure is. */
        Outcome lowest() {
            return end(kpi.model.Target.Band::from);
        }

        /** The upper end of a band. */
        Outcome highest() {
            return end(kpi.model.Target.Band::to);
        }

        private Outcome end(Function<kpi.model.Target.Band, PrintedQuantity> which) {
            return ends.map(which)
                    .<Outcome>map(printed -> new Outcome.Present(printed.quantity(), Provenance.exact()))
                    .orElse(value);
        }
    }

    /** For work that no evaluator counts: sorting, gathering groups. */
    StopSignal signal() {
        return StopSignal.of(stop);
    }

    static void askToStop(BooleanSupplier stop, String kpi) {
        if (stop.getAsBoolean()) {
            throw new KpiCancelledException("the host asked to stop before " + kpi);
        }
    }

    /** The value of a condition; the figures include the KPI's own. */
    Outcome evaluate(Term condition, ReportingPeriod period, Known known, FigureSource figures) {
        return ReferenceEngine.evaluate(condition, scope(period, known, figures, Optional.empty()));
    }

    /** The steps that round but do not cap. */
    static List<Step> withoutCaps(List<Step> steps) {
        return steps.stream().filter(step -> !(step instanceof Step.Cap)).toList();
    }
}
