package kpi.score;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.engine.Outcome;
import kpi.engine.RowSet;
import kpi.model.InputDefinition;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.number.Exact;
import kpi.source.Place;
import kpi.unit.KpiUnit;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;

/** What is known, with other values for some inputs: what might stand behind rounded ones. */
final class MovedInputs implements Known {
    private final Known known;
    private final Map<InputDefinition, Exact> moved;

    private MovedInputs(Known known, Map<InputDefinition, Exact> moved) {
        this.known = known;
        this.moved = moved;
    }

    static Known of(Known known, List<InputDefinition> inputs, List<Exact> values) {
        Map<InputDefinition, Exact> moved = new IdentityHashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            moved.put(inputs.get(i), values.get(i));
        }
        return new MovedInputs(known, moved);
    }

    /** The same outcome with another number. */
    static Outcome with(Outcome outcome, Exact value, KpiUnit unit) {
        return new Outcome.Present(Quantity.canonical(value, unit), outcome.provenance());
    }

    @Override
    public Outcome input(InputDefinition input, ReportingPeriod period) {
        Outcome outcome = known.input(input, period);
        Exact value = moved.get(input);
        return value == null || !(outcome instanceof Outcome.Present) ? outcome : with(outcome, value, input.unit());
    }

    @Override
    public Outcome judged(String kpi, String dimension, ReportingPeriod period) {
        return known.judged(kpi, dimension, period);
    }

    @Override
    public RowSet rows(String table, ReportingPeriod period) {
        return known.rows(table, period);
    }

    @Override
    public Optional<Outcome> reported(KpiModel kpi, KpiVersion version, ReportingPeriod period) {
        return Optional.empty();
    }

    @Override
    public Optional<Place> reportedPlace(KpiModel kpi, KpiVersion version, ReportingPeriod period) {
        return Optional.empty();
    }
}
