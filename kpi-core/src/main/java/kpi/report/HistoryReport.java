package kpi.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.result.Comparability;
import kpi.result.Figure;
import kpi.result.KpiHistory;
import kpi.result.KpiResult;
import kpi.result.Light;
import kpi.result.Mark;
import kpi.result.TargetBand;
import kpi.result.YearOnYear;
import kpi.value.Dates;
import kpi.value.ReportingPeriod;

/**
 * A KPI over its periods: for people as a table, for programs as CSV and JSON. Each period tells which version of the text
 * computed it, and how it changed from the year before or why nobody can say.
 */
public final class HistoryReport {
    private final Language language;
    private final Footnotes notes = new Footnotes();

    private HistoryReport(Language language) {
        this.language = language;
    }

    /** Writes a table for each history, with its notes; lines end in LF. The layout is not stable. */
    public static void write(List<KpiHistory> histories, Language language, Appendable out) throws IOException {
        ShownText shown = new ShownText(out);
        for (int i = 0; i < histories.size(); i++) {
            shown.append(i == 0 ? "" : "\n");
            new HistoryReport(language).write(histories.get(i), shown);
        }
    }

    /**
     * Writes a heading and one row for each period of each history (RFC 4180, lines ending in LF). Names of columns are stable;
     * more may be added.
     */
    public static void writeCsv(List<KpiHistory> histories, Language language, Appendable out) throws IOException {
        HistoryCsv.write(histories, language, out);
    }

    /** Writes the histories as JSON, with these problems as its diagnostics. Field names are stable; more may be added. */
    public static void writeJson(List<KpiHistory> histories, List<Problem> problems, Language language, Appendable out)
            throws IOException {
        HistoryJson.write(histories, problems, language, out);
    }

    private void write(KpiHistory history, Appendable out) throws IOException {
        title(history, out);
        boolean graded =
                history.entries().stream().anyMatch(entry -> entry.result().isGraded());
        boolean lit = history.entries().stream()
                .anyMatch(entry -> entry.result().light().isPresent());
        List<String> heading = new ArrayList<>(List.of(
                word("期別", "Period"),
                word("實際值", "Actual"),
                word("目標值", "Target"),
                word("目標達成度", "Attainment"),
                word("較上年增減", "On the year before"),
                word("年增率", "In %"),
                word("達成", "Attained")));
        if (graded) {
            heading.add(word("等級", "Grade"));
        }
        if (lit) {
            heading.add(word("燈號", "Light"));
        }
        heading.add(word("適用版本", "Version"));
        boolean[] right = new boolean[heading.size()];
        java.util.Arrays.fill(right, 1, 6, true);
        TextTable table = new TextTable(right).row(heading);
        for (KpiHistory.Entry entry : history.entries()) {
            KpiResult kpi = entry.result();
            List<String> row = new ArrayList<>(List.of(
                    kpi.period().display(language),
                    actual(kpi),
                    target(kpi),
                    value(kpi.attainment()),
                    difference(entry.change()),
                    percentage(entry.change()),
                    kpi.groups().isPresent() ? "–" : kpi.verdict().name(language)));
            if (graded) {
                row.add(kpi.grade().orElse("–"));
            }
            if (lit) {
                row.add(kpi.light().map(Light::text).orElse("–"));
            }
            row.add(version(kpi));
            table.row(row);
        }
        table.write(out);
        notes.write(out);
    }

    private void title(KpiHistory history, Appendable out) throws IOException {
        String name = history.entries().get(0).result().name();
        ReportingPeriod first = history.first();
        ReportingPeriod last = history.last();
        out.append(history.id())
                .append(name.isEmpty() ? "" : " " + name)
                .append(word("　", "  "))
                .append(first.display(language));
        if (!first.equals(last)) {
            out.append(word("至", " to ")).append(last.display(language));
        }
        if (history.knownOn().isPresent()) {
            String day = Dates.display(history.knownOn().get(), history.calendar());
            out.append(word("（" + day + " 所知）", " (as known on " + day + ")"));
        }
        out.append("\n\n");
    }

    private String actual(KpiResult kpi) {
        Figure actual = kpi.actual();
        if (!actual.hasValue()) {
            return actual.state().name(language) + notes.sign(actual.display(language));
        }
        String partial = actual.marks().contains(Mark.PARTIAL) ? notes.sign(ScoresTable.partial(language)) : "";
        return actual.shown(language) + ActualNotes.signs(actual, notes, language) + partial;
    }

    private String target(KpiResult kpi) {
        Optional<TargetBand> band = kpi.targetBand();
        if (band.isPresent()) {
            return band.get().from().display(language) + "–" + band.get().to().display(language);
        }
        if (!kpi.target().hasValue()) {
            return "–";
        }
        String relation = kpi.targetRelation().filter(sign -> !sign.equals("≧")).orElse("");
        String why = kpi.aimDetails()
                .reason()
                .map(reason -> notes.sign(word("目標值：" + reason, "target: " + reason)))
                .orElse("");
        return relation + kpi.target().shown(language) + why;
    }

    private String value(Figure figure) {
        return figure.hasValue() ? figure.shown(language) : "–";
    }

    private String difference(YearOnYear change) {
        if (change.comparability() != Comparability.COMPARED) {
            return change.comparability().name(language)
                    + notes.sign(change.difference().display(language));
        }
        String unequal = change.problems().isEmpty()
                ? ""
                : notes.sign(word("兩年的會計年度起訖不同", "fiscal years of different lengths or beginnings"));
        return signed(change.difference()) + unequal;
    }

    private String percentage(YearOnYear change) {
        if (change.comparability() != Comparability.COMPARED) {
            return "–";
        }
        Figure percentage = change.percentage();
        return percentage.hasValue() ? signed(percentage) : "–" + notes.sign(percentage.display(language));
    }

    private String signed(Figure figure) {
        return (figure.orElseThrow().canonical().signum() > 0 ? "+" : "") + figure.shown(language);
    }

    private String version(KpiResult kpi) {
        return kpi.versionFrom()
                .map(from -> word(
                        "自 " + from.display(language) + "起「" + kpi.name() + "」",
                        "from " + from.display(language) + " \"" + kpi.name() + "\""))
                .orElse("–");
    }

    private String word(String zh, String en) {
        return language == Language.ZH_TW ? zh : en;
    }
}
