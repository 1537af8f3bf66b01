package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.TableSchema;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expression;
import kpi.model.JoinedColumn;
import kpi.model.JoinedFigure;
import kpi.model.KpiPart;
import kpi.model.RowFigure;
import kpi.model.Term;
import kpi.source.Span;
import kpi.value.Type;

/**
 * Values of the one row of another table, or of another KPI per row or group, that belongs to the row or group at hand:
 * the one with the same keys.
 */
final class Joins {
    private final Scope scope;

    Joins(Scope scope) {
        this.scope = scope;
    }

    /** A cell of another table; empty where a problem was reported. */
    Optional<Term> column(Expression.Member member, TableSchema table) {
        List<ColumnSchema> keys = keysOf(table);
        if (nothingAround() || keys.isEmpty()) {
            scope.reporter().report(Problem.of(AnalysisCode.ROWS_AS_VALUE, member.span()));
            return Optional.empty();
        }
        Optional<ColumnSchema> column = table.column(member.column().spelling());
        if (column.isEmpty()) {
            new UnknownNames(scope).column(table, member.column());
            return Optional.empty();
        }
        return keys(member.span(), table.name(), keys)
                .map(values -> new JoinedColumn(
                        member.span(),
                        table.name(),
                        column.get().name(),
                        names(keys),
                        values,
                        Columns.type(column.get().type())));
    }

    /** A figure of a KPI per row or group; empty where a problem was reported. */
    Optional<Term> figure(Span span, Symbols.KpiSignature kpi, KpiPart part, Type type) {
        if (scope.row().filter(row -> row.name().equals(kpi.id())).isPresent()) {
            // A row of the KPI is at hand: its own figure, so that a row without one is left out like everywhere.
            return Optional.of(new RowFigure(span, kpi.id(), part, type));
        }
        List<ColumnSchema> keys = kpi.rows().map(Joins::keysOf).orElse(List.of());
        if (nothingAround() || keys.isEmpty()) {
            scope.reporter().report(rowsOfKpi(span, kpi));
            return Optional.empty();
        }
        return keys(span, kpi.id(), keys)
                .map(values -> new JoinedFigure(span, kpi.id(), part, names(keys), values, type));
    }

    static Problem.Builder rowsOfKpi(Span span, Symbols.KpiSignature kpi) {
        boolean chinese = span.text().codePoints().anyMatch(Character::isIdeographic);
        Problem.Builder problem =
                Problem.of(AnalysisCode.KPI_ROWS_AS_VALUE, span).with("kpi", kpi.id());
        for (String aggregate : chinese ? List.of("合計", "平均") : List.of("sum", "average")) {
            problem.edit(span, aggregate + "(" + span.text() + ")");
        }
        return problem;
    }

    private boolean nothingAround() {
        return scope.row().isEmpty() && scope.symbols().around().isNothing();
    }

    private static List<ColumnSchema> keysOf(TableSchema table) {
        return table.columns().stream().filter(ColumnSchema::key).toList();
    }

    private static List<String> names(List<ColumnSchema> columns) {
        return columns.stream().map(ColumnSchema::name).toList();
    }

    /** The values that find the row: what the row or group at hand has under the names of the key columns. */
    private Optional<List<Term>> keys(Span span, String table, List<ColumnSchema> columns) {
        List<Term> values = new ArrayList<>();
        for (ColumnSchema column : columns) {
            Optional<Term> value = here(span, column);
            if (value.isEmpty()) {
                scope.reporter()
                        .report(Problem.of(AnalysisCode.NO_JOIN, span)
                                .with("table", table)
                                .with("keys", String.join("、", names(columns)))
                                .with("key", column.name()));
                return Optional.empty();
            }
            Type wanted = Columns.type(column.type());
            if (!same(value.get().type(), wanted)) {
                scope.reporter()
                        .report(Problem.of(AnalysisCode.KEY_TYPES, span)
                                .with("table", table)
                                .with("key", column.name())
                                .with("here", name(value.get().type()))
                                .with("there", name(wanted)));
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(values);
    }

    /** What the row or group at hand has under the name of a column of another table. */
    Optional<Term> here(Span span, ColumnSchema column) {
        List<String> names = new ArrayList<>(List.of(column.name()));
        names.addAll(column.aliases());
        for (String name : names) {
            Optional<Term> value = scope.row()
                    .flatMap(table -> Around.cell(table, span, name))
                    .or(() -> scope.symbols().around().value(span, name));
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    static boolean same(Type one, Type other) {
        return one.equals(other) || one.isText() && other.isText();
    }

    static LocalText name(Type type) {
        return new LocalText(type.name(kpi.diagnostic.Language.ZH_TW), type.name(kpi.diagnostic.Language.EN));
    }

    /** Whether cells of the two columns can be compared as keys. */
    static boolean same(ColumnType one, ColumnType other) {
        return same(Columns.type(one), Columns.type(other));
    }
}
