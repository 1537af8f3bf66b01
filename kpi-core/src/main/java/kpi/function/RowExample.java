package kpi.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.KpiUsageException;
import kpi.number.NumberException;
import kpi.value.Quantity;
import kpi.value.Value;

/**
 * A worked call of a function of rows.
 *
 * @param rows the values of the rows, parted by semicolons, those of one row by a comma and a blank; a star marks the row it
 *     is about: {@code 70; 80*; 80}
 * @param call as a formula writes it
 * @param written the value it has, as a literal; empty if it is refused
 */
public record RowExample(String rows, String call, Optional<String> written, Optional<NumberException.Kind> refusal) {
    private static final String STAR = "*";

    static RowExample of(String rows, String call, String result) {
        return new RowExample(rows, call, Optional.of(result), Optional.empty());
    }

    static RowExample refused(String rows, String call, NumberException.Kind kind) {
        return new RowExample(rows, call, Optional.empty(), Optional.of(kind));
    }

    /** The value it has. */
    Optional<Quantity> result() {
        return written.map(RowExample::quantity);
    }

    /** The values of each row. */
    public List<List<Value>> values() {
        List<List<Value>> values = new ArrayList<>();
        if (!rows.isBlank()) {
            for (String row : rows.split(";", -1)) {
                values.add(row(row));
            }
        }
        return values;
    }

    /** The first value of the row it is about. */
    Optional<Quantity> own() {
        for (String row : rows.split(";", -1)) {
            if (row.contains(STAR)) {
                return Optional.of((Quantity) row(row).get(0));
            }
        }
        return Optional.empty();
    }

    /** What stands behind the rows. */
    RowOptions options(RowFunction function) {
        String[] arguments =
                call.substring(call.indexOf('(') + 1, call.length() - 1).split(", ", -1);
        List<kpi.number.Exact> levels = new ArrayList<>();
        List<RowChoice> choices = new ArrayList<>();
        int at = Math.max(1, function.values());
        for (RowParameter parameter : function.parameters()) {
            String written = arguments[at++];
            if (parameter instanceof RowParameter.Named named) {
                choices.add(named.find(written).orElseThrow(() -> new KpiUsageException(call + ": no " + written)));
            } else {
                levels.add(quantity(written).canonical());
            }
        }
        return new RowOptions(levels, choices);
    }

    private static List<Value> row(String row) {
        List<Value> values = new ArrayList<>();
        for (String value : row.replace(STAR, "").split(",", -1)) {
            values.add(quantity(value.strip()));
        }
        return values;
    }

    private static Quantity quantity(String text) {
        return Quantity.parse(text)
                .value()
                .orElseThrow(() -> new KpiUsageException("an example cannot be read at " + text));
    }
}
