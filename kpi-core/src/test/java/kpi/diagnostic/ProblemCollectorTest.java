package kpi.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import kpi.source.Source;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProblemCollectorTest {
    private static Problem problem(String source, int at, Severity severity) {
        return Problem.of(
                        SampleCode.STRAY_CHARACTER,
                        Source.of(source, "x".repeat(50)).span(at, at))
                .with("text", "x")
                .severity(severity)
                .build();
    }

    @Provide
    Arbitrary<List<Problem>> problems() {
        return Combinators.combine(
                        Arbitraries.of("a", "b"), Arbitraries.integers().between(0, 50), Arbitraries.of(Severity.class))
                .as(ProblemCollectorTest::problem)
                .list()
                .ofMaxSize(30);
    }

    @Property
    void keepsTheFirstOfEachAndCountsTheRest(
            @ForAll("problems") List<Problem> problems, @ForAll @IntRange(min = 1, max = 10) int limit) {
        ProblemCollector collector = new ProblemCollector(limit);
        collector.addAll(problems);

        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort(Problem.ORDER);
        List<Problem> errors = sorted.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        List<Problem> others = sorted.stream()
                .filter(problem -> problem.severity() != Severity.ERROR)
                .toList();
        List<Problem> dropped = new ArrayList<>(errors.stream().skip(limit).toList());
        dropped.addAll(others.stream().skip(limit).toList());
        dropped.sort(Problem.ORDER);
        List<Problem> expected = new ArrayList<>(errors.stream().limit(limit).toList());
        expected.addAll(others.stream().limit(limit).toList());
        expected.sort(Problem.ORDER);
        if (!dropped.isEmpty()) {
            expected.add(Problem.of(CommonCode.MORE_PROBLEMS, dropped.get(0).place())
                    .with("count", dropped.size())
                    .with("errors", Math.max(0, errors.size() - limit))
                    .severity(Collections.min(
                            dropped.stream().map(Problem::severity).toList()))
                    .build());
        }
        assertEquals(expected, collector.toList());
        assertEquals(!errors.isEmpty(), collector.hasErrors());
        assertEquals(errors.size() >= limit, collector.isFull());
        assertEquals(
                !errors.isEmpty(),
                collector.toList().stream().anyMatch(problem -> problem.severity() == Severity.ERROR));
    }

    @Property
    void theOrderOfAddingDoesNotMatter(@ForAll("problems") List<Problem> problems, @ForAll Random random) {
        ProblemCollector one = new ProblemCollector(3);
        one.addAll(problems);
        List<Problem> shuffled = new ArrayList<>(problems);
        Collections.shuffle(shuffled, random);
        ProblemCollector other = new ProblemCollector(3);
        shuffled.forEach(other::add);
        assertEquals(one.toList(), other.toList());
    }

    @Test
    void keepsTwentyErrors() {
        ProblemCollector collector = new ProblemCollector();
        for (int i = 0; i < 20; i++) {
            assertFalse(collector.isFull());
            collector.add(problem("a", i, Severity.ERROR));
        }
        assertTrue(collector.isFull());
        assertEquals(20, collector.toList().size());
        collector.add(problem("a", 20, Severity.ERROR));
        collector.add(problem("a", 21, Severity.ERROR));
        assertEquals(21, collector.toList().size());
        assertEquals(
                "More problems were found from here on: 2; of them errors: 2.",
                collector.toList().get(20).message(Language.EN));
    }

    @Test
    void isEmptyAtFirst() {
        ProblemCollector collector = new ProblemCollector(1);
        assertEquals(List.of(), collector.toList());
        assertFalse(collector.hasErrors());
        assertThrows(KpiUsageException.class, () -> new ProblemCollector(0));
    }
}
