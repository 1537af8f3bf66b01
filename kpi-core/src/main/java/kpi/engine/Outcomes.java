package kpi.engine;

import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.number.Exact;
import kpi.unit.Dimension;
import kpi.unit.Units;
import kpi.value.DateValue;
import kpi.value.PeriodValue;
import kpi.value.Quantity;
import kpi.value.Type;
import kpi.value.Value;

/** Small moves between values, types and outcomes. */
final class Outcomes {
    private Outcomes() {}

    /** The number of an outcome that a typed term promised to be one. */
    static Quantity quantity(Outcome outcome) {
        return outcome.quantity().orElseThrow(() -> new KpiUsageException("a number is needed, not " + outcome));
    }

    /** A computed number, shown in the unit of the first operand of its dimension, else in the dimension's basic unit. */
    static Quantity number(Exact canonical, Type type, Quantity... operands) {
        Dimension dimension = ((Type.Measure) type).dimension();
        for (Quantity operand : operands) {
            if (operand.dimension().equals(dimension)) {
                return Quantity.canonical(canonical, operand.unit());
            }
        }
        return Quantity.canonical(canonical, Units.basic(dimension));
    }

    /** Another number in place of one that is there. */
    static Outcome changed(Outcome.Present before, Exact value, Type type) {
        return new Outcome.Present(number(value, type, quantity(before)), before.provenance());
    }

    /** The same number under the type of the term that has it: a ratio that joins a percentage becomes one. */
    static Outcome relabelled(Outcome outcome, Type type) {
        if (outcome instanceof Outcome.Present present
                && present.present() instanceof Quantity quantity
                && type instanceof Type.Measure measure
                && !quantity.dimension().equals(measure.dimension())) {
            return new Outcome.Present(number(quantity.canonical(), type), present.provenance());
        }
        return outcome;
    }

    /** What a source outside the engine answered; refuses a value of another type than was asked for. */
    static Outcome trusted(Outcome outcome, Type type, String name) {
        if (outcome instanceof Outcome.Present present && !fits(Type.of(present.present()), type)) {
            throw new KpiUsageException("“" + name + "” is declared as " + type.name(Language.EN)
                    + ", but the facts have " + Type.of(present.present()).name(Language.EN));
        }
        return relabelled(outcome, type);
    }

    private static boolean fits(Type given, Type declared) {
        return given.equals(declared)
                || given.isText() && declared.isText()
                || isRatio(given) && isRatio(declared)
                || isNumberOfRatio(given, declared);
    }

    /** Like over like is a number where a KPI's unit says number. */
    private static boolean isNumberOfRatio(Type given, Type declared) {
        return given instanceof Type.Measure ratio
                && ratio.dimension() instanceof Dimension.Ratio
                && declared.equals(Type.measure(Dimension.NUMBER));
    }

    private static boolean isRatio(Type type) {
        return type instanceof Type.Measure measure
                && (measure.dimension() instanceof Dimension.Ratio || measure.dimension() instanceof Dimension.Percent);
    }

    /** How two present values stand to each other; for texts and truths only whether it is 0 counts. */
    static int compare(Outcome left, Outcome right) {
        Value one = left.value().orElseThrow();
        Value other = right.value().orElseThrow();
        if (one instanceof Quantity first && other instanceof Quantity second) {
            return first.canonical().compareTo(second.canonical());
        }
        if (one instanceof DateValue first && other instanceof DateValue second) {
            return first.date().compareTo(second.date());
        }
        if (one instanceof PeriodValue first && other instanceof PeriodValue second) {
            return first.period().compareTo(second.period());
        }
        return one.equals(other) ? 0 : 1;
    }
}
