package kpi.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kpi.diagnostic.Language;
import kpi.result.Agreement;
import kpi.result.Figure;
import kpi.result.Groups;
import kpi.result.KpiResult;
import kpi.result.NodeResult;
import kpi.result.Reconciliation;
import kpi.result.ScorecardResult;
import kpi.value.Quantity;

/**
 * The verdict on every published figure (公布值核對): it agrees, agrees within the rounding of its inputs, contradicts,
 * or stays undecided; and what would make it, where a search found that.
 */
public final class ReconciliationReport {
    private final ScorecardResult result;
    private final Language language;
    private final Appendable out;

    private ReconciliationReport(ScorecardResult result, Language language, Appendable out) {
        this.result = result;
        this.language = language;
        this.out = out;
    }

    /** One published figure beside the computed one. */
    private record Held(String id, String where, Reconciliation printed, Optional<Quantity> ours) {}

    /** Writes a line for each published figure and how many of each verdict there are; lines end in LF. */
    public static void write(ScorecardResult result, Language language, Appendable out) throws IOException {
        new ReconciliationReport(result, language, out).table();
    }

    /** Writes the same as JSON; field names are stable, and more may be added. */
    public static void writeJson(ScorecardResult result, Language language, Appendable out) throws IOException {
        new ReconciliationReport(result, language, out).json();
    }

    private List<Held> all() {
        List<Held> all = new ArrayList<>();
        Stream.concat(result.kpis().stream(), result.scores().stream()).forEach(kpi -> {
            add(kpi, "", all);
            kpi.groups().stream().flatMap(Groups::stream).forEach(row -> add(row, keys(row), all));
        });
        for (NodeResult card : result.cards()) {
            card.totalLast()
                    .forEach(node -> node.reconciliations()
                            .forEach(printed -> all.add(new Held(node.id(), "", printed, ours(node, printed)))));
        }
        return all;
    }

    private static void add(KpiResult kpi, String where, List<Held> all) {
        kpi.reconciliations().forEach(printed -> all.add(new Held(kpi.id(), where, printed, ours(kpi, printed))));
    }

    private static String keys(KpiResult row) {
        List<String> keys = new ArrayList<>();
        row.keys().values().forEach(value -> keys.add(Keys.text(value)));
        return String.join(" ", keys);
    }

    private static Optional<Quantity> ours(KpiResult kpi, Reconciliation printed) {
        Figure figure = switch (printed.what()) {
            case ACTUAL -> kpi.actual();
            case TARGET -> kpi.target();
            case ATTAINMENT, ATTAINED_SHARE, MEAN_ATTAINMENT -> kpi.attainment();
        };
        return figure.value();
    }

    private static Optional<Quantity> ours(NodeResult node, Reconciliation printed) {
        return (printed.what() == Reconciliation.What.ATTAINED_SHARE ? node.attainedShare() : node.meanAttainment())
                .value();
    }

    private void table() throws IOException {
        List<Held> all = all();
        if (all.isEmpty()) {
            out.append(word("本期沒有公布值。\n", "Nothing is published for this period.\n"));
            return;
        }
        TextTable table = new TextTable(false, false, false, true, true, false, false)
                .row(List.of(
                        "KPI",
                        word("頁別", "Page"),
                        word("項目", "Figure"),
                        word("公布值", "Published"),
                        word("計算值", "Computed"),
                        word("判定", "Verdict"),
                        word("說明", "Finding")));
        Map<Agreement, Integer> counts = new EnumMap<>(Agreement.class);
        for (Held held : all) {
            Reconciliation printed = held.printed();
            counts.merge(printed.agreement(), 1, Integer::sum);
            table.row(List.of(
                    (held.id() + " " + held.where()).strip(),
                    printed.page(),
                    printed.what().name(language),
                    held.where().isEmpty()
                            ? printed.printed().display(language)
                            : (printed.text() + " " + printed.printed().unit().symbol()).strip(),
                    held.ours().map(value -> value.display(language)).orElse("–"),
                    printed.agreement().name(language),
                    printed.finding()
                            .map(Reconciliation.Finding::full)
                            .or(printed::why)
                            .map(text -> text.in(language))
                            .orElse("")));
        }
        table.write(out);
        out.append('\n');
        List<String> summary = new ArrayList<>();
        for (Agreement agreement : Agreement.values()) {
            int count = counts.getOrDefault(agreement, 0);
            if (count > 0 || agreement != Agreement.UNDECIDED) {
                summary.add(agreement.name(language) + " " + count);
            }
        }
        out.append(String.join(word("、", ", "), summary)).append('\n');
    }

    private void json() throws IOException {
        JsonWriter json = new JsonWriter(out).beginObject();
        json.name("scorecard").value(result.id());
        json.name("period").value(result.period().code());
        json.name("published").beginArray();
        for (Held held : all()) {
            Reconciliation printed = held.printed();
            json.beginObject();
            json.name("id").value(held.id());
            json.name("row").value(held.where().isEmpty() ? Optional.empty() : Optional.of(held.where()));
            json.name("page").value(printed.page());
            json.name("what").value(printed.what().id());
            JsonAmounts.write(json, "printed", printed.printed());
            json.name("unit").value(printed.printed().unit().symbol());
            JsonAmounts.write(json, "computed", held.ours());
            json.name("verdict").value(printed.agreement().id());
            json.name("finding")
                    .value(printed.finding().map(finding -> finding.full().in(language)));
            if (printed.why().isPresent()) {
                json.name("why").value(printed.why().get().in(language));
            }
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }

    private String word(String zh, String en) {
        return language == Language.ZH_TW ? zh : en;
    }
}
