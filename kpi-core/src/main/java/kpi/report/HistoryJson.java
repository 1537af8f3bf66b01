package kpi.report;

import java.io.IOException;
import java.util.List;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.result.Figure;
import kpi.result.KpiHistory;
import kpi.result.KpiResult;
import kpi.result.YearOnYear;
import kpi.unit.KpiUnit;
import kpi.value.Dates;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;

/** Histories as JSON: for each period the fields of a result, and the change from the year before. */
final class HistoryJson {
    private final Language language;
    private final JsonWriter json;
    private final KpiJson kpis;

    private HistoryJson(Language language, Appendable out) {
        this.language = language;
        this.json = new JsonWriter(out);
        this.kpis = new KpiJson(json, language);
    }

    static void write(List<KpiHistory> histories, List<Problem> problems, Language language, Appendable out)
            throws IOException {
        new HistoryJson(language, out).write(histories, problems);
    }

    private void write(List<KpiHistory> histories, List<Problem> problems) throws IOException {
        json.beginObject();
        json.name("histories").beginArray();
        for (KpiHistory history : histories) {
            json.beginObject();
            json.name("id").value(history.id());
            json.name("knownOn").value(history.knownOn().map(day -> Dates.display(day, history.calendar())));
            json.name("periods").beginArray();
            for (KpiHistory.Entry entry : history.entries()) {
                entry(entry);
            }
            json.endArray();
            json.endObject();
        }
        json.endArray();
        json.name("diagnostics");
        ProblemsJson.write(json, problems, language);
        json.endObject();
    }

    private void entry(KpiHistory.Entry entry) throws IOException {
        KpiResult kpi = entry.result();
        json.beginObject();
        json.name("period").value(kpi.period().code());
        json.name("name").value(kpi.name());
        json.name("version").value(kpi.versionFrom().map(ReportingPeriod::code));
        kpis.figures(kpi);
        json.name("yearOnYear");
        change(entry.change());
        json.endObject();
    }

    private void change(YearOnYear change) throws IOException {
        json.beginObject();
        json.name("from").value(change.from().code());
        json.name("comparable").value(change.comparability().id());
        figure("before", change.before());
        figure("difference", change.difference());
        figure("percentage", change.percentage());
        kpis.marks(change.difference().marks());
        json.name("reason").value(change.percentage().reason().map(reason -> reason.in(language)));
        json.endObject();
    }

    private void figure(String name, Figure figure) throws IOException {
        json.name(name);
        if (figure.value().isEmpty()) {
            json.nothing();
            return;
        }
        json.beginObject();
        JsonAmounts.write(json, "value", figure.value());
        json.name("unit").value(figure.value().map(Quantity::unit).map(KpiUnit::symbol));
        json.name("exact").value(figure.unrounded().map(Quantity::plain));
        json.endObject();
    }
}
