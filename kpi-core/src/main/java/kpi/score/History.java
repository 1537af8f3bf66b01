package kpi.score;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import kpi.model.JoinedFigure;
import kpi.model.KpiModel;
import kpi.model.KpiReferences;
import kpi.model.PastValue;
import kpi.model.Recalled;
import kpi.model.ScorecardModel;
import kpi.value.ReportingPeriod;

/**
 * Evaluates the earlier periods that figures of a period need: period by period from the first, so that a KPI that rests
 * on its own past needs no recursion, however far that goes back.
 *
 * <p>Nothing is evaluated before the first day that the text or the data say anything about, nor further back than
 * {@value #MOST_PERIODS} periods.
 */
final class History {
    /** More than a century of months. */
    static final int MOST_PERIODS = 1_300;

    private final ScorecardModel model;
    private final Map<String, KpiModel> byId = new HashMap<>();
    private final Map<String, Set<String>> samePeriod = new HashMap<>();
    private final Map<String, List<PastValue>> recalled = new HashMap<>();

    History(ScorecardModel model) {
        this.model = model;
        Set<String> ids = model.kpis().stream().map(KpiModel::id).collect(Collectors.toSet());
        for (KpiModel kpi : model.kpis()) {
            byId.put(kpi.id(), kpi);
            samePeriod.put(kpi.id(), KpiReferences.of(kpi, ids).keySet());
            List<PastValue> past = new ArrayList<>();
            kpi.versions().forEach(version -> past.addAll(KpiReferences.recalled(version)));
            recalled.put(kpi.id(), List.copyOf(past));
        }
    }

    /** What earlier periods are looked at with. */
    record Lens(Known known, Engine engine, Optional<LocalDate> firstDay, BooleanSupplier stop) {}

    /** Ready for the figures of some KPIs in a period: whatever they need of other periods is evaluated. */
    DoneFigures before(List<String> kpis, ReportingPeriod period, Lens lens) {
        if (!isAsked(kpis)) {
            return new DoneFigures();
        }
        Past past = new Past(byId, lens, period);
        needed(kpis, period, past).forEach((at, wanted) -> {
            DoneFigures done = past.at(at);
            KpiEvaluator evaluator =
                    new KpiEvaluator(at, lens.known(), done, lens.engine().quietly());
            for (String id : model.evaluationOrder()) {
                if (wanted.contains(id)) {
                    Engine.askToStop(lens.stop(), id);
                    done.add(evaluator.evaluate(kpi(id)));
                }
            }
        });
        return past.at(period);
    }

    /** Whether any of these KPIs looks up something in another period. */
    boolean isAsked(List<String> kpis) {
        for (String kpi : kpis) {
            if (!recalled.getOrDefault(kpi, List.of()).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** What the versions of a KPI look up in other periods. */
    List<PastValue> recalled(String id) {
        return recalled.getOrDefault(id, List.of());
    }

    private KpiModel kpi(String id) {
        return Optional.ofNullable(byId.get(id)).orElseThrow();
    }

    /** A KPI in a period. */
    private record Need(String kpi, ReportingPeriod period) {}

    private Map<ReportingPeriod, Set<String>> needed(List<String> kpis, ReportingPeriod period, Past past) {
        Set<Need> seen = new HashSet<>();
        Deque<Need> open = new ArrayDeque<>();
        kpis.forEach(kpi -> open.push(new Need(kpi, period)));
        Map<ReportingPeriod, Set<String>> needed = new TreeMap<>(Periods.BY_END);
        while (!open.isEmpty()) {
            Need need = open.pop();
            for (PastValue value : recalled.getOrDefault(need.kpi(), List.of())) {
                owner(value.what())
                        .filter(byId::containsKey)
                        .ifPresent(id -> value.window().others(need.period()).orElse(List.of()).stream()
                                .filter(at -> past.reaches(at) && Past.isEarlier(at, need.period()))
                                .map(at -> new Need(id, at))
                                .filter(seen::add)
                                .forEach(open::push));
            }
            if (!need.period().equals(period)) {
                needed.computeIfAbsent(need.period(), at -> new HashSet<>()).add(need.kpi());
                samePeriod.getOrDefault(need.kpi(), Set.of()).stream()
                        .map(id -> new Need(id, need.period()))
                        .filter(seen::add)
                        .forEach(open::push);
            }
        }
        return needed;
    }

    /** The KPI that must be evaluated for it. */
    private static Optional<String> owner(Recalled what) {
        if (what instanceof Recalled.Figure figure) {
            return Optional.of(figure.kpi());
        }
        if (what instanceof Recalled.Joined joined) {
            return joined.at() instanceof JoinedFigure at ? Optional.of(at.kpi()) : Optional.empty();
        }
        return what instanceof Recalled.Defined defined ? Optional.of(defined.kpi()) : Optional.empty();
    }
}
