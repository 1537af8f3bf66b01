package kpi.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a term is made of. Walks with a stack of their own: how deep a chain of terms is, is the author's decision. */
public final class Subterms {
    private Subterms() {}

    /** The terms directly below, in the order of the text. A name stands for itself: its definition is not below it. */
    public static List<Term> of(Term term) {
        return term.accept(Below.VISITOR);
    }

    /** The first of them where it is what the rest is done to, as in a chain of additions or of limits. */
    public static Optional<Term> base(Term term) {
        if (term instanceof Arithmetic arithmetic) {
            return Optional.of(arithmetic.left());
        }
        if (term instanceof Capped capped) {
            return Optional.of(capped.base());
        }
        if (term instanceof Rounded rounded) {
            return Optional.of(rounded.base());
        }
        return term instanceof Negation negation ? Optional.of(negation.operand()) : Optional.empty();
    }

    /** Whether it has a value outside any row: every cell it uses belongs to an aggregate inside it. */
    public static boolean isClosed(Term term) {
        Deque<Bound> open = new ArrayDeque<>();
        open.push(new Bound(term, Set.of()));
        while (!open.isEmpty()) {
            Bound next = open.pop();
            Set<String> tables = next.tables();
            if (next.term() instanceof ColumnTerm column && !tables.contains(column.table())) {
                return false;
            }
            if (next.term() instanceof Aggregation aggregation && !tables.contains(aggregation.table())) {
                tables = new HashSet<>(tables);
                tables.add(aggregation.table());
            }
            for (Term below : of(next.term())) {
                open.push(new Bound(below, tables));
            }
        }
        return true;
    }

    /** A term, and the tables that have a current row around it. */
    private record Bound(Term term, Set<String> tables) {}

    private enum Below implements Term.Visitor<List<Term>> {
        VISITOR;

        @Override
        public List<Term> constant(Constant term) {
            return List.of();
        }

        @Override
        public List<Term> input(InputTerm term) {
            return List.of();
        }

        @Override
        public List<Term> definition(DefinitionTerm term) {
            return List.of();
        }

        @Override
        public List<Term> ownFigure(OwnFigure term) {
            return List.of();
        }

        @Override
        public List<Term> kpiFigure(KpiFigure term) {
            return List.of();
        }

        @Override
        public List<Term> column(ColumnTerm term) {
            return List.of();
        }

        @Override
        public List<Term> arithmetic(Arithmetic term) {
            return List.of(term.left(), term.right());
        }

        @Override
        public List<Term> negation(Negation term) {
            return List.of(term.operand());
        }

        @Override
        public List<Term> comparison(Comparison term) {
            List<Term> below = new ArrayList<>();
            below.add(term.first());
            term.links().forEach(link -> below.add(link.right()));
            return below;
        }

        @Override
        public List<Term> logic(Logic term) {
            return term.operands();
        }

        @Override
        public List<Term> not(Not term) {
            return List.of(term.operand());
        }

        @Override
        public List<Term> conditional(Conditional term) {
            return List.of(term.condition(), term.then(), term.otherwise());
        }

        @Override
        public List<Term> call(FunctionCall term) {
            return term.arguments();
        }

        @Override
        public List<Term> aggregation(Aggregation term) {
            List<Term> below = new ArrayList<>();
            term.where().ifPresent(below::add);
            term.value().ifPresent(below::add);
            return below;
        }

        @Override
        public List<Term> capped(Capped term) {
            return List.of(term.base(), term.limit());
        }

        @Override
        public List<Term> rounded(Rounded term) {
            return List.of(term.base());
        }
    }
}
