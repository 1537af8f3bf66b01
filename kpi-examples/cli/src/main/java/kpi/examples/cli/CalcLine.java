package kpi.examples.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kpi.diagnostic.Checked;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.source.Source;
import org.jspecify.annotations.Nullable;

/** Reads one line of {@code calc --jsonl}. What it does not know it leaves aside, so that fields may be added. */
final class CalcLine {
    private static final LocalText TEXT = new LocalText("文字", "a text");
    private static final LocalText FIGURE = new LocalText("文字或數字", "a text or a number");
    private static final LocalText INTEGER = new LocalText("整數", "a whole number");
    private static final LocalText OBJECT = new LocalText("物件", "an object");

    private final Source line;
    private JsonId id = JsonId.NONE;
    private @Nullable String formula;
    private final Map<String, Optional<String>> inputs = new LinkedHashMap<>();
    private Optional<String> unit = Optional.empty();
    private OptionalInt places = OptionalInt.empty();

    CalcLine(String line) {
        this.line = Source.of("jsonl", line);
    }

    /** What is wrong with a line whose text cannot even be had. */
    static Problem notText() {
        return bad(Source.of("jsonl", ""), 0, "不是 UTF-8 文字", "it is not UTF-8 text");
    }

    static Problem tooLong(long bytes) {
        return tooLarge(
                Source.of("jsonl", ""),
                0,
                "64 MiB",
                new LocalText("共 " + bytes + " 位元組", "it has " + bytes + " bytes"));
    }

    /** The id, as far as the line could be read. */
    JsonId id() {
        return id;
    }

    Checked<CalcRequest> request() {
        try (JsonParser json = Json.FACTORY.createParser(line.text())) {
            read(json);
            if (formula == null) {
                return Checked.failed(Problem.of(CliCode.MISSING_FIELD, line.span(0, 0))
                        .with("field", "formula")
                        .build());
            }
            return Checked.of(new CalcRequest(formula, inputs, unit, places));
        } catch (Wrong wrong) {
            return Checked.failed(wrong.problem);
        } catch (StreamConstraintsException past) {
            return Checked.failed(tooLarge(
                    line,
                    offset(past),
                    "JSON",
                    new LocalText("巢狀、數字或名稱太長", "nesting, a number or a name is too long")));
        } catch (JsonEOFException cut) {
            return Checked.failed(bad(line, line.text().length(), "這一行沒有寫完", "it ends too early"));
        } catch (JsonProcessingException malformed) {
            boolean twice = malformed.getOriginalMessage().startsWith("Duplicate");
            return Checked.failed(
                    twice
                            ? bad(line, offset(malformed), "同一個欄位寫了兩次", "a field stands twice")
                            : bad(line, offset(malformed), "寫法有誤", "it is malformed"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void read(JsonParser json) throws IOException, Wrong {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new Wrong(bad(line, 0, "開頭不是 {", "it does not begin with {"));
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "id" -> id = JsonId.of(json);
                case "formula" -> formula = text(json, field);
                case "inputs" -> readInputs(json);
                case "unit" -> unit = isNull(json) ? Optional.empty() : Optional.of(text(json, field));
                case "places" -> places = isNull(json) ? OptionalInt.empty() : OptionalInt.of(places(json));
                default -> json.skipChildren();
            }
        }
        int end = offset(json);
        if (json.nextToken() != null) {
            throw new Wrong(bad(line, end, "物件之後還有文字", "text follows the object"));
        }
    }

    private void readInputs(JsonParser json) throws IOException, Wrong {
        if (isNull(json)) {
            return;
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw wrong(json, "inputs", OBJECT);
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (value) {
                case VALUE_NULL -> inputs.put(name, Optional.empty());
                case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                    inputs.put(name, Optional.of(json.getText()));
                default -> throw wrong(json, "inputs." + name, FIGURE);
            }
        }
    }

    private String text(JsonParser json, String field) throws IOException, Wrong {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw wrong(json, field, TEXT);
        }
        return json.getText();
    }

    private int places(JsonParser json) throws IOException, Wrong {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw wrong(json, "places", INTEGER);
        }
        // The calculator refuses what is out of range; here it only must not overflow.
        return json.getBigIntegerValue()
                .max(java.math.BigInteger.valueOf(-1))
                .min(java.math.BigInteger.valueOf(Integer.MAX_VALUE))
                .intValue();
    }

    private static boolean isNull(JsonParser json) {
        return json.currentToken() == JsonToken.VALUE_NULL;
    }

    private Wrong wrong(JsonParser json, String field, LocalText expected) {
        int at = offset(json);
        return new Wrong(Problem.of(CliCode.WRONG_FIELD, line.span(at, at))
                .with("field", field)
                .with("expected", expected)
                .build());
    }

    private int offset(JsonParser json) {
        return within(json.currentTokenLocation().getCharOffset());
    }

    private int offset(JsonProcessingException at) {
        return at.getLocation() == null ? 0 : within(at.getLocation().getCharOffset());
    }

    private int within(long offset) {
        return (int) Math.max(0, Math.min(offset, line.text().length()));
    }

    private static Problem bad(Source line, int at, String zh, String en) {
        return Problem.of(CliCode.BAD_JSON_LINE, line.span(at, at))
                .with("detail", new LocalText(zh, en))
                .build();
    }

    private static Problem tooLarge(Source line, int at, String limit, LocalText detail) {
        return Problem.of(CliCode.LINE_TOO_LARGE, line.span(at, at))
                .with("limit", limit)
                .with("detail", detail)
                .build();
    }

    /** A line that is JSON but not what is asked for. */
    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        Wrong(Problem problem) {
            super(problem.code(), null, false, false);
            this.problem = problem;
        }
    }
}
