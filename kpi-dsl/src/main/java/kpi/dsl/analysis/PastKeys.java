package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.TableSchema;
import kpi.diagnostic.Problem;
import kpi.model.ColumnTerm;
import kpi.model.GroupKey;
import kpi.model.JoinedColumn;
import kpi.model.JoinedFigure;
import kpi.model.Recalled;
import kpi.model.Term;
import kpi.source.Span;

/** Which row or group of another period is the one at hand: that with the same keys, but for its period. */
final class PastKeys {
    private final Scope scope;

    PastKeys(Scope scope) {
        this.scope = scope;
    }

    /** Columns and what the row or group at hand has in them. */
    record Keys(List<String> columns, List<Term> values) {}

    /** Of the row or group that the KPI is evaluated at; empty where a problem was reported. */
    Optional<Keys> around(Span span) {
        Around around = scope.symbols().around();
        if (around.row().isPresent()) {
            return of(span, around.row().get());
        }
        List<ColumnSchema> columns =
                around.keys().stream().filter(PastKeys::tellsApart).toList();
        if (columns.isEmpty()) {
            return without(span);
        }
        List<Term> values = new ArrayList<>();
        columns.forEach(key -> values.add(new GroupKey(span, key.name(), Columns.type(key.type()))));
        return Optional.of(new Keys(columns.stream().map(ColumnSchema::name).toList(), values));
    }

    /** Of the row of a table at hand. */
    Optional<Keys> of(Span span, String table) {
        return scope.symbols().table(table).map(schema -> of(span, schema)).orElseGet(() -> without(span));
    }

    private Optional<Keys> of(Span span, TableSchema table) {
        List<ColumnSchema> columns = table.columns().stream()
                .filter(ColumnSchema::key)
                .filter(PastKeys::tellsApart)
                .toList();
        if (columns.isEmpty()) {
            return without(span);
        }
        List<Term> values = new ArrayList<>();
        columns.forEach(key -> values.add(new ColumnTerm(span, table.name(), key.name(), Columns.type(key.type()))));
        return Optional.of(new Keys(columns.stream().map(ColumnSchema::name).toList(), values));
    }

    /** What was found by keys in the evaluated period is found by them in another one, but for the period among them. */
    Optional<Recalled.Joined> withoutPeriod(Term term) {
        if (term instanceof JoinedColumn column) {
            return kept(column.span(), column.table(), column.keyColumns(), column.keys())
                    .map(keys -> new Recalled.Joined(new JoinedColumn(
                            column.span(),
                            column.table(),
                            column.column(),
                            keys.columns(),
                            keys.values(),
                            column.type())));
        }
        JoinedFigure figure = (JoinedFigure) term;
        return kept(figure.span(), figure.kpi(), figure.keyColumns(), figure.keys())
                .map(keys -> new Recalled.Joined(new JoinedFigure(
                        figure.span(), figure.kpi(), figure.part(), keys.columns(), keys.values(), figure.type())));
    }

    private Optional<Keys> kept(Span span, String rows, List<String> columns, List<Term> values) {
        Optional<TableSchema> table = scope.symbols().rows(rows);
        List<String> keptColumns = new ArrayList<>();
        List<Term> keptValues = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            if (table.flatMap(schema -> schema.column(column))
                    .filter(PastKeys::tellsApart)
                    .isPresent()) {
                keptColumns.add(column);
                keptValues.add(values.get(i));
            }
        }
        return keptColumns.isEmpty() ? without(span) : Optional.of(new Keys(keptColumns, keptValues));
    }

    private static boolean tellsApart(ColumnSchema column) {
        return !(column.type() instanceof ColumnType.PeriodType);
    }

    /** Nothing tells which row of another period it would be. */
    private Optional<Keys> without(Span span) {
        scope.reporter().report(Problem.of(AnalysisCode.PAST_OF_ROW, span).with("text", span.text()));
        return Optional.empty();
    }
}
