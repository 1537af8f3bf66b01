package kpi.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.model.DimensionRule;
import kpi.model.KpiModel;
import kpi.model.ScorecardModel;
import kpi.model.ScorecardModel.JudgedDimension;
import kpi.result.Figure;
import kpi.result.JudgedScore;
import kpi.unit.Units;
import kpi.value.Absence;

/** The scores of a KPI in all dimensions, judged and computed. */
final class DimensionScores {
    private final ScorecardModel model;
    private final JudgedScores judged;
    private final Pass pass;
    private final Figures figures;

    /** Computed ones were evaluated in the pass. */
    DimensionScores(ScorecardModel model, JudgedScores judged, Pass pass) {
        this.model = model;
        this.judged = judged;
        this.pass = pass;
        this.figures = new Figures(model.calendar());
    }

    /** By the id of the dimension. */
    record Found(Map<String, Figure> figures, Map<String, JudgedScore> judged, List<Problem> problems) {}

    /** The ids of the KPIs that stand for the computed scores of a KPI. */
    static List<String> computed(ScorecardModel model, String kpi) {
        List<String> ids = new ArrayList<>();
        for (JudgedDimension dimension : model.dimensions()) {
            if (dimension.rule().orElse(null) instanceof DimensionRule.Computed rule
                    && rule.scores().containsKey(kpi)) {
                ids.add(rule.scores().get(kpi));
            }
        }
        return ids;
    }

    Found of(String kpi) {
        Map<String, Figure> scores = new LinkedHashMap<>();
        Map<String, JudgedScore> how = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (JudgedDimension dimension : model.dimensions()) {
            if (dimension.rule(pass.period()).orElse(null) instanceof DimensionRule.Computed rule) {
                Figure figure = computed(kpi, dimension, rule);
                scores.put(dimension.id(), figure);
                problems.addAll(figure.reasons());
            } else {
                JudgedScores.Judgement found = judged.of(kpi, dimension);
                scores.put(dimension.id(), found.figure());
                found.judged().ifPresent(stages -> how.put(dimension.id(), stages));
                problems.addAll(found.problems());
            }
        }
        return new Found(scores, how, problems);
    }

    private Figure computed(String kpi, JudgedDimension dimension, DimensionRule.Computed rule) {
        String id = rule.scores().get(kpi);
        if (id == null) {
            JudgedScores.Judgement given = judged.of(kpi, dimension);
            LocalText reason = new LocalText(
                    kpi + " 的實際值、目標值不合「" + dimension.zh() + "」的算式",
                    "the figures of " + kpi + " do not fit the formula of " + dimension.id());
            return given.figure().hasValue()
                    ? given.figure()
                    : Figure.absent(Absence.NOT_APPLICABLE, reason).build();
        }
        Scored scored = pass.get(id);
        KpiModel score = scored.kpi();
        if (scored.version().isEmpty()) {
            return figures.of(scored.actual().value(), scored.actual().before(), Units.POINTS)
                    .because(score.problems().stream().skip(1).toList())
                    .build();
        }
        return figures.of(scored.actual().value(), scored.actual().before(), Units.POINTS)
                .explained(scored.actual().explanation())
                .build();
    }
}
