package kpi.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.result.Figure;
import kpi.result.KpiResult;
import kpi.result.Mark;
import kpi.result.ScorecardResult;
import kpi.result.State;
import kpi.result.Verdict;
import kpi.unit.KpiUnit;
import kpi.value.Quantity;

/**
 * A result as CSV (RFC 4180, lines ending in LF): a heading, then one row a KPI. A missing value is an empty cell, its
 * reason stands in the column {@code state}.
 *
 * <p>Text that a spreadsheet would run as a formula gets a leading apostrophe; numbers stay numbers.
 */
public final class CsvReport {
    private CsvReport() {}

    /** Writes all KPIs of a result. */
    public static void write(ScorecardResult result, Language language, Appendable out) throws IOException {
        write(result.kpis(), language, out);
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
        heading.addAll(dimensions);
        heading.addAll(List.of("state", "marks", "coversTo"));
        Row row = new Row(out);
        for (String name : heading) {
            row.text(name);
        }
        row.end();
        for (KpiResult kpi : kpis) {
            write(kpi, dimensions, language, row);
        }
    }

    private static void write(KpiResult kpi, List<String> dimensions, Language language, Row row) throws IOException {
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
        row.text(kpi.verdict() == Verdict.UNDECIDED ? "" : Boolean.toString(kpi.verdict() == Verdict.ATTAINED));
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
        row.end();
    }

    private static String state(Figure actual, Language language) {
        String state = actual.state().id();
        Optional<String> reason = actual.state() == State.FAILED
                ? actual.reason().map(text -> text.in(language))
                : Optional.of(actual.display(language));
        return actual.hasValue()
                ? state
                : reason.map(text -> state + ": " + text).orElse(state);
    }

    /** One row as it is written. */
    private static final class Row {
        private static final String RUNS = "=+-@\t\r\n＝＋－＠";

        private final Appendable out;
        private boolean first = true;

        Row(Appendable out) {
            this.out = out;
        }

        void number(Figure figure) throws IOException {
            Optional<String> digits = figure.value().map(Quantity::plain);
            cell(digits.orElse(""));
        }

        void text(String text) throws IOException {
            boolean runs = !text.isEmpty() && RUNS.indexOf(text.charAt(0)) >= 0;
            cell(runs ? "'" + text : text);
        }

        private void cell(String text) throws IOException {
            if (!first) {
                out.append(',');
            }
            first = false;
            boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
            out.append(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
        }

        void end() throws IOException {
            out.append('\n');
            first = true;
        }
    }
}
