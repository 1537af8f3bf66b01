package kpi.result;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A KPI at each of its rows or groups, in the order of the rows, or in which the groups were met.
 *
 * <p>Immutable, shareable by threads. The results are built when they are asked for, and a row's figure is explained when its
 * explanation is asked for, by evaluating the row again; so a result with groups refers to the facts until it is {@link
 * ScorecardResult#detached}.
 */
public final class Groups {
    private final Shape shape;
    private final int size;
    private final IntFunction<KpiResult> results;
    private final IntFunction<KpiResult> unexplained;

    /**
     * What rows may have, as the rule says, whatever the data.
     *
     * @param keyColumns the columns that tell rows or groups apart
     * @param ranked whether there are ranks
     * @param graded whether there are grades
     * @param withAttainment whether there is a method of attainment
     * @param published whether a column prints figures to hold the actuals against
     */
    public record Shape(
            List<String> keyColumns,
            boolean ranked,
            boolean graded,
            boolean lit,
            boolean withAttainment,
            boolean published) {
        public Shape {
            keyColumns = List.copyOf(keyColumns);
        }
    }

    /**
     * @param results a result by its number from 0
     * @param unexplained the same, without what refers to facts
     */
    public Groups(Shape shape, int size, IntFunction<KpiResult> results, IntFunction<KpiResult> unexplained) {
        this.shape = Objects.requireNonNull(shape, "shape");
        this.size = size;
        this.results = Objects.requireNonNull(results, "results");
        this.unexplained = Objects.requireNonNull(unexplained, "unexplained");
    }

    /** The columns that tell rows or groups apart: the keys of {@link KpiResult#keys}. */
    public List<String> keyColumns() {
        return shape.keyColumns();
    }

    /** What rows may have. */
    public Shape shape() {
        return shape;
    }

    public long size() {
        return size;
    }

    /** The result of each row or group. */
    public Stream<KpiResult> stream() {
        return IntStream.range(0, size).mapToObj(results);
    }

    /** All of {@link #stream}. */
    public List<KpiResult> list() {
        return stream().toList();
    }

    /** By period, then by place, the unranked last; among equals in their order. */
    public Stream<KpiResult> ranked() {
        Comparator<KpiResult> byPlace = Comparator.comparing(KpiResult::period)
                .thenComparing(kpi -> kpi.rank().orElseThrow().place());
        return Stream.concat(
                stream().filter(kpi -> kpi.rank().isPresent()).sorted(byPlace),
                stream().filter(kpi -> kpi.rank().isEmpty()));
    }

    /** The same without any reference to facts, and so without explanations. */
    public Groups detached() {
        return new Groups(shape, size, unexplained, unexplained);
    }
}
