package kpi.function;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.LocalText;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.unit.Dimension;
import kpi.unit.UnitAlgebra;

/** Builds a function of rows. It takes one value of each row and yields one of its dimension, unless it is told otherwise. */
final class RowFunctionBuilder {
    /** A row contributes its first value as it is. */
    static final Function<List<Exact>, Exact> FIRST = numbers -> numbers.get(0);

    final LocalText name;
    final List<String> aliases = new ArrayList<>();
    final List<RowParameter> parameters = new ArrayList<>();
    final List<RowExample> examples = new ArrayList<>();
    LocalText doc = new LocalText("", "");
    int values = 1;
    boolean aboutOneRow;
    boolean approximate;
    boolean zeroOfNone;
    boolean rising;
    RowFunction.Keeps keeps = RowFunction.Keeps.SUM;
    Function<List<Dimension>, UnitAlgebra.Outcome> typing = dimensions -> new UnitAlgebra.Outcome.Of(dimensions.get(0));
    Function<List<Exact>, Exact> each = FIRST;

    private RowFunctionBuilder(LocalText name) {
        this.name = name;
    }

    static RowFunctionBuilder named(String en, String zh) {
        return new RowFunctionBuilder(new LocalText(zh, en));
    }

    RowFunctionBuilder alias(String... more) {
        aliases.addAll(Arrays.asList(more));
        return this;
    }

    RowFunctionBuilder doc(String en, String zh) {
        doc = new LocalText(zh, en);
        return this;
    }

    RowFunctionBuilder takes(int count) {
        values = count;
        return this;
    }

    RowFunctionBuilder asks(RowParameter... more) {
        parameters.addAll(Arrays.asList(more));
        return this;
    }

    RowFunctionBuilder aboutOneRow() {
        aboutOneRow = true;
        return this;
    }

    RowFunctionBuilder approximate() {
        approximate = true;
        return this;
    }

    /** It never falls as the first value of a row rises. */
    RowFunctionBuilder rising() {
        rising = true;
        return this;
    }

    RowFunctionBuilder zeroOfNone() {
        zeroOfNone = true;
        return this;
    }

    RowFunctionBuilder keeps(RowFunction.Keeps what) {
        keeps = what;
        return this;
    }

    RowFunctionBuilder yields(Dimension dimension) {
        return yields(any -> new UnitAlgebra.Outcome.Of(dimension));
    }

    RowFunctionBuilder yields(Function<List<Dimension>, UnitAlgebra.Outcome> dimension) {
        typing = dimension;
        return this;
    }

    /** What a row contributes, of its values; refuses what the function has no value for. */
    RowFunctionBuilder each(Function<List<Exact>, Exact> contribution) {
        each = contribution;
        return this;
    }

    RowFunctionBuilder example(String rows, String call, String value) {
        examples.add(RowExample.of(rows, call, value));
        return this;
    }

    RowFunctionBuilder refuses(String rows, String call, NumberException.Kind kind) {
        examples.add(RowExample.refused(rows, call, kind));
        return this;
    }

    RowFunction compute(RowFunction.Body body) {
        if (doc.en().isBlank() || doc.zh().isBlank() || examples.isEmpty()) {
            throw new KpiUsageException(name.en() + " needs a text in both languages and an example");
        }
        return new RowFunction(this, body);
    }
}
