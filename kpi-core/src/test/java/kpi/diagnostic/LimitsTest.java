package kpi.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LimitsTest {
    @Test
    void startsWithTheStandardValues() {
        assertEquals(100, Limits.standard().get(Limit.NESTING));
        assertEquals(20_000, Limits.standard().get(Limit.FORMULA_LENGTH));
        assertEquals(6_144, Limits.standard().get(Limit.EXPONENT));
    }

    @Test
    void changesOneLimitAndLeavesTheOriginalAlone() {
        Limits changed = Limits.standard().with(Limit.NESTING, 7);
        assertEquals(7, changed.get(Limit.NESTING));
        assertEquals(100, Limits.standard().get(Limit.NESTING));
        assertEquals(10_000, changed.get(Limit.NODES));
    }

    @Test
    void refusesALimitBelowOne() {
        KpiUsageException refusal =
                assertThrows(KpiUsageException.class, () -> Limits.standard().with(Limit.ROWS, 0));
        assertTrue(refusal.getMessage().contains("rows"));
    }

    @Test
    void comparesByValue() {
        Limits again = Limits.standard().with(Limit.NESTING, 7).with(Limit.NESTING, 100);
        assertEquals(Limits.standard(), again);
        assertEquals(Limits.standard().hashCode(), again.hashCode());
        assertNotEquals(Limits.standard(), Limits.standard().with(Limit.NESTING, 7));
    }
}
