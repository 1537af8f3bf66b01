package kpi.score;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import kpi.model.DefinitionTerm;
import kpi.model.LocalTerm;
import kpi.model.Subterms;
import kpi.model.Term;

/** The terms that depend on what may move, and those that only a call around them gives a value. */
final class MovingTerms {
    private MovingTerms() {}

    /** Those among all terms below some; walks with a stack of its own. */
    static Set<Term> below(List<Term> roots, Predicate<Term> moves) {
        Set<Term> moving = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Term> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Term> open = new ArrayDeque<>();
        roots.forEach(open::push);
        while (!open.isEmpty()) {
            Term next = open.pop();
            if (seen.add(next)) {
                open.push(next);
                named(next).forEach(open::push);
                Subterms.of(next).forEach(open::push);
            } else if (!moving.contains(next)) {
                boolean some = moves.test(next)
                        || next instanceof LocalTerm
                        || named(next).stream().anyMatch(moving::contains)
                        || Subterms.of(next).stream().anyMatch(moving::contains);
                if (some) {
                    moving.add(next);
                }
            }
        }
        return moving;
    }

    /** What a name stands for. */
    static List<Term> named(Term term) {
        if (term instanceof DefinitionTerm use) {
            return List.of(use.definition().value());
        }
        return term instanceof LocalTerm use ? List.of(use.local().value()) : List.of();
    }
}
