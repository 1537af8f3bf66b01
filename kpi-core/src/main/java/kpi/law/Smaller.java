package kpi.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kpi.data.TableSchema;
import kpi.number.Exact;
import kpi.value.Quantity;
import kpi.value.Value;

/** The same facts with less in them: rows first, then figures that are there, then their digits. */
final class Smaller {
    private static final List<Exact> SIMPLE = List.of(Exact.ZERO, Exact.ONE, Exact.of(2), Exact.TEN);

    private Smaller() {}

    /** One step less, the largest steps first. */
    static List<Case> of(Case facts, List<TableSchema> tables) {
        List<Case> smaller = new ArrayList<>();
        for (TableSchema table : tables) {
            int rows = facts.of(table.name()).size();
            if (rows > 2) {
                smaller.add(facts.with(table.name(), facts.of(table.name()).subList(0, rows / 2)));
                smaller.add(facts.with(table.name(), facts.of(table.name()).subList(rows / 2, rows)));
            }
            for (int row = 0; row < rows; row++) {
                smaller.add(facts.withoutRow(table.name(), row));
            }
        }
        facts.inputs().keySet().forEach(key -> smaller.add(facts.without(key)));
        facts.stated().keySet().forEach(of -> smaller.add(facts.without(of)));
        facts.inputs().forEach((key, figure) -> lower(figure).forEach(less -> smaller.add(facts.with(key, less))));
        facts.stated().forEach((of, figure) -> lower(figure).forEach(less -> smaller.add(facts.with(of, less))));
        for (TableSchema table : tables) {
            List<Map<String, Value>> rows = facts.of(table.name());
            for (int row = 0; row < rows.size(); row++) {
                int at = row;
                rows.get(row).forEach((column, value) -> {
                    if (value instanceof Quantity figure) {
                        lower(figure).forEach(less -> smaller.add(facts.with(table.name(), at, column, less)));
                    }
                });
            }
        }
        return smaller;
    }

    /** Simpler figures, the simplest first: 0, 1, half, without what stands behind the point. */
    private static List<Quantity> lower(Quantity figure) {
        Exact number = figure.in(figure.unit());
        List<Exact> candidates = new ArrayList<>(SIMPLE);
        candidates.add(number.truncate());
        candidates.add(number.dividedBy(Exact.of(2)).truncate());
        candidates.add(number.minus(Exact.ONE));
        List<Quantity> lower = new ArrayList<>();
        for (Exact less : candidates) {
            boolean simpler =
                    less.signum() >= 0 && (less.compareTo(number) < 0 || less.isInteger() && !number.isInteger());
            if (simpler && less.compareTo(number) != 0) {
                lower.add(Quantity.of(less, figure.unit()));
            }
        }
        return lower;
    }

    /** How many rows, how many figures, and how large these are together: fractions count more than whole numbers. */
    static List<Long> size(Case facts) {
        long rows = facts.rows().values().stream().mapToLong(List::size).sum();
        List<Quantity> figures = new ArrayList<>(facts.inputs().values());
        figures.addAll(facts.stated().values());
        facts.rows()
                .values()
                .forEach(list -> list.forEach(row -> row.values().forEach(value -> {
                    if (value instanceof Quantity figure) {
                        figures.add(figure);
                    }
                })));
        long given = facts.inputs().size() + (long) facts.stated().size();
        long fractions = figures.stream()
                .filter(figure -> !figure.in(figure.unit()).isInteger())
                .count();
        long whole = figures.stream()
                .mapToLong(figure -> figure.in(figure.unit())
                        .truncate()
                        .numerator()
                        .min(java.math.BigInteger.valueOf(Integer.MAX_VALUE))
                        .longValueExact())
                .sum();
        return List.of(rows, given, fractions, whole);
    }
}
