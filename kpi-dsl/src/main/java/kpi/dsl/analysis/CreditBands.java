package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.AttainmentWord.Banded;
import kpi.dsl.syntax.Figure;
import kpi.model.Facet;
import kpi.model.GradeRule;
import kpi.model.LookUp;
import kpi.model.LookUpRow;
import kpi.model.LookUpTable;
import kpi.model.OwnFigure;
import kpi.model.Step;
import kpi.model.Term;
import kpi.number.Exact;
import kpi.source.Place;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.NumberRange;
import kpi.value.Quantity;
import kpi.value.Type;

/**
 * Attainment by bands written on the spot: a look-up table without a name. Its bands must meet like those of a grade; a
 * worth that runs from one figure to another is the first at the lower end of its band and the second at the upper.
 */
final class CreditBands {
    private final Scope scope;
    private final KpiUnit unit;
    private final List<Step> actualSteps;
    private final ExpressionAnalysis analysis;

    CreditBands(Scope scope, KpiUnit unit, List<Step> actualSteps, ExpressionAnalysis analysis) {
        this.scope = scope;
        this.unit = unit;
        this.actualSteps = actualSteps;
        this.analysis = analysis;
    }

    Optional<Term> read(Banded written) {
        Optional<Term> by = written.by()
                .map(analysis::analyse)
                .orElseGet(
                        () -> Optional.of(new OwnFigure(written.span(), Facet.ACTUAL, Type.measure(unit.dimension()))));
        return by.filter(analysis.operators()::requireMeasure).flatMap(figure -> lookUp(written, figure));
    }

    private Optional<Term> lookUp(Banded written, Term figure) {
        KpiUnit held = unitOf(((Type.Measure) figure.type()).dimension());
        boolean own = figure instanceof OwnFigure actual && actual.facet() == Facet.ACTUAL;
        Optional<List<GradeRule.Band>> bands = new Grades(scope, unit, List.of(), List.of())
                .bands(
                        written.credits().stream().map(Banded.Credit::band).toList(),
                        held,
                        own ? actualSteps : List.of());
        List<LookUpRow> rows = new ArrayList<>();
        for (int i = 0; i < bands.map(List::size).orElse(0); i++) {
            row(written.credits().get(i), bands.get().get(i)).ifPresent(rows::add);
        }
        if (rows.size() < written.credits().size()) {
            return Optional.empty();
        }
        LookUpTable table = new LookUpTable(
                MethodChoices.isChinese(written.span()) ? "級距" : "bands",
                LookUpTable.Matching.BANDS,
                List.of(new LookUpTable.Key(written.span().text(), figure.type(), Optional.of(held))),
                Optional.empty(),
                new LookUpTable.Key("worth", Type.measure(Dimension.PERCENT), Optional.of(Units.PERCENT)),
                Optional.of(rows),
                written.span());
        boolean runs = rows.stream().anyMatch(LookUpRow::isRunning);
        return Optional.of(new LookUp(written.span(), table, List.of(figure), runs, false));
    }

    /** A ratio is held against percentages. */
    private KpiUnit unitOf(Dimension dimension) {
        if (dimension.equals(unit.dimension())) {
            return unit;
        }
        return dimension.equals(Dimension.RATIO) ? Units.PERCENT : Units.basic(dimension);
    }

    private Optional<LookUpRow> row(Banded.Credit credit, GradeRule.Band band) {
        Optional<Quantity> low = worth(credit.worth());
        Optional<Quantity> high = credit.upper().map(this::worth).orElse(low);
        NumberRange range = new NumberRange(
                band.from().map(GradeRule.Edge::value),
                band.from().map(GradeRule.Edge::inclusive).orElse(false),
                band.below().map(GradeRule.Edge::value),
                band.below().map(GradeRule.Edge::inclusive).orElse(false));
        if (credit.upper().isPresent() && !range.isFinite()) {
            scope.reporter()
                    .report(Problem.of(
                                    AnalysisCode.CREDIT_OPEN_END, credit.band().span())
                            .with("text", credit.band().label().text()));
            return Optional.empty();
        }
        return low.flatMap(from -> high.map(to -> new LookUpRow(
                List.of(LookUpRow.Cell.of(range)),
                from,
                to,
                credit.band().label().text(),
                Place.of(credit.band().span()))));
    }

    private Optional<Quantity> worth(Figure figure) {
        return scope.literals()
                .figure(figure.span(), figure.text(), Units.PERCENT, scope.reporter())
                .map(printed -> {
                    Exact share = printed.quantity().canonical();
                    return Quantity.canonical(share, Units.PERCENT);
                });
    }
}
