package kpi.score;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kpi.model.JoinedColumn;
import kpi.model.JoinedFigure;
import kpi.model.KpiModel;
import kpi.model.KpiReferences;
import kpi.model.KpiVersion;
import kpi.model.PastValue;
import kpi.model.Recalled;
import kpi.model.ScorecardModel;
import kpi.result.Change;
import kpi.result.Change.Cause;
import kpi.value.ReportingPeriod;

/**
 * Data of other periods that are not the same in two evaluations: what a figure recalls of the past (前期, 前3期平均) changes it, too.
 * The past of the past is looked at as far as {@link #MOST} figures go.
 */
final class PastCauses {
    /** A figure that rests on its own past rests on all of it. */
    private static final int MOST = 500;

    private final ScorecardModel model;
    private final ChangedData data;
    private final Collection<String> ids;
    private final Map<KpiVersion, List<PastValue>> recalled = new IdentityHashMap<>();
    private final Map<String, Set<String>> references = new HashMap<>();

    PastCauses(ScorecardModel model, ChangedData data, Collection<String> ids) {
        this.model = model;
        this.data = data;
        this.ids = ids;
    }

    /** A KPI in a period. */
    private record Figure(String kpi, ReportingPeriod period) {}

    /** What changed of all that is recalled by a KPI as it stands in the evaluated periods, each once. */
    List<Cause> of(List<ChangedData.Stand> stands) {
        Set<Cause> causes = new LinkedHashSet<>();
        Set<Figure> seen = new LinkedHashSet<>();
        Deque<Figure> open = new ArrayDeque<>();
        stands.forEach(stand -> recall(stand, causes, open));
        while (!open.isEmpty() && seen.size() < MOST) {
            Figure next = open.remove();
            if (seen.add(next)) {
                model.kpi(next.kpi()).ifPresent(kpi -> read(kpi, next.period(), causes, open));
            }
        }
        return new ArrayList<>(causes);
    }

    private void read(KpiModel kpi, ReportingPeriod period, Set<Cause> causes, Deque<Figure> open) {
        Optional<KpiVersion> version = kpi.version(period);
        if (version.isEmpty()) {
            return;
        }
        ChangedData.Stand stand = new ChangedData.Stand(version.get(), period);
        data.of(kpi, stand, stand).forEach(cause -> causes.add(new Change.OfPast(period, cause)));
        references
                .computeIfAbsent(kpi.id(), any -> KpiReferences.of(kpi, ids).keySet())
                .forEach(other -> open.add(new Figure(other, period)));
        recall(stand, causes, open);
    }

    private void recall(ChangedData.Stand stand, Set<Cause> causes, Deque<Figure> open) {
        for (PastValue past : recalled.computeIfAbsent(stand.version(), KpiReferences::recalled)) {
            for (ReportingPeriod period : past.window().others(stand.period()).orElse(List.of())) {
                recall(past.what(), period, causes, open);
            }
        }
    }

    private void recall(Recalled what, ReportingPeriod period, Set<Cause> causes, Deque<Figure> open) {
        if (what instanceof Recalled.Input input) {
            data.input(input.input(), period).ifPresent(cause -> causes.add(new Change.OfPast(period, cause)));
        } else if (what instanceof Recalled.Defined defined) {
            open.add(new Figure(defined.kpi(), period));
        } else if (what instanceof Recalled.Figure figure) {
            open.add(new Figure(figure.kpi(), period));
        } else if (((Recalled.Joined) what).at() instanceof JoinedFigure figure) {
            open.add(new Figure(figure.kpi(), period));
        } else {
            String table = ((JoinedColumn) ((Recalled.Joined) what).at()).table();
            data.rows(table, period).ifPresent(cause -> causes.add(new Change.OfPast(period, cause)));
        }
    }
}
