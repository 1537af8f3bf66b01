package kpi.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Capped attainment against an independent reference, for every actual of two places up to the target. Every fourth
 * actual against 80 is an exact tie at two places, and every twenty-fourth against 96: there half-up shows.
 */
class CappedRatioTest {
    @ParameterizedTest
    @CsvSource({"80, 8000, 2000", "96, 9600, 400"})
    void everyActualIsRoundedHalfUp(int target, int actuals, int ties) {
        StringBuilder input = new StringBuilder();
        for (int hundredths = 1; hundredths <= actuals; hundredths++) {
            input.append("{\"id\":\"")
                    .append(hundredths)
                    .append("\",\"formula\":\"min(actual/target, 100%)\",\"inputs\":{\"actual\":\"")
                    .append(BigDecimal.valueOf(hundredths, 2))
                    .append("\",\"target\":\"")
                    .append(target)
                    .append("\"},\"unit\":\"%\",\"places\":2}\n");
        }
        List<Map<String, Object>> answers =
                JsonTree.lines(Run.with(input.toString(), "calc", "--jsonl").out());
        assertEquals(actuals, answers.size());
        int found = 0;
        for (int hundredths = 1; hundredths <= actuals; hundredths++) {
            BigDecimal percent = BigDecimal.valueOf(hundredths);
            String expected = percent.divide(BigDecimal.valueOf(target), 2, RoundingMode.HALF_UP)
                    .min(new BigDecimal("100.00"))
                    .toPlainString();
            assertEquals(expected, answers.get(hundredths - 1).get("value"), "actual " + percent.movePointLeft(2));
            boolean tie = (hundredths * 1000L) % target == 0 && (hundredths * 1000L / target) % 10 == 5;
            found += tie ? 1 : 0;
        }
        assertEquals(ties, found, "ties among the actuals");
    }
}
