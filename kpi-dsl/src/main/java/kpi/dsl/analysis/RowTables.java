package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.TableSchema;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Declaration.KpiDeclaration;
import kpi.dsl.syntax.Id;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.Per;

/**
 * What KPIs per row and per group look like as tables, known before any formula is read: a KPI per row has the columns of
 * its table, a KPI per group its group columns.
 */
final class RowTables {
    private final Map<String, TableSchema> tables;
    private final Map<String, Symbols.KpiSignature> signatures;
    private final Map<String, List<Problem>> problems = new LinkedHashMap<>();

    RowTables(Map<String, TableSchema> tables, Map<String, Symbols.KpiSignature> signatures) {
        this.tables = tables;
        this.signatures = signatures;
    }

    /**
     * Adds the rows to the signatures; answers the KPIs in an order in which each comes after those it uses, as far as
     * there is such an order.
     */
    List<KpiDeclaration> read(List<KpiDeclaration> kpis) {
        Map<String, KpiDeclaration> byName = new LinkedHashMap<>();
        Map<String, Set<String>> uses = new LinkedHashMap<>();
        for (KpiDeclaration kpi : kpis) {
            String name = CanonicalName.of(kpi.id().spelling());
            byName.put(name, kpi);
            uses.put(name, Uses.of(kpi));
        }
        List<KpiDeclaration> order = new ArrayList<>();
        for (String name : Dependencies.of(uses).order()) {
            KpiDeclaration kpi = Objects.requireNonNull(byName.get(name));
            Reporter reporter = new Reporter();
            kpi.per()
                    .flatMap(per -> rows(kpi, per, Objects.requireNonNull(uses.get(name)), reporter))
                    .ifPresent(rows -> signatures.computeIfPresent(name, (id, known) -> known.withRows(rows)));
            problems.put(name, reporter.problems());
            order.add(kpi);
        }
        return order;
    }

    /** What is wrong with how often the KPI is evaluated: it breaks the KPI. */
    List<Problem> problems(KpiDeclaration kpi) {
        return problems.getOrDefault(CanonicalName.of(kpi.id().spelling()), List.of());
    }

    private Optional<TableSchema> rows(KpiDeclaration kpi, Per per, Set<String> uses, Reporter reporter) {
        String id = kpi.id().spelling();
        if (per instanceof Per.EachRow row) {
            TableSchema table = tables.get(CanonicalName.of(row.table().spelling()));
            if (table == null) {
                Problem.Builder problem = Problem.of(
                                AnalysisCode.UNKNOWN_TABLE, row.table().span())
                        .with("name", row.table().spelling());
                UnknownNames.suggest(
                        problem,
                        row.table().span(),
                        row.table().spelling(),
                        tables.values().stream().map(TableSchema::name).toList());
                reporter.report(problem);
                return Optional.empty();
            }
            return Optional.of(new TableSchema(id, table.columns()));
        }
        List<TableSchema> used = used(uses);
        Per.EachGroup group = (Per.EachGroup) per;
        if (kpi.clauses().stream().anyMatch(KpiClause.ReportedFile.class::isInstance)
                && used.stream().noneMatch(table -> hasAll(table, group))) {
            return Optional.of(new TableSchema(id, reported(group)));
        }
        return columns(group, used, id, reporter).map(columns -> new TableSchema(id, columns));
    }

    private static boolean hasAll(TableSchema table, Per.EachGroup group) {
        return group.columns().stream()
                .allMatch(name -> table.column(name.spelling()).isPresent());
    }

    /** The columns of a KPI whose figures are reported: as other tables have them that can be grouped so, else texts. */
    private List<ColumnSchema> reported(Per.EachGroup group) {
        Optional<TableSchema> like =
                tables.values().stream().filter(table -> hasAll(table, group)).findFirst();
        List<ColumnSchema> columns = new ArrayList<>();
        for (String name : group.columns().stream().map(Id::spelling).distinct().toList()) {
            ColumnType type = like.flatMap(table -> table.column(name))
                    .map(ColumnSchema::type)
                    .orElseGet(ColumnType.TextType::new);
            columns.add(new ColumnSchema(name, List.of(), type, false, true));
        }
        return columns;
    }

    private List<TableSchema> used(Set<String> uses) {
        List<TableSchema> used = new ArrayList<>();
        for (String name : uses) {
            TableSchema table = tables.get(name);
            Symbols.KpiSignature kpi = signatures.get(name);
            if (table != null) {
                used.add(table);
            } else if (kpi != null) {
                kpi.rows().ifPresent(used::add);
            }
        }
        return used;
    }

    /** The group columns with the type they have in every table that is grouped by them. */
    private static Optional<List<ColumnSchema>> columns(
            Per.EachGroup group, List<TableSchema> used, String kpi, Reporter reporter) {
        List<String> names = group.columns().stream().map(Id::spelling).toList();
        List<TableSchema> grouped = used.stream()
                .filter(table ->
                        names.stream().allMatch(name -> table.column(name).isPresent()))
                .toList();
        if (grouped.isEmpty()) {
            noTable(group, used, names, kpi, reporter);
            return Optional.empty();
        }
        List<ColumnSchema> columns = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Id name : group.columns()) {
            if (!seen.add(CanonicalName.of(name.spelling()))) {
                reporter.report(
                        Problem.of(AnalysisCode.DUPLICATE_NAME, name.span()).with("name", name.spelling()));
                return Optional.empty();
            }
            TableSchema first = grouped.get(0);
            ColumnSchema column = first.column(name.spelling()).orElseThrow();
            for (TableSchema other : grouped) {
                ColumnSchema same = other.column(name.spelling()).orElseThrow();
                if (!Joins.same(column.type(), same.type())) {
                    reporter.report(Problem.of(AnalysisCode.GROUP_COLUMN_TYPES, name.span())
                            .with("column", name.spelling())
                            .with("first", first.name())
                            .with("firsttype", Joins.name(Columns.type(column.type())))
                            .with("second", other.name())
                            .with("secondtype", Joins.name(Columns.type(same.type()))));
                    return Optional.empty();
                }
            }
            columns.add(new ColumnSchema(name.spelling(), List.of(), column.type(), false, true));
        }
        return Optional.of(columns);
    }

    private static void noTable(
            Per.EachGroup group, List<TableSchema> used, List<String> names, String kpi, Reporter reporter) {
        // The column that no table has is what was mistyped; else no one table has them all.
        Id at = group.columns().stream()
                .filter(column -> used.stream()
                        .noneMatch(table -> table.column(column.spelling()).isPresent()))
                .findFirst()
                .orElse(group.columns().get(0));
        Problem.Builder problem = Problem.of(AnalysisCode.NO_GROUP_COLUMN, at.span())
                .with("kpi", kpi)
                .with("columns", String.join("、", names))
                .with(
                        "tables",
                        used.isEmpty()
                                ? "–"
                                : String.join(
                                        "、",
                                        used.stream().map(TableSchema::name).toList()));
        UnknownNames.suggest(
                problem,
                at.span(),
                at.spelling(),
                used.stream()
                        .flatMap(table -> table.columns().stream())
                        .map(ColumnSchema::name)
                        .distinct()
                        .toList());
        reporter.report(problem);
    }
}
