package kpi.dsl.analysis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.model.ActualRule;
import kpi.model.Bound;
import kpi.model.Capped;
import kpi.model.Constant;
import kpi.model.KpiVersion;
import kpi.model.Negation;
import kpi.model.PointItem;
import kpi.model.Rounded;
import kpi.model.RuleTerms;
import kpi.model.Step;
import kpi.model.Subterms;
import kpi.model.Term;
import kpi.number.Exact;
import kpi.source.Span;
import kpi.value.Quantity;

/** Finds a cap below the floor of the same figure: whatever is computed, the last of the two would stand for it. */
final class Bounds {
    private final Reporter reporter;
    private Optional<Limit> floor = Optional.empty();
    private Optional<Limit> cap = Optional.empty();

    private record Limit(Exact value, Span span) {}

    private Bounds(Reporter reporter) {
        this.reporter = reporter;
    }

    static void check(KpiVersion version, Reporter reporter) {
        ofSteps(version.actualSteps(), reporter);
        version.attainment().ifPresent(rule -> rule.all().forEach(each -> ofSteps(each.steps(), reporter)));
        if (version.rule() instanceof ActualRule.Points points) {
            points.items().forEach(item -> ofCaps(item.caps(), reporter));
            points.groups().forEach(group -> ofCaps(group.caps(), reporter));
            ofCaps(points.total(), reporter);
        }
        Deque<Term> open = new ArrayDeque<>(RuleTerms.all(version));
        while (!open.isEmpty()) {
            Term term = open.pop();
            if (term instanceof Capped capped) {
                open.addAll(ofChain(capped, reporter));
            } else {
                Subterms.of(term).forEach(open::push);
            }
        }
    }

    /** Shares of a whole are not known before data. */
    private static void ofCaps(List<PointItem.Cap> caps, Reporter reporter) {
        for (PointItem.Scope scope : PointItem.Scope.values()) {
            Bounds bounds = new Bounds(reporter);
            caps.stream()
                    .filter(cap -> cap.scope() == scope && cap.of().isEmpty())
                    .forEach(cap -> bounds.add(cap.bound(), cap.limit(), cap.span()));
            bounds.report();
        }
    }

    private static void ofSteps(List<Step> steps, Reporter reporter) {
        Bounds bounds = new Bounds(reporter);
        for (Step step : steps) {
            if (step instanceof Step.Cap limit) {
                bounds.add(limit.bound(), limit.limit(), limit.span());
            }
        }
        bounds.report();
    }

    /** Looks at limits set one after another; answers what is left to be looked at. */
    private static Deque<Term> ofChain(Capped last, Reporter reporter) {
        Bounds bounds = new Bounds(reporter);
        Deque<Term> rest = new ArrayDeque<>();
        Term term = last;
        while (term instanceof Capped || term instanceof Rounded) {
            if (term instanceof Capped capped) {
                bounds.add(capped.bound(), capped.limit(), capped.limit().span());
                rest.add(capped.limit());
                term = capped.base();
            } else {
                term = ((Rounded) term).base();
            }
        }
        rest.add(term);
        bounds.report();
        return rest;
    }

    private void add(Bound bound, Term limit, Span span) {
        Optional<Limit> set = constant(limit).map(value -> new Limit(value, span));
        if (set.isPresent() && bound == Bound.AT_LEAST) {
            floor = floor.filter(other -> other.value().compareTo(set.get().value()) >= 0)
                    .or(() -> set);
        } else if (set.isPresent()) {
            cap = cap.filter(other -> other.value().compareTo(set.get().value()) <= 0)
                    .or(() -> set);
        }
    }

    private static Optional<Exact> constant(Term term) {
        if (term instanceof Negation negation) {
            return negation.operand() instanceof Constant
                    ? constant(negation.operand()).map(Exact::negate)
                    : Optional.empty();
        }
        return term instanceof Constant constant && constant.value() instanceof Quantity quantity
                ? Optional.of(quantity.canonical())
                : Optional.empty();
    }

    private void report() {
        if (floor.isPresent()
                && cap.isPresent()
                && cap.get().value().compareTo(floor.get().value()) < 0) {
            reporter.report(Problem.of(AnalysisCode.CAP_BELOW_FLOOR, cap.get().span())
                    .related(floor.get().span(), "floor"));
        }
    }
}
