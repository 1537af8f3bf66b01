package kpi.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kpi.source.Place;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CheckedTest {
    private static Problem problem(int number, Severity severity) {
        return Problem.of(SampleCode.MISSING_INPUT, Place.input("x" + number))
                .with("name", "x" + number)
                .severity(severity)
                .build();
    }

    private static final Problem ERROR = problem(0, Severity.ERROR);

    private static final Problem WARNING = problem(0, Severity.WARNING);

    @Provide
    Arbitrary<Checked<Integer>> results() {
        Arbitrary<List<Problem>> problems = Combinators.combine(
                        Arbitraries.integers().between(1, 3), Arbitraries.of(Severity.class))
                .as(CheckedTest::problem)
                .list()
                .ofMaxSize(3);
        Arbitrary<Checked<Integer>> withValue = Combinators.combine(
                        Arbitraries.integers().between(-9, 9), problems)
                .as(Checked::of);
        Arbitrary<Checked<Integer>> failed = problems.map(some -> {
            List<Problem> all = new ArrayList<>(some);
            all.add(ERROR);
            return Checked.failed(all);
        });
        return Arbitraries.oneOf(withValue, failed);
    }

    @Provide
    Arbitrary<Function<Integer, Checked<Integer>>> steps() {
        return results().map(result -> value -> value % 2 == 0 ? result : result.map(other -> other + value));
    }

    @Property
    void mappingNothingChangesNothing(@ForAll("results") Checked<Integer> result) {
        assertEquals(result, result.map(Function.identity()));
        assertEquals(result, result.flatMap(Checked::of));
    }

    @Property
    void mappingTwiceIsMappingOnce(@ForAll("results") Checked<Integer> result) {
        assertEquals(result.map(x -> (x + 1) * 2), result.map(x -> x + 1).map(x -> x * 2));
    }

    @Property
    void stepsFollowOneAnother(
            @ForAll("results") Checked<Integer> result,
            @ForAll("steps") Function<Integer, Checked<Integer>> first,
            @ForAll("steps") Function<Integer, Checked<Integer>> second) {
        assertEquals(first.apply(4), Checked.of(4).flatMap(first));
        assertEquals(
                result.flatMap(first).flatMap(second),
                result.flatMap(value -> first.apply(value).flatMap(second)));
    }

    @Property
    void aValueIsGivenOnlyIfItIsWhole(@ForAll("results") Checked<Integer> result) {
        boolean hasErrors = result.problems().stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        assertEquals(hasErrors, result.hasErrors());
        assertTrue(hasErrors || result.value().isPresent());
        if (hasErrors) {
            KpiProblemsException thrown = assertThrows(KpiProblemsException.class, result::orElseThrow);
            assertEquals(result.problems(), thrown.problems());
        } else {
            assertEquals(result.value(), Optional.of(result.orElseThrow()));
        }
    }

    @Test
    void aFailureNeedsAnError() {
        assertThrows(KpiUsageException.class, () -> Checked.failed(List.of()));
        assertThrows(KpiUsageException.class, () -> Checked.failed(WARNING));
        assertFalse(Checked.failed(ERROR).value().isPresent());
        assertThrows(KpiUsageException.class, () -> new KpiProblemsException(List.of()));
    }

    @Test
    void theExceptionNamesTheFirstError() {
        KpiProblemsException one = new KpiProblemsException(List.of(WARNING));
        assertEquals("warning missing-input at x0: No value was given for “x0”.", one.getMessage());
        KpiProblemsException two = new KpiProblemsException(List.of(WARNING, ERROR));
        assertEquals("error missing-input at x0: No value was given for “x0”. (and 1 more)", two.getMessage());
    }

    @Test
    void tellsWhatItHolds() {
        assertEquals("4", Checked.of(4).toString());
        assertEquals("no value [" + ERROR + "]", Checked.failed(ERROR).toString());
        assertEquals(Checked.of(4).hashCode(), Checked.of(4).hashCode());
        assertNotEquals(Checked.of(4), Checked.of(4, List.of(WARNING)));
        assertNotEquals(Checked.of(4), Checked.of(5));
        assertNotEquals(Checked.of(4), new Object());
    }
}
