package kpi.diagnostic;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import kpi.source.Span;

/** Turns the values that a message names into text that is short and safe to show. */
final class Arguments {
    static final int MAXIMUM_LENGTH = 60;

    /** A sentence of ours, which names others' texts only in part. */
    private static final int MAXIMUM_SENTENCE = 200;

    private static final int MAXIMUM_ITEMS = 8;

    private static final int MAXIMUM_ITEM_LENGTH = 30;

    /** Writing out a number takes time that grows with the square of its digits. */
    private static final int MAXIMUM_BITS = 1000;

    private Arguments() {}

    static LocalText text(Object value) {
        return value instanceof Collection<?> items ? list(items) : text(value, MAXIMUM_LENGTH);
    }

    private static LocalText text(Object value, int maximum) {
        Objects.requireNonNull(value, "value");
        if (value instanceof LocalText local) {
            int most = Math.max(maximum, MAXIMUM_SENTENCE);
            return new LocalText(VisibleText.of(local.zh(), most), VisibleText.of(local.en(), most));
        }
        String shown = VisibleText.of(plain(value, maximum), maximum);
        return new LocalText(shown, shown);
    }

    private static String plain(Object value, int maximum) {
        if (value instanceof Span span) {
            // Two chars a code point, and one code point more, so that the cut is seen.
            int end = (int) Math.min(span.end(), span.start() + 2L * maximum + 2);
            return span.source().text().substring(span.start(), end);
        }
        if (value instanceof BigInteger number) {
            return integer(number, 0);
        }
        if (value instanceof BigDecimal number) {
            boolean isShort = Math.abs((long) number.scale()) <= MAXIMUM_LENGTH
                    && number.unscaledValue().bitLength() <= MAXIMUM_BITS;
            return isShort ? number.toPlainString() : integer(number.unscaledValue(), number.scale());
        }
        return value.toString();
    }

    /** An unscaled value and its scale; of a long one only the order of magnitude. */
    private static String integer(BigInteger unscaled, int scale) {
        if (unscaled.bitLength() <= MAXIMUM_BITS) {
            return scale == 0 ? unscaled.toString() : unscaled + "E" + -(long) scale;
        }
        // log10(2) is about 0.30103; the number lies between two powers of 2, and its size is taken between them.
        long magnitude = ((2L * unscaled.bitLength() - 1) * 30103 + 100000) / 200000;
        return (unscaled.signum() < 0 ? "≈-10^" : "≈10^") + (magnitude - scale);
    }

    private static LocalText list(Collection<?> items) {
        List<LocalText> shown = items.stream()
                .limit(MAXIMUM_ITEMS)
                .map(item -> text(item, MAXIMUM_ITEM_LENGTH))
                .toList();
        String cut = items.size() > MAXIMUM_ITEMS ? "…" : "";
        return new LocalText(
                String.join("、", shown.stream().map(LocalText::zh).toList()) + cut,
                String.join(", ", shown.stream().map(LocalText::en).toList()) + cut);
    }
}
