package kpi.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kpi.diagnostic.Problem;

/**
 * What a text says a KPI comes to: held against what is computed, never used for it.
 *
 * @param published figures that a page printed
 * @param publishedColumn a column that prints a figure for each row
 * @param examples figures worked by hand
 * @param unworked examples that could not be understood, or whose KPI could not
 * @param laws what holds whatever the facts
 */
public record Claims(
        List<Published> published,
        Optional<PublishedColumn> publishedColumn,
        List<Example> examples,
        List<UnworkedExample> unworked,
        List<LawRule> laws) {
    /** Nothing is said. */
    public static final Claims NONE = new Claims(List.of(), Optional.empty(), List.of(), List.of(), List.of());

    public Claims {
        published = List.copyOf(published);
        Objects.requireNonNull(publishedColumn, "publishedColumn");
        examples = List.copyOf(examples);
        unworked = List.copyOf(unworked);
        laws = List.copyOf(laws);
    }

    /** Of a KPI that could not be understood, only that it has examples. */
    public static Claims ofBroken(List<UnworkedExample> unworked) {
        return new Claims(List.of(), Optional.empty(), List.of(), unworked, List.of());
    }

    /** These examples, none of which can be worked for this reason. */
    public List<UnworkedExample> noneWorked(Problem why) {
        return Stream.concat(
                        examples.stream().map(example -> new UnworkedExample(example.title(), example.span(), why)),
                        unworked.stream())
                .toList();
    }

    /** The same with other examples. */
    public Claims withExamples(List<Example> others) {
        return new Claims(published, publishedColumn, others, unworked, laws);
    }
}
