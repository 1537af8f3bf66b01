package kpi.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.model.Fold;
import kpi.model.MissingKind;
import kpi.model.PastValue;
import kpi.model.Recalled;
import kpi.model.Window;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.source.Place;
import kpi.value.Absence;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;

/** Works out a value of other periods. */
final class Recall {
    private final PastValue term;
    private final Scope scope;
    private final Optional<Place> row;
    private final BiFunction<Recalled.Joined, ReportingPeriod, Outcome> joins;

    /** @param joins finds the row of another period */
    Recall(
            PastValue term,
            Scope scope,
            Optional<Place> row,
            BiFunction<Recalled.Joined, ReportingPeriod, Outcome> joins) {
        this.joins = joins;
        this.term = term;
        this.scope = scope;
        this.row = row;
    }

    Outcome evaluate(Optional<Outcome> now, BiConsumer<ReportingPeriod, Outcome> heard) {
        if (term.window() instanceof Window.Last last
                && last.grain().filter(grain -> grain != scope.period().grain()).isPresent()) {
            return otherGrain();
        }
        Optional<List<ReportingPeriod>> others = term.window().others(scope.period());
        if (others.isEmpty()) {
            return beforeAnyCalendar();
        }
        if (term.window() instanceof Window.At at && at.period().equals(scope.period())) {
            return now.orElseGet(this::thisPeriodItself);
        }
        if (term.fold() == Fold.FIRST_REPORTED) {
            return firstReported(now.orElseThrow(), others.get(), heard);
        }
        List<Outcome> outcomes = new ArrayList<>();
        Strict needed = new Strict();
        for (ReportingPeriod period : others.get()) {
            Outcome value = recalled(period);
            heard.accept(period, value);
            outcomes.add(value);
            needed.take(value);
        }
        now.ifPresent(value -> {
            outcomes.add(value);
            needed.take(value);
        });
        if (!needed.isComplete()) {
            return needed.absent();
        }
        return term.fold() == Fold.VALUE
                ? Outcomes.relabelled(outcomes.get(0), term.type())
                : folded(outcomes.stream().map(Outcomes::quantity).toList(), needed.provenance());
    }

    private Outcome recalled(ReportingPeriod period) {
        return Outcomes.trusted(
                term.what() instanceof Recalled.Joined joined
                        ? joins.apply(joined, period)
                        : scope.figures().recall(term.what(), period),
                term.what().type(),
                term.span().text());
    }

    /** What was not reported for the whole period may be for its last part. */
    private Outcome firstReported(
            Outcome now, List<ReportingPeriod> others, BiConsumer<ReportingPeriod, Outcome> heard) {
        Outcome found = now;
        for (ReportingPeriod period : others) {
            if (!found.lacks(MissingKind.NOT_REPORTED)) {
                return found;
            }
            Outcome next = recalled(period);
            heard.accept(period, next);
            found = next.lacks(MissingKind.NOT_REPORTED)
                    ? Strict.of(found, next).absent()
                    : next;
        }
        return found;
    }

    private Outcome folded(List<Quantity> values, Provenance provenance) {
        Quantity last = values.get(values.size() - 1);
        try {
            if (term.fold() == Fold.GROWTH) {
                return growth(values.get(0), last, provenance);
            }
            return new Outcome.Present(Outcomes.number(number(values), term.type(), last), provenance);
        } catch (NumberException why) {
            return new Outcome.Failed(EvaluationProblems.past(why, term, values, row), provenance);
        }
    }

    private Exact number(List<Quantity> values) {
        List<Exact> numbers = values.stream().map(Quantity::canonical).toList();
        return switch (term.fold()) {
            case SUM -> sum(numbers);
            case MEAN -> sum(numbers).dividedBy(Exact.of(numbers.size()));
            case LOWEST -> numbers.stream().reduce(Exact::min).orElseThrow();
            case HIGHEST -> numbers.stream().reduce(Exact::max).orElseThrow();
            case VALUE, FIRST_REPORTED, GROWTH ->
                throw new IllegalStateException(term.fold().name());
        };
    }

    private static Exact sum(List<Exact> numbers) {
        return numbers.stream().reduce(Exact.ZERO, Exact::plus);
    }

    private Outcome growth(Quantity before, Quantity now, Provenance provenance) {
        if (before.canonical().signum() < 0) {
            LocalText reason = new LocalText(
                    "基期值為負：" + before.display(Language.ZH_TW),
                    "the earlier value is negative: " + before.display(Language.EN));
            return new Outcome.Missing(Absence.NOT_APPLICABLE, reason, Place.of(term.span()), provenance);
        }
        Exact change = now.canonical().minus(before.canonical());
        return new Outcome.Present(Outcomes.number(change.dividedBy(before.canonical()), term.type()), provenance);
    }

    private Outcome otherGrain() {
        LocalText reason = new LocalText(
                "「" + term.span().text() + "」不能用在" + scope.period().display(Language.ZH_TW),
                "“" + term.span().text() + "” is not for " + scope.period().display(Language.EN));
        return new Outcome.Missing(Absence.NOT_APPLICABLE, reason, Place.of(term.span()), Provenance.exact());
    }

    private Outcome thisPeriodItself() {
        LocalText reason = new LocalText("正在計算的就是這一期", "it is the period that is being computed");
        return new Outcome.Missing(Absence.NOT_APPLICABLE, reason, Place.of(term.span()), Provenance.exact());
    }

    private Outcome beforeAnyCalendar() {
        LocalText reason = new LocalText(
                scope.period().display(Language.ZH_TW) + "之前沒有更早的期別",
                "no calendar reaches that far before " + scope.period().display(Language.EN));
        return new Outcome.Missing(Absence.NOT_REPORTED, reason, Place.of(term.span()), Provenance.exact());
    }
}
