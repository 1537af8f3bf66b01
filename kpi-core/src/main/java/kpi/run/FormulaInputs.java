package kpi.run;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import kpi.data.ColumnNames;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Suggestion;
import kpi.model.InputDefinition;

/**
 * The inputs of formulas in the order of their slots; one for all formulas over the same inputs. Immutable.
 *
 * <p>For compilers; hosts get it with {@link Formula}.
 */
public final class FormulaInputs {
    private final List<InputDefinition> inputs;
    private final String[] folded;

    private FormulaInputs(List<InputDefinition> inputs) {
        this.inputs = List.copyOf(inputs);
        this.folded = this.inputs.stream()
                .map(input -> ColumnNames.fold(input.name()))
                .toArray(String[]::new);
    }

    /** Each in the slot of its position. */
    public static FormulaInputs of(List<InputDefinition> inputs) {
        return new FormulaInputs(Objects.requireNonNull(inputs, "inputs"));
    }

    /** In the order of their slots. */
    public List<InputDefinition> list() {
        return inputs;
    }

    int size() {
        return inputs.size();
    }

    InputDefinition get(int slot) {
        return inputs.get(slot);
    }

    /** Their names. */
    public List<String> names() {
        return inputs.stream().map(InputDefinition::name).toList();
    }

    int slot(String name) {
        // A formula has few inputs, and a host may hold very many formulas.
        int slot = Arrays.asList(folded).indexOf(ColumnNames.fold(name));
        if (slot < 0) {
            String near = Suggestion.nearest(name, names())
                    .map(other -> "; did you mean \"" + other + "\"?")
                    .orElse("");
            throw new KpiUsageException("the formula has no input \"" + name + "\"" + near);
        }
        return slot;
    }
}
