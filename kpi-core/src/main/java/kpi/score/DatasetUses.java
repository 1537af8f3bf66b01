package kpi.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kpi.engine.SharedScans;
import kpi.model.ActualRule;
import kpi.model.Aggregation;
import kpi.model.DefinitionTerm;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.model.RuleTerms;
import kpi.model.ScorecardModel;
import kpi.model.Subterms;
import kpi.model.Term;

/** Where the rules of a model aggregate the rows of datasets, or give points for them. */
public final class DatasetUses {
    private DatasetUses() {}

    /** The aggregates of a KPI, over all its versions, in the order they are met. */
    public static List<Aggregation> aggregations(KpiModel kpi) {
        List<Term> open = new ArrayList<>();
        kpi.versions().forEach(version -> open.addAll(RuleTerms.all(version)));
        List<Aggregation> found = new ArrayList<>();
        Set<Term> met = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < open.size(); i++) {
            Term next = open.get(i);
            if (next instanceof Aggregation aggregation && met.add(aggregation)) {
                found.add(aggregation);
            }
            if (next instanceof DefinitionTerm use && met.add(use.definition().value())) {
                open.add(use.definition().value());
            }
            open.addAll(Subterms.of(next));
        }
        return found;
    }

    /** The lines of points of all KPIs, in all their versions, over a dataset. */
    public static List<SharedScans.Line> lines(ScorecardModel model, String table) {
        List<SharedScans.Line> lines = new ArrayList<>();
        for (KpiModel kpi : model.kpis()) {
            for (KpiVersion version : kpi.versions()) {
                if (version.rule() instanceof ActualRule.Points points) {
                    points.items().stream()
                            .filter(item -> item.table().equals(Optional.of(table)))
                            .forEach(item -> lines.add(new SharedScans.Line(item, version.unit())));
                }
            }
        }
        return lines;
    }

    /** The aggregates of all KPIs over a dataset. */
    public static List<Aggregation> aggregations(ScorecardModel model, String table) {
        return model.kpis().stream()
                .flatMap(kpi -> aggregations(kpi).stream())
                .filter(term -> term.table().equals(table))
                .toList();
    }
}
