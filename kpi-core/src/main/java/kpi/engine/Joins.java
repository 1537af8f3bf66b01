package kpi.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.model.JoinedColumn;
import kpi.model.JoinedFigure;
import kpi.model.Recalled;
import kpi.model.Term;
import kpi.source.Place;
import kpi.source.Span;
import kpi.value.Absence;
import kpi.value.ReportingPeriod;
import kpi.value.Value;

/** Finds the one row of a dataset or a KPI that has certain keys. */
final class Joins {
    private final Evaluator evaluator;
    private final Scope scope;

    Joins(Evaluator evaluator, Scope scope) {
        this.evaluator = evaluator;
        this.scope = scope;
    }

    /** What is joined: whose row, by which columns. */
    record Join(Span span, String name, List<String> columns, List<Term> keys) {}

    /** What the one row has; missing if no row has the keys, a problem if several have. */
    Outcome find(Join join, Reading reading) {
        return find(join, () -> scope.rows().rows(join.name(), scope), reading);
    }

    /** The same in another period. */
    Outcome past(Recalled.Joined joined, ReportingPeriod period) {
        Supplier<RowCache.Found> rows = () -> scope.rows().past(joined, period, scope);
        if (joined.at() instanceof JoinedColumn column) {
            Join join = new Join(column.span(), named(column.table(), period), column.keyColumns(), column.keys());
            return find(join, rows, (view, row) -> view.cell(row, column.column()));
        }
        JoinedFigure figure = (JoinedFigure) joined.at();
        Join join = new Join(figure.span(), named(figure.kpi(), period), figure.keyColumns(), figure.keys());
        return find(join, rows, (view, row) -> view.figure(row, figure.part()));
    }

    private static String named(String rows, ReportingPeriod period) {
        return rows + " " + period.code();
    }

    private Outcome find(Join join, Supplier<RowCache.Found> rowsOf, Reading reading) {
        Strict needed = new Strict();
        List<Value> values = new ArrayList<>();
        for (Term key : join.keys()) {
            Outcome outcome = evaluator.evaluate(key);
            needed.take(outcome);
            outcome.value().ifPresent(values::add);
        }
        if (!needed.isComplete()) {
            return needed.absent();
        }
        RowCache.Found found = rowsOf.get();
        if (found.view().isEmpty()) {
            return found.absent().orElseThrow().and(needed.provenance());
        }
        RowView view = found.view().get();
        Provenance provenance = needed.provenance().and(view.provenance());
        int[] rows = scope.rows().rows(view, join.columns(), RowKeys.of(values), scope);
        if (rows.length == 0) {
            return new Outcome.Missing(
                    Absence.NOT_REPORTED, noRow(join, values), Place.cell(join.name(), "", 0, "", ""), provenance);
        }
        if (rows.length > 1) {
            return new Outcome.Failed(
                    EvaluationProblems.severalRows(
                            join.span(), join.name(), keys(join, values), view.place(rows[0]), view.place(rows[1])),
                    provenance);
        }
        return reading.at(view, rows[0]).and(provenance);
    }

    /** What is read at the row. */
    interface Reading {
        Outcome at(RowView view, int row);
    }

    private static LocalText noRow(Join join, List<Value> values) {
        LocalText keys = keys(join, values);
        return new LocalText(
                "「" + join.name() + "」沒有「" + keys.zh() + "」的列", "“" + join.name() + "” has no row for " + keys.en());
    }

    private static LocalText keys(Join join, List<Value> values) {
        return new LocalText(keys(join, values, Language.ZH_TW), keys(join, values, Language.EN));
    }

    private static String keys(Join join, List<Value> values, Language language) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            texts.add(join.columns().get(i) + " = " + values.get(i).display(language));
        }
        return String.join(language == Language.ZH_TW ? "、" : ", ", texts);
    }
}
