package kpi.report;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.result.Figure;
import kpi.result.JudgedScore;
import kpi.result.Mark;
import kpi.value.Quantity;

/** Judged scores as JSON: stages, scorers, criteria, how far the scorers agree, and what is not rated. */
final class JudgedJson {
    private JudgedJson() {}

    static void write(JsonWriter json, JudgedScore judged, Optional<Figure> score, Language language)
            throws IOException {
        json.name(judged.dimension()).beginObject();
        if (score.isPresent()) {
            figure(json, score.get(), language);
        }
        json.name("level").value(judged.level());
        json.name("complete").value(judged.complete());
        json.name("stages").beginArray();
        for (JudgedScore.Stage stage : judged.stages()) {
            stage(json, stage, language);
        }
        json.endArray();
        json.endObject();
    }

    private static void stage(JsonWriter json, JudgedScore.Stage stage, Language language) throws IOException {
        json.beginObject();
        json.name("id").value(stage.id());
        json.name("name").value(stage.name());
        json.name("stands").value(stage.stands());
        figure(json, stage.score(), language);
        json.name("level").value(stage.level());
        json.name("agreement");
        if (stage.agreement().isPresent()) {
            json.beginObject();
            JsonAmounts.write(json, "range", stage.agreement().get().range());
            JsonAmounts.write(json, "meanDeviation", stage.agreement().get().meanDeviation());
            json.endObject();
        } else {
            json.nothing();
        }
        json.name("scorers").beginArray();
        for (JudgedScore.Scorer scorer : stage.scorers()) {
            json.beginObject();
            json.name("name").value(scorer.name());
            figure(json, scorer.score(), language);
            Map<String, Optional<Quantity>> criteria = new LinkedHashMap<>();
            scorer.criteria().forEach((criterion, score) -> criteria.put(criterion, Optional.of(score)));
            JsonAmounts.write(json, "criteria", criteria);
            json.name("date").value(scorer.date().map(Object::toString));
            json.name("reason").value(scorer.reason());
            json.endObject();
        }
        json.endArray();
        json.name("lacking").beginArray();
        for (LocalText lack : stage.lacking()) {
            json.value(lack.in(language));
        }
        json.endArray();
        json.endObject();
    }

    private static void figure(JsonWriter json, Figure figure, Language language) throws IOException {
        JsonAmounts.write(json, "score", figure.value());
        json.name("state").value(figure.state().id());
        json.name("marks").beginArray();
        for (Mark mark : Mark.values()) {
            if (figure.marks().contains(mark)) {
                json.value(mark.id());
            }
        }
        json.endArray();
        json.name("reason").value(figure.reason().map(text -> text.in(language)));
        json.name("explanation").value(figure.explanation().map(how -> how.line(language)));
    }
}
