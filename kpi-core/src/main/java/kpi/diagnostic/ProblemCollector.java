package kpi.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import kpi.source.Place;
import org.jspecify.annotations.Nullable;

/**
 * Collects problems and keeps the first of them in reading order, whatever the order they are found in: at most a limit
 * of errors, and as many of warnings and informations. The rest is counted. For one thread.
 *
 * <p>Example: with a limit of 20, a thousand errors become 20 and one that says that 980 more were found.
 */
public final class ProblemCollector {
    /** As many as a person mends before checking again. */
    public static final int STANDARD_LIMIT = 20;

    private final int limit;
    private final int messageLength;
    private final PriorityQueue<Problem> errors = new PriorityQueue<>(Problem.ORDER.reversed());
    private final PriorityQueue<Problem> others = new PriorityQueue<>(Problem.ORDER.reversed());
    private long dropped;
    private long droppedErrors;
    private Severity worstDropped = Severity.INFO;
    private @Nullable Place firstDropped;

    public ProblemCollector() {
        this(STANDARD_LIMIT);
    }

    /** @throws KpiUsageException if the limit is not at least 1 */
    public ProblemCollector(int limit) {
        if (limit < 1) {
            throw new KpiUsageException("limit " + limit);
        }
        this.limit = limit;
        this.messageLength = Limits.standard().size(Limit.MESSAGE_LENGTH);
    }

    /** With the number of problems and the length of their messages as the limits say. */
    public ProblemCollector(Limits limits) {
        this.limit = limits.size(Limit.PROBLEMS_REPORTED);
        this.messageLength = limits.size(Limit.MESSAGE_LENGTH);
    }

    public void add(Problem problem) {
        PriorityQueue<Problem> kept = problem.severity() == Severity.ERROR ? errors : others;
        kept.add(problem);
        if (kept.size() > limit) {
            count(kept.remove());
        }
    }

    private void count(Problem problem) {
        dropped++;
        droppedErrors += problem.severity() == Severity.ERROR ? 1 : 0;
        worstDropped = problem.severity().compareTo(worstDropped) < 0 ? problem.severity() : worstDropped;
        if (firstDropped == null || problem.place().compareTo(firstDropped) < 0) {
            firstDropped = problem.place();
        }
    }

    public void addAll(Iterable<Problem> problems) {
        problems.forEach(this::add);
    }

    /** Whether an error was added. */
    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** Whether the limit of errors is reached, so that a further one may only be counted. */
    public boolean isFull() {
        return errors.size() == limit;
    }

    /** The problems kept, in reading order, and at the end the one that counts the rest, if there is a rest. */
    public List<Problem> toList() {
        List<Problem> all = new ArrayList<>(errors);
        all.addAll(others);
        all.sort(Problem.ORDER);
        if (firstDropped != null) {
            all.add(Problem.of(CommonCode.MORE_PROBLEMS, firstDropped)
                    .with("count", dropped)
                    .with("errors", droppedErrors)
                    .severity(worstDropped)
                    .build());
        }
        return all.stream().map(problem -> problem.atMost(messageLength)).toList();
    }
}
