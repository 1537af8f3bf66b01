package kpi.model;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kpi.source.Span;

/**
 * Which other KPIs a KPI's rules name, and where each is named first. Walks with a stack of its own: a sum may have
 * thousands of terms.
 */
public final class KpiReferences {
    private final Map<String, Span> found = new LinkedHashMap<>();
    private final Set<Definition> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private KpiReferences() {}

    /** The ids in the order they are met, over all versions of the KPI. */
    public static Map<String, Span> of(KpiModel kpi) {
        KpiReferences references = new KpiReferences();
        kpi.versions().stream().flatMap(KpiReferences::terms).forEach(references::walk);
        return references.found;
    }

    private static Stream<Term> terms(KpiVersion version) {
        Stream<Term> actual = Stream.empty();
        if (version.rule() instanceof ActualRule.Formula formula) {
            actual = Stream.of(formula.term());
        } else if (version.rule() instanceof ActualRule.Points points) {
            actual = points.items().stream().flatMap(KpiReferences::terms);
        }
        Stream<Term> attainment = version.attainment().stream()
                .flatMap(rule -> Stream.concat(Stream.of(rule.value()), limits(rule.steps())));
        Stream<Term> attained = version.attained().stream()
                .filter(AttainedRule.When.class::isInstance)
                .map(rule -> ((AttainedRule.When) rule).condition());
        return Stream.of(actual, limits(version.actualSteps()), attainment, attained)
                .flatMap(terms -> terms);
    }

    private static Stream<Term> terms(PointItem item) {
        return Stream.of(
                        item.where().stream(),
                        item.when().stream(),
                        Stream.of(item.amount()),
                        item.caps().stream().map(PointItem.Cap::limit))
                .flatMap(terms -> terms);
    }

    private static Stream<Term> limits(List<Step> steps) {
        return steps.stream().filter(Step.Cap.class::isInstance).map(step -> ((Step.Cap) step).limit());
    }

    private void walk(Term root) {
        Deque<Term> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Term next = open.pop();
            if (next instanceof KpiFigure figure) {
                found.putIfAbsent(figure.kpi(), figure.span());
            } else if (next instanceof DefinitionTerm named && seen.add(named.definition())) {
                open.push(named.definition().value());
            }
            List<Term> below = Subterms.of(next);
            for (int i = below.size() - 1; i >= 0; i--) {
                open.push(below.get(i));
            }
        }
    }
}
