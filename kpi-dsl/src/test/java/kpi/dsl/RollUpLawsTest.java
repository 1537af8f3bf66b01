package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import kpi.number.Exact;
import kpi.result.KpiResult;
import kpi.result.Mark;
import kpi.result.RolledUp;
import kpi.result.ScorecardResult;
import kpi.run.Evaluation;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Roll-up against a model that only knows fractions, and laws that hold whatever the figures are. */
class RollUpLawsTest {
    private static final ReportingPeriod Y109 = ReportingPeriod.roc(109);

    /** A child: its figure, or none; its weight as a number. */
    record Child(Optional<Integer> figure, int weight) {}

    private static KpiResult rolled(List<Child> children, String missing, String more) {
        StringBuilder text = new StringBuilder("scorecard S {\n  roll up weighted mean of actual\n  missing child ")
                .append(missing)
                .append('\n')
                .append(more);
        for (int i = 0; i < children.size(); i++) {
            text.append("  K")
                    .append(i)
                    .append(' ')
                    .append(children.get(i).weight())
                    .append('\n');
        }
        text.append("}\n");
        for (int i = 0; i < children.size(); i++) {
            String figure = children.get(i).figure().map(String::valueOf).orElse("not reported");
            text.append("kpi K")
                    .append(i)
                    .append(" {\n  reported 109: ")
                    .append(figure)
                    .append("\n  unit 分\n}\n");
        }
        KpiProgram program = KpiCompiler.standard()
                .compile(Source.of("roll-up.kpi", text.toString()))
                .orElseThrow();
        return program.evaluate(Evaluation.of(Y109)).root().score().orElseThrow();
    }

    private static Optional<Exact> figure(KpiResult node) {
        return node.actual().value().map(Quantity::canonical);
    }

    private static Exact fraction(long numerator, long denominator) {
        return Exact.of(numerator).dividedBy(Exact.of(denominator));
    }

