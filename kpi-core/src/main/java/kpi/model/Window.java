package kpi.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kpi.value.CalendarKind;
import kpi.value.ReportingPeriod;
import kpi.value.ReportingPeriod.Grain;

/** Which other periods a value is taken from. */
public sealed interface Window {
    /** More periods than any rule looks at. */
    int MOST_PERIODS = 100;

    /** Whether the evaluated period is one of them. */
    boolean withThis();

    /**
     * The other periods, in the order of time; empty if the calendar does not reach there.
     *
     * @param at the evaluated period
     */
    Optional<List<ReportingPeriod>> others(ReportingPeriod at);

    /** The period so many periods of the same length before: 前期 is one. */
    record Before(int periods) implements Window {
        public Before {
            requireCount(periods);
        }

        @Override
        public boolean withThis() {
            return false;
        }

        @Override
        public Optional<List<ReportingPeriod>> others(ReportingPeriod at) {
            return before(at, periods, 1);
        }
    }

    /** The same part of the year before: March for March (上年同期). */
    record YearBefore() implements Window {
        @Override
        public boolean withThis() {
            return false;
        }

        @Override
        public Optional<List<ReportingPeriod>> others(ReportingPeriod at) {
            return before(at, Grain.YEAR.months() / at.grain().months(), 1);
        }
    }

    /**
     * The last so many periods: those before the evaluated one (前3期), or up to it (近3期).
     *
     * @param grain the kind of period that is said (前3年); no other kind can be evaluated so
     */
    record Last(int count, boolean withThis, Optional<Grain> grain) implements Window {
        public Last {
            requireCount(count);
            Objects.requireNonNull(grain, "grain");
        }

        public Last(int count, boolean withThis) {
            this(count, withThis, Optional.empty());
        }

        @Override
        public Optional<List<ReportingPeriod>> others(ReportingPeriod at) {
            int others = withThis ? count - 1 : count;
            return before(at, others, others);
        }
    }

    /** From the first such period of the year up to the evaluated one (累計); of a year, the year alone. */
    record YearToDate() implements Window {
        @Override
        public boolean withThis() {
            return true;
        }

        @Override
        public Optional<List<ReportingPeriod>> others(ReportingPeriod at) {
            return before(at, at.index() - 1, at.index() - 1);
        }
    }

    /** The end of the evaluated period (期末): the period itself, else the last half-year, quarter or month in it. */
    record Closing() implements Window {
        @Override
        public boolean withThis() {
            return true;
        }

        /** The shorter ones, longest first; all of them end when the evaluated one does. */
        @Override
        public Optional<List<ReportingPeriod>> others(ReportingPeriod at) {
            List<ReportingPeriod> parts = new ArrayList<>();
            for (Grain grain : Grain.values()) {
                if (grain.months() < at.grain().months() && at.grain().months() % grain.months() == 0) {
                    int index = (at.last().getMonthValue() - 1) / grain.months() + 1;
                    parts.add(ReportingPeriod.of(at.calendar(), at.year(), grain, index));
                }
            }
            return Optional.of(parts);
        }
    }

    /** One period by name, whichever is evaluated. */
    record At(ReportingPeriod period) implements Window {
        public At {
            Objects.requireNonNull(period, "period");
        }

        @Override
        public boolean withThis() {
            return false;
        }

        @Override
        public Optional<List<ReportingPeriod>> others(ReportingPeriod at) {
            return Optional.of(List.of(period));
        }
    }

    private static void requireCount(int count) {
        if (count < 1 || count > MOST_PERIODS) {
            throw new IllTypedException("a window has 1 to " + MOST_PERIODS + " periods, not " + count);
        }
    }

    /** So many periods, the first of them {@code from} periods before. */
    private static Optional<List<ReportingPeriod>> before(ReportingPeriod at, int from, int count) {
        LocalDate first = at.first().minusMonths((long) from * at.grain().months());
        if (!CalendarKind.WESTERN.holds(first.getYear())) {
            return Optional.empty();
        }
        List<ReportingPeriod> periods = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            periods.add(at.plus(i - (long) from));
        }
        return Optional.of(periods);
    }
}
