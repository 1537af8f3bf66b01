package kpi.dsl.analysis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import kpi.model.Let;
import kpi.model.Subterms;
import kpi.model.Term;

/** How deep terms stand inside one another, as far as an engine needs stack for it. */
final class TermDepth {
    private TermDepth() {}

    private record At(Term term, int depth) {}

    /** The depth of a call; the calls in it are measured already. A chain of bases is flat. */
    static int of(Let call, Map<Let, Integer> known) {
        int deepest = 0;
        Deque<At> open = new ArrayDeque<>();
        open.push(new At(call, 1));
        while (!open.isEmpty()) {
            At at = open.pop();
            Integer inside = at.term() instanceof Let let ? known.get(let) : null;
            deepest = Math.max(deepest, at.depth() + (inside == null ? 0 : inside));
            if (inside == null) {
                // The base of a chain comes first among the terms below.
                int flat = Subterms.base(at.term()).isPresent() ? 0 : 1;
                for (Term below : Subterms.of(at.term())) {
                    open.push(new At(below, at.depth() + flat));
                    flat = 1;
                }
            }
        }
        return deepest;
    }
}
