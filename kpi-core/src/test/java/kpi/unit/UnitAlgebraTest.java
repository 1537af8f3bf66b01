package kpi.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import kpi.source.DisplayWidth;
import kpi.unit.UnitAlgebra.Outcome;
import kpi.unit.UnitAlgebra.Reason;
import org.junit.jupiter.api.Test;

/** Every pair of dimensions under every operator, against a table that people can read: algebra.txt. */
class UnitAlgebraTest {
    private static final Map<String, Dimension> DIMENSIONS = new LinkedHashMap<>();

    static {
        DIMENSIONS.put("number", Dimension.NUMBER);
        DIMENSIONS.put("ratio", Dimension.RATIO);
        for (String symbol : new String[] {"%", "百分點", "分", "人", "件", "元", "公尺", "平方公尺", "元/人", "人/平方公尺"}) {
            DIMENSIONS.put(
                    symbol, UnitTable.standard().find(symbol).orElseThrow().dimension());
        }
    }

    private static final Map<Reason, String> SHORT = Map.of(
            Reason.DIFFERENT_LABELS, "!labels",
            Reason.DIFFERENT_DIMENSIONS, "!kinds",
            Reason.NUMBER_AND_PERCENT, "!number",
            Reason.NUMBER_AND_PERCENTAGE_POINT, "!number",
            Reason.NUMBER_AND_MONEY, "!number",
            Reason.MONEY_SQUARED, "!money²",
            Reason.NO_SUCH_PRODUCT, "!product",
            Reason.NO_SUCH_QUOTIENT, "!quotient",
            Reason.EXPONENT_TOO_LARGE, "!exponent");

    @Test
    void everyPairOfDimensionsIsAsInTheTable() throws IOException {
        String table = table("a + b, a − b, comparing, joining", UnitAlgebra::plus)
                + table("a × b", UnitAlgebra::times)
                + table("a ÷ b", UnitAlgebra::dividedBy)
                + powers();
        if (Boolean.getBoolean("kpi.accept")) {
            Files.writeString(Path.of("src/test/resources/kpi/unit/algebra.txt"), table);
        }
        try (InputStream expected = Objects.requireNonNull(UnitAlgebraTest.class.getResourceAsStream("algebra.txt"))) {
            assertEquals(new String(expected.readAllBytes(), StandardCharsets.UTF_8), table);
        }
    }

    @Test
    void differenceComparisonAndJoinAreTypedAsTheSum() {
        for (Dimension a : DIMENSIONS.values()) {
            for (Dimension b : DIMENSIONS.values()) {
                Outcome sum = UnitAlgebra.plus(a, b);
                assertEquals(sum, UnitAlgebra.minus(a, b));
                assertEquals(sum, UnitAlgebra.compare(a, b));
                assertEquals(sum, UnitAlgebra.join(a, b));
            }
        }
    }

    @Test
    void aBareNumberBesidePercentPercentagePointsAndMoneyHasAReasonOfItsOwn() {
        assertEquals(
                new Outcome.Clash(Reason.NUMBER_AND_PERCENT), UnitAlgebra.minus(Dimension.NUMBER, Dimension.PERCENT));
        assertEquals(
                new Outcome.Clash(Reason.NUMBER_AND_PERCENTAGE_POINT),
                UnitAlgebra.plus(Dimension.PERCENTAGE_POINT, Dimension.NUMBER));
        assertEquals(new Outcome.Clash(Reason.NUMBER_AND_MONEY), UnitAlgebra.plus(Dimension.money(), Dimension.NUMBER));
    }

    @Test
    void whatCancelsOutLeavesACountOrARatio() {
        Dimension perPerson = DIMENSIONS.get("元/人");
        assertEquals(of("人"), UnitAlgebra.dividedBy(DIMENSIONS.get("元"), perPerson));
        assertEquals(new Outcome.Of(Dimension.RATIO), UnitAlgebra.dividedBy(perPerson, DIMENSIONS.get("元")));
        assertEquals(of("人"), UnitAlgebra.times(DIMENSIONS.get("人/平方公尺"), DIMENSIONS.get("平方公尺")));
    }

    @Test
    void exponentsEndAtTheirBound() {
        Dimension largest = new Dimension.Physical(new TreeMap<>(Map.of("公尺", Dimension.Physical.MAX_EXPONENT)));
        Dimension length = Dimension.base("公尺");
        assertEquals(new Outcome.Of(largest), UnitAlgebra.power(length, Dimension.Physical.MAX_EXPONENT));
        Outcome tooLarge = new Outcome.Clash(Reason.EXPONENT_TOO_LARGE);
        assertEquals(tooLarge, UnitAlgebra.times(largest, length));
        assertEquals(tooLarge, UnitAlgebra.power(length, Dimension.Physical.MAX_EXPONENT + 1));
        assertEquals(tooLarge, UnitAlgebra.power(length, Integer.MAX_VALUE));
        assertEquals(tooLarge, UnitAlgebra.power(length, Integer.MIN_VALUE));
    }

    @Test
    void labelsToo() {
        Dimension result = Dimension.money();
        for (int i = 0; i < Dimension.Physical.MAX_EXPONENT; i++) {
            result = ((Outcome.Of) UnitAlgebra.dividedBy(result, Dimension.count("人"))).dimension();
        }
        assertEquals("元/人⁹", result.symbol());
        assertEquals(new Outcome.Clash(Reason.EXPONENT_TOO_LARGE), UnitAlgebra.dividedBy(result, Dimension.count("人")));
    }

    private static Outcome of(String symbol) {
        return new Outcome.Of(DIMENSIONS.get(symbol));
    }

    private static String table(String title, BinaryOperatorOfDimensions operator) {
        StringBuilder table = new StringBuilder(title + "\n" + row("a \\ b", DIMENSIONS.keySet()));
        DIMENSIONS.forEach((name, a) -> table.append(row(
                name,
                DIMENSIONS.values().stream()
                        .map(b -> shown(operator.apply(a, b)))
                        .toList())));
        return table.append("\n").toString();
    }

    private static String powers() {
        int[] exponents = {-3, -2, -1, 0, 1, 2, 3, 4};
        StringBuilder table = new StringBuilder("a to the power of n\n");
        table.append(row(
                "a \\ n", Arrays.stream(exponents).mapToObj(Integer::toString).toList()));
        DIMENSIONS.forEach((name, a) -> table.append(row(
                name,
                Arrays.stream(exponents)
                        .mapToObj(n -> shown(UnitAlgebra.power(a, n)))
                        .toList())));
        return table.toString();
    }

    private interface BinaryOperatorOfDimensions {
        Outcome apply(Dimension a, Dimension b);
    }

    private static String shown(Outcome outcome) {
        if (outcome instanceof Outcome.Clash clash) {
            return Objects.requireNonNull(SHORT.get(clash.reason()));
        }
        Dimension dimension = ((Outcome.Of) outcome).dimension();
        return DIMENSIONS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(dimension))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(dimension.symbol());
    }

    private static String row(String first, Iterable<String> cells) {
        StringBuilder row = new StringBuilder(padded(first));
        cells.forEach(cell -> row.append("| ").append(padded(cell)));
        return row.toString().stripTrailing() + "\n";
    }

    private static String padded(String text) {
        return text + " ".repeat(Math.max(1, 16 - DisplayWidth.of(text)));
    }
}
