package kpi.value;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.diagnostic.ProblemClass;
import kpi.number.Exact;
import kpi.number.NumberBudget;
import kpi.source.Place;
import kpi.source.Source;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.unit.UnitTable;
import kpi.unit.Units;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityParseTest {
    private static final Place CELL = Place.cell("表", "t.csv", 3, "欄", "raw");

    /** Text, the number in base units, its unit word, and one unit in the last printed digit. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0             | 0            |          | 1
            -3            | -3           |          | 1
            +1            | 1            |          | 1
            1.50          | 1.5          |          | 0.01
            226,157       | 226157       |          | 1
            226,157 人    | 226157       | 人       | 1
            226157人      | 226157       | 人       | 1
            ３．５        | 3.5          |          | 0.1
            －１２        | -12          |          | 1
            5.35%         | 0.0535       | %        | 0.0001
            5.4%          | 0.054        | %        | 0.001
            5.41％        | 0.0541       | %        | 0.0001
            5.41 %        | 0.0541       | %        | 0.0001
            2.83‰         | 0.00283      | ‰        | 0.00001
            3 百分點      | 0.03         | 百分點   | 0.01
            3百分點       | 0.03         | 百分點   | 0.01
            96.3分        | 96.3         | 分       | 0.1
            12 件         | 12           | 件       | 1
            66億元        | 6600000000   | 元       | 100000000
            66 億元       | 6600000000   | 億元     | 100000000
            6億5,202萬次  | 652020000    | 次       | 10000
            2兆1,749億元  | 2174900000000 | 元      | 100000000
            61.69億       | 6169000000   |          | 1000000
            61.69 億      | 6169000000   | 億       | 1000000
            169,517,356千元 | 169517356000 | 元     | 1000
            170 萬元      | 1700000      | 萬元     | 10000
            3千人         | 3000         | 人       | 1000
            3萬人次       | 30000        | 人次     | 10000
            1e3           | 1000         |          | 1000
            5e-2 %        | 0.0005       | %        | 0.0001
            5公噸         | 5            | 公噸     | 1
            5萬公噸       | 50000        | 公噸     | 10000
            5 萬公噸      | 50000        | 萬公噸   | 10000
            5 kWh         | 5            | kWh      | 1
            5people       | 5            | people   | 1
            12 percentage points | 0.12  | percentage points | 0.01
            1,500 元/人   | 1500         | 元/人    | 1
            12 小時       | 1/2          | 小時     | 1/24
            新臺幣1億2,345萬元 | 123450000 | 元  | 10000
            NT$1,000      | 1000         | 元       | 1
            NT$ 1,234千元 | 1234000      | 元       | 1000
            新台幣 5 元整 | 5            | 元       | 1
            ' 12 '        | 12           |          | 1
            """)
    void readsWhatDocumentsPrint(String text, String value, String word, String resolution) {
        PrintedQuantity printed = Quantity.parsePrinted(text).orElseThrow();
        assertAll(
                () -> assertEquals(Exact.of(value), printed.quantity().canonical()),
                () -> assertEquals(
                        word == null ? "" : word, printed.quantity().unit().symbol()),
                () -> assertEquals(Exact.of(resolution), printed.resolution()),
                () -> assertEquals(text, printed.text()),
                () -> assertEquals(printed.quantity(), Quantity.parse(text).orElseThrow()));
    }

    @Test
    void spacesOfEveryKindStandAroundAndBetween() {
        for (String space : new String[] {" ", "\t", "\u00A0", "\u3000", "\u2009", "\u202F"}) {
            Quantity read = Quantity.parse(space + "12" + space + "件" + space).orElseThrow();
            assertEquals(Quantity.of("12", Units.count("件")), read);
        }
    }

    /** Footnote marks, notes and full marks behind a figure change nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            57.25%①                    | 57.25% | 0.0001
            57.25% ①②                  | 57.25% | 0.0001
            57.25％⑴                   | 57.25% | 0.0001
            169,517,356千元(含追加減)  | 169517356000元 | 1000
            12件（不含委辦〔註〕）     | 12件   | 1
            66億元(截至12/15)①         | 6600000000元 | 100000000
            26分(30)                   | 26分   | 1
            26.5分（30）①              | 26.5分 | 0.1
            """)
    void whatIsNotedBehindAFigureChangesNothing(String print, String figure, String resolution) {
        PrintedQuantity read = Quantity.parsePrinted(print).orElseThrow();
        assertEquals(Quantity.parse(figure).orElseThrow(), read.quantity());
        assertEquals(Exact.of(resolution), read.resolution());
        assertEquals(print, read.text());
    }

    /** Text, code, and the part the problem points to. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            abc        | not-a-number           | abc
            -          | not-a-number           | -
            —          | not-a-number           | —
            約50       | words-before-number    | 約50
            十二       | not-a-number           | 十二
            (1,234)    | negative-otherwise     | (1,234)
            △5         | negative-otherwise     | △5
            減少5      | negative-otherwise     | 減少5
            每人5元    | words-before-number    | 每人5元
            $5         | words-before-number    | $5
            ±5         | not-a-number           | ±5
            NT$5件     | words-before-number    | NT$5件
            NaN        | not-a-number           | NaN
            .5         | not-a-number           | .5
            1,5        | bad-grouping           | ,5
            1.234,56   | bad-grouping           | ,56
            1 234      | bad-grouping           | ' 234'
            1 ２３４   | bad-grouping           | ' ２３４'
            ١٢         | foreign-digit          | ١٢
            1١         | foreign-digit          | ١
            1２        | mixed-width            | ２
            1e7000     | exponent-too-large     | 1e7000
            1e-7000    | exponent-too-large     | 1e-7000
            5萬6億     | magnitudes-not-falling | 6億
            3萬5       | shorthand              | 5
            5%%        | trailing-text          | %%
            ①57.25%    | not-a-number           | ①57.25%
            5(30)      | trailing-text          | (30)
            26分(30    | trailing-text          | 分(30
            31分(30)   | more-than-full-marks   | 31分(30)
            12.5.6     | trailing-text          | .6
            3-4        | trailing-text          | -4
            1,234-     | trailing-text          | -
            109/12/31  | trailing-text          | /12/31
            1d         | trailing-text          | d
            1 d        | trailing-text          | d
            1O         | trailing-text          | O
            5kWh       | trailing-text          | kWh
            5 million  | trailing-text          | million
            0x1p3      | trailing-text          | x1p3
            1_000      | trailing-text          | _000
            5人(含)    | trailing-text          | 人(含)
            5百人      | ambiguous-number       | 百人
            50餘人     | ambiguous-number       | 餘人
            50以上     | ambiguous-number       | 以上
            80%以上    | ambiguous-number       | %以上
            5仟元      | ambiguous-number       | 仟元
            5 百萬 元  | ambiguous-number       | 百萬 元
            5億 萬元   | two-magnitudes         | 5億 萬元
            5億 萬     | two-magnitudes         | 5億 萬
            5億 十萬元 | two-magnitudes         | 5億 十萬元
            """)
    void refusesWhatHasSomethingLeftOverOrTwoReadings(String text, String code, String part) {
        Problem problem = onlyProblem(Quantity.parse(text));
        assertEquals(code, problem.code());
        assertEquals(part, problem.place().span().map(Span::text).orElseThrow());
    }

    @Test
    void nothingIsNotZero() {
        for (String nothing : new String[] {"", " ", "\u3000\u00A0"}) {
            assertEquals(
                    ValueCode.EMPTY_VALUE, onlyProblem(Quantity.parse(nothing)).kind());
        }
    }

    @Test
    void whatNobodySeesIsNamed() {
        Problem zeroWidth = onlyProblem(Quantity.parse(" 12\u200B"));
        assertEquals(ValueCode.INVISIBLE_CHARACTER, zeroWidth.kind());
        assertTrue(zeroWidth.message(Language.EN).contains("U+200B"));
        assertEquals(3, zeroWidth.place().span().orElseThrow().start());
        assertEquals(
                ValueCode.INVISIBLE_CHARACTER,
                onlyProblem(Quantity.parse("100%\n(85%)")).kind());
        assertEquals(
                ValueCode.INVISIBLE_CHARACTER,
                onlyProblem(Quantity.parse("1\u202E2")).kind());
    }

    @Test
    void digitsAndExponentsHaveLimits() {
        NumberBudget budget = NumberBudget.standard();
        String most = "9".repeat(budget.literalDigits());
        assertEquals(most, Quantity.parse(most).orElseThrow().plain());
        Problem tooMany = onlyProblem(Quantity.parse(most + "9"));
        assertEquals(ProblemClass.LIMIT, tooMany.problemClass());
        assertEquals("too-many-digits", tooMany.code());
        assertTrue(tooMany.message(Language.EN).contains("1000"));
        Quantity largest = Quantity.parse("1e" + budget.literalExponent()).orElseThrow();
        assertEquals(Exact.of(1, -budget.literalExponent()), largest.canonical());
        Problem tooLarge = onlyProblem(Quantity.parse("1e" + (budget.literalExponent() + 1)));
        assertEquals(ProblemClass.LIMIT, tooLarge.problemClass());
        assertTrue(tooLarge.message(Language.EN).contains("6144"));
        assertEquals(
                ProblemClass.LIMIT, onlyProblem(Quantity.parse("1e-999999999")).problemClass());
    }

    @Test
    void aNumberThatFitsAloneMayBeTooLargeInItsUnit() {
        assertEquals(
                ValueCode.TOO_MANY_DIGITS,
                onlyProblem(Quantity.parse("1e6000 秒")).kind());
    }

    @Test
    void aTextOfAnyLengthIsRefusedWithAShortMessage() {
        for (String text : new String[] {"9".repeat(1_000_000), "5" + "公".repeat(1_000_000), "x".repeat(1_000_000)}) {
            Problem problem = onlyProblem(Quantity.parse(text));
            for (Language language : Language.values()) {
                assertTrue(problem.message(language).length() <= 500);
            }
        }
    }

    @Test
    void declaredUnitsAreReadLongestFirst() {
        UnitTable units = UnitTable.standard()
                .with(KpiUnit.of(Dimension.base("焦耳"), Exact.ONE, "焦耳"))
                .with(KpiUnit.of(Dimension.base("瓩"), Exact.of("1.5"), "千瓦"));
        NumberBudget budget = NumberBudget.standard();
        PrintedQuantity glued = Quantity.parsePrinted("5千瓦", units, budget).orElseThrow();
        assertEquals(
                "7.5 瓩", glued.quantity().as(Units.basic(Dimension.base("瓩"))).display(Language.EN));
        assertEquals(Exact.of("1.5"), glued.resolution());
        assertEquals(glued.quantity(), Quantity.parse("5 千瓦", units, budget).orElseThrow());
        assertEquals(
                Exact.of(75_000),
                Quantity.parse("5萬千瓦", units, budget).orElseThrow().canonical());
        assertEquals(
                Exact.of(75_000),
                Quantity.parse("5萬 千瓦", units, budget).orElseThrow().canonical());
        assertEquals(
                Exact.of(5000),
                Quantity.parse("5千焦耳", units, budget).orElseThrow().canonical());
    }

    /** Declared unit, text, and the figure in that unit. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            %    | 66.50       | 66.5
            %    | 66.50%      | 66.5
            %    | 5‰          | 0.5
            千元 | 159,620,174 | 159620174
            千元 | 5億元       | 500000
            千元 | 5 元        | 0.005
            次   | 6億5,202萬  | 652020000
            次   | 6.5 億      | 650000000
            人   | 3千人       | 3000
            公尺 | 2公里       | 2000
            """)
    void aBareFigureIsInTheDeclaredUnit(String word, String text, String figure) {
        KpiUnit unit = UnitTable.standard().find(word).orElseThrow();
        PrintedQuantity printed = in(unit, text).orElseThrow();
        assertEquals(unit, printed.quantity().unit());
        assertEquals(Quantity.of(figure, unit), printed.quantity());
    }

    @Test
    void resolutionFollowsTheUnitThatWasPrinted() {
        assertEquals(
                Exact.of(1000),
                in(UnitTable.standard().find("千元").orElseThrow(), "12")
                        .orElseThrow()
                        .resolution());
        assertEquals(Exact.of("0.001"), in(Units.PERCENT, "5‰").orElseThrow().resolution());
        assertEquals(Exact.of(10_000_000), in(Units.NTD, "6.5 億").orElseThrow().resolution());
    }

    @Test
    void aRatioMayBePrintedInPercentAndANumberNot() {
        assertEquals("0.0541", in(Units.RATIO, "5.41%").orElseThrow().quantity().plain());
        assertEquals(
                ValueCode.OTHER_UNIT, onlyProblem(in(Units.NUMBER, "5.41%")).kind());
    }

    @Test
    void anotherUnitThanTheDeclaredOneIsAProblem() {
        Problem problem = onlyProblem(in(Units.NTD, "12 人"));
        assertEquals("other-unit", problem.code());
        assertEquals(CELL, problem.place());
        assertEquals("“12 人” is in 人, a unit of count (人); here money (元) is declared.", problem.message(Language.EN));
        assertEquals("「12 人」的單位是「人」，屬計數(人)；此處宣告的是金額(元)。", problem.message(Language.ZH_TW));
        assertEquals(
                ValueCode.OTHER_UNIT, onlyProblem(in(Units.PERCENT, "3 百分點")).kind());
        assertEquals(
                ValueCode.OTHER_UNIT, onlyProblem(in(Units.count("人"), "3 件")).kind());
        assertEquals(ValueCode.OTHER_UNIT, onlyProblem(in(Units.NUMBER, "3 件")).kind());
        assertEquals(ValueCode.OTHER_UNIT, onlyProblem(in(Units.RATIO, "3 件")).kind());
    }

    @Test
    void aMagnitudeBeforeADeclaredMagnitudeHasTwoReadings() {
        KpiUnit thousand = UnitTable.standard().find("千元").orElseThrow();
        assertEquals(ValueCode.TWO_MAGNITUDES, onlyProblem(in(thousand, "6億")).kind());
        assertEquals(ValueCode.TWO_MAGNITUDES, onlyProblem(in(thousand, "6 億")).kind());
    }

    @Test
    void aProblemStandsAtThePartOfAPlaceThatIsJustThisText() {
        Source source = Source.of("a.kpi", "目標值 109: 5人(含)");
        Span span = source.span(9, 14);
        Place inText = Place.of(span);
        NumberBudget budget = NumberBudget.standard();
        Problem exact = onlyProblem(Quantity.parsePrinted(span.text(), UnitTable.standard(), budget, inText));
        assertEquals("人(含)", exact.place().span().orElseThrow().text());
        Place whole = Place.of(source.whole());
        Problem around = onlyProblem(Quantity.parsePrinted(span.text(), UnitTable.standard(), budget, whole));
        assertEquals(whole, around.place());
    }

    private static Checked<PrintedQuantity> in(KpiUnit unit, String text) {
        return Quantity.parsePrintedIn(unit, text, UnitTable.standard(), NumberBudget.standard(), CELL);
    }

    private static Problem onlyProblem(Checked<?> checked) {
        assertTrue(checked.value().isEmpty(), () -> "read: " + checked.value());
        assertEquals(1, checked.problems().size());
        return checked.problems().get(0);
    }
}
