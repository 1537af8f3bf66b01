package kpi.diagnostic;

import java.util.Objects;
import kpi.source.Span;

/**
 * One complete way to mend a text: put the new text in place of the range. An empty range inserts, an empty text
 * deletes. Several edits of one problem are alternatives.
 */
public record Edit(Span range, String newText) {
    public Edit {
        Objects.requireNonNull(range, "range");
        Objects.requireNonNull(newText, "newText");
    }

    /** The whole text of the source after this edit. */
    public String applied() {
        String text = range.source().text();
        return text.substring(0, range.start()) + newText + text.substring(range.end());
    }
}
