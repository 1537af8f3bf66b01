package kpi.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kpi.data.Rating;
import kpi.data.Table;
import kpi.engine.pieces.RowsState;
import kpi.model.InputDefinition;
import kpi.model.InputDefinition.Stated;
import kpi.source.Place;

/**
 * What a host brought, by name; what the text states itself is in the model. Immutable.
 *
 * @param inputs data for inputs, in the order they were given
 * @param actuals reported actuals by the id of the KPI
 * @param tables rows by the name of the dataset
 * @param ratings judged scores
 * @param undatedRatings judged scores given without a period
 * @param pieces rows that were gathered in pieces, by the name of the dataset
 * @param reached milestones that are reported as reached, by where that is said
 */
public record FactBook(
        Map<InputKey, List<Stated>> inputs,
        Map<String, List<Stated>> actuals,
        Map<String, Table> tables,
        List<Rating> ratings,
        List<UndatedRating> undatedRatings,
        Map<String, InPieces> pieces,
        Map<Place, Set<String>> reached) {
    public FactBook {
        inputs = copy(inputs);
        actuals = copy(actuals);
        tables = Map.copyOf(tables);
        ratings = List.copyOf(ratings);
        undatedRatings = List.copyOf(undatedRatings);
        pieces = Map.copyOf(pieces);
        reached = Map.copyOf(reached);
    }

    /** The rows of a dataset that was given in pieces. */
    public record InPieces(TablePieces table, RowsState state) {
        public InPieces {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(state, "state");
        }
    }

    /** An input of one KPI. */
    public record InputKey(String kpi, String name) {
        public InputKey {
            Objects.requireNonNull(kpi, "kpi");
            Objects.requireNonNull(name, "name");
        }

        public static InputKey of(InputDefinition input) {
            return new InputKey(input.kpi(), input.name());
        }
    }

    public static FactBook empty() {
        return new FactBook(Map.of(), Map.of(), Map.of(), List.of(), List.of(), Map.of(), Map.of());
    }

    /** What the text and the host say about an input. */
    List<Stated> about(InputDefinition input) {
        return joined(input.stated(), inputs.getOrDefault(InputKey.of(input), List.of()));
    }

    List<Stated> reported(String kpi, List<Stated> stated) {
        return joined(stated, actuals.getOrDefault(kpi, List.of()));
    }

    private static List<Stated> joined(List<Stated> first, List<Stated> second) {
        if (second.isEmpty()) {
            return first;
        }
        List<Stated> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static <K> Map<K, List<Stated>> copy(Map<K, List<Stated>> source) {
        Map<K, List<Stated>> copy = new LinkedHashMap<>();
        source.forEach((key, data) -> copy.put(key, List.copyOf(data)));
        return Collections.unmodifiableMap(copy);
    }
}
