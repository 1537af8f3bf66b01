package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Declaration.DimensionDeclaration;
import kpi.function.KpiFunctions;
import kpi.model.ActualRule;
import kpi.model.Calculation;
import kpi.model.Claims;
import kpi.model.DimensionRule;
import kpi.model.KpiHead;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.model.Per;
import kpi.model.ScorecardModel.JudgedDimension;
import kpi.model.Term;
import kpi.source.Span;
import kpi.unit.Units;
import kpi.value.ReportingPeriod;

/**
 * The dimensions of a program: the declared ones, and the standard ones that are not declared. The score of a KPI in one
 * may be named in formulas; then a KPI of its own stands for it.
 */
final class Dimensions {
    private final Map<String, JudgedDimension> dimensions = new LinkedHashMap<>();
    private final Map<String, DimensionAnalysis.Read> computed = new LinkedHashMap<>();
    private final Map<String, Asked> asked = new LinkedHashMap<>();

    /** The score of a KPI, named in a formula. */
    private record Asked(String kpi, String dimension, Span span) {}

    static Dimensions read(
            List<DimensionDeclaration> declared, Scope scope, KpiFunctions functions, Reporter reporter) {
        Dimensions dimensions = new Dimensions();
        JudgedDimension.STANDARD.forEach(each -> dimensions.dimensions.put(each.id(), each));
        Map<String, Span> seen = new LinkedHashMap<>();
        for (DimensionDeclaration declaration : declared) {
            String id = id(declaration);
            Span earlier = seen.putIfAbsent(id, declaration.id().span());
            if (earlier != null) {
                reporter.report(Definitions.duplicate(id, declaration.id().span(), earlier));
                continue;
            }
            if (functions.find(id).isPresent()
                    || Calls.aggregate(id).isPresent()
                    || FigureNames.facet(id).isPresent()) {
                reporter.report(Problem.of(
                                AnalysisCode.NAME_OF_A_FUNCTION,
                                declaration.id().span())
                        .with("name", id));
            }
            int before = reporter.problems().size();
            DimensionAnalysis.Read read = new DimensionAnalysis(scope).read(declaration);
            Optional<DimensionRule> rule = read.rule().map(DimensionRule.class::cast);
            if (rule.isEmpty() && read.formula().isEmpty()) {
                rule = Optional.of(new DimensionRule.Broken(
                        declaration.id().span(),
                        reporter.problems().size() > before
                                ? reporter.problems().get(before)
                                : Problem.of(
                                                AnalysisCode.BROKEN_DEFINITION,
                                                declaration.id().span())
                                        .with("name", id)
                                        .build()));
            } else if (read.formula().isPresent()) {
                dimensions.computed.put(id, read);
            }
            dimensions.dimensions.put(id, new JudgedDimension(id, read.zh(), rule, read.from()));
        }
        return dimensions;
    }

    /** 評分面向 創新度 declares the standard dimension of that name, by whichever of its names. */
    static String id(DimensionDeclaration declaration) {
        String id = CanonicalName.of(declaration.id().spelling());
        return JudgedDimension.STANDARD.stream()
                .filter(standard -> standard.isNamed(id))
                .map(JudgedDimension::id)
                .findFirst()
                .orElse(id);
    }

    List<JudgedDimension> all() {
        return List.copyOf(dimensions.values());
    }

    /** The dimension that a name means. */
    Optional<JudgedDimension> find(String name) {
        String canonical = CanonicalName.of(name);
        return dimensions.values().stream()
                .filter(each -> each.isNamed(canonical) || each.isNamed(name))
                .findFirst();
    }

    /** The id of the KPI that stands for the score of another one. */
    String ask(JudgedDimension dimension, String kpi, Span span) {
        String id = id(dimension.id(), kpi);
        asked.putIfAbsent(id, new Asked(kpi, dimension.id(), span));
        return id;
    }

    private static String id(String dimension, String kpi) {
        return dimension + "(" + kpi + ")";
    }

    /**
     * The KPIs that stand for scores: computed ones of every KPI whose figures fit, and those that formulas name.
     *
     * @param formulas what reads the formula of a dimension for one KPI, and tells what is wrong
     */
    List<KpiModel> scores(List<Symbols.KpiSignature> kpis, Formulas formulas, Reporter reporter) {
        List<KpiModel> models = new ArrayList<>();
        for (DimensionAnalysis.Read read : computed.values()) {
            String id = read.id();
            Map<String, String> scores = new LinkedHashMap<>();
            List<Problem> first = List.of();
            for (Symbols.KpiSignature kpi : kpis) {
                Reporter own = new Reporter();
                Optional<Term> term = formulas.read(read, kpi, own);
                if (term.isPresent() && !own.hasErrors()) {
                    scores.put(kpi.id(), id(id, kpi.id()));
                    models.add(model(read, kpi.id(), term));
                } else if (first.isEmpty()) {
                    first = own.problems();
                }
            }
            if (scores.isEmpty() && !first.isEmpty()) {
                reporter.reportAll(first);
            }
            Span span = read.declaration().id().span();
            DimensionRule rule = scores.isEmpty() && !first.isEmpty()
                    ? new DimensionRule.Broken(span, first.get(0))
                    : new DimensionRule.Computed(span, read.scale().orElseThrow(), scores);
            dimensions.put(id, new JudgedDimension(id, read.zh(), Optional.of(rule), read.from()));
        }
        asked.forEach((id, score) -> {
            if (models.stream().noneMatch(model -> model.id().equals(id))) {
                models.add(model(id, id, List.of(judged(score, score.span(), Optional.empty())), score.span()));
            }
        });
        return models;
    }

    /** Reads the formula of a dimension as one over the figures of a KPI. */
    @FunctionalInterface
    interface Formulas {
        Optional<Term> read(DimensionAnalysis.Read dimension, Symbols.KpiSignature kpi, Reporter reporter);
    }

    private static KpiModel model(DimensionAnalysis.Read read, String kpi, Optional<Term> term) {
        Span span = read.declaration().id().span();
        Asked score = new Asked(kpi, read.id(), span);
        List<KpiVersion> versions = new ArrayList<>();
        if (read.from().isPresent()) {
            versions.add(judged(score, span, Optional.empty()));
        }
        versions.add(version(new ActualRule.Score(span, kpi, read.id(), term), read.from()));
        return model(id(read.id(), kpi), read.zh() + " " + kpi, versions, span);
    }

    private static KpiVersion judged(Asked score, Span span, Optional<ReportingPeriod> from) {
        return version(new ActualRule.Score(span, score.kpi(), score.dimension(), Optional.empty()), from);
    }

    private static KpiVersion version(ActualRule rule, Optional<ReportingPeriod> from) {
        return KpiVersion.of(from, "", Calculation.of(rule, List.of(), Units.POINTS));
    }

    private static KpiModel model(String id, String name, List<KpiVersion> versions, Span span) {
        return new KpiModel(KpiHead.of(id, name), Per.ONCE, versions, Claims.NONE, List.of(), span);
    }
}
