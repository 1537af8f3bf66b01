package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import kpi.data.Rating;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.number.Exact;
import kpi.result.Figure;
import kpi.result.Mark;
import kpi.result.State;
import kpi.run.Evaluation;
import kpi.run.KpiProgram;
import kpi.source.Place;
import kpi.source.Source;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/**
 * Judged dimensions of any form (criteria with weights, one score of each scorer, one of all, what a missing scorer means, two stages)
 * against a model that only knows fractions.
 */
class DimensionModelTest {
    private static final ReportingPeriod Y110 = ReportingPeriod.roc(110);
    private static final List<String> OF_CRITERIA = List.of("weighted mean", "mean", "min", "max");
    private static final List<String> OF_SCORERS = List.of("mean", "trimmed mean", "median", "min", "max", "sum");

    private record Rule(
            List<Integer> weights,
            String ofCriteria,
            String ofScorers,
            int scorers,
            int least,
            boolean leaveOut,
            boolean rounded,
            boolean second) {
        String text() {
            StringBuilder text = new StringBuilder("kpi A {\n  unit 分\n  reported 110: 6\n}\n")
                    .append("dimension innovation \"創新度\" {\n  scale 0 to 100 分, whole\n  rubric {\n");
            for (int i = 0; i < weights.size(); i++) {
                text.append("    C")
                        .append(i)
                        .append(' ')
                        .append(weights.get(i))
                        .append("%\n");
            }
            text.append("  }\n  stage first \"初核\" by ").append(scorers).append(" scorers");
            if (leaveOut) {
                text.append(", at least ").append(least);
            }
            text.append(" {\n    each scorer ")
                    .append(ofCriteria)
                    .append(" of criteria\n    all scorers ")
                    .append(ofScorers);
            text.append(rounded ? ", rounded to 1 place" : "").append("\n    missing a scorer: ");
            text.append(leaveOut ? "leave out" : "stage missing").append("\n  }\n");
            if (second) {
                text.append("  stage final \"複核\" by \"研考會\" {\n    as given\n  }\n  score final, otherwise first\n");
            }
            return text.append("}\n").toString();
        }
    }

    /** What each scorer gave, one score a criterion; a scorer who lacks one has not rated. */
    private static Optional<Fraction> first(Rule rule, List<List<Optional<Integer>>> given) {
        List<Fraction> scores = new ArrayList<>();
        for (List<Optional<Integer>> one : given) {
            if (one.stream().allMatch(Optional::isPresent)) {
                scores.add(ofCriteria(
                        rule,
                        one.stream()
                                .map(score -> Fraction.of(score.orElseThrow()))
                                .toList()));
            }
        }
        int needed = rule.leaveOut() ? Math.max(rule.least(), 1) : rule.scorers();
        if (scores.size() < needed) {
            return Optional.empty();
        }
        Fraction one = ofScorers(rule.ofScorers(), scores);
        return Optional.of(rule.rounded() ? one.rounded(1) : one);
    }

    private static Fraction ofCriteria(Rule rule, List<Fraction> scores) {
        return switch (rule.ofCriteria()) {
            case "min" -> Collections.min(scores);
            case "max" -> Collections.max(scores);
            case "mean" -> Fraction.mean(scores);
            default -> {
                Fraction sum = Fraction.ZERO;
                for (int i = 0; i < scores.size(); i++) {
                    sum = sum.plus(
                            scores.get(i).times(Fraction.of(rule.weights().get(i), 100)));
                }
                yield sum;
            }
        };
    }

    private static Fraction ofScorers(String how, List<Fraction> scores) {
        List<Fraction> sorted = scores.stream().sorted().toList();
        int count = sorted.size();
        return switch (how) {
            case "min" -> sorted.get(0);
            case "max" -> sorted.get(count - 1);
            case "sum" -> Fraction.sum(sorted);
            case "mean" -> Fraction.mean(sorted);
            case "trimmed mean" -> Fraction.mean(sorted.subList(1, count - 1));
            default ->
                count % 2 == 1
                        ? sorted.get(count / 2)
                        : sorted.get(count / 2 - 1).plus(sorted.get(count / 2)).over(Fraction.of(2));
        };
    }

