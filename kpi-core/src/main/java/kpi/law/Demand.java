package kpi.law;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kpi.data.TableSchema;
import kpi.model.InputDefinition;
import kpi.model.KpiModel;
import kpi.model.KpiReferences;
import kpi.model.KpiVersion;
import kpi.model.Per;
import kpi.model.ScorecardModel;
import kpi.model.ScorecardModel.StatedTable;
import kpi.value.CalendarKind;
import kpi.value.ReportingPeriod;

/**
 * What a KPI asks for in a period, with the KPIs it rests on: inputs and datasets that a law may choose freely. What the
 * text itself states of the period is not among them.
 */
record Demand(ReportingPeriod period, List<InputDefinition> inputs, List<TableSchema> tables) {
    private static final int YEARS = 30;

    Demand {
        inputs = List.copyOf(inputs);
        tables = List.copyOf(tables);
    }

    /**
     * Chooses a period in which a version is in force and of which the text states as little as possible.
     *
     * @param targets whether the period must have a target
     */
    static Demand of(ScorecardModel model, KpiModel kpi, KpiVersion version, boolean targets) {
        List<ReportingPeriod> candidates =
                new ArrayList<>(version.targets().keySet().stream().sorted().toList());
        if (!targets || candidates.isEmpty()) {
            ReportingPeriod first = version.from()
                    .or(() -> candidates.stream().findFirst())
                    .orElseGet(() -> model.calendar() == CalendarKind.ROC
                            ? ReportingPeriod.roc(100)
                            : ReportingPeriod.western(2000));
            for (int i = 0; i < YEARS; i++) {
                candidates.add(first.plus(i));
            }
        }
        Optional<Demand> best = Optional.empty();
        int most = -1;
        for (ReportingPeriod period : candidates) {
            boolean inForce = kpi.version(period).filter(version::equals).isPresent();
            Demand demand = of(model, kpi, period);
            int free = demand.inputs().size() + demand.tables().size();
            if (inForce && !isReported(version, period) && free > most) {
                best = Optional.of(demand);
                most = free;
            }
        }
        return best.orElseGet(() -> of(model, kpi, candidates.get(0)));
    }

    static Demand of(ScorecardModel model, KpiModel kpi, ReportingPeriod period) {
        Map<String, InputDefinition> inputs = new LinkedHashMap<>();
        Set<String> rows = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        Set<String> ids = new LinkedHashSet<>();
        model.kpis().forEach(each -> ids.add(each.id()));
        Deque<KpiModel> open = new ArrayDeque<>();
        open.add(kpi);
        seen.add(kpi.id());
        while (!open.isEmpty()) {
            KpiModel next = open.remove();
            if (next.per() instanceof Per.EachRow row) {
                rows.add(row.table());
            }
            next.version(period).ifPresent(version -> {
                version.inputs().stream()
                        .filter(input -> !isStated(input, period))
                        .forEach(input -> inputs.putIfAbsent(input.kpi() + "\n" + input.name(), input));
                rows.addAll(KpiReferences.rows(version).keySet());
            });
            for (String id : KpiReferences.of(next, ids).keySet()) {
                if (seen.add(id)) {
                    model.kpi(id).ifPresent(open::add);
                }
            }
        }
        List<TableSchema> tables = model.tables().stream()
                .filter(table -> rows.contains(table.schema().name()))
                .filter(table -> !isStated(table, period))
                .map(StatedTable::schema)
                .toList();
        return new Demand(period, List.copyOf(inputs.values()), tables);
    }

    private static boolean isReported(KpiVersion version, ReportingPeriod period) {
        return version.reported().stream()
                .anyMatch(stated ->
                        stated.period().filter(of -> !of.equals(period)).isEmpty());
    }

    private static boolean isStated(InputDefinition input, ReportingPeriod period) {
        return input.stated().stream()
                .anyMatch(stated ->
                        stated.period().filter(of -> !of.equals(period)).isEmpty());
    }

    private static boolean isStated(StatedTable table, ReportingPeriod period) {
        return table.rows().stream()
                .anyMatch(rows -> rows.period().filter(of -> !of.equals(period)).isEmpty());
    }

    Optional<TableSchema> table(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }
}
