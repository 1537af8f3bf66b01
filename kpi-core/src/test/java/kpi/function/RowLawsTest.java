package kpi.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import kpi.number.Approximations;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.Value;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Functions of rows against the plainest way to compute them, and what holds whatever the rows are. */
class RowLawsTest {
    /** Few different values, so that ties are the rule. */
    @Provide
    Arbitrary<List<Exact>> rows() {
        return Arbitraries.integers()
                .between(1, 9)
                .map(tenths -> Exact.of(tenths, 1))
                .list()
                .ofMinSize(1)
                .ofMaxSize(9);
    }

    @Provide
    Arbitrary<RowFunction> functions() {
        return Arbitraries.of(RowFunctions.all());
    }

    private static List<Value> row(RowFunction function, Exact value) {
        Value quantity = Quantity.of(value, Units.NUMBER);
        return switch (function.values()) {
            case 0 -> List.of();
            case 1 -> List.of(quantity);
            default -> List.of(quantity, Quantity.of(value.plus(Exact.ONE), Units.NUMBER));
        };
    }

    private static List<RowOptions> options(RowFunction function) {
        List<RowOptions> all = new ArrayList<>(List.of(RowOptions.NONE));
        for (RowParameter parameter : function.parameters()) {
            List<RowOptions> more = new ArrayList<>();
            for (RowOptions so : all) {
                if (parameter instanceof RowParameter.Named named) {
                    for (RowChoice choice : named.choices()) {
                        List<RowChoice> choices = new ArrayList<>(so.choices());
                        choices.add(choice);
                        more.add(new RowOptions(so.levels(), choices));
                    }
                } else {
                    List<Exact> levels = new ArrayList<>(so.levels());
                    levels.add(levels.isEmpty() ? Exact.of(3, 1) : Exact.of(8, 1));
                    more.add(new RowOptions(levels, so.choices()));
                }
            }
            all = more;
        }
        return all;
    }

    /** The figure, or why there is none. */
    private static String reckoned(RowFunction function, List<Exact> rows, Exact own, RowOptions options) {
        Sample sample = function.sample();
        try {
            rows.forEach(value -> sample.add(row(function, value)));
            Optional<Exact> about = function.isAboutOneRow() ? Optional.of(own) : Optional.empty();
            return function.reckon(sample, options, about).value().toString();
        } catch (NumberException refused) {
            return refused.kind().toString();
        }
    }

    @Property(tries = 500)
    void theOrderOfTheRowsDoesNotShow(
            @ForAll("functions") RowFunction function, @ForAll("rows") List<Exact> rows, @ForAll Random random) {
        List<Exact> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        for (RowOptions options : options(function)) {
            assertEquals(
                    reckoned(function, rows, rows.get(0), options),
                    reckoned(function, shuffled, rows.get(0), options),
                    () -> function + " " + options);
        }
    }

    /** What is of the values' unit scales with it; what has none does not; a variance scales with the square. */
    @Property(tries = 500)
    void aChangeOfUnitChangesOnlyWhatHasAUnit(
            @ForAll("functions") RowFunction function, @ForAll("rows") List<Exact> rows) {
        Assume.that(function.values() == 1 && !function.approximate());
        Exact factor = Exact.of(1000);
        List<Exact> scaled = rows.stream().map(factor::times).toList();
        var money = new kpi.unit.UnitAlgebra.Outcome.Of(kpi.unit.Dimension.POINTS);
        boolean keeps = function.dimension(List.of(kpi.unit.Dimension.POINTS)).equals(money);
        boolean squares = function.equals(Spreads.VARIANCE);
        for (RowOptions options : options(function)) {
            String before = reckoned(function, rows, rows.get(0), options);
            String after = reckoned(function, scaled, scaled.get(0), options);
            if (!Character.isLetter(before.charAt(0))) {
                Exact value = Exact.of(before);
                Exact expected = squares ? value.times(factor).times(factor) : keeps ? value.times(factor) : value;
                assertEquals(expected.toString(), after, () -> function + " " + options);
            } else {
                assertEquals(before, after);
            }
        }
    }

