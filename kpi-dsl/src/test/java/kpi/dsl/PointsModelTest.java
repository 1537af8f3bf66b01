package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.diagnostic.Severity;
import kpi.result.Figure;
import kpi.result.KpiResult;
import kpi.result.PointLines;
import kpi.run.Evaluation;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/**
 * Points of every form with random rows, against a model that only knows decimals: conditions, counts and amounts, limits of rows,
 * lines, groups and the total, shares of the allotted and of the other points, tables of deductions, gates.
 */
class PointsModelTest {
    private static final BigDecimal ZERO = BigDecimal.ZERO;

    /** A limit: of points, or of a share of all allotted or all other points. */
    private record Limit(boolean most, BigDecimal figure, String of) {
        String text() {
            String whole = of.isEmpty() ? " in all" : " of the " + of + " points";
            return ", " + (most ? "at most " : "at least ") + figure.toPlainString() + (of.isEmpty() ? " 分" : "%")
                    + whole;
        }

        String bare() {
            return text().replace(" in all", "");
        }

        BigDecimal apply(BigDecimal points, BigDecimal allotted, Optional<BigDecimal> others) {
            Optional<BigDecimal> limit = switch (of) {
                case "allotted" -> Optional.of(share(allotted));
                case "other" -> others.map(this::share);
                default -> Optional.of(figure);
            };
            return limit.map(at -> most ? points.min(at) : points.max(at)).orElse(points);
        }

        private BigDecimal share(BigDecimal whole) {
            return whole.multiply(figure).movePointLeft(2);
        }
    }

    /** A row: its kind and its places. */
    private record Row(String kind, int places) {}

    private enum Amount {
        FIXED("%s 分"),
        BY_PLACES("%s 分 × 處數"),
        BY_TABLE("每項(類別) × 處數");

        private final String text;

        Amount(String text) {
            this.text = text;
        }
    }

    private record Line(
            String word,
            boolean each,
            boolean filtered,
            Optional<Boolean> condition,
            Amount form,
            BigDecimal figure,
            Optional<BigDecimal> allotted,
            Optional<BigDecimal> mostEach,
            List<Limit> limits) {
        boolean deducts() {
            return word.equals("deduct");
        }

        boolean applies() {
            return condition.orElse(true);
        }

        boolean seesOthers() {
            return limits.stream().anyMatch(limit -> limit.of().equals("other"));
        }

        String text(String label) {
            StringBuilder text = new StringBuilder(word);
            allotted.ifPresent(
                    worth -> text.append(' ').append(worth.toPlainString()).append(" 分"));
            text.append(" \"").append(label).append('"');
            if (each) {
                text.append(" each 案件").append(filtered ? " where 類別 = \"甲\"" : "");
            }
            condition.ifPresent(holds -> text.append(" when 旗 = ").append(holds ? 1 : 0));
            text.append(each || condition.isPresent() || allotted.isPresent() ? ": " : " ");
            text.append(
                    allotted.isPresent()
                            ? figure.toPlainString() + "%"
                            : form.text.replace("%s", figure.toPlainString()));
            mostEach.ifPresent(most ->
                    text.append(", at most ").append(most.toPlainString()).append(" 分 each"));
            limits.forEach(limit -> text.append(limit.text()));
            return text.append('\n').toString();
        }

        /** Before the limits in all. */
        BigDecimal before(List<Row> rows) {
            if (!applies()) {
                return ZERO;
            }
            if (allotted.isPresent()) {
                return allotted.get().multiply(figure).movePointLeft(2).min(allotted.get());
            }
            if (!each) {
                return figure;
            }
            BigDecimal sum = ZERO;
            for (Row row : rows) {
                if (filtered && !row.kind().equals("甲")) {
                    continue;
                }
                BigDecimal places = BigDecimal.valueOf(row.places());
                BigDecimal points = switch (form) {
                    case FIXED -> figure;
                    case BY_PLACES -> figure.multiply(places);
                    case BY_TABLE ->
                        (row.kind().equals("甲") ? new BigDecimal("0.5") : new BigDecimal("2")).multiply(places);
                };
                sum = sum.add(mostEach.map(points::min).orElse(points));
            }
            return sum;
        }

        BigDecimal capped(List<Row> rows, BigDecimal all, Optional<BigDecimal> others) {
            BigDecimal points = before(rows);
            if (applies()) {
                for (Limit limit : limits) {
                    points = limit.apply(points, all, others);
                }
            }
            return points;
        }
    }

