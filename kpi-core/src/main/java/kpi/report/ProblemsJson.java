package kpi.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kpi.diagnostic.Edit;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.source.Place;
import kpi.source.Span;

/** Problems as JSON: {@code {"severity":"error","class":"…","code":"…","file":"…","line":1,…}}. */
public final class ProblemsJson {
    private ProblemsJson() {}

    /** An array of problems. */
    public static void write(JsonWriter json, List<Problem> problems, Language language) throws IOException {
        json.beginArray();
        for (Problem problem : problems) {
            write(json, problem, language);
        }
        json.endArray();
    }

    /** One problem; places are counted from 1, in code points. */
    public static void write(JsonWriter json, Problem problem, Language language) throws IOException {
        json.beginObject();
        json.name("severity").value(problem.severity().name().toLowerCase(Locale.ROOT));
        json.name("class").value(problem.problemClass().name());
        json.name("code").value(problem.code());
        Place place = problem.place();
        Optional<Span> span = place.span();
        Optional<Place.Cell> cell = place.cell();
        json.name("file")
                .value(span.map(text -> text.source().name())
                        .or(() -> cell.map(at -> at.file().isEmpty() ? at.table() : at.file())));
        if (span.isPresent()) {
            position(json, span.get());
        } else {
            json.name("line");
            if (cell.isPresent() && cell.get().row() > 0) {
                json.value(cell.get().row());
            } else {
                json.nothing();
            }
            json.name("column").nothing();
            json.name("endLine").nothing();
            json.name("endColumn").nothing();
        }
        if (cell.isPresent()) {
            json.name("table").value(cell.get().table());
            json.name("tableColumn").value(cell.get().column());
        }
        if (place.input().isPresent()) {
            json.name("input").value(place.input().get());
        }
        json.name("message").value(problem.message(language));
        json.name("hint").value(problem.remedy(language));
        edits(json, problem.edits());
        json.endObject();
    }

    private static void edits(JsonWriter json, List<Edit> edits) throws IOException {
        json.name("edits").beginArray();
        for (Edit edit : edits) {
            json.beginObject();
            position(json, edit.range());
            json.name("text").value(edit.newText());
            json.endObject();
        }
        json.endArray();
    }

    private static void position(JsonWriter json, Span span) throws IOException {
        json.name("line").value(span.line());
        json.name("column").value(span.column());
        json.name("endLine").value(span.endLine());
        json.name("endColumn").value(span.endColumn());
    }
}
