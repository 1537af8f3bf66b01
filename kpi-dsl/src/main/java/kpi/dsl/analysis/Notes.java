package kpi.dsl.analysis;

import java.util.HashMap;
import java.util.Map;
import kpi.diagnostic.Problem;
import kpi.source.Span;

/** The notes that names carry in brackets: one name may not carry two, or they are two names. */
final class Notes {
    private final Map<String, Note> notes = new HashMap<>();

    private record Note(String text, Span span) {}

    void add(String name, String text, Span span, Reporter reporter) {
        Note earlier = notes.putIfAbsent(CanonicalName.of(name), new Note(text, span));
        if (earlier != null && !CanonicalName.of(earlier.text()).equals(CanonicalName.of(text))) {
            reporter.report(Problem.of(AnalysisCode.TWO_NOTES, span)
                    .with("name", name)
                    .with("first", earlier.text())
                    .with("second", text)
                    .related(earlier.span(), "first-note"));
        }
    }
}
