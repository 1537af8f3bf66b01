package kpi.report;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.explain.Explanation;
import kpi.result.Figure;
import kpi.result.Groups;
import kpi.result.JudgedScore;
import kpi.result.KpiResult;
import kpi.result.LegalFloor;
import kpi.result.Light;
import kpi.result.Mark;
import kpi.result.Rank;
import kpi.result.Reconciliation;
import kpi.result.RolledUp;
import kpi.value.Quantity;

/** One KPI in one period as JSON: with its rows, its judged scores and what it rolls up. */
final class KpiJson {
    private final JsonWriter json;
    private final Language language;

    KpiJson(JsonWriter json, Language language) {
        this.json = json;
        this.language = language;
    }

    /** An object with all of a KPI. */
    void kpi(KpiResult kpi) throws IOException {
        json.beginObject();
        json.name("id").value(kpi.id());
        json.name("name").value(kpi.name());
        json.name("owner").value(kpi.owner());
        json.name("source").value(kpi.source());
        if (kpi.authority().isPresent()) {
            json.name("authority").value(kpi.authority());
        }
        texts("printed", kpi.printed());
        texts("notes", kpi.notes());
        json.name("perspective").value(kpi.perspective());
        json.name("objective").value(kpi.objective());
        figures(kpi);
        json.endObject();
    }

    /** Nothing at all where nothing is said. */
    private void texts(String name, List<String> lines) throws IOException {
        if (!lines.isEmpty()) {
            json.name(name).beginArray();
            for (String line : lines) {
                json.value(line);
            }
            json.endArray();
        }
    }

    /** Its figures, as fields of the object that is open. */
    void figures(KpiResult kpi) throws IOException {
        json.name("state").value(kpi.actual().state().id());
        marks(kpi.marks());
        json.name("reason").value(kpi.actual().reason().map(this::text));
        json.name("coversTo").value(kpi.actual().coversToText());
        json.name("actual");
        actual(kpi.actual());
        json.name("target");
        target(kpi);
        json.name("attainment");
        attainment(kpi);
        json.name("attained");
        switch (kpi.verdict()) {
            case ATTAINED -> json.value(true);
            case NOT_ATTAINED -> json.value(false);
            case UNDECIDED -> json.nothing();
            case WITHOUT_TARGET -> json.nothing().name("withoutTarget").value(true);
        }
        if (kpi.legalFloor().isPresent()) {
            legalFloor(kpi.legalFloor().get());
        }
        if (!kpi.aimDetails().levels().isEmpty()) {
            levels(kpi.aimDetails().levels());
        }
        json.name("grade").value(kpi.grade());
        if (kpi.light().isPresent()) {
            Light light = kpi.light().get();
            json.name("light").beginObject();
            json.name("colour").value(light.colour());
            json.name("word").value(light.word());
            json.name("shape").value(light.shape());
            json.endObject();
        }
        json.name("rank");
        rank(kpi.rank());
        dimensions(kpi.dimensions());
        growth(kpi.growth());
        json.name("explanation").value(kpi.actual().explanation().map(this::explanation));
        json.name("published");
        published(kpi.reconciliations());
        if (kpi.rollUp().isPresent()) {
            rollUp(kpi.rollUp().get());
        }
        if (kpi.points().isPresent()) {
            PartsJson.points(json, kpi.points().get());
        }
        if (kpi.milestones().isPresent()) {
            PartsJson.milestones(json, kpi.milestones().get());
        }
        if (!kpi.judged().isEmpty()) {
            json.name("judged").beginObject();
            for (JudgedScore judged : kpi.judged().values()) {
                Optional<Figure> score = Optional.ofNullable(kpi.dimensions().get(judged.dimension()));
                JudgedJson.write(json, judged, score, language);
            }
            json.endObject();
        }
        if (kpi.groups().isPresent()) {
            groups(kpi.groups().get());
        }
    }

