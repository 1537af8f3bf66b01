package kpi.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import kpi.diagnostic.Language;
import kpi.result.Figure;
import kpi.result.KpiHistory;
import kpi.result.KpiResult;
import kpi.result.Mark;
import kpi.result.YearOnYear;
import kpi.unit.KpiUnit;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;

/** Histories as CSV: one row a period. */
final class HistoryCsv {
    private static final List<String> HEAD = List.of(
            "id", "name", "period", "version", "value", "unit", "target", "relation", "attainment", "raw", "attained");

    private static final List<String> TAIL = List.of(
            "state",
            "marks",
            "coversTo",
            "exact",
            "from",
            "before",
            "comparable",
            "difference",
            "differenceUnit",
            "percentage",
            "percentageExact",
            "reason");

    private HistoryCsv() {}

    static void write(List<KpiHistory> histories, Language language, Appendable out) throws IOException {
        boolean graded = histories.stream()
                .flatMap(history -> history.entries().stream())
                .anyMatch(entry -> entry.result().isGraded());
        List<String> heading = new ArrayList<>(HEAD);
        if (graded) {
            heading.add("grade");
        }
        heading.addAll(TAIL);
        CsvRow row = new CsvRow(out);
        for (String name : heading) {
            row.text(name);
        }
        row.end();
        for (KpiHistory history : histories) {
            for (KpiHistory.Entry entry : history.entries()) {
                figures(entry.result(), graded, language, row);
                change(entry.change(), language, row);
                row.end();
            }
        }
    }

    private static void figures(KpiResult kpi, boolean graded, Language language, CsvRow row) throws IOException {
        row.text(kpi.id());
        row.text(kpi.name());
        row.text(kpi.period().code());
        row.text(kpi.versionFrom().map(ReportingPeriod::code).orElse(""));
        row.number(kpi.actual());
        row.text(kpi.unit().map(KpiUnit::symbol).orElse(""));
        row.number(kpi.target());
        row.text(kpi.target().hasValue() ? kpi.targetRelation().orElse("") : "");
        row.number(kpi.attainment());
        row.number(kpi.attainmentRaw());
        row.text(CsvReport.attained(kpi.verdict()));
        if (graded) {
            row.text(kpi.grade().orElse(""));
        }
        row.text(CsvReport.state(kpi.actual(), language));
        row.text(String.join(" ", kpi.marks().stream().map(Mark::id).toList()));
        row.text(kpi.actual().coversToText().orElse(""));
        row.exact(kpi.actual());
    }

    private static void change(YearOnYear change, Language language, CsvRow row) throws IOException {
        row.text(change.from().code());
        row.number(change.before());
        row.text(change.comparability().id());
        row.number(change.difference());
        row.text(change.difference()
                .value()
                .map(Quantity::unit)
                .map(KpiUnit::symbol)
                .orElse(""));
        Figure percentage = change.percentage();
        row.number(percentage);
        row.exact(percentage);
        row.text(percentage.reason().map(reason -> reason.in(language)).orElse(""));
    }
}
