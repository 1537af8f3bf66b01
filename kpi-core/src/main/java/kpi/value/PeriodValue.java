package kpi.value;

import java.util.Objects;
import kpi.diagnostic.Language;

/** A reporting period as a value: the cell of a column of periods. Ordered as {@link ReportingPeriod} is. */
public record PeriodValue(ReportingPeriod period) implements Value, Comparable<PeriodValue> {
    /** Refuses null. */
    public PeriodValue {
        Objects.requireNonNull(period, "period");
    }

    @Override
    public String display(Language language) {
        return period.display(language);
    }

    @Override
    public int compareTo(PeriodValue other) {
        return period.compareTo(other.period);
    }
}
