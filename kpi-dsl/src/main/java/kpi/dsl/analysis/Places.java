package kpi.dsl.analysis;

import java.util.List;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.NodeRule;
import kpi.dsl.syntax.RollUpWord;
import kpi.function.RowChoice;
import kpi.function.RowFunctions;
import kpi.function.RowParameter;
import kpi.model.RankRule;
import kpi.source.Span;

/** How groups are placed in each KPI of a rank sum (序位合計). */
final class Places {
    private final Scope scope;

    Places(Scope scope) {
        this.scope = scope;
    }

    /** A rank sum says which end is first and what ties get, and is of groups: one scorecard alone has no place. */
    void check(KpiClause.RollUpClause clause) {
        if (clause.rule().method() != RollUpWord.RANK_SUM) {
            return;
        }
        Span line = clause.rule().span();
        if (clause.rule().places().isEmpty()) {
            boolean english = line.text().startsWith("roll");
            Span end = line.source().span(line.end(), line.end());
            scope.reporter()
                    .report(Problem.of(AnalysisCode.PLACES_UNSAID, line)
                            .edit(end, english ? ", highest first, ties share the best place" : "，高者在前，同分同列最佳序位")
                            .edit(end, english ? ", highest first, ties share the mean place" : "，高者在前，同分同列平均序位"));
        }
        if (scope.symbols().around().isNothing()) {
            scope.reporter().report(Problem.of(AnalysisCode.PLACES_OF_ONE, line));
        }
    }

    /** What the function {@code rank} is told. */
    static List<RowChoice> choices(NodeRule.Places places) {
        RankRule.Ties ties = RankAnalysis.ties(places.ties());
        return List.of(
                choice(places.highestFirst() ? "highest first" : "lowest first"),
                choice(ties == RankRule.Ties.DENSE ? "ties share one place without gaps" : ties.name(Language.EN)));
    }

    private static RowChoice choice(String name) {
        return RowFunctions.find("rank").orElseThrow().parameters().stream()
                .filter(RowParameter.Named.class::isInstance)
                .flatMap(parameter -> ((RowParameter.Named) parameter).choices().stream())
                .filter(choice -> choice.isCalled(name))
                .findFirst()
                .orElseThrow();
    }
}
