package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.TableSchema;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.KpiClause;
import kpi.model.JoinedColumn;
import kpi.model.Term;
import kpi.unit.KpiUnit;

/**
 * Reported actuals (填報值) in a file: a dataset with the columns that tell the rows or groups of the KPI apart, and a column
 * {@code actual}.
 */
final class ReportedFiles {
    static final String ACTUAL = "actual";

    private final Scope scope;

    ReportedFiles(Scope scope) {
        this.scope = scope;
    }

    /** The name of the dataset; nothing in a formula can be called so without being quoted. */
    static String dataset(String kpi) {
        return kpi + " reported";
    }

    /** The dataset of a KPI that has these rows; empty where nothing tells them apart. */
    static Optional<TableSchema> schema(String kpi, TableSchema rows, KpiUnit unit) {
        List<ColumnSchema> columns = new ArrayList<>();
        for (ColumnSchema key : keys(rows)) {
            columns.add(new ColumnSchema(key.name(), key.aliases(), key.type(), false, true));
        }
        if (columns.isEmpty()
                || rows.column(ACTUAL).isPresent()
                        && keys(rows).contains(rows.column(ACTUAL).get())) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        for (String name : List.of(kpi, "實際值", "填報值")) {
            if (columns.stream()
                    .noneMatch(column ->
                            column.name().equals(name) || column.aliases().contains(name))) {
                names.add(name);
            }
        }
        columns.add(new ColumnSchema(ACTUAL, names, new ColumnType.Number(unit), true, false));
        return Optional.of(new TableSchema(dataset(kpi), columns));
    }

    private static List<ColumnSchema> keys(TableSchema rows) {
        return rows.columns().stream()
                .filter(column -> column.key() || column.type() instanceof ColumnType.PeriodType)
                .toList();
    }

    /** The cell that states the actual of the row or group at hand; empty where a problem was reported. */
    Optional<JoinedColumn> cell(String kpi, KpiClause.ReportedFile line) {
        Optional<Symbols.KpiSignature> signature = scope.symbols().kpi(kpi);
        Optional<TableSchema> table =
                signature.flatMap(known -> known.rows().flatMap(rows -> schema(known.id(), rows, known.unit())));
        List<Term> values = new ArrayList<>();
        List<String> names = new ArrayList<>();
        table.ifPresent(found -> keys(found).forEach(key -> {
            names.add(key.name());
            scope.symbols().around().value(line.span(), key.name()).ifPresent(values::add);
        }));
        if (table.isEmpty() || values.size() < names.size()) {
            scope.reporter()
                    .report(Problem.of(AnalysisCode.REPORTED_FILE_KEYS, line.span())
                            .with("kpi", kpi));
            return Optional.empty();
        }
        ColumnSchema actual = table.get().column(ACTUAL).orElseThrow();
        return Optional.of(new JoinedColumn(
                line.span(), table.get().name(), actual.name(), names, values, Columns.type(actual.type())));
    }
}
