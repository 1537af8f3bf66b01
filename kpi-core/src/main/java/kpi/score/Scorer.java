package kpi.score;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import kpi.diagnostic.KpiCancelledException;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Problem;
import kpi.engine.Outcome;
import kpi.model.KpiModel;
import kpi.model.KpiReferences;
import kpi.model.KpiVersion;
import kpi.model.ScorecardModel;
import kpi.result.Figure;
import kpi.result.KpiResult;
import kpi.result.KpiResult.Growth;
import kpi.result.Reconciliation;
import kpi.unit.Units;
import kpi.value.ReportingPeriod;

/**
 * Scores the KPIs of a model with the facts of a host: KPI by KPI in the order in which they need one another, without
 * recursion, so a chain of any length can be scored.
 *
 * <p>Immutable; one scorer serves all threads.
 */
public final class Scorer {
    private final ScorecardModel model;
    private final Map<String, KpiModel> byId = new HashMap<>();
    private final Map<String, CardPlace> places;

    public Scorer(ScorecardModel model) {
        this.model = Objects.requireNonNull(model, "model");
        model.kpis().forEach(kpi -> byId.put(kpi.id(), kpi));
        this.places = CardPlace.of(model.root());
    }

    /**
     * What is asked of a scorer.
     *
     * @param period the period
     * @param knownOn data dated later than this are not seen
     * @param detail how much is explained
     * @param stop the host's signal to give up
     */
    public record Question(
            ReportingPeriod period, Optional<LocalDate> knownOn, Explaining detail, BooleanSupplier stop) {
        public Question {
            Objects.requireNonNull(period, "period");
            Objects.requireNonNull(knownOn, "knownOn");
            Objects.requireNonNull(detail, "detail");
            Objects.requireNonNull(stop, "stop");
        }
    }

    /** All KPIs, in the order of the text. */
    public List<KpiResult> all(FactBook book, Question question) {
        return score(model.evaluationOrder(), model.kpis(), book, question);
    }

    /** One KPI; only those it needs are evaluated with it. */
    public KpiResult one(String id, FactBook book, Question question) {
        KpiModel kpi = model(id);
        return score(needed(Set.of(id)), List.of(kpi), book, question).get(0);
    }

    /** The change of an actual between any two periods. */
    public Growth growth(String id, ReportingPeriod from, FactBook book, Question question) {
        KpiModel kpi = model(id);
        Growths growths = new Growths(kpi, from, question.period(), model.calendar());
        Optional<Growth> refused = growths.refused();
        if (refused.isPresent()) {
            return refused.get();
        }
        List<String> order = needed(Set.of(id));
        Outcome before =
                pass(order, from, book, question, false).get(id).actual().value();
        Outcome after = pass(order, question.period(), book, question, true)
                .get(id)
                .actual()
                .value();
        return growths.of(before, after);
    }

    /** The figures that a KPI needs of others. */
    DoneFigures before(String id, ReportingPeriod period, Known known, Engine engine) {
        DoneFigures done = new DoneFigures();
        List<String> order =
                needed(Set.of(id)).stream().filter(other -> !other.equals(id)).toList();
        evaluate(order, new KpiEvaluator(period, known, done, engine), done, () -> false);
        return done;
    }

    private KpiModel model(String id) {
        KpiModel kpi = byId.get(id);
        if (kpi == null) {
            throw new KpiUsageException("no KPI has the id " + id + "; there are " + byId.keySet());
        }
        return kpi;
    }

    private List<KpiResult> score(List<String> order, List<KpiModel> wanted, FactBook book, Question question) {
        ReportingPeriod period = question.period();
        KnownFacts known = new KnownFacts(model, book, question.knownOn(), true);
        Engine engine = new Engine(question.stop(), question.detail());
        DoneFigures done = new DoneFigures();
        evaluate(order, new KpiEvaluator(period, known, done, engine), done, question.stop());
        JudgedScores judged = new JudgedScores(model, book, period, question.knownOn());
        Reconciler reconciler = new Reconciler(period, known, done, engine);
        Map<String, Growth> growths = growths(wanted, done, book, question);
        List<KpiResult> results = new ArrayList<>(wanted.size());
        for (KpiModel kpi : wanted) {
            Scored scored = done.get(kpi.id());
            List<Problem> problems = new ArrayList<>(scored.problems());
            List<Reconciliation> reconciliations = reconciler.of(scored, problems);
            Map<String, Figure> dimensions = judged.of(kpi.id());
            dimensions.values().forEach(figure -> problems.addAll(figure.reasons()));
            KpiResult.Builder result = result(scored, period)
                    .dimensions(dimensions)
                    .reconciliations(reconciliations)
                    .problems(problems);
            Optional.ofNullable(growths.get(kpi.id())).ifPresent(result::growth);
            results.add(result.build());
        }
        return results;
    }

