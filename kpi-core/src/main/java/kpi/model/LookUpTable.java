package kpi.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kpi.number.Exact;
import kpi.source.Span;
import kpi.unit.KpiUnit;
import kpi.value.Type;

/**
 * A table that formulas look values up in: by exact keys, by bands of numbers, or the first row that matches. Its rows are
 * written in the text, or are those of a dataset of its name. Compared by identity.
 */
public final class LookUpTable {
    /** How a row is found. */
    public enum Matching {
        /** Every key is equal. */
        EXACT,
        /** The first row of which every key is equal, in a range, or anything. */
        FIRST,
        /** The last key lies in a range, the others are equal; ranges meet and do not overlap. */
        BANDS
    }

    /**
     * A key.
     *
     * @param unit of a number
     */
    public record Key(String name, Type type, Optional<KpiUnit> unit) {
        public Key {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(unit, "unit");
        }
    }

    /** How far apart bands meet that are printed in steps: 0.1, or what another table says for some of the keys. */
    public record Step(Optional<Exact> fixed, Optional<LookUpTable> table, List<Integer> keys) {
        public Step {
            keys = List.copyOf(keys);
            if (fixed.isPresent() == table.isPresent()) {
                throw new IllTypedException("a step is a number or looked up");
            }
        }
    }

    private final String name;
    private final Matching matching;
    private final List<Key> keys;
    private final Optional<Step> step;
    private final Key value;
    private final Optional<LookUpIndex> index;
    private final Span span;

    public LookUpTable(
            String name,
            Matching matching,
            List<Key> keys,
            Optional<Step> step,
            Key value,
            Optional<List<LookUpRow>> rows,
            Span span) {
        this.name = Objects.requireNonNull(name, "name");
        this.matching = Objects.requireNonNull(matching, "matching");
        this.keys = List.copyOf(keys);
        this.step = Objects.requireNonNull(step, "step");
        this.value = Objects.requireNonNull(value, "value");
        this.span = Objects.requireNonNull(span, "span");
        if (keys.isEmpty()) {
            throw new IllTypedException("a look-up table has a key");
        }
        this.index = rows.map(written -> new LookUpIndex(matching, written));
    }

    public String name() {
        return name;
    }

    public Matching matching() {
        return matching;
    }

    public List<Key> keys() {
        return keys;
    }

    /** Whether the cells of a key are ranges of numbers. */
    public boolean isRanged(int key) {
        return switch (matching) {
            case EXACT -> false;
            case FIRST -> keys.get(key).unit().isPresent();
            case BANDS -> key == keys.size() - 1;
        };
    }

    public Optional<Step> step() {
        return step;
    }

    /** The column that is looked up. */
    public Key value() {
        return value;
    }

    /** The rows, where the text holds them; empty where they are those of a dataset. */
    public Optional<LookUpIndex> index() {
        return index;
    }

    public Span span() {
        return span;
    }

    /** For people: the name, and the rows where the text writes them. */
    @Override
    public String toString() {
        return name + index.map(LookUpIndex::rows).map(List::toString).orElse("");
    }
}
