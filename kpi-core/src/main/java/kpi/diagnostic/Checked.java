package kpi.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value, its problems, or both: what could be kept is kept. A result without a value has at least one error.
 *
 * <p>Example: {@code Checked.of("a").map(String::length)} has the value 1 and no problem.
 *
 * @param <T> the type of the value
 */
public final class Checked<T> {
    private final Optional<T> value;
    private final List<Problem> problems;
    private final boolean hasErrors;

    private Checked(Optional<T> value, List<Problem> problems) {
        this.value = value;
        this.problems = List.copyOf(problems);
        this.hasErrors = this.problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    public static <T> Checked<T> of(T value) {
        return of(value, List.of());
    }

    /** A value together with what is to be said about it; with errors it is partial. */
    public static <T> Checked<T> of(T value, List<Problem> problems) {
        return new Checked<>(Optional.of(value), problems);
    }

    /**
     * No value, because of the problems.
     *
     * @throws KpiUsageException if none of the problems is an error
     */
    public static <T> Checked<T> failed(List<Problem> problems) {
        Checked<T> failed = new Checked<>(Optional.empty(), problems);
        if (!failed.hasErrors) {
            throw new KpiUsageException("a failure without an error");
        }
        return failed;
    }

    /**
     * No value, because of the problem.
     *
     * @throws KpiUsageException if the problem is not an error
     */
    public static <T> Checked<T> failed(Problem problem) {
        return failed(List.of(problem));
    }

    public Optional<T> value() {
        return value;
    }

    public List<Problem> problems() {
        return problems;
    }

    public boolean hasErrors() {
        return hasErrors;
    }

    /**
     * The value, if it is whole.
     *
     * @throws KpiProblemsException if there is an error, even if there is a partial value
     */
    public T orElseThrow() {
        if (hasErrors) {
            throw new KpiProblemsException(problems);
        }
        return value.orElseThrow();
    }

    /** The same problems with another value. */
    public <U> Checked<U> map(Function<? super T, ? extends U> step) {
        return new Checked<>(
                value.map(kept -> Objects.requireNonNull(step.apply(kept), "result of the step")), problems);
    }

    /** What the step makes of the value, after the problems so far. */
    public <U> Checked<U> flatMap(Function<? super T, Checked<U>> step) {
        if (value.isEmpty()) {
            return new Checked<>(Optional.empty(), problems);
        }
        Checked<U> next = step.apply(value.get());
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(next.problems);
        return new Checked<>(next.value, all);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checked<?> that && value.equals(that.value) && problems.equals(that.problems);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value, problems);
    }

    @Override
    public String toString() {
        return value.map(Object::toString).orElse("no value") + (problems.isEmpty() ? "" : " " + problems);
    }
}
