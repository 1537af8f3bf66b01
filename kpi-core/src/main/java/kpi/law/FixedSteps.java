package kpi.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kpi.model.AttainmentRule;
import kpi.model.Bound;
import kpi.model.Constant;
import kpi.model.Facet;
import kpi.model.KpiVersion;
import kpi.model.Step;
import kpi.model.Term;
import kpi.number.Exact;
import kpi.value.Quantity;

/** The steps of a line where every limit is a figure of the text: what they do to any number. */
final class FixedSteps {
    private final List<UnaryOperator<Exact>> steps;
    private final boolean idempotent;

    private FixedSteps(List<UnaryOperator<Exact>> steps, boolean idempotent) {
        this.steps = List.copyOf(steps);
        this.idempotent = idempotent;
    }

    /** Empty where a limit is computed, and where it depends on the case which steps hold. */
    static Optional<FixedSteps> of(KpiVersion version, Facet of) {
        List<Step> line = of == Facet.ACTUAL
                ? version.actualSteps()
                : version.attainment().map(AttainmentRule::steps).orElse(List.of());
        boolean several = of == Facet.ATTAINMENT
                && version.attainment().filter(rule -> !rule.cases().isEmpty()).isPresent();
        if (several) {
            return Optional.empty();
        }
        List<UnaryOperator<Exact>> steps = new ArrayList<>();
        boolean caps = true;
        for (Step step : line) {
            if (step instanceof Step.Cap cap && fixed(cap.limit()).isPresent()) {
                Exact limit = fixed(cap.limit()).get();
                steps.add(x -> cap.bound() == Bound.AT_MOST ? x.min(limit) : x.max(limit));
            } else if (step instanceof Step.Round round) {
                caps = false;
                steps.add(round.rule()::apply);
            } else if (step instanceof Step.RoundTo round
                    && fixed(round.size()).filter(size -> size.signum() > 0).isPresent()) {
                Exact size = fixed(round.size()).get();
                caps = false;
                steps.add(x -> x.roundToStep(size, round.mode()));
            } else if (!(step instanceof Step.Replace)) {
                return Optional.empty();
            }
        }
        return Optional.of(new FixedSteps(steps, steps.size() <= 1 || caps));
    }

    /** Whether doing them again changes nothing, whatever the number: one step alone, or caps that do not cross. */
    boolean isIdempotent() {
        return idempotent;
    }

    Exact apply(Exact number) {
        Exact value = number;
        for (UnaryOperator<Exact> step : steps) {
            value = step.apply(value);
        }
        return value;
    }

    static Optional<Exact> fixed(Term term) {
        return term instanceof Constant constant && constant.value() instanceof Quantity figure
                ? Optional.of(figure.canonical())
                : Optional.empty();
    }
}
