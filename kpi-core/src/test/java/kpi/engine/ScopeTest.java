package kpi.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.model.Bound;
import kpi.model.Definition;
import kpi.model.Facet;
import kpi.model.OwnFigure;
import kpi.model.RoundingRule;
import kpi.model.Step;
import kpi.model.Term;
import kpi.number.Rounding;
import kpi.unit.Dimension;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.Type;
import org.junit.jupiter.api.Test;

/** What an evaluation looks at, and how often. */
class ScopeTest {
    @Test
    void aDefinitionAsksForItsFactsOnceInAScope() {
        World world = new World().input("x", "3").definition("d", "x * x");
        Scope scope = world.scope();
        ReferenceEngine.evaluate(world.term("d + d"), scope);
        ReferenceEngine.evaluate(world.term("d * d"), scope);
        assertEquals(List.of("x", "x"), world.asked());
        ReferenceEngine.evaluate(world.term("d"), world.scope());
        assertEquals(List.of("x", "x", "x", "x"), world.asked());
    }

    @Test
    void preparedDefinitionsAreKnown() {
        World world = new World().input("x", "3").definition("d", "x * x").definition("e", "d + 1");
        Definition e = world.definition("e").orElseThrow();
        Scope scope = world.scope();
        assertEquals(Optional.empty(), scope.known(e));
        scope.prepare(List.of(e, world.definition("d").orElseThrow()));
        assertEquals(Optional.of("10"), scope.known(e).map(World::shown));
    }

    @Test
    void withoutFactsEverythingIsNotReported() {
        World world = new World().input("x", "3").table("T", "n: number", "1");
        Scope empty = Scope.builder(World.Y109).build();
        Outcome input = ReferenceEngine.evaluate(world.term("x"), empty);
        Outcome rows = ReferenceEngine.evaluate(world.term("count{T}"), empty);
        assertEquals(
                "input “x”: not reported", ((Outcome.Missing) input).reason().in(Language.EN));
        assertEquals("資料表「T」未填報", ((Outcome.Missing) rows).reason().in(Language.ZH_TW));
        Term own = new OwnFigure(World.span("實際值"), Facet.ACTUAL, Type.measure(Dimension.PERCENT));
        assertThrows(KpiUsageException.class, () -> ReferenceEngine.evaluate(own, empty));
        World kpi = new World().kpi("K", "3", Provenance.exact());
        Term figure = kpi.term("K");
        assertThrows(KpiUsageException.class, () -> ReferenceEngine.evaluate(figure, empty));
    }

    @Test
    void aMissingCellIsNamedWithItsPlace() {
        World world = new World().table("案件", "名稱: text, 處數: 處", "甲 | 1", "乙 | ");
        Outcome.Missing missing = (Outcome.Missing) world.evaluate("sum{案件: 處數}");
        assertEquals("資料表「案件」第 3 列的「處數」未填報", missing.reason().in(Language.ZH_TW));
        assertEquals("案件.csv:3:處數", missing.place().toString());
    }

    @Test
    void factsOfAnotherTypeThanDeclaredAreRefused() {
        World world = new World().outcome("x", Units.NTD, Outcome.of(Quantity.of("3", Units.POINTS)));
        assertThrows(KpiUsageException.class, () -> world.evaluate("x"));
    }

    @Test
    void aRatioMayStandWhereAPercentageIsDeclared() {
        World world = new World().outcome("x", Units.PERCENT, Outcome.of(Quantity.of("0.5", Units.RATIO)));
        assertEquals("50 %", world.shown("x"));
    }

    @Test
    void aCellOutsideItsRowsIsRefused() {
        World world = new World().table("T", "n: number", "1");
        Term cell = world.term("T.n");
        assertThrows(KpiUsageException.class, () -> ReferenceEngine.evaluate(cell, world.scope()));
    }

    @Test
    void stepsAreDoneInTheirOrder() {
        World world = new World().input("full", "100%").input("x", "104.996%");
        Step cap = new Step.Cap(World.span("上限 100%"), Bound.AT_MOST, world.term("full"));
        Step round =
                new Step.Round(World.span("四捨五入至小數2位"), new RoundingRule.Places(2, Units.PERCENT, Rounding.HALF_UP));
        Outcome actual = world.evaluate("x");
        assertEquals(
                List.of("105 %", "100 %"),
                ReferenceEngine.trail(List.of(round, cap), actual, world.scope()).stream()
                        .map(World::shown)
                        .toList());
        assertEquals("100 %", World.shown(ReferenceEngine.apply(List.of(cap, round), actual, world.scope())));
        assertEquals(actual, ReferenceEngine.apply(List.of(), actual, world.scope()));
        Outcome ratio = world.evaluate("x / full");
        assertEquals("100 %", World.shown(ReferenceEngine.apply(List.of(cap), ratio, world.scope())));
        Outcome points = world.evaluate("5分");
        assertThrows(KpiUsageException.class, () -> ReferenceEngine.apply(List.of(cap), points, world.scope()));
    }

    @Test
    void stepsLeaveWhatIsMissing() {
        World world =
                new World().missing("m", "%", kpi.value.Absence.NOT_APPLICABLE).input("full", "100%");
        Step cap = new Step.Cap(World.span("上限 100%"), Bound.AT_MOST, world.term("full"));
        Step round =
                new Step.Round(World.span("四捨五入至小數2位"), new RoundingRule.Places(2, Units.PERCENT, Rounding.HALF_UP));
        Outcome missing = world.evaluate("m");
        assertEquals(missing, ReferenceEngine.apply(List.of(round, cap), missing, world.scope()));
        Step unknown = new Step.Cap(World.span("上限"), Bound.AT_MOST, world.term("m"));
        assertTrue(
                ReferenceEngine.apply(List.of(unknown), world.evaluate("full"), world.scope())
                        instanceof Outcome.Missing);
    }

    @Test
    void aRoundingPastTheBudgetIsALimit() {
        World world = new World();
        Step round =
                new Step.Round(World.span("四捨五入"), new RoundingRule.Places(20_000, Units.NUMBER, Rounding.HALF_UP));
        Outcome third = world.evaluate("1/3");
        assertEquals("failed: too-large", World.shown(ReferenceEngine.apply(List.of(round), third, world.scope())));
    }
}
