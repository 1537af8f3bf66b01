package kpi.data;

import java.util.Optional;
import kpi.value.Absence;
import kpi.value.Value;

/**
 * An immutable typed column; rows count from 0. A missing row has a kind of {@link Absence} and no value.
 *
 * <p>Example: {@code column.absence(3).isEmpty() ? column.value(3) : ...}.
 */
public sealed interface Column permits DecimalColumn, TextColumn, TruthColumn, DateColumn, PeriodColumn {
    int rows();

    /** The rows that are missing. */
    Bits missing();

    /** Why a row is missing; empty where it has a value. */
    Optional<Absence> absence(int row);

    /** The value of a row. Refuses a missing row, and one that does not exist. */
    Value value(int row);

    <R> R accept(Visitor<R> visitor);

    default boolean isMissing(int row) {
        return missing().get(row);
    }

    /** One method for each kind of column. */
    interface Visitor<R> {
        R decimal(DecimalColumn column);

        R text(TextColumn column);

        R truth(TruthColumn column);

        R date(DateColumn column);

        R period(PeriodColumn column);
    }
}
