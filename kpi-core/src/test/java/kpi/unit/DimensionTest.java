package kpi.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.number.Exact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DimensionTest {
    private static final String LONG_NAME = "四十一字的名稱四十一字的名稱四十一字的名稱四十一字的名稱四十一字的名稱四十一字的名";

    @ParameterizedTest
    @CsvSource({
        "%, 百分比(%), percent (%)",
        "‰, 百分比(%), percent (%)",
        "百分點, 百分點, percentage points",
        "分, 分數(分), points (分)",
        "萬人, 計數(人), count (人)",
        "千元, 金額(元), money (元)",
        "公里, 長度(公尺), length (公尺)",
        "公頃, 面積(平方公尺), area (平方公尺)",
        "公斤, 質量(公斤), mass (公斤)",
        "小時, 時間(日), time (日)",
        "元/人, 複合單位(元/人), compound unit (元/人)",
        "1/元, 複合單位(1/元), compound unit (1/元)",
    })
    void hasANameForMessages(String word, String zh, String en) {
        Dimension dimension = UnitTable.standard().find(word).orElseThrow().dimension();
        assertEquals(zh, dimension.name(Language.ZH_TW));
        assertEquals(en, dimension.name(Language.EN));
    }

    @Test
    void numbersRatiosAndDeclaredUnitsToo() {
        assertEquals("數值", Dimension.NUMBER.name(Language.ZH_TW));
        assertEquals("number", Dimension.NUMBER.name(Language.EN));
        assertEquals("比率", Dimension.RATIO.name(Language.ZH_TW));
        assertEquals("ratio", Dimension.RATIO.name(Language.EN));
        assertEquals("", Dimension.RATIO.symbol());
        assertEquals("量(公噸)", Dimension.base("公噸").name(Language.ZH_TW));
        assertEquals("measure (公噸)", Dimension.base("公噸").name(Language.EN));
        assertEquals("體積(立方公尺)", physical(Map.of("公尺", 3), Map.of()).name(Language.ZH_TW));
    }

    @Test
    void compoundsAreSpelledBasesFirst() {
        assertEquals(
                "元·公斤²/公尺/日/人",
                physical(Map.of("元", 1, "公斤", 2, "公尺", -1, "日", -1), Map.of("人", -1))
                        .symbol());
        assertEquals("複合單位(公斤·日)", physical(Map.of("公斤", 1, "日", 1), Map.of()).name(Language.ZH_TW));
        assertEquals("複合單位(公斤²)", physical(Map.of("公斤", 2), Map.of()).name(Language.ZH_TW));
        assertEquals("複合單位(公斤/人)", physical(Map.of("公斤", 1), Map.of("人", -1)).name(Language.ZH_TW));
        assertEquals("1/平方公尺", physical(Map.of("公尺", -2), Map.of()).symbol());
        assertEquals("人⁹/元", physical(Map.of("元", -1), Map.of("人", 9)).symbol());
    }

    @Test
    void knowsMoney() {
        assertTrue(((Dimension.Physical) Dimension.money()).isMoney());
        assertFalse(((Dimension.Physical) Dimension.base("公斤")).isMoney());
        assertEquals(Dimension.money(), new Dimension.Physical(new TreeMap<>(Map.of("元", 1))));
    }

    @Test
    void refusesWhatIsNoDimension() {
        assertThrows(KpiUsageException.class, () -> physical(Map.of(), Map.of("人", 1)));
        assertThrows(KpiUsageException.class, () -> physical(Map.of("元", 0), Map.of()));
        assertThrows(KpiUsageException.class, () -> physical(Map.of("元", 1), Map.of("人", 0)));
        assertThrows(KpiUsageException.class, () -> physical(Map.of("公尺", 10), Map.of()));
        assertThrows(KpiUsageException.class, () -> physical(Map.of("公尺", -10), Map.of()));
        assertThrows(KpiUsageException.class, () -> physical(Map.of("公尺", Integer.MIN_VALUE), Map.of()));
        assertEquals("公尺⁹", physical(Map.of("公尺", 9), Map.of()).symbol());
        assertEquals("1/公尺⁹", physical(Map.of("公尺", -9), Map.of()).symbol());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", " 人", "人/日", "元·日", "公尺²", "3人", "人\n", "人\u202e", "\u3164", "\u115F", "-", "人,件", "人①",
                LONG_NAME
            })
    void refusesWhatIsNoName(String name) {
        assertThrows(KpiUsageException.class, () -> Dimension.count(name));
        assertThrows(KpiUsageException.class, () -> Dimension.base(name));
    }

    @Test
    void doesNotChangeWithTheMapItWasMadeOf() {
        SortedMap<String, Integer> powers = new TreeMap<>(Map.of("元", 1));
        Dimension.Physical money = new Dimension.Physical(powers);
        powers.put("日", -1);
        assertEquals(Dimension.money(), money);
        assertThrows(
                UnsupportedOperationException.class, () -> money.exponents().clear());
        assertThrows(UnsupportedOperationException.class, () -> money.labels().clear());
    }

    @Test
    void unitsAreEqualByDimensionScaleAndWord() {
        KpiUnit thousand = Units.NTD.scaledBy("千", Exact.of(1000));
        assertEquals(UnitTable.standard().find("千元").orElseThrow(), thousand);
        assertEquals(UnitTable.standard().find("千元").orElseThrow().hashCode(), thousand.hashCode());
        assertNotEquals(Units.NTD, thousand);
        assertNotEquals(KpiUnit.of(Dimension.money(), Exact.ONE, "圓"), Units.NTD);
        assertNotEquals(KpiUnit.of(Dimension.base("圓"), Exact.ONE, "元"), Units.NTD);
        assertNotEquals(Units.NTD, Units.NTD.dimension());
        assertEquals("千元", thousand.toString());
        assertEquals("number", Units.NUMBER.toString());
    }

    @Test
    void unitsNeedAPositiveScaleAndAWordThatCanFollowANumber() {
        assertThrows(KpiUsageException.class, () -> KpiUnit.of(Dimension.money(), Exact.ZERO, "元"));
        assertThrows(KpiUsageException.class, () -> KpiUnit.of(Dimension.money(), Exact.of(-1), "元"));
        for (String word : new String[] {"", " ", "5元", ".", "-元", "元 ", "％", "元\u0000", "元".repeat(201)}) {
            assertThrows(KpiUsageException.class, () -> KpiUnit.of(Dimension.money(), Exact.ONE, word), word);
        }
        assertEquals("", KpiUnit.of(Dimension.NUMBER, Exact.ONE, "").symbol());
        for (String word : new String[] {"$", "℃", "CO0", "CO9", "m²", "A/B", "fluid ounce", "NT$", "1/元"}) {
            assertEquals(word, KpiUnit.of(Dimension.money(), Exact.ONE, word).symbol());
        }
    }

    @Test
    void everyDimensionHasABasicUnit() {
        assertEquals(Units.PERCENT, Units.basic(Dimension.PERCENT));
        assertEquals(Exact.of("0.01"), Units.PERCENTAGE_POINT.scale());
        assertEquals(Units.POINTS, Units.basic(Dimension.POINTS));
        String name = "量".repeat(40);
        Dimension long1 = physical(Map.of(name, 2, "元", 1), Map.of(name, -3));
        assertEquals(long1.symbol(), Units.basic(long1).symbol());
    }

    private static Dimension physical(Map<String, Integer> exponents, Map<String, Integer> labels) {
        return new Dimension.Physical(new TreeMap<>(exponents), new TreeMap<>(labels));
    }
}
