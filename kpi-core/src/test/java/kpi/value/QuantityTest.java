package kpi.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.number.Rounding;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.unit.UnitTable;
import kpi.unit.Units;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
    private static final KpiUnit THOUSAND_NTD = unit("千元");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5.35         | %    | 5.35 %
            226157       | 人   | 226,157 人
            652020000    | 次   | 652,020,000 次
            65202        | 萬次 | 65,202 萬次
            -1234.50     | 元   | -1,234.5 元
            -123         | 元   | -123 元
            0            | 分   | 0 分
            0.0000000001 | %    | 0.0000000001 %
            0.12345678901| %    | 0.1234567890… %
            1000000/3    | 元/人 | 333,333.3333333333… 元/人
            """)
    void displaysGroupedDigitsAndTheUnit(String exact, String word, String shown) {
        for (Language language : Language.values()) {
            assertEquals(shown, Quantity.of(exact, unit(word)).display(language));
        }
    }

    @Test
    void aNumberAndARatioShowNoUnit() {
        assertEquals("1,234.5", Quantity.of("1234.5", Units.NUMBER).display(Language.EN));
        assertEquals("0.5", Quantity.of(5, 1, Units.RATIO).display(Language.EN));
    }

    @Test
    void displaysSoManyPlacesRoundedHalfUp() {
        assertEquals("5.4 %", Quantity.of("5.35", Units.PERCENT).display(Language.EN, 1));
        assertEquals("-5.4 %", Quantity.of("-5.35", Units.PERCENT).display(Language.EN, 1));
        assertEquals("1,234.00 元", Quantity.of("1234", Units.NTD).display(Language.ZH_TW, 2));
    }

    @Test
    void plainHasTheDigitsOfItsUnitAlone() {
        assertEquals("5.35", Quantity.of("5.35", Units.PERCENT).plain());
        assertEquals("123376890000", Quantity.of("123376890000", Units.NTD).plain());
        assertEquals("1/3", Quantity.of("1/3", Units.POINTS).plain());
        assertEquals("5.35 %", Quantity.of("5.35", Units.PERCENT).toString());
    }

    @Test
    void isKeptInTheBaseUnitAndReadInAnyUnitOfItsDimension() {
        Quantity debt = Quantity.of("5.35", Units.PERCENT);
        assertEquals(Exact.of("0.0535"), debt.canonical());
        assertEquals(Exact.of("53.5"), debt.in(Units.PER_MILLE));
        assertEquals("53.5 ‰", debt.as(Units.PER_MILLE).display(Language.EN));
        assertEquals(
                "65,202 萬次",
                Quantity.of("652020000", Units.count("次")).as(unit("萬次")).display(Language.EN));
    }

    @Test
    void aRatioMayBeAskedForInPercentAndABareNumberNever() {
        assertEquals(Exact.of("5.35"), Quantity.of("0.0535", Units.RATIO).in(Units.PERCENT));
        assertEquals(Exact.of("0.0535"), Quantity.of("5.35", Units.PERCENT).in(Units.RATIO));
        assertEquals(Exact.of("0.5"), Quantity.of("0.5", Units.NUMBER).in(Units.RATIO));
        assertEquals(Exact.of("0.5"), Quantity.of("0.5", Units.RATIO).in(Units.NUMBER));
        for (KpiUnit other : List.of(Units.NTD, Units.NUMBER, Units.PERCENTAGE_POINT, Units.POINTS)) {
            assertThrows(
                    KpiUsageException.class,
                    () -> Quantity.of("5", Units.PERCENT).in(other));
            assertThrows(KpiUsageException.class, () -> Quantity.of("5", other).as(Units.PERCENT));
        }
        assertThrows(
                KpiUsageException.class, () -> Quantity.of("5", Units.RATIO).as(Units.NTD));
        assertThrows(KpiUsageException.class, () -> Quantity.of("5", Units.NTD).as(Units.RATIO));
    }

    @Test
    void equalityGoesByValueAndDimension() {
        Quantity thousand = Quantity.of("1000", THOUSAND_NTD);
        assertEquals(Quantity.of("1000000", Units.NTD), thousand);
        assertEquals(Quantity.of("1000000", Units.NTD).hashCode(), thousand.hashCode());
        assertNotEquals(Quantity.of("1000", Units.NTD), thousand);
        assertNotEquals(Quantity.of("5", Units.count("人")), Quantity.of("5", Units.count("件")));
        assertNotEquals(Quantity.of("0.05", Units.RATIO), Quantity.of("5", Units.PERCENT));
        assertNotEquals(thousand, thousand.canonical());
    }

    @Test
    void orderGoesByValueWhereComparingMeansSomething() {
        assertTrue(Quantity.of("1", THOUSAND_NTD).compareTo(Quantity.of("999", Units.NTD)) > 0);
        assertEquals(0, Quantity.of("0.05", Units.RATIO).compareTo(Quantity.of("5", Units.PERCENT)));
        assertThrows(
                KpiUsageException.class,
                () -> Quantity.of("1", Units.NTD).compareTo(Quantity.of("1", Units.count("人"))));
    }

    @Test
    void sumsKeepTheUnitOfTheSideThatHasTheResultsDimension() {
        Quantity sum = Quantity.of("1", THOUSAND_NTD).plus(Quantity.of("500", Units.NTD));
        assertEquals("1.5 千元", sum.display(Language.EN));
        assertEquals(
                "4 分",
                Quantity.of("5", Units.NUMBER)
                        .minus(Quantity.of("1", Units.POINTS))
                        .display(Language.EN));
        assertEquals(
                "8 %",
                Quantity.of("3", Units.PERCENTAGE_POINT)
                        .plus(Quantity.of("5", Units.PERCENT))
                        .display(Language.EN));
        assertEquals(
                "0.95",
                Quantity.of("1", Units.NUMBER)
                        .minus(Quantity.of("0.05", Units.RATIO))
                        .plain());
    }

    @Test
    void productsAndQuotientsFollowTheAlgebra() {
        Quantity points = Quantity.of("0.1", Units.POINTS).times(Quantity.of("17", Units.count("處")));
        assertEquals("1.7 分", points.display(Language.EN));
        Quantity rate = Quantity.of("6600000000", Units.NTD).dividedBy(Quantity.of("123376890000", Units.NTD));
        assertEquals(Dimension.RATIO, rate.dimension());
        assertEquals("5.35 %", rate.as(Units.PERCENT).round(2, Rounding.HALF_UP).display(Language.EN));
        Quantity each = Quantity.of("12", THOUSAND_NTD).dividedBy(Quantity.of("8", Units.count("人")));
        assertEquals("1,500 元/人", each.display(Language.EN));
        assertEquals("12,000 元", each.times(Quantity.of("8", Units.count("人"))).display(Language.EN));
        assertEquals(
                "10 分",
                Quantity.of("5", Units.PERCENT)
                        .times(Quantity.of("200", Units.POINTS))
                        .display(Language.EN));
    }

    @Test
    void clashesAreTheHostsMistakeAndZeroDivisorsANumberException() {
        Quantity one = Quantity.of("1", Units.NUMBER);
        Quantity percent = Quantity.of("5", Units.PERCENT);
        assertThrows(KpiUsageException.class, () -> one.minus(percent));
        assertThrows(KpiUsageException.class, () -> Quantity.of("1", Units.NTD).times(Quantity.of("1", Units.NTD)));
        KpiUsageException clash = assertThrows(KpiUsageException.class, () -> one.plus(Quantity.of("1", Units.NTD)));
        assertTrue(String.valueOf(clash.getMessage()).contains("number + money (元)"));
        NumberException zero =
                assertThrows(NumberException.class, () -> percent.dividedBy(Quantity.of("0", Units.PERCENT)));
        assertEquals(NumberException.Kind.DIVISION_BY_ZERO, zero.kind());
    }

    @Test
    void roundsInItsOwnUnit() {
        Quantity share = Quantity.of("1/3", Units.RATIO);
        assertEquals(
                "33.33 %", share.as(Units.PERCENT).round(2, Rounding.HALF_UP).display(Language.EN));
        assertEquals("0.33", share.round(2, Rounding.HALF_UP).display(Language.EN));
        assertEquals(
                "1,230 元",
                Quantity.of("1234", Units.NTD)
                        .as(THOUSAND_NTD)
                        .round(2, Rounding.HALF_UP)
                        .as(Units.NTD)
                        .display(Language.EN));
        assertEquals(
                "50 %",
                Quantity.of("49.7333", Units.PERCENT).round(0, Rounding.HALF_UP).display(Language.EN));
    }

    private static KpiUnit unit(String word) {
        return UnitTable.standard().find(word).orElseThrow();
    }
}
