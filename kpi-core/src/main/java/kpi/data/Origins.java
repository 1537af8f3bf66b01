package kpi.data;

import java.util.ArrayList;
import java.util.List;

/** Which file, query or host each row came from: runs of rows, in their order. */
final class Origins {
    private final List<Integer> starts;
    private final List<String> names;

    private Origins(List<Integer> starts, List<String> names) {
        this.starts = List.copyOf(starts);
        this.names = List.copyOf(names);
    }

    /** The origin of a row. */
    String of(int row) {
        int run = names.size() - 1;
        while (run > 0 && starts.get(run) > row) {
            run--;
        }
        return names.get(run);
    }

    /** All of them, as one would name them. */
    String all() {
        return String.join(", ", names);
    }

    /** Grows run by run. */
    static final class Builder {
        private final List<Integer> starts = new ArrayList<>();
        private final List<String> names = new ArrayList<>();

        /** Rows from this one on come from here. */
        void from(int row, String name) {
            starts.add(row);
            names.add(name);
        }

        String current() {
            return names.get(names.size() - 1);
        }

        Origins build() {
            return new Origins(starts, names);
        }
    }
}
