package kpi.dsl.analysis;

import java.util.Optional;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.model.Facet;
import kpi.model.KpiFigure;
import kpi.model.ScorecardModel.JudgedDimension;
import kpi.model.Term;
import kpi.source.Span;
import kpi.unit.Units;
import kpi.value.Type;

/** The score of a KPI in a judged dimension: {@code innovation(HC2.1)}. */
final class Scores {
    private final Scope scope;

    Scores(Scope scope) {
        this.scope = scope;
    }

    /** Empty where a problem was reported: people score a KPI, not its rows. */
    Optional<Term> of(JudgedDimension dimension, Symbols.KpiSignature kpi, Span span) {
        if (kpi.rows().isPresent()) {
            scope.reporter()
                    .report(Problem.of(AnalysisCode.SCORE_OF_ROWS, span)
                            .with("kpi", kpi.id())
                            .with("dimension", new LocalText(dimension.zh(), dimension.id())));
            return Optional.empty();
        }
        return Optional.of(new KpiFigure(
                span,
                scope.symbols().dimensions().orElseThrow().ask(dimension, kpi.id(), span),
                Facet.ACTUAL,
                Type.measure(Units.POINTS.dimension())));
    }
}
