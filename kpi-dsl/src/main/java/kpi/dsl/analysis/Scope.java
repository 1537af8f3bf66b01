package kpi.dsl.analysis;

import java.util.Optional;
import kpi.data.TableSchema;
import kpi.unit.KpiUnit;
import kpi.value.CalendarKind;

/**
 * Where an expression stands: which names it sees, and where what is found is told.
 *
 * @param row the table whose row is at hand inside an aggregate
 * @param ownActual the unit of the KPI's own figures where 實際值 and 目標值 are names
 * @param activation the call whose body this is
 */
record Scope(
        Symbols symbols,
        Literals literals,
        CalendarKind calendar,
        Optional<TableSchema> row,
        Optional<KpiUnit> ownActual,
        Optional<Activation> activation,
        Notes notes,
        Reporter reporter) {
    /** Where what stands in place of a missing value is not replaced in turn. */
    Scope withoutPolicies() {
        return new Scope(symbols.withoutPolicies(), literals, calendar, row, ownActual, activation, notes, reporter);
    }

    Scope inRow(TableSchema table) {
        Optional<Activation> inRow = activation.map(Activation::inRow);
        return new Scope(symbols, literals, calendar, Optional.of(table), ownActual, inRow, notes, reporter);
    }

    /** Inside an attainment or attained line, where 實際值 and 目標值 are names. */
    Scope scoring(KpiUnit actual) {
        return new Scope(symbols, literals, calendar, row, Optional.of(actual), activation, notes, reporter);
    }

    /** Outside any KPI: a place that sees what all files declare, and nothing else. */
    Scope outside() {
        return new Scope(
                symbols.outside(),
                literals,
                calendar,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                notes,
                reporter);
    }

    /** Inside the body of a definition with parameters. */
    Scope calling(Activation called, Reporter inner) {
        return new Scope(symbols, literals, calendar, row, Optional.empty(), Optional.of(called), notes, inner);
    }
}
