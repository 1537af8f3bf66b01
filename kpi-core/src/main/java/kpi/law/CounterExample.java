package kpi.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;

/**
 * Facts for which a law does not hold, as small as could be found: what is given, what changes, and the figures before and
 * after. Each line of what is given reads as an example of the KPI text gives it.
 */
public record CounterExample(List<LocalText> given, List<LocalText> changed, LocalText found) {
    public CounterExample {
        given = List.copyOf(given);
        changed = List.copyOf(changed);
        Objects.requireNonNull(found, "found");
    }

    /** Its lines. */
    public List<String> lines(Language language) {
        boolean chinese = language == Language.ZH_TW;
        List<String> lines = new ArrayList<>();
        given.forEach(line -> lines.add((chinese ? "設 " : "given ") + line.in(language)));
        changed.forEach(line -> lines.add((chinese ? "改 " : "then ") + line.in(language)));
        lines.add((chinese ? "得 " : "finds ") + found.in(language));
        return lines;
    }

    /** It in one line. */
    public String text(Language language) {
        return String.join(language == Language.ZH_TW ? "；" : "; ", lines(language));
    }
}
