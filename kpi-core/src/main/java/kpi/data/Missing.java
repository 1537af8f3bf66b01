package kpi.data;

import java.util.Arrays;
import java.util.Optional;
import kpi.diagnostic.KpiUsageException;
import kpi.value.Absence;
import org.jspecify.annotations.Nullable;

/** Which rows of a column are missing, and of which kind. */
final class Missing {
    private static final Absence[] KINDS = Absence.values();

    private final Bits rows;

    /** Ordinals of kinds; null while every missing row is not reported, by far the usual case. */
    private final byte @Nullable [] kinds;

    private Missing(Bits rows, byte @Nullable [] kinds) {
        this.rows = rows;
        this.kinds = kinds;
    }

    Bits rows() {
        return rows;
    }

    /** The row itself; refuses one that does not exist or has no value. */
    int present(int row) {
        if (rows.get(row)) {
            throw new KpiUsageException("row " + row + " is missing");
        }
        return row;
    }

    Optional<Absence> at(int row) {
        if (!rows.get(row)) {
            return Optional.empty();
        }
        return Optional.of(kinds == null ? Absence.NOT_REPORTED : KINDS[kinds[row]]);
    }

    /** Grows row by row. */
    static final class Builder {
        private final Bits.Builder rows = new Bits.Builder();
        private byte @Nullable [] kinds;

        void set(int row, Absence kind) {
            rows.set(row);
            if (kinds == null) {
                if (kind == Absence.NOT_REPORTED) {
                    return;
                }
                kinds = new byte[Math.max(64, row + 1)];
                Arrays.fill(kinds, (byte) Absence.NOT_REPORTED.ordinal());
            }
            if (row >= kinds.length) {
                int old = kinds.length;
                kinds = Arrays.copyOf(kinds, Math.max(row + 1, old + (old >> 1)));
                Arrays.fill(kinds, old, kinds.length, (byte) Absence.NOT_REPORTED.ordinal());
            }
            kinds[row] = (byte) kind.ordinal();
        }

        void clear(int row) {
            rows.clear(row);
            if (kinds != null && row < kinds.length) {
                kinds[row] = (byte) Absence.NOT_REPORTED.ordinal();
            }
        }

        Missing build(int size) {
            return new Missing(rows.build(size), kinds == null ? null : Arrays.copyOf(kinds, size));
        }
    }
}
