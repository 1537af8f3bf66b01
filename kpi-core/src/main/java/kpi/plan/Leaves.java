package kpi.plan;

import java.util.Optional;
import kpi.model.LocalTerm;
import kpi.model.Term;

/** What a plan does not take apart: where its numbers and truths come from. */
public interface Leaves {
    /** Asked of every term before it is taken apart. */
    default Optional<Node> number(Term term) {
        return Optional.empty();
    }

    /** Asked of every condition before it is taken apart. */
    default Optional<Test> truth(Term term) {
        return Optional.empty();
    }

    /** Asked of a term that there is no plan for. */
    default Optional<Node> numberOtherwise(Term term) {
        return Optional.empty();
    }

    /** Asked of a condition that there is no plan for. */
    default Optional<Test> truthOtherwise(Term term) {
        return Optional.empty();
    }

    /** Asked of a local that is computed outside of what is planned. */
    default Optional<Node> outer(LocalTerm term) {
        return Optional.empty();
    }
}
