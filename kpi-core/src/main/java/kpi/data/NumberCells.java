package kpi.data;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.Checked;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.LocalText;
import kpi.number.Exact;
import kpi.number.NumberBudget;
import kpi.number.NumberException;
import kpi.source.Place;
import kpi.unit.KpiUnit;
import kpi.unit.UnitTable;
import kpi.value.PrintedQuantity;
import kpi.value.Quantity;
import org.jspecify.annotations.Nullable;

/** Reads what may stand in a cell of a column of numbers, into the column's unit. */
final class NumberCells {
    private static final LocalText EXPECTED = new LocalText("數值", "a number");

    private static final Set<Class<?>> INTEGERS = Set.of(Integer.class, Long.class, Short.class, Byte.class);

    /** Most cells are good, so the true place is made only for those that are not. */
    private static final Place ANYWHERE = Place.input("");

    private final String column;
    private final KpiUnit unit;
    private final UnitTable units;
    private final @Nullable Grouping grouping;

    private Exact number = Exact.ZERO;
    private Exact resolution = Exact.ONE;

    NumberCells(String column, KpiUnit unit, CellRules rules) {
        this.column = column;
        this.unit = unit;
        this.units = withWord(unit);
        this.grouping = rules.grouping()
                .filter(sign -> sign != ',' && sign != '，')
                .map(Grouping::new)
                .orElse(null);
    }

    private static UnitTable withWord(KpiUnit unit) {
        UnitTable standard = UnitTable.standard();
        return unit.symbol().isEmpty() || standard.find(unit.symbol()).isPresent() ? standard : standard.with(unit);
    }

    KpiUnit unit() {
        return unit;
    }

    /** The last number read, in the column's unit. */
    Exact number() {
        return number;
    }

    /** How finely the last print was printed, in the column's unit. */
    Exact resolution() {
        return resolution;
    }

    /** A text as printed; without a unit it is in the column's. */
    @Nullable
    CellFault read(String printed) {
        String text = grouping == null ? printed : grouping.remove(printed);
        Checked<PrintedQuantity> read = read(text, ANYWHERE);
        Optional<PrintedQuantity> quantity = read.value();
        return quantity.isEmpty() || read.hasErrors()
                ? place -> read(text, place).problems()
                : convert(quantity.get());
    }

    private @Nullable CellFault convert(PrintedQuantity printed) {
        resolution = printed.resolution().dividedBy(unit.scale());
        return convert(printed.quantity());
    }

    private Checked<PrintedQuantity> read(String text, Place place) {
        return Quantity.parsePrintedIn(unit, text, units, NumberBudget.standard(), place);
    }

    /** Any value a host may give for a number. */
    @Nullable
    CellFault convert(Object value, ColumnBuilder asker) {
        try {
            if (value instanceof Exact exact) {
                number = exact;
            } else if (INTEGERS.contains(value.getClass())) {
                number = Exact.of(((Number) value).longValue());
            } else if (value instanceof BigInteger integer) {
                number = Exact.of(integer);
            } else if (value instanceof BigDecimal decimal) {
                number = Exact.of(decimal);
            } else if (value instanceof PrintedQuantity printed) {
                return convert(printed);
            } else if (value instanceof Quantity quantity) {
                return convert(quantity);
            } else {
                return asker.wrongType(value, EXPECTED);
            }
        } catch (NumberException tooLarge) {
            return tooLong();
        }
        return null;
    }

    private @Nullable CellFault convert(Quantity quantity) {
        try {
            number = quantity.in(unit);
            return null;
        } catch (NumberException tooLarge) {
            return tooLong();
        } catch (KpiUsageException otherDimension) {
            return CellFault.of(
                    DataCode.UNIT_MISMATCH,
                    "column",
                    column,
                    "unit",
                    UnitNames.of(unit),
                    "given",
                    UnitNames.of(quantity.unit()));
        }
    }

    private static CellFault tooLong() {
        return CellFault.of(
                DataCode.NUMBER_TOO_LONG, "limit", NumberBudget.standard().decimalDigits());
    }
}
