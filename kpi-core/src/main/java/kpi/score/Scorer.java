package kpi.score;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
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
import java.util.function.Function;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Problem;
import kpi.diagnostic.StopSignal;
import kpi.engine.ColumnChoice;
import kpi.engine.Outcome;
import kpi.engine.SharedScans;
import kpi.model.ActualRule;
import kpi.model.KpiModel;
import kpi.model.KpiReferences;
import kpi.model.KpiVersion;
import kpi.model.Per;
import kpi.model.RuleTerms;
import kpi.model.ScorecardModel;
import kpi.model.Term;
import kpi.result.KpiHistory;
import kpi.result.KpiResult;
import kpi.result.KpiResult.Growth;
import kpi.result.Reconciliation;
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
    private final Map<String, Integer> places = new HashMap<>();
    private final List<KpiModel> listed;
    private final KpiResults results;
    private final History history;

    public Scorer(ScorecardModel model) {
        this.model = Objects.requireNonNull(model, "model");
        model.kpis().forEach(kpi -> byId.put(kpi.id(), kpi));
        Set<String> scores = model.scores();
        this.listed =
                model.kpis().stream().filter(kpi -> !scores.contains(kpi.id())).toList();
        model.evaluationOrder().forEach(id -> places.put(id, places.size()));
        this.results = new KpiResults(model);
        this.history = new History(model);
    }

    /**
     * What is asked of a scorer.
     *
     * @param period the period
     * @param knownOn data dated later than this are not seen
     * @param everyPeriod whether each row of a dataset with periods is evaluated in its own period
     * @param detail how much is explained
     * @param stop the host's signal to give up
     * @param columns whether datasets are computed by column
     */
    public record Question(
            ReportingPeriod period,
            Optional<LocalDate> knownOn,
            boolean everyPeriod,
            Explaining detail,
            BooleanSupplier stop,
            ColumnChoice columns) {
        public Question {
            Objects.requireNonNull(period, "period");
            Objects.requireNonNull(knownOn, "knownOn");
            Objects.requireNonNull(detail, "detail");
            Objects.requireNonNull(stop, "stop");
            Objects.requireNonNull(columns, "columns");
        }

        /** The same of one other period. */
        Question in(ReportingPeriod other) {
            return new Question(other, knownOn, false, detail, stop, columns);
        }
    }

    /** All KPIs, in the order of the text. */
    public List<KpiResult> all(FactBook book, Question question) {
        return score(model.evaluationOrder(), listed, book, question, true);
    }

    /** One KPI; only those it needs are evaluated with it. */
    public KpiResult one(String id, FactBook book, Question question) {
        return one(id, book, question, true);
    }

    private KpiResult one(String id, FactBook book, Question question, boolean hostUndated) {
        KpiModel kpi = model(id);
        Set<String> wanted = new LinkedHashSet<>(DimensionScores.computed(model, id));
        wanted.add(id);
        return score(needed(wanted), List.of(kpi), book, question, hostUndated).get(0);
    }

    /**
     * One KPI in each period from one up to that of the question, and how it changed from the year before. What a host gave
     * without a period is of the last one.
     */
    public KpiHistory history(String id, ReportingPeriod from, FactBook book, Question to) {
        KpiModel kpi = model(id);
        List<ReportingPeriod> periods = Periods.between(from, to.period());
        Map<ReportingPeriod, KpiResult> results = new HashMap<>();
        Function<ReportingPeriod, KpiResult> found =
                period -> results.computeIfAbsent(period, at -> one(id, book, to.in(at), at.equals(to.period())));
        YearsOnYear changes = new YearsOnYear(kpi, model.calendar());
        List<KpiHistory.Entry> entries = new ArrayList<>(periods.size());
        for (ReportingPeriod period : periods) {
            KpiResult result = found.apply(period);
            entries.add(new KpiHistory.Entry(result, changes.of(found.apply(period.yearBefore()), result)));
        }
        return new KpiHistory(id, to.knownOn(), model.calendar(), entries);
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
        Outcome before = pass(order, from, book, question, false, Explaining.NONE)
                .get(id)
                .actual()
                .value();
        Outcome after = pass(order, question.period(), book, question, true, Explaining.NONE)
                .get(id)
                .actual()
                .value();
        return growths.of(before, after);
    }

    /**
     * The figures that a KPI needs of others.
     *
     * @param firstDay the first day that something is known of
     */
    DoneFigures before(String id, ReportingPeriod period, Known known, Engine engine, Optional<LocalDate> firstDay) {
        List<String> all = needed(Set.of(id));
        DoneFigures done = history.before(all, period, new History.Lens(known, engine, firstDay, () -> false));
        List<String> order = all.stream().filter(other -> !other.equals(id)).toList();
        KpiEvaluator evaluator = new KpiEvaluator(period, known, done, engine);
        order.forEach(other -> done.add(evaluator.evaluate(model(other))));
        return done;
    }

    private KpiModel model(String id) {
        KpiModel kpi = byId.get(id);
        if (kpi == null) {
            throw new KpiUsageException("no KPI has the id " + id + "; there are " + byId.keySet());
        }
        return kpi;
    }

    /** What results find out later, when they are asked, is no longer the evaluation that the host may stop. */
    private static final class UntilDone implements BooleanSupplier {
        private final BooleanSupplier host;
        private volatile boolean done;

        UntilDone(BooleanSupplier host) {
            this.host = host;
        }

        @Override
        public boolean getAsBoolean() {
            return !done && host.getAsBoolean();
        }
    }

    private List<KpiResult> score(
            List<String> order, List<KpiModel> wanted, FactBook book, Question asked, boolean hostUndated) {
        UntilDone stop = new UntilDone(asked.stop());
        try {
            return scored(
                    order,
                    wanted,
                    book,
                    new Question(
                            asked.period(),
                            asked.knownOn(),
                            asked.everyPeriod(),
                            asked.detail(),
                            stop,
                            asked.columns()),
                    hostUndated);
        } finally {
            stop.done = true;
        }
    }

    private List<KpiResult> scored(
            List<String> order, List<KpiModel> wanted, FactBook book, Question question, boolean hostUndated) {
        ReportingPeriod period = question.period();
        Pass now = pass(order, period, book, question, hostUndated, question.detail());
        Map<String, List<RowAt>> rows = rows(wanted, now, book, question);
        DimensionScores judged =
                new DimensionScores(model, new JudgedScores(model, book, period, question.knownOn(), hostUndated), now);
        Reconciler reconciler = now.reconciler();
        Map<String, Growth> growths = growths(wanted, now.done(), book, question);
        List<KpiResult> all = new ArrayList<>(wanted.size());
        for (KpiModel kpi : wanted) {
            Engine.askToStop(question.stop(), kpi.id());
            Scored scored = inRows(now.get(kpi.id()), rows);
            List<Problem> problems = new ArrayList<>(scored.problems());
            FiscalYears.warning(kpi, history.recalled(kpi.id()), period, model.calendar())
                    .ifPresent(problems::add);
            List<Reconciliation> reconciliations = reconciler.of(scored, problems);
            DimensionScores.Found dimensions = judged.of(kpi.id());
            problems.addAll(dimensions.problems());
            KpiResult.Builder result = results.of(scored, period, KpiResults.Explainer.of(scored))
                    .dimensions(dimensions.figures())
                    .judged(dimensions.judged())
                    .reconciliations(reconciliations);
            Optional.ofNullable(growths.get(kpi.id())).ifPresent(result::growth);
            Optional.ofNullable(rows.get(kpi.id())).ifPresent(found -> {
                List<RowAt> held = reconciled(kpi, found, problems, StopSignal.of(question.stop()));
                problems.addAll(RowTexts.problems(kpi, held));
                result.groups(results.groups(kpi, keyColumns(kpi, held), held, question.detail()));
            });
            all.add(result.problems(problems).build());
        }
        return all;
    }

    private Map<String, List<RowAt>> rows(List<KpiModel> wanted, Pass now, FactBook book, Question question) {
        return question.everyPeriod()
                ? new RowCollector(
                                model,
                                book,
                                (ids, period) -> pass(needed(ids), period, book, question, true, Explaining.NONE))
                        .ofEveryPeriod(wanted, now)
                : RowCollector.of(wanted, now);
    }

    /** A KPI that has rows in other periods is evaluated per row, though none of them be of this period. */
    private static Scored inRows(Scored scored, Map<String, List<RowAt>> rows) {
        int size = rows.getOrDefault(scored.kpi().id(), List.of()).size();
        return size == 0 || scored.version().isEmpty()
                ? scored
                : KpiEvaluator.withoutFigures(
                        scored.kpi(), scored.version().get(), RowTexts.inRows(scored.kpi(), size), scored.rows());
    }

    private static List<RowAt> reconciled(KpiModel kpi, List<RowAt> rows, List<Problem> problems, StopSignal stop) {
        if (kpi.publishedColumn().isEmpty()) {
            return rows;
        }
        RowReconciler reconciler = new RowReconciler(kpi, kpi.publishedColumn().get(), stop);
        List<RowAt> held = new ArrayList<>(rows.size());
        List<RowAt> notHeld = new ArrayList<>();
        for (RowAt row : rows) {
            stop.step();
            Optional<RowReconciler.Held> printed = reconciler.of(row);
            held.add(printed.map(found -> row.with(found.reconciliation())).orElse(row));
            if (printed.filter(found -> found.reconciliation().isEmpty()).isPresent()) {
                notHeld.add(row);
            }
        }
        problems.addAll(RowTexts.notHeld(kpi, notHeld, rows.size()));
        return held;
    }

    private static List<String> keyColumns(KpiModel kpi, List<RowAt> rows) {
        if (kpi.per() instanceof Per.EachGroup group) {
            return group.columns();
        }
        return rows.isEmpty() ? List.of() : rows.get(0).base().keyColumns();
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
        Pass earlier = pass(needed(compared), before, book, question, false, Explaining.NONE);
        for (String id : compared) {
            Outcome then = earlier.get(id).actual().value();
            if (Figures.number(then).isPresent()) {
                Growths change = new Growths(model(id), before, question.period(), model.calendar());
                growths.put(id, change.of(then, done.get(id).actual().value()));
            }
        }
        return growths;
    }

    private Pass pass(
            List<String> order,
            ReportingPeriod period,
            FactBook book,
            Question question,
            boolean hostUndated,
            Explaining detail) {
        KnownFacts known = new KnownFacts(model, book, question.knownOn(), hostUndated);
        Engine engine = new Engine(
                question.stop(),
                detail,
                question.columns(),
                new SharedScans(() -> termsOf(order), () -> linesOf(order)));
        DoneFigures past = figures(order, period, book, question, engine);
        return new Pass(period, known, engine, past).evaluate(order, this::model, question.stop());
    }

    /** The terms of all versions of some KPIs. */
    private List<Term> termsOf(List<String> kpis) {
        return kpis.stream()
                .flatMap(id -> model(id).versions().stream())
                .flatMap(version -> RuleTerms.all(version).stream())
                .toList();
    }

    /** The lines of points of all versions of some KPIs. */
    private List<SharedScans.Line> linesOf(List<String> kpis) {
        List<SharedScans.Line> lines = new ArrayList<>();
        for (String id : kpis) {
            for (KpiVersion version : model(id).versions()) {
                if (version.rule() instanceof ActualRule.Points points) {
                    points.items().forEach(item -> lines.add(new SharedScans.Line(item, version.unit())));
                }
            }
        }
        return lines;
    }

    /** No figures yet, but what these KPIs need of other periods: what a host gave without a period is not of those. */
    private DoneFigures figures(
            List<String> order, ReportingPeriod period, FactBook book, Question question, Engine engine) {
        if (!history.isAsked(order)) {
            return new DoneFigures();
        }
        KnownFacts known = new KnownFacts(model, book, question.knownOn(), false);
        Optional<LocalDate> first = Periods.firstDay(model, book);
        return history.before(order, period, new History.Lens(known, engine, first, question.stop()));
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
        return needed.stream()
                .sorted(Comparator.comparing(id -> places.getOrDefault(id, 0)))
                .toList();
    }
}
