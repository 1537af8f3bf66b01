package kpi.score;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.LocalText;
import kpi.engine.FactSource;
import kpi.engine.Outcome;
import kpi.engine.Provenance;
import kpi.engine.RowSet;
import kpi.model.Combination;
import kpi.model.InputDefinition;
import kpi.model.StageFormula;
import kpi.number.Exact;
import kpi.source.Place;
import kpi.unit.Units;
import kpi.value.Absence;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;

/** What the formula of a judged score may ask: the stages, their scorers' mean, and what was given for a criterion. */
record StageFigures(StageFormula formula, List<RatedStage.Result> stages, String kpi, LocalText dimension)
        implements FactSource {
    @Override
    public Outcome input(InputDefinition input, ReportingPeriod period) {
        StageFormula.Part part = Objects.requireNonNull(formula.names().get(input.name()), input.name());
        RatedStage.Result stage = stages.stream()
                .filter(each -> each.stage().id().equals(part.stage()))
                .findFirst()
                .orElseThrow();
        if (part instanceof StageFormula.Part.Score || stage.score().quantity().isEmpty()) {
            return stage.score() instanceof Outcome.Missing ? lacking(stage) : stage.score();
        }
        List<RatedStage.Judge> judges = stage.judges().stream()
                .filter(judge -> judge.score().quantity().isPresent())
                .toList();
        List<Exact> figures = part instanceof StageFormula.Part.Rated rated
                ? judges.stream()
                        .flatMap(judge -> Optional.ofNullable(judge.ratings().get(rated.criterion())).stream())
                        .map(rating -> rating.score().canonical())
                        .toList()
                : judges.stream()
                        .map(judge -> judge.score().quantity().orElseThrow().canonical())
                        .toList();
        Exact mean = Combination.MEAN.of(figures, Collections.nCopies(figures.size(), Exact.ONE));
        return Outcome.of(Quantity.canonical(mean, Units.POINTS))
                .with(stage.score().provenance());
    }

    private Outcome lacking(RatedStage.Result stage) {
        LocalText none = stage.lacking().stream()
                .reduce((one, other) -> new LocalText(one.zh() + "；" + other.zh(), one.en() + "; " + other.en()))
                .orElseGet(() -> new LocalText(
                        kpi + " 的" + dimension.zh() + "沒有「" + stage.stage().name() + "」得分",
                        "\"" + stage.stage().name() + "\" has no score in " + dimension.en() + " of " + kpi));
        return new Outcome.Missing(
                Absence.NOT_REPORTED, none, Place.of(stage.stage().span()), Provenance.exact());
    }

    @Override
    public RowSet rows(String table, ReportingPeriod period) {
        throw new KpiUsageException("a formula of stages has no rows");
    }
}
