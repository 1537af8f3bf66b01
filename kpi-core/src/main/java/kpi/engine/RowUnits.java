package kpi.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kpi.model.Arithmetic;
import kpi.model.Capped;
import kpi.model.ColumnTerm;
import kpi.model.Conditional;
import kpi.model.Converted;
import kpi.model.FunctionCall;
import kpi.model.Let;
import kpi.model.LocalTerm;
import kpi.model.Negation;
import kpi.model.Rounded;
import kpi.model.RoundedTo;
import kpi.model.RowNeeds;
import kpi.model.Term;
import kpi.plan.Planner;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.Type;

/** The unit that the evaluator shows the number of a row in, where that is the same for every row. */
final class RowUnits {
    private final RowView view;
    private final Function<Term, Optional<KpiUnit>> constants;

    /** Asks for the units of what is the same at every row. */
    RowUnits(RowView view, Function<Term, Optional<KpiUnit>> constants) {
        this.view = view;
        this.constants = constants;
    }

    /**
     * A unit.
     *
     * @param unit empty for what is no number
     * @param isUncertain whether rows may differ in it
     */
    record Shown(Optional<KpiUnit> unit, boolean isUncertain) {
        static final Shown UNCERTAIN = new Shown(Optional.empty(), true);

        static Shown in(KpiUnit unit) {
            return new Shown(Optional.of(unit), false);
        }
    }

    Shown of(Term term) {
        if (!(term.type() instanceof Type.Measure)) {
            return new Shown(Optional.empty(), false);
        }
        if (term instanceof ColumnTerm column && column.table().equals(view.name())) {
            return view.unit(column.column())
                    .map(unit -> relabelled(Shown.in(unit), term.type()))
                    .orElse(Shown.UNCERTAIN);
        }
        RowNeeds needs = RowNeeds.of(term);
        if (!needs.arguments() && !needs.tables().contains(view.name())) {
            return constants.apply(term).map(Shown::in).orElse(Shown.UNCERTAIN);
        }
        if (term instanceof Arithmetic arithmetic) {
            return number(term.type(), List.of(arithmetic.left(), arithmetic.right()));
        }
        if (term instanceof Capped capped) {
            return number(term.type(), List.of(capped.base(), capped.limit()));
        }
        if (term instanceof FunctionCall call && Planner.keepsUnit(call.function())) {
            return number(term.type(), call.arguments());
        }
        if (term instanceof Negation negation) {
            return number(term.type(), List.of(negation.operand()));
        }
        if (term instanceof Converted converted) {
            return number(term.type(), List.of(converted.operand()));
        }
        if (term instanceof Rounded rounded) {
            return of(rounded.base());
        }
        if (term instanceof RoundedTo rounded) {
            return of(rounded.base());
        }
        if (term instanceof Conditional conditional) {
            Shown then = relabelled(of(conditional.then()), term.type());
            Shown otherwise = relabelled(of(conditional.otherwise()), term.type());
            return then.equals(otherwise) ? then : Shown.UNCERTAIN;
        }
        if (term instanceof Let let) {
            return of(let.body());
        }
        return term instanceof LocalTerm use ? of(use.local().value()) : Shown.UNCERTAIN;
    }

    /** In the unit of the first operand of its dimension, else in the basic one. */
    private Shown number(Type type, List<Term> operands) {
        for (Term operand : operands) {
            if (operand.type() instanceof Type.Measure) {
                Shown shown = of(operand);
                if (shown.isUncertain()) {
                    return shown;
                }
                if (shown.unit().orElseThrow().dimension().equals(((Type.Measure) type).dimension())) {
                    return shown;
                }
            }
        }
        return Shown.in(Units.basic(((Type.Measure) type).dimension()));
    }

    private static Shown relabelled(Shown shown, Type type) {
        return !shown.isUncertain() && !shown.unit().orElseThrow().dimension().equals(((Type.Measure) type).dimension())
                ? Shown.in(Units.basic(((Type.Measure) type).dimension()))
                : shown;
    }
}
