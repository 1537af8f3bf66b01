package kpi.engine;

import static kpi.engine.ColumnsTest.many;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kpi.engine.columnar.Workers;
import kpi.model.Aggregation;
import kpi.model.PointItem;
import kpi.source.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A listener that wants to hear of the first rows hears of them, though the others are not walked. */
class ToldRowsTest {
    private static final ColumnChoice COLUMNS = ColumnChoice.always(Workers.ALONE);

    /** Hears of rows, but only of the first few. */
    private static final class FirstRows implements Listener {
        private final int most;
        private final List<String> heard = new ArrayList<>();

        FirstRows(int most) {
            this.most = most;
        }

        @Override
        public int mostRows() {
            return most;
        }

        @Override
        public void row(Aggregation term, int row, Place place, Outcome value) {
            heard.add(row + ": " + value);
        }

        @Override
        public void row(PointItem item, int row, Place place, Outcome value) {
            heard.add(item.label() + " " + row + ": " + value);
        }
    }

    /** The first rows are told as by row, though the others are not walked. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum{T: n where n > 2}",
                "count{T where n = 1}",
                "min{T: m where n < 3}",
                "sum{T: m where n < 3 and not isMissing(m)}",
                "sum{T: n where n = 1} + sum{T: n where n = 3}",
                "max{T: n where m = 20}"
            })
    void theFirstRowsAreTold(String formula) {
        String[] rows = IntStream.range(0, 3000)
                .mapToObj(i -> i % 7 + " | " + (i % 13 == 5 ? "" : i % 40))
                .toArray(String[]::new);
        for (int most : new int[] {1, 20, 100, 2000}) {
            FirstRows byRow = new FirstRows(most);
            Outcome expected = new World()
                    .table("T", "n: number, m: number", rows)
                    .listener(byRow)
                    .evaluate(formula);
            for (int threads : new int[] {1, 2}) {
                FirstRows first = new FirstRows(most);
                Outcome outcome = new World()
                        .table("T", "n: number, m: number", rows)
                        .columns(ColumnChoice.always(new Workers(threads, Optional.empty(), 1024)))
                        .listener(first)
                        .evaluate(formula);
                assertEquals(expected, outcome);
                if (formula.indexOf('{') == formula.lastIndexOf('{')) {
                    int told = Math.min(most, byRow.heard.size());
                    assertEquals(byRow.heard.subList(0, told), first.heard.subList(0, told));
                }
            }
        }
    }

    @Test
    void theFirstRowsOfALineOfPointsAreToldAndNoMore() {
        FirstRows first = new FirstRows(10);
        World world = many(5000).columns(COLUMNS).listener(first);
        new Points(world)
                .each(PointItem.Kind.ADD, "a", "T", "T.n > 3", "0.1分 * T.n", world.cap("0.5分"))
                .evaluate();
        assertEquals(10, first.heard.size());
        FirstRows byRow = new FirstRows(10);
        World walked = many(5000).listener(byRow);
        new Points(walked)
                .each(PointItem.Kind.ADD, "a", "T", "T.n > 3", "0.1分 * T.n", walked.cap("0.5分"))
                .evaluate();
        assertEquals(byRow.heard.subList(0, 10), first.heard);
    }
}
