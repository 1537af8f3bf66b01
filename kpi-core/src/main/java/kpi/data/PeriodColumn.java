package kpi.data;

import java.util.List;
import java.util.Optional;
import kpi.data.raw.RawNumbers;
import kpi.value.Absence;
import kpi.value.PeriodValue;
import kpi.value.ReportingPeriod;

/** Reporting periods as codes into a dictionary of distinct periods. The dictionary may hold one that no row has. */
public final class PeriodColumn implements Column {
    /** The code of a missing row. */
    public static final int NO_CODE = -1;

    private final Missing missing;
    private final RawNumbers codes;
    private final List<ReportingPeriod> dictionary;

    PeriodColumn(Missing missing, RawNumbers codes, List<ReportingPeriod> dictionary) {
        this.missing = missing;
        this.codes = codes;
        this.dictionary = List.copyOf(dictionary);
    }

    /** The distinct periods; a code is a position in it. */
    public List<ReportingPeriod> dictionary() {
        return dictionary;
    }

    /** The row's code; refuses a row without a value. */
    public int code(int row) {
        return (int) codes.get(missing.present(row));
    }

    /** The row's period; refuses a row without a value. */
    public ReportingPeriod period(int row) {
        return dictionary.get(code(row));
    }

    /** For engines: all codes, {@link #NO_CODE} where a row is missing. */
    public RawNumbers raw() {
        return codes;
    }

    @Override
    public int rows() {
        return codes.length();
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
    public PeriodValue value(int row) {
        return new PeriodValue(period(row));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.period(this);
    }
}
