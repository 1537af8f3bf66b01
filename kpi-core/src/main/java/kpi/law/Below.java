package kpi.law;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

/** A KPI and all it rests on, whatever is between; finding that costs what is found, however many other KPIs there are. */
final class Below {
    private final ScorecardModel model;
    private final Map<String, KpiModel> byId = new HashMap<>();

    Below(ScorecardModel model) {
        this.model = model;
        model.kpis().forEach(kpi -> byId.putIfAbsent(kpi.id(), kpi));
    }

    ScorecardModel model() {
        return model;
    }

    /** The KPI itself first, then what is nearer before what is farther. */
    List<KpiModel> of(KpiModel kpi) {
        Set<String> seen = new LinkedHashSet<>(List.of(kpi.id()));
        Deque<KpiModel> open = new ArrayDeque<>(List.of(kpi));
        List<KpiModel> all = new ArrayList<>();
        while (!open.isEmpty()) {
            KpiModel next = open.remove();
            all.add(next);
            for (String id : KpiReferences.of(next, byId.keySet()).keySet()) {
                KpiModel found = byId.get(id);
                if (found != null && seen.add(id)) {
                    open.add(found);
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
