package kpi.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.result.Groups;
import kpi.result.KpiResult;
import kpi.result.Light;
import kpi.result.Mark;
import kpi.result.Rank;
import kpi.result.Reconciliation;
import kpi.unit.KpiUnit;
import kpi.value.Quantity;

/**
 * A KPI per row or group as CSV, one line a row or group: the key columns, value, unit; rank, grade, light, attainment (with
 * attained) and the printed figure with its agreement where the KPI has them; state, marks and the exact figure. A missing
 * value is an empty cell, its reason stands in the column {@code state}. Text, figures and lines are as in {@link CsvReport}.
 */
public final class RowsCsv {
    private RowsCsv() {}

    /** In the order of the rows. Refuses a KPI without rows or groups with {@link KpiUsageException}. */
    public static void write(KpiResult kpi, Language language, Appendable out) throws IOException {
        Groups groups = groups(kpi);
        write(groups, groups.stream(), language, out);
    }

    /** By period, then by place, rows without a rank last. Refuses a KPI without rows or groups. */
    public static void writeRanked(KpiResult kpi, Language language, Appendable out) throws IOException {
        Groups groups = groups(kpi);
        write(groups, groups.ranked(), language, out);
    }

    private static Groups groups(KpiResult kpi) {
        return kpi.groups().orElseThrow(() -> new KpiUsageException(kpi.id() + " is not evaluated per row or group"));
    }

    private static void write(Groups groups, Stream<KpiResult> rows, Language language, Appendable out)
            throws IOException {
        Groups.Shape shape = groups.shape();
        CsvRow line = new CsvRow(out);
        for (String name : heading(shape)) {
            line.text(name);
        }
        line.end();
        for (Iterator<KpiResult> each = rows.iterator(); each.hasNext(); ) {
            write(shape, each.next(), language, line);
        }
    }

    private static List<String> heading(Groups.Shape shape) {
        List<String> heading = new ArrayList<>(shape.keyColumns());
        heading.addAll(List.of("value", "unit"));
        if (shape.ranked()) {
            heading.add("rank");
        }
        if (shape.graded()) {
            heading.add("grade");
        }
        if (shape.lit()) {
            heading.add("light");
        }
        if (shape.withAttainment()) {
            heading.addAll(List.of("attainment", "attained"));
        }
        if (shape.published()) {
            heading.addAll(List.of("printed", "agreement"));
        }
        heading.addAll(List.of("state", "marks", "exact"));
        return heading;
    }

    private static void write(Groups.Shape shape, KpiResult row, Language language, CsvRow line) throws IOException {
        for (String column : shape.keyColumns()) {
            Optional<kpi.value.Value> key = Optional.ofNullable(row.keys().get(column));
            if (key.isPresent() && key.get() instanceof Quantity number) {
                line.number(number.plain());
            } else {
                line.text(key.map(Keys::text).orElse(""));
            }
        }
        line.number(row.actual());
        line.text(row.unit().map(KpiUnit::symbol).orElse(""));
        if (shape.ranked()) {
            line.number(row.rank().map(Rank::text).orElse(""));
        }
        if (shape.graded()) {
            line.text(row.grade().orElse(""));
        }
        if (shape.lit()) {
            line.text(row.light().map(Light::word).orElse(""));
        }
        if (shape.withAttainment()) {
            line.number(row.attainment());
            line.text(CsvReport.attained(row.verdict()));
        }
        if (shape.published()) {
            Optional<Reconciliation> held = row.reconciliations().stream().findFirst();
            line.number(held.map(Reconciliation::text).orElse(""));
            line.text(held.map(each -> each.agreement().id()).orElse(""));
        }
        line.text(CsvReport.state(row.actual(), language));
        line.text(String.join(" ", row.marks().stream().map(Mark::id).toList()));
        line.exact(row.actual());
        line.end();
    }
}
