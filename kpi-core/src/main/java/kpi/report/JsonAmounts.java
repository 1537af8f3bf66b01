package kpi.report;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kpi.value.Quantity;

/**
 * Quantities as JSON: a field is always a decimal as a string, in its unit. Where the digits never end, it is rounded, and a
 * field of the same name and {@code Exact} gives the fraction: {@code "value":"33.333…","valueExact":"100/3"}.
 */
final class JsonAmounts {
    private JsonAmounts() {}

    /** A null where there is no quantity. */
    static void write(JsonWriter json, String name, Optional<Quantity> quantity) throws IOException {
        json.name(name).value(quantity.map(Quantity::decimal));
        if (quantity.isPresent() && isRendered(quantity.get())) {
            json.name(name + "Exact").value(quantity.get().plain());
        }
    }

    static void write(JsonWriter json, String name, Quantity quantity) throws IOException {
        write(json, name, Optional.of(quantity));
    }

    /** An object of quantities by names of the text; the fractions stand in an object of their own. */
    static void write(JsonWriter json, String name, Map<String, Optional<Quantity>> quantities) throws IOException {
        Map<String, String> rendered = new LinkedHashMap<>();
        json.name(name).beginObject();
        for (Map.Entry<String, Optional<Quantity>> each : quantities.entrySet()) {
            json.name(each.getKey()).value(each.getValue().map(Quantity::decimal));
            each.getValue()
                    .filter(JsonAmounts::isRendered)
                    .ifPresent(quantity -> rendered.put(each.getKey(), quantity.plain()));
        }
        json.endObject();
        if (!rendered.isEmpty()) {
            json.name(name + "Exact").beginObject();
            for (Map.Entry<String, String> each : rendered.entrySet()) {
                json.name(each.getKey()).value(each.getValue());
            }
            json.endObject();
        }
    }

    private static boolean isRendered(Quantity quantity) {
        return quantity.plain().indexOf('/') >= 0;
    }
}
