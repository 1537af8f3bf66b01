package kpi.engine;

import java.util.ArrayList;
import java.util.List;
import kpi.value.Quantity;
import kpi.value.Value;

/** Values as keys: equal if they are the same thing, whatever unit they are shown in. */
final class RowKeys {
    private RowKeys() {}

    static Object of(Value value) {
        return value instanceof Quantity quantity ? quantity.canonical() : value;
    }

    static List<Object> of(List<? extends Value> values) {
        List<Object> keys = new ArrayList<>(values.size());
        values.forEach(value -> keys.add(of(value)));
        return keys;
    }
}
