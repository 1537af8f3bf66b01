package kpi.dsl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kpi.model.ActualRule;
import kpi.model.Constant;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.model.ScorecardModel;
import kpi.model.Subterms;
import kpi.model.Term;

/**
 * The factors {@code × 100} of a text that are read as {@code × 100%}. Only those a formula states itself: a definition may
 * be used elsewhere, where its 100 is a number.
 */
final class PrintedFactors {
    private PrintedFactors() {}

    /** What each is read as, by where it begins; a factor that versions of a KPI read differently is left out. */
    static Map<Integer, String> of(ScorecardModel model) {
        Map<Integer, String> readAs = new HashMap<>();
        Set<Integer> asWritten = new HashSet<>();
        for (KpiModel kpi : model.kpis()) {
            for (KpiVersion version : kpi.versions()) {
                if (version.rule() instanceof ActualRule.Formula formula) {
                    collect(formula.term(), readAs, asWritten);
                }
            }
        }
        readAs.keySet().removeAll(asWritten);
        return readAs;
    }

    private static void collect(Term formula, Map<Integer, String> readAs, Set<Integer> asWritten) {
        Deque<Term> open = new ArrayDeque<>();
        open.push(formula);
        while (!open.isEmpty()) {
            Term term = open.pop();
            if (term instanceof Constant constant && !constant.span().text().isEmpty()) {
                int start = constant.span().start();
                readAs(constant).ifPresentOrElse(text -> readAs.put(start, text), () -> asWritten.add(start));
            }
            Subterms.of(term).forEach(open::push);
        }
    }

    private static Optional<String> readAs(Constant constant) {
        String written = constant.span().text();
        String printed = constant.printed();
        return printed.equals(written + "%") || printed.equals(written + "‰") ? Optional.of(printed) : Optional.empty();
    }
}
