package kpi.data;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kpi.diagnostic.KpiUsageException;
import kpi.unit.KpiUnit;
import kpi.value.CalendarKind;

/** What the cells of a column are. */
public sealed interface ColumnType {
    <R> R accept(Visitor<R> visitor);

    /** One method for each type. */
    interface Visitor<R> {
        R number(Number type);

        R text(TextType type);

        R truth(TruthType type);

        R oneOf(OneOf type);

        R date(DateType type);

        R period(PeriodType type);
    }

    /** Exact numbers; a cell without a unit of its own is in {@code unit}. */
    record Number(KpiUnit unit) implements ColumnType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.number(this);
        }
    }

    /** Any text, kept as it is. */
    record TextType() implements ColumnType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /** True or false: 是 否 有 無 true false yes no Y N ✓ ✗ 1 0. */
    record TruthType() implements ColumnType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.truth(this);
        }
    }

    /** One of the listed texts, which differ from one another as {@link ColumnNames#fold} compares. */
    record OneOf(List<String> values) implements ColumnType {
        public OneOf {
            values = List.copyOf(values);
            Set<String> seen = new HashSet<>();
            for (String value : values) {
                String folded = ColumnNames.fold(value);
                if (folded.isEmpty() || !seen.add(folded)) {
                    throw new KpiUsageException("values of a column are distinct and not empty: " + values);
                }
            }
            if (values.isEmpty()) {
                throw new KpiUsageException("a column of one of several values has at least one value");
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.oneOf(this);
        }
    }

    /** Days; {@code calendar} says how a year is read where the text does not. */
    record DateType(CalendarKind calendar) implements ColumnType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.date(this);
        }
    }

    /** Years, half-years, quarters or months; {@code calendar} says how a year is read where the text does not. */
    record PeriodType(CalendarKind calendar) implements ColumnType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.period(this);
        }
    }
}
