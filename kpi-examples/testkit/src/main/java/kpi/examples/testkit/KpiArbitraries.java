package kpi.examples.testkit;

import java.util.List;
import kpi.law.FactsGenerator;
import kpi.law.Laws;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Facts of a program for jqwik; it alone knows the test framework. */
public final class KpiArbitraries {
    private static final int MOST_ROWS = 12;

    private KpiArbitraries() {}

    /**
     * Facts for a KPI: those at the edges of its rules with the others among them. A failing case shrinks to fewer rows
     * and to an earlier edge.
     *
     * @throws kpi.diagnostic.KpiUsageException if there is no such KPI, or its text has errors
     */
    public static Arbitrary<Facts> facts(KpiProgram program, String kpi) {
        FactsGenerator generator = Laws.facts(program, kpi);
        List<Facts> edges = generator.boundaries();
        Arbitrary<Facts> any = Arbitraries.integers()
                .between(0, MOST_ROWS)
                .flatMap(size -> Arbitraries.longs().between(0, 1_000_000).map(seed -> generator.sample(seed, size)));
        return edges.isEmpty() ? any : Arbitraries.oneOf(List.of(Arbitraries.of(edges), any));
    }
}
