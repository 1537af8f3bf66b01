package kpi.data.jdbc;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import kpi.data.ColumnNames;
import kpi.data.ColumnSchema;
import kpi.data.DataCode;
import kpi.data.Table;
import kpi.data.TableBuilder;
import kpi.data.TableSchema;
import kpi.data.TableSource;
import kpi.data.read.HeaderMatch;
import kpi.diagnostic.Checked;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.diagnostic.StopSignal;
import kpi.source.Place;

/** The rows of one result set, read once. */
final class JdbcRows implements TableSource {
    /** A thread is asked whether it is interrupted every so many rows. */
    private static final int STEP = 1024;

    private final String name;
    private final ResultSet rows;
    private final JdbcTables.Reading reading;
    private final AtomicBoolean read = new AtomicBoolean();

    JdbcRows(String name, ResultSet rows, JdbcTables.Reading reading) {
        this.name = Objects.requireNonNull(name, "name");
        this.rows = Objects.requireNonNull(rows, "rows");
        this.reading = Objects.requireNonNull(reading, "reading");
    }

    @Override
    public boolean replayable() {
        return false;
    }

    @Override
    public Checked<Table> load(TableSchema schema) {
        if (read.getAndSet(true)) {
            throw new KpiUsageException("a result set is read once");
        }
        try {
            return read(schema);
        } catch (SQLException failure) {
            return Checked.failed(failed(schema, failure).build());
        }
    }

    private Checked<Table> read(TableSchema schema) throws SQLException {
        ResultSetMetaData about = rows.getMetaData();
        List<String> labels = labels(about, schema);
        if (labels.size() > reading.limits().columns()) {
            return Checked.failed(Problem.of(DataCode.TOO_MANY_COLUMNS, place(schema, ""))
                    .with("limit", reading.limits().columns())
                    .build());
        }
        HeaderMatch match = new HeaderMatch(labels, 0, name, schema, Set.of());
        List<Problem> problems = new ArrayList<>(match.problems());
        List<JdbcCell> cells = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            int target = match.targets()[i];
            if (target >= 0) {
                ColumnSchema column = schema.columns().get(target);
                Optional<JdbcCell> cell =
                        JdbcCell.of(about, i + 1, target, column.type(), reading.readsShortestDecimals());
                cell.ifPresent(cells::add);
                if (cell.isEmpty()) {
                    problems.add(Problem.of(DataCode.UNREADABLE_TYPE, place(schema, column.name()))
                            .with("column", column.name())
                            .with("type", about.getColumnTypeName(i + 1))
                            .build());
                }
            }
        }
        if (!match.isGood() || problems.size() > match.problems().size()) {
            return Checked.failed(problems);
        }
        TableBuilder builder = new TableBuilder(schema, name, reading.rules(), reading.limits());
        problems.forEach(builder::problem);
        read(builder, cells, schema);
        return builder.build(reading.keepsGoodRows());
    }

    private void read(TableBuilder builder, List<JdbcCell> cells, TableSchema schema) {
        StopSignal stop = StopSignal.of(reading.stop());
        try {
            long number = 0;
            boolean wantsMore = true;
            while (wantsMore && rows.next()) {
                stop.step();
                if (++number % STEP == 1 && Thread.currentThread().isInterrupted()) {
                    builder.problem(interrupted(schema));
                    return;
                }
                builder.beginRow(number);
                for (JdbcCell cell : cells) {
                    cell.read(rows, builder);
                }
                wantsMore = builder.endRow() && (reading.keepsGoodRows() || !builder.isFullOfProblems());
            }
            if (!wantsMore && builder.isFullOfProblems() && !reading.keepsGoodRows()) {
                builder.problem(Problem.of(DataCode.TOO_MANY_PROBLEMS, place(schema, ""))
                        .with("limit", reading.limits().problems())
                        .build());
            }
        } catch (SQLException failure) {
            builder.abandonRow();
            builder.problem(failed(schema, failure).build());
        }
    }

    /** Databases fold the case of names that are not quoted, so a label that differs by case alone is the declared name. */
    private static List<String> labels(ResultSetMetaData about, TableSchema schema) throws SQLException {
        Map<String, String> declared = new HashMap<>();
        Set<String> exact = new java.util.HashSet<>();
        for (ColumnSchema column : schema.columns()) {
            declared.put(caseless(column.name()), column.name());
            exact.add(ColumnNames.fold(column.name()));
            for (String alias : column.aliases()) {
                declared.putIfAbsent(caseless(alias), column.name());
                exact.add(ColumnNames.fold(alias));
            }
        }
        List<String> labels = new ArrayList<>();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            String label = about.getColumnLabel(i);
            labels.add(exact.contains(ColumnNames.fold(label)) ? label : declared.getOrDefault(caseless(label), label));
        }
        return labels;
    }

    private static String caseless(String label) {
        return ColumnNames.fold(label).toLowerCase(Locale.ROOT);
    }

    private Problem.Builder failed(TableSchema schema, SQLException failure) {
        String message = failure.getMessage();
        String state = failure.getSQLState();
        String said = message == null || message.isBlank() ? failure.getClass().getSimpleName() : message.strip();
        return Problem.of(DataCode.QUERY_FAILED, place(schema, ""))
                .with("detail", state == null ? said : said + " [" + state + "]");
    }

    private Problem interrupted(TableSchema schema) {
        return Problem.of(DataCode.QUERY_FAILED, place(schema, ""))
                .with("detail", new LocalText("執行緒被中斷", "the thread was interrupted"))
                .build();
    }

    private Place place(TableSchema schema, String column) {
        return Place.cell(schema.name(), name, 0, column, "");
    }
}
