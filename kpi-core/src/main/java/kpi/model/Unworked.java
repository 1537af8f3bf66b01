package kpi.model;

import java.util.Objects;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.source.Span;

/**
 * An example or a law of a text that cannot be worked, because it or its KPI could not be understood. It stays in the program,
 * so that nobody takes it for one that holds.
 *
 * @param text the title of an example, which may be empty; a law as it is written
 * @param why what is wrong
 */
public record Unworked(String text, Span span, Problem why) {
    public Unworked {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(why, "why");
    }

    /** A law, as it is written. */
    public static Unworked law(Span span, Problem why) {
        return new Unworked(span.text().strip().replaceAll("\\s+", " "), span, why);
    }

    /** What is wrong and where, for a report. */
    public LocalText reason() {
        return reason(why);
    }

    /** What a problem says and where it stands, for a report. */
    public static LocalText reason(Problem why) {
        String at = why.place()
                .span()
                .map(span -> span.source().name() + ":" + span.line() + ":" + span.column() + " ")
                .orElse("");
        return new LocalText(at + why.message(Language.ZH_TW), at + why.message(Language.EN));
    }
}
