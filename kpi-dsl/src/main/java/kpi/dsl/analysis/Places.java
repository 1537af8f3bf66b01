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
            scope.reporter().report(unsaid(line));
        }
        if (scope.symbols().around().isNothing()) {
            scope.reporter().report(Problem.of(AnalysisCode.PLACES_OF_ONE, line));
        }
    }

    /** Both orders with all that ties may get but the order of rows: that one rests on an accident. */
    private static Problem.Builder unsaid(Span line) {
        boolean english = line.text().startsWith("roll");
        Span end = line.source().span(line.end(), line.end());
        Problem.Builder problem = Problem.of(AnalysisCode.PLACES_UNSAID, line);
        for (String order : english ? List.of("highest first", "lowest first") : List.of("高者在前", "低者在前")) {
            for (RankRule.Ties ties : RankRule.Ties.values()) {
                if (ties != RankRule.Ties.ROW_ORDER) {
                    problem.edit(
                            end,
                            english ? ", " + order + ", " + name(ties) : "，" + order + "，" + ties.name(Language.ZH_TW));
                }
            }
        }
        return problem;
    }

    /** What the function {@code rank} is told. */
    static List<RowChoice> choices(NodeRule.Places places) {
        RankRule.Ties ties = RankAnalysis.ties(places.ties());
        return List.of(choice(places.highestFirst() ? "highest first" : "lowest first"), choice(name(ties)));
    }

    /** The words of the clause, which for one of them are others than a reader sees. */
    private static String name(RankRule.Ties ties) {
        return ties == RankRule.Ties.DENSE ? "ties share one place without gaps" : ties.name(Language.EN);
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
