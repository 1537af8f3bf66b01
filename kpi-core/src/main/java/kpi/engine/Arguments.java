package kpi.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.model.FunctionCall;
import kpi.model.LeftOut;
import kpi.model.Term;
import kpi.number.NumberException;
import kpi.source.Place;
import kpi.value.Value;

/** The arguments of a call as they come: all are needed, but for those that may be left out while enough remain. */
final class Arguments {
    private final FunctionCall call;
    private final Strict needed = new Strict();
    private final Strict leftOut = new Strict();
    private final List<Value> values = new ArrayList<>();

    Arguments(FunctionCall call) {
        this.call = call;
    }

    void take(Term argument, Outcome outcome) {
        if (argument instanceof LeftOut optional && outcome.lacks(optional.when())) {
            leftOut.take(outcome);
        } else {
            needed.take(outcome);
            outcome.value().ifPresent(values::add);
        }
    }

    /** What the function makes of the arguments taken, or why there is no such value. */
    Outcome result(Optional<Place> row) {
        if (!needed.isComplete()) {
            return needed.absent();
        }
        if (!leftOut.isComplete()) {
            if (values.size() < call.function().fewestArguments()) {
                return leftOut.absent().and(needed.provenance());
            }
            needed.take(leftOut.provenance().asPartial());
        }
        try {
            Outcome result = new Outcome.Present(call.function().apply(values), needed.provenance());
            return Outcomes.relabelled(result, call.type());
        } catch (NumberException why) {
            return new Outcome.Failed(EvaluationProblems.call(why, call, values, row), needed.provenance());
        } catch (RuntimeException why) {
            return new Outcome.Failed(EvaluationProblems.functionFailed(call, values, why, row), needed.provenance());
        }
    }
}
