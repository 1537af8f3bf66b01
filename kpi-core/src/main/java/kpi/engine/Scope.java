package kpi.engine;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import kpi.data.Table;
import kpi.diagnostic.KpiUsageException;
import kpi.model.Definition;
import kpi.model.Facet;
import kpi.model.InputDefinition;
import kpi.source.Place;
import kpi.value.ReportingPeriod;
import kpi.value.Value;

/**
 * What evaluating one KPI in one period may look at. It remembers the value of each definition, so that each is computed
 * once; one scope serves one thread.
 *
 * <pre>{@code
 * Scope scope = Scope.builder(period).facts(facts).build();
 * scope.prepare(version.definitions());
 * ReferenceEngine.evaluate(term, scope);
 * }</pre>
 */
public final class Scope {
    private final ReportingPeriod period;
    private final FactSource facts;
    private final FigureSource figures;
    private final Optional<Listener> listener;
    private final BooleanSupplier stop;
    private final Optional<RowWalker.Row> row;
    private final Map<String, Value> group;
    private final RowCache rows;
    private final ColumnChoice columns;
    private final SharedScans scans;
    private final Map<Definition, Outcome> definitions = new IdentityHashMap<>(4);

    private Scope(Builder builder) {
        this.period = builder.period;
        this.facts = builder.facts;
        this.figures = builder.figures;
        this.listener = builder.listener;
        this.stop = builder.stop;
        this.row = builder.row;
        this.group = builder.group;
        this.rows = builder.rows;
        this.columns = builder.columns;
        this.scans = builder.scans;
    }

    /** Begins a scope that knows nothing but the period. */
    public static Builder builder(ReportingPeriod period) {
        return new Builder(period);
    }

    public ReportingPeriod period() {
        return period;
    }

    public FactSource facts() {
        return facts;
    }

    public FigureSource figures() {
        return figures;
    }

    public Optional<Listener> listener() {
        return listener;
    }

    /** Whether the host wants evaluation to end. */
    public BooleanSupplier stop() {
        return stop;
    }

    /** The row that the KPI is evaluated at. */
    Optional<RowWalker.Row> row() {
        return row;
    }

    /** The columns and values of the group that the KPI is evaluated in; empty outside groups. */
    public Map<String, Value> group() {
        return group;
    }

    /** Whether the KPI is evaluated at several rows or in several groups. */
    boolean isRepeated() {
        return row.isPresent() || !group.isEmpty();
    }

    RowCache rows() {
        return rows;
    }

    /** Whether datasets are computed by column. */
    ColumnChoice columns() {
        return columns;
    }

    /** What passes over datasets have gathered before. */
    SharedScans scans() {
        return scans;
    }

    /** Evaluates definitions in this order; those that a term needs and nobody prepared are evaluated before the term. */
    public void prepare(List<Definition> all) {
        all.forEach(definition -> ReferenceEngine.define(definition, this));
    }

    /** The outcome of a definition that was evaluated. */
    public Optional<Outcome> known(Definition definition) {
        return Optional.ofNullable(definitions.get(definition));
    }

    void remember(Definition definition, Outcome outcome) {
        definitions.put(definition, outcome);
    }

    /** Builds a scope. */
    public static final class Builder {
        private final ReportingPeriod period;
        private FactSource facts = NoFacts.NOTHING;
        private FigureSource figures = NoFigures.NOTHING;
        private Optional<Listener> listener = Optional.empty();
        private BooleanSupplier stop = () -> false;
        private Optional<RowWalker.Row> row = Optional.empty();
        private Map<String, Value> group = Map.of();
        private RowCache rows = new RowCache();
        private ColumnChoice columns = ColumnChoice.NEVER;
        private SharedScans scans = SharedScans.none();

        private Builder(ReportingPeriod period) {
            this.period = Objects.requireNonNull(period, "period");
        }

        public Builder facts(FactSource source) {
            facts = Objects.requireNonNull(source, "facts");
            return this;
        }

        public Builder figures(FigureSource source) {
            figures = Objects.requireNonNull(source, "figures");
            return this;
        }

        public Builder listener(Listener heard) {
            listener = Optional.of(heard);
            return this;
        }

        /** Asked at least once for every {@value Evaluator#STEPS_BETWEEN_QUESTIONS} terms or rows. */
        public Builder stop(BooleanSupplier signal) {
            stop = Objects.requireNonNull(signal, "stop");
            return this;
        }

        /** Evaluates at a row of a table, numbered from 0. */
        public Builder row(Table table, int index) {
            return row(TableView.all(table), index);
        }

        /** Evaluates at a row: cells of its table are of this row, but inside an aggregate over the table. */
        public Builder row(RowView view, int index) {
            row = Optional.of(new RowWalker.Row(Objects.requireNonNull(view, "view"), index));
            return this;
        }

        /** Evaluates in a group: aggregates over rows that have all these columns see only those with these values. */
        public Builder group(Map<String, Value> keys) {
            group = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
            return this;
        }

        /** Shares what was found about rows with other scopes of the same facts and figures. */
        public Builder rows(RowCache cache) {
            rows = Objects.requireNonNull(cache, "rows");
            return this;
        }

        /** Computes datasets by column where that is chosen; the outcomes are the same. */
        public Builder columns(ColumnChoice choice) {
            columns = Objects.requireNonNull(choice, "columns");
            return this;
        }

        /** Shares passes over datasets with other scopes of the same evaluation. */
        public Builder scans(SharedScans shared) {
            scans = Objects.requireNonNull(shared, "scans");
            return this;
        }

        public Scope build() {
            return new Scope(this);
        }
    }

    /** For terms that use no data. */
    private enum NoFacts implements FactSource {
        NOTHING;

        @Override
        public Outcome input(InputDefinition input, ReportingPeriod period) {
            return Absences.input(input, Place.of(input.span()));
        }

        @Override
        public RowSet rows(String table, ReportingPeriod period) {
            return new RowSet.Absent(Absences.table(table));
        }
    }

    /** For terms that use no figure of a KPI. */
    private enum NoFigures implements FigureSource {
        NOTHING;

        @Override
        public Outcome figure(String kpi, Facet facet) {
            throw new KpiUsageException("no figure of " + kpi + " is known here");
        }

        @Override
        public Outcome own(Facet facet) {
            throw new KpiUsageException("no figure of the KPI itself is known here");
        }
    }
}
