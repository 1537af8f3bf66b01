package kpi.diagnostic;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** How many changes lie between two sequences: a change of one, one more, one less, or two neighbours exchanged. */
final class EditDistance {
    private EditDistance() {}

    /**
     * The number of changes if it is at most the bound, otherwise some number above the bound. Only a band of the table
     * is computed, so the cost is the length times the bound. (The optimal string alignment distance.)
     */
    static int atMost(int bound, int[] one, int[] other) {
        if (Math.abs(one.length - other.length) > bound) {
            return bound + 1;
        }
        int far = bound + 1;
        int[] beforeLast = new int[other.length + 1];
        int[] last = new int[other.length + 1];
        int[] row = new int[other.length + 1];
        for (int j = 0; j <= other.length; j++) {
            last[j] = Math.min(j, far);
        }
        for (int i = 1; i <= one.length; i++) {
            Arrays.fill(row, far);
            row[0] = Math.min(i, far);
            int smallest = row[0];
            for (int j = Math.max(1, i - bound); j <= Math.min(other.length, i + bound); j++) {
                int changed = last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                int best = Math.min(changed, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) {
                    best = Math.min(best, beforeLast[j - 2] + 1);
                }
                row[j] = Math.min(best, far);
                smallest = Math.min(smallest, row[j]);
            }
            if (smallest == far) {
                return far;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[other.length];
    }

    /** The changes in order, as pairs of old and new; -1 where there is none. */
    static List<int[]> differences(int[] one, int[] other) {
        int[][] table = new int[one.length + 1][other.length + 1];
        for (int i = 0; i <= one.length; i++) {
            for (int j = 0; j <= other.length; j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                } else {
                    int changed = table[i - 1][j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                    table[i][j] = Math.min(changed, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
                }
            }
        }
        Deque<int[]> found = new ArrayDeque<>();
        int i = one.length;
        int j = other.length;
        while (i > 0 || j > 0) {
            if (i > 0 && j > 0 && table[i][j] == table[i - 1][j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1)) {
                i--;
                j--;
                if (one[i] != other[j]) {
                    found.addFirst(new int[] {one[i], other[j]});
                }
            } else if (i > 0 && table[i][j] == table[i - 1][j] + 1) {
                found.addFirst(new int[] {one[--i], -1});
            } else {
                found.addFirst(new int[] {-1, other[--j]});
            }
        }
        return List.copyOf(found);
    }
}
