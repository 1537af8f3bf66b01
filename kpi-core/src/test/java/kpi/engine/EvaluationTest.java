package kpi.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import kpi.value.Absence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each kind of term means, as a table: formula, outcome. */
class EvaluationTest {
    private final World world = new World()
            .input("five", "5")
            .input("zero", "0")
            .input("persons", "40 人")
            .input("cases", "12 件")
            .input("paid", "66億元")
            .inputIn("元", "tax", "123,376,890,000")
            .inputIn("千元", "received", "159,620,174")
            .inputIn("千元", "budget", "169,517,356")
            .input("rate", "95%")
            .missing("gone", "", Absence.NOT_REPORTED)
            .missing("unfit", "", Absence.NOT_APPLICABLE)
            .missing("later", "", Absence.NOT_YET_RELEASED)
            .kpi("HP4.2", "5.35%", Provenance.exact())
            .table(
                    "T",
                    "類別: text, 處數: 處, 率: %, 標準: truth, 日: date, 前日: date, 期: period",
                    "甲 | 3 | 50 | 是 | 109/12/31 | 109/12/30 | 109",
                    "乙 | 4 | 25 | 否 | 109/1/1 | 109/1/1 | 108",
                    "甲 | 12 | 75 | 是 | 2020-03-01 | 109/3/2 | 109/03")
            .table("E", "處數: 處")
            .table("U", "處數: 處", "2", "3", "5")
            .table("M", "類別: text, 處數: 處", "甲 | 3", "乙 | ", "| 5")
            .table("Z", "處數: 處, 除數: 處", "3 | 1", "4 | 0", " | 2")
            .definition("double", "five * 2")
            .definition("fourfold", "double + double");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            # constants, inputs, definitions, figures
            5                                   | 5
            5.350%                              | 5.35 %
            persons                             | 40 人
            paid                                | 6600000000 元
            fourfold                            | 20
            HP4.2                               | 5.35 %
            # arithmetic is exact, and types follow
            1/3*3                               | 1
            2/3+1/3                             | 1
            0.1+0.2                             | 0.3
            9007199254740992+1                  | 9007199254740993
            9223372036854775807+1               | 9223372036854775808
            10-2-3                              | 5
            2+3*4                               | 14
            2^10                                | 1024
            2^-2                                | 0.25
            4^0.5                               | 2
            -five                               | -5
            -(five-7)                           | 2
            cases/persons                       | 0.3
            cases/persons*100%                  | 30 %
            1-cases/persons                     | 0.7
            100%-rate                           | 5 %
            rate*persons                        | 38 人
            paid/tax*100%                       | 22000000/4112563 %
            received/budget                     | 79810087/84758678
            paid/persons                        | 165000000 元/人
            paid/persons*2人                    | 330000000 元
            received+1元                        | 159620174.001 千元
            0.1分*cases                         | 1.2 分
            # comparisons are chains
            1 < 2 < 3                           | true
            1 < 3 < 2                           | false
            five = 5.0                          | true
            five ≠ 5                            | false
            cases/persons ≧ 30%                 | true
            rate ≧ 96%                          | false
            "甲" = "甲"                         | true
            "甲" ≠ "乙"                         | true
            # logic and conditions
            true and five = 5                   | true
            true and false                      | false
            false or five > 4                   | true
            not five > 4                        | false
            if(five > 4, 1分, 2分)              | 1 分
            if(five > 5, 1分, 2分)              | 2 分
            if(true, cases/persons, 50%)        | 30 %
            # functions
            min(five, 3, 4)                     | 3
            max(cases/persons, 20%)             | 30 %
            round(746/15, 2)                    | 49.73
            average(1, 2, 4)                    | 7/3
            sqrt(16)                            | 4
            # caps and roundings
            atMost(120%, 100%)                  | 100 %
            atMost(80%, 100%)                   | 80 %
            atLeast(-3, 0)                      | 0
            atMost(cases/10件, 100%)            | 100 %
            rounded(paid/tax*100%, 2)           | 5.35 %
            rounded(-2.5, 0)                    | -3
            # aggregates
            sum{T: 處數}                        | 19 處
            sum{T: 處數 where 類別 = "甲"}      | 15 處
            count{T}                            | 3
            count{T where 標準}                 | 2
            average{T: 率}                      | 50 %
            min{T: 處數}                        | 3 處
            max{T: 處數 where 類別 = "乙"}      | 4 處
            sum{T: atMost(0.1分*處數, 1分)}     | 1.7 分
            sum{T: 處數 where 處數 < average{T: 處數}}   | 7 處
            sum{T: sum{E: 處數} + 處數}         | 19 處
            sum{T: count{T where 處數 > 3}}     | 6
            sum{T: count{Z where Z.處數 = T.處數}}   | missing: not reported
            sum{T: count{U where U.處數 < T.處數}}   | 6
            sum{U: sum{T: T.處數 where T.處數 > U.處數}} | 47 處
            sum{T: if(處數 > 3處, 1元, 1千元)}   | 1002 元
            max{T: if(處數 > 3處, 1千元, 2千元)} | 2000 元
            sum{E: if(處數 > 3處, 1千元, 2千元)} | 0 元
            count{T where 日 > 前日}            | 1
            count{T where 日 = 前日}            | 1
            count{T where 日 ≠ 前日}            | 2
            count{T where 期 = 期 and 期 ≧ 期}  | 3
            count{T where 類別 ≠ "甲"}          | 1
            count{T where 標準 = true}          | 2
            # no rows: sum and count are 0, the others have no value
            sum{E: 處數}                        | 0 處
            count{E}                            | 0
            average{E: 處數}                    | failed: no-rows
            min{T: 處數 where 類別 = "丙"}      | failed: no-rows
            max{E: 處數}                        | failed: no-rows
            # no dataset is missing, never 0
            count{Unknown}                      | missing: not reported
            """)
    void has(String formula, String outcome) {
        assertEquals(outcome, world.shown(formula));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            # arithmetic, functions, caps, roundings and comparisons need all of their operands
            gone + 1                            | missing: not reported
            1 + gone                            | missing: not reported
            0 * gone                            | missing: not reported
            -gone                               | missing: not reported
            min(1, gone)                        | missing: not reported
            count(1, gone)                      | missing: not reported
            atMost(gone, 1)                     | missing: not reported
            atMost(1, gone)                     | missing: not reported
            rounded(gone, 2)                    | missing: not reported
            gone = 1                            | missing: not reported
            gone = gone                         | missing: not reported
            not gone = 1                        | missing: not reported
            # what no later report can change outranks what one can, whatever comes first
            gone + unfit                        | missing: not applicable
            unfit + gone                        | missing: not applicable
            gone + later                        | missing: not reported
            later + gone                        | missing: not reported
            # a problem outranks a missing value, wherever it stands
            five/zero                           | failed: division-by-zero
            zero/zero                           | failed: division-by-zero
            0*(1/zero)                          | failed: division-by-zero
            min(1, 1/zero)                      | failed: division-by-zero
            gone + 1/zero                       | failed: division-by-zero
            1/zero + gone                       | failed: division-by-zero
            gone/zero                           | missing: not reported
            mod(5, zero)                        | failed: division-by-zero
            zero^-1                             | failed: outside-domain
            sqrt(-1)                            | failed: outside-domain
            ln(zero)                            | failed: outside-domain
            (-8)^0.5                            | failed: outside-domain
            clamp(5, 3, 1)                      | failed: outside-domain
            round(1, 0.5)                       | failed: outside-domain
            round(1, 2147483647)                | failed: too-large
            9^9^9                               | failed: too-large
            exp(1000000000)                     | failed: too-large
            # logic needs only what decides
            false and gone = 1                  | false
            gone = 1 and false                  | false
            true and gone = 1                   | missing: not reported
            true or gone = 1                    | true
            gone = 1 or true                    | true
            gone = 1 or false                   | missing: not reported
            1/zero > 1 and zero ≠ 0             | false
            zero ≠ 0 and 1/zero > 1             | false
            1/zero > 1 or gone = 1              | failed: division-by-zero
            gone = 1 or 1/zero > 1              | failed: division-by-zero
            # a chain is a conjunction of its pairs
            3 < 2 < gone                        | false
            gone < 3 < 2                        | false
            1 < 2 < gone                        | missing: not reported
            # a condition needs only the branch it takes
            if(zero = 0, 7, 1/zero)             | 7
            if(zero = 0, 7, gone)               | 7
            if(gone = 1, 7, 7)                  | missing: not reported
            if(1/zero = 1, 7, 7)                | failed: division-by-zero
            # aggregates need every row that passes, and an answer of the filter for every row
            sum{M: 處數}                        | missing: not reported
            average{M: 處數}                    | missing: not reported
            count{M}                            | 3
            count{M where 處數 > 0}             | missing: not reported
            sum{M: 處數 where 類別 = "甲"}      | missing: not reported
            sum{M: 處數 where 類別 = "甲" and 處數 = 3}   | 3 處
            sum{Z: 處數/除數}                   | failed: division-by-zero
            sum{Z: 處數/除數 where 除數 = 1}    | 3
            sum{Z: 處數}                        | missing: not reported
            """)
    void isStrict(String formula, String outcome) {
        assertEquals(outcome, world.shown(formula));
    }
}
