package kpi.function;

import java.util.List;
import kpi.diagnostic.KpiUsageException;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.unit.Dimension;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.Text;
import kpi.value.Type;
import kpi.value.Value;

/** The arguments of one call, checked against the signature, and the type its result must have. */
record Arguments(List<Value> values, Type resultType) {
    int count() {
        return values.size();
    }

    Quantity quantity(int index) {
        if (values.get(index) instanceof Quantity quantity) {
            return quantity;
        }
        throw new KpiUsageException("argument " + (index + 1) + " is not a number");
    }

    /** A number in the base unit of its dimension. */
    Exact number(int index) {
        return quantity(index).canonical();
    }

    List<Quantity> quantities() {
        return java.util.stream.IntStream.range(0, count())
                .mapToObj(this::quantity)
                .toList();
    }

    List<Exact> numbers() {
        return quantities().stream().map(Quantity::canonical).toList();
    }

    String text(int index) {
        if (values.get(index) instanceof Text text) {
            return text.text();
        }
        throw new KpiUsageException("argument " + (index + 1) + " is not a text");
    }

    /** A number that counts places or degrees: whole, and not absurdly large. */
    int whole(int index) {
        Exact number = number(index);
        if (!number.isInteger()) {
            throw new NumberException(NumberException.Kind.OUTSIDE_DOMAIN, number + " is not a whole number");
        }
        if (number.abs().compareTo(Exact.of(Integer.MAX_VALUE)) > 0) {
            throw new NumberException(NumberException.Kind.TOO_LARGE, number + " is too large here");
        }
        return number.numerator().intValueExact();
    }

    Dimension dimension() {
        return ((Type.Measure) resultType).dimension();
    }

    /** The result, shown in the unit of the first argument of its dimension, else in its basic unit. */
    Quantity result(Exact canonical) {
        return Quantity.canonical(
                canonical,
                values.stream()
                        .filter(value -> value instanceof Quantity quantity
                                && quantity.dimension().equals(dimension()))
                        .map(value -> ((Quantity) value).unit())
                        .findFirst()
                        .orElseGet(() -> Units.basic(dimension())));
    }
}
