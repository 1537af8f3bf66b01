package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Severity;
import kpi.number.Exact;
import kpi.result.KpiResult;
import kpi.result.RolledUp;
import kpi.run.Evaluation;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/**
 * Scorecards of nodes below nodes, each with a method, a word on what is missing, a coverage, gates and steps of its own, against a
 * model that only knows fractions.
 */
class RollUpTreesTest {
    private static final List<String> METHODS =
            List.of("mean", "harmonic mean", "min", "max", "sum", "worst child", "weighted mean");

    private static final List<Integer> ENDS = List.of(10, 20, 50);

    /** A KPI with its figure, or a node. */
    private sealed interface Part {}

    private record Leaf(Optional<Integer> figure) implements Part {}

    private record Node(
            String method,
            String missing,
            List<Part> children,
            List<Integer> weights,
            Optional<Integer> leastChildren,
            Optional<Integer> leastShare,
            Optional<Integer> every,
            Optional<Integer> otherwise,
            Optional<Integer> atMost)
            implements Part {
        boolean weighted() {
            return method.equals("weighted mean");
        }

        private Fraction weight(int i) {
            return weighted() ? Fraction.of(weights.get(i)) : Fraction.ONE;
        }

        /** The figure of the node; empty where it has none. */
        Optional<Fraction> figure() {
            List<Optional<Fraction>> figures =
                    children.stream().map(RollUpTreesTest::figure).toList();
            List<Fraction> there = figures.stream().flatMap(Optional::stream).toList();
            if (there.isEmpty() || there.size() < figures.size() && missing.equals("total missing")) {
                return Optional.empty();
            }
            if (leastChildren.filter(least -> there.size() < least).isPresent()
                    || leastShare
                            .filter(least -> coverage(figures).compareTo(Fraction.of(least, 100)) < 0)
                            .isPresent()) {
                return Optional.empty();
            }
            Fraction figure = reckoned(figures, there);
            // The steps of the method are those of an actual: they come behind the gates.
            boolean shut = every.filter(
                            least -> there.stream().anyMatch(each -> each.compareTo(Fraction.of(least)) < 0))
                    .isPresent();
            if (shut && otherwise.isEmpty()) {
                return Optional.empty();
            }
            Fraction left = shut ? figure.min(Fraction.of(otherwise.orElseThrow())) : figure;
            return Optional.of(
                    atMost.map(most -> left.min(Fraction.of(most)).rounded(1)).orElse(left));
        }

        Fraction coverage(List<Optional<Fraction>> figures) {
            Fraction all = Fraction.ZERO;
            Fraction present = Fraction.ZERO;
            for (int i = 0; i < figures.size(); i++) {
                all = all.plus(weight(i));
                present = figures.get(i).isPresent() ? present.plus(weight(i)) : present;
            }
            return present.over(all);
        }

        private Fraction reckoned(List<Optional<Fraction>> figures, List<Fraction> there) {
            return switch (method) {
                case "min", "worst child" -> Collections.min(there);
                case "max" -> Collections.max(there);
                case "sum" -> Fraction.sum(there);
                case "harmonic mean" ->
                    Fraction.ONE.over(
                            Fraction.mean(there.stream().map(Fraction.ONE::over).toList()));
                default -> weighted(figures);
            };
        }

        private Fraction weighted(List<Optional<Fraction>> figures) {
            Fraction sum = Fraction.ZERO;
            Fraction all = Fraction.ZERO;
            Fraction present = Fraction.ZERO;
            long count = 0;
            for (int i = 0; i < figures.size(); i++) {
                all = all.plus(weight(i));
                if (figures.get(i).isPresent()) {
                    present = present.plus(weight(i));
                    count++;
                }
            }
            for (int i = 0; i < figures.size(); i++) {
                if (figures.get(i).isPresent()) {
                    Fraction share = switch (missing) {
                        case "weight not shared" -> weight(i).over(all);
                        case "weight shared equally" ->
                            weight(i)
                                    .plus(all.minus(present).over(Fraction.of(count)))
                                    .over(all);
                        default -> weight(i).over(present);
                    };
                    sum = sum.plus(share.times(figures.get(i).get()));
                }
            }
            return sum;
        }
    }

    private static Optional<Fraction> figure(Part part) {
        return part instanceof Node node
                ? node.figure()
                : ((Leaf) part).figure().map(Fraction::of);
    }

    /** Half of them are such that gates and shares are met exactly. */
    private static int figure(Random random, int most) {
        return random.nextBoolean() ? ENDS.get(random.nextInt(ENDS.size())) : 1 + random.nextInt(most);
    }

