package kpi.report;

import java.io.IOException;
import java.util.List;
import kpi.result.Figure;
import kpi.result.MilestoneProgress;
import kpi.result.PointLines;
import kpi.value.Quantity;

/** What the actual of a KPI is made of, as JSON. */
final class PartsJson {
    private PartsJson() {}

    /** The lines, the groups with the lines in them, the gates, the sum, and what limits and gates leave of it. */
    static void points(JsonWriter json, PointLines points) throws IOException {
        json.name("points").beginObject();
        json.name("lines").beginArray();
        for (PointLines.Line line : points.lines()) {
            json.beginObject();
            json.name("kind").value(line.kind().id());
            json.name("label").value(line.label());
            json.name("group");
            if (line.group().isPresent()) {
                json.value(line.group().getAsInt());
            } else {
                json.nothing();
            }
            json.name("applies").value(line.applies());
            json.name("rows").number(Long.toString(line.rows()));
            amounts(json, line.before(), line.amount(), line.limits());
            json.endObject();
        }
        json.endArray();
        json.name("groups").beginArray();
        for (PointLines.Group group : points.groups()) {
            json.beginObject();
            json.name("label").value(group.label());
            amounts(json, group.before(), group.amount(), group.limits());
            json.endObject();
        }
        json.endArray();
        json.name("gates").beginArray();
        for (PointLines.Gate gate : points.gates()) {
            json.beginObject();
            json.name("text").value(gate.text());
            json.name("open");
            if (gate.open().isPresent()) {
                json.value(gate.open().get());
            } else {
                json.nothing();
            }
            texts(json, "lacking", gate.lacking());
            json.endObject();
        }
        json.endArray();
        json.name("sum").value(points.sum().value().map(Quantity::plain));
        texts(json, "limits", points.limits());
        json.name("total").value(points.total().value().map(Quantity::plain));
        json.endObject();
    }

    private static void amounts(JsonWriter json, Figure before, Figure amount, List<String> limits) throws IOException {
        json.name("before").value(before.value().map(Quantity::plain));
        json.name("amount").value(amount.value().map(Quantity::plain));
        texts(json, "limits", limits);
    }

    private static void texts(JsonWriter json, String name, List<String> texts) throws IOException {
        json.name(name).beginArray();
        for (String text : texts) {
            json.value(text);
        }
        json.endArray();
    }

    /** Every milestone, the one that counts, the next one, and the one the target stands for. */
    static void milestones(JsonWriter json, MilestoneProgress progress) throws IOException {
        json.name("milestones").beginObject();
        json.name("counted").value(progress.counted());
        json.name("next").value(progress.next());
        json.name("target").value(progress.target());
        json.name("stages").beginArray();
        for (MilestoneProgress.Stage stage : progress.stages()) {
            json.beginObject();
            json.name("id").value(stage.id());
            json.name("text").value(stage.text());
            json.name("share").value(stage.share().plain());
            json.name("reached").value(stage.reached());
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }
}
