package kpi.examples.cli;

import java.io.IOException;
import java.util.Optional;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Edit;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.report.JsonWriter;
import kpi.source.Span;

/** {@code calc --jsonl}: a formula a line in, an answer a line out, in order, each as soon as it is there. */
final class JsonLines {
    private final Console console;
    private final Language language;
    private final Calculator calculator = new Calculator();

    JsonLines(Console console, Language language) {
        this.console = console;
        this.language = language;
    }

    /** Answers all lines; true if each has a value. */
    boolean run() throws IOException {
        LineReader lines = new LineReader(console.in(), Json.MAXIMUM_LINE);
        boolean fine = true;
        for (Optional<LineReader.Line> line = lines.read(); line.isPresent(); line = lines.read()) {
            if (line.get() instanceof LineReader.Line.Text text && text.text().isBlank()) {
                continue;
            }
            fine &= answer(line.get());
            console.out().append('\n').flush();
        }
        return fine;
    }

    private boolean answer(LineReader.Line line) throws IOException {
        if (line instanceof LineReader.Line.Text text) {
            CalcLine request = new CalcLine(text.text());
            return answer(request);
        }
        Problem problem = line instanceof LineReader.Line.TooLong tooLong
                ? CalcLine.tooLong(tooLong.bytes())
                : CalcLine.notText();
        write(JsonId.NONE, CalcAnswer.Refused.because(problem));
        return false;
    }

    private boolean answer(CalcLine line) throws IOException {
        CalcAnswer answer;
        try {
            Checked<CalcRequest> request = line.request();
            answer = request.value()
                    .map(calculator::answer)
                    .orElseGet(() -> new CalcAnswer.Refused(request.problems(), Optional.empty()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            internalError(line.id(), fault);
            return false;
        }
        write(line.id(), answer);
        return answer instanceof CalcAnswer.Value;
    }

    private void write(JsonId id, CalcAnswer answer) throws IOException {
        JsonWriter json = new JsonWriter(console.out()).beginObject();
        id.write(json);
        if (answer instanceof CalcAnswer.Value value) {
            json.name("value").value(value.value());
            json.name("unit").value(value.unit());
            json.name("exact").value(value.exact());
            json.name("approximate").value(value.approximate());
        } else if (answer instanceof CalcAnswer.Refused refused) {
            json.name("error");
            error(json, refused);
        }
        json.endObject();
    }

    /** The place is in the formula or, where an input is named, in the text of that input. */
    private void error(JsonWriter json, CalcAnswer.Refused refused) throws IOException {
        Problem problem = refused.first();
        json.beginObject();
        json.name("class").value(refused.problemClass().name());
        json.name("code").value(problem.code());
        Optional<Span> span = problem.place().span();
        if (span.isPresent()) {
            json.name("line").value(span.get().line());
            json.name("column").value(span.get().column());
        } else {
            json.name("line").nothing();
            json.name("column").nothing();
        }
        if (refused.input().isPresent()) {
            json.name("input").value(refused.input().get());
        }
        json.name("message").value(problem.message(language));
        json.name("hint").value(problem.remedy(language));
        json.name("edits").beginArray();
        for (Edit edit : problem.edits()) {
            json.beginObject();
            json.name("line").value(edit.range().line());
            json.name("column").value(edit.range().column());
            json.name("endLine").value(edit.range().endLine());
            json.name("endColumn").value(edit.range().endColumn());
            json.name("text").value(edit.newText());
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }

    private void internalError(JsonId id, Throwable fault) throws IOException {
        JsonWriter json = new JsonWriter(console.out()).beginObject();
        id.write(json);
        json.name("error").beginObject();
        json.name("class").value("INTERNAL_ERROR");
        json.name("code").value("internal-error");
        json.name("line").nothing();
        json.name("column").nothing();
        json.name("message").value(InternalError.line(fault, new Words(language)));
        json.name("edits").beginArray().endArray();
        json.endObject().endObject();
    }
}
