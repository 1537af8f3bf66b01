package kpi.value;

/** How years are written: 民國109年 is 2020. */
public enum CalendarKind {
    /** Years of the Republic of China, 1 to 999. */
    ROC(1911, 1, 999),
    /** Western years, 1000 to 9999: always four digits, so that no year reads as one of the other calendar. */
    WESTERN(0, 1000, 9999);

    private final int offset;
    private final int first;
    private final int last;

    CalendarKind(int offset, int first, int last) {
        this.offset = offset;
        this.first = first;
        this.last = last;
    }

    /** Whether a year, as written in this calendar, is in its range. */
    public boolean holds(int year) {
        return year >= first && year <= last;
    }

    int toWestern(int year) {
        return year + offset;
    }

    int fromWestern(int western) {
        return western - offset;
    }
}
