package kpi.examples.testkit;

import java.util.List;
import java.util.Random;
import kpi.law.FactsGenerator;
import kpi.law.Laws;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Facts of a program for jqwik; it alone knows the test framework.
 *
 * <pre>{@code
 * @Provide
 * Arbitrary<Facts> facts() {
 *     return KpiArbitraries.facts(RULES, "HF2.1");
 * }
 *
 * @Property
 * void aBonusIsNeverADeduction(@ForAll("facts") Facts facts) {
 *     PointLines points = RULES.evaluate("HF2.1", facts, Y109).points().orElseThrow();
 *     …
 * }
 * }</pre>
 */
public final class KpiArbitraries {
    private static final int MOST_ROWS = 12;

    /** One in so many is at an edge of the rules. */
    private static final int EDGES = 3;

    private KpiArbitraries() {}

    /**
     * Facts for a KPI: some at the edges of its rules, the others anything. A failing case shrinks by its data: to few rows, few
     * figures, small ones.
     *
     * @throws kpi.diagnostic.KpiUsageException if there is no such KPI, or its text has errors
     */
    public static Arbitrary<Facts> facts(KpiProgram program, String kpi) {
        FactsGenerator generator = Laws.facts(program, kpi);
        List<Facts> edges = generator.boundaries();
        return Arbitraries.fromGenerator(random -> new ShrinkableFacts(generator, any(generator, edges, random)));
    }

    private static Facts any(FactsGenerator generator, List<Facts> edges, Random random) {
        return !edges.isEmpty() && random.nextInt(EDGES) == 0
                ? edges.get(random.nextInt(edges.size()))
                : generator.sample(random.nextLong(), random.nextInt(MOST_ROWS + 1));
    }
}
