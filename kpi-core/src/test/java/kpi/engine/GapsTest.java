package kpi.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.model.MissingKind;
import kpi.model.Step;
import kpi.source.Place;
import kpi.unit.Units;
import kpi.value.Absence;
import kpi.value.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule may say about values that are missing or undefined, and what becomes of the reasons. */
class GapsTest {
    private final World world = new World()
            .input("five", "5")
            .input("zero", "0")
            .input("paid", "7元")
            .input("rate", "95%")
            .missing("gone", "", Absence.NOT_REPORTED)
            .missing("unfit", "", Absence.NOT_APPLICABLE)
            .missing("later", "", Absence.NOT_YET_RELEASED)
            .missing("unpaid", "元", Absence.NOT_REPORTED)
            .outcome(
                    "twice",
                    Units.NUMBER,
                    new Outcome.Failed(
                            ((Outcome.Failed) new World().input("o", "0").evaluate("1 / o")).problem(),
                            Provenance.exact(),
                            false))
            .table("M", "類別: text, 處數: 處", "甲 | 3", "乙 | ", "| 5");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            # tests need only whether there is a value
            isMissing(gone)                     | true
            isMissing(unfit)                    | true
            isMissing(five)                     | false
            isMissing(1/zero)                   | false
            isUndefined(1/zero)                 | true
            isUndefined(sqrt(-1))               | true
            isUndefined(average{M: 處數 where 處數 > 9處 and 類別 = "甲"})  | true
            isUndefined(gone)                   | false
            isUndefined(five)                   | false
            isNotReported(gone)                 | true
            isNotReported(unfit)                | false
            isNotReported(later)                | false
            isNotApplicable(gone)               | false
            isNotApplicable(unfit)              | true
            isNotApplicable(gone + unfit)       | true
            isMissing(gone + 1/zero)            | false
            isUndefined(gone + 1/zero)          | true
            # neither missing nor undefined: something else is wrong, and stays so
            isMissing(twice)                    | failed: division-by-zero
            isUndefined(twice)                  | failed: division-by-zero
            isUndefined(9^9^9)                  | failed: too-large
            ifUndefined(9^9^9, 1)               | failed: too-large
            # a guard that tests needs no more
            if(isMissing(gone), 0, gone)        | 0
            if(isUndefined(1/zero), 0, 1/zero)  | 0
            isMissing(gone) or gone > 1         | true
            isMissing(gone) and five > 1        | true
            count{M where isMissing(處數)}      | 1
            count{M where isMissing(類別)}      | 1
            sum{M: ifMissing(處數, 1處)}        | 9 處
            sum{M: 處數 where not isMissing(處數)}  | 8 處
            # a value in place of one that is missing
            ifMissing(gone, 0)                  | 0
            ifMissing(five, 0)                  | 5
            ifMissing(gone, unfit)              | missing: not applicable
            ifMissing(unfit, 1/zero)            | failed: division-by-zero
            ifMissing(1/zero, 0)                | failed: division-by-zero
            ifMissing(unpaid, 3元) + paid       | 10 元
            ifMissing(five, 1/zero)             | 5
            ifNotReported(gone, 0)              | 0
            ifNotReported(unfit, 0)             | missing: not applicable
            ifUndefined(1/zero, 0)              | 0
            ifUndefined(five/zero, 0%)          | 0 %
            ifUndefined(gone, 0)                | missing: not reported
            ifUndefined(ifMissing(gone, 1/zero), 3) | 3
            rounded(ifMissing(gone, 1/3), 2)    | 0.33
            # another kind of missing
            asNotApplicable(gone)               | missing: not applicable
            asNotApplicable(five)               | 5
            asNotApplicable(1/zero)             | failed: division-by-zero
            # left out of a call
            max(five, leftOut(gone))            | 5
            max(leftOut(gone), leftOut(unfit), 2)   | 2
            average(five, leftOut(gone), 1)     | 3
            count(five, leftOut(gone))          | 1
            sum(leftOut(paid), leftOut(unpaid)) | 7 元
            max(leftOut(gone))                  | missing: not reported
            max(leftOut(gone), leftOut(unfit))  | missing: not applicable
            max(leftOut(gone), unfit)           | missing: not applicable
            max(leftOut(gone), unpaid/1元)      | missing: not reported
            max(five, leftOut(1/zero))          | failed: division-by-zero
            geometric_mean(2, leftOut(gone), 8) | 4
            """)
    void has(String formula, String outcome) {
        assertEquals(outcome, world.shown(formula));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            five                                | false
            max(five, leftOut(gone))            | true
            max(five, leftOut(zero))            | false
            ifMissing(gone, 1)                  | true
            ifMissing(five, 1)                  | false
            ifUndefined(1/zero, 1)              | false
            isMissing(gone)                     | false
            if(isMissing(gone), 0, gone)        | false
            sum{M: ifMissing(處數, 1處)}        | true
            """)
    void whatRestsOnASubstituteForMissingDataIsPartial(String formula, boolean partial) {
        assertEquals(partial, world.evaluate(formula).provenance().partial());
    }

    private List<String> reasons(String formula) {
        return ((Outcome.Missing) world.evaluate(formula))
                .reasons().stream()
                        .map(reason -> reason.absence().in(Language.EN) + " @ " + reason.place())
                        .toList();
    }

    @Test
    void everyReasonIsKeptOnceAndTheOneThatStandsComesFirst() {
        String gone = "not reported @ " + Place.input("gone");
        String unfit = "not applicable @ " + Place.input("unfit");
        String later = "not yet released @ " + Place.input("later");
        assertEquals(List.of(gone), reasons("gone * gone + 1"));
        assertEquals(List.of(gone, later), reasons("gone - later"));
        assertEquals(List.of(gone, later), reasons("later - gone"));
        assertEquals(List.of(unfit, gone, later), reasons("max(gone, later, unfit)"));
        assertEquals(List.of(gone, later), reasons("max(leftOut(gone), leftOut(later))"));
    }

    @Test
    void anotherKindOfMissingKeepsWhatIsBehindIt() {
        Outcome.Missing missing = (Outcome.Missing) world.evaluate("asNotApplicable(gone)");
        assertEquals("附表未列", missing.reason().in(Language.ZH_TW));
        assertEquals(
                List.of(Absence.NOT_APPLICABLE, Absence.NOT_REPORTED),
                missing.reasons().stream().map(Outcome.Reason::absence).toList());
    }

    @Test
    void noMoreReasonsAreKeptThanAPersonReads() {
        World many = new World()
                .table("M", "處數: 處", java.util.Collections.nCopies(1_000, "").toArray(String[]::new));
        Outcome.Missing missing = (Outcome.Missing) many.evaluate("sum{M: 處數}");
        assertEquals(Outcome.Missing.MOST_REASONS, missing.reasons().size());
        Outcome.Missing nearer = missing.because(new LocalText("近", "near"), Place.input("near"));
        assertEquals("near", nearer.reason().in(Language.EN));
        assertEquals(Outcome.Missing.MOST_REASONS, nearer.reasons().size());
    }

    @Test
    void aStepReplacesAFigureWithoutAValue() {
        Step step = new Step.Replace(World.span("if undefined 0%"), MissingKind.UNDEFINED, world.term("0%"));
        Scope scope = world.scope();
        assertEquals("0 %", World.shown(ReferenceEngine.apply(List.of(step), world.evaluate("five / zero"), scope)));
        assertEquals("5", World.shown(ReferenceEngine.apply(List.of(step), world.evaluate("five"), scope)));
        Outcome missing = ReferenceEngine.apply(List.of(step), world.evaluate("gone"), scope);
        assertTrue(missing.lacks(MissingKind.NOT_REPORTED));
        assertFalse(missing.lacks(MissingKind.UNDEFINED));
        assertEquals(
                Quantity.of("5", Units.NUMBER),
                world.evaluate("five").quantity().orElseThrow());
    }
}
