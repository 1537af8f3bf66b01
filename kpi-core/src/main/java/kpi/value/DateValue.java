package kpi.value;

import java.time.LocalDate;
import java.util.Objects;
import kpi.diagnostic.Language;

/** A day of the calendar, without a time or a zone; earlier days are less. */
public record DateValue(LocalDate date) implements Value, Comparable<DateValue> {
    /** Refuses null. */
    public DateValue {
        Objects.requireNonNull(date, "date");
    }

    /** The Western date, because a day does not say which calendar it was written in. */
    @Override
    public String display(Language language) {
        return Dates.display(date, CalendarKind.WESTERN);
    }

    @Override
    public int compareTo(DateValue other) {
        return date.compareTo(other.date);
    }
}
