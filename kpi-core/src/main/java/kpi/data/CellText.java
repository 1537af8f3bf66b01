package kpi.data;

import java.util.Locale;
import kpi.value.DateValue;
import kpi.value.PeriodValue;
import kpi.value.Quantity;
import kpi.value.Text;
import kpi.value.Truth;
import kpi.value.Value;

/** Cells as short texts, for places of problems. */
final class CellText {
    private static final int MOST = 200;

    private CellText() {}

    /** The text, or its beginning: a place does not hold a megabyte. */
    static String bounded(CharSequence text) {
        if (text.length() <= MOST) {
            return text.toString();
        }
        int end = Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST;
        return text.subSequence(0, end) + "…";
    }

    /** The value as a file might write it: plain digits, ISO days. */
    static String of(Value value) {
        String text;
        if (value instanceof Quantity quantity) {
            text = quantity.plain();
        } else if (value instanceof Text kept) {
            text = kept.text();
        } else if (value instanceof Truth truth) {
            text = truth.name().toLowerCase(Locale.ROOT);
        } else if (value instanceof DateValue day) {
            text = day.date().toString();
        } else if (value instanceof PeriodValue period) {
            text = period.period().code();
        } else {
            text = value.toString();
        }
        return bounded(text);
    }
}