    @Provide
    Arbitrary<List<Child>> children() {
        Arbitrary<Optional<Integer>> figures = Arbitraries.integers()
                .between(0, 100)
                .edgeCases(edges -> edges.add(0, 1, 64, 80, 96, 100))
                .optional(0.7);
        Arbitrary<Integer> weights = Arbitraries.integers().between(1, 50);
        return Combinators.combine(figures, weights)
                .as(Child::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Property(tries = 80)
    void aWeightSharedInProportionIsTheMeanOfWhatIsThere(@ForAll("children") List<Child> children) {
        long sum = 0;
        long weights = 0;
        for (Child child : children) {
            if (child.figure().isPresent()) {
                sum += (long) child.figure().get() * child.weight();
                weights += child.weight();
            }
        }
        Optional<Exact> expected = weights == 0 ? Optional.empty() : Optional.of(fraction(sum, weights));
        assertEquals(expected, figure(rolled(children, "weight shared in proportion", "")));
    }

    @Property(tries = 80)
    void aWeightSharedEquallyGivesEachTheSameMore(@ForAll("children") List<Child> children) {
        long all = children.stream().mapToLong(Child::weight).sum();
        long lost = children.stream()
                .filter(child -> child.figure().isEmpty())
                .mapToLong(Child::weight)
                .sum();
        long count =
                children.stream().filter(child -> child.figure().isPresent()).count();
        Exact sum = Exact.ZERO;
        for (Child child : children) {
            if (child.figure().isPresent()) {
                Exact weight = Exact.of(child.weight()).plus(fraction(lost, count));
                sum = sum.plus(weight.times(Exact.of(child.figure().get())).dividedBy(Exact.of(all)));
            }
        }
        Optional<Exact> expected = count == 0 ? Optional.empty() : Optional.of(sum);
        assertEquals(expected, figure(rolled(children, "weight shared equally", "")));
    }

    @Property(tries = 80)
    void aWeightNotSharedIsLost(@ForAll("children") List<Child> children) {
        long all = children.stream().mapToLong(Child::weight).sum();
        long sum = children.stream()
                .mapToLong(child -> (long) child.figure().orElse(0) * child.weight())
                .sum();
        boolean any = children.stream().anyMatch(child -> child.figure().isPresent());
        Optional<Exact> expected = any ? Optional.of(fraction(sum, all)) : Optional.empty();
        assertEquals(expected, figure(rolled(children, "weight not shared", "")));
    }

    @Property(tries = 80)
    void oneMissingChildMakesTheTotalMissingWhereTheTextSaysSo(@ForAll("children") List<Child> children) {
        boolean complete = children.stream().allMatch(child -> child.figure().isPresent());
        assertEquals(complete, figure(rolled(children, "total missing", "")).isPresent());
    }

    @Property(tries = 60)
    void effectiveWeightsMakeOneHundredPercent(@ForAll("children") List<Child> children) {
        for (String policy : List.of("weight shared in proportion", "weight shared equally")) {
            KpiResult node = rolled(children, policy, "");
            Exact sum = Exact.ZERO;
            for (RolledUp.Child child : node.rollUp().orElseThrow().children()) {
                sum = child.effectiveWeight()
                        .map(Quantity::canonical)
                        .map(sum::plus)
                        .orElse(sum);
            }
            boolean any = children.stream().anyMatch(child -> child.figure().isPresent());
            assertEquals(any ? Exact.ONE : Exact.ZERO, sum);
        }
    }

    @Property(tries = 60)
    void theOrderOfChildrenChangesNothing(@ForAll("children") List<Child> children, @ForAll long seed) {
        List<Child> shuffled = new ArrayList<>(children);
        Collections.shuffle(shuffled, new Random(seed));
        for (String policy : List.of("weight shared in proportion", "weight shared equally", "weight not shared")) {
            assertEquals(figure(rolled(children, policy, "")), figure(rolled(shuffled, policy, "")));
        }
    }

    @Property(tries = 60)
    void aChildThatRisesNeverLowersItsParent(
            @ForAll("children") List<Child> children,
            @ForAll @IntRange(max = 5) int which,
            @ForAll @IntRange(min = 1, max = 50) int by) {
        int at = which % children.size();
        if (children.get(at).figure().isEmpty()) {
            return;
        }
        List<Child> better = new ArrayList<>(children);
        better.set(
                at,
                new Child(
                        children.get(at).figure().map(figure -> figure + by),
                        children.get(at).weight()));
        for (String policy : List.of("weight shared in proportion", "weight shared equally", "weight not shared")) {
            Exact before = figure(rolled(children, policy, "")).orElseThrow();
            assertTrue(figure(rolled(better, policy, "")).orElseThrow().compareTo(before) > 0);
        }
    }

    @Property(tries = 60)
    void tooLittleIsNotApplicableAndWhatIsLeftOutIsMarked(@ForAll("children") List<Child> children) {
        long all = children.stream().mapToLong(Child::weight).sum();
        long there = children.stream()
                .filter(child -> child.figure().isPresent())
                .mapToLong(Child::weight)
                .sum();
        KpiResult node = rolled(
                children,
                "weight shared in proportion",
                "  coverage at least 60% of the weight, otherwise not applicable\n");
        assertEquals(there * 10 >= all * 6, node.actual().hasValue());
        assertEquals(
                Optional.of(fraction(there, all)),
                node.rollUp().map(how -> how.coverage().canonical()));
        assertEquals(
                node.actual().hasValue() && there < all, node.actual().marks().contains(Mark.PARTIAL));
    }

    /** Weights 10, 25, 25, 40 with one 25 missing, as published schemes treat them. */
    @Test
    void threeTreatmentsOfAMissingWeight() {
        List<Child> children = List.of(
                new Child(Optional.of(1), 10),
                new Child(Optional.of(1), 25),
                new Child(Optional.empty(), 25),
                new Child(Optional.of(1), 40));
        assertEquals(List.of("40/3", "100/3", "160/3"), effective(rolled(children, "weight shared in proportion", "")));
        assertEquals(List.of("55/3", "100/3", "145/3"), effective(rolled(children, "weight shared equally", "")));
        assertEquals(List.of("10", "25", "40"), effective(rolled(children, "weight not shared", "")));
    }

    private static List<String> effective(KpiResult node) {
        return node.rollUp().orElseThrow().children().stream()
                .flatMap(child -> child.effectiveWeight().stream())
                .map(Quantity::plain)
                .toList();
    }

    /** A chain of scorecards' worth of KPIs and a scorecard of thousands need no stack. */
    @Test
    void aScorecardOfThousandsIsRolledUp() {
        List<Child> children = new ArrayList<>();
        for (int i = 1; i <= 2_000; i++) {
            children.add(new Child(Optional.of(i), 1));
        }
        assertEquals(Optional.of(fraction(2001, 2)), figure(rolled(children, "total missing", "")));
    }

    /** Lists of places, by the reference model: one more than the number of better ones; those that tie share it. */
    private static List<Integer> places(List<Integer> figures) {
        return figures.stream()
                .map(own ->
                        1 + (int) figures.stream().filter(other -> other > own).count())
                .toList();
    }

    private static List<KpiResult> contest(List<Integer> plans, List<Integer> results) {
        StringBuilder text = new StringBuilder("data contest(bureau: key, plan: 分, result: 分) {\n");
        for (int i = 0; i < plans.size(); i++) {
            text.append("  B")
                    .append(1000 + i)
                    .append(" | ")
                    .append(plans.get(i))
                    .append(" | ")
                    .append(results.get(i))
                    .append('\n');
        }
        text.append("""
                }
                kpi PLAN per bureau { formula sum(contest.plan)   unit 分 }
                kpi RESULT per bureau { formula sum(contest.result)   unit 分 }
                scorecard S per bureau {
                  roll up        rank sum of actual, highest first, ties share the best place
                  missing child  total missing
                  rank           lowest first, ties share the best place
                  PLAN、RESULT
                }
                """);
        KpiProgram program = KpiCompiler.standard()
                .compile(Source.of("contest.kpi", text.toString()))
                .orElseThrow();
        KpiResult node = program.evaluate(Evaluation.of(Y109)).root().score().orElseThrow();
        return node.groups().orElseThrow().stream().toList();
    }

    @Property(tries = 40)
    void aRankSumIsTheSumOfThePlaces(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 5) Integer> plans, @ForAll long seed) {
        List<Integer> results = new ArrayList<>(plans);
        Collections.shuffle(results, new Random(seed));
        List<Integer> first = places(plans);
        List<Integer> second = places(results);
        List<Exact> sums = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            sums.add(Exact.of(first.get(i) + second.get(i)));
        }
        assertEquals(
                sums,
                contest(plans, results).stream()
                        .map(row -> figure(row).orElseThrow())
                        .toList());
    }

