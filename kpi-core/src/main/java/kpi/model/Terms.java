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

    static void requireJoin(Type joined, Type first, Type second) {
        if (joined instanceof Type.Measure measure
                && first instanceof Type.Measure one
                && second instanceof Type.Measure other) {
            requireDimension(measure, UnitAlgebra.join(one.dimension(), other.dimension()), "join");
            return;
        }
        if (!first.equals(second) && !(first.isText() && second.isText())) {
            throw new IllTypedException(first.name(Language.EN) + " does not join " + second.name(Language.EN));
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
