package kpi.diagnostic;

import java.util.List;

/** Thrown by {@link Checked#orElseThrow()}: carries all problems, and names the first error in its message. */
public class KpiProblemsException extends KpiException {
    private static final long serialVersionUID = 1L;

    // Problems are exchanged as text, never as serialised objects.
    private final transient List<Problem> problems;

    /**
     * The problems that keep a value from being used.
     *
     * @throws KpiUsageException if there is no problem to tell
     */
    public KpiProblemsException(List<Problem> problems) {
        super(summary(problems));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    private static String summary(List<Problem> problems) {
        Problem first = problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .findFirst()
                .or(() -> problems.stream().findFirst())
                .orElseThrow(() -> new KpiUsageException("no problem to throw"));
        int others = problems.size() - 1;
        return first + (others == 0 ? "" : " (and " + others + " more)");
    }
}
