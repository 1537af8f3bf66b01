package kpi.engine.columnar;

import kpi.data.Bits;
import kpi.data.raw.RawNumbers;

/**
 * Where a slot of a row plan gets its integer from. A row that is missing, or whose code is not known, has none: such rows
 * are left to the reference engine.
 */
sealed interface Source {
    /** How the plan calls it. */
    String name();

    /** The rows without a value. */
    Bits missing();

    /** The integer has so many decimal places. */
    int places();

    /** No integer of a row with a value is below this. */
    long least();

    /** No integer of a row with a value is above this. */
    long most();

    /** The integer of a row; anything where the row is missing. */
    long at(int row);

    /** Whether the row is left to the reference engine although it has a value. */
    default boolean isUnknown(int row) {
        return false;
    }

    /** Whether it has a value at every row that is not missing. */
    default boolean isWhole() {
        return true;
    }

    /** A column of numbers or days. */
    record Numbers(String name, RawNumbers raw, Bits missing, int places, long least, long most) implements Source {
        @Override
        public long at(int row) {
            return raw.get(row);
        }
    }

    /** Something that is the same for every row of one code, such as what a text is looked up as; flags are 0 and 1. */
    record Codes(
            String name,
            RawNumbers raw,
            Bits missing,
            long[] values,
            boolean[] known,
            int places,
            long least,
            long most,
            boolean isWhole)
            implements Source {
        @Override
        public long at(int row) {
            long code = raw.get(row);
            return code < 0 ? 0 : values[(int) code];
        }

        @Override
        public boolean isUnknown(int row) {
            long code = raw.get(row);
            return code >= 0 && !known[(int) code];
        }
    }

    /** A set of rows, as 1 for its rows and 0 for the others. */
    record Flags(String name, Bits rows, Bits missing) implements Source {
        @Override
        public int places() {
            return 0;
        }

        @Override
        public long least() {
            return 0;
        }

        @Override
        public long most() {
            return 1;
        }

        @Override
        public long at(int row) {
            return rows.get(row) ? 1 : 0;
        }
    }
}
