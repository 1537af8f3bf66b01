package kpi.run;

import java.util.Objects;
import kpi.data.Table;
import kpi.diagnostic.KpiUsageException;
import kpi.engine.pieces.RowsState;
import kpi.engine.pieces.StateText;
import kpi.value.ReportingPeriod;

/**
 * What is kept of the rows of a dataset given in pieces; begun with {@link Pieces}. Immutable, shareable by threads.
 *
 * <p>Rows that follow cost only themselves: {@code state.plus(piece)}. States of other rows merge, in any order: {@code
 * one.and(other)}.
 */
public final class PiecesState {
    private final Pieces pieces;
    private final RowsState state;

    PiecesState(Pieces pieces, RowsState state) {
        this.pieces = pieces;
        this.state = state;
    }

    /** With the rows of a table behind all others. */
    public PiecesState plus(Table piece) {
        return and(pieces.at(state.end(), piece));
    }

    /**
     * With the rows of another state.
     *
     * @throws KpiUsageException if it is of another program, dataset or period, or a row is in both
     */
    public PiecesState and(PiecesState other) {
        if (!other.pieces.fingerprint().equals(pieces.fingerprint())) {
            throw new KpiUsageException("a state of other pieces cannot be merged with this one");
        }
        return new PiecesState(
                pieces, state.merged(other.state, pieces.tablePieces().plan().keepings()));
    }

    /**
     * The state written down, to be read again by {@link Pieces#resume}: a text in UTF-8 whose form docs/engines.md tells. Equal
     * states are written alike.
     */
    public byte[] save() {
        return StateText.write(state, pieces.fingerprint());
    }

    /** The pieces it is of. */
    public Pieces pieces() {
        return pieces;
    }

    /** How many rows it is of. */
    public long rows() {
        return state.rows();
    }

    /** Whether some row is of the period. */
    boolean isAbout(ReportingPeriod period) {
        return state.rows() > 0 && pieces.tablePieces().isAbout(state, period, true);
    }

    RowsState state() {
        return state;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PiecesState that
                && pieces.fingerprint().equals(that.pieces.fingerprint())
                && state.equals(that.state);
    }

    @Override
    public int hashCode() {
        return Objects.hash(pieces.fingerprint(), state);
    }

    /** For people. */
    @Override
    public String toString() {
        return rows() + " rows of " + pieces.table();
    }
}
