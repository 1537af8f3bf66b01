package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import kpi.number.Exact;
import kpi.result.KpiResult;
import kpi.result.Mark;
import kpi.run.Evaluation;
import kpi.source.Source;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Every method of roll-up without weights against a model that only knows fractions, and the laws they share. */
class RollUpMethodsLawsTest {
    private static final List<String> METHODS =
            List.of("mean", "geometric mean", "harmonic mean", "min", "max", "sum", "worst child");

    private static KpiResult rolled(String method, List<Optional<Integer>> figures, String missing) {
        StringBuilder text = new StringBuilder(
                "scorecard S {\n  roll up " + method + " of actual\n  missing child " + missing + "\n");
        for (int i = 0; i < figures.size(); i++) {
            text.append("  K").append(i).append('\n');
        }
        text.append("}\n");
        for (int i = 0; i < figures.size(); i++) {
            text.append("kpi K")
                    .append(i)
                    .append(" {\n  reported 109: ")
                    .append(figures.get(i).map(String::valueOf).orElse("not reported"))
                    .append("\n  unit 分\n  direction higher is better\n}\n");
        }
        return KpiCompiler.standard()
                .compile(Source.of("methods.kpi", text.toString()))
                .orElseThrow()
                .evaluate(Evaluation.of(ReportingPeriod.roc(109)))
                .root()
                .score()
                .orElseThrow();
    }

    private static Optional<Exact> figure(KpiResult node) {
        return node.actual().value().map(Quantity::canonical);
    }

    /** The figure by its definition; a geometric mean has a root, which its power tells. */
    private static Optional<Exact> expected(String method, List<Integer> there) {
        if (there.isEmpty()) {
            return Optional.empty();
        }
        Exact count = Exact.of(there.size());
        Exact sum = Exact.ZERO;
        Exact inverse = Exact.ZERO;
        for (int each : there) {
            sum = sum.plus(Exact.of(each));
            inverse = inverse.plus(Exact.ONE.dividedBy(Exact.of(each)));
        }
        return switch (method) {
            case "mean" -> Optional.of(sum.dividedBy(count));
            case "sum" -> Optional.of(sum);
            case "min", "worst child" -> Optional.of(Exact.of(Collections.min(there)));
            case "max" -> Optional.of(Exact.of(Collections.max(there)));
            case "harmonic mean" -> Optional.of(count.dividedBy(inverse));
            default -> Optional.empty();
        };
    }

    @Provide
    Arbitrary<List<Optional<Integer>>> children() {
        return Arbitraries.integers()
                .between(1, 100)
                .edgeCases(edges -> edges.add(1, 2, 64, 100))
                .optional(0.8)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static List<Integer> present(List<Optional<Integer>> children) {
        return children.stream().flatMap(Optional::stream).toList();
    }

    @Property(tries = 25)
    void eachMethodIsWhatItsNameSays(@ForAll("children") List<Optional<Integer>> children) {
        List<Integer> there = present(children);
        for (String method : METHODS) {
            KpiResult node = rolled(method, children, "left out");
            Optional<Exact> found = figure(node);
            assertEquals(!there.isEmpty(), found.isPresent(), method);
            if (method.equals("geometric mean")) {
                found.ifPresent(mean -> {
                    boolean within = mean.compareTo(Exact.of(Collections.min(there))) >= 0
                            && mean.compareTo(Exact.of(Collections.max(there))) <= 0;
                    assertTrue(within, () -> mean + " of " + there);
                });
            } else {
                assertEquals(expected(method, there), found, method);
            }
            assertEquals(
                    Optional.of(Exact.of(there.size()).dividedBy(Exact.of(children.size()))),
                    node.rollUp().map(how -> how.coverage().canonical()));
            assertEquals(
                    !there.isEmpty() && there.size() < children.size(),
                    node.actual().marks().contains(Mark.PARTIAL));
            assertEquals(
                    there.size() == children.size(),
                    figure(rolled(method, children, "total missing")).isPresent());
        }
    }

    @Property(tries = 15)
    void theOrderOfChildrenChangesNothing(@ForAll("children") List<Optional<Integer>> children, @ForAll long seed) {
        List<Optional<Integer>> shuffled = new ArrayList<>(children);
        Collections.shuffle(shuffled, new Random(seed));
        for (String method : METHODS) {
            assertEquals(
                    figure(rolled(method, children, "left out")), figure(rolled(method, shuffled, "left out")), method);
        }
    }

    @Property(tries = 15)
    void aChildThatRisesNeverLowersItsParent(
            @ForAll("children") List<Optional<Integer>> children,
            @ForAll @IntRange(max = 4) int which,
            @ForAll @IntRange(min = 1, max = 50) int by) {
        int at = which % children.size();
        List<Optional<Integer>> better = new ArrayList<>(children);
        better.set(at, children.get(at).map(figure -> figure + by));
        for (String method : METHODS) {
            Optional<Exact> before = figure(rolled(method, children, "left out"));
            Optional<Exact> after = figure(rolled(method, better, "left out"));
            assertEquals(before.isPresent(), after.isPresent());
            assertTrue(before.isEmpty() || after.orElseThrow().compareTo(before.get()) >= 0, method);
        }
    }

    /** Harmonic, geometric, arithmetic. */
    @Property(tries = 15)
    void meansAreInTheirOrder(@ForAll("children") List<Optional<Integer>> children) {
        if (!present(children).isEmpty()) {
            Exact harmonic =
                    figure(rolled("harmonic mean", children, "left out")).orElseThrow();
            Exact geometric =
                    figure(rolled("geometric mean", children, "left out")).orElseThrow();
            Exact mean = figure(rolled("mean", children, "left out")).orElseThrow();
            // A geometric mean is rounded in its 34th digit.
            Exact last = Exact.of(1, 30);
            assertTrue(harmonic.compareTo(geometric.plus(last)) <= 0);
            assertTrue(geometric.compareTo(mean.plus(last)) <= 0);
        }
    }
}
