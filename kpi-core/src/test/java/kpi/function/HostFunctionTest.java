package kpi.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.unit.UnitAlgebra;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.Type;
import org.junit.jupiter.api.Test;

/** A host adds a function; what it says about itself is checked first. */
class HostFunctionTest {
    private static FunctionBuilder deflate() {
        return KpiFunction.named("deflate", "平減")
                .doc("Money at base-year prices.", "以物價指數平減金額。")
                .parameter("amount", Units.NTD)
                .parameter("index", Units.RATIO)
                .returns(Units.NTD)
                .example("deflate(110元, 110%)", "100元")
                .monotone("amount", true);
    }

    private static final KpiFunction DEFLATE =
            deflate().monotone("index", false).implement(a -> a.get(0).dividedBy(a.get(1)));

    @Test
    void isAddedToANewSet() {
        KpiFunctions more = KpiFunctions.standard().with(DEFLATE);
        assertEquals(Optional.of(DEFLATE), more.find("平減"));
        assertEquals(Optional.empty(), KpiFunctions.standard().find("平減"));
        assertEquals("平減(amount, index)", DEFLATE.signature(Language.ZH_TW));
        assertEquals(Optional.of(true), DEFLATE.monotone("amount"));
        assertEquals(Optional.of(false), DEFLATE.monotone("index"));
        assertEquals(Optional.empty(), DEFLATE.monotone("price"));
    }

    @Test
    void checksDimensionsOfItsArguments() {
        Type money = Type.of(Quantity.of("1", Units.NTD));
        Type number = Type.of(Quantity.of("1", Units.NUMBER));
        assertEquals(new KpiFunction.Typing.Of(money), DEFLATE.resultType(List.of(money, number)));
        assertEquals(
                new KpiFunction.Typing.Clash(0, 0, UnitAlgebra.Reason.NUMBER_AND_MONEY),
                DEFLATE.resultType(List.of(number, number)));
        assertEquals(
                "金額(元)",
                ((KpiFunction.Typing.WrongArgument) DEFLATE.resultType(List.of(Type.TEXT, number)))
                        .expected()
                        .zh());
    }

    @Test
    void aTakenNameIsRefused() {
        KpiFunctions more = KpiFunctions.standard().with(DEFLATE);
        assertThrows(KpiUsageException.class, () -> more.with(DEFLATE));
        KpiFunction min = KpiFunction.named("MIN", "最低")
                .doc("x", "x")
                .parameter("x", Units.NUMBER)
                .returns(Units.NUMBER)
                .example("MIN(1)", "1")
                .implement(a -> a.get(0));
        assertTrue(assertThrows(KpiUsageException.class, () -> more.with(min))
                .getMessage()
                .contains("min(x, …)"));
    }

    @Test
    void anExampleThatDoesNotHoldIsRefused() {
        KpiFunction wrong = deflate().implement(a -> a.get(0));
        String message = assertThrows(
                        KpiUsageException.class, () -> KpiFunctions.standard().with(wrong))
                .getMessage();
        assertEquals("deflate(110元, 110%) is 110 money (元), not 100元", message);
    }

    @Test
    void aLawThatDoesNotHoldIsRefused() {
        KpiFunction wrong =
                deflate().monotone("index", true).implement(a -> a.get(0).dividedBy(a.get(1)));
        String message = assertThrows(
                        KpiUsageException.class, () -> KpiFunctions.standard().with(wrong))
                .getMessage();
        assertTrue(message.contains("not monotone in index"), message);
    }

    @Test
    void anIncompleteFunctionIsRefused() {
        FunctionBuilder undocumented = KpiFunction.named("f", "函")
                .parameter("x", Units.NUMBER)
                .returns(Units.NUMBER)
                .example("f(1)", "1");
        assertThrows(KpiUsageException.class, () -> undocumented.implement(a -> a.get(0)));
        FunctionBuilder withoutExample = KpiFunction.named("f", "函")
                .doc("x", "x")
                .parameter("x", Units.NUMBER)
                .returns(Units.NUMBER);
        assertThrows(KpiUsageException.class, () -> withoutExample.implement(a -> a.get(0)));
        FunctionBuilder withoutResult = KpiFunction.named("f", "函")
                .doc("x", "x")
                .parameter("x", Units.NUMBER)
                .example("f(1)", "1");
        assertThrows(KpiUsageException.class, () -> withoutResult.implement(a -> a.get(0)));
        FunctionBuilder strayLaw = deflate().monotone("price", true);
        assertThrows(KpiUsageException.class, () -> strayLaw.implement(a -> a.get(0)));
        FunctionBuilder builder = deflate();
        assertThrows(KpiUsageException.class, () -> builder.example("deflate 110", "100元"));
        assertThrows(KpiUsageException.class, () -> builder.example("deflate(x)", "100元"));
    }

    @Test
    void aResultOfAnotherDimensionIsRefused() {
        KpiFunction wrong = deflate().implement(a -> a.get(1));
        assertThrows(KpiUsageException.class, () -> KpiFunctions.standard().with(wrong));
    }

    @Test
    void aLawIsOnlyTriedWhereTheFunctionHasAValue() {
        KpiFunction half = KpiFunction.named("rest", "餘額")
                .doc("What is left of 1.", "1 的餘額。")
                .parameter("x", Units.NUMBER)
                .returns(Units.NUMBER)
                .example("rest(0.5)", "0.5")
                .monotone("x", false)
                .implement(a -> {
                    if (a.get(0).canonical().compareTo(Exact.ONE) > 0) {
                        throw new NumberException(NumberException.Kind.OUTSIDE_DOMAIN, "past 1");
                    }
                    return Quantity.of("1", Units.NUMBER).minus(a.get(0));
                });
        assertEquals(Optional.of(half), KpiFunctions.standard().with(half).find("rest"));
    }
}
