package kpi.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import kpi.diagnostic.KpiException;
import kpi.diagnostic.KpiUsageException;
import org.junit.jupiter.api.Test;

/** What a host hands in is taken at its word once, and what it asks wrongly is answered with an exception of the library. */
class HostValuesTest {
    /** A number that changes each time it is asked. */
    private static final class Moody extends BigInteger {
        private static final long serialVersionUID = 1L;
        private int asked;

        Moody(String value) {
            super(value);
        }

        @Override
        public byte[] toByteArray() {
            return new byte[] {(byte) ++asked};
        }

        @Override
        public int bitLength() {
            throw new IllegalStateException("a host's method must not be relied upon");
        }
    }

    /** A decimal that has another unscaled value than it was made with. */
    private static final class Posing extends BigDecimal {
        private static final long serialVersionUID = 1L;

        Posing(String value) {
            super(value);
        }

        @Override
        public BigInteger unscaledValue() {
            return new Moody("99");
        }

        @Override
        public int precision() {
            throw new IllegalStateException("a host's method must not be relied upon");
        }
    }

    @Test
    void aSubclassIsCopiedOnce() {
        assertEquals("1", Exact.of(new Moody("7")).toString());
        assertEquals("1", Exact.of(new Moody("7"), new Moody("9")).toString());
        assertEquals("0.01", Exact.of(new Posing("123.45")).toString());
    }

    @Test
    void aPlainValueIsNotCopied() {
        BigInteger integer = new BigInteger("12345678901234567890");
        BigDecimal decimal = new BigDecimal("1.5");
        assertSame(integer, Untrusted.copy(integer));
        assertSame(decimal, Untrusted.copy(decimal));
    }

    @Test
    void nullIsRefusedAtTheBorder() {
        assertThrows(NullPointerException.class, () -> Exact.of((BigDecimal) null));
        assertThrows(NullPointerException.class, () -> Exact.of((String) null));
        assertThrows(NullPointerException.class, () -> Exact.ONE.plus(null));
    }

    @Test
    void aRefusalSaysItsKindAndIsAnExceptionOfTheLibrary() {
        NumberException refusal = assertThrows(NumberException.class, () -> Exact.ONE.dividedBy(Exact.ZERO));
        assertEquals(NumberException.Kind.DIVISION_BY_ZERO, refusal.kind());
        assertEquals("division by zero", refusal.getMessage());
        assertEquals(KpiException.class, NumberException.class.getSuperclass());
    }

    @Test
    void whatANumberIsNotIsSaidWithItsSize() {
        KpiUsageException noLong =
                assertThrows(KpiUsageException.class, () -> Exact.of("1/3").unscaledLong());
        assertEquals("the number does not fit a long: ask fitsLong() first; it has 1 digits", noLong.getMessage());
        assertThrows(KpiUsageException.class, () -> Exact.of("1/3").decimal());
        assertThrows(
                KpiUsageException.class, () -> Exact.of("9223372036854775808").longNumerator());
        assertThrows(
                KpiUsageException.class, () -> Exact.of("9223372036854775808").longDenominator());
    }

    @Test
    void anOffsetOutsideTheTextIsTheHostsMistake() {
        NumberBudget budget = NumberBudget.standard();
        assertThrows(KpiUsageException.class, () -> NumberText.read("12", -1, budget));
        assertThrows(KpiUsageException.class, () -> NumberText.read("12", 3, budget));
        assertEquals(new NumberText.Fault(NumberText.Fault.Kind.NOT_A_NUMBER, 2, ""), NumberText.read("12", 2, budget));
    }
}
