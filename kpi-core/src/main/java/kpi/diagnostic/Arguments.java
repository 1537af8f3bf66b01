package kpi.diagnostic;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import kpi.source.Span;

/** Turns the values that a message names into text that is short and safe to show. */
final class Arguments {
    static final int MAXIMUM_LENGTH = 60;

    private static final int MAXIMUM_ITEMS = 8;

    private static final int MAXIMUM_ITEM_LENGTH = 30;

    /** Writing out a number takes time that grows with the square of its digits. */
    private static final int MAXIMUM_BITS = 1000;

    private Arguments() {}

    static LocalText text(Object value) {
        if (value instanceof Collection<?> items) {
            return list(items.stream().limit(MAXIMUM_ITEMS + 1L).toList());
        }
        return text(value, MAXIMUM_LENGTH);
    }

    private static LocalText text(Object value, int maximum) {
        Objects.requireNonNull(value, "value");
        if (value instanceof LocalText local) {
            return new LocalText(VisibleText.of(local.zh(), maximum), VisibleText.of(local.en(), maximum));
        }
        String text;
        if (value instanceof Span span) {
            text = span.text();
        } else if (value instanceof BigInteger number && number.bitLength() > MAXIMUM_BITS) {
            // log10(2) is about 0.30103; the estimate is at most one digit off.
            text = "≈10^" + (number.bitLength() - 1L) * 30103 / 100000;
        } else {
            text = value.toString();
        }
        String shown = VisibleText.of(text, maximum);
        return new LocalText(shown, shown);
    }

    private static LocalText list(List<?> items) {
        StringBuilder zh = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            LocalText item = i == MAXIMUM_ITEMS ? new LocalText("…", "…") : text(items.get(i), MAXIMUM_ITEM_LENGTH);
            zh.append(i == 0 ? "" : "、").append(item.zh());
            en.append(i == 0 ? "" : ", ").append(item.en());
        }
        return new LocalText(zh.toString(), en.toString());
    }
}
