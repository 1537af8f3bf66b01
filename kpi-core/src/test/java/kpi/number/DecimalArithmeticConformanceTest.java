package kpi.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The finite cases of the General Decimal Arithmetic test suite: computed exactly, then rounded to the precision and mode of the
 * row, each must give the printed result.
 *
 * <p>Every operation of the file applies, and so does every row. What a row also says but our numbers do not have is left out of
 * the comparison:
 *
 * <ul>
 *   <li>a sign of zero: {@code -0} is 0;
 *   <li>trailing zeros: numbers are compared by value; {@code quantize} and {@code rescale}, which are about places, are
 *       compared with their places through {@link Exact#toBigDecimal(int, java.math.RoundingMode)};
 *   <li>conditions such as {@code Rounded}; only {@code Inexact} is used, to know which powers are exact.
 * </ul>
 *
 * {@code squareroot}, {@code exp}, {@code ln} and {@code log10} round half-even whatever the row says, as the suite has it. An
 * inexact {@code power} is right within one unit of its last digit, since the suite promises no more; an exact one is equal.
 * {@code divide} of numbers far apart has an exact quotient beyond the budget for fractions; such rows are divided and rounded
 * in one step, the others both ways.
 */
class DecimalArithmeticConformanceTest {
    private static final Map<String, Integer> ROWS = new TreeMap<>(Map.ofEntries(
            Map.entry("abs", 59),
            Map.entry("add", 2620),
            Map.entry("compare", 1034),
            Map.entry("divide", 1089),
            Map.entry("divideint", 654),
            Map.entry("exp", 368),
            Map.entry("fma", 1602),
            Map.entry("ln", 351),
            Map.entry("log10", 348),
            Map.entry("max", 183),
            Map.entry("min", 173),
            Map.entry("minus", 80),
            Map.entry("multiply", 874),
            Map.entry("plus", 87),
            Map.entry("power", 1113),
            Map.entry("quantize", 493),
            Map.entry("reduce", 134),
            Map.entry("remainder", 802),
            Map.entry("remaindernear", 294),
            Map.entry("rescale", 374),
            Map.entry("squareroot", 3305),
            Map.entry("subtract", 1067),
            Map.entry("tointegral", 155),
            Map.entry("tointegralx", 167)));

    private record Row(NamedCsvRecord fields) {
        String field(String name) {
            return fields.getField(name);
        }

        int digits() {
            return Integer.parseInt(field("precision"));
        }

        Rounding rounding() {
            return Rounding.valueOf(field("rounding").toUpperCase(Locale.ROOT));
        }

        Exact operand(int number) {
            return Exact.of(new BigDecimal(field("operand" + number)));
        }

        BigDecimal expected() {
            return new BigDecimal(field("expected"));
        }

        boolean inexact() {
            return field("conditions").toLowerCase(Locale.ROOT).contains("inexact");
        }
    }

    @Test
    void everyRowAgrees() throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        List<String> disagreements = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(Cases.file("dectest/dectest_finite.csv"), StandardCharsets.UTF_8)) {
            for (NamedCsvRecord fields : rows) {
                Row row = new Row(fields);
                counts.merge(row.field("operation"), 1, Integer::sum);
                String found = compute(row);
                if (!found.isEmpty()) {
                    disagreements.add(fields.getFields() + " but found " + found);
                }
            }
        }
        assertEquals(List.of(), disagreements);
        assertEquals(ROWS, counts);
    }

    /** The wrong result, or nothing. */
    private static String compute(Row row) {
        try {
            String operation = row.field("operation");
            if (operation.equals("quantize") || operation.equals("rescale")) {
                return places(row, operation);
            }
            Exact expected = Exact.of(row.expected());
            Exact found = value(row, operation);
            boolean agrees = operation.equals("power") && row.inexact()
                    ? found.minus(expected).abs().compareTo(lastUnit(row)) <= 0
                    : found.equals(expected);
            return agrees ? "" : found.toString();
        } catch (NumberException refused) {
            return refused.toString();
        }
    }

    private static String places(Row row, String operation) {
        String second = row.field("operand2");
        int places =
                operation.equals("rescale") ? -new BigDecimal(second).intValueExact() : new BigDecimal(second).scale();
        BigDecimal found = row.operand(1).toBigDecimal(places, row.rounding().mode());
        boolean agrees = found.compareTo(row.expected()) == 0
                && found.scale() == row.expected().scale();
        return agrees ? "" : found.toString();
    }

    private static Exact value(Row row, String operation) {
        int digits = row.digits();
        Rounding mode = row.rounding();
        Exact a = row.operand(1);
        switch (operation) {
            case "abs":
                return a.abs().roundToDigits(digits, mode);
            case "minus":
                return a.negate().roundToDigits(digits, mode);
            case "plus", "reduce":
                return a.roundToDigits(digits, mode);
            case "tointegral", "tointegralx":
                return a.round(0, mode);
            case "squareroot":
                return Approximations.root(a, 2, digits);
            case "exp":
                return Approximations.exp(a, digits);
            case "ln":
                return Approximations.ln(a, digits);
            case "log10":
                return Approximations.log10(a, digits);
            default:
                return value(row, operation, a, row.operand(2));
        }
    }

    private static Exact value(Row row, String operation, Exact a, Exact b) {
        int digits = row.digits();
        Rounding mode = row.rounding();
        switch (operation) {
            case "add":
                return a.plus(b).roundToDigits(digits, mode);
            case "subtract":
                return a.minus(b).roundToDigits(digits, mode);
            case "multiply":
                return a.times(b).roundToDigits(digits, mode);
            case "fma":
                return a.times(b).plus(row.operand(3)).roundToDigits(digits, mode);
            case "divide":
                return quotient(a, b, digits, mode);
            case "divideint":
                return a.integerQuotient(b);
            case "remainder":
                return a.remainder(b).roundToDigits(digits, mode);
            case "remaindernear":
                return a.minus(b.times(a.dividedBy(b, 0, Rounding.HALF_EVEN))).roundToDigits(digits, mode);
            case "compare":
                return Exact.of(a.compareTo(b));
            case "max":
                return a.max(b).roundToDigits(digits, mode);
            case "min":
                return a.min(b).roundToDigits(digits, mode);
            case "power":
                return Approximations.power(a, b, digits);
            default:
                throw new AssertionError("an operation the test does not know: " + operation);
        }
    }

    private static Exact quotient(Exact a, Exact b, int digits, Rounding mode) {
        BigInteger dividend = a.rawNumerator().multiply(b.rawDenominator());
        BigInteger divisor = a.rawDenominator().multiply(b.rawNumerator()).abs();
        int first = dividend.signum() == 0 ? 0 : SignificantDigits.exponent(dividend, divisor);
        Exact rounded = a.dividedBy(b, digits - 1 - first, mode);
        Optional<Exact> exact = exactQuotient(a, b);
        exact.ifPresent(quotient -> assertEquals(rounded, quotient.roundToDigits(digits, mode)));
        return rounded;
    }

    private static Optional<Exact> exactQuotient(Exact a, Exact b) {
        try {
            return Optional.of(a.dividedBy(b));
        } catch (NumberException refused) {
            assertEquals(NumberException.Kind.TOO_LARGE, refused.kind());
            return Optional.empty();
        }
    }

    private static Exact lastUnit(Row row) {
        BigDecimal expected = row.expected();
        return Exact.of(1, expected.scale() - expected.precision() + row.digits());
    }
}
