package kpi.engine;

import java.util.BitSet;
import java.util.Objects;
import kpi.data.Table;

/** The rows of a dataset in a period, or the word that there is no dataset. */
public sealed interface RowSet {

    /** Rows, perhaps none. */
    record Rows(Table table, BitSet selected, Provenance provenance) implements RowSet {
        public Rows {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(provenance, "provenance");
            selected = (BitSet) selected.clone();
            if (selected.length() > table.rows()) {
                throw new IndexOutOfBoundsException("row " + (selected.length() - 1) + " of " + table.rows());
            }
        }

        /** All rows of a table. */
        public static Rows all(Table table, Provenance provenance) {
            BitSet all = new BitSet();
            all.set(0, table.rows());
            return new Rows(table, all, provenance);
        }

        /** The rows that belong to the period; a copy. */
        @Override
        public BitSet selected() {
            return (BitSet) selected.clone();
        }
    }

    /** Rows of a dataset that are looked at otherwise than they stand. */
    record Changed(RowView view) implements RowSet {
        public Changed {
            Objects.requireNonNull(view, "view");
        }
    }

    /** Rows that were gathered in pieces, and are not at hand. */
    record InPieces(PiecesRows rows) implements RowSet {
        public InPieces {
            Objects.requireNonNull(rows, "rows");
        }
    }

    /** Rows that cannot be had, and why. */
    record Refused(Outcome.Failed why) implements RowSet {
        public Refused {
            Objects.requireNonNull(why, "why");
        }
    }

    /** No dataset: that is not the same as a dataset without rows. */
    record Absent(Outcome.Missing why) implements RowSet {
        public Absent {
            Objects.requireNonNull(why, "why");
        }
    }
}