    /** Each row or group with its keys, its period, what the names of the KPI came to there, and its figures. */
    private void groups(Groups groups) throws IOException {
        json.name("groups").beginArray();
        for (Iterator<KpiResult> rows = groups.stream().iterator(); rows.hasNext(); ) {
            KpiResult row = rows.next();
            json.beginObject();
            json.name("keys").beginObject();
            for (String column : groups.keyColumns()) {
                json.name(column)
                        .value(Optional.ofNullable(row.keys().get(column)).map(Keys::text));
            }
            json.endObject();
            json.name("period").value(row.period().code());
            json.name("definitions").beginObject();
            for (Map.Entry<String, Figure> definition : row.definitions().entrySet()) {
                json.name(definition.getKey());
                actual(definition.getValue());
            }
            json.endObject();
            figures(row);
            json.endObject();
        }
        json.endArray();
    }

    /** The method, the children with their weights, how much is there, and the gates. */
    private void rollUp(RolledUp rolledUp) throws IOException {
        json.name("rollUp").beginObject();
        json.name("method").value(rolledUp.method().en());
        JsonAmounts.write(json, "coverage", rolledUp.coverage());
        JsonAmounts.write(json, "confidence", rolledUp.confidence());
        json.name("children").beginArray();
        for (RolledUp.Child child : rolledUp.children()) {
            json.beginObject();
            json.name("id").value(child.id());
            json.name("name").value(child.name());
            json.name("state").value(child.figure().state().id());
            JsonAmounts.write(json, "value", child.figure().value());
            json.name("unit")
                    .value(child.figure().value().map(value -> value.unit().symbol()));
            JsonAmounts.write(json, "weight", child.weight());
            JsonAmounts.write(json, "effectiveWeight", child.effectiveWeight());
            json.endObject();
        }
        json.endArray();
        json.name("gates").beginArray();
        for (RolledUp.Gate gate : rolledUp.gates()) {
            json.beginObject();
            json.name("text").value(gate.text());
            json.name("open");
            if (gate.open().isPresent()) {
                json.value(gate.open().get());
            } else {
                json.nothing();
            }
            json.endObject();
        }
        json.endArray();
        if (rolledUp.harmless().isPresent()) {
            RolledUp.Harmless harmless = rolledUp.harmless().get();
            json.name("harmless").beginObject();
            json.name("children").beginArray();
            for (String child : harmless.children()) {
                json.value(child);
            }
            json.endArray();
            json.name("with").value(harmless.with().value().map(Quantity::plain));
            json.name("without").value(harmless.without().value().map(Quantity::plain));
            json.name("spared").value(harmless.spared());
            json.endObject();
        }
        json.endObject();
    }

    /** A place is a number; where ties share the mean place it may end in .5. */
    private void rank(Optional<Rank> rank) throws IOException {
        if (rank.isEmpty()) {
            json.nothing();
            return;
        }
        json.beginObject();
        json.name("place").number(rank.get().text());
        json.name("of").value(rank.get().of());
        json.name("tied").value(rank.get().tied());
        json.endObject();
    }

    private String explanation(Explanation how) {
        return how.line(language);
    }

    private void actual(Figure figure) throws IOException {
        if (figure.value().isEmpty()) {
            json.nothing();
            return;
        }
        Quantity value = figure.value().get();
        json.beginObject();
        JsonAmounts.write(json, "value", value);
        json.name("unit").value(value.unit().symbol());
        json.name("exact").value(figure.unrounded().orElse(value).plain());
        json.endObject();
    }

    private void target(KpiResult kpi) throws IOException {
        if (kpi.targetBand().isPresent()) {
            json.beginObject();
            JsonAmounts.write(json, "from", kpi.targetBand().get().from());
            JsonAmounts.write(json, "to", kpi.targetBand().get().to());
            json.name("unit").value(kpi.targetBand().get().from().unit().symbol());
            json.name("relation").value("between");
            reason(kpi);
            json.endObject();
            return;
        }
        if (kpi.target().value().isEmpty()) {
            json.nothing();
            return;
        }
        Quantity value = kpi.target().value().get();
        json.beginObject();
        JsonAmounts.write(json, "value", value);
        json.name("unit").value(value.unit().symbol());
        json.name("relation").value(kpi.targetRelation());
        if (kpi.aimDetails().tolerance().isPresent()) {
            json.name("tolerance").value(kpi.aimDetails().tolerance().get().plain());
        }
        reason(kpi);
        json.endObject();
    }

