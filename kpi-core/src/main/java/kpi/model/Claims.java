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
 * @param untried laws that could not be understood, or whose KPI could not
 */
public record Claims(
        List<Published> published,
        Optional<PublishedColumn> publishedColumn,
        List<Example> examples,
        List<Unworked> unworked,
        List<LawRule> laws,
        List<Unworked> untried) {
    /** Nothing is said. */
    public static final Claims NONE = ofBroken(List.of(), List.of());

    public Claims {
        published = List.copyOf(published);
        Objects.requireNonNull(publishedColumn, "publishedColumn");
        examples = List.copyOf(examples);
        unworked = List.copyOf(unworked);
        laws = List.copyOf(laws);
        untried = List.copyOf(untried);
    }

    /** Of a KPI that could not be understood, only that it has examples and laws. */
    public static Claims ofBroken(List<Unworked> unworked, List<Unworked> untried) {
        return new Claims(List.of(), Optional.empty(), List.of(), unworked, List.of(), untried);
    }

    /** These examples and laws, none of which can be worked for this reason. */
    public Claims broken(Problem why) {
        return ofBroken(
                Stream.concat(
                                examples.stream().map(example -> new Unworked(example.title(), example.span(), why)),
                                unworked.stream())
                        .toList(),
                Stream.concat(laws.stream().map(law -> Unworked.law(law.span(), why)), untried.stream())
                        .toList());
    }

    /** The same with other examples. */
    public Claims withExamples(List<Example> others) {
        return new Claims(published, publishedColumn, others, unworked, laws, untried);
    }

    /** The same, with what a declaration says that is not read because another stands. */
    public Claims and(List<Unworked> moreExamples, List<Unworked> moreLaws) {
        return new Claims(
                published,
                publishedColumn,
                examples,
                Stream.concat(unworked.stream(), moreExamples.stream()).toList(),
                laws,
                Stream.concat(untried.stream(), moreLaws.stream()).toList());
    }
}
