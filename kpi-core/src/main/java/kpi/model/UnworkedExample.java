package kpi.model;

import java.util.Objects;
import kpi.diagnostic.Problem;
import kpi.source.Span;

/**
 * An example of a text that cannot be worked, because it or its KPI could not be understood. It stays in the program, so that
 * nobody takes it for one that holds.
 *
 * @param title its title; may be empty
 * @param why what is wrong
 */
public record UnworkedExample(String title, Span span, Problem why) {
    public UnworkedExample {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(why, "why");
    }
}