    private record Rule(
            List<Line> lines,
            OptionalInt groupFrom,
            int groupTo,
            List<Limit> groupLimits,
            List<Limit> total,
            Optional<Integer> gate,
            BigDecimal gateLeast,
            BigDecimal gateMost) {
        boolean inGroup(int line) {
            return groupFrom.isPresent() && line >= groupFrom.getAsInt() && line < groupTo;
        }

        boolean groupDeducts() {
            return lines.subList(groupFrom.getAsInt(), groupTo).stream().allMatch(Line::deducts);
        }

        String text() {
            StringBuilder text = new StringBuilder(
                    "data 案件(類別: \"甲\" | \"乙\", 處數: 處)\n"
                            + "table 每項(類別: text → 分數: 分) {\n  甲 | 0.5\n  乙 | 2\n}\nkpi K {\n  input 旗\n  unit 分\n  points {\n");
            for (int i = 0; i < lines.size(); i++) {
                if (groupFrom.isPresent() && i == groupFrom.getAsInt()) {
                    text.append("    group \"G\"");
                    groupLimits.forEach(limit -> text.append(limit.bare()));
                    text.append(" {\n");
                }
                text.append("    ")
                        .append(inGroup(i) ? "  " : "")
                        .append(lines.get(i).text("L" + i));
                if (inGroup(i) && i + 1 == groupTo) {
                    text.append("    }\n");
                }
            }
            gate.ifPresent(line -> text.append("    gate \"L")
                    .append(line)
                    .append("\" at least ")
                    .append(gateLeast.toPlainString())
                    .append(" 分, otherwise at most ")
                    .append(gateMost.toPlainString())
                    .append(" 分\n"));
            if (!total.isEmpty()) {
                StringBuilder limits = new StringBuilder();
                total.forEach(limit -> limits.append(limit.bare()));
                text.append("    total ").append(limits.substring(2)).append('\n');
            }
            return text.append("  }\n}\n").toString();
        }

        private BigDecimal groupPoints(List<Row> rows, BigDecimal all, Optional<BigDecimal> others) {
            boolean deducts = groupDeducts();
            BigDecimal points = ZERO;
            for (Line line : lines.subList(groupFrom.getAsInt(), groupTo)) {
                BigDecimal capped = line.capped(rows, all, others);
                points = points.add(line.deducts() && !deducts ? capped.negate() : capped);
            }
            for (Limit limit : groupLimits) {
                points = limit.apply(points, all, others);
            }
            return deducts ? points.negate() : points;
        }

        /** What stands in the sum: each line by itself, and the group. */
        private List<BigDecimal> terms(
                List<Row> rows, BigDecimal all, Optional<BigDecimal> others, boolean withoutShares) {
            List<BigDecimal> terms = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                if (groupFrom.isPresent() && i == groupFrom.getAsInt()) {
                    boolean shares =
                            groupLimits.stream().anyMatch(limit -> limit.of().equals("other"))
                                    || lines.subList(i, groupTo).stream().anyMatch(Line::seesOthers);
                    if (!withoutShares || !shares) {
                        terms.add(groupPoints(rows, all, others));
                    }
                }
                if (!inGroup(i) && (!withoutShares || !lines.get(i).seesOthers())) {
                    BigDecimal capped = lines.get(i).capped(rows, all, others);
                    terms.add(lines.get(i).deducts() ? capped.negate() : capped);
                }
            }
            return terms;
        }

