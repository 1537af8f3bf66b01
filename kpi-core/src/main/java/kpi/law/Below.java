package kpi.law;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kpi.model.Facet;
import kpi.model.KpiFigure;
import kpi.model.KpiModel;
import kpi.model.KpiReferences;
import kpi.model.KpiVersion;
import kpi.model.RuleTerms;
import kpi.model.ScorecardModel;
import kpi.model.Subterms;
import kpi.model.Term;
import kpi.value.ReportingPeriod;

/** A KPI and all it rests on, whatever is between. */
final class Below {
    private Below() {}

    /** The KPI itself first, then what is nearer before what is farther. */
    static List<KpiModel> of(ScorecardModel model, KpiModel kpi) {
        Set<String> ids = new LinkedHashSet<>();
        model.kpis().forEach(each -> ids.add(each.id()));
        Set<String> seen = new LinkedHashSet<>(List.of(kpi.id()));
        Deque<KpiModel> open = new ArrayDeque<>(List.of(kpi));
        List<KpiModel> all = new ArrayList<>();
        while (!open.isEmpty()) {
            KpiModel next = open.remove();
            all.add(next);
            for (String id : KpiReferences.of(next, ids).keySet()) {
                if (seen.add(id)) {
                    model.kpi(id).ifPresent(open::add);
                }
            }
        }
        return all;
    }

    /** Whether one of them is of the target, or the attainment, of another: there is none in a period without a target. */
    static boolean asksForTargets(List<KpiModel> below) {
        Deque<Term> open = new ArrayDeque<>();
        below.stream()
                .flatMap(kpi -> kpi.versions().stream())
                .map(RuleTerms::all)
                .forEach(open::addAll);
        while (!open.isEmpty()) {
            Term next = open.pop();
            if (next instanceof KpiFigure figure && figure.facet() != Facet.ACTUAL) {
                return true;
            }
            Subterms.of(next).forEach(open::push);
        }
        return false;
    }

    /** The periods in which one of them has a target. */
    static List<ReportingPeriod> targets(List<KpiModel> below) {
        return below.stream()
                .flatMap(kpi -> kpi.versions().stream())
                .map(KpiVersion::targets)
                .flatMap(targets -> targets.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
