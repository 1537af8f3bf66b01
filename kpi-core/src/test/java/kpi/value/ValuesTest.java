package kpi.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.diagnostic.Texts;
import kpi.number.Exact;
import kpi.unit.Units;
import org.junit.jupiter.api.Test;

class ValuesTest {
    @Test
    void everyCodeHasItsTextsInBothLanguages() {
        assertEquals(List.of(), Texts.missing(ValueCode.values()));
    }

    @Test
    void absencesAreNamed() {
        assertEquals(
                List.of("未填報", "不適用", "無", "無意義", "尚未發布"),
                Arrays.stream(Absence.values()).map(a -> a.in(Language.ZH_TW)).toList());
        assertEquals(
                List.of("not reported", "not applicable", "none", "meaningless", "not yet released"),
                Arrays.stream(Absence.values()).map(a -> a.in(Language.EN)).toList());
    }

    @Test
    void truthIsSaidInWords() {
        assertEquals(Truth.TRUE, Truth.of(true));
        assertEquals(Truth.FALSE, Truth.of(false));
        assertTrue(Truth.TRUE.isTrue());
        assertFalse(Truth.FALSE.isTrue());
        assertEquals("是", Truth.TRUE.display(Language.ZH_TW));
        assertEquals("否", Truth.FALSE.display(Language.ZH_TW));
        assertEquals("yes", Truth.TRUE.display(Language.EN));
        assertEquals("no", Truth.FALSE.display(Language.EN));
    }

    @Test
    void aTextIsShownAsItStands() {
        assertEquals(" 委營OT", new Text(" 委營OT").display(Language.EN));
    }

    @Test
    void aResolutionIsPositive() {
        Quantity one = Quantity.of("1", Units.NUMBER);
        assertThrows(KpiUsageException.class, () -> new PrintedQuantity(one, Exact.ZERO, "1"));
        assertThrows(KpiUsageException.class, () -> new PrintedQuantity(one, Exact.of(-1), "1"));
    }
}
