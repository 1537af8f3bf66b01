package kpi.model;

import java.util.Objects;
import kpi.number.Exact;
import kpi.number.Rounding;
import kpi.unit.KpiUnit;

/** Where and how a rule rounds; said in the quantity's own unit, so two places of % is 0.01 %. */
public sealed interface RoundingRule {

    /** How ties and remainders go. */
    Rounding mode();

    /** The rounded value of a canonical value. */
    Exact apply(Exact canonical);

    /** To decimal places of the unit. */
    record Places(int places, KpiUnit unit, Rounding mode) implements RoundingRule {
        public Places {
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(mode, "mode");
        }

        @Override
        public Exact apply(Exact canonical) {
            return canonical.dividedBy(unit.scale()).round(places, mode).times(unit.scale());
        }
    }

    /** To a multiple of a canonical step. */
    record Step(Exact step, Rounding mode) implements RoundingRule {
        public Step {
            Objects.requireNonNull(mode, "mode");
            if (step.signum() <= 0) {
                throw new IllTypedException("a rounding step is positive");
            }
        }

        @Override
        public Exact apply(Exact canonical) {
            return canonical.roundToStep(step, mode);
        }
    }
}
