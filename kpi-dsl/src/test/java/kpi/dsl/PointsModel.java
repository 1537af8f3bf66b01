package kpi.dsl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Points of every form, and what they come to, in decimals alone: conditions, counts and amounts, limits of rows, lines, groups and the
 * total, shares of the allotted and of the other points, tables of deductions, gates.
 */
final class PointsModel {
    private static final BigDecimal ZERO = BigDecimal.ZERO;

    private PointsModel() {}

    /** A limit: of points, or of a share of all allotted or all other points. */
    record Limit(boolean most, BigDecimal figure, String of) {
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
    record Row(String kind, int places) {}

    enum Amount {
        FIXED("%s 分"),
        BY_PLACES("%s 分 × 處數"),
        BY_TABLE("每項(類別) × 處數");

        private final String text;

        Amount(String text) {
            this.text = text;
        }
    }

    record Line(
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

    /**
     * A gate.
     *
     * @param condition whether what it asks for holds; empty where it asks a line for its least points
     * @param most what is left where it is shut; empty where there is no total then
     */
    record Gate(Optional<Boolean> condition, int line, BigDecimal least, Optional<BigDecimal> most) {
        String text() {
            return "gate "
                    + condition
                            .map(holds -> "when 旗 = " + (holds ? 1 : 0))
                            .orElse("\"L" + line + "\" at least " + least.toPlainString() + " 分")
                    + ", otherwise "
                    + most.map(points -> "at most " + points.toPlainString() + " 分")
                            .orElse("not applicable");
        }
    }

    record Rule(
            List<Line> lines,
            OptionalInt groupFrom,
            int groupTo,
            List<Limit> groupLimits,
            List<Limit> total,
            Optional<Gate> gate) {
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
            gate.ifPresent(asks -> text.append("    ").append(asks.text()).append('\n'));
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

        /** Nothing where a gate says so. */
        Optional<BigDecimal> total(List<Row> rows) {
            BigDecimal points = terms(rows).stream().reduce(ZERO, BigDecimal::add);
            for (Limit limit : total) {
                points = limit.apply(points, allotted(), Optional.empty());
            }
            if (gate.isEmpty() || isOpen(gate.get(), rows)) {
                return Optional.of(points);
            }
            return gate.get().most().map(points::min);
        }

        private boolean isOpen(Gate asks, List<Row> rows) {
            if (asks.condition().isPresent()) {
                return asks.condition().get();
            }
            Line asked = lines.get(asks.line());
            return !asked.applies()
                    || asked.capped(rows, allotted(), Optional.of(others(rows))).compareTo(asks.least()) >= 0;
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

    static Rule rule(Random random) {
        int count = 1 + random.nextInt(6);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean allotted = lines.stream().anyMatch(line -> line.allotted().isPresent());
            lines.add(line(random, allotted));
        }
        boolean allotted = lines.stream().anyMatch(line -> line.allotted().isPresent());
        int asked = random.nextInt(count);
        // Half of the gates are met exactly, unless a limit comes between.
        BigDecimal least = random.nextBoolean() ? lines.get(asked).before(List.of()) : points(random, 20);
        int from = random.nextInt(count);
        OptionalInt group = random.nextInt(3) == 0 ? OptionalInt.of(from) : OptionalInt.empty();
        return new Rule(
                lines,
                group,
                from + 1 + random.nextInt(count - from),
                group.isPresent() ? limits(random, allotted, true) : List.of(),
                limits(random, allotted, false),
                random.nextInt(3) == 0
                        ? Optional.of(new Gate(
                                random.nextInt(3) == 0 ? Optional.of(random.nextBoolean()) : Optional.empty(),
                                asked,
                                least,
                                random.nextInt(3) > 0 ? Optional.of(points(random, 60)) : Optional.empty()))
                        : Optional.empty());
    }

    static List<Row> rows(Random random) {
        return IntStream.range(0, random.nextInt(8))
                .mapToObj(i -> new Row(random.nextBoolean() ? "甲" : "乙", random.nextInt(14)))
                .toList();
    }
}
