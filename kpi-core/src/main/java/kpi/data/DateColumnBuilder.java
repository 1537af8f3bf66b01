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

    private final CalendarKind calendar;
    private final IntChunks days = new IntChunks();
    private int stagedDay;

    DateColumnBuilder(ColumnSchema schema, CalendarKind calendar) {
        super(schema);
        this.calendar = calendar;
    }

    @Override
    @Nullable
    CellFault readText(char[] text, int from, int to) {
        String cell = new String(text, from, to - from);
        Optional<LocalDate> date = Dates.parse(cell, calendar).value();
        return date.isEmpty() ? place -> Dates.parse(cell, calendar, place).problems() : stage(date.get());
    }

    @Override
    @Nullable
    CellFault readValue(Object value) {
        if (value instanceof LocalDate date) {
            return stage(date);
        }
        return value instanceof DateValue date ? stage(date.date()) : wrongType(value, EXPECTED);
    }

    private @Nullable CellFault stage(LocalDate date) {
        long day = date.toEpochDay();
        if (day != (int) day) {
            return CellFault.of(DataCode.DATE_TOO_FAR, "date", date);
        }
        stagedDay = (int) day;
        return null;
    }

    @Override
    void append() {
        days.add(stagedDay);
    }

    @Override
    void appendPlaceholder() {
        days.add(0);
    }

    @Override
    long stagedHash() {
        return stagedDay;
    }

    @Override
    boolean stagedEquals(int row) {
        return days.get(row) == stagedDay;
    }

    @Override
    DateColumn build() {
        return new DateColumn(buildMissing(), days.drain());
    }
}
