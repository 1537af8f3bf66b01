package kpi.report;

import kpi.value.DateValue;
import kpi.value.PeriodValue;
import kpi.value.Quantity;
import kpi.value.Text;
import kpi.value.Truth;
import kpi.value.Value;

/** The values that tell rows apart, as data files write them. */
final class Keys {
    private Keys() {}

    /** Plain digits, ISO days, codes of periods. */
    static String text(Value value) {
        if (value instanceof Quantity quantity) {
            return quantity.plain();
        }
        if (value instanceof Text text) {
            return text.text();
        }
        if (value instanceof DateValue day) {
            return day.date().toString();
        }
        return value instanceof PeriodValue period ? period.period().code() : Boolean.toString(value == Truth.TRUE);
    }
}
