package kpi.examples.cli;

import java.util.List;
import java.util.Set;
import kpi.diagnostic.Problem;

/** What a text alone shows: {@code kpi check} says it, and no result depends on it. */
final class TextLints {
    private static final Set<String> CODES = Set.of(
            "unused-name", "attained-without-target", "lowered-without-reason", "regressive-target", "target-at-floor");

    private TextLints() {}

    /** The other problems, in their order. */
    static List<Problem> without(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> !CODES.contains(problem.code()))
                .toList();
    }
}
