package kpi.value;

import java.util.Objects;
import kpi.diagnostic.Language;

/** A text, as it stands: nothing is trimmed, folded or normalised. Equal to another only code unit by code unit. */
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
