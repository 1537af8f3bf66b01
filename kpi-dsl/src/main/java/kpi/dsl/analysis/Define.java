package kpi.dsl.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kpi.diagnostic.LocalText;
import kpi.dsl.syntax.Expression;
import kpi.source.Span;
import kpi.unit.KpiUnit;
import kpi.value.ReportingPeriod;

/**
 * A definition with parameters, as declared.
 *
 * @param classes for each parameter the number of its class: those added to or compared with one another share one
 * @param rows the parameters that stand for rows of a table, by canonical name
 * @param since from when it holds, in the place of an earlier one of its name
 * @param home where a KPI's own definition stands: it sees the names of its KPI
 */
record Define(
        String name,
        List<Parameter> parameters,
        Expression value,
        Span span,
        Map<String, Integer> classes,
        Set<String> rows,
        Optional<Since> since,
        Optional<Scope> home) {

    /**
     * From when it holds.
     *
     * @param changed what is written where figures from then on do not compare with earlier ones
     */
    record Since(ReportingPeriod from, Optional<String> changed, Span span) {}

    /** Whether it holds at a time; the beginning of time is before every period. */
    boolean holds(Optional<ReportingPeriod> at) {
        return since.isEmpty()
                || at.filter(period ->
                                !period.first().isBefore(since.get().from().first()))
                        .isPresent();
    }

    /** Whether two hold from the same day. */
    boolean beginsWith(Define other) {
        return since.map(Since::from)
                .map(ReportingPeriod::first)
                .equals(other.since.map(Since::from).map(ReportingPeriod::first));
    }

    /** A parameter and the unit the author fixed for it. */
    record Parameter(String name, Optional<KpiUnit> unit, Span span) {
        String canonical() {
            return CanonicalName.of(name);
        }
    }

    LocalText signature() {
        return new LocalText(signature(" 單位 "), signature(" in "));
    }

    private String signature(String in) {
        if (parameters.isEmpty()) {
            return name;
        }
        return parameters.stream()
                .map(each -> each.name()
                        + each.unit().map(unit -> in + unit.symbol()).orElse(""))
                .collect(Collectors.joining(", ", name + "(", ")"));
    }

    boolean isRows(Parameter parameter) {
        return rows.contains(parameter.canonical());
    }
}
