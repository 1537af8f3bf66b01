package kpi.law;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kpi.law.Known.Way;
import kpi.model.ActualRule;
import kpi.model.AttainmentRule;
import kpi.model.Bound;
import kpi.model.Facet;
import kpi.model.KpiVersion;
import kpi.model.LawRule;
import kpi.model.Per;
import kpi.model.PointItem;
import kpi.model.Step;
import kpi.model.Target;
import kpi.number.Exact;
import kpi.number.Rounding;

/**
 * Proves laws from the formula: bounds by intervals, order by the direction of every part, reordering because aggregates
 * do not see the order of rows, scaling by degrees. What is not proved may still be true.
 */
final class Proof {
    private final Per per;
    private final KpiVersion version;
    private final Demand demand;

    Proof(Per per, KpiVersion version, Demand demand) {
        this.per = per;
        this.version = version;
        this.demand = demand;
    }

    boolean holds(LawRule law) {
        if (law.claim() instanceof LawRule.Within within) {
            Known known = known(Optional.empty(), law.of());
            return within.least()
                            .map(least -> known.low()
                                    .filter(low -> low.compareTo(least.canonical()) >= 0)
                                    .isPresent())
                            .orElse(true)
                    && within.most()
                            .map(most -> known.high()
                                    .filter(high -> high.compareTo(most.canonical()) <= 0)
                                    .isPresent())
                            .orElse(true);
        }
        LawRule.When when = (LawRule.When) law.claim();
        if (when.change() instanceof LawRule.StepsAgain) {
            return FixedSteps.of(version, law.of())
                    .filter(FixedSteps::isIdempotent)
                    .isPresent();
        }
        if (!per.isOnce() && !(per instanceof Per.EachRow && when.change() instanceof LawRule.Rise)) {
            return false;
        }
        if (when.change() instanceof LawRule.Scale scale) {
            return isUnscaled(scale, law.of());
        }
        Way way = known(Optional.of(when.change()), law.of()).way();
        return way == Way.STILL
                || way == Way.UP && when.verdict() == LawRule.Verdict.NEVER_FALLS
                || way == Way.DOWN && when.verdict() == LawRule.Verdict.NEVER_RISES;
    }

    // ---- scaling ----------------------------------------------------------------------------------------------

    private boolean isUnscaled(LawRule.Scale scale, Facet of) {
        boolean actual = version.rule() instanceof ActualRule.Formula formula
                && isZero(new Degrees(scale, false).of(formula.term()))
                && stay(version.actualSteps(), new Degrees(scale, false));
        if (of == Facet.ACTUAL) {
            return actual;
        }
        Degrees degrees = new Degrees(scale, actual && printedTarget().isPresent());
        return attainment()
                .filter(rule -> isZero(degrees.of(rule.value())) && stay(rule.steps(), degrees))
                .isPresent();
    }

    /** The method, where only one can hold. */
    private Optional<AttainmentRule> attainment() {
        return version.attainment().filter(rule -> rule.cases().isEmpty());
    }

    private static boolean isZero(Optional<Integer> degree) {
        return degree.filter(found -> found == 0).isPresent();
    }

    private static boolean stay(List<Step> steps, Degrees degrees) {
        return steps.stream()
                .allMatch(step ->
                        step.needed().map(limit -> isZero(degrees.of(limit))).orElse(true));
    }

    // ---- direction and bounds ---------------------------------------------------------------------------------

    private Optional<Known> printedTarget() {
        return Optional.ofNullable(version.targets().get(demand.period()))
                .flatMap(Target::figure)
                .map(figure -> Known.of(figure.quantity().canonical()));
    }

    private Known known(Optional<LawRule.Change> change, Facet of) {
        Set<String> free = demand.tables().stream().map(table -> table.name()).collect(Collectors.toSet());
        TermReading reading = new TermReading(change, free, Optional.empty(), Optional.empty());
        Known actual = Known.NOTHING;
        if (version.rule() instanceof ActualRule.Formula formula) {
            actual = after(version.actualSteps(), reading.of(formula.term()), reading);
        } else if (version.rule() instanceof ActualRule.Points points) {
            actual = after(version.actualSteps(), points(points, reading, change), reading);
        }
        if (of == Facet.ACTUAL) {
            return actual;
        }
        TermReading own = new TermReading(change, free, Optional.of(actual), printedTarget());
        return attainment()
                .map((AttainmentRule rule) -> after(rule.steps(), own.of(rule.value()), own))
                .orElse(Known.NOTHING);
    }

    private static Known after(List<Step> steps, Known value, TermReading reading) {
        Known known = value;
        for (Step step : steps) {
            if (step instanceof Step.Cap cap) {
                Known limit = reading.of(cap.limit());
                known = cap.bound() == Bound.AT_MOST ? known.atMost(limit) : known.atLeast(limit);
            } else if (step instanceof Step.Round round) {
                known = known.rounded(round.rule()::apply);
            } else if (step instanceof Step.RoundTo round) {
                known = rounded(known, FixedSteps.fixed(round.size()), round.mode());
            } else if (step instanceof Step.Replace replace) {
                known = known.or(reading.of(replace.by()));
            }
        }
        return known;
    }

    private static Known rounded(Known known, Optional<Exact> size, Rounding mode) {
        return size.filter(found -> found.signum() > 0)
                .map(found -> known.rounded(x -> x.roundToStep(found, mode)))
                .orElse(Known.NOTHING);
    }

    private static Known points(ActualRule.Points points, TermReading reading, Optional<LawRule.Change> change) {
        Known total = Known.of(Exact.ZERO);
        for (PointItem item : points.items()) {
            Known amount = item(item, reading, change);
            total = total.plus(item.kind().sign() < 0 ? amount.negate() : amount);
        }
        return total;
    }

    private static Known item(PointItem item, TermReading reading, Optional<LawRule.Change> change) {
        boolean conditional = item.when().isPresent();
        boolean still = item.where().map(where -> reading.of(where).isStill()).orElse(true)
                && item.when().map(when -> reading.of(when).isStill()).orElse(true);
        if (!still) {
            return Known.NOTHING;
        }
        Known amount = capped(item, reading.of(item.amount()), PointItem.Scope.EACH, reading);
        if (item.table().isPresent()) {
            boolean grows = change.filter(LawRule.AddRow.class::isInstance)
                    .filter(add ->
                            ((LawRule.AddRow) add).table().equals(item.table().get()))
                    .isPresent();
            amount = TermReading.sum(amount, grows);
        }
        amount = capped(item, amount, PointItem.Scope.IN_ALL, reading);
        if (!conditional) {
            return amount;
        }
        Known either = amount.or(Known.of(Exact.ZERO));
        return either.going(amount.way());
    }

    private static Known capped(PointItem item, Known amount, PointItem.Scope scope, TermReading reading) {
        Known known = amount;
        for (PointItem.Cap cap : item.caps()) {
            if (cap.scope() == scope) {
                Known limit = reading.of(cap.limit());
                known = cap.bound() == Bound.AT_MOST ? known.atMost(limit) : known.atLeast(limit);
            }
        }
        return known;
    }
}