    private void reason(KpiResult kpi) throws IOException {
        if (kpi.aimDetails().reason().isPresent()) {
            json.name("reason").value(kpi.aimDetails().reason().get());
        }
    }

    private void levels(Map<String, Figure> levels) throws IOException {
        json.name("levels").beginObject();
        for (Map.Entry<String, Figure> level : levels.entrySet()) {
            json.name(level.getKey());
            actual(level.getValue());
        }
        json.endObject();
    }

    private void legalFloor(LegalFloor floor) throws IOException {
        json.name("legalFloor").beginObject();
        JsonAmounts.write(json, "value", floor.figure());
        json.name("unit").value(floor.figure().unit().symbol());
        json.name("kept");
        if (floor.kept().isPresent()) {
            json.value(floor.kept().get());
        } else {
            json.nothing();
        }
        json.endObject();
    }

    /** Raw and exact are null where the attainment was asserted, not computed. */
    private void attainment(KpiResult kpi) throws IOException {
        if (kpi.attainment().value().isEmpty()) {
            json.nothing();
            return;
        }
        Quantity value = kpi.attainment().value().get();
        Figure raw = kpi.attainmentRaw();
        json.beginObject();
        JsonAmounts.write(json, "value", value);
        JsonAmounts.write(json, "raw", raw.value());
        json.name("unit").value(value.unit().symbol());
        json.name("exact").value(raw.unrounded().map(Quantity::plain));
        json.endObject();
    }

    private void growth(Optional<KpiResult.Growth> growth) throws IOException {
        json.name("growth");
        if (growth.isEmpty()) {
            json.nothing();
            return;
        }
        Figure figure = growth.get().figure();
        json.beginObject();
        json.name("from").value(growth.get().from().code());
        json.name("state").value(figure.state().id());
        marks(figure.marks());
        JsonAmounts.write(json, "value", figure.value());
        json.name("unit").value(figure.value().map(value -> value.unit().symbol()));
        json.name("exact").value(figure.unrounded().map(Quantity::plain));
        json.name("reason").value(figure.reason().map(this::text));
        json.endObject();
    }

    void marks(Set<Mark> marks) throws IOException {
        json.name("marks").beginArray();
        for (Mark mark : Mark.values()) {
            if (marks.contains(mark)) {
                json.value(mark.id());
            }
        }
        json.endArray();
    }

    void dimensions(Map<String, Figure> dimensions) throws IOException {
        Map<String, Optional<Quantity>> scores = new LinkedHashMap<>();
        dimensions.forEach((dimension, figure) -> scores.put(dimension, figure.value()));
        JsonAmounts.write(json, "dimensions", scores);
    }

    void published(List<Reconciliation> reconciliations) throws IOException {
        json.beginArray();
        for (Reconciliation each : reconciliations) {
            json.beginObject();
            json.name("page").value(each.page());
            json.name("what").value(each.what().id());
            JsonAmounts.write(json, "printed", each.printed());
            json.name("unit").value(each.printed().unit().symbol());
            json.name("verdict").value(each.agreement().id());
            // Short and in one language, for programs; the sentence beside it is for readers.
            json.name("finding")
                    .value(each.finding().map(finding -> finding.brief().en()));
            json.name("findingText")
                    .value(each.finding().map(finding -> finding.full().in(language)));
            if (each.why().isPresent()) {
                json.name("why").value(text(each.why().get()));
            }
            json.endObject();
        }
        json.endArray();
    }

    private String text(LocalText text) {
        return text.in(language);
    }
}