    /** As published: 200 facilities tied at rank 1, the next is 201. */
    @Test
    void behindTwoHundredThatTieComesTheTwoHundredAndFirst() {
        List<Integer> figures = new ArrayList<>(Collections.nCopies(200, 90));
        figures.add(80);
        List<KpiResult> rows = contest(figures, figures);
        assertEquals(
                Collections.nCopies(200, "1"),
                rows.subList(0, 200).stream()
                        .map(row -> row.rank().orElseThrow().text())
                        .toList());
        assertEquals("201", rows.get(200).rank().orElseThrow().text());
        assertEquals(Optional.of(Exact.of(402)), figure(rows.get(200)));
    }

    @Property(tries = 60)
    void whatIsHeldHarmlessNeverLowersTheFigure(@ForAll("children") List<Child> children) {
        if (children.size() < 2
                || children.subList(1, children.size()).stream()
                        .allMatch(child -> child.figure().isEmpty())) {
            return;
        }
        Exact held = figure(rolled(children, "weight shared in proportion", "  hold harmless K0\n"))
                .orElseThrow();
        Exact with = figure(rolled(children, "weight shared in proportion", "")).orElseThrow();
        Exact without = figure(rolled(children.subList(1, children.size()), "weight shared in proportion", ""))
                .orElseThrow();
        assertEquals(with.compareTo(without) >= 0 ? with : without, held);
    }

