package kpi.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kpi.model.Aggregation;
import kpi.model.Arithmetic;
import kpi.model.Constant;
import kpi.model.Definition;
import kpi.model.DefinitionTerm;
import kpi.model.FunctionCall;
import kpi.model.KpiFigure;
import kpi.model.LocalTerm;
import kpi.model.Negation;
import kpi.model.OwnFigure;
import kpi.model.PastValue;
import kpi.model.Recalled;
import kpi.model.Subterms;
import kpi.model.Term;
import kpi.value.Quantity;
import kpi.value.Value;

/**
 * What is known of terms before they are evaluated: which of them are approximate. What they define is evaluated first.
 *
 * <p>Being approximate is a matter of the text, so it also comes from a branch that is not taken. No walk here is
 * recursive: neither a long chain of terms nor one of definitions may need a deep stack.
 */
final class Survey {
    private final Set<Term> approximate = Collections.newSetFromMap(new IdentityHashMap<>(0));

    /** Surveys terms and all below them, after evaluating the definitions they need. */
    Survey(List<Term> roots, Scope scope) {
        List<Term> parentsFirst = withAllBelow(roots);
        for (Term term : parentsFirst) {
            if (term instanceof DefinitionTerm use) {
                evaluateFirst(use.definition(), scope);
            }
        }
        boolean any = false;
        for (Term term : parentsFirst) {
            if (approximatesItself(term, scope)) {
                any = true;
                approximate.add(term);
            }
        }
        for (int i = parentsFirst.size() - 1; any && i >= 0; i--) {
            Term term = parentsFirst.get(i);
            boolean isLocal = term instanceof LocalTerm use
                    && approximate.contains(use.local().value());
            if (isLocal || Subterms.of(term).stream().anyMatch(approximate::contains)) {
                approximate.add(term);
            }
        }
    }

    boolean isApproximate(Term term) {
        return !approximate.isEmpty() && approximate.contains(term);
    }

    private static List<Term> withAllBelow(List<Term> roots) {
        List<Term> parentsFirst = new ArrayList<>();
        Deque<Term> open = new ArrayDeque<>();
        roots.forEach(open::push);
        while (!open.isEmpty()) {
            Term next = open.pop();
            parentsFirst.add(next);
            // The last child comes first, so that from the end of the list a local is met before its uses.
            Subterms.of(next).forEach(open::push);
        }
        return parentsFirst;
    }

    private static boolean approximatesItself(Term term, Scope scope) {
        if (term instanceof FunctionCall call) {
            return call.function()
                    .approximate(call.arguments().stream().map(Survey::known).toList());
        }
        if (term instanceof Arithmetic arithmetic) {
            return arithmetic.operator() == Arithmetic.Operator.POWER && !isWhole(known(arithmetic.right()));
        }
        if (term instanceof PastValue past) {
            return isApproximate(past, scope);
        }
        if (term instanceof Aggregation aggregation) {
            return aggregation.aggregate().function().approximate();
        }
        return figureOf(term, scope)
                .filter(outcome -> outcome.provenance().approximate())
                .isPresent();
    }

    /** A row of another period carries its own mark. */
    private static boolean isApproximate(PastValue past, Scope scope) {
        if (past.what() instanceof Recalled.Joined) {
            return false;
        }
        return past.window().others(scope.period()).stream()
                .flatMap(periods -> periods.stream())
                .anyMatch(period ->
                        scope.figures().recall(past.what(), period).provenance().approximate());
    }

    /** What was evaluated before carries its own mark. */
    private static Optional<Outcome> figureOf(Term term, Scope scope) {
        if (term instanceof DefinitionTerm use) {
            return scope.known(use.definition());
        }
        if (term instanceof KpiFigure figure) {
            return Optional.of(scope.figures().figure(figure.kpi(), figure.facet()));
        }
        if (term instanceof OwnFigure figure) {
            return Optional.of(scope.figures().own(figure.facet()));
        }
        return Optional.empty();
    }

    private static boolean isWhole(Optional<Value> value) {
        return value.filter(v -> v instanceof Quantity q && q.canonical().isInteger())
                .isPresent();
    }

    /** The value of what is written in the formula. */
    private static Optional<Value> known(Term term) {
        if (term instanceof Constant constant) {
            return Optional.of(constant.value());
        }
        if (term instanceof Negation negation
                && negation.operand() instanceof Constant constant
                && constant.value() instanceof Quantity quantity) {
            return Optional.of(Quantity.canonical(quantity.canonical().negate(), quantity.unit()));
        }
        return Optional.empty();
    }

    /** Evaluates a definition after all that it needs, each once. */
    private static void evaluateFirst(Definition wanted, Scope scope) {
        Deque<Definition> open = new ArrayDeque<>();
        open.push(wanted);
        while (!open.isEmpty()) {
            Definition next = open.peek();
            List<Definition> needed = scope.known(next).isPresent() ? List.of() : unknownIn(next.value(), scope);
            if (needed.isEmpty()) {
                open.pop();
                ReferenceEngine.define(next, scope);
            } else {
                needed.forEach(open::push);
            }
        }
    }

    private static List<Definition> unknownIn(Term term, Scope scope) {
        List<Definition> unknown = new ArrayList<>();
        for (Term below : withAllBelow(List.of(term))) {
            if (below instanceof DefinitionTerm use
                    && scope.known(use.definition()).isEmpty()) {
                unknown.add(use.definition());
            }
        }
        return unknown;
    }
}
