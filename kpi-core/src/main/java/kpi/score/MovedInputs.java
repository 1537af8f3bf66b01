package kpi.score;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kpi.engine.Outcome;
import kpi.engine.RowSet;
import kpi.engine.RowView;
import kpi.engine.TableView;
import kpi.model.InputDefinition;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.number.Exact;
import kpi.source.Place;
import kpi.unit.KpiUnit;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;

/** What is known, with other numbers for some inputs and cells: what might stand behind rounded ones. */
final class MovedInputs implements Known {
    private final Known known;
    private final ReportingPeriod period;
    private final Map<InputDefinition, Exact> inputs;
    private final UnaryOperator<RowView> rows;

    MovedInputs(Known known, ReportingPeriod period, Map<InputDefinition, Exact> inputs, UnaryOperator<RowView> rows) {
        this.known = Objects.requireNonNull(known, "known");
        this.period = Objects.requireNonNull(period, "period");
        this.inputs = inputs;
        this.rows = Objects.requireNonNull(rows, "rows");
    }

    /** The same outcome with another number. */
    static Outcome with(Outcome outcome, Exact value, KpiUnit unit) {
        return new Outcome.Present(Quantity.canonical(value, unit), outcome.provenance());
    }

    @Override
    public Outcome input(InputDefinition input, ReportingPeriod asked) {
        Outcome outcome = known.input(input, asked);
        Exact value = inputs.get(input);
        return value == null || !(outcome instanceof Outcome.Present) ? outcome : with(outcome, value, input.unit());
    }

    @Override
    public Outcome judged(String kpi, String dimension, ReportingPeriod asked) {
        return known.judged(kpi, dimension, asked);
    }

    @Override
    public RowSet rows(String table, ReportingPeriod asked) {
        RowSet set = known.rows(table, asked);
        return set instanceof RowSet.Rows found && asked.equals(period)
                ? new RowSet.Changed(rows.apply(TableView.of(found)))
                : set;
    }

    @Override
    public Optional<Outcome> reported(KpiModel kpi, KpiVersion version, ReportingPeriod asked) {
        return Optional.empty();
    }

    @Override
    public Optional<Place> reportedPlace(KpiModel kpi, KpiVersion version, ReportingPeriod asked) {
        return Optional.empty();
    }
}
