package kpi.examples.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as maps, lists, texts, {@link java.math.BigDecimal}, booleans and null. */
final class JsonTree {
    private JsonTree() {}

    static Map<String, Object> object(String json) {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            Object tree = value(parser);
            if (parser.nextToken() != null) {
                throw new AssertionError("text after the object: " + json);
            }
            return asObject(tree);
        } catch (IOException malformed) {
            throw new UncheckedIOException(json, malformed);
        }
    }

    static List<Map<String, Object>> lines(String text) {
        return text.lines().map(JsonTree::object).toList();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> asObject(Object tree) {
        return (Map<String, Object>) tree;
    }

    static List<Map<String, Object>> asObjects(Object tree) {
        return ((List<?>) tree).stream().map(JsonTree::asObject).toList();
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> object = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    object.put(name, value(parser));
                }
                yield object;
            }
            case START_ARRAY -> {
                List<Object> array = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(value(parser));
                }
                yield array;
            }
            case VALUE_NULL -> null;
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            default -> parser.getText();
        };
    }
}
