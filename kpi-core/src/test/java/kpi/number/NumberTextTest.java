package kpi.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import kpi.number.NumberText.Fault;
import kpi.number.NumberText.Number;
import kpi.number.NumberText.Reading;
import kpi.number.NumberText.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
    private static Reading printed(String text) {
        return NumberText.read(text, 0, NumberBudget.standard());
    }

    private static Reading literal(String text) {
        return NumberText.read(text, 0, NumberBudget.standard(), Style.FORMULA);
    }

    /** The text, what it says, one unit of its last digit, and what is left behind it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0 | 1 | ''",
                "5.35 | 5.35 | 0.01 | ''",
                "5.350% | 5.35 | 0.001 | %",
                "007 | 7 | 1 | ''",
                "123,376,890,000元 | 123376890000 | 1 | 元",
                "1,234.5 | 1234.5 | 0.1 | ''",
                "１，２３４．５ | 1234.5 | 0.1 | ''",
                "１２．５％ | 12.5 | 0.1 | ％",
                "+1 | 1 | 1 | ''",
                "-1.5 | -1.5 | 0.1 | ''",
                "−12 | -12 | 1 | ''",
                "－12 | -12 | 1 | ''",
                "66億元 | 6600000000 | 100000000 | 元",
                "61.69億 | 6169000000 | 1000000 | ''",
                "6億5,202萬次 | 652020000 | 10000 | 次",
                "6億5202萬 | 652020000 | 10000 | ''",
                "2兆1,749億 | 2174900000000 | 100000000 | ''",
                "169,517,356千元 | 169517356000 | 1000 | 元",
                "3百萬 | 3000000 | 1000000 | ''",
                "3千萬元 | 30000000 | 10000000 | 元",
                "3萬5000人 | 35000 | 1 | 人",
                "3萬5,000人 | 35000 | 1 | 人",
                "3萬5千人 | 35000 | 1000 | 人",
                "1億2萬 | 100020000 | 10000 | ''",
                "-6億5,202萬 | -652020000 | 10000 | ''",
                "1e3 | 1000 | 1000 | ''",
                "1.5E-3 | 0.0015 | 0.0001 | ''",
                "1e | 1 | 1 | e",
                "5百分點 | 5 | 1 | 百分點",
                "5千分點 | 5 | 1 | 千分點",
                "12.5.6 | 12.5 | 0.1 | .6",
                "1.. | 1 | 1 | ..",
                "109/12/31 | 109 | 1 | /12/31",
                "57.25%① | 57.25 | 0.01 | %①",
                "1,234, 5 | 1234 | 1 | ', 5'",
            })
    void readsWhatDocumentsPrint(String text, String value, String resolution, String rest) {
        Number number = assertInstanceOf(Number.class, printed(text));
        assertEquals(Exact.of(value), number.value());
        assertEquals(Exact.of(resolution), number.resolution());
        assertEquals(rest, text.substring(number.end()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | NOT_A_NUMBER | 0",
                "- | NOT_A_NUMBER | 1",
                "— | NOT_A_NUMBER | 0",
                "十二 | NOT_A_NUMBER | 0",
                ".5 | NOT_A_NUMBER | 0",
                "NaN | NOT_A_NUMBER | 0",
                "½ | NOT_A_NUMBER | 0",
                "1,5 | BAD_GROUPING | 1",
                "1,2345 | BAD_GROUPING | 1",
                "1234,567 | BAD_GROUPING | 4",
                "0,123 | BAD_GROUPING | 1",
                "1.234,56 | BAD_GROUPING | 5",
                "1,234，567 | BAD_GROUPING | 5",
                "١٢ | FOREIGN_DIGIT | 0",
                "1٢ | FOREIGN_DIGIT | 1",
                "१२३ | FOREIGN_DIGIT | 0",
                "𝟏𝟐 | FOREIGN_DIGIT | 0",
                "1２ | MIXED_WIDTH | 1",
                "１2 | MIXED_WIDTH | 1",
                "６億5,202萬 | MIXED_WIDTH | 2",
                "1e6145 | EXPONENT_TOO_LARGE | 1",
                "1e-999999999 | EXPONENT_TOO_LARGE | 1",
                "1e99999999999999999999 | EXPONENT_TOO_LARGE | 1",
                "5萬6億 | MAGNITUDES_NOT_FALLING | 2",
                "5萬6萬 | MAGNITUDES_NOT_FALLING | 2",
                "6億52020萬 | MAGNITUDES_NOT_FALLING | 2",
                "6.5億5,202萬 | MAGNITUDES_NOT_FALLING | 4",
                "3萬5人 | SHORTHAND | 2",
                "1億2345 | SHORTHAND | 2",
                "1億5千元 | SHORTHAND | 2",
            })
    void refusesWhatItWouldHaveToGuess(String text, Fault.Kind kind, int offset) {
        Fault fault = assertInstanceOf(Fault.class, printed(text));
        assertEquals(kind, fault.kind());
        assertEquals(offset, fault.offset());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,100000) | 1 | ',100000)' | false",
                "1,200) | 1200 | ) | true",
                "1，200 | 1 | '，200' | false",
                "0,123 | 0 | ',123' | false",
                "1234,567 | 1234 | ',567' | false",
                "1.5,200 | 1.5 | ',200' | false",
            })
    void aCommaThatMakesNoGroupEndsALiteral(String text, String value, String rest, boolean grouped) {
        Number number = assertInstanceOf(Number.class, literal(text));
        assertEquals(Exact.of(value), number.value());
        assertEquals(rest, text.substring(number.end()));
        assertEquals(grouped, number.grouped());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "123376890000 | 2 | 123,376,890,000.00",
                "-123 | 0 | -123",
                "-1234.565 | 2 | -1,234.57",
                "999999.5 | 0 | 1,000,000",
                "1/3 | 3 | 0.333",
                "0 | 0 | 0",
            })
    void printsInGroups(String value, int places, String text) {
        assertEquals(text, NumberText.grouped(Exact.of(value), places));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "746/15 | 4 | 49.7333…",
                "49.73 | 4 | 49.73",
                "49.73335 | 4 | 49.7333…",
                "-1/30 | 1 | -0.0…",
                "-5.50 | 1 | -5.5",
                "2/3 | 0 | 0…",
            })
    void cutsAndSaysSo(String value, int places, String text) {
        assertEquals(text, NumberText.shortest(Exact.of(value), places));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-200/9 | -22.22222222222222222222",
                "200/3 | 66.66666666666666666667",
                "1/3 | 0.33333333333333333333",
                "2/300 | 0.0066666666666666666667",
                "1/3000000000000000000000000 | 0.00000000000000000000000033333333333333333333",
                "0.1234567890123456789012345 | 0.1234567890123456789012345",
                "123376890000 | 123376890000",
                "0 | 0",
            })
    void isADecimalForMachines(String value, String text) {
        assertEquals(text, NumberText.decimal(Exact.of(value)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,5 | 1,5",
                "1,5個單位的字很多很多很多很多很多很多很多 | 1,5個單位的字很多很多很多很多很多很多",
                "約五十 | 約五十",
                "٣ | U+0663",
                "5٣ | U+0663",
                "1२ | U+0968",
                "𝟏𝟐 | U+1D7CF",
                "3萬5人 | 3萬5人",
                "1e9999 | 6144",
            })
    void aFaultShowsWhatStandsThere(String text, String detail) {
        assertEquals(detail, assertInstanceOf(Fault.class, printed(text)).detail());
    }

    @Test
    void aFaultShowsWholeCharactersOfTheNumberOnly() {
        // Twenty units would end inside the last character.
        String text = "每年1,5" + "字".repeat(16) + "𠮷";
        Fault fault = assertInstanceOf(Fault.class, NumberText.read(text, 2, NumberBudget.standard()));
        assertEquals(3, fault.offset());
        assertEquals("1,5" + "字".repeat(16), fault.detail());
        String shorter = "1,5" + "字".repeat(15) + "𠮷";
        assertEquals(
                shorter, assertInstanceOf(Fault.class, printed(shorter + "字")).detail());
    }

    @ParameterizedTest
    @CsvSource({
        "1234, false, false",
        "'1,234', true, false",
        "'1,234萬', true, false",
        "'5萬6,789', true, false",
        "1e3, false, true",
        "1e0, false, true"
    })
    void aNumberSaysHowItWasPrinted(String text, boolean grouped, boolean exponent) {
        Number number = assertInstanceOf(Number.class, printed(text));
        assertEquals(grouped, number.grouped());
        assertEquals(exponent, number.exponent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234e5 | e5",
                "5萬e3 | e3",
                "5萬 6,789 | ' 6,789'",
                "+5萬-3 | -3",
                "５ｅ３ | ｅ３",
                "5十人 | 十人",
                "5千克 | 克",
                "5千分 | 分",
                "5千分之一 | 千分之一",
                "5百萬分點 | 百萬分點",
                "5兆兆 | 兆",
                "1.5．2 | ．2",
            })
    void leavesWhatCannotBelongToIt(String text, String rest) {
        Number number = assertInstanceOf(Number.class, printed(text));
        assertEquals(rest, text.substring(number.end()));
    }

    @ParameterizedTest
    @CsvSource({"5十萬, 500000", "5百億, 50000000000", "5千兆, 5000000000000000", "'2千5百萬', 0", "1十億, 1000000000"})
    void magnitudesCombine(String text, String value) {
        if (value.equals("0")) {
            assertEquals(
                    Fault.Kind.MAGNITUDES_NOT_FALLING,
                    assertInstanceOf(Fault.class, printed(text)).kind());
        } else {
            assertEquals(
                    Exact.of(value),
                    assertInstanceOf(Number.class, printed(text)).value());
        }
    }

    @Test
    void aSignIsNoPartOfALiteral() {
        for (String text : List.of("-1", "+1", "−1", "－1", "＋1")) {
            assertEquals(
                    Fault.Kind.NOT_A_NUMBER,
                    assertInstanceOf(Fault.class, literal(text)).kind());
            assertInstanceOf(Number.class, printed(text));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "999 | 0 | 999",
                "1000 | 0 | 1,000",
                "-999 | 1 | -999.0",
                "-1000 | 1 | -1,000.0",
                "100000 | 0 | 100,000",
                "-100000 | 0 | -100,000",
                "1000000 | 3 | 1,000,000.000",
                "-0.004 | 2 | 0.00",
                "1250 | -2 | 1,300",
            })
    void groupsStartAtThePoint(String value, int places, String text) {
        assertEquals(text, NumberText.grouped(Exact.of(value), places));
    }
}
