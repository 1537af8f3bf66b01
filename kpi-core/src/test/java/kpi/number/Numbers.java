package kpi.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Exact numbers of all three forms, those at the borders between the forms among them. */
class Numbers extends DomainContextBase {
    private static final String[] BORDERS = {
        "0",
        "1",
        "-1",
        "0.5",
        "-0.5",
        "2.5",
        "-2.5",
        "1/3",
        "-2/3",
        "9223372036854775807",
        "-9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "-9223372036854775809",
        "9.223372036854775807",
        "9.223372036854775808",
        "-9.223372036854775808",
        "1000000000000000000",
        "0.000000000000000001",
        "0.0000000000000000001",
        "10000000000000000000",
        "4611686018427387904",
        "3037000500",
        "1/9223372036854775807",
        "9223372036854775807/2305843009213693951",
        "1/18446744073709551616",
    };

    @Provide
    Arbitrary<Exact> exact() {
        // The borders are drawn often enough; combining the edge cases of every part as well would leave no tries for
        // the rest.
        return Arbitraries.frequencyOf(
                        Tuple.of(4, scaledLongs()),
                        Tuple.of(2, plainDecimals()),
                        Tuple.of(3, wideDecimals()),
                        Tuple.of(4, fractions()),
                        Tuple.of(2, borders()))
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<Rounding> rounding() {
        return Arbitraries.of(Rounding.class);
    }

    static Arbitrary<Exact> borders() {
        return Arbitraries.of(BORDERS).map(Exact::of);
    }

    static Arbitrary<Exact> scaledLongs() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(0, 18))
                .as(Exact::of);
    }

    /** What documents print: few digits, few places, many ties. */
    static Arbitrary<Exact> plainDecimals() {
        return Combinators.combine(
                        Arbitraries.longs().between(-100_000, 100_000),
                        Arbitraries.integers().between(0, 4))
                .as(Exact::of);
    }

    static Arbitrary<Exact> wideDecimals() {
        return Combinators.combine(bigIntegers(60), Arbitraries.integers().between(-30, 60))
                .as((unscaled, scale) -> Exact.of(new BigDecimal(unscaled, scale)));
    }

    static Arbitrary<Exact> fractions() {
        Arbitrary<BigInteger> small = Arbitraries.longs().between(1, 5_000).map(BigInteger::valueOf);
        Arbitrary<BigInteger> longs =
                Arbitraries.longs().between(1, Long.MAX_VALUE).map(BigInteger::valueOf);
        Arbitrary<BigInteger> big = bigIntegers(40).map(n -> n.abs().add(BigInteger.ONE));
        Arbitrary<BigInteger> numerators =
                Arbitraries.oneOf(small, longs, big, small.map(BigInteger::negate), longs.map(BigInteger::negate));
        return Combinators.combine(numerators, Arbitraries.oneOf(small, longs, big))
                .as((n, d) -> Exact.of(n, d));
    }

    static Arbitrary<BigInteger> bigIntegers(int digits) {
        BigInteger limit = BigInteger.TEN.pow(digits);
        return Arbitraries.bigIntegers().between(limit.negate(), limit);
    }
}