    @Property(tries = 500)
    void whatRisesNeverFallsAsAValueRises(
            @ForAll("functions") RowFunction function, @ForAll("rows") List<Exact> rows, @ForAll Random random) {
        Assume.that(function.isRising());
        List<Exact> raised = new ArrayList<>(rows);
        raised.set(random.nextInt(rows.size()), Exact.of(random.nextInt(10), 0));
        for (RowOptions options : options(function)) {
            int i = 0;
            for (Exact value : rows) {
                raised.set(i, value.max(raised.get(i)));
                i++;
            }
            String before = reckoned(function, rows, rows.get(0), options);
            String after = reckoned(function, raised, raised.get(0), options);
            if (!Character.isLetter(before.charAt(0))) {
                assertTrue(Exact.of(before).compareTo(Exact.of(after)) <= 0, () -> function + " " + options + rows);
            }
        }
    }

    @Property
    void spreadAndStandingDoNotSeeAShift(@ForAll("rows") List<Exact> rows) {
        Exact far = Exact.of(1_000_000_007);
        List<Exact> shifted = rows.stream().map(far::plus).toList();
        for (RowFunction function : List.of(
                Spreads.VARIANCE,
                Spreads.STDEV,
                Cohorts.RANK,
                Cohorts.PERCENTILE_RANK,
                Cohorts.Z_SCORE,
                Cohorts.MIN_MAX,
                Cohorts.DISTANCE_TO_BEST)) {
            for (RowOptions options : options(function)) {
                assertEquals(
                        reckoned(function, rows, rows.get(0), options),
                        reckoned(function, shifted, shifted.get(0), options),
                        () -> function + " " + options);
            }
        }
    }

    @Property
    void rowsOfTwoListsAddUp(@ForAll("rows") List<Exact> one, @ForAll("rows") List<Exact> other) {
        List<Exact> both = new ArrayList<>(one);
        both.addAll(other);
        for (RowFunction function : List.of(Totals.SUM, Totals.COUNT)) {
            assertEquals(
                    Exact.of(reckoned(function, one, one.get(0), RowOptions.NONE))
                            .plus(Exact.of(reckoned(function, other, one.get(0), RowOptions.NONE)))
                            .toString(),
                    reckoned(function, both, one.get(0), RowOptions.NONE));
        }
    }

    @Property
    void theVarianceIsTheMeanSquareOfTheDistances(@ForAll("rows") List<Exact> rows) {
        Exact n = Exact.of(rows.size());
        Exact mean = rows.stream().reduce(Exact.ZERO, Exact::plus).dividedBy(n);
        Exact squares = rows.stream()
                .map(value -> value.minus(mean).times(value.minus(mean)))
                .reduce(Exact.ZERO, Exact::plus);
        RowOptions population = new RowOptions(List.of(), List.of(Spreads.POPULATION));
        assertEquals(squares.dividedBy(n).toString(), reckoned(Spreads.VARIANCE, rows, rows.get(0), population));
        assertEquals(
                Approximations.sqrt(squares.dividedBy(n)).toString(),
                reckoned(Spreads.STDEV, rows, rows.get(0), population));
    }

    @Property
    void placesAreCounted(@ForAll("rows") List<Exact> rows) {
        for (Exact own : rows) {
            long above = rows.stream().filter(value -> value.compareTo(own) > 0).count();
            long equal = rows.stream().filter(own::equals).count();
            long different = rows.stream()
                    .filter(value -> value.compareTo(own) > 0)
                    .distinct()
                    .count();
            long below = rows.size() - above - equal;
            assertEquals(String.valueOf(1 + above), rank(rows, own, Cohorts.BEST));
            assertEquals(String.valueOf(above + equal), rank(rows, own, Cohorts.WORST));
            assertEquals(
                    Exact.of(1 + 2 * above + equal).dividedBy(Exact.of(2)).toString(), rank(rows, own, Cohorts.MEAN));
            assertEquals(String.valueOf(1 + different), rank(rows, own, Cohorts.DENSE));
            RowOptions midpoint = new RowOptions(List.of(), List.of(Cohorts.MIDPOINT));
            assertEquals(
                    Exact.of(2 * below + equal)
                            .dividedBy(Exact.of(2L * rows.size()))
                            .toString(),
                    reckoned(Cohorts.PERCENTILE_RANK, rows, own, midpoint));
        }
    }