    private KpiResult.Builder result(Scored scored, ReportingPeriod period) {
        KpiModel kpi = scored.kpi();
        CardPlace place = places.getOrDefault(kpi.id(), CardPlace.NOWHERE);
        KpiResult.Builder result = KpiResult.of(kpi.id(), kpi.name(), period)
                .owner(kpi.owner())
                .perspective(place.perspective())
                .objective(place.objective(), place.objectiveName())
                .verdict(scored.verdict(), scored.verdictMarks());
        Figures figures = new Figures(model.calendar());
        if (scored.version().isEmpty()) {
            Figure none = figures.of(scored.target(), scored.target(), Units.NUMBER)
                    .because(scored.problems().stream().skip(1).toList())
                    .build();
            return result.actual(none).target(none).attainment(none, none);
        }
        KpiVersion version = scored.version().get();
        Attainment attainment = scored.attainment();
        Optional.ofNullable(version.targets().get(period))
                .ifPresent(target -> result.targetRelation(target.relation().sign()));
        return result.version(version.from(), version.name())
                .units(version.unit(), version.shownIn())
                .actual(figures.actual(scored.actual(), version, kpi.id()))
                .target(figures.shownLikeActual(scored.target(), version))
                .attainment(
                        figures.of(attainment.raw(), attainment.exact(), Units.PERCENT)
                                .explained(attainment.explanation())
                                .build(),
                        figures.of(attainment.capped(), attainment.exact(), Units.PERCENT)
                                .explained(attainment.explanation())
                                .build());
    }

    /** The growth from the period before, where there is something to compare, or a broken series forbids it. */
    private Map<String, Growth> growths(List<KpiModel> wanted, DoneFigures done, FactBook book, Question question) {
        ReportingPeriod before = question.period().previous();
        Map<String, Growth> growths = new HashMap<>();
        Set<String> compared = new LinkedHashSet<>();
        for (KpiModel kpi : wanted) {
            Optional<Growth> refused = new Growths(kpi, before, question.period(), model.calendar()).refused();
            if (refused.isPresent()) {
                growths.put(kpi.id(), refused.get());
            } else if (Figures.number(done.get(kpi.id()).actual().value()).isPresent()) {
                compared.add(kpi.id());
            }
        }
        if (compared.isEmpty()) {
            return growths;
        }
        DoneFigures earlier = pass(needed(compared), before, book, question, false);
        for (String id : compared) {
            Outcome then = earlier.get(id).actual().value();
            if (Figures.number(then).isPresent()) {
                Growths change = new Growths(model(id), before, question.period(), model.calendar());
                growths.put(id, change.of(then, done.get(id).actual().value()));
            }
        }
        return growths;
    }

    private DoneFigures pass(
            List<String> order, ReportingPeriod period, FactBook book, Question question, boolean hostUndated) {
        DoneFigures done = new DoneFigures();
        KnownFacts known = new KnownFacts(model, book, question.knownOn(), hostUndated);
        Engine engine = new Engine(question.stop(), Explaining.NONE);
        evaluate(order, new KpiEvaluator(period, known, done, engine), done, question.stop());
        return done;
    }

    private void evaluate(List<String> order, KpiEvaluator evaluator, DoneFigures done, BooleanSupplier stop) {
        for (String id : order) {
            if (stop.getAsBoolean()) {
                throw new KpiCancelledException("the host asked to stop before " + id);
            }
            done.add(evaluator.evaluate(model(id)));
        }
    }

    /** The KPIs that some KPIs need, and these, in an order in which they can be evaluated. */
    private List<String> needed(Set<String> wanted) {
        Set<String> needed = new HashSet<>(wanted);
        Deque<String> open = new ArrayDeque<>(wanted);
        while (!open.isEmpty()) {
            for (String id : KpiReferences.of(model(open.pop()), byId.keySet()).keySet()) {
                if (needed.add(id)) {
                    open.push(id);
                }
            }
        }
        return model.evaluationOrder().stream().filter(needed::contains).toList();
    }
}
