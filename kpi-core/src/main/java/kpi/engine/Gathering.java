package kpi.engine;

import java.util.List;
import java.util.Optional;
import kpi.model.Aggregate;
import kpi.number.Exact;
import kpi.number.ExactSum;
import kpi.unit.KpiUnit;
import kpi.value.Quantity;

/** The numbers of an aggregate, gathered row by row. */
final class Gathering {
    private final ExactSum sum = new ExactSum();
    private long count;
    private Optional<Quantity> least = Optional.empty();
    private Optional<Quantity> most = Optional.empty();
    private Optional<KpiUnit> unit = Optional.empty();
    private boolean oneUnit = true;

    void add(Quantity value) {
        count++;
        sum.add(value.canonical());
        if (least.isEmpty() || value.canonical().compareTo(least.get().canonical()) < 0) {
            least = Optional.of(value);
        }
        if (most.isEmpty() || value.canonical().compareTo(most.get().canonical()) > 0) {
            most = Optional.of(value);
        }
        oneUnit &= unit.isEmpty() || unit.get().equals(value.unit());
        unit = Optional.of(value.unit());
    }

    /** The aggregate; only sum and count have one of no rows. */
    Exact result(Aggregate aggregate) {
        return switch (aggregate) {
            case SUM -> sum.value();
            case COUNT -> Exact.of(count);
            case AVERAGE -> sum.value().dividedBy(Exact.of(count));
            case MIN -> least.orElseThrow().canonical();
            case MAX -> most.orElseThrow().canonical();
        };
    }

    /** Whether the aggregate rests on a sum that is not exact. */
    boolean isRounded(Aggregate aggregate) {
        return sum.isRounded() && (aggregate == Aggregate.SUM || aggregate == Aggregate.AVERAGE);
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