    private static Node node(Random random, int depth) {
        String method = METHODS.get(random.nextInt(METHODS.size()));
        List<String> words = method.equals("weighted mean")
                ? List.of("weight shared in proportion", "weight shared equally", "weight not shared", "total missing")
                : method.equals("mean")
                        ? List.of("left out", "weight not shared", "total missing")
                        : List.of("left out", "left out", "total missing");
        List<Part> children = new ArrayList<>();
        List<Integer> weights = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            boolean below = depth < 2 && random.nextInt(3) == 0;
            children.add(
                    below
                            ? node(random, depth + 1)
                            : new Leaf(random.nextInt(3) == 0 ? Optional.empty() : Optional.of(figure(random, 100))));
            weights.add(figure(random, 40));
        }
        boolean asksCount = random.nextInt(4) == 0;
        boolean gate = random.nextInt(3) == 0;
        return new Node(
                method,
                words.get(random.nextInt(words.size())),
                children,
                weights,
                asksCount ? Optional.of(1 + random.nextInt(count)) : Optional.empty(),
                !asksCount && random.nextBoolean() ? Optional.of(figure(random, 100)) : Optional.empty(),
                gate ? Optional.of(ENDS.get(random.nextInt(ENDS.size()))) : Optional.empty(),
                gate && random.nextBoolean() ? Optional.of(1 + random.nextInt(60)) : Optional.empty(),
                random.nextInt(3) == 0 ? Optional.of(20 + random.nextInt(60)) : Optional.empty());
    }

    /** The text of a scorecard, and of the KPIs below it. */
    private static final class Text {
        private final StringBuilder nodes = new StringBuilder();
        private final StringBuilder kpis = new StringBuilder();
        private int next;

        String of(Node root) {
            nodes.append("scorecard S \"s\" {\n");
            inside(root);
            return nodes.append("}\n").append(kpis).toString();
        }

        private void inside(Node node) {
            nodes.append("roll up ").append(node.method()).append(" of actual");
            node.atMost()
                    .ifPresent(most -> nodes.append(", at most ").append(most).append(" 分, rounded to 1 place"));
            nodes.append("\nmissing child ").append(node.missing()).append('\n');
            node.leastChildren()
                    .ifPresent(least -> nodes.append("coverage at least ")
                            .append(least)
                            .append(" of ")
                            .append(node.children().size())
                            .append(" children, otherwise not applicable\n"));
            node.leastShare()
                    .ifPresent(least -> nodes.append("coverage at least ")
                            .append(least)
                            .append("% of the weight, otherwise not applicable\n"));
            node.every()
                    .ifPresent(least -> nodes.append("gate every child at least ")
                            .append(least)
                            .append(" 分, otherwise ")
                            .append(node.otherwise()
                                    .map(most -> "at most " + most + " 分")
                                    .orElse("not applicable"))
                            .append('\n'));
            for (int i = 0; i < node.children().size(); i++) {
                String weight = node.weighted() ? " " + node.weights().get(i) : "";
                if (node.children().get(i) instanceof Node below) {
                    nodes.append("perspective \"N")
                            .append(next++)
                            .append('"')
                            .append(weight)
                            .append(" {\n");
                    inside(below);
                    nodes.append("}\n");
                } else {
                    Leaf leaf = (Leaf) node.children().get(i);
                    int id = next++;
                    nodes.append('K').append(id).append(weight).append('\n');
                    kpis.append("kpi K")
                            .append(id)
                            .append(" {\n  reported 109: ")
                            .append(leaf.figure().map(String::valueOf).orElse("not reported"))
                            .append("\n  unit 分\n  direction higher is better\n}\n");
                }
            }
        }
    }

    private static Checked<KpiProgram> compiled(String text) {
        return KpiCompiler.standard().compile(Source.of("tree.kpi", text));
    }

    private static List<String> errors(Checked<KpiProgram> compiled) {
        return compiled.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(Problem::code)
                .toList();
    }

    private static KpiResult evaluated(String text) {
        Checked<KpiProgram> compiled = compiled(text);
        assertEquals(List.of(), errors(compiled), text);
        return compiled.value()
                .orElseThrow()
                .evaluate(Evaluation.of(ReportingPeriod.roc(109)))
                .root()
                .score()
                .orElseThrow();
    }

    private static Optional<Exact> found(KpiResult kpi) {
        return kpi.actual().value().map(Quantity::canonical);
    }

    @Property(tries = 200)
    void aTreeIsWhatTheModelSays(@ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        Node root = node(new Random(seed), 0);
        String text = new Text().of(root);
        KpiResult found = evaluated(text);
        assertEquals(root.figure().map(Fraction::exact), found(found), text);
        List<Optional<Fraction>> figures =
                root.children().stream().map(RollUpTreesTest::figure).toList();
        assertEquals(
                root.coverage(figures).exact(),
                found.rollUp().map(RolledUp::coverage).orElseThrow().canonical(),
                text);
    }

    /** Its power is the product, to as many digits as a root has. */
    @Property(tries = 60)
    void aGeometricMeanIsTheRootOfTheProduct(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 100) Integer> figures) {
        StringBuilder text =
                new StringBuilder("scorecard S {\nroll up geometric mean of actual\nmissing child left out\n");
        StringBuilder kpis = new StringBuilder();
        Exact product = Exact.ONE;
        for (int i = 0; i < figures.size(); i++) {
            text.append('K').append(i).append('\n');
            kpis.append("kpi K")
                    .append(i)
                    .append(" { reported 109: ")
                    .append(figures.get(i))
                    .append("\n  unit 分 }\n");
            product = product.times(Exact.of(figures.get(i)));
        }
        Exact mean = found(evaluated(text + "}\n" + kpis)).orElseThrow();
        Exact power = Exact.ONE;
        for (int i = 0; i < figures.size(); i++) {
            power = power.times(mean);
        }
        Exact off = power.minus(product);
        Exact most = product.times(Exact.of(1, 30));
        assertTrue((off.signum() < 0 ? off.negate() : off).compareTo(most) <= 0, () -> mean + " of " + figures);
    }

    /** Weights in % make 100 %, or the text is refused; as plain numbers they may make anything. */
    @Property(tries = 60)
    void weightsInPercentMakeOneHundred(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 40) Integer> some,
            @ForAll @IntRange(min = -1, max = 1) int off) {
        List<Integer> weights = new ArrayList<>(some);
        int rest = 100 + off - some.stream().mapToInt(Integer::intValue).sum();
        if (rest > 0) {
            weights.add(rest);
        }
        int sum = weights.stream().mapToInt(Integer::intValue).sum();
        StringBuilder kpis = new StringBuilder();
        IntStream.range(0, weights.size())
                .forEach(i -> kpis.append("kpi K").append(i).append(" { reported 109: 1\n  unit 分 }\n"));
        String head = "scorecard S {\nroll up weighted mean of actual\nmissing child total missing\n";
        StringBuilder percent = new StringBuilder(head);
        StringBuilder plain = new StringBuilder(head);
        for (int i = 0; i < weights.size(); i++) {
            percent.append('K').append(i).append(' ').append(weights.get(i)).append("%\n");
            plain.append('K').append(i).append(' ').append(weights.get(i)).append('\n');
        }
        List<String> refused = errors(compiled(percent + "}\n" + kpis));
        assertEquals(sum == 100 ? List.of() : List.of("weights-sum"), refused);
        assertEquals(List.of(), errors(compiled(plain + "}\n" + kpis)));
    }

    @Provide
    Arbitrary<List<List<Optional<Boolean>>>> perspectives() {
        return Arbitraries.of(true, false)
                .optional(0.85)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    /** The attained over all KPIs below, not the mean of the shares of the nodes between. */
    @Property(tries = 80)
    void anAttainedShareIsOfAllBelow(@ForAll("perspectives") List<List<Optional<Boolean>>> perspectives) {
        List<Optional<Boolean>> all =
                perspectives.stream().flatMap(List::stream).toList();
        long judged = all.stream().filter(Optional::isPresent).count();
        long attained = all.stream().filter(one -> one.orElse(false)).count();
        StringBuilder kpis = new StringBuilder();
        StringBuilder inside = new StringBuilder();
        int next = 0;
        for (List<Optional<Boolean>> one : perspectives) {
            inside.append("perspective \"P").append(next).append("\" {\n");
            for (Optional<Boolean> verdict : one) {
                inside.append('K').append(next).append('\n');
                kpis.append("kpi K")
                        .append(next++)
                        .append(" {\n  reported 109: ")
                        .append(verdict.map(yes -> yes ? "64" : "63.99").orElse("not reported"))
                        .append("\n  unit 分\n  target 109: 64\n}\n");
            }
            inside.append("}\n");
        }
        String rules =
                "direction higher is better\nattained when actual meets target\nroll up attained share\nmissing child ";
        for (String missing : List.of("left out", "weight not shared", "total missing")) {
            Optional<Fraction> expected = switch (missing) {
                case "left out" -> judged == 0 ? Optional.empty() : Optional.of(Fraction.of(attained, judged));
                case "weight not shared" ->
                    judged == 0 ? Optional.empty() : Optional.of(Fraction.of(attained, all.size()));
                default -> judged < all.size() ? Optional.empty() : Optional.of(Fraction.of(attained, judged));
            };
            String text = "scorecard S {\n" + rules + missing + "\n" + inside + "}\n" + kpis;
            assertEquals(expected.map(Fraction::exact), found(evaluated(text)), text);
        }
    }

    /** A formula over children says itself what it does: two of three, a limit, and the larger of two. */
    @Property(tries = 60)
    void aFormulaIsAFormula(
            @ForAll @IntRange(max = 100) int a,
            @ForAll @IntRange(max = 100) int b,
            @ForAll @IntRange(max = 100) int c) {
        StringBuilder kpis = new StringBuilder();
        List.of("A " + a, "B " + b, "C " + c)
                .forEach(each -> kpis.append("kpi ")
                        .append(each.replace(" ", " { reported 109: "))
                        .append("\n  unit 分 }\n"));
        KpiResult found = evaluated(
                "scorecard S {\nroll up = (A + B) / 2 + max(B, C), at most 96 分, rounded to 0 places\nA、B、C\n}\n"
                        + kpis);
        Fraction expected = Fraction.of((long) a + b, 2)
                .plus(Fraction.of(Math.max(b, c)))
                .min(Fraction.of(96))
                .rounded(0);
        assertEquals(Optional.of(expected.exact()), found(found));
    }
}
