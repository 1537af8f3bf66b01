package kpi.diagnostic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class EditDistanceTest {
    /** The whole table, without any care for its cost. */
    private static int reference(int[] one, int[] other) {
        int[][] table = new int[one.length + 1][other.length + 1];
        for (int i = 0; i <= one.length; i++) {
            for (int j = 0; j <= other.length; j++) {
                int best = i == 0 ? j : j == 0 ? i : Integer.MAX_VALUE;
                if (i > 0 && j > 0) {
                    int cost = one[i - 1] == other[j - 1] ? 0 : 1;
                    best = Math.min(table[i - 1][j - 1] + cost, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
                }
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) {
                    best = Math.min(best, table[i - 2][j - 2] + 1);
                }
                table[i][j] = best;
            }
        }
        return table[one.length][other.length];
    }

    @Property
    void agreesWithTheWholeTableUpToTheBound(
            @ForAll @Size(max = 9) List<@IntRange(min = 1, max = 3) Integer> one,
            @ForAll @Size(max = 9) List<@IntRange(min = 1, max = 3) Integer> other,
            @ForAll @IntRange(max = 5) int bound) {
        int[] left = array(one);
        int[] right = array(other);
        int expected = Math.min(reference(left, right), bound + 1);
        assertEquals(expected, EditDistance.atMost(bound, left, right));
        assertEquals(expected, EditDistance.atMost(bound, right, left));
    }

    @Property
    void changesLeadFromOneToTheOther(
            @ForAll @Size(max = 9) List<@IntRange(min = 1, max = 3) Integer> one,
            @ForAll @Size(max = 9) List<@IntRange(min = 1, max = 3) Integer> other) {
        List<EditDistance.Change> changes = EditDistance.changes(array(one), array(other));
        List<Integer> before = new ArrayList<>(one);
        List<Integer> after = new ArrayList<>(other);
        for (EditDistance.Change change : changes) {
            change.before().ifPresent(gone -> before.remove((Object) gone));
            change.after().ifPresent(added -> after.remove((Object) added));
        }
        before.sort(null);
        after.sort(null);
        assertEquals(before, after, "what is left is the same");
    }

    @Property
    void nothingChangesBetweenEquals(@ForAll @Size(max = 9) List<@IntRange(min = 1, max = 3) Integer> one) {
        assertEquals(List.of(), EditDistance.changes(array(one), array(one)));
        assertArrayEquals(array(one), array(new ArrayList<>(one)));
        assertEquals(0, EditDistance.atMost(0, array(one), array(one)));
    }

    private static int[] array(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
