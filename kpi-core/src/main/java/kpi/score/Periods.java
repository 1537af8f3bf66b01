package kpi.score;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kpi.data.Column;
import kpi.data.PeriodColumn;
import kpi.data.Rating;
import kpi.data.Table;
import kpi.diagnostic.KpiUsageException;
import kpi.model.InputDefinition;
import kpi.model.InputDefinition.Stated;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.model.ScorecardModel;
import kpi.value.ReportingPeriod;

/** Which periods the data of a scorecard are about. */
public final class Periods {
    /** By the end; of a year and its December the year is the later. */
    static final Comparator<ReportingPeriod> BY_END = Comparator.comparing(ReportingPeriod::last)
            .thenComparing(ReportingPeriod::first, Comparator.reverseOrder());

    private Periods() {}

    /**
     * The periods from one to another of its kind, both among them.
     *
     * @throws KpiUsageException if they are of different lengths, the first is the later one, or there are more than {@link
     *     History#MOST_PERIODS}
     */
    static List<ReportingPeriod> between(ReportingPeriod from, ReportingPeriod to) {
        if (from.grain() != to.grain()) {
            throw new KpiUsageException(from + " and " + to + " are periods of different lengths");
        }
        if (to.first().isBefore(from.first())) {
            throw new KpiUsageException("a history from " + from + " cannot end at " + to);
        }
        Deque<ReportingPeriod> all = new ArrayDeque<>(List.of(to));
        while (from.first().isBefore(all.getFirst().first())) {
            if (all.size() == History.MOST_PERIODS) {
                throw new KpiUsageException("a history has at most " + History.MOST_PERIODS + " periods");
            }
            all.addFirst(all.getFirst().previous());
        }
        return List.copyOf(all);
    }

    /** The latest period there are data for, else the latest there is a target for. */
    public static Optional<ReportingPeriod> latest(ScorecardModel model, FactBook book) {
        return Stream.of(ofText(model), ofHost(book))
                .flatMap(periods -> periods)
                .max(BY_END)
                .or(() -> versions(model)
                        .flatMap(version -> version.targets().keySet().stream())
                        .max(BY_END));
    }

    /** The first day there are data, a target or a version for. */
    static Optional<LocalDate> firstDay(ScorecardModel model, FactBook book) {
        Stream<ReportingPeriod> ruled = versions(model)
                .flatMap(version -> Stream.concat(version.from().stream(), version.targets().keySet().stream()));
        return Stream.of(ofText(model), ofHost(book), ruled)
                .flatMap(periods -> periods)
                .map(ReportingPeriod::first)
                .min(Comparator.naturalOrder());
    }

    private static Stream<ReportingPeriod> ofText(ScorecardModel model) {
        Stream<Stated> inputs = versions(model)
                .flatMap(version -> version.inputs().stream())
                .map(InputDefinition::stated)
                .flatMap(stated -> stated.stream());
        Stream<Stated> reported = versions(model).flatMap(version -> version.reported().stream());
        Stream<ReportingPeriod> rows = model.tables().stream()
                .flatMap(table -> table.rows().stream())
                .flatMap(stated -> Stream.concat(stated.period().stream(), rows(stated.table())));
        Stream<ReportingPeriod> ratings = model.ratings().stream().map(Rating::period);
        return Stream.of(periods(inputs), periods(reported), rows, ratings).flatMap(periods -> periods);
    }

    private static Stream<ReportingPeriod> ofHost(FactBook book) {
        Stream<Stated> stated = Stream.concat(book.inputs().values().stream(), book.actuals().values().stream())
                .flatMap(each -> each.stream());
        Stream<ReportingPeriod> rows = book.tables().values().stream().flatMap(Periods::rows);
        Stream<ReportingPeriod> ratings = book.ratings().stream().map(Rating::period);
        Stream<ReportingPeriod> pieces =
                book.pieces().values().stream().flatMap(given -> given.state().periods().stream());
        return Stream.of(periods(stated), rows, pieces, ratings).flatMap(periods -> periods);
    }

    private static Stream<KpiVersion> versions(ScorecardModel model) {
        return model.kpis().stream().map(KpiModel::versions).flatMap(versions -> versions.stream());
    }

    private static Stream<ReportingPeriod> periods(Stream<Stated> stated) {
        return stated.filter(each -> each.datum().quantity().isPresent()).flatMap(each -> each.period().stream());
    }

    /** The periods of the first column of periods, which is the one that says which period a row is of. */
    static Stream<ReportingPeriod> rows(Table table) {
        return Stream.iterate(0, i -> i < table.schema().columns().size(), i -> i + 1)
                .map(table::column)
                .filter(PeriodColumn.class::isInstance)
                .findFirst()
                .map(Periods::present)
                .orElse(Stream.empty());
    }

    private static Stream<ReportingPeriod> present(Column column) {
        return Stream.iterate(0, row -> row < column.rows(), row -> row + 1)
                .filter(row -> !column.isMissing(row))
                .map(row -> ((PeriodColumn) column).period(row))
                .distinct();
    }
}
