package kpi.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.Table;
import kpi.data.TableSchema;
import kpi.diagnostic.Checked;
import kpi.diagnostic.KpiStackException;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Problem;
import kpi.engine.PiecesPlan;
import kpi.engine.pieces.RowsState;
import kpi.engine.pieces.StateReader;
import kpi.score.DatasetUses;
import kpi.score.TablePieces;
import kpi.source.Place;
import kpi.value.ReportingPeriod;

/**
 * A dataset whose rows come in pieces, because there are too many for memory or they come little by little. Of each piece is
 * kept what the program's aggregates and lines of points over the dataset need, and states of pieces merge; results are those
 * of all rows at once. Immutable, shareable by threads; each method answers a changed copy or something new.
 *
 * <p>Kept are aggregates and lines of points over all rows of a period that use nothing but the cells of their row and what
 * the text states. What needs the rows themselves (a KPI per row or group, a look-up, a rank, an aggregate within a column, an
 * input at a row) has no figure then, and a problem says so.
 *
 * <pre>{@code
 * Pieces pieces = program.inPieces("案件", ReportingPeriod.roc(109));
 * PiecesState state = pieces.nothing();
 * for (Table piece : host) {
 *     state = state.plus(piece);
 * }
 * program.evaluate(program.facts().pieces("案件", state).build().orElseThrow(), Evaluation.of(ReportingPeriod.roc(109)));
 * }</pre>
 */
public final class Pieces {
    /** How many values are kept for an aggregate that needs them one by one, unless a host says otherwise. */
    public static final long MOST_VALUES = 1_000_000;

    private final Asked asked;
    private final TablePieces table;
    private final RowEngine engine;
    private final BooleanSupplier stop;
    private final String fingerprint;

    private Pieces(Asked asked, TablePieces table, RowEngine engine, BooleanSupplier stop) {
        this.asked = asked;
        this.table = table;
        this.engine = engine;
        this.stop = stop;
        this.fingerprint = fingerprint(asked, table);
    }

    static Pieces of(Asked asked, String name, List<ReportingPeriod> periods, long mostValues) {
        TableSchema schema = asked.table(name);
        if (periods.isEmpty()) {
            throw new KpiUsageException("rows are kept for one period at least");
        }
        return new Pieces(
                asked,
                new TablePieces(
                        plan(asked, schema, mostValues),
                        periods.stream().distinct().toList()),
                RowEngine.fastest(),
                () -> false);
    }

    /**
     * With so many values kept, at most, for each aggregate that needs them one by one, as a median does, or the different
     * ones, as a count of what is different does. Past that it has no figure. {@link #MOST_VALUES} unless chosen.
     *
     * @throws KpiUsageException if none would be kept
     */
    public Pieces keepingAtMost(long values) {
        if (values < 1) {
            throw new KpiUsageException("at least one value is kept, not " + values);
        }
        return new Pieces(asked, new TablePieces(plan(asked, table.schema(), values), table.periods()), engine, stop);
    }

    private static PiecesPlan plan(Asked asked, TableSchema schema, long mostValues) {
        return new PiecesPlan(
                schema,
                DatasetUses.aggregations(asked.model(), schema.name()),
                DatasetUses.lines(asked.model(), schema.name()),
                mostValues);
    }

    /** Who computes; what is kept is the same. {@link RowEngine#fastest()} unless chosen. */
    public Pieces rowsBy(RowEngine chosen) {
        return new Pieces(asked, table, Objects.requireNonNull(chosen, "engine"), stop);
    }

    /** Asked often while a piece is gathered; once true, that ends with {@link kpi.diagnostic.KpiCancelledException}. */
    public Pieces cancelWhen(BooleanSupplier signal) {
        return new Pieces(asked, table, engine, Objects.requireNonNull(signal, "signal"));
    }

    /** The name of the dataset. */
    public String table() {
        return table.schema().name();
    }

    /** The periods that rows are kept for. */
    public List<ReportingPeriod> periods() {
        return table.periods();
    }

    /** The state of no rows. */
    public PiecesState nothing() {
        return new PiecesState(this, RowsState.NOTHING);
    }

    /** The state of the first rows. */
    public PiecesState of(Table piece) {
        return at(0, piece);
    }

    /**
     * The state of rows that stand behind others, evaluated apart from them.
     *
     * @param row how many rows stand before them; a larger number does as well, as long as the order of all pieces is right
     * @throws KpiUsageException if the rows are of another dataset, or the number is negative or too large
     */
    public PiecesState at(long row, Table piece) {
        if (row < 0 || row > Long.MAX_VALUE / 2) {
            throw new KpiUsageException("no piece begins at row " + row);
        }
        if (!piece.schema().equals(table.schema())) {
            throw new KpiUsageException("these are rows of \"" + piece.schema().name()
                    + "\" as declared otherwise, not of \"" + table() + "\"");
        }
        return KpiStackException.guard(() -> new PiecesState(this, table.piece(piece, row, engine.choice(), stop)));
    }

    /**
     * What tells its states from those of other programs, datasets, periods and limits: a digest of what is kept, and of the
     * columns.
     */
    public String fingerprint() {
        return fingerprint;
    }

    /**
     * The state that {@link PiecesState#save} wrote down, to go on with. What is damaged, cut off, written by another version
     * of the library, or a state of another program, dataset, period or limit is a problem.
     */
    public Checked<PiecesState> resume(byte[] saved) {
        StateReader.Read read = StateReader.read(
                saved,
                fingerprint,
                table.schema(),
                table.sections(),
                table.plan().functions());
        if (read instanceof StateReader.Read.Good good) {
            return Checked.of(new PiecesState(this, good.state()));
        }
        if (read instanceof StateReader.Read.OfVersion other) {
            return Checked.failed(problem(RunCode.STATE_OF_VERSION)
                    .with("version", other.version())
                    .build());
        }
        return Checked.failed(
                problem(read instanceof StateReader.Read.OfOthers ? RunCode.STATE_OF_OTHERS : RunCode.STATE_DAMAGED)
                        .build());
    }

    private Problem.Builder problem(RunCode code) {
        return Problem.of(code, Place.cell(table(), "", 0, "", "")).with("table", table());
    }

    TablePieces tablePieces() {
        return table;
    }

    boolean isOf(Asked program) {
        return asked == program;
    }

    private static String fingerprint(Asked asked, TablePieces table) {
        StringBuilder code = new StringBuilder(asked.model().root().id()).append('\n');
        code.append(table.schema().name()).append('\n');
        for (ColumnSchema column : table.schema().columns()) {
            code.append(column.name()).append('\t').append(type(column.type()));
            code.append('\t').append(column.mayBeMissing()).append('\n');
        }
        table.periods()
                .forEach(period -> code.append(period.first())
                        .append(' ')
                        .append(period.last())
                        .append('\n'));
        code.append(table.plan().mostValues()).append('\n');
        table.plan().codes().forEach(code::append);
        return digest(code.toString());
    }

    private static String type(ColumnType type) {
        return type instanceof ColumnType.Number number
                ? "number " + number.unit().symbol() + ' ' + number.unit().scale() + ' '
                        + number.unit().dimension().symbol()
                : type.getClass().getSimpleName();
    }

    static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new KpiUsageException("every Java platform has SHA-256", missing);
        }
    }
}
