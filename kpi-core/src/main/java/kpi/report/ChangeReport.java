package kpi.report;

import java.io.IOException;
import kpi.diagnostic.Language;
import kpi.result.Change;
import kpi.result.Change.Cause;
import kpi.result.Change.FigureChange;
import kpi.result.Comparison;
import kpi.result.Figure;
import kpi.result.ScorecardResult;
import kpi.value.Dates;

/** What is not the same in two evaluations: for people as lines, for programs as JSON. */
public final class ChangeReport {
    private ChangeReport() {}

    /** Writes a paragraph for each KPI that changed; lines end in LF. The layout is not stable. */
    public static void write(Comparison comparison, Language language, Appendable out) throws IOException {
        boolean chinese = language == Language.ZH_TW;
        out.append(heading(comparison.before(), language))
                .append(" → ")
                .append(heading(comparison.after(), language))
                .append("\n");
        if (comparison.changes().isEmpty()) {
            out.append(chinese ? "沒有任何變動。\n" : "Nothing changed.\n");
        }
        for (Change change : comparison.changes()) {
            out.append('\n')
                    .append(change.id())
                    .append(' ')
                    .append(change.name())
                    .append('\n');
            for (FigureChange figure : change.figures()) {
                out.append("  ")
                        .append(what(figure.what(), language))
                        .append(chinese ? "：" : ": ")
                        .append(figure.before().display(language))
                        .append(" → ")
                        .append(figure.after().display(language))
                        .append('\n');
            }
            if (change.verdictChanged()) {
                out.append(chinese ? "  達成：" : "  attained: ")
                        .append(change.before().verdict().name(language))
                        .append(" → ")
                        .append(change.after().verdict().name(language))
                        .append('\n');
            }
            if (change.gradeChanged()) {
                out.append(chinese ? "  等級：" : "  grade: ")
                        .append(change.before().grade().orElse("–"))
                        .append(" → ")
                        .append(change.after().grade().orElse("–"))
                        .append('\n');
            }
            for (Cause cause : change.causes()) {
                out.append(chinese ? "  因為 " : "  because of ")
                        .append(cause.line(language))
                        .append('\n');
            }
        }
    }

    private static String heading(ScorecardResult result, Language language) {
        String period = result.period().display(language);
        if (result.knownOn().isEmpty()) {
            return period;
        }
        String day = Dates.display(result.knownOn().get(), result.calendar());
        return language == Language.ZH_TW ? period + "（" + day + " 所知）" : period + " (as known on " + day + ")";
    }

    private static String what(String what, Language language) {
        boolean chinese = language == Language.ZH_TW;
        return switch (what) {
            case "actual" -> chinese ? "實際值" : "actual";
            case "target" -> chinese ? "目標值" : "target";
            case "attainment" -> chinese ? "目標達成度" : "attainment";
            default -> what;
        };
    }

    /** Writes the same as JSON; field names are stable, and more may be added. */
    public static void writeJson(Comparison comparison, Language language, Appendable out) throws IOException {
        JsonWriter json = new JsonWriter(out).beginObject();
        json.name("before");
        side(json, comparison.before());
        json.name("after");
        side(json, comparison.after());
        json.name("changes").beginArray();
        for (Change change : comparison.changes()) {
            json.beginObject();
            json.name("id").value(change.id());
            json.name("name").value(change.name());
            json.name("figures").beginArray();
            for (FigureChange figure : change.figures()) {
                json.beginObject();
                json.name("what").value(figure.what());
                json.name("before");
                figure(json, figure.before(), language);
                json.name("after");
                figure(json, figure.after(), language);
                json.endObject();
            }
            json.endArray();
            json.name("attainedBefore").value(change.before().verdict().name(Language.EN));
            json.name("attainedAfter").value(change.after().verdict().name(Language.EN));
            json.name("gradeBefore").value(change.before().grade());
            json.name("gradeAfter").value(change.after().grade());
            json.name("causes").beginArray();
            for (Cause cause : change.causes()) {
                json.beginObject();
                json.name("kind").value(cause.kind());
                json.name("text").value(cause.line(language));
                json.endObject();
            }
            json.endArray();
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }

    private static void side(JsonWriter json, ScorecardResult result) throws IOException {
        json.beginObject();
        json.name("period").value(result.period().code());
        json.name("knownOn").value(result.knownOn().map(day -> Dates.display(day, result.calendar())));
        json.endObject();
    }

    private static void figure(JsonWriter json, Figure figure, Language language) throws IOException {
        json.beginObject();
        json.name("state").value(figure.state().id());
        JsonAmounts.write(json, "value", figure.value());
        json.name("unit").value(figure.value().map(value -> value.unit().symbol()));
        json.name("text").value(figure.display(language));
        json.endObject();
    }
}
