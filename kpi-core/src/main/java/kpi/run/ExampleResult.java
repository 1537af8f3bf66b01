package kpi.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kpi.diagnostic.LocalText;
import kpi.score.ExampleOutcome;
import kpi.source.Span;

/**
 * What became of an example of the text (範例).
 *
 * @param kpi the id of the KPI
 * @param title its title; may be empty
 * @param span where it stands
 * @param checks every expectation with what came out, term by term
 * @param notRun why it was not worked: it, or its KPI, does not compile; then there are no checks, and it has not passed
 */
public record ExampleResult(String kpi, String title, Span span, List<Check> checks, Optional<LocalText> notRun) {
    public ExampleResult {
        Objects.requireNonNull(kpi, "kpi");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(span, "span");
        checks = List.copyOf(checks);
        Objects.requireNonNull(notRun, "notRun");
    }

    /** One figure, one term of a sum, or a verdict: what was expected, what came out, and whether they agree. */
    public record Check(LocalText expected, LocalText found, boolean holds, Span span) {
        public Check {
            Objects.requireNonNull(expected, "expected");
            Objects.requireNonNull(found, "found");
            Objects.requireNonNull(span, "span");
        }
    }

    /** Whether it was worked, and every expectation holds. */
    public boolean passed() {
        return notRun.isEmpty() && checks.stream().allMatch(Check::holds);
    }

    static ExampleResult of(ExampleOutcome outcome) {
        return new ExampleResult(
                outcome.kpi(),
                outcome.title(),
                outcome.span(),
                outcome.checks().stream()
                        .map(check -> new Check(check.expected(), check.found(), check.holds(), check.span()))
                        .toList(),
                outcome.notRun());
    }
}
