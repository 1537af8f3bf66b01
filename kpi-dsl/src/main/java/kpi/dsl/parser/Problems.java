package kpi.dsl.parser;

import kpi.diagnostic.Limit;
import kpi.diagnostic.Limits;
import kpi.diagnostic.Problem;
import kpi.diagnostic.ProblemCollector;
import kpi.source.Span;

/** Where every pass leaves what it found. */
final class Problems {
    private final ProblemCollector collector;
    private final Limits limits;
    private int count;

    Problems(Limits limits) {
        this.limits = limits;
        collector = new ProblemCollector(limits);
    }

    /** A place for what nobody is told. */
    Problems aside() {
        return new Problems(limits);
    }

    long limit(Limit limit) {
        return limits.get(limit);
    }

    void add(Problem.Builder problem) {
        add(problem.build());
    }

    void add(Problem problem) {
        collector.add(problem);
        count++;
    }

    /** A refusal under a named limit. */
    void exceeds(SyntaxCode code, Limit limit, Span span) {
        add(Problem.of(code, span).with("limit", limit.id()).with("value", limit(limit)));
    }

    /** How many were added so far: a pass that adds none leaves it as it was. */
    int count() {
        return count;
    }

    java.util.List<Problem> toList() {
        return collector.toList();
    }
}
