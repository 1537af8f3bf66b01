package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.data.ColumnSchema;
import kpi.data.TableSchema;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Id;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.TiesWord;
import kpi.model.Facet;
import kpi.model.RankRule;
import kpi.model.Term;

/** How rows or groups are ranked (序位). */
final class RankAnalysis {
    private final Scope scope;
    private final Optional<TableSchema> rows;

    /** The rows of the KPI; empty for one that is evaluated once. */
    RankAnalysis(Scope scope, Optional<TableSchema> rows) {
        this.scope = scope;
        this.rows = rows;
    }

    /** Empty where a problem was reported. */
    Optional<RankRule> read(KpiClause.RankClause clause) {
        if (rows.isEmpty()) {
            scope.reporter().report(Problem.of(AnalysisCode.NO_ROWS_TO_RANK, clause.span()));
            return Optional.empty();
        }
        Optional<Facet> by = Grades.facet(clause.by(), Facet.ACTUAL);
        if (by.isEmpty()) {
            scope.reporter().report(Problem.of(AnalysisCode.NOT_RANKED, clause.span()));
        }
        List<String> within = new ArrayList<>();
        clause.within().forEach(column -> within(column).ifPresent(within::add));
        Optional<Term> where =
                clause.where().flatMap(condition -> Filters.all(new ExpressionAnalysis(scope), List.of(condition)));
        boolean sound = by.isPresent()
                && within.size() == clause.within().size()
                && where.isPresent() == clause.where().isPresent();
        return sound
                ? Optional.of(new RankRule(
                        clause.span(), within, where, clause.highestFirst(), ties(clause.ties()), by.get()))
                : Optional.empty();
    }

    private Optional<String> within(Id column) {
        TableSchema table = rows.orElseThrow();
        Optional<ColumnSchema> found = table.column(column.spelling());
        if (found.isEmpty()) {
            List<String> names =
                    table.columns().stream().map(ColumnSchema::name).toList();
            Problem.Builder problem = Problem.of(AnalysisCode.UNKNOWN_COLUMN, column.span())
                    .with("name", column.spelling())
                    .with("table", table.name())
                    .with("columns", String.join("、", names));
            UnknownNames.suggest(problem, column.span(), column.spelling(), names);
            scope.reporter().report(problem);
        }
        return found.map(ColumnSchema::name);
    }

    static RankRule.Ties ties(TiesWord word) {
        return switch (word) {
            case BEST -> RankRule.Ties.SHARE_BEST;
            case WORST -> RankRule.Ties.SHARE_WORST;
            case MEAN -> RankRule.Ties.SHARE_MEAN;
            case DENSE -> RankRule.Ties.DENSE;
            case ROW_ORDER -> RankRule.Ties.ROW_ORDER;
        };
    }
}
