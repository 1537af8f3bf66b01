package kpi.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import kpi.diagnostic.Checked;
import kpi.number.Exact;
import kpi.unit.Units;
import kpi.value.Absence;
import kpi.value.CalendarKind;
import kpi.value.DateValue;
import kpi.value.PeriodValue;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import kpi.value.Text;
import kpi.value.Truth;
import kpi.value.Value;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is put into a table comes out of it, in its order, and bad rows leave no trace in the good ones. */
class TableLawsTest {
    private static final TableSchema SCHEMA = TableSchema.of(
            "T",
            ColumnSchema.of("數", new ColumnType.Number(Units.PERCENT)).orMissing(),
            ColumnSchema.of("文", new ColumnType.TextType()).orMissing(),
            ColumnSchema.of("真", new ColumnType.TruthType()).orMissing(),
            ColumnSchema.of("選", new ColumnType.OneOf(List.of("甲", "乙"))).orMissing(),
            ColumnSchema.of("日", new ColumnType.DateType(CalendarKind.ROC)).orMissing(),
            ColumnSchema.of("期", new ColumnType.PeriodType(CalendarKind.ROC)).orMissing());

    /** A row, and whether a cell that cannot be read is added to it. */
    record Row(Map<String, Object> cells, boolean isSpoilt) {
        Map<String, Object> given() {
            Map<String, Object> given = new HashMap<>(cells);
            if (isSpoilt) {
                given.put("真", 0.5);
            }
            return given;
        }
    }

    @Property
    void goodRowsComeBackInOrder(@ForAll("rows") List<Row> rows) {
        TableBuilder builder = new TableBuilder(SCHEMA, "f");
        for (int i = 0; i < rows.size(); i++) {
            builder.addRow(rows.get(i).given(), 3L * i);
        }
        Checked<Table> built = builder.build(true);
        Table table = built.value().orElseThrow();
        List<Integer> good = IntStream.range(0, rows.size())
                .filter(i -> !rows.get(i).isSpoilt())
                .boxed()
                .toList();
        assertEquals(good.size(), table.rows());
        assertEquals(rows.size() - good.size(), table.rowsLeftOut());
        assertEquals(built.hasErrors(), good.size() < rows.size());
        for (int row = 0; row < good.size(); row++) {
            Map<String, Object> cells = rows.get(good.get(row)).cells();
            assertEquals(3L * good.get(row), table.rowNumber(row));
            for (ColumnSchema column : SCHEMA.columns()) {
                Object given = cells.get(column.name());
                Column column1 = table.column(column.name());
                Optional<Absence> absence = given instanceof Absence kind
                        ? Optional.of(kind)
                        : given == null ? Optional.of(Absence.NOT_REPORTED) : Optional.empty();
                assertEquals(absence, column1.absence(row));
                if (absence.isEmpty()) {
                    assertEquals(valueOf(given), column1.value(row));
                }
            }
        }
        check(table);
    }

    private static Value valueOf(Object given) {
        if (given instanceof BigDecimal number) {
            return Quantity.of(Exact.of(number), Units.PERCENT);
        }
        if (given instanceof Boolean truth) {
            return truth ? Truth.TRUE : Truth.FALSE;
        }
        if (given instanceof LocalDate date) {
            return new DateValue(date);
        }
        if (given instanceof ReportingPeriod period) {
            return new PeriodValue(period);
        }
        return new Text((String) given);
    }

    /** What fast engines rely on: raw arrays say the same as the accessors, and missing rows hold nothing. */
    private static void check(Table table) {
        for (int i = 0; i < SCHEMA.columns().size(); i++) {
            Column column = table.column(i);
            long missing =
                    IntStream.range(0, column.rows()).filter(column::isMissing).count();
            assertEquals(missing, column.missing().count());
            long[] words = column.missing().raw().array();
            for (int row = 0; row < column.rows(); row++) {
                boolean bit = words.length > 0 && (words[row >>> 6] & 1L << (row & 63)) != 0;
                assertEquals(column.isMissing(row), bit);
            }
            column.accept(new RawCheck());
        }
    }

