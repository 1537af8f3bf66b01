package kpi.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SortedMap;
import java.util.TreeMap;
import kpi.unit.UnitAlgebra.Outcome;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every dimension, compounds included. */
class UnitLawsTest {
    @Property
    void sumsAndProductsDoNotDependOnTheOrder(@ForAll("dimensions") Dimension a, @ForAll("dimensions") Dimension b) {
        assertEquals(UnitAlgebra.plus(a, b), UnitAlgebra.plus(b, a));
        assertEquals(UnitAlgebra.times(a, b), UnitAlgebra.times(b, a));
    }

    @Property
    void likePlusLikeIsLikeAndLikeOverLikeIsARatio(@ForAll("dimensions") Dimension a) {
        assertEquals(new Outcome.Of(a), UnitAlgebra.plus(a, a));
        assertEquals(new Outcome.Of(Dimension.RATIO), UnitAlgebra.dividedBy(a, a));
    }

    @Property
    void aSumHasTheDimensionOfASideOrIsAPercentage(
            @ForAll("dimensions") Dimension a, @ForAll("dimensions") Dimension b) {
        if (UnitAlgebra.plus(a, b) instanceof Outcome.Of of) {
            boolean ofASide = of.dimension().equals(a) || of.dimension().equals(b);
            assertTrue(ofASide || of.dimension().equals(Dimension.PERCENT));
        }
    }

    @Property
    void aBareNumberChangesNoProductAndNoQuotient(@ForAll("dimensions") Dimension a) {
        assertEquals(new Outcome.Of(a), UnitAlgebra.times(Dimension.NUMBER, a));
        Assume.that(!(a instanceof Dimension.Plain));
        assertEquals(new Outcome.Of(a), UnitAlgebra.dividedBy(a, Dimension.NUMBER));
    }

    @Property
    void dividingMeasuresUndoesMultiplyingThem(@ForAll("measures") Dimension a, @ForAll("measures") Dimension b) {
        if (UnitAlgebra.times(a, b) instanceof Outcome.Of product
                && product.dimension() instanceof Dimension.Physical) {
            assertEquals(new Outcome.Of(a), UnitAlgebra.dividedBy(product.dimension(), b));
        }
        if (UnitAlgebra.dividedBy(a, b) instanceof Outcome.Of quotient
                && quotient.dimension() instanceof Dimension.Physical) {
            assertEquals(new Outcome.Of(a), UnitAlgebra.times(quotient.dimension(), b));
        }
    }

    @Property
    void whatIsPerCountTimesThatCountIsWhatItWas(@ForAll("measures") Dimension a, @ForAll("counts") Dimension count) {
        if (UnitAlgebra.dividedBy(a, count) instanceof Outcome.Of each
                && ((Dimension.Physical) each.dimension()).labels().getOrDefault(count.symbol(), 0) < 0) {
            assertEquals(new Outcome.Of(a), UnitAlgebra.times(each.dimension(), count));
        }
    }

    @Property
    void aPowerIsARepeatedProduct(
            @ForAll("dimensions") Dimension a, @ForAll @IntRange(min = 1, max = 12) int exponent) {
        Assume.that(!(a instanceof Dimension.Count));
        Outcome power = UnitAlgebra.power(a, exponent);
        Outcome next = power instanceof Outcome.Of of ? UnitAlgebra.times(of.dimension(), a) : power;
        assertEquals(next, UnitAlgebra.power(a, exponent + 1));
        Outcome inverse =
                power instanceof Outcome.Of of ? UnitAlgebra.dividedBy(Dimension.NUMBER, of.dimension()) : power;
        assertEquals(inverse, UnitAlgebra.power(a, -exponent));
    }

    @Property
    void everyDimensionHasABasicUnitOfItsOwn(@ForAll("dimensions") Dimension a) {
        assertEquals(a, Units.basic(a).dimension());
        assertEquals(a.symbol(), Units.basic(a).symbol());
    }

    @Provide
    Arbitrary<Dimension> dimensions() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        Dimension.NUMBER,
                        Dimension.RATIO,
                        Dimension.PERCENT,
                        Dimension.PERCENTAGE_POINT,
                        Dimension.POINTS),
                counts(),
                measures());
    }

    @Provide
    Arbitrary<Dimension> counts() {
        return Arbitraries.of("人", "件", "月").map(Dimension::count);
    }

    @Provide
    Arbitrary<Dimension> measures() {
        return Arbitraries.oneOf(
                Arbitraries.of(Dimension.money(), Dimension.base("公尺"), Dimension.base("日")),
                powers("公尺", "元", "日")
                        .flatMap(exponents -> powers("人", "件").map(labels -> {
                            if (exponents.isEmpty()) {
                                exponents.put("公斤", 1);
                            }
                            return new Dimension.Physical(exponents, labels);
                        })));
    }

    private static Arbitrary<SortedMap<String, Integer>> powers(String... names) {
        return Arbitraries.integers()
                .between(-2, 2)
                .array(int[].class)
                .ofSize(names.length)
                .map(exponents -> {
                    SortedMap<String, Integer> powers = new TreeMap<>();
                    for (int i = 0; i < names.length; i++) {
                        int exponent = names[i].equals("元") ? Integer.signum(exponents[i]) : exponents[i];
                        if (exponent != 0) {
                            powers.put(names[i], exponent);
                        }
                    }
                    return powers;
                });
    }
}
