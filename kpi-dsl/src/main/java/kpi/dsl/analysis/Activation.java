package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kpi.dsl.syntax.Expression;
import kpi.model.Constant;
import kpi.model.Local;
import kpi.model.LocalTerm;
import kpi.model.Term;
import kpi.source.Span;

/**
 * A definition whose body is being read: what its parameters stand for, and which calls in the body are one.
 *
 * @param outermost whether the place is not inside the rows of an aggregate of the body
 */
record Activation(Map<String, Binding> bindings, Shared shared, boolean outermost) {

    /** What a parameter stands for. */
    sealed interface Binding {
        /** A value; what is written as a literal stays one, so that the rules for literals hold. */
        record OfValue(Term term, Optional<Local> local) implements Binding {
            Term use(Span span) {
                return local.<Term>map(found -> new LocalTerm(span, found)).orElse(term);
            }
        }

        /** Rows of a table. */
        record OfRows(Calls.Rows rows) implements Binding {}

        /** Nobody calls: the definition is read for its own errors. */
        record Unknown() implements Binding {}
    }

    /**
     * The calls in the body: which are written more than once with the same text, and so are computed once; which are read
     * already, and which must be before the body can be.
     */
    static final class Shared {
        private final Map<Span, DefineCalls.Read> done = new HashMap<>();
        private final List<DefineCalls.Frame> pending = new ArrayList<>();
        private final Set<String> awaited = new HashSet<>();
        private final Set<String> repeated = new HashSet<>();
        private final Map<String, Local> known = new HashMap<>();
        private final List<Local> locals = new ArrayList<>();

        Shared(Expression body) {
            Set<String> seen = new HashSet<>();
            Expressions.walk(body, node -> {
                if (node instanceof Expression.Application && !seen.add(form(node.span()))) {
                    repeated.add(form(node.span()));
                }
            });
        }

        /** Forgets all but the calls that are read: the body is read from its beginning. */
        void begin() {
            known.clear();
            locals.clear();
            pending.clear();
            awaited.clear();
        }

        Optional<DefineCalls.Read> done(Span call) {
            return Optional.ofNullable(done.get(call));
        }

        void finish(Span call, DefineCalls.Read read) {
            done.put(call, read);
        }

        List<DefineCalls.Frame> pending() {
            return pending;
        }

        /** Asks for a call; one that will be shared is asked for once. */
        void await(DefineCalls.Frame frame) {
            if (!isRepeated(frame.span()) || awaited.add(form(frame.span()))) {
                pending.add(frame);
            }
        }

        List<Local> locals() {
            return locals;
        }

        boolean isRepeated(Span call) {
            return repeated.contains(form(call));
        }

        Optional<Local> known(Span call) {
            return Optional.ofNullable(known.get(form(call)));
        }

        Term share(Span call, Term term) {
            Local local = new Local(call.text(), term, call);
            known.put(form(call), local);
            locals.add(local);
            return new LocalTerm(call, local);
        }

        private static String form(Span call) {
            return Symbols.Restatement.form(call.text());
        }
    }

    Optional<Binding> binding(String spelling) {
        return Optional.ofNullable(bindings.get(CanonicalName.of(spelling)));
    }

    Optional<Term> value(Span span, String spelling) {
        return binding(spelling)
                .filter(Binding.OfValue.class::isInstance)
                .map(found -> ((Binding.OfValue) found).use(span));
    }

    Optional<Calls.Rows> rows(String spelling) {
        return binding(spelling).filter(Binding.OfRows.class::isInstance).map(found -> ((Binding.OfRows) found).rows());
    }

    boolean isUnknown(String spelling) {
        return binding(spelling).filter(Binding.Unknown.class::isInstance).isPresent();
    }

    Activation inRow() {
        return new Activation(bindings, shared, false);
    }

    static Binding.OfValue valueOf(String name, Term term) {
        return term instanceof Constant
                ? new Binding.OfValue(term, Optional.empty())
                : new Binding.OfValue(term, Optional.of(new Local(name, term, term.span())));
    }
}
