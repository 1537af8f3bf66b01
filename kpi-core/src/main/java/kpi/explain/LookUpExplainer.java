package kpi.explain;

import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.engine.Outcome;
import kpi.engine.Provenance;
import kpi.model.LookUp;
import kpi.model.LookUpIndex;
import kpi.model.LookUpTable;
import kpi.number.Exact;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.NumberRange;
import kpi.value.Quantity;

/** Explains a value that was looked up: the band its number lies in, or the line between two ends. */
final class LookUpExplainer {
    private static final Shown DIGITS = Shown.WITH_UNIT.withoutUnit();

    private LookUpExplainer() {}

    /** Empty where the keys in the formula say it all. */
    static Optional<Explanation> explain(Node node) {
        LookUp term = (LookUp) node.term;
        List<LookUpTable.Key> keys = term.table().keys();
        KpiUnit unit = keys.get(keys.size() - 1).unit().orElse(Units.NUMBER);
        Outcome key = node.below.get(node.below.size() - 1).outcome;
        Optional<Line> line = node.segment
                .filter(segment -> !segment.from().equals(segment.to()))
                .map(segment -> Line.of(
                        l -> proportion(
                                segment, key, unit, term.table().value().unit().orElse(Units.NUMBER), l),
                        node.outcome))
                .or(() -> node.band
                        .flatMap(row -> row.keys().get(keys.size() - 1).within())
                        .filter(range -> !range.isPoint() && key.quantity().isPresent())
                        .map(range -> Line.of(node.outcome)
                                .after(l -> Words.band(
                                        Shown.WITH_UNIT.in(unit).result(key, l), range(range, unit, l), l))));
        return line.map(
                text -> new Explanation(Optional.of(term.table().name()), Optional.of(term.span()), text, List::of));
    }

    /** {@code 51 + (20 − 12.1) / (35.4 − 12.1) × (100 − 51)}. */
    private static String proportion(
            LookUpIndex.Segment segment, Outcome key, KpiUnit unit, KpiUnit valueUnit, Language language) {
        String from = digits(segment.from(), unit, language);
        String low = digits(segment.fromValue(), valueUnit, language);
        String at = key.quantity()
                .map(found -> digits(found.canonical(), unit, language))
                .orElse("");
        return low + " + (" + at + " − " + from + ") / (" + digits(segment.to(), unit, language) + " − " + from
                + ") × (" + digits(segment.toValue(), valueUnit, language) + " − " + low + ")";
    }

    private static String digits(Exact value, KpiUnit unit, Language language) {
        String text = DIGITS.in(unit).result(present(value, unit), language);
        return value.signum() < 0 ? "(" + text + ")" : text;
    }

    private static Outcome present(Exact value, KpiUnit unit) {
        return new Outcome.Present(Quantity.canonical(value, unit), Provenance.exact());
    }

    private static String range(NumberRange range, KpiUnit unit, Language language) {
        Optional<String> low = range.low().map(end -> Shown.WITH_UNIT.result(present(end, unit), language));
        Optional<String> high = range.high().map(end -> Shown.WITH_UNIT.result(present(end, unit), language));
        if (low.isPresent() && high.isPresent() && range.lowIn() && range.highIn()) {
            return low.get() + " – " + high.get();
        }
        String from = low.map(end -> Words.from(end, range.lowIn(), language)).orElse("");
        String to = high.map(end -> Words.upTo(end, range.highIn(), language)).orElse("");
        return from.isEmpty() || to.isEmpty() ? from + to : Words.both(from, to, language);
    }
}
