package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.List;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Severity;

/** Collects the problems of one part of a text; one compilation, one thread. */
final class Reporter {
    private final List<Problem> problems = new ArrayList<>();

    void report(Problem problem) {
        problems.add(problem);
    }

    void report(Problem.Builder problem) {
        problems.add(problem.build());
    }

    void reportAll(List<Problem> more) {
        problems.addAll(more);
    }

    boolean hasErrors() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
