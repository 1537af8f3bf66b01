package kpi.value;

import java.util.Objects;
import kpi.diagnostic.Language;

/** A text, as it stands; equality by code units. */
public record Text(String text) implements Value {
    /** Refuses null. */
    public Text {
        Objects.requireNonNull(text, "text");
    }

    @Override
    public String display(Language language) {
        return text;
    }
}
