package kpi.engine.columnar;

import java.util.Arrays;
import java.util.Optional;

/** How many rows of each cell were skipped, and the first of them. For one thread. */
final class Skipped {
    private static final int NO_ROW = Integer.MAX_VALUE;

    private final int[] count;
    private final int[] first;

    Skipped(int cells) {
        count = new int[cells];
        first = new int[cells];
        Arrays.fill(first, NO_ROW);
    }

    void add(int cell, int row) {
        count[cell]++;
        first[cell] = Math.min(first[cell], row);
    }

    void merge(Skipped other) {
        for (int i = 0; i < count.length; i++) {
            count[i] += other.count[i];
            first[i] = Math.min(first[i], other.first[i]);
        }
    }

    int count(int cell) {
        return count[cell];
    }

    Optional<Integer> first(int cell) {
        return first[cell] == NO_ROW ? Optional.empty() : Optional.of(first[cell]);
    }
}
