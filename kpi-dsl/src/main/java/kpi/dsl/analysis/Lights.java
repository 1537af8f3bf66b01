package kpi.dsl.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.Label;
import kpi.model.LightRule;
import kpi.source.Span;

/** The lights of a figure (燈號): their bands are those of a grade, and their words and shapes tell them apart. */
final class Lights {
    private final Grades grades;
    private final Reporter reporter;

    Lights(Grades grades, Reporter reporter) {
        this.grades = grades;
        this.reporter = reporter;
    }

    /** Empty where a problem was reported. */
    Optional<LightRule> read(KpiClause.LightClause clause) {
        Map<String, Span> words = new LinkedHashMap<>();
        Map<String, Span> shapes = new LinkedHashMap<>();
        boolean sound = true;
        for (KpiClause.LightClause.Lamp lamp : clause.lamps()) {
            sound &= isNew(lamp.word(), words) & isNew(lamp.shape(), shapes);
        }
        Optional<kpi.model.GradeRule> bands = grades.read(
                clause.span(),
                clause.by(),
                clause.lamps().stream().map(KpiClause.LightClause.Lamp::band).toList());
        return sound ? bands.map(read -> new LightRule(read, lamps(clause))) : Optional.empty();
    }

    private static List<LightRule.Lamp> lamps(KpiClause.LightClause clause) {
        return clause.lamps().stream()
                .map(lamp -> new LightRule.Lamp(
                        lamp.band().label().text(),
                        lamp.word().text(),
                        lamp.shape().text()))
                .toList();
    }

    private boolean isNew(Label label, Map<String, Span> seen) {
        if (label.text().isBlank()) {
            reporter.report(Problem.of(AnalysisCode.LIGHT_UNSEEN, label.span()));
            return false;
        }
        Span earlier = seen.putIfAbsent(label.text(), label.span());
        if (earlier != null) {
            reporter.report(Problem.of(AnalysisCode.LIGHTS_ALIKE, label.span())
                    .with("text", label.text())
                    .related(earlier, "first-declared"));
            return false;
        }
        return true;
    }
}
