package kpi.dsl.catalogue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.data.DataLimits;
import kpi.data.csv.CsvTables;
import kpi.diagnostic.Limit;
import kpi.diagnostic.Limits;
import kpi.unit.KpiUnit;
import kpi.unit.UnitTable;
import kpi.unit.Units;
import kpi.value.CalendarKind;
import kpi.value.ReportingPeriod;

/** How an entry is run: the lines of its {@code run.txt}. */
final class Orders {
    private Limits limits = Limits.standard();
    private DataLimits dataLimits = DataLimits.standard();
    private CsvTables.Format format = CsvTables.Format.declared();
    private Map<String, KpiUnit> inputs = new LinkedHashMap<>();
    private Optional<KpiUnit> result = Optional.empty();
    private boolean rows;
    private ReportingPeriod period = ReportingPeriod.roc(109);

    Orders(List<List<String>> lines) {
        lines.forEach(this::read);
        format = format.limits(dataLimits);
    }

    private void read(List<String> line) {
        switch (line.get(0)) {
            case "limit" -> limits = limits.with(limit(line.get(1)), Long.parseLong(line.get(2)));
            case "data" -> dataLimits = data(line.get(1), Integer.parseInt(line.get(2)));
            case "input" -> inputs.put(line.get(1), unit(line.get(2)));
            case "result" -> result = Optional.of(unit(line.get(1)));
            case "period" ->
                period = ReportingPeriod.parse(line.get(1), CalendarKind.ROC).orElseThrow();
            case "rows" -> rows = true;
            case "csv" -> format = csv(line);
            default -> throw new IllegalArgumentException(line.toString());
        }
    }

    private static Limit limit(String id) {
        return Arrays.stream(Limit.values())
                .filter(limit -> limit.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private DataLimits data(String name, int most) {
        return switch (name) {
            case "cellCharacters" -> dataLimits.withCellCharacters(most);
            case "columns" -> dataLimits.withColumns(most);
            case "rows" -> dataLimits.withRows(most);
            case "problems" -> dataLimits.withProblems(most);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static KpiUnit unit(String name) {
        return name.equals("number")
                ? Units.NUMBER
                : UnitTable.standard().read(name).orElseThrow();
    }

    private CsvTables.Format csv(List<String> line) {
        return switch (line.get(1)) {
            case "keep-good-rows" -> format.keepGoodRows();
            case "charset" -> format.charset(line.get(2));
            default -> throw new IllegalArgumentException(line.toString());
        };
    }

    Limits limits() {
        return limits;
    }

    CsvTables.Format format() {
        return format;
    }

    Map<String, KpiUnit> inputs() {
        return inputs;
    }

    Optional<KpiUnit> result() {
        return result;
    }

    /** Whether the reasons of single rows are told too. */
    boolean rows() {
        return rows;
    }

    ReportingPeriod period() {
        return period;
    }
}