        BigDecimal allotted() {
            return lines.stream()
                    .filter(line -> line.allotted().isPresent() && line.applies())
                    .map(line -> line.allotted().orElseThrow())
                    .reduce(ZERO, BigDecimal::add);
        }

        BigDecimal others(List<Row> rows) {
            return terms(rows, allotted(), Optional.empty(), true).stream().reduce(ZERO, BigDecimal::add);
        }

        List<BigDecimal> terms(List<Row> rows) {
            return terms(rows, allotted(), Optional.of(others(rows)), false);
        }

        BigDecimal total(List<Row> rows) {
            BigDecimal points = terms(rows).stream().reduce(ZERO, BigDecimal::add);
            for (Limit limit : total) {
                points = limit.apply(points, allotted(), Optional.empty());
            }
            if (gate.isPresent()) {
                Line asked = lines.get(gate.get());
                boolean open = !asked.applies()
                        || asked.capped(rows, allotted(), Optional.of(others(rows)))
                                        .compareTo(gateLeast)
                                >= 0;
                points = open ? points : points.min(gateMost);
            }
            return points;
        }
    }

    private static BigDecimal points(Random random, int most) {
        return BigDecimal.valueOf(random.nextInt(most * 10 + 1), 1);
    }

    private static List<Limit> limits(Random random, boolean allotted, boolean others) {
        List<Limit> limits = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            limits.add(new Limit(false, points(random, 3), ""));
        }
        if (random.nextInt(2) == 0) {
            limits.add(new Limit(true, points(random, 12).add(new BigDecimal("3")), ""));
        }
        if (allotted && random.nextInt(4) == 0) {
            limits.add(new Limit(true, BigDecimal.valueOf(random.nextInt(40) + 1L), "allotted"));
        }
        if (others && random.nextInt(4) == 0) {
            limits.add(new Limit(true, BigDecimal.valueOf(random.nextInt(40) + 1L), "other"));
        }
        return limits;
    }

    private static Line line(Random random, boolean allotted) {
        String word = List.of("base", "deduct", "add", "add", "allotted").get(random.nextInt(5));
        if (word.equals("allotted")) {
            return new Line(
                    word,
                    false,
                    false,
                    condition(random),
                    Amount.FIXED,
                    BigDecimal.valueOf(random.nextInt(131)),
                    Optional.of(BigDecimal.valueOf(random.nextInt(40) + 1L)),
                    Optional.empty(),
                    limits(random, true, false));
        }
        boolean each = random.nextInt(3) > 0;
        Amount form = each ? Amount.values()[random.nextInt(3)] : Amount.FIXED;
        return new Line(
                word,
                each,
                each && random.nextBoolean(),
                condition(random),
                form,
                points(random, each ? 2 : 60),
                Optional.empty(),
                each && random.nextBoolean() ? Optional.of(points(random, 4)) : Optional.empty(),
                limits(random, allotted, true));
    }

    private static Optional<Boolean> condition(Random random) {
        return random.nextInt(4) == 0 ? Optional.of(random.nextBoolean()) : Optional.empty();
    }

    private static Rule rule(Random random) {
        int count = 1 + random.nextInt(6);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean allotted = lines.stream().anyMatch(line -> line.allotted().isPresent());
            lines.add(line(random, allotted));
        }
        boolean allotted = lines.stream().anyMatch(line -> line.allotted().isPresent());
        int from = random.nextInt(count);
        OptionalInt group = random.nextInt(3) == 0 ? OptionalInt.of(from) : OptionalInt.empty();
        BigDecimal least = points(random, 20);
        return new Rule(
                lines,
                group,
                from + 1 + random.nextInt(count - from),
                group.isPresent() ? limits(random, allotted, true) : List.of(),
                limits(random, allotted, false),
                random.nextInt(3) == 0 ? Optional.of(random.nextInt(count)) : Optional.empty(),
                least,
                points(random, 60));
    }

    private static KpiResult evaluated(Rule rule, List<Row> rows) {
        Checked<KpiProgram> compiled = KpiCompiler.standard().compile(Source.of("points.kpi", rule.text()));
        assertEquals(
                List.of(),
                compiled.problems().stream()
                        .filter(problem -> problem.severity() == Severity.ERROR)
                        .map(problem -> problem.draw(Language.EN))
                        .toList(),
                rule::text);
        KpiProgram program = compiled.value().orElseThrow();
        List<Map<String, Object>> cells = rows.stream()
                .map(row -> Map.<String, Object>of(
                        "類別",
                        row.kind(),
                        "處數",
                        Quantity.parse(row.places() + " 處").value().orElseThrow()))
                .toList();
        Facts facts = program.facts()
                .input("旗", Quantity.parse("1").value().orElseThrow())
                .addRows("案件", cells)
                .build()
                .orElseThrow();
        return program.evaluate("K", facts, Evaluation.of(ReportingPeriod.roc(109)));
    }

    private static List<Row> rows(Random random) {
        return IntStream.range(0, random.nextInt(8))
                .mapToObj(i -> new Row(random.nextBoolean() ? "甲" : "乙", random.nextInt(14)))
                .toList();
    }

    private static BigDecimal decimal(Figure figure) {
        return new BigDecimal(figure.value().orElseThrow().plain()).stripTrailingZeros();
    }

    private static BigDecimal plain(BigDecimal points) {
        return points.signum() == 0 ? ZERO : points.stripTrailingZeros();
    }

    @Property(tries = 400)
    void pointsAreWhatTheModelSays(@ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        Random random = new Random(seed);
        Rule rule = rule(random);
        List<Row> rows = rows(random);
        KpiResult found = evaluated(rule, rows);
        assertEquals(plain(rule.total(rows)), decimal(found.actual()), () -> rule.text() + rows);
    }

    /** What is printed of the lines adds up: lines and groups to the sum, in the result and in the sum as officials print it. */
    @Property(tries = 200)
    void thePrintedTermsMakeThePrintedSum(@ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        Random random = new Random(seed);
        Rule rule = rule(random);
        List<Row> rows = rows(random);
        KpiResult found = evaluated(rule, rows);
        PointLines lines = found.points().orElseThrow();
        List<BigDecimal> terms = new ArrayList<>();
        for (int i = 0; i < rule.lines().size(); i++) {
            if (rule.groupFrom().isPresent() && rule.groupFrom().getAsInt() == i) {
                terms.add(decimal(lines.groups().get(0).amount()));
            }
            assertEquals(rule.inGroup(i), lines.lines().get(i).group().isPresent());
            assertEquals(rule.lines().get(i).applies(), lines.lines().get(i).applies());
            if (!rule.inGroup(i)) {
                terms.add(decimal(lines.lines().get(i).amount()));
            }
        }
        assertEquals(rule.terms(rows).stream().map(PointsModelTest::plain).toList(), terms, rule::text);
        BigDecimal sum = terms.stream().reduce(ZERO, BigDecimal::add);
        assertEquals(plain(sum), decimal(lines.sum()));
        String printed = found.actual().explanation().orElseThrow().line(Language.EN);
        String left = printed.substring(0, printed.indexOf(" = "));
        if (!printed.contains("…")) {
            BigDecimal read = ZERO;
            for (String term : left.replace("− ", "+ -").replace("−", "-").split(" \\+ ")) {
                read = read.add(new BigDecimal(term.strip()));
            }
            String result =
                    printed.substring(printed.indexOf(" = ") + 3).split(" 分")[0].replace("−", "-");
            assertEquals(plain(new BigDecimal(result.replace(",", ""))), plain(read), printed);
        }
    }
}
