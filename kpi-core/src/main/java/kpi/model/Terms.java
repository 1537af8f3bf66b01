package kpi.model;

import java.util.List;
import kpi.diagnostic.Language;
import kpi.function.KpiFunction;
import kpi.unit.UnitAlgebra;
import kpi.value.Type;

/** What the constructors of terms insist on. */
final class Terms {
    private Terms() {}

    static void requireMeasure(Term term) {
        if (!(term.type() instanceof Type.Measure)) {
            throw new IllTypedException("a number is needed, not " + term.type().name(Language.EN));
        }
    }

    static void requireTruth(Term term) {
        if (term.type() != Type.TRUTH) {
            throw new IllTypedException("a truth is needed, not " + term.type().name(Language.EN));
        }
    }

    static void requireSame(Type declared, Type derived) {
        if (!declared.equals(derived)) {
            throw new IllTypedException(derived.name(Language.EN) + " is not " + declared.name(Language.EN));
        }
    }

    static void requireKeys(List<String> columns, List<Term> keys) {
        if (columns.isEmpty() || columns.size() != keys.size()) {
            throw new IllTypedException(columns.size() + " key columns have " + keys.size() + " values");
        }
    }

    /** What two numbers have in common. */
    static Type join(Type first, Type second) {
        if (first instanceof Type.Measure one
                && second instanceof Type.Measure other
                && UnitAlgebra.join(one.dimension(), other.dimension()) instanceof UnitAlgebra.Outcome.Of of) {
            return Type.measure(of.dimension());
        }
        throw new IllTypedException(first.name(Language.EN) + " does not join " + second.name(Language.EN));
    }

    static void requireJoin(Type joined, Type first, Type second) {
        if (joined instanceof Type.Measure measure
                && first instanceof Type.Measure one
                && second instanceof Type.Measure other) {
            requireDimension(measure, UnitAlgebra.join(one.dimension(), other.dimension()), "join");
            return;
        }
        boolean texts = joined.isText() && first.isText() && second.isText();
        if (!texts && !(joined.equals(first) && joined.equals(second))) {
            throw new IllTypedException(first.name(Language.EN) + " does not join " + second.name(Language.EN) + " as "
                    + joined.name(Language.EN));
        }
    }

    static void requireComparable(Type first, Type second) {
        if (first instanceof Type.Measure one && second instanceof Type.Measure other) {
            if (UnitAlgebra.compare(one.dimension(), other.dimension()) instanceof UnitAlgebra.Outcome.Clash) {
                throw new IllTypedException(
                        first.name(Language.EN) + " does not compare with " + second.name(Language.EN));
            }
            return;
        }
        requireJoin(first, first, second);
    }

    static void requireDimension(Type.Measure declared, UnitAlgebra.Outcome derived, String operation) {
        if (!(derived instanceof UnitAlgebra.Outcome.Of of) || !of.dimension().equals(declared.dimension())) {
            throw new IllTypedException(operation + " does not yield " + declared.name(Language.EN));
        }
    }

    static void requireResult(KpiFunction function, List<Term> arguments, Type type) {
        KpiFunction.Typing typing =
                function.resultType(arguments.stream().map(Term::type).toList());
        if (!(typing instanceof KpiFunction.Typing.Of of) || !of.type().equals(type)) {
            throw new IllTypedException(function.name(Language.EN) + " does not yield " + type.name(Language.EN));
        }
    }
}
