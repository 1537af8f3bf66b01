package kpi.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StopSignalTest {
    @Test
    void asksOnceInSoManySteps() {
        AtomicInteger asked = new AtomicInteger();
        StopSignal stop = StopSignal.of(() -> asked.incrementAndGet() < 0);
        for (int i = 0; i < 10 * StopSignal.STEPS; i++) {
            stop.step();
        }
        assertEquals(10, asked.get());
        stop.steps(StopSignal.STEPS);
        assertEquals(11, asked.get());
    }

    @Test
    void endsTheWorkOnceTheHostSaysSo() {
        AtomicInteger asked = new AtomicInteger();
        StopSignal stop = StopSignal.of(() -> asked.incrementAndGet() > 2);
        stop.ask();
        stop.ask();
        assertThrows(KpiCancelledException.class, stop::ask);
    }
}
