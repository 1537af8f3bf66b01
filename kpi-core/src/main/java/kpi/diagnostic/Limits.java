package kpi.diagnostic;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The limits in force. Immutable.
 *
 * <p>Example: {@code Limits.standard().with(Limit.NESTING, 50)}.
 */
public final class Limits {
    private static final Limits STANDARD = new Limits(Map.of());

    /** Only what differs from the standard value. */
    private final Map<Limit, Long> chosen;

    private Limits(Map<Limit, Long> chosen) {
        this.chosen = chosen;
    }

    /** Every limit at its standard value. */
    public static Limits standard() {
        return STANDARD;
    }

    /**
     * These limits with one of them changed.
     *
     * @throws KpiUsageException if the value is below 1
     */
    public Limits with(Limit limit, long value) {
        Objects.requireNonNull(limit, "limit");
        if (value < 1) {
            throw new KpiUsageException("limit " + limit.id() + " must be at least 1, not " + value);
        }
        EnumMap<Limit, Long> changed = new EnumMap<>(Limit.class);
        changed.putAll(chosen);
        changed.put(limit, value);
        return new Limits(Collections.unmodifiableMap(changed));
    }

    /** The value in force. */
    public long get(Limit limit) {
        Long value = chosen.get(limit);
        return value != null ? value : limit.standard();
    }

    /** The value in force as a size of something in memory: none is larger than the largest int. */
    public int size(Limit limit) {
        return (int) Math.min(Integer.MAX_VALUE, get(limit));
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Limits that)) {
            return false;
        }
        for (Limit limit : Limit.values()) {
            if (get(limit) != that.get(limit)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (Limit limit : Limit.values()) {
            hash = 31 * hash + Long.hashCode(get(limit));
        }
        return hash;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Limits[");
        for (Limit limit : Limit.values()) {
            text.append(limit.ordinal() == 0 ? "" : ", ")
                    .append(limit.id())
                    .append(' ')
                    .append(get(limit));
        }
        return text.append(']').toString();
    }
}
