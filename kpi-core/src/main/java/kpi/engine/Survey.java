package kpi.engine;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import kpi.model.Arithmetic;
import kpi.model.Constant;
import kpi.model.Definition;
import kpi.model.DefinitionTerm;
import kpi.model.FunctionCall;
import kpi.model.KpiFigure;
import kpi.model.Negation;
import kpi.model.OwnFigure;
import kpi.model.Subterms;
import kpi.model.Term;
import kpi.value.Quantity;
import kpi.value.Value;

/**
 * What is known of a term before it is evaluated: the definitions it needs, each after those it needs itself, and which of
 * its parts are approximate.
 *
 * <p>Being approximate is a matter of the text, so it also comes from a branch that is not taken. Both walks keep a stack
 * of their own: neither a long chain of terms nor one of definitions may need a deep stack.
 */
final class Survey {
    private final Scope scope;
    private final Set<Term> approximate = Collections.newSetFromMap(new IdentityHashMap<>());

    Survey(Scope scope) {
        this.scope = scope;
    }

    boolean isApproximate(Term term) {
        return approximate.contains(term);
    }

    /** Surveys a term whose definitions are known. */
    void add(Term root) {
        Deque<Term> open = new ArrayDeque<>();
        Deque<Term> parentsFirst = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Term term = open.pop();
            parentsFirst.push(term);
            Subterms.of(term).forEach(open::push);
        }
        // Taken off again, every term comes after those below it.
        while (!parentsFirst.isEmpty()) {
            Term term = parentsFirst.pop();
            if (approximatesItself(term) || Subterms.of(term).stream().anyMatch(approximate::contains)) {
                approximate.add(term);
            }
        }
    }

    private boolean approximatesItself(Term term) {
        if (term instanceof FunctionCall call) {
            return call.function()
                    .approximate(call.arguments().stream().map(Survey::known).toList());
        }
        if (term instanceof Arithmetic arithmetic) {
            return arithmetic.operator() == Arithmetic.Operator.POWER && !isWhole(known(arithmetic.right()));
        }
        return figureOf(term)
                .filter(outcome -> outcome.provenance().approximate())
                .isPresent();
    }

    /** What was evaluated before carries its own mark. */
    private Optional<Outcome> figureOf(Term term) {
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

    /** Hands over every definition that the terms need and the scope does not know, in an order that allows evaluating. */
    static void unknownDefinitions(List<Term> roots, Scope scope, Consumer<Definition> evaluate) {
        Deque<Definition> open = new ArrayDeque<>();
        roots.forEach(root -> pushUnknown(root, scope, open));
        while (!open.isEmpty()) {
            Definition definition = open.peek();
            int before = open.size();
            if (scope.known(definition).isEmpty()) {
                pushUnknown(definition.value(), scope, open);
            }
            if (open.size() == before) {
                open.pop();
                if (scope.known(definition).isEmpty()) {
                    evaluate.accept(definition);
                }
            }
        }
    }

    private static void pushUnknown(Term root, Scope scope, Deque<Definition> definitions) {
        Deque<Term> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Term term = open.pop();
            if (term instanceof DefinitionTerm use
                    && scope.known(use.definition()).isEmpty()) {
                definitions.push(use.definition());
            }
            Subterms.of(term).forEach(open::push);
        }
    }
}
