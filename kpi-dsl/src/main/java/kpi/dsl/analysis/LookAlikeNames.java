package kpi.dsl.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kpi.diagnostic.LookAlike;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Suggestion;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.source.Span;

/**
 * Warns of names in one place that a reader cannot tell apart: Latin a and Cyrillic а, 稅 and 税. Capitals and small letters
 * are told apart well enough.
 */
final class LookAlikeNames {
    private record Named(String name, Span span) {}

    private final Reporter reporter;

    private LookAlikeNames(Reporter reporter) {
        this.reporter = reporter;
    }

    /** Looks at the ids of the KPIs, and in each version of a KPI at its inputs and definitions. */
    static void report(List<KpiModel> kpis, Reporter reporter) {
        LookAlikeNames names = new LookAlikeNames(reporter);
        Map<String, Named> ids = new HashMap<>();
        for (KpiModel kpi : kpis) {
            names.add(ids, kpi.id(), kpi.span());
            for (KpiVersion version : kpi.versions()) {
                Map<String, Named> own = new HashMap<>();
                version.inputs().forEach(input -> names.add(own, input.name(), input.span()));
                version.definitions().forEach(definition -> names.add(own, definition.name(), definition.span()));
            }
        }
    }

    /** Where the eye sees no difference between a name and the one it was taken for, the numbers tell it. */
    static void tell(Problem.Builder problem, Span span, String written, String meant) {
        if (LookAlike.test(written, meant) && !written.equalsIgnoreCase(meant)) {
            problem.related(
                    span, "look-alike", "meant", meant, "differing", Suggestion.differingCodePoints(written, meant));
        }
    }

    private void add(Map<String, Named> known, String name, Span span) {
        Named first = known.putIfAbsent(LookAlike.skeleton(name), new Named(name, span));
        if (first != null && !first.name().equalsIgnoreCase(name)) {
            reporter.report(Problem.of(AnalysisCode.LOOK_ALIKE_NAMES, span)
                    .with("name", name)
                    .with("other", first.name())
                    .with("differing", Suggestion.differingCodePoints(first.name(), name))
                    .related(first.span(), "first-declared"));
        }
    }
}
