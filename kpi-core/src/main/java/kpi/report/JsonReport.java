package kpi.report;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.result.KpiResult;
import kpi.result.NodeResult;
import kpi.result.ScorecardResult;
import kpi.value.Dates;
import kpi.value.Quantity;

/**
 * A result as JSON. Quantities are strings, so that no digit is lost: decimals in the unit beside them. Where the digits of
 * one never end, its field is rounded and a field with {@code Exact} behind the name gives the fraction. {@code exact} is what
 * a figure was before the roundings of its rule, a decimal or a fraction. Null stands where a thing does not exist. Field
 * names are stable, and more may be added.
 */
public final class JsonReport {
    private final ScorecardResult result;
    private final Language language;
    private final JsonWriter json;
    private final KpiJson kpis;

    private JsonReport(ScorecardResult result, Language language, Appendable out) {
        this.result = result;
        this.language = language;
        this.json = new JsonWriter(out);
        this.kpis = new KpiJson(json, language);
    }

    /** Writes a result; the language is that of reasons, explanations and messages. */
    public static void write(ScorecardResult result, Language language, Appendable out) throws IOException {
        write(result, result.kpis(), result.problems(), language, out);
    }

    /** Writes some of the KPIs of a result, with these problems as its diagnostics. */
    public static void write(
            ScorecardResult result, List<KpiResult> kpis, List<Problem> problems, Language language, Appendable out)
            throws IOException {
        new JsonReport(result, language, out).write(kpis, problems);
    }

    private void write(List<KpiResult> chosen, List<Problem> problems) throws IOException {
        json.beginObject();
        json.name("scorecard").value(result.id());
        json.name("name").value(result.name());
        json.name("period").value(result.period().code());
        json.name("knownOn").value(result.knownOn().map(day -> Dates.display(day, result.calendar())));
        json.name("kpis").beginArray();
        for (KpiResult kpi : chosen) {
            kpis.kpi(kpi);
        }
        json.endArray();
        json.name("nodes").beginArray();
        for (NodeResult node : result.nodes()) {
            node(node);
        }
        json.endArray();
        if (result.cards().size() > 1) {
            scorecards();
        }
        json.name("diagnostics");
        ProblemsJson.write(json, problems, language);
        json.endObject();
    }

    /** The scorecards after the first, whose nodes stand above. */
    private void scorecards() throws IOException {
        json.name("scorecards").beginArray();
        for (NodeResult card : result.cards().subList(1, result.cards().size())) {
            json.beginObject();
            json.name("scorecard").value(card.id());
            json.name("name").value(card.name());
            json.name("nodes").beginArray();
            for (NodeResult node : card.totalLast().toList()) {
                node(node);
            }
            json.endArray();
            json.endObject();
        }
        json.endArray();
    }

    private void node(NodeResult node) throws IOException {
        json.beginObject();
        json.name("kind").value(node.kind().id());
        json.name("id").value(node.id().isEmpty() ? Optional.empty() : Optional.of(node.id()));
        json.name("name").value(node.name());
        json.name("objectives").value(node.objectives());
        json.name("kpis").value(node.kpis());
        json.name("attained").value(node.attained());
        json.name("notAttained").value(node.notAttained());
        json.name("undecided").value(node.undecided());
        if (node.withoutTarget() > 0) {
            json.name("withoutTarget").value(node.withoutTarget());
        }
        JsonAmounts.write(json, "attainedShare", node.attainedShare().value());
        JsonAmounts.write(json, "meanAttainment", node.meanAttainment().value());
        json.name("meanAttainmentExact").value(node.meanAttainment().unrounded().map(Quantity::plain));
        kpis.dimensions(node.dimensions());
        json.name("partial").value(node.partial());
        if (node.score().isPresent()) {
            json.name("score").beginObject();
            json.name("id").value(node.score().get().id());
            kpis.figures(node.score().get());
            json.endObject();
        }
        if (!node.reconciliations().isEmpty()) {
            json.name("published");
            kpis.published(node.reconciliations());
        }
        json.endObject();
    }
}
