package kpi.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.engine.Outcome;
import kpi.engine.Provenance;
import kpi.model.KpiModel;
import kpi.model.Per;
import kpi.source.Place;
import kpi.value.Absence;

/** What is said about KPIs per row or group as a whole. */
final class RowTexts {
    private RowTexts() {}

    /** Such a KPI has as many actuals as rows, and no single one. */
    static Outcome inRows(KpiModel kpi, int size) {
        boolean groups = kpi.per() instanceof Per.EachGroup;
        LocalText reason = groups
                ? new LocalText(
                        "各組各有一個數，共 " + size + " 組，沒有單一的數",
                        "a figure for each of " + size + " groups, and none for all of them")
                : new LocalText(
                        "各列各有一個數，共 " + size + " 列，沒有單一的數",
                        "a figure for each of " + size + " rows, and none for all of them");
        return new Outcome.Missing(Absence.NOT_APPLICABLE, reason, Place.of(kpi.span()), Provenance.exact());
    }

    /** How many rows have no value, each kind told once with the first of them: a problem a row would bury all others. */
    static List<Problem> problems(KpiModel kpi, List<RowAt> rows) {
        List<Problem> problems = new ArrayList<>();
        Optional<RowAt> missing = Optional.empty();
        Optional<RowAt> failed = Optional.empty();
        int missingCount = 0;
        int failedCount = 0;
        for (RowAt row : rows) {
            Outcome actual = row.data().scored().actual().value();
            if (actual instanceof Outcome.Failed) {
                failed = failed.or(() -> Optional.of(row));
                failedCount++;
            } else if (actual instanceof Outcome.Missing absent && absent.absence() != Absence.NOT_APPLICABLE) {
                missing = missing.or(() -> Optional.of(row));
                missingCount++;
            }
        }
        if (failed.isPresent()) {
            Problem cause =
                    ((Outcome.Failed) failed.get().data().scored().actual().value()).problem();
            Problem.Builder told = Problem.of(ScoreCode.FAILED_ROWS, cause.place())
                    .with("kpi", kpi.id())
                    .with("count", failedCount)
                    .with("rows", rows.size())
                    .with("reason", new LocalText(cause.message(Language.ZH_TW), cause.message(Language.EN)))
                    .with("remedy", new LocalText(cause.remedy(Language.ZH_TW), cause.remedy(Language.EN)))
                    .related(place(failed.get()), "first-row");
            cause.related().forEach(told::related);
            problems.add(told.build());
        }
        if (missing.isPresent()) {
            Outcome.Missing first =
                    (Outcome.Missing) missing.get().data().scored().actual().value();
            problems.add(Problem.of(ScoreCode.MISSING_ROWS, first.place())
                    .with("kpi", kpi.id())
                    .with("count", missingCount)
                    .with("rows", rows.size())
                    .with("reason", Figures.reason(first))
                    .related(place(missing.get()), "first-row")
                    .build());
        }
        return problems;
    }

    /** Printed figures that no figure of ours can be held against. */
    static List<Problem> notHeld(KpiModel kpi, List<RowAt> rows, int all) {
        if (rows.isEmpty()) {
            return List.of();
        }
        return List.of(Problem.of(ScoreCode.NOT_RECONCILED_ROWS, place(rows.get(0)))
                .with("kpi", kpi.id())
                .with("count", rows.size())
                .with("rows", all)
                .build());
    }

    private static Place place(RowAt row) {
        return row.base().place(row.index());
    }
}
