package kpi.score;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kpi.model.CardNode;

/** Where on the scorecard a KPI stands: its perspective's name, its objective's id and name. */
record CardPlace(Optional<String> perspective, Optional<String> objective, Optional<String> objectiveName) {
    static final CardPlace NOWHERE = new CardPlace(Optional.empty(), Optional.empty(), Optional.empty());

    static Map<String, CardPlace> of(CardNode root) {
        Map<String, CardPlace> places = new HashMap<>();
        NOWHERE.collect(root, places);
        return places;
    }

    private void collect(CardNode node, Map<String, CardPlace> places) {
        CardPlace here = switch (node.kind()) {
            case SCORECARD -> this;
            case PERSPECTIVE -> new CardPlace(Optional.of(node.name()), objective, objectiveName);
            case OBJECTIVE -> new CardPlace(perspective, Optional.of(node.id()), Optional.of(node.name()));
        };
        node.kpis().forEach(kpi -> places.putIfAbsent(kpi, here));
        node.children().forEach(child -> here.collect(child, places));
    }
}
