package kpi.engine.columnar;

import java.util.Arrays;
import java.util.Optional;

/** What one ask has gathered, cell by cell. For one thread; tallies of the same plan merge in any order. */
final class Tally {
    private static final int NO_ROW = Integer.MAX_VALUE;

    final long[] count;
    final long[] least;
    final long[] most;
    final Optional<Total> sum;
    final Optional<Total> second;
    final Optional<Seen> seen;
    final Longs values = new Longs();
    final Longs seconds = new Longs();
    /** The cell of each value, where there are cells. */
    final Longs cells = new Longs();
    /** Where there are cells, and rows may be skipped. */
    final Optional<Skipped> skippedBy;

    long skipped;
    int firstSkipped = NO_ROW;

    Tally(int cells, Optional<Total> sum, Optional<Total> second, Optional<Seen> seen) {
        this(cells, sum, second, seen, Optional.empty());
    }

    Tally(int cells, Optional<Total> sum, Optional<Total> second, Optional<Seen> seen, Optional<Skipped> skippedBy) {
        this.skippedBy = skippedBy;
        this.count = new long[cells];
        this.least = new long[cells];
        this.most = new long[cells];
        Arrays.fill(least, Long.MAX_VALUE);
        Arrays.fill(most, Long.MIN_VALUE);
        this.sum = sum;
        this.second = second;
        this.seen = seen;
    }

    /** The first row that was skipped, if one was. */
    Optional<Integer> skippedFirst() {
        return firstSkipped == NO_ROW ? Optional.empty() : Optional.of(firstSkipped);
    }

    void merge(Tally other) {
        for (int i = 0; i < count.length; i++) {
            count[i] += other.count[i];
            least[i] = Math.min(least[i], other.least[i]);
            most[i] = Math.max(most[i], other.most[i]);
        }
        sum.ifPresent(total -> total.merge(other.sum.orElseThrow()));
        second.ifPresent(total -> total.merge(other.second.orElseThrow()));
        seen.ifPresent(mine -> mine.merge(other.seen.orElseThrow()));
        values.addAll(other.values);
        seconds.addAll(other.seconds);
        cells.addAll(other.cells);
        skippedBy.ifPresent(mine -> mine.merge(other.skippedBy.orElseThrow()));
        skipped += other.skipped;
        firstSkipped = Math.min(firstSkipped, other.firstSkipped);
    }
}
