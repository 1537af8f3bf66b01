package kpi.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a text says a KPI comes to: held against what is computed, never used for it.
 *
 * @param published figures that a page printed
 * @param publishedColumn a column that prints a figure for each row
 * @param examples figures worked by hand
 * @param laws what holds whatever the facts
 */
public record Claims(
        List<Published> published,
        Optional<PublishedColumn> publishedColumn,
        List<Example> examples,
        List<LawRule> laws) {
    /** Nothing is said. */
    public static final Claims NONE = new Claims(List.of(), Optional.empty(), List.of(), List.of());

    public Claims {
        published = List.copyOf(published);
        Objects.requireNonNull(publishedColumn, "publishedColumn");
        examples = List.copyOf(examples);
        laws = List.copyOf(laws);
    }

    /** The same with other examples. */
    public Claims withExamples(List<Example> others) {
        return new Claims(published, publishedColumn, others, laws);
    }
}
