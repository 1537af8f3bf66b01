package kpi.engine;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import kpi.model.Comparison;
import kpi.model.Excepted;
import kpi.model.Logic;
import kpi.model.MissingTest;
import kpi.model.Not;
import kpi.model.Term;
import kpi.model.TextTest;
import kpi.value.Text;
import kpi.value.Truth;

/** What is true: tests, what joins them, and what stands where an exception holds. */
final class Conditions {
    private final Evaluator evaluator;

    Conditions(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** A chain is true if each neighbouring pair is; like a conjunction it needs only a pair that is false. */
    Outcome comparison(Comparison term) {
        Strict needed = new Strict();
        Outcome left = evaluator.evaluate(term.first());
        for (Comparison.Link link : term.links()) {
            Outcome right = evaluator.evaluate(link.right());
            Strict pair = Strict.of(left, right);
            if (pair.isComplete()) {
                if (!link.relation().holds(Outcomes.compare(left, right))) {
                    return new Outcome.Present(Truth.FALSE, pair.provenance());
                }
                needed.take(pair.provenance());
            } else {
                needed.take(pair.absent());
            }
            left = right;
        }
        return needed.isComplete() ? new Outcome.Present(Truth.TRUE, needed.provenance()) : needed.absent();
    }

    Outcome textTest(TextTest term) {
        Outcome left = evaluator.evaluate(term.left());
        Outcome right = evaluator.evaluate(term.right());
        Strict needed = Strict.of(left, right);
        if (!needed.isComplete()) {
            return needed.absent();
        }
        boolean holds = term.kind().holds(composed(left), composed(right));
        return new Outcome.Present(holds ? Truth.TRUE : Truth.FALSE, needed.provenance());
    }

    private static String composed(Outcome text) {
        return Normalizer.normalize(((Text) text.value().orElseThrow()).text(), Normalizer.Form.NFC);
    }

    /** Missing or undefined, or neither; what went wrong in another way stays a problem. */
    Outcome missingTest(MissingTest term) {
        Outcome operand = evaluator.evaluate(term.operand());
        if (operand instanceof Outcome.Failed failed && !failed.undefined()) {
            return operand;
        }
        boolean holds = operand.lacks(term.kind());
        return new Outcome.Present(holds ? Truth.TRUE : Truth.FALSE, operand.provenance());
    }

    /** One operand may decide, whatever the others are; otherwise all are needed. */
    Outcome logic(Logic term) {
        Truth deciding = term.operator() == Logic.Operator.AND ? Truth.FALSE : Truth.TRUE;
        Strict needed = new Strict();
        for (Term operand : term.operands()) {
            Outcome outcome = evaluator.evaluate(operand);
            if (outcome.value().filter(deciding::equals).isPresent()) {
                return outcome;
            }
            needed.take(outcome);
        }
        Truth other = deciding == Truth.TRUE ? Truth.FALSE : Truth.TRUE;
        return needed.isComplete() ? new Outcome.Present(other, needed.provenance()) : needed.absent();
    }

    Outcome not(Not term) {
        Outcome operand = evaluator.evaluate(term.operand());
        return operand.value()
                .<Outcome>map(truth ->
                        new Outcome.Present(truth == Truth.TRUE ? Truth.FALSE : Truth.TRUE, operand.provenance()))
                .orElse(operand);
    }

    /** All conditions are needed: only they tell whether two exceptions collide. */
    Outcome excepted(Excepted term) {
        Strict needed = new Strict();
        List<Excepted.Case> holding = new ArrayList<>();
        for (Excepted.Case each : term.cases()) {
            Outcome condition = evaluator.evaluate(each.condition());
            needed.take(condition);
            if (condition.value().filter(Truth.TRUE::equals).isPresent()) {
                holding.add(each);
            }
        }
        if (holding.size() > 1) {
            return new Outcome.Failed(
                    EvaluationProblems.twoExceptions(
                            holding.get(0), holding.get(1), evaluator.rows().place()),
                    needed.provenance());
        }
        if (!needed.isComplete()) {
            return needed.absent();
        }
        Outcome chosen = evaluator.evaluate(
                holding.isEmpty() ? term.base() : holding.get(0).value());
        return Outcomes.relabelled(chosen, term.type()).and(needed.provenance());
    }
}
