package kpi.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        if (term instanceof Fallback fallback) {
            return Optional.of(fallback.value());
        }
        if (term instanceof RoundedTo rounded) {
            return Optional.of(rounded.base());
        }
        if (term instanceof Converted converted) {
            return Optional.of(converted.operand());
        }
        return term instanceof Negation negation ? Optional.of(negation.operand()) : Optional.empty();
    }

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
        public List<Term> level(LevelTerm term) {
            return term.figures().terms();
        }

        @Override
        public List<Term> kpiFigure(KpiFigure term) {
            return List.of();
        }

        /** Its value in the evaluated period, and the keys of its row; other periods are no part of the formula. */
        @Override
        public List<Term> pastValue(PastValue term) {
            return Stream.concat(term.now().stream(), term.what().keys().stream())
                    .toList();
        }

        @Override
        public List<Term> column(ColumnTerm term) {
            return List.of();
        }

        @Override
        public List<Term> groupKey(GroupKey term) {
            return List.of();
        }

        @Override
        public List<Term> rowFigure(RowFigure term) {
            return List.of();
        }

        @Override
        public List<Term> joinedColumn(JoinedColumn term) {
            return term.keys();
        }

        @Override
        public List<Term> joinedFigure(JoinedFigure term) {
            return term.keys();
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
        public List<Term> excepted(Excepted term) {
            List<Term> below = new ArrayList<>();
            term.cases().forEach(each -> below.add(each.condition()));
            term.cases().forEach(each -> below.add(each.value()));
            below.add(term.base());
            return below;
        }

        @Override
        public List<Term> undefined(Undefined term) {
            return List.of();
        }

        @Override
        public List<Term> textTest(TextTest term) {
            return List.of(term.left(), term.right());
        }

        @Override
        public List<Term> let(Let term) {
            List<Term> below = new ArrayList<>();
            term.locals().forEach(local -> below.add(local.value()));
            below.add(term.body());
            return below;
        }

        @Override
        public List<Term> local(LocalTerm term) {
            return List.of();
        }

        @Override
        public List<Term> call(FunctionCall term) {
            return term.arguments();
        }

        @Override
        public List<Term> aggregation(Aggregation term) {
            List<Term> below = new ArrayList<>();
            term.within().forEach(within -> below.add(within.key()));
            term.where().ifPresent(below::add);
            below.addAll(term.values());
            return below;
        }

        @Override
        public List<Term> standing(Standing term) {
            List<Term> below = new ArrayList<>();
            term.where().ifPresent(below::add);
            below.add(term.own());
            below.add(term.rows());
            return below;
        }

        @Override
        public List<Term> capped(Capped term) {
            return List.of(term.base(), term.limit());
        }

        @Override
        public List<Term> roundedTo(RoundedTo term) {
            return List.of(term.base(), term.step());
        }

        @Override
        public List<Term> lookUp(LookUp term) {
            return term.keys();
        }

        @Override
        public List<Term> rounded(Rounded term) {
            return List.of(term.base());
        }

        @Override
        public List<Term> missingTest(MissingTest term) {
            return List.of(term.operand());
        }

        @Override
        public List<Term> fallback(Fallback term) {
            return term.instead() instanceof Substitute.By by
                    ? List.of(term.value(), by.term())
                    : List.of(term.value());
        }

        @Override
        public List<Term> leftOut(LeftOut term) {
            return List.of(term.operand());
        }

        @Override
        public List<Term> converted(Converted term) {
            return List.of(term.operand());
        }
    }
}
