package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.QualifiedName;
import kpi.model.Criterion;
import kpi.model.DimensionRule;
import kpi.model.ReviewStage;
import kpi.model.ScorecardModel.JudgedDimension;

/**
 * Ratings in an example: {@code 創新度(HC2.1, 初核, 甲, 新穎程度) = 80}. Behind the KPI stand the stage, the scorer and the
 * criterion, of which those are left out that a stage does not have.
 */
final class GivenRatings {
    private final Symbols symbols;
    private final Reporter reporter;

    GivenRatings(Symbols symbols, Reporter reporter) {
        this.symbols = symbols;
        this.reporter = reporter;
    }

    /** Which rating is meant. */
    record Place(String kpi, String dimension, String stage, String scorer, String criterion) {}

    /** Whether a name is that of a dimension with more than a KPI in its brackets. */
    static boolean names(QualifiedName name, Symbols symbols) {
        return parts(name).size() > 1
                && symbols.dimensions()
                        .flatMap(known -> known.find(name.name().spelling()))
                        .isPresent()
                && symbols.kpi(parts(name).get(0)).isPresent();
    }

    private static List<String> parts(QualifiedName name) {
        List<String> parts = new ArrayList<>();
        name.qualifier().ifPresent(bracket -> {
            for (String part : bracket.inner().split("[,，、]", -1)) {
                String stripped = part.strip();
                boolean quoted = stripped.length() > 1
                        && (stripped.startsWith("\"") && stripped.endsWith("\"")
                                || stripped.startsWith("「") && stripped.endsWith("」")
                                || stripped.startsWith("“") && stripped.endsWith("”"));
                parts.add(quoted ? stripped.substring(1, stripped.length() - 1) : stripped);
            }
        });
        return parts;
    }

    /** Empty where a problem was reported. */
    Optional<Place> place(QualifiedName name) {
        List<String> parts = parts(name);
        Dimensions dimensions = symbols.dimensions().orElseThrow();
        JudgedDimension dimension = dimensions.find(name.name().spelling()).orElseThrow();
        Symbols.KpiSignature kpi = symbols.kpi(parts.get(0)).orElseThrow();
        if (dimension.rule().orElse(null) instanceof DimensionRule.Broken) {
            return Optional.empty(); // told where it stands
        }
        if (kpi.rows().isPresent()) {
            return refused(name, new LocalText("該指標逐列或逐組計算", "that KPI is evaluated per row or group"));
        }
        if (!(dimension.rule().orElse(null) instanceof DimensionRule.Judged rule)) {
            return refused(
                    name,
                    new LocalText(
                            "「" + dimension.zh() + "」沒有宣告階段", "no stages of " + dimension.id() + " are declared"));
        }
        Optional<ReviewStage> stage = rule.stage(parts.get(1));
        if (stage.isEmpty()) {
            List<String> known = rule.stages().stream().map(ReviewStage::id).toList();
            return refused(
                    name,
                    new LocalText(
                            "「" + dimension.zh() + "」的階段是" + String.join("、", known),
                            "the stages of " + dimension.id() + " are " + String.join(", ", known)));
        }
        // The KPI that stands for the score must be there for a formula to read it.
        dimensions.ask(dimension, kpi.id(), name.span());
        return place(name, rule, stage.get(), parts.subList(2, parts.size()))
                .map(read -> new Place(kpi.id(), dimension.id(), stage.get().id(), read.scorer(), read.criterion()));
    }

    private Optional<Place> place(
            QualifiedName name, DimensionRule.Judged rule, ReviewStage stage, List<String> behind) {
        List<String> left = new ArrayList<>(behind);
        String criterion = "";
        if (!stage.isAsGiven()) {
            List<String> known = rule.rubric().stream().map(Criterion::name).toList();
            String last = left.isEmpty() ? "" : left.remove(left.size() - 1);
            if (!known.contains(CanonicalName.of(last))) {
                return refused(
                        name,
                        new LocalText(
                                "最後要寫評分項目：" + String.join("、", known),
                                "the criterion stands last: " + String.join(", ", known)));
            }
            criterion = CanonicalName.of(last);
        }
        boolean one = stage.expected() == 1;
        if (left.size() > 1 || left.isEmpty() && !one) {
            LocalText why = stage.isAsGiven()
                    ? new LocalText(
                            "「" + stage.name() + "」照給分，寫評分者即可",
                            "\"" + stage.name() + "\" takes scores as given: only the scorer is named")
                    : new LocalText("要寫評分者與評分項目", "the scorer and the criterion are named");
            return refused(name, why);
        }
        String scorer = left.isEmpty() ? "" : left.get(0);
        if (!scorer.isEmpty() && !stage.scorers().isEmpty() && !stage.scorers().contains(scorer)) {
            String known = String.join("、", stage.scorers());
            return refused(name, new LocalText("「" + stage.name() + "」的評分者是" + known, "the scorers are " + known));
        }
        return Optional.of(new Place("", "", stage.id(), scorer, criterion));
    }

    private Optional<Place> refused(QualifiedName name, LocalText why) {
        reporter.report(Problem.of(AnalysisCode.EXAMPLE_GIVEN, name.span())
                .with("text", name.span().text())
                .with("reason", why));
        return Optional.empty();
    }
}
