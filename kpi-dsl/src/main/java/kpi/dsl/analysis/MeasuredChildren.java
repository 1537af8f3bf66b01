package kpi.dsl.analysis;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Declaration.KpiDeclaration;
import kpi.dsl.syntax.KpiClause;
import kpi.model.Facet;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.source.Span;

/**
 * KPIs that are rolled up by their attainment need a line that says how it is measured. What has no target on purpose, or
 * an asserted attainment, says enough.
 */
final class MeasuredChildren {
    private final Map<String, KpiDeclaration> declarations = new LinkedHashMap<>();
    private final Map<String, KpiModel> models = new LinkedHashMap<>();
    private final Reporter reporter;
    private final Set<String> told = new LinkedHashSet<>();

    MeasuredChildren(List<KpiDeclaration> declared, List<KpiModel> models, Reporter reporter) {
        declared.forEach(
                kpi -> this.declarations.putIfAbsent(CanonicalName.of(kpi.id().spelling()), kpi));
        models.forEach(model -> this.models.putIfAbsent(CanonicalName.of(model.id()), model));
        this.reporter = reporter;
    }

    /** @param nodes the KPIs that stand for the nodes of scorecards */
    void check(List<KpiDeclaration> nodes) {
        for (KpiDeclaration node : nodes) {
            for (KpiClause clause : node.clauses()) {
                if (clause instanceof KpiClause.RollUpClause line
                        && RollUpAnalysis.facet(line.rule())
                                .filter(Facet.ATTAINMENT::equals)
                                .isPresent()) {
                    line.children().stream().filter(child -> !child.node()).forEach(child -> check(child, line));
                }
            }
        }
    }

    private void check(KpiClause.RollUpClause.Child child, KpiClause.RollUpClause line) {
        String name = CanonicalName.of(child.id());
        Optional<KpiVersion> unmeasured = Optional.ofNullable(models.get(name)).stream()
                .flatMap(model -> model.versions().stream())
                .filter(version -> version.attainment().isEmpty()
                        && !version.aims().withoutTarget()
                        && version.asserted().isEmpty())
                .findFirst();
        Optional<KpiDeclaration> declared = Optional.ofNullable(declarations.get(name));
        if (unmeasured.isPresent() && declared.isPresent() && told.add(name)) {
            reporter.report(
                    problem(declared.get(), unmeasured.get(), line.rule().span()));
        }
    }

    private static Problem.Builder problem(KpiDeclaration kpi, KpiVersion version, Span rolledUp) {
        Problem.Builder problem = Problem.of(
                        AnalysisCode.CHILD_NOT_MEASURED, kpi.id().span())
                .with("kpi", kpi.id().spelling())
                .related(rolledUp, "rolled-up-here");
        Optional<KpiClause> behind = kpi.clauses().stream()
                .filter(KpiClause.DirectionClause.class::isInstance)
                .findFirst()
                .or(() -> kpi.clauses().stream().reduce((first, second) -> second));
        if (behind.isEmpty()) {
            return problem;
        }
        Span line = behind.get().span();
        boolean chinese = MethodChoices.isChinese(
                kpi.span().source().span(kpi.span().start(), kpi.id().span().start()));
        String before = line.source().text().substring(line.start() - (line.column() - 1), line.start());
        String between = before.isBlank() ? "\n" + before : "   ";
        Span end = line.source().span(line.end(), line.end());
        new MethodChoices(level -> version.level(level).isPresent(), version.direction())
                .of(chinese)
                .forEach(choice -> problem.edit(end, between + (chinese ? "目標達成度 " : "attainment ") + choice));
        return problem;
    }
}
