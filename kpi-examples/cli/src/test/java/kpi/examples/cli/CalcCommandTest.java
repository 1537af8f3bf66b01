package kpi.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One formula on the command line. */
class CalcCommandTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "80-1.7+3.5+1.1+2.4+11 | 96.3",
                "1/3*3                 | 1",
                "0.1+0.2               | 0.3",
                "50%                   | 0.5",
                "66億元                | 6600000000 元",
                "9007199254740992+1    | 9007199254740993",
                "-3+5                  | 2",
                "１２．５×２            | 25",
                "1 < 2 and 96.3 = 80+16.3 | true",
                "非 1 ≦ 2              | false",
            })
    void aFormulaGivesItsValue(String formula, String value) {
        assertEquals(new Run(0, value + "\n", ""), Run.of("calc", formula));
    }

    @Test
    void theDebtServiceRateIsComputedFromTheFormulaAsPrinted() {
        Run run = Run.of(
                "calc",
                "〔債務還本數 (實際數)/稅課收入(預算數)〕*100%",
                "債務還本數(實際數)=66億元",
                "稅課收入(預算數)=123,376,890,000元",
                "--unit",
                "%",
                "--places",
                "2");
        assertEquals(new Run(0, "5.35 %\n", ""), run);
    }

    @Test
    void aValueWithoutEndIsCutAndItsFractionIsSaid() {
        assertEquals(new Run(0, "0.33333333333333333333\n確切值：1/3\n", ""), Run.of("calc", "1/3"));
        assertEquals(new Run(0, "0.66666666666666666667\nexactly 2/3\n", ""), Run.of("calc", "2/3", "--lang", "en"));
        assertEquals(new Run(0, "33.3 %\n", ""), Run.of("calc", "1/3", "--unit=%", "--places=1"));
    }

    @Test
    void anApproximateValueIsCalledSo() {
        Run run = Run.of("calc", "sqrt(2)");
        assertEquals("1.414213562373095048801688724209698\n近似值\n", run.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a      | a=12 件      | 12 件",
                "a*2    | a=3.5公噸    | 7 公噸",
                "a      | a=３．５      | 3.5",
                "a      | a=5.4%       | 0.054",
                "a      | a＝6億5,202萬次 | 652020000 次",
            })
    void inputsAreReadAsPrinted(String formula, String input, String value) {
        assertEquals(new Run(0, value + "\n", ""), Run.of("calc", formula, input));
    }

    @Test
    void mistakesAreDrawnOnStandardErrorWithStatusOne() {
        Run run = Run.of("calc", "(a + b", "a=1", "b=2");
        assertEquals(1, run.status());
        assertEquals("", run.out());
        Golden.check("calc-unclosed.txt", run.err());
    }

    @Test
    void aUnitThatIsNoneIsRefused() {
        Run run = Run.of("calc", "1", "--unit", "百餘人");
        assertEquals(1, run.status());
        assertTrue(run.err().contains("unreadable-unit"), run.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"m/f*100 | 女=100 | 102.7 女=100", "m/f | 人/戶 | 1.027 人/戶"})
    void aLabelForAPlainNumberIsKept(String formula, String unit, String value) {
        assertEquals(new Run(0, value + "\n", ""), Run.of("calc", formula, "m=1,027人", "f=1,000人", "--unit", unit));
    }

    @Test
    void aLabelIsNoWayAroundAUnit() {
        assertEquals(1, Run.of("calc", "3元", "--unit", "人/戶").status());
    }
}
