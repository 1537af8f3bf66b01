package kpi.score;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kpi.diagnostic.Language;
import kpi.model.ActualRule;
import kpi.model.KpiModel;
import kpi.model.KpiReferences;
import kpi.model.KpiVersion;
import kpi.model.ScorecardModel;
import kpi.result.Change;
import kpi.result.Change.Cause;
import kpi.result.Change.FigureChange;
import kpi.result.Figure;
import kpi.result.KpiResult;
import kpi.value.ReportingPeriod;

/**
 * What is not the same in two evaluations, and what of their data makes it so. A KPI that only waits for another one that
 * changed says so, and the other says why.
 */
public final class Differences {
    private final ScorecardModel model;
    private final Side before;
    private final Side after;
    private final Set<String> ids;
    private final ChangedData data;
    private final PastCauses past;
    private final Set<String> changed = new HashSet<>();

    /** One evaluation: its question, its facts, and what came out. */
    public record Side(Scorer.Question question, FactBook book, Map<String, KpiResult> results) {
        public Side {
            results = Map.copyOf(results);
        }

        KnownFacts known(ScorecardModel model) {
            return new KnownFacts(model, book, question.knownOn(), true);
        }

        ReportingPeriod period() {
            return question.period();
        }
    }

    private Differences(ScorecardModel model, Side before, Side after) {
        this.model = model;
        this.before = before;
        this.after = after;
        this.ids = model.kpis().stream().map(KpiModel::id).collect(Collectors.toUnmodifiableSet());
        this.data = new ChangedData(model, before.known(model), after.known(model));
        this.past = new PastCauses(model, data, ids);
    }

    /** The KPIs that are not the same, in the order of the text. */
    public static List<Change> between(ScorecardModel model, Side before, Side after) {
        return new Differences(model, before, after).find();
    }

    private List<Change> find() {
        List<KpiModel> both = model.kpis().stream()
                .filter(kpi -> before.results().containsKey(kpi.id())
                        && after.results().containsKey(kpi.id()))
                .toList();
        for (KpiModel kpi : both) {
            if (!same(result(before, kpi), result(after, kpi))) {
                changed.add(kpi.id());
            }
        }
        List<Change> changes = new ArrayList<>();
        for (KpiModel kpi : both) {
            if (changed.contains(kpi.id())) {
                KpiResult first = result(before, kpi);
                KpiResult second = result(after, kpi);
                changes.add(new Change(first, second, figures(first, second), causes(kpi)));
            }
        }
        return changes;
    }

    private static KpiResult result(Side side, KpiModel kpi) {
        return Objects.requireNonNull(side.results().get(kpi.id()));
    }

    /** Groups are the same if each of them is, in the same order. */
    private static boolean same(KpiResult first, KpiResult second) {
        boolean own = figures(first, second).isEmpty()
                && first.verdict() == second.verdict()
                && first.grade().equals(second.grade());
        if (!own || first.groups().isEmpty() || second.groups().isEmpty()) {
            return own && first.groups().isPresent() == second.groups().isPresent();
        }
        List<KpiResult> some = first.groups().get().list();
        List<KpiResult> others = second.groups().get().list();
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            boolean row = some.get(i).keys().equals(others.get(i).keys())
                    && figures(some.get(i), others.get(i)).isEmpty()
                    && some.get(i).grade().equals(others.get(i).grade());
            if (!row) {
                return false;
            }
        }
        return true;
    }

    private static List<FigureChange> figures(KpiResult first, KpiResult second) {
        List<FigureChange> figures = new ArrayList<>();
        compare("actual", first.actual(), second.actual(), figures);
        compare("target", first.target(), second.target(), figures);
        compare("attainment", first.attainment(), second.attainment(), figures);
        Set<String> dimensions = new LinkedHashSet<>(first.dimensions().keySet());
        dimensions.retainAll(second.dimensions().keySet());
        dimensions.forEach(dimension -> compare(
                dimension,
                Objects.requireNonNull(first.dimensions().get(dimension)),
                Objects.requireNonNull(second.dimensions().get(dimension)),
                figures));
        return figures;
    }

    private static void compare(String what, Figure first, Figure second, List<FigureChange> figures) {
        boolean same = first.state() == second.state()
                && first.value().equals(second.value())
                && first.unrounded().equals(second.unrounded())
                && first.marks().equals(second.marks());
        if (!same) {
            figures.add(new FigureChange(what, first, second));
        }
    }

    private List<Cause> causes(KpiModel kpi) {
        List<Cause> causes = new ArrayList<>();
        Optional<KpiVersion> first = kpi.version(before.period());
        Optional<KpiVersion> second = kpi.version(after.period());
        if (first.isEmpty() || second.isEmpty()) {
            return causes;
        }
        if (!first.get().from().equals(second.get().from())) {
            causes.add(new Change.OfVersion(version(first.get()), version(second.get())));
        }
        ChangedData.Stand here = new ChangedData.Stand(first.get(), before.period());
        ChangedData.Stand there = new ChangedData.Stand(second.get(), after.period());
        causes.addAll(data.of(kpi, here, there));
        causes.addAll(past.of(List.of(here, there)));
        KpiReferences.of(kpi, ids).keySet().stream()
                .map(this::seen)
                .filter(other -> changed.contains(other) && !other.equals(kpi.id()))
                .distinct()
                .forEach(other -> causes.add(new Change.OfKpi(other)));
        KpiResult one = result(before, kpi);
        KpiResult two = result(after, kpi);
        for (FigureChange figure : figures(one, two)) {
            if (one.dimensions().containsKey(figure.what())) {
                causes.add(new Change.OfRatings(figure.what()));
            }
        }
        return causes;
    }

    /** A score in a formula is a KPI of its own that no host sees: what a reader sees is the KPI that is judged. */
    private String seen(String id) {
        return model.kpi(id)
                .flatMap(kpi -> kpi.versions().stream()
                        .map(KpiVersion::rule)
                        .filter(ActualRule.Score.class::isInstance)
                        .map(rule -> ((ActualRule.Score) rule).kpi())
                        .findFirst())
                .orElse(id);
    }

    private static String version(KpiVersion version) {
        return version.from().map(from -> from.display(Language.ZH_TW) + " ").orElse("") + version.name();
    }
}
