package kpi.model;

import java.util.List;
import java.util.Objects;
import kpi.unit.KpiUnit;

/**
 * How a KPI comes to its actual: what it asks for, the names it defines, its rule, and the steps after it.
 *
 * @param actualSteps what is done to the figure of the rule, in order
 * @param unit the unit of the actual
 * @param shownIn the unit documents print, which changes no value
 * @param stated actuals that a document states
 */
public record Calculation(
        List<InputDefinition> inputs,
        List<Definition> definitions,
        ActualRule rule,
        List<Step> actualSteps,
        KpiUnit unit,
        KpiUnit shownIn,
        StatedActuals stated) {
    public Calculation {
        inputs = List.copyOf(inputs);
        definitions = List.copyOf(definitions);
        Objects.requireNonNull(rule, "rule");
        actualSteps = List.copyOf(actualSteps);
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(shownIn, "shownIn");
        Objects.requireNonNull(stated, "stated");
    }

    /** A rule alone, in one unit. */
    public static Calculation of(ActualRule rule, List<Definition> definitions, KpiUnit unit) {
        return new Calculation(List.of(), definitions, rule, List.of(), unit, unit, StatedActuals.NONE);
    }
}
