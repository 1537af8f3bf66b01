package kpi.report;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.result.Figure;
import kpi.result.KpiResult;
import kpi.result.PointLines;
import kpi.unit.KpiUnit;

/**
 * Points as CSV, one line for each line of the text, group and gate: the KPI, what the line is, its title, the group it is in,
 * rows, the points before its limits, the points that enter the sum, unit, the limits that changed it, and the state. The sum
 * and the total follow. Text and lines are as in {@link CsvReport}; a KPI without points has no lines.
 *
 * <pre>{@code
 * id,part,label,group,rows,before,amount,unit,limits,state
 * HF2.1,deduct,一級機關未達使用率標準,,17,1.7,-1.7,分,,value
 * }</pre>
 */
public final class PointsCsv {
    private static final List<String> HEADING =
            List.of("id", "part", "label", "group", "rows", "before", "amount", "unit", "limits", "state");

    private PointsCsv() {}

    /** In the order of the KPIs and of the text. */
    public static void write(List<KpiResult> kpis, Language language, Appendable out) throws IOException {
        CsvRow row = new CsvRow(out);
        for (String name : HEADING) {
            row.text(name);
        }
        row.end();
        for (KpiResult kpi : kpis) {
            Optional<PointLines> points = kpi.points();
            if (points.isPresent()) {
                new Lines(kpi, language, row).write(points.get());
            }
        }
    }

    private record Lines(KpiResult kpi, Language language, CsvRow row) {
        void write(PointLines points) throws IOException {
            for (PointLines.Line line : points.lines()) {
                String group = line.group().isPresent()
                        ? points.groups().get(line.group().getAsInt()).label()
                        : "";
                head(line.kind().id(), line.label(), group, Long.toString(line.rows()));
                figures(Optional.of(line.before()), line.amount(), line.limits());
            }
            for (PointLines.Group group : points.groups()) {
                head("group", group.label(), "", "");
                figures(Optional.of(group.before()), group.amount(), group.limits());
            }
            head("sum", "", "", "");
            figures(Optional.empty(), points.sum(), List.of());
            for (PointLines.Gate gate : points.gates()) {
                head("gate", gate.text(), "", "");
                row.number("");
                row.number("");
                row.text("");
                row.text(String.join("; ", gate.lacking()));
                row.text(gate.open().map(open -> open ? "open" : "shut").orElse(""));
                row.end();
            }
            head("total", "", "", "");
            figures(Optional.of(points.sum()), points.total(), points.limits());
        }

        private void head(String part, String label, String group, String rows) throws IOException {
            row.text(kpi.id());
            row.text(part);
            row.text(label);
            row.text(group);
            row.number(rows);
        }

        private void figures(Optional<Figure> before, Figure amount, List<String> limits) throws IOException {
            if (before.isPresent()) {
                row.number(before.get());
            } else {
                row.number("");
            }
            row.number(amount);
            row.text(kpi.unit().map(KpiUnit::symbol).orElse(""));
            row.text(String.join("; ", limits));
            row.text(CsvReport.state(amount, language));
            row.end();
        }
    }
}
