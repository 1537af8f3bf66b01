package kpi.engine.columnar;

import java.util.Arrays;

/** A growing list of longs. */
final class Longs {
    private long[] values = new long[0];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.max(64, size + (size >> 1)));
        }
        values[size++] = value;
    }

    void addAll(Longs other) {
        if (size + other.size > values.length) {
            values = Arrays.copyOf(values, size + other.size);
        }
        System.arraycopy(other.values, 0, values, size, other.size);
        size += other.size;
    }

    int size() {
        return size;
    }

    long get(int index) {
        return values[index];
    }
}
