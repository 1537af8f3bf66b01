package kpi.diagnostic;

import java.util.Objects;

/** A text that differs by language, for use as an argument of a message. */
public record LocalText(String zh, String en) {
    public LocalText {
        Objects.requireNonNull(zh, "zh");
        Objects.requireNonNull(en, "en");
    }

    /** The same in at most so many code points; the last is {@code …} when something was cut. */
    public LocalText atMost(int codePoints) {
        return new LocalText(VisibleText.of(zh, codePoints), VisibleText.of(en, codePoints));
    }

    public String in(Language language) {
        return switch (language) {
            case ZH_TW -> zh;
            case EN -> en;
        };
    }
}
