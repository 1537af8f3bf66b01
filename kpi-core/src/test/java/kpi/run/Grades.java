package kpi.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.model.Facet;
import kpi.model.GradeRule;
import kpi.unit.Units;

/** Grades by attainment from texts such as {@code 優 [90% } and {@code 可 [60% 90%}: a bracket includes an end. */
final class Grades {
    private Grades() {}

    static GradeRule of(String... bands) {
        List<GradeRule.Band> all = new ArrayList<>();
        for (String band : bands) {
            String[] parts = band.split(" ", -1);
            all.add(new GradeRule.Band(parts[0], edge(parts[1], "["), edge(parts[2], "]")));
        }
        return new GradeRule(Card.span("等級"), Facet.ATTAINMENT, all);
    }

    private static Optional<GradeRule.Edge> edge(String text, String inclusive) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String figure = text.replace(inclusive, "");
        return Optional.of(new GradeRule.Edge(
                Card.printed(figure, Units.PERCENT).quantity().canonical(), text.contains(inclusive)));
    }
}
