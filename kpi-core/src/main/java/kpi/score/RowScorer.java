package kpi.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kpi.diagnostic.StopSignal;
import kpi.engine.KpiRows;
import kpi.engine.Outcome;
import kpi.engine.PiecesRows;
import kpi.engine.Provenance;
import kpi.engine.ReferenceEngine;
import kpi.engine.RowCache;
import kpi.engine.RowView;
import kpi.engine.Scope;
import kpi.engine.TableView;
import kpi.model.KpiModel;
import kpi.model.KpiReferences;
import kpi.model.KpiVersion;
import kpi.model.Per;
import kpi.model.RankRule;
import kpi.number.Exact;
import kpi.result.Rank;
import kpi.value.ReportingPeriod;
import kpi.value.Truth;
import kpi.value.Value;

/**
 * Evaluates KPIs per row and per group in one period. The rows that were found and what they share are kept, so n rows cost
 * about n times what one costs; see {@link RowCache}.
 */
final class RowScorer {
    private final ReportingPeriod period;
    private final Known known;
    private final DoneFigures done;
    private final Engine engine;
    private final RowCache cache = new RowCache();

    RowScorer(ReportingPeriod period, Known known, DoneFigures done, Engine engine) {
        this.period = Objects.requireNonNull(period, "period");
        this.known = Objects.requireNonNull(known, "known");
        this.done = Objects.requireNonNull(done, "done");
        this.engine = Objects.requireNonNull(engine, "engine");
    }

    /** Rows, or why there are none. */
    record Found(Optional<RowBase> base, Optional<Outcome> absent) {}

    /** What a KPI is evaluated at. */
    Found base(KpiModel kpi, KpiVersion version) {
        Scope scope =
                engine.looking(Scope.builder(period).facts(known).figures(done).rows(cache));
        if (kpi.per() instanceof Per.EachRow each) {
            KpiRows rows = ReferenceEngine.rows(each.table(), scope);
            return rows instanceof KpiRows.Rows found
                    ? new Found(Optional.of(new RowBase.OfRows(found.view())), Optional.empty())
                    : new Found(Optional.empty(), Optional.of(((KpiRows.Absent) rows).why()));
        }
        List<String> columns = ((Per.EachGroup) kpi.per()).columns();
        if (known.gives(kpi.id(), period)) {
            List<Map<String, Value>> group = List.of(known.givenGroup(columns, period));
            return new Found(
                    Optional.of(new RowBase.OfGroups(kpi.id(), columns, group, Provenance.exact())), Optional.empty());
        }
        return groups(kpi.id(), columns, version, scope);
    }

    /** Groups of whatever is there; only if nothing is, there are none. */
    private Found groups(String kpi, List<String> columns, KpiVersion version, Scope scope) {
        List<RowView> views = new ArrayList<>();
        Optional<Outcome> absent = Optional.empty();
        Provenance provenance = Provenance.exact();
        for (String name : KpiReferences.rows(version).keySet()) {
            KpiRows rows = ReferenceEngine.rows(name, scope);
            if (rows instanceof KpiRows.Rows found) {
                views.add(found.view());
                provenance = provenance.and(found.view().provenance());
            } else {
                Outcome why = ((KpiRows.Absent) rows).why();
                if (PiecesRows.hasAll(known.rows(name, period), columns)) {
                    // Which groups its rows are of, nobody knows.
                    return new Found(Optional.empty(), Optional.of(why));
                }
                absent = absent.or(() -> Optional.of(why));
            }
        }
        if (views.isEmpty() && absent.isPresent()) {
            return new Found(Optional.empty(), absent);
        }
        List<Map<String, Value>> groups = ReferenceEngine.groups(columns, views, scope);
        return new Found(Optional.of(new RowBase.OfGroups(kpi, columns, groups, provenance)), Optional.empty());
    }

    /** The KPI at every row; nothing is explained, since nobody reads thousands of explanations. */
    ScoredRows rows(KpiModel kpi, KpiVersion version, RowBase base) {
        List<Scored> rows = new ArrayList<>(base.size());
        for (int row = 0; row < base.size(); row++) {
            rows.add(at(base, row, engine.quietly()).row(kpi, version));
        }
        return new ScoredRows(kpi.id(), base, rows, ranks(version.rank(), base, rows));
    }

    private List<Optional<Rank>> ranks(Optional<RankRule> rule, RowBase base, List<Scored> rows) {
        if (rule.isEmpty()) {
            return Collections.nCopies(rows.size(), Optional.empty());
        }
        List<Optional<Ranking.Entry>> entries = new ArrayList<>(rows.size());
        StopSignal stop = engine.signal();
        for (int row = 0; row < rows.size(); row++) {
            stop.step();
            entries.add(entry(rule.get(), base, row, rows.get(row)));
        }
        return new Ranking(rule.get(), stop).of(entries);
    }

    /** A row without a value, or without one of the values that tell with whom it is ranked, is not ranked. */
    private Optional<Ranking.Entry> entry(RankRule rule, RowBase base, int row, Scored scored) {
        Optional<Exact> value = Figures.number(DoneFigures.of(scored, rule.of()));
        List<Object> together = new ArrayList<>();
        for (String column : rule.within()) {
            base.cell(row, column).value().ifPresent(together::add);
        }
        boolean ranked = value.isPresent()
                && together.size() == rule.within().size()
                && rule.where()
                        .map(where -> at(base, row, engine.quietly()).condition(scored, where))
                        .filter(holds ->
                                holds.value().filter(Truth.TRUE::equals).isEmpty())
                        .isEmpty();
        return ranked ? Optional.of(new Ranking.Entry(together, value.get())) : Optional.empty();
    }

    /** A dataset as this period sees it. */
    Optional<TableView> table(String name) {
        Scope scope =
                Scope.builder(period).facts(known).figures(done).rows(cache).build();
        return ReferenceEngine.rows(name, scope) instanceof KpiRows.Rows rows && rows.view() instanceof TableView view
                ? Optional.of(view)
                : Optional.empty();
    }

    /** An evaluator that stands at a row. */
    KpiEvaluator at(RowBase base, int row, Engine how) {
        return new KpiEvaluator(period, known, done, engineAt(base, row, how), this);
    }

    /** Where figures of a KPI may lie at a row, or in a group. */
    RuleRange ranges(KpiVersion version, RowBase base, int row, Engine how, Effort effort) {
        Optional<TermRanges.Row> here = base instanceof RowBase.OfRows of
                ? Optional.of(new TermRanges.Row(of.view(), of.rows()[row]))
                : Optional.empty();
        Map<String, Value> group = here.isPresent() ? Map.of() : base.keys(row);
        return new RuleRange(version, period, known, done, engineAt(base, row, how), effort, group, here, cache);
    }

    Engine engineAt(RowBase base, int row, Engine how) {
        return how.at(scope -> {
            base.bind(row, scope);
            scope.rows(cache);
        });
    }
}