    private static ScorecardResult onASmallStack(String text) throws InterruptedException {
        AtomicReference<ScorecardResult> result = new AtomicReference<>();
        AtomicReference<Throwable> failed = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> {
                    KpiProgram program = KpiCompiler.standard()
                            .compile(Source.of("deep.kpi", text))
                            .orElseThrow();
                    result.set(program.evaluate(Evaluation.of(Y109).explain(Evaluation.Detail.NONE)));
                },
                "small stack",
                256 * 1024L);
        thread.setUncaughtExceptionHandler((any, why) -> failed.set(why));
        thread.start();
        thread.join();
        assertNull(failed.get());
        return result.get();
    }

    /** Each scorecard is of the one before it: ten thousand KPIs in a row. */
    @Test
    void tenThousandNodesInAChainNeedNoStack() throws InterruptedException {
        StringBuilder text = new StringBuilder("kpi K { reported 109: 7\n  unit 分 }\n");
        int length = 10_000;
        for (int i = 1; i < length; i++) {
            text.append("scorecard S")
                    .append(i)
                    .append(" {\n  roll up max of actual\n  missing child total missing\n  ")
                    .append(i == 1 ? "K" : "S" + (i - 1))
                    .append("\n}\n");
        }
        ScorecardResult result = onASmallStack(text.toString());
        assertEquals(length - 1, result.scores().size());
        assertEquals(Optional.of(Exact.of(7)), figure(result.kpi("S" + (length - 1))));
    }

    private static String diamond(int levels) {
        StringBuilder text = new StringBuilder();
        for (String side : List.of("A", "B")) {
            text.append("kpi ").append(side).append("0 { reported 109: 1\n  unit 分 }\n");
        }
        for (int i = 1; i <= levels; i++) {
            for (String side : List.of("A", "B")) {
                text.append("scorecard ")
                        .append(side)
                        .append(i)
                        .append(" {\n  roll up sum of actual\n  missing child total missing\n  A")
                        .append(i - 1)
                        .append("、B")
                        .append(i - 1)
                        .append("\n}\n");
            }
        }
        return text.toString();
    }

    /** How often the host is asked whether to go on: before everything that is evaluated. */
    private static int evaluated(int levels) {
        AtomicInteger asked = new AtomicInteger();
        KpiProgram program = KpiCompiler.standard()
                .compile(Source.of("diamond.kpi", diamond(levels)))
                .orElseThrow();
        program.evaluate(Evaluation.of(Y109).cancelWhen(() -> {
            asked.incrementAndGet();
            return false;
        }));
        return asked.get();
    }

    /** Two scorecards of both before them, sixty times: there are 2^60 ways to the top, and each node is evaluated once. */
    @Test
    void aDoublingDiamondOfSixtyLevelsEvaluatesEachNodeOnce() throws InterruptedException {
        ScorecardResult result = onASmallStack(diamond(60));
        assertEquals(Optional.of(Exact.of(1L << 60)), figure(result.kpi("A60")));
        int oneMoreLevel = evaluated(2) - evaluated(1);
        assertEquals(evaluated(1) + 59 * oneMoreLevel, evaluated(60));
    }

    /** The share that rests on final data, by a model that knows only which children are final. */
    @Property(tries = 60)
    void confidenceIsTheShareOfTheWeightThatIsFinal(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 3) Integer> kinds,
            @ForAll("children") List<Child> more) {
        StringBuilder text = new StringBuilder(
                "scorecard S {\n  roll up weighted mean of actual\n  missing child weight shared in proportion\n");
        StringBuilder kpis = new StringBuilder();
        long all = 0;
        long firm = 0;
        boolean any = false;
        for (int i = 0; i < kinds.size(); i++) {
            int weight = more.get(i % more.size()).weight();
            all += weight;
            firm += kinds.get(i) == 0 ? weight : 0;
            any |= kinds.get(i) != 3;
            text.append("  K").append(i).append(' ').append(weight).append('\n');
            kpis.append("kpi K")
                    .append(i)
                    .append(" {\n  ")
                    .append(List.of(
                                    "input a in 分  109: 5\n  formula a",
                                    "input a in 分  109: 5, provisional\n  formula a",
                                    "reported 109: 5",
                                    "input a in 分\n  formula a")
                            .get(kinds.get(i)))
                    .append("\n  unit 分\n}\n");
        }
        KpiResult node = KpiCompiler.standard()
                .compile(Source.of("confidence.kpi", text + "}\n" + kpis))
                .orElseThrow()
                .evaluate(Evaluation.of(Y109))
                .root()
                .score()
                .orElseThrow();
        assertEquals(any, node.actual().hasValue());
        assertEquals(
                fraction(firm, all), node.rollUp().orElseThrow().confidence().canonical());
    }
}