    private static String rank(List<Exact> rows, Exact own, RowChoice ties) {
        return reckoned(Cohorts.RANK, rows, own, new RowOptions(List.of(), List.of(Cohorts.HIGHEST_FIRST, ties)));
    }

    /** Each definition by what it promises, not by how it is computed. */
    @Property
    void percentilesLieWhereTheirDefinitionSays(@ForAll("rows") List<Exact> rows) {
        Exact n = Exact.of(rows.size());
        for (int percent = 0; percent <= 100; percent += 5) {
            Exact level = Exact.of(percent, 2);
            Exact nearest = percentile(rows, level, Percentiles.NEAREST_RANK);
            long notAbove =
                    rows.stream().filter(value -> value.compareTo(nearest) <= 0).count();
            long below =
                    rows.stream().filter(value -> value.compareTo(nearest) < 0).count();
            assertTrue(rows.contains(nearest));
            assertTrue(Exact.of(notAbove).compareTo(level.times(n)) >= 0);
            assertTrue(below == 0 || Exact.of(below).compareTo(level.times(n)) < 0);
            Exact inclusive = percentile(rows, level, Percentiles.INCLUSIVE);
            assertTrue(
                    inclusive.compareTo(Collections.min(rows)) >= 0 && inclusive.compareTo(Collections.max(rows)) <= 0);
        }
        assertEquals(Collections.min(rows), percentile(rows, Exact.ZERO, Percentiles.INCLUSIVE));
        assertEquals(Collections.max(rows), percentile(rows, Exact.ONE, Percentiles.INCLUSIVE));
        Exact median = Exact.of(reckoned(Percentiles.MEDIAN, rows, rows.get(0), RowOptions.NONE));
        Exact half = Exact.of(5, 1);
        assertEquals(median, percentile(rows, half, Percentiles.INCLUSIVE));
        assertEquals(median, percentile(rows, half, Percentiles.EXCLUSIVE));
        assertEquals(median, percentile(rows, half, Percentiles.MIDPOINT));
    }

    /** A row of weight 3 is as three rows; weights in another unit change nothing. */
    @Property
    void aWeightedMedianIsTheMedianOfRowsWrittenAsOftenAsTheyWeigh(
            @ForAll("rows") List<Exact> rows, @ForAll @Size(min = 9) List<@IntRange(max = 4) Integer> weights) {
        List<Exact> written = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            written.addAll(Collections.nCopies(weights.get(i), rows.get(i)));
        }
        Exact third = Exact.ONE.dividedBy(Exact.of(3));
        for (Exact unit : List.of(Exact.ONE, third)) {
            String midpoint = weightedMedian(rows, weights, unit, "midpoint");
            String nearest = weightedMedian(rows, weights, unit, "nearest rank");
            if (written.isEmpty()) {
                assertEquals(NumberException.Kind.DIVISION_BY_ZERO.toString(), midpoint);
                assertEquals(midpoint, nearest);
            } else {
                Exact half = Exact.of(5, 1);
                assertEquals(percentile(written, half, Percentiles.NEAREST_RANK).toString(), nearest);
                assertEquals(reckoned(Percentiles.MEDIAN, written, written.get(0), RowOptions.NONE), midpoint);
            }
        }
    }

    private static String weightedMedian(List<Exact> rows, List<Integer> weights, Exact unit, String definition) {
        RowFunction median = Percentiles.WEIGHTED_MEDIAN;
        RowChoice choice = ((RowParameter.Named) median.parameters().get(0))
                .choices().stream()
                        .filter(each -> each.isCalled(definition))
                        .findFirst()
                        .orElseThrow();
        Sample sample = median.sample();
        for (int i = 0; i < rows.size(); i++) {
            Quantity weight = Quantity.of(Exact.of(weights.get(i)).times(unit), Units.NUMBER);
            sample.add(List.of(Quantity.of(rows.get(i), Units.NUMBER), weight));
        }
        try {
            return median.reckon(sample, new RowOptions(List.of(), List.of(choice)), Optional.empty())
                    .value()
                    .toString();
        } catch (NumberException refused) {
            return refused.kind().toString();
        }
    }

    private static Exact percentile(List<Exact> rows, Exact level, RowChoice definition) {
        return Exact.of(reckoned(
                Percentiles.PERCENTILE, rows, rows.get(0), new RowOptions(List.of(level), List.of(definition))));
    }
}
