package kpi.dsl.parser;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What stands between braces, in order.
 *
 * @param comment what is noted behind the opening brace
 * @param oneLine whether the author wrote it on one line
 */
public record BlockText(List<Item> items, Optional<String> comment, boolean oneLine) {
    /** A clause, a row, or a comment on lines of its own. */
    public sealed interface Item permits ClauseText, RowText, CommentText {
        /** Whether the author left a line blank before it. */
        boolean blankBefore();
    }

    /** A row of a table, its cells as they were written. */
    public record RowText(List<String> cells, boolean blankBefore, Optional<String> comment) implements Item {
        public RowText {
            cells = List.copyOf(cells);
            Objects.requireNonNull(comment, "comment");
        }
    }

    /** A comment that stands alone on its line. */
    public record CommentText(String text, boolean blankBefore) implements Item {
        public CommentText {
            Objects.requireNonNull(text, "text");
        }
    }

    public BlockText {
        items = List.copyOf(items);
        Objects.requireNonNull(comment, "comment");
    }
}
