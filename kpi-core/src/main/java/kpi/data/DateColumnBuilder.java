package kpi.data;

import java.time.LocalDate;
import java.util.Optional;
import kpi.diagnostic.LocalText;
import kpi.value.CalendarKind;
import kpi.value.DateValue;
import kpi.value.Dates;
import org.jspecify.annotations.Nullable;

/** Days. */
final class DateColumnBuilder extends ColumnBuilder {
    private static final LocalText EXPECTED = new LocalText("日期", "a date");

    /** Farther away than any day that is kept. */
    private static final int UNKNOWN = Integer.MIN_VALUE;

    private final CalendarKind calendar;
    private final Memo memo = new Memo();
    private final IntChunks days = new IntChunks();

    DateColumnBuilder(ColumnSchema schema, CalendarKind calendar) {
        super(schema);
        this.calendar = calendar;
    }

    @Override
    @Nullable
    CellFault readText(char[] text, int from, int to) {
        int day = memo.get(text, from, to, UNKNOWN);
        if (day != UNKNOWN) {
            days.add(day);
            return null;
        }
        String cell = new String(text, from, to - from);
        Optional<LocalDate> date = Dates.parse(cell, calendar).value();
        if (date.isEmpty()) {
            return place -> Dates.parse(cell, calendar, place).problems();
        }
        CellFault fault = append(date.get());
        if (fault == null) {
            memo.put(text, from, to, days.get(days.size() - 1));
        }
        return fault;
    }

    @Override
    @Nullable
    CellFault readValue(Object value) {
        if (value instanceof LocalDate date) {
            return append(date);
        }
        return value instanceof DateValue date ? append(date.date()) : wrongType(value, EXPECTED);
    }

    private @Nullable CellFault append(LocalDate date) {
        long day = date.toEpochDay();
        if (day != (int) day || day == UNKNOWN) {
            return CellFault.of(DataCode.DATE_TOO_FAR, "date", date);
        }
        days.add((int) day);
        return null;
    }

    @Override
    void appendPlaceholder() {
        days.add(0);
    }

    @Override
    void removeLast() {
        days.removeLast();
    }

    @Override
    DateColumn build() {
        return new DateColumn(buildMissing(), days.drain());
    }
}
