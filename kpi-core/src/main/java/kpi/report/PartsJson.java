package kpi.report;

import java.io.IOException;
import kpi.result.MilestoneProgress;

/** What the actual of a KPI is made of, as JSON. */
final class PartsJson {
    private PartsJson() {}

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
