package kpi.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kpi.diagnostic.StopSignal;
import kpi.engine.columnar.Groups;
import kpi.value.Value;

/** The groups that rows of a dataset fall into by the values of some columns, found by these values. */
final class Grouping {
    private final TableView view;
    private final List<String> columns;
    private final Groups groups;
    private final Map<List<Object>, Integer> numbers = new HashMap<>();

    private Grouping(TableView view, List<String> columns, Groups groups, StopSignal stop) {
        this.view = view;
        this.columns = columns;
        this.groups = groups;
        for (int group = 0; group < groups.count(); group++) {
            stop.step();
            if (groups.size(group) > 0) {
                numbers.put(RowKeys.of(List.copyOf(values(group).values())), group);
            }
        }
    }

    /** Empty where rows must be told apart one by one. */
    static Optional<Grouping> of(TableView view, List<String> columns, StopSignal stop) {
        return Groups.of(view.table(), columns, view.words(), view.isWhole(), stop)
                .map(groups -> new Grouping(view, List.copyOf(columns), groups, stop));
    }

    Groups groups() {
        return groups;
    }

    /** The number of the group that has these values; empty if no row has them. */
    Optional<Integer> number(List<Object> keys) {
        return Optional.ofNullable(numbers.get(keys));
    }

    /** The values of each group, in the order in which rows meet them. */
    List<Map<String, Value>> inOrder(StopSignal stop) {
        List<Map<String, Value>> found = new ArrayList<>();
        IntStream.range(0, groups.count())
                .filter(group -> groups.size(group) > 0)
                .boxed()
                .sorted(Comparator.comparingInt(groups::first))
                .forEach(group -> {
                    stop.step();
                    found.add(values(group));
                });
        return found;
    }

    private Map<String, Value> values(int group) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (String column : columns) {
            values.put(column, view.table().column(column).value(groups.first(group)));
        }
        return values;
    }
}