    private static Rule rule(Random random) {
        String all = OF_SCORERS.get(random.nextInt(OF_SCORERS.size()));
        int fewest = all.equals("trimmed mean") ? 3 : 1;
        int scorers = fewest + random.nextInt(4);
        int first = 1 + random.nextInt(98);
        int second = 1 + random.nextInt(99 - first);
        return new Rule(
                List.of(first, second, 100 - first - second),
                OF_CRITERIA.get(random.nextInt(OF_CRITERIA.size())),
                all,
                scorers,
                fewest + random.nextInt(scorers - fewest + 1),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextInt(3) == 0);
    }

    private static List<List<Optional<Integer>>> given(Random random, Rule rule) {
        List<List<Optional<Integer>>> given = new ArrayList<>();
        boolean complete = random.nextBoolean();
        for (int i = 0; i < rule.scorers(); i++) {
            List<Optional<Integer>> one = new ArrayList<>();
            for (int c = 0; c < rule.weights().size(); c++) {
                boolean lacks = !complete && random.nextInt(7) == 0;
                one.add(
                        lacks
                                ? Optional.empty()
                                : Optional.of(List.of(0, 48, 64, 80, 96, 100, random.nextInt(101))
                                        .get(random.nextInt(7))));
            }
            given.add(one);
        }
        return given;
    }

    private static Rating rating(String stage, String scorer, String criterion, int score) {
        return new Rating(
                "A",
                "innovation",
                Y110,
                Quantity.of(Exact.of(score), Units.POINTS),
                stage,
                scorer,
                criterion,
                Optional.empty(),
                "",
                Place.input(stage + scorer + criterion));
    }

    @Property(tries = 250)
    void aScoreIsWhatTheModelSays(@ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        Random random = new Random(seed);
        Rule rule = rule(random);
        List<List<Optional<Integer>>> given = given(random, rule);
        List<Rating> ratings = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            for (int c = 0; c < given.get(i).size(); c++) {
                Optional<Integer> score = given.get(i).get(c);
                if (score.isPresent()) {
                    ratings.add(rating("初核", "評審" + i, "C" + c, score.get()));
                }
            }
        }
        Optional<Integer> last =
                rule.second() && random.nextBoolean() ? Optional.of(random.nextInt(101)) : Optional.empty();
        last.ifPresent(score -> ratings.add(rating("複核", "研考會", "", score)));
        Collections.shuffle(ratings, random);
        Checked<KpiProgram> compiled = KpiCompiler.standard().compile(Source.of("judged.kpi", rule.text()));
        assertEquals(
                List.of(),
                compiled.problems().stream()
                        .map(problem -> problem.draw(Language.EN))
                        .toList(),
                rule::text);
        KpiProgram program = compiled.value().orElseThrow();
        Figure score = program.evaluate(
                        "A", program.facts().addRatings(ratings).build().orElseThrow(), Evaluation.of(Y110))
                .dimensions()
                .get("innovation");
        Optional<Fraction> first = first(rule, given);
        // What goes beyond the scale, as a sum may, is a mistake, and no later stage overrules one.
        boolean beyond =
                first.filter(one -> one.compareTo(Fraction.of(100)) > 0).isPresent();
        Optional<Fraction> expected =
                beyond ? Optional.empty() : last.map(Fraction::of).or(() -> first);
        assertEquals(beyond, score.state() == State.FAILED);
        assertEquals(expected.map(Fraction::exact), score.value().map(Quantity::canonical), () -> rule.text() + given);
        boolean partial = last.isEmpty()
                && expected.isPresent()
                && given.stream().anyMatch(one -> one.stream().anyMatch(Optional::isEmpty));
        assertEquals(partial, score.marks().contains(Mark.PARTIAL), () -> rule.text() + given);
    }
}
