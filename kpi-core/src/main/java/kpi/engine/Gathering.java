package kpi.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kpi.diagnostic.StopSignal;
import kpi.engine.columnar.Gathered;
import kpi.engine.pieces.Kept;
import kpi.function.RowFunction;
import kpi.function.RowTotals;
import kpi.function.Sample;
import kpi.model.Aggregate;
import kpi.number.Exact;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.Value;

/** The values of an aggregate, gathered row by row, and what to show them with. */
final class Gathering {
    private final Aggregate aggregate;
    private final Sample sample;
    private final StopSignal stop;
    private final Consumer<List<Value>> heard;
    private Optional<Quantity> least = Optional.empty();
    private Optional<Quantity> most = Optional.empty();
    private Optional<KpiUnit> unit = Optional.empty();
    private boolean oneUnit = true;

    /** @param stop asked while the figure of many rows is computed */
    Gathering(Aggregate aggregate, StopSignal stop) {
        this(aggregate, stop, any -> {});
    }

    private Gathering(Aggregate aggregate, StopSignal stop, Consumer<List<Value>> heard) {
        this.aggregate = aggregate;
        this.stop = stop;
        this.heard = heard;
        this.sample = aggregate.function().sample().stopWhen(stop);
    }

    /** For few values, each row of which is told. */
    Gathering(Aggregate aggregate, Consumer<List<Value>> heard) {
        this(aggregate, StopSignal.never(), heard);
    }

    /** For few values. */
    Gathering(Aggregate aggregate) {
        this(aggregate, StopSignal.never());
    }

    void add(Quantity value) {
        add(List.of(value));
    }

    /** Adds the values of a row; {@link kpi.number.NumberException} where the function has none for them. */
    void add(List<Value> row) {
        sample.add(row);
        heard.accept(row);
        if (row.isEmpty() || !(row.get(0) instanceof Quantity value)) {
            return;
        }
        widen(value, value);
        oneUnit &= unit.isEmpty() || unit.get().equals(value.unit());
        unit = Optional.of(value.unit());
    }

    /** Takes into account the smallest and the largest of rows that were gathered otherwise. */
    void widen(Quantity smallest, Quantity largest) {
        if (least.isEmpty() || smallest.canonical().compareTo(least.get().canonical()) < 0) {
            least = Optional.of(smallest);
        }
        if (most.isEmpty() || largest.canonical().compareTo(most.get().canonical()) > 0) {
            most = Optional.of(largest);
        }
    }

    /** Adds rows that were gathered otherwise, all of them shown in this unit if they are numbers. */
    void add(Gathered rows, Optional<KpiUnit> shownIn) {
        for (List<Value> row : rows.each()) {
            stop.step();
            sample.add(row);
        }
        if (rows.each().isEmpty()) {
            sample.add(rows.totals());
        }
        if (rows.count() > 0 && shownIn.isPresent()) {
            oneUnit &= unit.isEmpty() || unit.equals(shownIn);
            unit = shownIn;
        }
    }

    /** Adds what was kept of rows, all of them shown in this unit if they are numbers. */
    void add(Kept kept, Optional<KpiUnit> shownIn) {
        KpiUnit shown = shownIn.orElse(Units.NUMBER);
        kept.each().forEach((row, often) -> {
            List<Value> values = row.stream()
                    .<Value>map(number -> Quantity.canonical(number, shown))
                    .toList();
            for (long i = 0; i < often; i++) {
                add(values);
            }
        });
        if (!kept.each().isEmpty() || kept.count() == 0) {
            return;
        }
        unit = shownIn;
        least = kept.least().map(number -> Quantity.canonical(number, shown));
        most = kept.most().map(number -> Quantity.canonical(number, shown));
        sample.add(new RowTotals(
                kept.count(),
                kept.least().orElse(Exact.ZERO),
                kept.most().orElse(Exact.ZERO),
                kept.first().value(),
                kept.first().unit(),
                kept.second().value(),
                kept.second().unit(),
                kept.distinct()));
    }

    /** Whether the figure is certain; see {@link Sample#isSure()}. */
    boolean isSure() {
        return sample.isSure();
    }

    /** The figure; of no rows only if the function has one for them. */
    RowFunction.Reckoned reckon(Optional<Exact> own) {
        return aggregate.function().reckon(sample, aggregate.options(), own);
    }

    /** The unit of every number, if it is one. */
    Optional<KpiUnit> commonUnit() {
        return oneUnit ? unit : Optional.empty();
    }

    /** The number all were, if they were all the same. */
    Optional<Quantity> common() {
        return least.filter(value -> value.canonical().equals(most.orElseThrow().canonical()));
    }

    /** The smallest and the largest, to show where a problem is. */
    List<Quantity> extremes(Quantity ofNone) {
        return List.of(least.orElse(ofNone), most.orElse(ofNone));
    }
}
