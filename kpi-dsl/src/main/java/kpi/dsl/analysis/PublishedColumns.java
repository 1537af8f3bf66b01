package kpi.dsl.analysis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.TableSchema;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Declaration.KpiDeclaration;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.Per;
import kpi.model.PublishedColumn;
import kpi.source.Span;

/** Finds the column with what was printed of each row or group (公布值 欄). */
final class PublishedColumns {
    private final KpiAnalysis.World world;
    private final Symbols.KpiSignature kpi;
    private final Reporter reporter;

    PublishedColumns(KpiAnalysis.World world, Symbols.KpiSignature kpi, Reporter reporter) {
        this.world = world;
        this.kpi = kpi;
        this.reporter = reporter;
    }

    /** In a KPI per row a column of its table; in a KPI per group one of a table that has the group columns. */
    Optional<PublishedColumn> read(KpiClause.PublishedColumn clause, KpiDeclaration declaration) {
        Span span = clause.column().span();
        String name = clause.column().spelling();
        List<TableSchema> tables = tables(declaration);
        Optional<TableSchema> table = tables.stream()
                .filter(each -> each.column(name)
                        .filter(column -> column.type() instanceof ColumnType.Number)
                        .isPresent())
                .findFirst();
        if (table.isEmpty()) {
            List<String> columns = tables.stream()
                    .flatMap(each -> each.columns().stream())
                    .filter(column -> column.type() instanceof ColumnType.Number)
                    .map(ColumnSchema::name)
                    .distinct()
                    .toList();
            Problem.Builder problem = Problem.of(AnalysisCode.NO_PUBLISHED_COLUMN, span)
                    .with("name", name)
                    .with("columns", columns.isEmpty() ? "–" : String.join("、", columns));
            UnknownNames.suggest(problem, span, name, columns);
            reporter.report(problem);
            return Optional.empty();
        }
        String column = table.get().column(name).map(ColumnSchema::name).orElse(name);
        return Optional.of(new PublishedColumn(clause.span(), table.get().name(), column));
    }

    private List<TableSchema> tables(KpiDeclaration declaration) {
        if (declaration.per().isEmpty() || kpi.rows().isEmpty()) {
            return List.of();
        }
        if (declaration.per().get() instanceof Per.EachRow row) {
            return Stream.ofNullable(
                            world.tables().get(CanonicalName.of(row.table().spelling())))
                    .toList();
        }
        List<String> keys =
                kpi.rows().get().columns().stream().map(ColumnSchema::name).toList();
        Set<String> uses = Uses.of(declaration);
        // Tables the KPI uses come first: another one may hold the figures of another year.
        Stream<TableSchema> used = world.tables().entrySet().stream()
                .filter(entry -> uses.contains(entry.getKey()))
                .map(java.util.Map.Entry::getValue);
        return Stream.concat(used, world.tables().values().stream())
                .filter(table -> keys.stream().allMatch(key -> table.column(key).isPresent()))
                .toList();
    }
}
