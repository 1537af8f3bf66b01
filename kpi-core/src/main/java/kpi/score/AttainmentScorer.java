package kpi.score;

import java.util.Objects;
import java.util.Optional;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.engine.Outcome;
import kpi.engine.Provenance;
import kpi.model.AttainmentRule;
import kpi.model.Facet;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.number.Exact;
import kpi.result.Verdict;
import kpi.source.Place;
import kpi.unit.Units;
import kpi.value.Absence;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import kpi.value.Truth;

/** The attainment of one KPI in one period, by the method that holds there. */
final class AttainmentScorer {
    private final ReportingPeriod period;
    private final Known known;
    private final DoneFigures done;
    private final Engine engine;

    AttainmentScorer(ReportingPeriod period, Known known, DoneFigures done, Engine engine) {
        this.period = Objects.requireNonNull(period, "period");
        this.known = Objects.requireNonNull(known, "known");
        this.done = Objects.requireNonNull(done, "done");
        this.engine = Objects.requireNonNull(engine, "engine");
    }

    /** The method that holds; neither that nor a reason where the KPI has none. */
    record Choice(Optional<AttainmentRule> rule, Optional<Outcome> undecided) {}

    /** The first case whose condition holds, else the method itself; a condition without a value decides nothing. */
    Choice choose(KpiVersion version, Actual actual, Engine.Target planned) {
        if (version.attainment().isEmpty()) {
            return new Choice(Optional.empty(), Optional.empty());
        }
        for (AttainmentRule.Case each : version.attainment().get().cases()) {
            Outcome holds = engine.evaluate(each.condition(), period, known, done.withOwn(actual.value(), planned));
            if (!(holds instanceof Outcome.Present present)) {
                return new Choice(Optional.empty(), Optional.of(holds));
            }
            if (present.present() == Truth.TRUE) {
                return new Choice(Optional.of(each.rule()), Optional.empty());
            }
        }
        return new Choice(version.attainment(), Optional.empty());
    }

    Attainment attainment(KpiModel kpi, KpiVersion version, Choice choice, Actual actual, Engine.Target planned) {
        Optional<Outcome> given = known.given(kpi.id(), Facet.ATTAINMENT, period);
        if (given.isPresent()) {
            return Attainment.without(given.get());
        }
        if (choice.rule().isEmpty()) {
            return Attainment.without(choice.undecided()
                    .orElseGet(() -> none(kpi, new LocalText("沒有目標達成度算法", "there is no method of attainment"))));
        }
        Outcome target = planned.value();
        AttainmentRule rule = choice.rule().get();
        Optional<Problem> refused = AttainmentDomain.refuses(kpi, version, period, rule, actual.value(), target);
        if (refused.isPresent()) {
            return Attainment.without(new Outcome.Failed(
                    refused.get(), actual.value().provenance().and(target.provenance())));
        }
        Attainment attainment = engine.attainment(rule, period, known, done.withOwn(actual.value(), planned));
        if (attainment.exact() instanceof Outcome.Failed failed
                && Figures.number(actual.value()).isPresent()) {
            return AttainmentDomain.explains(kpi, version, period, rule, failed, target)
                    .map(problem -> Attainment.without(new Outcome.Failed(problem, failed.provenance())))
                    .orElse(attainment);
        }
        return attainment;
    }

    /** 100 % where it is attained, 0 % where it is not; without a verdict what the verdict lacks. */
    Attainment yesNo(KpiModel kpi, Choice choice, Actual actual, Engine.Target planned, Verdict verdict) {
        Optional<Outcome> given = known.given(kpi.id(), Facet.ATTAINMENT, period);
        if (given.isPresent()) {
            return Attainment.without(given.get());
        }
        Outcome target = planned.value();
        Outcome share;
        if (verdict == Verdict.UNDECIDED || verdict == Verdict.WITHOUT_TARGET) {
            share = actual.value() instanceof Outcome.Present ? target : actual.value();
            if (share instanceof Outcome.Present) {
                share = planned.undirected().orElseGet(() -> none(kpi, new LocalText("未判定達成與否", "it has no verdict")));
            }
        } else {
            Exact reached = verdict == Verdict.ATTAINED ? Exact.ONE : Exact.ZERO;
            share = new Outcome.Present(
                    Quantity.canonical(reached, Units.PERCENT),
                    actual.value().provenance().and(target.provenance()));
        }
        return engine.attainment(
                choice.rule().orElseThrow(), period, known, done.withAttained(actual.value(), planned, share));
    }

    private static Outcome none(KpiModel kpi, LocalText why) {
        return new Outcome.Missing(Absence.NOT_APPLICABLE, why, Place.of(kpi.span()), Provenance.exact());
    }
}
