package kpi.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kpi.diagnostic.KpiCancelledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The host may stop an evaluation. */
class StopTest {
    private static World rows(int count) {
        return new World()
                .table(
                        "T",
                        "n: number",
                        IntStream.range(0, count).mapToObj(i -> "1").toArray(String[]::new));
    }

    @Test
    void isAskedBeforeAnythingIsComputed() {
        assertThrows(
                KpiCancelledException.class, () -> new World().stop(() -> true).evaluate("1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"count{T}", "sum{T: n}", "sum{T: n where n = 1}"})
    void isAskedAtLeastEvery4096Rows(String formula) {
        AtomicInteger asked = new AtomicInteger();
        World world = rows(20_000).stop(() -> {
            asked.incrementAndGet();
            return false;
        });
        world.evaluate(formula);
        assertTrue(asked.get() >= 1 + 20_000 / 4096, "asked " + asked);
    }

    @Test
    void stopsInTheMiddle() {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger rows = new AtomicInteger();
        World world = rows(20_000).stop(() -> asked.incrementAndGet() > 2).listener(new Listener() {
            @Override
            public void row(kpi.model.Aggregation term, int row, kpi.source.Place place, Outcome value) {
                rows.incrementAndGet();
            }
        });
        assertThrows(KpiCancelledException.class, () -> world.evaluate("count{T}"));
        assertEquals(3, asked.get());
        assertTrue(rows.get() < 2 * 4096, "rows " + rows);
    }
}
