package kpi.engine;

import java.util.Optional;
import kpi.diagnostic.LocalText;
import kpi.model.Substitute;
import kpi.source.Place;
import kpi.source.Span;
import kpi.value.Type;

/** What stands in place of values that are missing or undefined. */
final class Gaps {
    private Gaps() {}

    /**
     * What stands in place of an outcome without a value. Where data were missing the result is marked as partial; where
     * the computation has no value there nothing is lacking.
     */
    static Outcome replaced(Outcome without, Outcome by, Optional<Type> type) {
        Provenance before =
                without instanceof Outcome.Missing ? without.provenance().asPartial() : without.provenance();
        return type.map(declared -> Outcomes.relabelled(by, declared))
                .orElse(by)
                .and(before);
    }

    /** Missing still, but as another kind; why it was missing at first is kept behind. */
    static Outcome restated(Outcome without, Substitute.As as, Span rule) {
        Outcome.Missing behind = without instanceof Outcome.Missing missing
                ? missing
                : new Outcome.Missing(
                        as.absence(), new LocalText("無定義", "it is undefined"), Place.of(rule), without.provenance());
        LocalText reason = as.reason()
                .map(text -> new LocalText(text, text))
                .orElseGet(() -> new LocalText("依缺值的規定", "as the rule for what is missing says"));
        Outcome.Missing restated = new Outcome.Missing(as.absence(), reason, Place.of(rule), without.provenance());
        return restated.behind(behind);
    }
}
