package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** How many there are by now. */
    int count() {
        return problems.size();
    }

    /** The first error since there were so many problems. */
    Optional<Problem> firstError(int from) {
        return problems.subList(from, problems.size()).stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .findFirst();
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
