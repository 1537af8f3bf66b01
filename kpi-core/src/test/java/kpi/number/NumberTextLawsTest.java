package kpi.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import kpi.number.NumberText.Fault;
import kpi.number.NumberText.Number;
import kpi.number.NumberText.Reading;
import kpi.number.NumberText.Style;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What is printed is read back, in whatever way it is printed. */
@Domain(Numbers.class)
@Domain(DomainContext.Global.class)
class NumberTextLawsTest {
    @Property
    void plainTextIsReadBack(@ForAll Exact value) {
        String text = NumberText.plain(value);
        if (value.isDecimal()) {
            Number number = whole(text);
            assertEquals(value, number.value());
            int places = Math.max(0, value.toBigDecimal().orElseThrow().scale());
            assertEquals(Exact.of(1, places), number.resolution());
        } else {
            assertEquals(value, Exact.of(text));
        }
    }

    @Property
    void groupsAndWidthChangeNothing(@ForAll Exact value, @ForAll @IntRange(min = 0, max = 12) int places) {
        String grouped = NumberText.grouped(value, places);
        String plain = NumberText.decimal(value, places, Rounding.HALF_UP);
        assertEquals(plain, grouped.replace(",", ""));
        assertEquals(value.round(places, Rounding.HALF_UP), whole(grouped).value());
        Number wide = whole(fullWidth(grouped));
        assertEquals(whole(plain).value(), wide.value());
        assertEquals(grouped.contains(","), wide.grouped());
        assertEquals(grouped.contains(","), grouped.matches("-?[1-9][0-9]{0,2}(,[0-9]{3})+(\\.[0-9]+)?"));
    }

    @Property
    void magnitudesAreShorthandForZeros(
            @ForAll @IntRange(min = 1, max = 9999) int trillions,
            @ForAll @IntRange(min = 0, max = 9999) int hundredMillions,
            @ForAll @IntRange(min = 0, max = 9999) int myriads,
            @ForAll @IntRange(min = 0, max = 9999) int ones) {
        String rest = (ones < 1000 ? "0".repeat(4 - Integer.toString(ones).length()) : "") + ones;
        Exact value = Exact.of(trillions, -12)
                .plus(Exact.of(hundredMillions, -8))
                .plus(Exact.of(myriads, -4))
                .plus(Exact.of(ones));
        String text = trillions + "兆" + hundredMillions + "億" + myriads + "萬" + rest;
        assertEquals(value, whole(text).value());
        assertEquals(Exact.ONE, whole(text).resolution());
        assertEquals(
                value.minus(Exact.of(ones)),
                whole(text.substring(0, text.length() - 4)).value());
        assertEquals(value, whole(fullWidth(text)).value());
    }

    @Property
    void anExponentShiftsThePoint(
            @ForAll @LongRange(min = 0) long digits, @ForAll @IntRange(min = -6144, max = 6144) int exponent) {
        String text = digits + (digits % 2 == 0 ? "e" : "E") + exponent;
        Number number = whole(text);
        assertEquals(Exact.of(digits, -exponent), number.value());
        assertEquals(Exact.of(1, -exponent), number.resolution());
        assertTrue(number.exponent());
    }

    @Property
    void readingLeavesAloneWhatIsNoPartOfTheNumber(
            @ForAll Exact value, @ForAll @IntRange(min = 0, max = 6) int places, @ForAll("rests") String rest) {
        String number = NumberText.decimal(value, places, Rounding.HALF_UP);
        String text = "每年" + number + rest;
        Number read = assertInstanceOf(Number.class, NumberText.read(text, 2, NumberBudget.standard()));
        assertEquals(rest, text.substring(read.end()));
        assertEquals(new BigDecimal(number), read.value().toBigDecimal(places, java.math.RoundingMode.UNNECESSARY));
    }

    @Provide
    Arbitrary<String> rests() {
        return Arbitraries.of(
                "", "元", "%", "％", "分之一", "百分點", " 1", "+1", "-1", "/3", "., ", "e", "e+", "E-x", "百", "十人", ")", "①");
    }

    @Property
    void anyTextIsReadOrRefusedInsideItself(@ForAll("texts") String text, @ForAll Style style) {
        Reading reading = NumberText.read(text, 0, NumberBudget.standard(), style);
        if (reading instanceof Number number) {
            assertTrue(number.end() > 0 && number.end() <= text.length());
            assertTrue(number.resolution().signum() > 0);
            assertTrue(number.value().dividedBy(number.resolution()).isInteger());
            assertEquals(number, NumberText.read(text.substring(0, number.end()), 0, NumberBudget.standard(), style));
        } else {
            Fault fault = assertInstanceOf(Fault.class, reading);
            assertTrue(fault.offset() >= 0 && fault.offset() <= text.length());
            assertTrue(fault.detail().length() <= 20);
        }
    }

    /** Texts of what numbers are made of, and of what looks like it. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "0", "1", "2", "5", "00", "999", "1,234", "567", "０", "５", "，", ",", ".", "．", "-", "+", "−",
                        "－", "e", "E", "千", "萬", "百萬", "億", "兆", "百", "分", "之", "點", "元", " ", "٣", "𝟏", "½", "\uD835",
                        "\u200B")
                .list()
                .ofMaxSize(9)
                .map(parts -> String.join("", parts));
    }

    @Property
    void cuttingNeverRounds(@ForAll Exact value, @ForAll @IntRange(min = 0, max = 8) int places) {
        String text = NumberText.shortest(value, places);
        if (text.endsWith("…")) {
            String digits = text.substring(0, text.length() - 1);
            assertEquals(value.signum() < 0, digits.startsWith("-"));
            assertEquals(value.round(places, Rounding.DOWN), Exact.of(digits));
            assertTrue(!value.equals(Exact.of(digits)));
        } else {
            assertEquals(value.toString(), text);
            assertEquals(value, value.round(places, Rounding.DOWN));
        }
    }

    /** What never ends is rendered to 20 places, or 20 digits where that is finer: near, of the same sign, and never 0. */
    @Property
    void everyNumberHasADecimal(@ForAll Exact value) {
        Exact decimal = Exact.of(NumberText.decimal(value));
        assertTrue(decimal.isDecimal());
        assertEquals(value.signum(), decimal.signum());
        if (value.isDecimal()) {
            assertEquals(value, decimal);
        } else {
            Exact far = decimal.minus(value).abs();
            Exact step = Exact.of(5, 21).times(value.abs().min(Exact.ONE));
            assertTrue(far.compareTo(step.times(Exact.TEN)) <= 0, () -> value + " is not " + decimal);
            assertTrue(far.compareTo(Exact.of(5, 21)) <= 0, () -> value + " is not " + decimal);
        }
    }

    private static Number whole(String text) {
        Number number = assertInstanceOf(Number.class, NumberText.read(text, 0, NumberBudget.standard()));
        assertEquals(text.length(), number.end());
        return number;
    }

    private static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c < 0x80 ? c - '!' + '！' : c)));
        return wide.toString();
    }
}
