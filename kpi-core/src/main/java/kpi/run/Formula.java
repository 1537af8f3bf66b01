package kpi.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import kpi.diagnostic.KpiProblemsException;
import kpi.diagnostic.KpiStackException;
import kpi.diagnostic.KpiUsageException;
import kpi.model.InputDefinition;
import kpi.model.Step;
import kpi.model.Term;
import kpi.number.Exact;
import kpi.number.Rounding;
import kpi.result.Figure;
import kpi.score.SingleFormula;
import kpi.unit.KpiUnit;
import kpi.value.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * One formula alone: typed inputs in, a figure out. Immutable; one serves all threads.
 *
 * <pre>{@code
 * formula.evaluate(Map.of("C", Quantity.parse("1,180億元").orElseThrow(), "A", Quantity.parse("1,848億元").orElseThrow()));
 * }</pre>
 */
public final class Formula {
    private final FormulaInputs inputs;
    private final SingleFormula formula;

    /** Compiled when it is first evaluated; two threads may both do so, and find the same. */
    private volatile SingleFormula.@Nullable Planned planned;

    private Formula(Term term, FormulaInputs inputs, KpiUnit result, List<Step> steps) {
        this.inputs = Objects.requireNonNull(inputs, "inputs");
        this.formula = new SingleFormula(term, result, steps);
    }

    /** For compilers: a checked formula with its inputs in the order of their slots. */
    public static Formula of(Term term, List<InputDefinition> inputs, KpiUnit result) {
        return of(term, FormulaInputs.of(inputs), result);
    }

    /** The same, over inputs that other formulas have too. */
    public static Formula of(Term term, FormulaInputs inputs, KpiUnit result) {
        return new Formula(term, inputs, result, List.of());
    }

    /** The same, with steps done to the result. */
    public static Formula of(Term term, List<InputDefinition> inputs, KpiUnit result, List<Step> steps) {
        return new Formula(term, FormulaInputs.of(inputs), result, steps);
    }

    /** The names of the inputs in the order of their slots. */
    public List<String> inputs() {
        return inputs.names();
    }

    /** The unit of the result. */
    public KpiUnit unit() {
        return formula.unit();
    }

    /**
     * The slot of an input.
     *
     * @throws KpiUsageException if the formula has no such input
     */
    public int slot(String name) {
        return inputs.slot(name);
    }

    /**
     * The value. An input that is not given makes it missing; a division by zero makes it failed.
     *
     * @throws KpiUsageException if an input is unknown, or measures something else than declared
     */
    public Figure evaluate(Map<String, Quantity> given) {
        Map<Integer, Quantity> bySlot = new LinkedHashMap<>();
        given.forEach((name, quantity) -> {
            int slot = slot(name);
            bySlot.put(slot, quantity.as(inputs.get(slot).unit()));
        });
        Function<InputDefinition, Optional<Quantity>> byInput =
                input -> Optional.ofNullable(bySlot.get(indexOf(input)));
        return KpiStackException.guard(() -> bySlot.size() < inputs.size()
                ? formula.evaluate(byInput)
                : planned()
                        .flatMap(plan -> formula.evaluate(numbers(bySlot), plan, byInput))
                        .orElseGet(() -> formula.evaluate(byInput)));
    }

    private Optional<SingleFormula.Planned> planned() {
        SingleFormula.Planned known = planned;
        if (known == null) {
            known = formula.plan(this::indexOf);
            planned = known;
        }
        return known.isNone() ? Optional.empty() : Optional.of(known);
    }

    private Exact[] numbers(Map<Integer, Quantity> bySlot) {
        Exact[] numbers = new Exact[inputs.size()];
        for (int slot = 0; slot < numbers.length; slot++) {
            numbers[slot] =
                    Objects.requireNonNull(bySlot.get(slot)).in(inputs.get(slot).unit());
        }
        return numbers;
    }

    /**
     * The value in the unit of the result, for inputs by slot, each in its declared unit.
     *
     * @throws KpiUsageException if the number of inputs is another
     * @throws KpiProblemsException if there is no value, as for a division by zero
     */
    public Exact evaluate(Exact[] given) {
        if (given.length != inputs.size()) {
            throw new KpiUsageException(given.length + " inputs for " + inputs.size() + " slots");
        }
        Optional<Exact> value = planned().flatMap(plan -> formula.value(given, plan));
        if (value.isPresent()) {
            return Quantity.canonical(value.get(), unit()).in(unit());
        }
        List<Quantity> quantities = new ArrayList<>();
        for (int slot = 0; slot < given.length; slot++) {
            quantities.add(Quantity.of(given[slot], inputs.get(slot).unit()));
        }
        return KpiStackException.guard(() -> formula.evaluate(input -> Optional.of(quantities.get(indexOf(input)))))
                .orElseThrow()
                .in(unit());
    }

    /**
     * The same formula for many evaluations, on decimals of fixed places.
     *
     * @param slotPlaces how many decimal places the number in each slot has, in the unit of its input; from 0 to 18
     * @param places to how many decimal places of {@link #unit()} the result is rounded, once, at the end; from 0 to 18
     * @throws KpiUsageException if the slots are other in number, or places are out of range
     */
    public ScaledFormula scaled(List<Integer> slotPlaces, int places, Rounding mode) {
        if (slotPlaces.size() != inputs.size()) {
            throw new KpiUsageException(slotPlaces.size() + " places for " + inputs.size() + " slots");
        }
        slotPlaces.forEach(ScaledFormula::checkedPlaces);
        ScaledFormula.checkedPlaces(places);
        int[] given = slotPlaces.stream().mapToInt(Integer::intValue).toArray();
        return new ScaledFormula(this, slotPlaces, places, mode, formula.scaled(this::indexOf, given, places, mode));
    }

    private int indexOf(InputDefinition input) {
        return slot(input.name());
    }
}
