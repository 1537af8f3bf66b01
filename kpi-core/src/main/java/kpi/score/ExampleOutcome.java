package kpi.score;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kpi.diagnostic.LocalText;
import kpi.source.Span;

/**
 * What became of an example of the text: each expectation with what came out.
 *
 * @param notRun why it could not be worked; then there are no checks
 */
public record ExampleOutcome(String kpi, String title, Span span, List<Check> checks, Optional<LocalText> notRun) {
    public ExampleOutcome {
        Objects.requireNonNull(kpi, "kpi");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(span, "span");
        checks = List.copyOf(checks);
        Objects.requireNonNull(notRun, "notRun");
    }

    /** One figure, one term of a sum, or a verdict. */
    public record Check(LocalText expected, LocalText found, boolean holds, Span span) {
        public Check {
            Objects.requireNonNull(expected, "expected");
            Objects.requireNonNull(found, "found");
            Objects.requireNonNull(span, "span");
        }
    }
}
