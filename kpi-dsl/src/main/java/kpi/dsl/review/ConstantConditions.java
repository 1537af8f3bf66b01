package kpi.dsl.review;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.model.ActualRule;
import kpi.model.Aggregation;
import kpi.model.AttainedRule;
import kpi.model.Conditional;
import kpi.model.KpiVersion;
import kpi.model.PointItem;
import kpi.model.RankRule;
import kpi.model.RuleTerms;
import kpi.model.Subterms;
import kpi.model.Term;
import kpi.source.Span;

/** Conditions that let everything through, or nothing: a branch is never reached, a filter filters nothing. */
final class ConstantConditions {
    private static final LocalText ALWAYS = new LocalText("一律", "always");
    private static final LocalText NEVER = new LocalText("永不", "never");

    private final Consumer<Problem> problems;

    ConstantConditions(Consumer<Problem> problems) {
        this.problems = problems;
    }

    void tellOf(KpiVersion version) {
        Deque<Term> open = new ArrayDeque<>(RuleTerms.all(version));
        while (!open.isEmpty()) {
            Term term = open.pop();
            if (term instanceof Conditional conditional) {
                tellOf(conditional);
            } else if (term instanceof Aggregation aggregation) {
                aggregation.where().ifPresent(where -> tellOf(where, Optional.empty()));
            }
            Subterms.of(term).forEach(open::push);
        }
        if (version.rule() instanceof ActualRule.Points points) {
            for (PointItem item : points.items()) {
                item.where().ifPresent(where -> tellOf(where, Optional.empty()));
                item.when().ifPresent(when -> tellOf(when, Optional.empty()));
            }
            points.gates().forEach(gate -> gate.condition().ifPresent(when -> tellOf(when, Optional.empty())));
        }
        version.rank().flatMap(RankRule::where).ifPresent(where -> tellOf(where, Optional.empty()));
        version.attained()
                .filter(AttainedRule.When.class::isInstance)
                .ifPresent(rule -> tellOf(((AttainedRule.When) rule).condition(), Optional.empty()));
    }

    private void tellOf(Conditional conditional) {
        ConstantTruth.of(conditional.condition())
                .ifPresent(truth -> tellOf(
                        conditional.condition(),
                        Optional.of(
                                truth
                                        ? conditional.otherwise().span()
                                        : conditional.then().span())));
    }

    private void tellOf(Term condition, Optional<Span> neverReached) {
        Optional<Boolean> truth = ConstantTruth.of(condition);
        if (truth.isEmpty()) {
            return;
        }
        Problem.Builder problem =
                Problem.of(ReviewCode.CONSTANT_CONDITION, condition.span()).with("truth", truth.get() ? ALWAYS : NEVER);
        neverReached.ifPresent(span -> problem.related(span, "never-reached"));
        problems.accept(problem.build());
    }
}