    private static final class RawCheck implements Column.Visitor<Integer> {
        @Override
        public Integer decimal(DecimalColumn column) {
            List<Exact> present = new ArrayList<>();
            for (int row = 0; row < column.rows(); row++) {
                if (column.isMissing(row)) {
                    assertEquals(0, column.isWide() ? 0 : column.raw().get(row));
                } else {
                    present.add(column.exact(row));
                    if (!column.isWide()) {
                        assertEquals(column.exact(row), Exact.of(column.raw().get(row), column.scale()));
                    }
                }
            }
            assertEquals(present.stream().min(Exact::compareTo), column.min());
            assertEquals(present.stream().max(Exact::compareTo), column.max());
            return 0;
        }

        @Override
        public Integer text(TextColumn column) {
            for (int row = 0; row < column.rows(); row++) {
                int code = (int) column.raw().get(row);
                assertEquals(column.isMissing(row), code == TextColumn.NO_CODE);
                assertEquals(column.isMissing(row) ? code : column.code(row), code);
            }
            assertEquals(
                    column.dictionary().size(),
                    column.dictionary().stream().distinct().count());
            return 0;
        }

        @Override
        public Integer truth(TruthColumn column) {
            for (int row = 0; row < column.rows(); row++) {
                assertEquals(false, column.isMissing(row) && column.trues().get(row));
            }
            return 0;
        }

        @Override
        public Integer date(DateColumn column) {
            for (int row = 0; row < column.rows(); row++) {
                assertEquals(
                        column.isMissing(row) ? 0 : column.epochDay(row),
                        column.raw().get(row));
            }
            return 0;
        }

        @Override
        public Integer period(PeriodColumn column) {
            for (int row = 0; row < column.rows(); row++) {
                int code = (int) column.raw().get(row);
                assertEquals(column.isMissing(row), code == PeriodColumn.NO_CODE);
            }
            return 0;
        }
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<Object> number = Arbitraries.oneOf(
                Arbitraries.integers().between(-99_999, 99_999).map(n -> BigDecimal.valueOf(n, 2)),
                Arbitraries.longs().map(n -> BigDecimal.valueOf(n, 3)));
        Arbitrary<Object> text = Arbitraries.of("甲", "乙", "財政局", " 財政局", "\"", "a\nb", "𠮷");
        Arbitrary<Object> truth = Arbitraries.of(true, false);
        Arbitrary<Object> choice = Arbitraries.of("甲", "乙");
        Arbitrary<Object> day = Arbitraries.integers().between(-30_000, 30_000).map(LocalDate::ofEpochDay);
        Arbitrary<Object> period = Combinators.combine(
                        Arbitraries.integers().between(1, 200),
                        Arbitraries.integers().between(0, 12))
                .as((year, month) -> month == 0 ? ReportingPeriod.roc(year) : ReportingPeriod.rocMonth(year, month));
        Arbitrary<Map<String, Object>> cells = Combinators.combine(
                        orMissing(number),
                        orMissing(text),
                        orMissing(truth),
                        orMissing(choice),
                        orMissing(day),
                        orMissing(period))
                .as((n, t, b, c, d, p) -> {
                    Map<String, Object> map = new HashMap<>();
                    List<Object> values = new ArrayList<>();
                    for (Object each : new Object[] {n, t, b, c, d, p}) {
                        values.add(each);
                    }
                    for (int i = 0; i < values.size(); i++) {
                        if (!Objects.equals(values.get(i), "absent")) {
                            map.put(SCHEMA.columns().get(i).name(), values.get(i));
                        }
                    }
                    return map;
                });
        Arbitrary<Boolean> isSpoilt = Arbitraries.integers().between(0, 5).map(n -> n == 0);
        return Combinators.combine(cells, isSpoilt).as(Row::new).list().ofMaxSize(100);
    }

    /** A value, null, no key at all, or any kind of absence. */
    private static Arbitrary<Object> orMissing(Arbitrary<Object> values) {
        Arbitrary<Object> none = Arbitraries.of((Object[]) Absence.values()).injectNull(0.2);
        return Arbitraries.integers()
                .between(0, 9)
                .flatMap(n -> n == 0 ? none : n == 1 ? Arbitraries.just("absent") : values);
    }
}
