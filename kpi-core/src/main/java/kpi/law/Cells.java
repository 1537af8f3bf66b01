package kpi.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.TableSchema;
import kpi.number.Exact;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.value.DateValue;
import kpi.value.PeriodValue;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import kpi.value.Text;
import kpi.value.Truth;
import kpi.value.Value;

/** Values that cells and inputs may have: those where rules turn first, then any. None is negative. */
final class Cells {
    private static final List<Exact> EDGES = List.of(
            Exact.ZERO,
            Exact.ONE,
            Exact.of(2),
            Exact.of(48),
            Exact.of(64),
            Exact.of(80),
            Exact.of(96),
            Exact.HUNDRED,
            Exact.of(5, 1),
            Exact.of(1000));

    private final ReportingPeriod period;
    private final List<Quantity> named;

    /** @param named figures the text names: targets, limits, edges of bands */
    Cells(ReportingPeriod period, List<Quantity> named) {
        this.period = period;
        this.named = List.copyOf(named);
    }

    /** The figures where rules turn, in a unit. */
    List<Quantity> edges(KpiUnit unit) {
        List<Quantity> edges = new ArrayList<>();
        for (Exact edge : EDGES) {
            if (edge.isInteger() || !(unit.dimension() instanceof Dimension.Count)) {
                edges.add(Quantity.of(edge, unit));
            }
        }
        for (Quantity figure : named) {
            if (figure.dimension().equals(unit.dimension())
                    && figure.canonical().signum() >= 0) {
                Quantity edge = figure.as(unit);
                if (!edges.contains(edge)) {
                    edges.add(edge);
                }
            }
        }
        return edges;
    }

    List<Value> values(ColumnType type) {
        return type.accept(new Edges());
    }

    Map<String, Value> row(TableSchema table, int nth) {
        Map<String, Value> cells = new LinkedHashMap<>();
        int shift = nth;
        for (ColumnSchema column : table.columns()) {
            List<Value> values = values(column.type());
            cells.put(column.name(), values.get(shift % values.size()));
            shift++;
        }
        return cells;
    }

    Map<String, Value> row(TableSchema table, SplittableRandom random) {
        Map<String, Value> cells = new LinkedHashMap<>();
        for (ColumnSchema column : table.columns()) {
            if (column.mayBeMissing() && random.nextInt(6) == 0) {
                continue;
            }
            cells.put(
                    column.name(),
                    column.type() instanceof ColumnType.Number number
                            ? figure(number.unit(), random)
                            : any(values(column.type()), random));
        }
        return cells;
    }

    Quantity figure(KpiUnit unit, SplittableRandom random) {
        if (random.nextInt(3) == 0) {
            return any(edges(unit), random);
        }
        boolean whole = unit.dimension() instanceof Dimension.Count || random.nextInt(2) == 0;
        long magnitude = new long[] {10, 100, 1000, 1_000_000}[random.nextInt(4)];
        Exact number = whole ? Exact.of(random.nextLong(magnitude)) : Exact.of(random.nextLong(magnitude * 100), 2);
        return Quantity.of(number, unit);
    }

    /** A score of a scale that goes to 100. */
    Quantity score(KpiUnit unit, SplittableRandom random) {
        return Quantity.of(Exact.of(random.nextLong(101)), unit);
    }

    /** A score of its scale: one at which the rule turns, or any. */
    Quantity rating(JudgedPart part, List<Quantity> turning, KpiUnit unit, SplittableRandom random) {
        if (random.nextInt(3) == 0) {
            return any(turning, random);
        }
        int parts = part.scale().whole() ? 1 : 10;
        Exact scaled = part.scale().most().minus(part.scale().least()).times(Exact.of(parts));
        long steps = scaled.toBigDecimal()
                .map(java.math.BigDecimal::toBigInteger)
                .filter(count -> count.bitLength() < Integer.SIZE)
                .map(java.math.BigInteger::longValueExact)
                .orElse(0L);
        Exact score = part.scale()
                .least()
                .plus(Exact.of(random.nextLong(steps + 1), 1).dividedBy(Exact.of(parts)));
        return part.scale().allows(score) ? Quantity.canonical(score, unit) : any(turning, random);
    }

    private static <T> T any(List<T> values, SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }

    private final class Edges implements ColumnType.Visitor<List<Value>> {
        @Override
        public List<Value> number(ColumnType.Number type) {
            return List.copyOf(edges(type.unit()));
        }

        @Override
        public List<Value> text(ColumnType.TextType type) {
            return List.of(new Text("甲"), new Text("乙"), new Text("丙"));
        }

        @Override
        public List<Value> truth(ColumnType.TruthType type) {
            return List.of(Truth.TRUE, Truth.FALSE);
        }

        @Override
        public List<Value> oneOf(ColumnType.OneOf type) {
            return type.values().stream().<Value>map(Text::new).toList();
        }

        @Override
        public List<Value> date(ColumnType.DateType type) {
            return List.of(new DateValue(period.first()), new DateValue(period.last()));
        }

        @Override
        public List<Value> period(ColumnType.PeriodType type) {
            return List.of(new PeriodValue(period));
        }
    }
}
