package kpi.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.result.Figure;
import kpi.result.KpiResult;
import kpi.result.Light;
import kpi.result.Mark;
import kpi.result.ScorecardResult;
import kpi.result.State;
import kpi.result.Verdict;
import kpi.unit.KpiUnit;

/**
 * A result as CSV (RFC 4180, lines ending in LF): a heading, then one row a KPI. A missing value is an empty cell, its
 * reason stands in the column {@code state}. Figures are decimals, rounded where their digits never end ({@link
 * kpi.value.Quantity#decimal}); {@code exact} is the actual before the roundings of its rule, a decimal or a fraction.
 *
 * <p>Text that a spreadsheet would run as a formula gets a leading apostrophe; numbers stay numbers.
 */
public final class CsvReport {
    private CsvReport() {}

    /** Writes all KPIs of a result, and behind them what stands for its nodes, where these roll up what is below them. */
    public static void write(ScorecardResult result, Language language, Appendable out) throws IOException {
        List<KpiResult> all = new ArrayList<>(result.kpis());
        all.addAll(result.scores());
        write(all, language, out);
    }

    /** Writes some KPIs. */
    public static void write(List<KpiResult> kpis, Language language, Appendable out) throws IOException {
        List<String> dimensions = kpis.stream()
                .flatMap(kpi -> kpi.dimensions().keySet().stream())
                .distinct()
                .toList();
        List<String> heading = new ArrayList<>(List.of(
                "id",
                "name",
                "owner",
                "perspective",
                "objective",
                "period",
                "value",
                "unit",
                "target",
                "relation",
                "attainment",
                "raw",
                "attained"));
        boolean graded = isGraded(kpis);
        if (graded) {
            heading.add("grade");
        }
        heading.addAll(dimensions);
        heading.addAll(List.of("state", "marks", "coversTo", "exact"));
        boolean lit = kpis.stream().anyMatch(kpi -> kpi.light().isPresent());
        if (lit) {
            heading.add("light");
        }
        CsvRow row = new CsvRow(out);
        for (String name : heading) {
            row.text(name);
        }
        row.end();
        for (KpiResult kpi : kpis) {
            write(kpi, graded, dimensions, language, row);
            if (lit) {
                row.text(kpi.light().map(Light::word).orElse(""));
            }
            row.end();
        }
    }

    /** Whether there is a grade to show of a KPI as a whole; those of rows and groups stand with them. */
    static boolean isGraded(List<KpiResult> kpis) {
        return kpis.stream().anyMatch(kpi -> kpi.isGraded() && kpi.groups().isEmpty());
    }

    private static void write(KpiResult kpi, boolean graded, List<String> dimensions, Language language, CsvRow row)
            throws IOException {
        row.text(kpi.id());
        row.text(kpi.name());
        row.text(kpi.owner().orElse(""));
        row.text(kpi.perspective().orElse(""));
        row.text(kpi.objective().orElse(""));
        row.text(kpi.period().code());
        row.number(kpi.actual());
        row.text(kpi.unit().map(KpiUnit::symbol).orElse(""));
        row.number(kpi.target());
        row.text(kpi.target().hasValue() ? kpi.targetRelation().orElse("") : "");
        row.number(kpi.attainment());
        row.number(kpi.attainmentRaw());
        row.text(attained(kpi.verdict()));
        if (graded) {
            row.text(kpi.grade().orElse(""));
        }
        Map<String, Figure> scores = kpi.dimensions();
        for (String dimension : dimensions) {
            Figure score = scores.get(dimension);
            if (score == null) {
                row.text("");
            } else {
                row.number(score);
            }
        }
        row.text(state(kpi.actual(), language));
        row.text(String.join(" ", kpi.marks().stream().map(Mark::id).toList()));
        row.text(kpi.actual().coversToText().orElse(""));
        row.exact(kpi.actual());
    }

    /** Nothing where it is undecided. */
    static String attained(Verdict verdict) {
        return switch (verdict) {
            case ATTAINED -> "true";
            case NOT_ATTAINED -> "false";
            case UNDECIDED -> "";
            case WITHOUT_TARGET -> "no-target";
        };
    }

    /** The state of an actual, with the reason where there is no value. */
    static String state(Figure actual, Language language) {
        String state = actual.state().id();
        Optional<String> reason = actual.state() == State.FAILED
                ? actual.reason().map(text -> text.in(language))
                : Optional.of(actual.display(language));
        return actual.hasValue()
                ? state
                : reason.map(text -> state + ": " + text).orElse(state);
    }
}
