package kpi.model;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kpi.number.Exact;
import kpi.value.NumberRange;
import kpi.value.Quantity;
import kpi.value.Text;
import kpi.value.Value;

/**
 * The rows of a look-up table, found by their keys: an exact key by hashing, a band by halving. Texts are equal code point by
 * code point after NFC.
 */
public final class LookUpIndex {
    private final LookUpTable.Matching matching;
    private final List<LookUpRow> rows;
    private final Map<List<Object>, LookUpRow> exact = new HashMap<>();
    private final Map<List<Object>, List<LookUpRow>> groups = new LinkedHashMap<>();

    public LookUpIndex(LookUpTable.Matching matching, List<LookUpRow> rows) {
        this.matching = matching;
        this.rows = List.copyOf(rows);
        if (matching == LookUpTable.Matching.FIRST) {
            return;
        }
        for (LookUpRow row : rows) {
            if (matching == LookUpTable.Matching.EXACT) {
                exact.putIfAbsent(keys(row, row.keys().size()), row);
            }
            // The points of an exact table are kept in order too: a number between two of them may be interpolated.
            if (range(row).isPresent()) {
                groups.computeIfAbsent(keys(row, row.keys().size() - 1), any -> new ArrayList<>())
                        .add(row);
            }
        }
        groups.values().forEach(group -> group.sort(BY_LOW_END));
    }

    static final Comparator<LookUpRow> BY_LOW_END = Comparator.comparing(
                    (LookUpRow row) -> range(row).orElseThrow().low().isPresent())
            .thenComparing(row -> range(row).orElseThrow().low().orElse(Exact.ZERO))
            .thenComparing(row -> !range(row).orElseThrow().lowIn());

    public List<LookUpRow> rows() {
        return rows;
    }

    /** The row for these keys. */
    public Optional<LookUpRow> find(List<? extends Value> keys) {
        return switch (matching) {
            case EXACT -> Optional.ofNullable(exact.get(normal(keys, keys.size())));
            case FIRST -> rows.stream().filter(row -> matches(row, keys)).findFirst();
            case BANDS ->
                figure(keys)
                        .flatMap(value -> at(group(keys), value)
                                .filter(row -> range(row).orElseThrow().contains(value)));
        };
    }

    /** The last band, for a number above all bands. */
    public Optional<LookUpRow> last(List<? extends Value> keys) {
        List<LookUpRow> group = group(keys);
        if (group.isEmpty()) {
            return Optional.empty();
        }
        LookUpRow last = group.get(group.size() - 1);
        return figure(keys).filter(range(last).orElseThrow()::isAbove).map(above -> last);
    }

    /** The last row of which no number is above the value; empty if all are. */
    private static Optional<LookUpRow> at(List<LookUpRow> group, Exact value) {
        int low = 0;
        int high = group.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (range(group.get(middle)).orElseThrow().isBelow(value)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low == 0 ? Optional.empty() : Optional.of(group.get(low - 1));
    }

    private List<LookUpRow> group(List<? extends Value> keys) {
        return groups.getOrDefault(normal(keys, keys.size() - 1), List.of());
    }

    /** Two numbers and what they become, between which others are found in proportion. */
    public record Segment(Exact from, Exact to, Exact fromValue, Exact toValue) {
        public Exact at(Exact value) {
            return from.equals(to)
                    ? fromValue
                    : toValue.minus(fromValue)
                            .times(value.minus(from))
                            .dividedBy(to.minus(from))
                            .plus(fromValue);
        }
    }

    /**
     * The segment on which a number lies; with {@code extended} also the last one, for numbers above it.
     *
     * @return empty outside all rows
     */
    public Optional<Segment> segment(List<? extends Value> keys, boolean extended) {
        Optional<Exact> figure = figure(keys);
        List<LookUpRow> group = group(keys);
        if (figure.isEmpty() || group.isEmpty()) {
            return Optional.empty();
        }
        Exact value = figure.get();
        Optional<LookUpRow> found = at(group, value);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        int index = group.indexOf(found.get());
        boolean inside = range(found.get()).orElseThrow().contains(value);
        boolean last = index == group.size() - 1;
        if (matching == LookUpTable.Matching.BANDS) {
            return inside || last && extended ? Optional.of(segment(found.get())) : Optional.empty();
        }
        if (inside && last) {
            return Optional.of(segment(found.get()));
        }
        if (!last) {
            return Optional.of(between(found.get(), group.get(index + 1)));
        }
        return extended && index > 0 ? Optional.of(between(group.get(index - 1), found.get())) : Optional.empty();
    }

    private static Segment between(LookUpRow one, LookUpRow other) {
        return new Segment(
                range(one).orElseThrow().low().orElseThrow(),
                range(other).orElseThrow().low().orElseThrow(),
                number(one.low()),
                number(other.low()));
    }

    private static Segment segment(LookUpRow row) {
        NumberRange range = range(row).orElseThrow();
        Exact from = range.low().or(range::high).orElse(Exact.ZERO);
        Exact to = range.high().or(range::low).orElse(Exact.ZERO);
        return new Segment(from, to, number(row.low()), number(row.high()));
    }

    private static Exact number(Value value) {
        return ((Quantity) value).canonical();
    }

    private static Optional<Exact> figure(List<? extends Value> keys) {
        return keys.get(keys.size() - 1) instanceof Quantity quantity
                ? Optional.of(quantity.canonical())
                : Optional.empty();
    }

    /** The numbers its last key may be. */
    static Optional<NumberRange> range(LookUpRow row) {
        LookUpRow.Cell last = row.keys().get(row.keys().size() - 1);
        return last.within()
                .or(() ->
                        last.exactly().filter(Quantity.class::isInstance).map(value -> NumberRange.of(number(value))));
    }

    private static boolean matches(LookUpRow row, List<? extends Value> keys) {
        for (int i = 0; i < keys.size(); i++) {
            LookUpRow.Cell cell = row.keys().get(i);
            Object key = normal(keys.get(i));
            boolean equal =
                    cell.exactly().map(value -> normal(value).equals(key)).orElse(true);
            boolean inside = cell.within()
                    .map(range -> key instanceof Exact number && range.contains(number))
                    .orElse(true);
            if (!equal || !inside) {
                return false;
            }
        }
        return true;
    }

    static List<Object> keys(LookUpRow row, int count) {
        return row.keys().stream()
                .limit(count)
                .map(cell -> cell.exactly().map(LookUpIndex::normal).orElse(""))
                .toList();
    }

    private static List<Object> normal(List<? extends Value> keys, int count) {
        Function<Value, Object> normal = LookUpIndex::normal;
        List<Object> result = new ArrayList<>();
        keys.stream().limit(count).forEach(key -> result.add(normal.apply(key)));
        return result;
    }

    static Object normal(Value value) {
        if (value instanceof Quantity quantity) {
            return quantity.canonical();
        }
        return value instanceof Text text ? Normalizer.normalize(text.text(), Normalizer.Form.NFC) : value;
    }
}
