package kpi.score;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import kpi.data.Table;
import kpi.engine.TableView;
import kpi.model.KpiModel;
import kpi.model.KpiReferences;
import kpi.model.Per;
import kpi.model.ScorecardModel;
import kpi.value.ReportingPeriod;

/**
 * Collects the rows and groups of KPIs: those of the evaluated period or, where every period is asked for, each in its own
 * period. Each period is evaluated once, with those KPIs only that have rows in it, and what these need.
 */
final class RowCollector {
    private final ScorecardModel model;
    private final FactBook book;
    private final BiFunction<Set<String>, ReportingPeriod, Pass> passes;

    /** @param passes evaluates KPIs, and those they need, in a period */
    RowCollector(ScorecardModel model, FactBook book, BiFunction<Set<String>, ReportingPeriod, Pass> passes) {
        this.model = Objects.requireNonNull(model, "model");
        this.book = Objects.requireNonNull(book, "book");
        this.passes = Objects.requireNonNull(passes, "passes");
    }

    /** The rows of the evaluated period, by KPI. */
    static Map<String, List<RowAt>> of(List<KpiModel> kpis, Pass now) {
        Map<String, List<RowAt>> rows = new HashMap<>();
        for (KpiModel kpi : kpis) {
            if (!kpi.per().isOnce()) {
                rows.put(
                        kpi.id(),
                        now.get(kpi.id())
                                .rows()
                                .map(found -> RowAt.all(now, found))
                                .orElse(List.of()));
            }
        }
        return rows;
    }

    /** The rows of every period, by KPI; where no column says of which period rows are, those of the evaluated one. */
    Map<String, List<RowAt>> ofEveryPeriod(List<KpiModel> kpis, Pass now) {
        Map<String, List<RowAt>> rows = of(kpis, now);
        Map<ReportingPeriod, Set<String>> ids = new TreeMap<>();
        for (KpiModel kpi : kpis) {
            Set<ReportingPeriod> periods = kpi.per().isOnce() ? Set.of() : periods(kpi);
            if (!periods.isEmpty()) {
                rows.put(kpi.id(), new ArrayList<>());
                periods.forEach(period ->
                        ids.computeIfAbsent(period, any -> new HashSet<>()).add(kpi.id()));
                ids.computeIfAbsent(now.period(), any -> new HashSet<>()).add(kpi.id());
            }
        }
        ids.forEach((period, wanted) -> {
            Pass pass = period.equals(now.period()) ? now : passes.apply(wanted, period);
            for (String id : wanted) {
                pass.get(id)
                        .rows()
                        .ifPresent(found -> RowAt.all(pass, found).stream()
                                .filter(row -> belongs(row, now.period()))
                                .forEach(Objects.requireNonNull(rows.get(id))::add));
            }
        });
        rows.replaceAll((id, found) -> inOrder(found));
        return rows;
    }

    /** Whether the row is of the period it was evaluated in, and not only seen there. */
    private static boolean belongs(RowAt row, ReportingPeriod now) {
        Optional<ReportingPeriod> own = row.base().period(row.index());
        if (own.isEmpty()) {
            return !row.base().hasPeriods() || row.data().period().equals(now);
        }
        return own.get().equals(row.data().period());
    }

    /** Rows of one table in the order of the table, not of the periods. */
    private static List<RowAt> inOrder(List<RowAt> rows) {
        Map<Table, Integer> tables = new IdentityHashMap<>(4);
        rows.forEach(row -> table(row).ifPresent(table -> tables.putIfAbsent(table, tables.size())));
        List<RowAt> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparingInt(
                        (RowAt row) -> table(row).map(tables::get).orElse(0))
                .thenComparingInt(row -> row.base() instanceof RowBase.OfRows of && of.view() instanceof TableView
                        ? of.rows()[row.index()]
                        : 0));
        return sorted;
    }

    private static Optional<Table> table(RowAt row) {
        return row.base() instanceof RowBase.OfRows of && of.view() instanceof TableView view
                ? Optional.of(view.table())
                : Optional.empty();
    }

    /** The periods in which the KPI has rows or groups of their own; none if nothing says of which period they are. */
    private Set<ReportingPeriod> periods(KpiModel kpi) {
        Map<String, KpiModel> kpis = new HashMap<>();
        model.kpis().forEach(each -> kpis.put(each.id(), each));
        Set<ReportingPeriod> periods = new TreeSet<>();
        for (String dataset : datasets(kpi, kpis)) {
            boolean counts = kpi.per() instanceof Per.EachRow
                    || RowsOfPeriod.column(dataset, model)
                            .filter(((Per.EachGroup) kpi.per()).columns()::contains)
                            .isPresent();
            if (counts) {
                periods(dataset).forEach(periods::add);
            }
        }
        return periods;
    }

    /** The datasets that the rows of a KPI come from, through other KPIs per row or group. */
    private static Set<String> datasets(KpiModel kpi, Map<String, KpiModel> kpis) {
        Map<String, Boolean> seen = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(sources(kpi));
        while (!open.isEmpty()) {
            String name = open.pop();
            KpiModel other = kpis.get(name);
            if (seen.putIfAbsent(name, other == null || other.per().isOnce()) == null && other != null) {
                open.addAll(sources(other));
            }
        }
        Set<String> datasets = new HashSet<>();
        seen.forEach((name, isDataset) -> {
            if (isDataset) {
                datasets.add(name);
            }
        });
        return datasets;
    }

    private static List<String> sources(KpiModel kpi) {
        if (kpi.per() instanceof Per.EachRow each) {
            return List.of(each.table());
        }
        return kpi.per().isOnce()
                ? List.of()
                : kpi.versions().stream()
                        .flatMap(version -> KpiReferences.rows(version).keySet().stream())
                        .toList();
    }

    private Stream<ReportingPeriod> periods(String dataset) {
        Stream<ReportingPeriod> stated = model.tables().stream()
                .filter(table -> table.schema().name().equals(dataset))
                .flatMap(table -> table.rows().stream())
                .flatMap(rows -> rows.period().isPresent() ? rows.period().stream() : Periods.rows(rows.table()));
        return Stream.concat(
                stated, Optional.ofNullable(book.tables().get(dataset)).stream().flatMap(Periods::rows));
    }
}
