package kpi.score;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
import kpi.result.Change.Stood;
import kpi.value.Dates;
import kpi.value.ReportingPeriod;

/** Data that are not the same in two evaluations: the reported actual, inputs and rows that a KPI reads. */
final class ChangedData {
    private final ScorecardModel model;
    private final KnownFacts known;
    private final KnownFacts then;

    ChangedData(ScorecardModel model, KnownFacts known, KnownFacts then) {
        this.model = model;
        this.known = known;
        this.then = then;
    }

    /** A version of a KPI, and the period it is evaluated in. */
    record Stand(KpiVersion version, ReportingPeriod period) {}

    /** What a KPI reads of the evaluated periods themselves. */
    List<Cause> of(KpiModel kpi, Stand first, Stand second) {
        List<Cause> causes = new ArrayList<>();
        reported(kpi, first, second).ifPresent(causes::add);
        causes.addAll(inputs(first, second));
        causes.addAll(rows(first, second));
        return causes;
    }

    private Optional<Cause> reported(KpiModel kpi, Stand one, Stand two) {
        return reported(
                kpi,
                known.reportedDatum(kpi, one.version(), one.period()),
                then.reportedDatum(kpi, two.version(), two.period()));
    }

    private Optional<Cause> reported(KpiModel kpi, Optional<Datum> one, Optional<Datum> two) {
        return alike(one, two)
                ? Optional.empty()
                : Optional.of(new Change.OfDatum("reported", kpi.id(), "", one.map(this::stood), two.map(this::stood)));
    }

    private List<Cause> inputs(Stand first, Stand second) {
        List<Cause> causes = new ArrayList<>();
        for (InputDefinition input : second.version().inputs()) {
            Optional<InputDefinition> same = first.version().inputs().stream()
                    .filter(other -> other.name().equals(input.name()))
                    .findFirst();
            Optional<Datum> one = same.flatMap(other -> known.datum(other, first.period()));
            input(input, one, then.datum(input, second.period())).ifPresent(causes::add);
        }
        return causes;
    }

    /** An input that is not the same in one period. */
    Optional<Cause> input(InputDefinition input, ReportingPeriod period) {
        return input(input, known.datum(input, period), then.datum(input, period));
    }

    private Optional<Cause> input(InputDefinition input, Optional<Datum> one, Optional<Datum> two) {
        return alike(one, two)
                ? Optional.empty()
                : Optional.of(new Change.OfDatum(
                        "input", input.kpi(), input.name(), one.map(this::stood), two.map(this::stood)));
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

    private List<Cause> rows(Stand first, Stand second) {
        Set<String> tables =
                new LinkedHashSet<>(KpiReferences.rows(first.version()).keySet());
        tables.addAll(KpiReferences.rows(second.version()).keySet());
        return tables.stream()
                .filter(table -> model.kpi(table).isEmpty())
                .map(table -> rows(table, first.period(), second.period()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Rows of a dataset that are not the same in one period. */
    Optional<Cause> rows(String table, ReportingPeriod period) {
        return rows(table, period, period);
    }

    private Optional<Cause> rows(String table, ReportingPeriod first, ReportingPeriod second) {
        RowSet one = known.rows(table, first);
        RowSet two = then.rows(table, second);
        long different = different(one, two);
        return different > 0 || size(one) != size(two)
                ? Optional.of(new Change.OfRows(table, size(one), size(two), different))
                : Optional.empty();
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
