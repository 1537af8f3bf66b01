package kpi.score;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import kpi.diagnostic.StopSignal;
import kpi.engine.ColumnChoice;
import kpi.engine.Outcome;
import kpi.engine.RowSet;
import kpi.engine.SharedScans;
import kpi.engine.TableView;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.model.Term;
import kpi.number.Exact;
import kpi.value.ReportingPeriod;

/** One period in which KPIs are evaluated: what is known, and what came out. */
final class Pass {
    private final ReportingPeriod period;
    private final KnownFacts known;
    private final Engine engine;
    private final DoneFigures done;
    private final RowScorer rows;

    /** A pass; {@code done} is empty, but knows other periods. */
    Pass(ReportingPeriod period, KnownFacts known, Engine engine, DoneFigures done) {
        this.period = Objects.requireNonNull(period, "period");
        this.known = Objects.requireNonNull(known, "known");
        this.engine = Objects.requireNonNull(engine, "engine");
        this.done = Objects.requireNonNull(done, "done");
        this.rows = new RowScorer(period, known, done, engine);
    }

    /** Evaluates KPIs in an order in which each comes after those it needs. */
    Pass evaluate(List<String> order, Function<String, KpiModel> models, BooleanSupplier stop) {
        KpiEvaluator evaluator = new KpiEvaluator(period, known, done, engine, rows);
        for (String id : order) {
            Engine.askToStop(stop, id);
            done.add(evaluator.evaluate(models.apply(id)));
        }
        return this;
    }

    ReportingPeriod period() {
        return period;
    }

    DoneFigures done() {
        return done;
    }

    Scored get(String kpi) {
        return done.get(kpi);
    }

    Reconciler reconciler() {
        return new Reconciler(period, known, done, engine);
    }

    /** For work that no evaluator counts. */
    StopSignal signal() {
        return engine.signal();
    }

    /** A dataset as this period sees it. */
    Optional<TableView> table(String name) {
        return rows.table(name);
    }

    /** What is behind a row or group, and how far each of it may be from its print. */
    Leeway leeway(KpiVersion version, RowAt row, String published) {
        return Leeway.of(known, version, period, Optional.of(row), Optional.of(published));
    }

    /** Where figures of a row or group may lie. */
    RuleRange ranges(KpiVersion version, RowAt row, Effort effort) {
        return rows.ranges(version, row.base(), row.index(), engine.quietly(), effort);
    }

    /** The actual of a KPI at a row or in a group, were other things known. */
    Optional<Exact> actual(KpiModel kpi, KpiVersion version, RowAt row, UnaryOperator<Known> otherwise) {
        Known moved = otherwise.apply(known);
        RowScorer there = new RowScorer(period, moved, done, engine);
        RowBase base = row.base() instanceof RowBase.OfRows of
                        && moved.rows(of.view().name(), period) instanceof RowSet.Changed changed
                ? new RowBase.OfRows(changed.view(), of.rows())
                : row.base();
        return Figures.number(there.at(base, row.index(), engine.quietly())
                .row(kpi, version)
                .actual()
                .value());
    }

    /** What a term comes to at a row. */
    Outcome evaluate(Term term, RowBase base, int row) {
        return rows.at(base, row, engine.quietly()).evaluate(term);
    }

    /** The KPI once more at a row, explained; locked, since what is known is looked up for one thread at a time. */
    synchronized Scored explained(KpiModel kpi, KpiVersion version, RowBase base, int row, Explaining detail) {
        return rows.at(base, row, new Engine(() -> false, detail, ColumnChoice.FASTEST, SharedScans.none()))
                .row(kpi, version);
    }
}
