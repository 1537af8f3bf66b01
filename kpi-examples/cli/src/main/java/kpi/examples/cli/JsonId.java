package kpi.examples.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Objects;
import kpi.report.JsonWriter;

/** The id of a line, given back as it came: a text, a number with all its digits, or nothing. */
record JsonId(Kind kind, String text) {
    static final JsonId NONE = new JsonId(Kind.NONE, "");

    enum Kind {
        NONE,
        TEXT,
        NUMBER
    }

    JsonId {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }

    /** The value the parser stands at; what is no text and no number counts as none. */
    static JsonId of(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            return new JsonId(Kind.TEXT, json.getText());
        }
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return new JsonId(Kind.NUMBER, json.getText());
        }
        json.skipChildren();
        return NONE;
    }

    void write(JsonWriter json) throws IOException {
        json.name("id");
        switch (kind) {
            case NONE -> json.nothing();
            case TEXT -> json.value(text);
            case NUMBER -> json.number(text);
        }
    }
}
