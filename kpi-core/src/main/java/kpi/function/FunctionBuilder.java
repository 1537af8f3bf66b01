package kpi.function;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.LocalText;
import kpi.number.NumberException;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.value.Quantity;
import org.jspecify.annotations.Nullable;

/** Builds a function; begun with {@link KpiFunction#named}. Not for use by several threads. */
public final class FunctionBuilder {
    private final LocalText name;
    private final List<String> aliases = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();
    private final Map<String, Boolean> monotone = new LinkedHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Set<Law> laws = EnumSet.noneOf(Law.class);
    private LocalText doc = new LocalText("", "");
    private Approximation approximation = Approximation.NEVER;
    private @Nullable Signature signature;
    private @Nullable KpiUnit returned;

    FunctionBuilder(LocalText name) {
        this.name = name;
    }

    /** Another name. */
    public FunctionBuilder alias(String other) {
        aliases.add(other);
        return this;
    }

    /** What it does, in one or two sentences. */
    public FunctionBuilder doc(String en, String zh) {
        doc = new LocalText(zh, en);
        return this;
    }

    /** The next parameter: a number that can be compared with this unit. */
    public FunctionBuilder parameter(String parameter, KpiUnit unit) {
        parameters.add(Parameter.like(parameter, unit.dimension()));
        return this;
    }

    /** The unit of the result. */
    public FunctionBuilder returns(KpiUnit unit) {
        returned = unit;
        return this;
    }

    /** A worked call and its value, as formulas write them; arguments are parted by a comma and a space. */
    public FunctionBuilder example(String call, String value) {
        examples.add(Example.of(call, value));
        return this;
    }

    /** Promises that the result never falls (or never rises) as the parameter rises. */
    public FunctionBuilder monotone(String parameter, boolean rising) {
        monotone.put(parameter, rising);
        return this;
    }

    /** Promises that these hold; they are tried on the examples. */
    public FunctionBuilder law(Law... more) {
        laws.addAll(Arrays.asList(more));
        return this;
    }

    /** A call that has no value. */
    FunctionBuilder refuses(String call, NumberException.Kind kind) {
        refusals.add(Refusal.of(call, kind));
        return this;
    }

    /** Its values may be rounded, so what rests on them is marked as approximate. */
    public FunctionBuilder approximate() {
        return approximate(Approximation.ALWAYS);
    }

    /**
     * The function.
     *
     * @throws KpiUsageException if it has no text, parameter, result or example, or a law names no parameter
     */
    public KpiFunction implement(Function<List<Quantity>, Quantity> body) {
        Objects.requireNonNull(body, "body");
        if (returned == null || parameters.isEmpty()) {
            throw new KpiUsageException(name.en() + " needs parameters and the unit of its result");
        }
        KpiUnit unit = returned;
        signature = new Signature(parameters, parameters.size(), 0, Optional.of(unit.dimension()));
        return compute(arguments -> body.apply(arguments.quantities()).as(unit));
    }

    FunctionBuilder approximate(Approximation kind) {
        approximation = kind;
        return this;
    }

    FunctionBuilder takes(Signature other) {
        signature = other;
        return this;
    }

    /** A function of numbers without a unit. */
    FunctionBuilder takesBare(Parameter... bare) {
        return takes(Signature.of(bare).yielding(Dimension.NUMBER));
    }

    /** A power of what has no unit: of a ratio it is a ratio. */
    FunctionBuilder takesPower(Parameter... bare) {
        return takes(Signature.of(bare));
    }

    KpiFunction compute(KpiFunction.Body body) {
        if (doc.en().isBlank() || doc.zh().isBlank() || examples.isEmpty()) {
            throw new KpiUsageException(name.en() + " needs a text in both languages and an example");
        }
        Signature taken = Objects.requireNonNull(signature, "signature");
        for (String parameter : monotone.keySet()) {
            if (taken.parameters().stream().noneMatch(p -> p.name().en().equals(parameter))) {
                throw new KpiUsageException(name.en() + " has no parameter " + parameter);
            }
        }
        return new KpiFunction(
                new FunctionParts(name, aliases, doc, taken, examples, refusals, monotone, laws, approximation), body);
    }
}
