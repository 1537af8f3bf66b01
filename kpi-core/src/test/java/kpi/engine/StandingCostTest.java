package kpi.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kpi.function.RowChoice;
import kpi.function.RowFunction;
import kpi.function.RowFunctions;
import kpi.function.RowOptions;
import kpi.function.RowParameter;
import kpi.model.Aggregate;
import kpi.model.Aggregation;
import kpi.model.Facet;
import kpi.model.GroupKey;
import kpi.model.JoinedFigure;
import kpi.model.KpiPart;
import kpi.model.RowFigure;
import kpi.model.Standing;
import kpi.model.Term;
import kpi.source.Place;
import kpi.source.Source;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.Text;
import kpi.value.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often figures are read to say how each of many groups stands among all of them. */
class StandingCostTest {
    private static final int GROUPS = 20_000;
    private static final Span SPAN = Source.of("a.kpi", "standing").span(0, 8);
    private static final Type NUMBER = Type.measure(Dimension.NUMBER);

    /** Groups with different figures, in no order. */
    private static final class Groups implements RowView {
        private long reads;

        @Override
        public String name() {
            return "K";
        }

        @Override
        public int[] rows() {
            return IntStream.range(0, GROUPS).toArray();
        }

        @Override
        public boolean has(String column) {
            return column.equals("區");
        }

        @Override
        public Outcome cell(int row, String column) {
            reads++;
            return Outcome.of(new Text("區" + row));
        }

        @Override
        public Optional<KpiUnit> unit(String column) {
            return Optional.empty();
        }

        @Override
        public Place place(int row) {
            return Place.cell("K", "", row + 1L, "區", "");
        }

        @Override
        public Provenance provenance() {
            return Provenance.exact();
        }

        @Override
        public boolean hasFigures() {
            return true;
        }

        @Override
        public Outcome figure(int row, KpiPart part) {
            reads++;
            return Outcome.of(Quantity.of(Integer.toString(value(row)), Units.NUMBER));
        }
    }

    /** Each of 1 to 20,000 once: 7,919 has no factor in common with 20,000. */
    private static int value(int row) {
        return (int) (row * 7_919L % GROUPS) + 1;
    }

    private static Aggregate first(String name) {
        RowFunction function = RowFunctions.find(name).orElseThrow();
        List<RowChoice> choices = function.parameters().stream()
                .filter(RowParameter.Named.class::isInstance)
                .map(parameter -> ((RowParameter.Named) parameter).choices().get(0))
                .toList();
        return new Aggregate(function, new RowOptions(List.of(), choices), Optional.empty());
    }

    private static Standing standing(String function) {
        Term figure = new RowFigure(SPAN, "K", KpiPart.ACTUAL, NUMBER);
        Aggregation rows = new Aggregation(SPAN, first(function), "K", Optional.empty(), Optional.of(figure), NUMBER);
        Term own = new JoinedFigure(
                SPAN, "K", KpiPart.ACTUAL, List.of("區"), List.of(new GroupKey(SPAN, "區", Type.TEXT)), NUMBER);
        return new Standing(SPAN, rows, Optional.empty(), own);
    }

    private static FigureSource figures(RowView view) {
        return new FigureSource() {
            @Override
            public Outcome figure(String kpi, Facet facet) {
                throw new IllegalStateException(kpi);
            }

            @Override
            public Outcome own(Facet facet) {
                throw new IllegalStateException(facet.name());
            }

            @Override
            public Optional<KpiRows> rows(String kpi) {
                return Optional.of(new KpiRows.Rows(view));
            }
        };
    }

    private static Map<Integer, Outcome> everyGroup(Standing standing, Groups view) {
        RowCache cache = new RowCache();
        Map<Integer, Outcome> found = new LinkedHashMap<>();
        for (int row = 0; row < GROUPS; row++) {
            Scope scope = Scope.builder(World.Y109)
                    .figures(figures(view))
                    .group(Map.of("區", new Text("區" + row)))
                    .rows(cache)
                    .build();
            found.put(row, ReferenceEngine.evaluate(standing, scope));
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"rank", "percentile rank", "share of total", "z score", "min max", "distance to best"})
    void aFigureIsReadAFewTimesHoweverManyGroupsThereAre(String function) {
        Groups view = new Groups();
        Map<Integer, Outcome> found = everyGroup(standing(function), view);
        assertTrue(
                found.values().stream().allMatch(outcome -> outcome.quantity().isPresent()), function);
        assertTrue(view.reads <= 5L * GROUPS, () -> function + " reads " + view.reads);
    }

    @Test
    void andTheRankIsThatOfEachGroup() {
        everyGroup(standing("rank"), new Groups())
                .forEach((row, rank) -> assertEquals(Integer.toString(GROUPS + 1 - value(row)), World.shown(rank)));
    }
}
