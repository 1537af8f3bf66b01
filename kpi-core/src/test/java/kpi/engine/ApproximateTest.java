package kpi.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Being approximate is a matter of the text: it is known before data, and comes from branches that are not taken too. */
class ApproximateTest {
    private final World world = new World()
            .input("x", "4")
            .input("n", "2")
            .kpi("ROUGH", "3", Provenance.exact().asApproximate())
            .table("T", "v: number", "4", "9")
            .definition("root", "sqrt(x)")
            .definition("twice", "root * 2")
            .definition("plain", "x * 2");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x + 1                         | false
            plain                         | false
            sqrt(4)                       | true
            1 + sqrt(x) * 2               | true
            min(x, sqrt(x))               | true
            x^2                           | false
            x^-2                          | false
            x^0.5                         | true
            x^n                           | true
            power(x, 2)                   | false
            power(x, -2)                  | false
            power(x, n)                   | true
            twice + 1                     | true
            if(x > 1, x, sqrt(x))         | true
            if(x > 1, x, root)            | true
            if(x > 1, x, ROUGH)           | true
            if(x > 1, x, plain)           | false
            x > 9 and sqrt(x) > 1         | true
            9 < x < sqrt(x)               | true
            sum{T: v}                     | false
            sum{T: sqrt(v)}               | true
            count{T where sqrt(v) > 2}    | true
            rounded(sqrt(x), 2)           | true
            sqrt(x - 5)                   | true
            """)
    void reaches(String formula, boolean approximate) {
        assertEquals(approximate, world.evaluate(formula).provenance().approximate());
    }
}
