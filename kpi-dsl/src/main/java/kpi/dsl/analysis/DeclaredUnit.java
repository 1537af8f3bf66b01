package kpi.dsl.analysis;

import java.util.Optional;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Limits;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Declaration.UnitDeclaration;
import kpi.number.Exact;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.unit.UnitTable;
import kpi.value.Quantity;

/** A unit of the author's own: {@code 定義單位 打 = 12 個}; without a figure, a label of its own. */
final class DeclaredUnit {
    private final UnitDeclaration line;
    private final Limits limits;
    private final Reporter reporter;

    DeclaredUnit(UnitDeclaration line, Limits limits, Reporter reporter) {
        this.line = line;
        this.limits = limits;
        this.reporter = reporter;
    }

    /** The table with this unit; as it was where a problem was reported. */
    UnitTable addedTo(UnitTable units) {
        String word = line.name().spelling();
        if (units.find(word).isPresent()) {
            reporter.report(
                    Problem.of(AnalysisCode.DUPLICATE_NAME, line.name().span()).with("name", word));
            return units;
        }
        try {
            return unit(units, word).map(units::with).orElse(units);
        } catch (KpiUsageException unusable) {
            // What may be a unit word, and that a size is positive, is the unit room's to say.
            reporter.report(
                    Problem.of(AnalysisCode.UNUSABLE_NAME, line.name().span()).with("name", word));
            return units;
        }
    }

    private Optional<KpiUnit> unit(UnitTable known, String word) {
        if (line.equals().isEmpty()) {
            return Optional.of(KpiUnit.of(Dimension.count(word), Exact.ONE, word));
        }
        return line.equals()
                .flatMap(figure -> new Literals(known, limits).constant(figure.span(), figure.text(), reporter))
                .map(constant -> (Quantity) constant.value())
                .map(size -> KpiUnit.of(size.dimension(), size.canonical(), word));
    }
}
