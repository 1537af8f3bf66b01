package kpi.score;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kpi.data.Datum;
import kpi.data.Table;
import kpi.data.Vintage;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.engine.RowSet;
import kpi.model.InputDefinition;
import kpi.model.KpiModel;
import kpi.model.KpiReferences;
import kpi.model.KpiVersion;
import kpi.model.ScorecardModel;
import kpi.result.Change;
import kpi.result.Change.Cause;
import kpi.result.Change.FigureChange;
import kpi.result.Change.Stood;
import kpi.result.Figure;
import kpi.result.KpiResult;
import kpi.value.Dates;
import kpi.value.ReportingPeriod;

/**
 * What is not the same in two evaluations, and what of their data makes it so. A KPI that only waits for another one that
 * changed says so, and the other says why.
 */
public final class Differences {
    private final ScorecardModel model;
    private final Side before;
    private final Side after;
    private final Set<String> changed = new HashSet<>();

    /** One evaluation: its question, its facts, and what came out. */
    public record Side(Scorer.Question question, FactBook book, Map<String, KpiResult> results) {
        public Side {
            results = Map.copyOf(results);
        }

        private KnownFacts known(ScorecardModel model) {
            return new KnownFacts(model, book, question.knownOn(), true);
        }

        private ReportingPeriod period() {
            return question.period();
        }
    }

    private Differences(ScorecardModel model, Side before, Side after) {
        this.model = model;
        this.before = before;
        this.after = after;
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
        reported(kpi, first.get(), second.get()).ifPresent(causes::add);
        inputs(first.get(), second.get(), causes);
        rows(first.get(), second.get(), causes);
        for (String other : KpiReferences.of(kpi, ids()).keySet()) {
            if (changed.contains(other)) {
                causes.add(new Change.OfKpi(other));
            }
        }
        KpiResult one = result(before, kpi);
        KpiResult two = result(after, kpi);
        for (FigureChange figure : figures(one, two)) {
            if (one.dimensions().containsKey(figure.what())) {
                causes.add(new Change.OfRatings(figure.what()));
            }
        }
        return causes;
    }

    private List<String> ids() {
        return model.kpis().stream().map(KpiModel::id).toList();
    }

    private static String version(KpiVersion version) {
        return version.from().map(from -> from.display(Language.ZH_TW) + " ").orElse("") + version.name();
    }

    private Optional<Cause> reported(KpiModel kpi, KpiVersion first, KpiVersion second) {
        Optional<Datum> one = before.known(model).reportedDatum(kpi, first, before.period());
        Optional<Datum> two = after.known(model).reportedDatum(kpi, second, after.period());
        return alike(one, two)
                ? Optional.empty()
                : Optional.of(new Change.OfDatum("reported", kpi.id(), "", one.map(this::stood), two.map(this::stood)));
    }

    private void inputs(KpiVersion first, KpiVersion second, List<Cause> causes) {
        KnownFacts known = before.known(model);
        KnownFacts then = after.known(model);
        for (InputDefinition input : second.inputs()) {
            Optional<InputDefinition> same = first.inputs().stream()
                    .filter(other -> other.name().equals(input.name()))
                    .findFirst();
            Optional<Datum> one = same.flatMap(other -> known.datum(other, before.period()));
            Optional<Datum> two = then.datum(input, after.period());
            if (!alike(one, two)) {
                causes.add(new Change.OfDatum(
                        "input", input.kpi(), input.name(), one.map(this::stood), two.map(this::stood)));
            }
        }
    }

    /** A datum is the same if it says the same, wherever it stands. */
    private static boolean alike(Optional<Datum> one, Optional<Datum> two) {
        if (one.isEmpty() || two.isEmpty()) {
            return one.isPresent() == two.isPresent();
        }
        return one.get()
                        .quantity()
                        .map(printed -> printed.quantity())
                        .equals(two.get().quantity().map(printed -> printed.quantity()))
                && one.get().absence().equals(two.get().absence())
                && one.get().vintage().equals(two.get().vintage());
    }

    private Stood stood(Datum datum) {
        return new Stood(
                new LocalText(figure(datum, Language.ZH_TW), figure(datum, Language.EN)),
                new LocalText(vintage(datum, Language.ZH_TW), vintage(datum, Language.EN)));
    }

    private static String figure(Datum datum, Language language) {
        return datum.quantity()
                .map(printed -> printed.quantity().display(language))
                .orElseGet(() ->
                        datum.absence().map(absence -> absence.in(language)).orElse(""));
    }

    private String vintage(Datum datum, Language language) {
        boolean chinese = language == Language.ZH_TW;
        Vintage vintage = datum.vintage();
        List<String> said = new ArrayList<>();
        vintage.coversTo()
                .ifPresent(day -> said.add((chinese ? "截至 " : "as of ") + Dates.display(day, model.calendar())));
        vintage.knownOn()
                .ifPresent(day -> said.add((chinese ? "得知於 " : "known on ") + Dates.display(day, model.calendar())));
        if (!vintage.basis().isBlank()) {
            said.add(vintage.basis());
        }
        if (vintage.provisional()) {
            said.add(chinese ? "暫定" : "provisional");
        }
        if (!vintage.source().isBlank()) {
            said.add(vintage.source());
        }
        return String.join(chinese ? "，" : ", ", said);
    }

    private void rows(KpiVersion first, KpiVersion second, List<Cause> causes) {
        Set<String> tables = new LinkedHashSet<>(KpiReferences.rows(first).keySet());
        tables.addAll(KpiReferences.rows(second).keySet());
        KnownFacts known = before.known(model);
        KnownFacts then = after.known(model);
        for (String table : tables) {
            if (model.kpi(table).isPresent()) {
                continue;
            }
            RowSet one = known.rows(table, before.period());
            RowSet two = then.rows(table, after.period());
            long different = different(one, two);
            if (different > 0 || size(one) != size(two)) {
                causes.add(new Change.OfRows(table, size(one), size(two), different));
            }
        }
    }

    private static long size(RowSet rows) {
        return rows instanceof RowSet.Rows found ? found.selected().cardinality() : 0;
    }

    /** Rows at the same place among those of the period that do not have the same cells. */
    private static long different(RowSet one, RowSet two) {
        if (!(one instanceof RowSet.Rows first) || !(two instanceof RowSet.Rows second)) {
            return 0;
        }
        int[] some = first.selected().stream().toArray();
        int[] others = second.selected().stream().toArray();
        long different = 0;
        for (int i = 0; i < Math.min(some.length, others.length); i++) {
            different += same(first.table(), some[i], second.table(), others[i]) ? 0 : 1;
        }
        return different;
    }

    private static boolean same(Table first, int row, Table second, int other) {
        int columns = first.schema().columns().size();
        if (columns != second.schema().columns().size()) {
            return false;
        }
        for (int i = 0; i < columns; i++) {
            boolean missing = first.column(i).isMissing(row);
            if (missing != second.column(i).isMissing(other)
                    || !missing
                            && !first.column(i)
                                    .value(row)
                                    .equals(second.column(i).value(other))) {
                return false;
            }
        }
        return true;
    }
}
