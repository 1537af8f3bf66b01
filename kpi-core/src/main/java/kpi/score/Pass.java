package kpi.score;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import kpi.engine.Outcome;
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

    /** A dataset as this period sees it. */
    Optional<TableView> table(String name) {
        return rows.table(name);
    }

    /** The actual of a KPI at a row. */
    Optional<Exact> actual(KpiModel kpi, KpiVersion version, RowBase base, int row) {
        return Figures.number(
                rows.at(base, row, engine.quietly()).row(kpi, version).actual().value());
    }

    /** What a term comes to at a row. */
    Outcome evaluate(Term term, RowBase base, int row) {
        return rows.at(base, row, engine.quietly()).evaluate(term);
    }

    /** The KPI once more at a row, explained; locked, since what is known is looked up for one thread at a time. */
    synchronized Scored explained(KpiModel kpi, KpiVersion version, RowBase base, int row, Explaining detail) {
        return rows.at(base, row, new Engine(() -> false, detail)).row(kpi, version);
    }
}
