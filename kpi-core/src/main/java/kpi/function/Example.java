package kpi.function;

import java.util.ArrayList;
import java.util.List;
import kpi.diagnostic.KpiUsageException;
import kpi.value.Quantity;
import kpi.value.Text;
import kpi.value.Truth;
import kpi.value.Value;

/**
 * A worked call of a function: {@code round(2.345, 2)} is {@code 2.35}. The text is the example; the values are read from
 * it.
 *
 * @param call as a formula writes it; arguments are single literals, parted by a comma and a space
 * @param result the value it has, as a literal
 */
public record Example(String call, String result, List<Value> arguments, Value value) {
    public Example {
        arguments = List.copyOf(arguments);
    }

    /** Reads the literals; {@link KpiUsageException} if one of them is none. */
    public static Example of(String call, String result) {
        int open = call.indexOf('(');
        if (open < 1 || !call.endsWith(")")) {
            throw new KpiUsageException("an example is a call, not " + call);
        }
        List<Value> arguments = new ArrayList<>();
        for (String argument : call.substring(open + 1, call.length() - 1).split(", ", -1)) {
            arguments.add(literal(argument.strip()));
        }
        return new Example(call, result, arguments, literal(result));
    }

    private static Value literal(String text) {
        if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
            return new Text(text.substring(1, text.length() - 1));
        }
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true") ? Truth.TRUE : Truth.FALSE;
        }
        return Quantity.parse(text)
                .value()
                .orElseThrow(() -> new KpiUsageException("an example cannot be read at " + text));
    }
}
