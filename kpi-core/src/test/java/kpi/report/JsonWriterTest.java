package kpi.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonWriterTest {
    @Test
    void membersStandInTheOrderOfTheCalls() throws IOException {
        StringBuilder out = new StringBuilder();
        JsonWriter json = new JsonWriter(out);
        json.beginObject();
        json.name("a").value(1).name("b").value(true).name("c").nothing();
        json.name("d")
                .beginArray()
                .value("x")
                .beginArray()
                .endArray()
                .value(Optional.empty())
                .endArray();
        json.name("e").beginObject().endObject();
        json.endObject();
        assertEquals("{\"a\":1,\"b\":true,\"c\":null,\"d\":[\"x\",[],null],\"e\":{}}", out.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "0022, '\\\"'",
        "005C, '\\\\'",
        "000A, '\\n'",
        "000D, '\\r'",
        "0009, '\\t'",
        "0000, '\\u0000'",
        "001F, '\\u001f'",
        "007F, '\\u007f'",
        "2028, '\\u2028'",
        "2029, '\\u2029'",
        "D800, '\\ud800'",
        "DC00, '\\udc00'",
        "002F, '/'",
        "5104, '億'"
    })
    void whatBreaksReadersIsEscaped(String hex, String written) throws IOException {
        String text = "a" + (char) Integer.parseInt(hex, 16) + "b";
        StringBuilder out = new StringBuilder();
        new JsonWriter(out).value(text);
        assertEquals("\"a" + written + "b\"", out.toString());
    }

    @Test
    void wholePairsStayAndHalvesDoNot() throws IOException {
        StringBuilder out = new StringBuilder();
        new JsonWriter(out).value("𠀋\uD840\uD840\uDC0B\uDC0B");
        assertEquals("\"𠀋\\ud840𠀋\\udc0b\"", out.toString());
    }
}
