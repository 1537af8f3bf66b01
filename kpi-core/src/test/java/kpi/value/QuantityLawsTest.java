package kpi.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.number.Exact;
import kpi.number.Rounding;
import kpi.unit.KpiUnit;
import kpi.unit.UnitTable;
import kpi.unit.Units;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class QuantityLawsTest {
    /** Units by dimension: what stands in one list converts. */
    private static final List<List<KpiUnit>> FAMILIES = List.of(
            units("%", "‰", "percent"),
            units("元", "千元", "億元", "兆元", "圓"),
            units("人", "千人", "萬人"),
            units("百分點", "pp"),
            units("公尺", "公里"),
            units("公頃", "平方公里", "㎡"),
            units("日", "小時", "分鐘", "秒"),
            units("元/人", "千元/人", "元/千人"));

    private static List<KpiUnit> units(String... words) {
        return List.of(words).stream()
                .map(word -> UnitTable.standard().find(word).orElseThrow())
                .toList();
    }

    @Property
    void convertingThereAndBackChangesNothing(@ForAll("families") List<KpiUnit> family, @ForAll("exacts") Exact value) {
        for (KpiUnit from : family) {
            for (KpiUnit to : family) {
                Quantity quantity = Quantity.of(value, from);
                assertEquals(value, Quantity.of(quantity.in(to), to).in(from));
                assertEquals(quantity, quantity.as(to));
                assertEquals(to, quantity.as(to).unit());
            }
        }
    }

    @Property
    void displayIsReadBack(@ForAll("families") List<KpiUnit> family, @ForAll("decimals") Exact value) {
        for (KpiUnit unit : family) {
            Quantity quantity = Quantity.of(value, unit);
            for (Language language : Language.values()) {
                Quantity read = Quantity.parse(quantity.display(language)).orElseThrow();
                assertEquals(quantity, read);
                assertEquals(unit, read.unit());
            }
            assertEquals(value, Exact.of(quantity.plain()));
        }
    }

    @Property
    void displayWithPlacesIsReadBackWithinHalfAPlace(
            @ForAll("decimals") Exact value, @ForAll @IntRange(max = 6) int places) {
        PrintedQuantity read = Quantity.parsePrinted(
                        Quantity.of(value, Units.NTD).display(Language.EN, places))
                .orElseThrow();
        assertEquals(Exact.of(1, places), read.resolution());
        assertEquals(value.round(places, Rounding.HALF_UP), read.quantity().canonical());
    }

    @Property
    void sumsDoNotDependOnOrderAndDifferencesUndoThem(
            @ForAll("families") List<KpiUnit> family, @ForAll("exacts") Exact x, @ForAll("exacts") Exact y) {
        Quantity a = Quantity.of(x, family.get(0));
        Quantity b = Quantity.of(y, family.get(family.size() - 1));
        assertEquals(a.plus(b), b.plus(a));
        assertEquals(a, a.plus(b).minus(b));
        assertEquals(a.unit(), a.plus(b).unit());
        assertEquals(Integer.signum(a.compareTo(b)), -Integer.signum(b.compareTo(a)));
        assertEquals(a.compareTo(b) == 0, a.equals(b));
        assertEquals(a.minus(b).canonical().signum(), Integer.signum(a.compareTo(b)));
    }

    @Property
    void aShareOfAWholeTimesTheWholeIsThePart(
            @ForAll("families") List<KpiUnit> family, @ForAll("exacts") Exact x, @ForAll("exacts") Exact y) {
        Assume.that(!y.isZero());
        Quantity part = Quantity.of(x, family.get(0));
        Quantity whole = Quantity.of(y, family.get(family.size() - 1));
        Quantity share = part.dividedBy(whole);
        assertEquals(Units.RATIO, share.unit());
        assertEquals(part.canonical(), share.times(whole).canonical());
        assertEquals(part.dimension(), share.times(whole).dimension());
    }

    @Property
    void perHeadTimesHeadsIsTheAmount(@ForAll("exacts") Exact amount, @ForAll @IntRange(min = 1) int heads) {
        Quantity money = Quantity.of(amount, Units.NTD);
        Quantity people = Quantity.of(heads, 0, Units.count("人"));
        assertEquals(money, money.dividedBy(people).times(people));
    }

    @Property
    void roundingInAUnitIsRoundingItsNumber(
            @ForAll("families") List<KpiUnit> family,
            @ForAll("exacts") Exact value,
            @ForAll @IntRange(max = 4) int places,
            @ForAll Rounding mode) {
        for (KpiUnit unit : family) {
            assertEquals(
                    value.round(places, mode),
                    Quantity.of(value, unit).round(places, mode).in(unit));
        }
    }

    /** 5億元 and 5 億元 are one; the magnitude belongs to the number or to the unit, the value is the same. */
    @Property
    void gluedAndSpacedMagnitudesAreEqual(
            @ForAll @IntRange(max = 999_999) int digits,
            @ForAll("magnitudes") String magnitude,
            @ForAll("words") String word) {
        PrintedQuantity glued = Quantity.parsePrinted(digits + magnitude + word).orElseThrow();
        PrintedQuantity spaced =
                Quantity.parsePrinted(digits + " " + magnitude + word).orElseThrow();
        assertEquals(glued.quantity(), spaced.quantity());
        assertEquals(glued.resolution(), spaced.resolution());
    }

    @Property
    void fullWidthDigitsAreTheirNarrowTwins(@ForAll("decimals") Exact value, @ForAll("words") String word) {
        String narrow = Quantity.of(value, Units.NUMBER).display(Language.EN) + word;
        String wide = narrow.codePoints()
                .map(c -> c > ' ' && c < 0x7F ? c + 0xFEE0 : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertEquals(Quantity.parse(narrow).orElseThrow(), Quantity.parse(wide).orElseThrow());
    }

    @Property
    void aPrintedQuantityIsAWholeNumberOfItsResolution(@ForAll("decimals") Exact value, @ForAll("words") String word) {
        PrintedQuantity printed = Quantity.parsePrinted(
                        Quantity.of(value, Units.NUMBER).display(Language.EN) + word)
                .orElseThrow();
        assertTrue(
                printed.quantity().canonical().dividedBy(printed.resolution()).isInteger());
    }

    /** Whatever the text: a quantity that reads back, or one problem; never anything thrown. */
    @Property
    void anyTextIsReadOrRefused(@ForAll("cells") String text) {
        Checked<Quantity> read = Quantity.parse(text);
        if (read.hasErrors()) {
            assertEquals(1, read.problems().size());
            read.problems().get(0).draw(Language.EN);
        } else {
            Quantity quantity = read.orElseThrow();
            assertEquals(quantity, Quantity.parse(quantity.toString()).orElseThrow());
        }
    }

    @Provide
    Arbitrary<List<KpiUnit>> families() {
        // The edge cases that matter are those of the numbers.
        return Arbitraries.of(FAMILIES).withoutEdgeCases();
    }

    @Provide
    Arbitrary<Exact> exacts() {
        Arbitrary<Exact> fractions = Combinators.combine(
                        Arbitraries.integers().between(-10_000, 10_000),
                        Arbitraries.of(3, 7, 9, 12, 360, 9999).withoutEdgeCases())
                .as((n, d) -> Exact.of(n).dividedBy(Exact.of(d)));
        return Arbitraries.oneOf(decimals(), fractions);
    }

    /** At most ten places, so that display cuts nothing. */
    @Provide
    Arbitrary<Exact> decimals() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(-3, 10))
                .as(Exact::of);
    }

    @Provide
    Arbitrary<String> magnitudes() {
        return Arbitraries.of("千", "萬", "十萬", "百萬", "千萬", "億", "十億", "百億", "千億", "兆", "十兆", "百兆", "千兆")
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of("", "元", "人", "人次", "公噸", "件", "公里").withoutEdgeCases();
    }

    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.strings()
                .withChars("0123456789.,-+eE%％‰億萬千百元人次分點/ ０１，．\u3000\u200B\u0661abO(以上)餘")
                .ofMaxLength(12);
    }
}
