package kpi.data;

import java.time.LocalDate;
import java.util.Optional;
import kpi.data.raw.RawNumbers;
import kpi.value.Absence;
import kpi.value.DateValue;

/** Days, as days since 1970-01-01. */
public final class DateColumn implements Column {
    private final Missing missing;
    private final RawNumbers epochDays;

    DateColumn(Missing missing, RawNumbers epochDays) {
        this.missing = missing;
        this.epochDays = epochDays;
    }

    /** Days since 1970-01-01; refuses a row without a value. */
    public int epochDay(int row) {
        return (int) epochDays.get(missing.present(row));
    }

    /** The day; refuses a row without a value. */
    public LocalDate date(int row) {
        return LocalDate.ofEpochDay(epochDay(row));
    }

    /** For engines: all days since 1970-01-01, 0 where a row is missing. */
    public RawNumbers raw() {
        return epochDays;
    }

    @Override
    public int rows() {
        return epochDays.length();
    }

    @Override
    public Bits missing() {
        return missing.rows();
    }

    @Override
    public Optional<Absence> absence(int row) {
        return missing.at(row);
    }

    @Override
    public DateValue value(int row) {
        return new DateValue(date(row));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.date(this);
    }
}
