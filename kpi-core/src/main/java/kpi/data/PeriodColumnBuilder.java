package kpi.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.LocalText;
import kpi.value.CalendarKind;
import kpi.value.PeriodValue;
import kpi.value.ReportingPeriod;
import org.jspecify.annotations.Nullable;

/** Reporting periods, each kept once. */
final class PeriodColumnBuilder extends ColumnBuilder {
    private static final LocalText EXPECTED = new LocalText("期別", "a period");

    private final CalendarKind calendar;
    private final Map<ReportingPeriod, Integer> known = new HashMap<>();
    private final List<ReportingPeriod> periods = new ArrayList<>();
    private final Memo memo = new Memo();
    private final IntChunks codes = new IntChunks();

    PeriodColumnBuilder(ColumnSchema schema, CalendarKind calendar) {
        super(schema);
        this.calendar = calendar;
    }

    @Override
    @Nullable
    CellFault readText(char[] text, int from, int to) {
        int code = memo.get(text, from, to, PeriodColumn.NO_CODE);
        if (code == PeriodColumn.NO_CODE) {
            CellFault fault = readString(new String(text, from, to - from));
            if (fault == null) {
                memo.put(text, from, to, codes.get(codes.size() - 1));
            }
            return fault;
        }
        codes.add(code);
        return null;
    }

    private @Nullable CellFault readString(String text) {
        Optional<ReportingPeriod> period = ReportingPeriod.parse(text, calendar).value();
        return period.isEmpty()
                ? place -> ReportingPeriod.parse(text, calendar, place).problems()
                : append(period.get());
    }

    /** A year is often given as an integer; it is read as its digits would be. */
    @Override
    @Nullable
    CellFault readValue(Object value) {
        if (value instanceof ReportingPeriod period) {
            return append(period);
        }
        if (value instanceof PeriodValue period) {
            return append(period.period());
        }
        return value instanceof Integer || value instanceof Long
                ? readString(value.toString())
                : wrongType(value, EXPECTED);
    }

    private @Nullable CellFault append(ReportingPeriod period) {
        Integer code = known.putIfAbsent(period, periods.size());
        if (code == null) {
            code = periods.size();
            periods.add(period);
        }
        codes.add(code);
        return null;
    }

    @Override
    void appendPlaceholder() {
        codes.add(PeriodColumn.NO_CODE);
    }

    @Override
    void removeLast() {
        codes.removeLast();
    }

    @Override
    PeriodColumn build() {
        return new PeriodColumn(buildMissing(), codes.drain(), periods);
    }
}
