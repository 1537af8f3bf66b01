package kpi.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import kpi.data.TableSchema;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.model.InputDefinition;
import kpi.number.Exact;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import kpi.value.Value;

/**
 * Facts for a KPI, the same for the same seed: first those at which rules turn (nothing, 0, 1, figures the text names,
 * ties, no row, one row, equal rows, a missing input, ends of scales and levels, a rating that lacks), then any. No figure is negative. What the text itself states is
 * left as it stands.
 *
 * <pre>{@code
 * FactsGenerator facts = Laws.facts(program, "HF2.1");
 * Facts some = facts.sample(42, 10);   // at most ten rows of each dataset
 * }</pre>
 */
public final class FactsGenerator {
    private static final int MOST_BOUNDARIES = 120;

    private final KpiProgram program;
    private final Demand demand;
    private final Cells cells;

    FactsGenerator(KpiProgram program, Demand demand, Cells cells) {
        this.program = program;
        this.demand = demand;
        this.cells = cells;
    }

    /** The period the facts are to be evaluated in. */
    public ReportingPeriod period() {
        return demand.period();
    }

    /**
     * Facts made from a seed.
     *
     * @param size the most rows of a dataset
     */
    public Facts sample(long seed, int size) {
        if (size < 0) {
            throw new KpiUsageException("a number of rows is not negative");
        }
        return random(seed, size)
                .facts(program, demand)
                .orElseGet(() -> program.facts().build().orElseThrow());
    }

    /** Facts at the edges of the rules, the simplest first. */
    public List<Facts> boundaries() {
        return edges().stream()
                .map(each -> each.facts(program, demand))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * The same facts with a little less in them, the least first: half of the rows, a row less, a figure less, a simpler figure.
     * It is what a test that found a mistake tries next; each is smaller by {@link #size}. Empty when nothing is left.
     */
    public List<Facts> smaller(Facts facts) {
        return Smaller.of(Case.of(facts, demand), demand.tables()).stream()
                .map(each -> each.facts(program, demand))
                .flatMap(Optional::stream)
                .toList();
    }

    /** How much there is in facts: rows, then figures, then the digits of these. */
    public List<Long> size(Facts facts) {
        return Smaller.size(Case.of(facts, demand));
    }

    /** The facts as a KPI text would give them: {@code 案件 3 筆：類別 "促參"}. */
    public List<String> shown(Facts facts, Language language) {
        return CaseText.of(Case.of(facts, demand), demand.tables()).stream()
                .map(line -> line.in(language))
                .toList();
    }

    Case random(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<Case.Key, Quantity> inputs = new LinkedHashMap<>();
        for (InputDefinition input : demand.inputs()) {
            if (random.nextInt(12) > 0) {
                inputs.put(Case.Key.of(input), cells.figure(input.unit(), random));
            }
        }
        Map<StatedFigure, Quantity> stated = new LinkedHashMap<>();
        for (StatedFigure of : demand.stated()) {
            if (random.nextInt(12) > 0) {
                stated.put(of, score(of, random));
            }
        }
        Map<String, List<Map<String, Value>>> rows = new LinkedHashMap<>();
        for (TableSchema table : demand.tables()) {
            List<Map<String, Value>> list = new ArrayList<>();
            int count = random.nextInt(size + 1);
            for (int i = 0; i < count; i++) {
                list.add(cells.row(table, random));
            }
            rows.put(table.name(), list);
        }
        return new Case(inputs, stated, rows);
    }

    List<Case> edges() {
        Set<Case> edges = new LinkedHashSet<>();
        edges.add(new Case(Map.of(), Map.of(), Map.of()));
        for (int rows : new int[] {1, 0, 2, 4}) {
            for (int nth = 0; nth < 12; nth++) {
                edges.add(uniform(nth, rows, rows == 2));
            }
        }
        Case base = uniform(1, 2, false);
        for (InputDefinition input : demand.inputs()) {
            edges.add(base.without(Case.Key.of(input)));
            for (Quantity edge : cells.edges(input.unit())) {
                edges.add(base.with(Case.Key.of(input), edge));
            }
        }
        for (StatedFigure of : demand.stated()) {
            edges.add(base.without(of));
            edges(of).forEach(edge -> edges.add(base.with(of, edge)));
        }
        return edges.stream().limit(MOST_BOUNDARIES).toList();
    }

    private Case uniform(int nth, int count, boolean equal) {
        Map<Case.Key, Quantity> inputs = new LinkedHashMap<>();
        for (InputDefinition input : demand.inputs()) {
            List<Quantity> edges = cells.edges(input.unit());
            inputs.put(Case.Key.of(input), edges.get(nth % edges.size()));
        }
        Map<StatedFigure, Quantity> stated = new LinkedHashMap<>();
        for (StatedFigure of : demand.stated()) {
            List<Quantity> edges = edges(of);
            stated.put(of, edges.get(nth % edges.size()));
        }
        Map<String, List<Map<String, Value>>> rows = new LinkedHashMap<>();
        for (TableSchema table : demand.tables()) {
            List<Map<String, Value>> list = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                list.add(cells.row(table, equal ? nth : nth + i));
            }
            rows.put(table.name(), list);
        }
        return new Case(inputs, stated, rows);
    }

    private Quantity score(StatedFigure of, SplittableRandom random) {
        if (of.part().isPresent()) {
            return cells.rating(of.part().get(), edges(of), of.unit(), random);
        }
        return of.dimension().isPresent() ? cells.score(of.unit(), random) : cells.figure(of.unit(), random);
    }

    /** Scores are of their scale; without a rule of one that hardly goes above 100. */
    private List<Quantity> edges(StatedFigure of) {
        List<Quantity> edges = cells.edges(of.unit());
        if (of.part().isPresent()) {
            JudgedPart part = of.part().get();
            return Stream.concat(
                            part.turning().stream().map(score -> Quantity.canonical(score, of.unit())),
                            edges.stream().filter(edge -> part.scale().allows(edge.canonical())))
                    .distinct()
                    .toList();
        }
        return of.dimension().isEmpty()
                ? edges
                : edges.stream()
                        .filter(edge -> edge.canonical().compareTo(Exact.HUNDRED) <= 0)
                        .toList();
    }

    Cells cells() {
        return cells;
    }

    Demand demand() {
        return demand;
    }
}
