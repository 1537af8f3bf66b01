package kpi.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;
import kpi.model.Arithmetic.Operator;
import kpi.model.InputDefinition;
import kpi.number.Exact;
import kpi.run.Card;
import kpi.run.Formula;
import kpi.unit.Units;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every actual of two places from 0.01 to the target, held against targets that make ties: a quarter of the quotients by
 * 80 end in a five at the third place. The reference knows integers only.
 */
class AttainmentReferenceTest {
    private static final InputDefinition ACTUAL = Card.input("", "actual", Units.PERCENT);
    private static final InputDefinition TARGET = Card.input("", "target", Units.PERCENT);
    private static final Formula RATIO = Formula.of(
            Card.calc(Card.term(ACTUAL), Operator.DIVIDE, Card.term(TARGET)),
            List.of(ACTUAL, TARGET),
            Units.PERCENT,
            List.of(Card.atMost("100%"), Card.round(2, Units.PERCENT)));

    @ParameterizedTest
    @ValueSource(ints = {80, 96})
    void everyActualOfTwoPlaces(int target) {
        int ties = 0;
        for (int hundredths = 1; hundredths <= target * 100; hundredths++) {
            Exact found = RATIO.evaluate(new Exact[] {Exact.of(hundredths, 2), Exact.of(target)});
            assertEquals(reference(hundredths, target), found, hundredths + "/100 against " + target);
            ties += isTie(hundredths, target) ? 1 : 0;
        }
        assertEquals(target == 80 ? 2_000 : 400, ties);
    }

    /** Hundredths of a percent, half up: {@code floor((2n + d) / 2d)} with n/d the exact attainment of 10,000. */
    private static Exact reference(int hundredths, int target) {
        BigInteger n = BigInteger.valueOf(hundredths).multiply(BigInteger.valueOf(100));
        BigInteger d = BigInteger.valueOf(target);
        BigInteger rounded = n.add(n).add(d).divide(d.add(d));
        return Exact.of(rounded.min(BigInteger.valueOf(10_000))).dividedBy(Exact.HUNDRED);
    }

    private static boolean isTie(int hundredths, int target) {
        return 200 * hundredths % target == 0 && 100 * hundredths % target != 0;
    }
}
