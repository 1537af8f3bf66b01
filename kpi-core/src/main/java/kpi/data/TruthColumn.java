package kpi.data;

import java.util.Optional;
import kpi.value.Absence;
import kpi.value.Truth;

/** True or false, one bit a row. */
public final class TruthColumn implements Column {
    private final Missing missing;
    private final Bits trues;

    TruthColumn(Missing missing, Bits trues) {
        this.missing = missing;
        this.trues = trues;
    }

    /** The rows that are true; a missing row is not among them. */
    public Bits trues() {
        return trues;
    }

    /** Whether the row is true; refuses a row without a value. */
    public boolean isTrue(int row) {
        return trues.get(missing.present(row));
    }

    @Override
    public int rows() {
        return trues.size();
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
    public Truth value(int row) {
        return isTrue(row) ? Truth.TRUE : Truth.FALSE;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.truth(this);
    }
}
