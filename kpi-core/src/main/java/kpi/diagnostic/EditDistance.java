package kpi.diagnostic;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;

/**
 * How many changes lie between two sequences: one element changed, added or left out, or two neighbours exchanged, no
 * element touched twice (the optimal string alignment distance).
 */
final class EditDistance {
    private EditDistance() {}

    /** One step from one sequence to the other; never both sides empty. */
    record Change(OptionalInt before, OptionalInt after) {}

    /**
     * The number of changes if it is at most the bound, otherwise the bound plus 1. Only a band of the table is
     * computed: the cost is the length times the bound.
     */
    static int atMost(int bound, int[] one, int[] other) {
        int far = bound + 1;
        if (Math.abs(one.length - other.length) > bound) {
            return far;
        }
        int[] beforeLast = new int[other.length + 2];
        int[] last = new int[other.length + 2];
        int[] row = new int[other.length + 2];
        for (int j = 0; j < last.length; j++) {
            last[j] = Math.min(j, far);
        }
        for (int i = 1; i <= one.length; i++) {
            int first = Math.max(1, i - bound);
            int end = Math.min(other.length, i + bound);
            row[first - 1] = first == 1 ? Math.min(i, far) : far;
            row[end + 1] = far;
            for (int j = first; j <= end; j++) {
                int best = Math.min(last[j - 1] + cost(one[i - 1], other[j - 1]), Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) {
                    best = Math.min(best, beforeLast[j - 2] + 1);
                }
                row[j] = Math.min(best, far);
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[other.length];
    }

    /** Fewest single changes, in order; an exchange of neighbours counts as two. */
    static List<Change> changes(int[] one, int[] other) {
        int[][] table = new int[one.length + 1][other.length + 1];
        for (int i = 0; i <= one.length; i++) {
            for (int j = 0; j <= other.length; j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                } else {
                    table[i][j] = Math.min(
                            table[i - 1][j - 1] + cost(one[i - 1], other[j - 1]),
                            Math.min(table[i - 1][j], table[i][j - 1]) + 1);
                }
            }
        }
        Deque<Change> changes = new ArrayDeque<>();
        int i = one.length;
        int j = other.length;
        while (i > 0 || j > 0) {
            if (i > 0 && j > 0 && table[i][j] == table[i - 1][j - 1] + cost(one[i - 1], other[j - 1])) {
                i--;
                j--;
                if (one[i] != other[j]) {
                    changes.addFirst(new Change(OptionalInt.of(one[i]), OptionalInt.of(other[j])));
                }
            } else if (i > 0 && table[i][j] == table[i - 1][j] + 1) {
                i--;
                changes.addFirst(new Change(OptionalInt.of(one[i]), OptionalInt.empty()));
            } else {
                j--;
                changes.addFirst(new Change(OptionalInt.empty(), OptionalInt.of(other[j])));
            }
        }
        return List.copyOf(changes);
    }

    private static int cost(int one, int other) {
        return one == other ? 0 : 1;
    }
}
