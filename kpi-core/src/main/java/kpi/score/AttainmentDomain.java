package kpi.score;

import java.util.Optional;
import java.util.stream.Stream;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.engine.Outcome;
import kpi.model.AttainmentMethod;
import kpi.model.AttainmentRule;
import kpi.model.Capped;
import kpi.model.Facet;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.model.Term;
import kpi.model.Undefined;
import kpi.number.Exact;
import kpi.source.Place;
import kpi.value.ReportingPeriod;

/** Where a method of attainment says nothing, and why: a target of zero or below, two ends that are one. */
final class AttainmentDomain {
    private AttainmentDomain() {}

    /** A quotient by a figure below zero has a value, but one that falls as the actual gets better: no figure is better. */
    static Optional<Problem> refuses(
            KpiModel kpi,
            KpiVersion version,
            ReportingPeriod period,
            AttainmentRule rule,
            Outcome actual,
            Outcome target) {
        boolean none = rule.value() instanceof Undefined;
        if (!none && methods(rule).noneMatch(AttainmentDomain::isQuotient)
                || Figures.number(actual).isEmpty()
                || Figures.number(target).isEmpty()) {
            return Optional.empty();
        }
        if (isNegative(target)) {
            return Optional.of(negative(kpi, version, period, rule, Facet.TARGET));
        }
        return methods(rule).anyMatch(AttainmentMethod.INVERSE_RATIO::equals) && isNegative(actual)
                ? Optional.of(negative(kpi, version, period, rule, Facet.ACTUAL))
                : Optional.empty();
    }

    /** What a division by zero means here; empty where the formula is the author's own. */
    static Optional<Problem> explains(
            KpiModel kpi,
            KpiVersion version,
            ReportingPeriod period,
            AttainmentRule rule,
            Outcome.Failed failed,
            Outcome target) {
        Place place = failed.problem().place();
        boolean zero = Figures.number(target).filter(Exact::isZero).isPresent();
        if (zero && rule.method() == AttainmentMethod.BEST_OF && methods(rule).anyMatch(AttainmentDomain::isQuotient)) {
            return Optional.of(about(Problem.of(ScoreCode.ZERO_TARGET, place), kpi, version, period));
        }
        boolean between = switch (rule.method()) {
            case PROGRESS, LINEAR, GOALPOSTS, BEST_OF -> failed.undefined();
            case FORMULA, RATIO, INVERSE_RATIO, MIRRORED_RATIO, CLOSENESS, BANDS, YES_NO -> false;
        };
        if (between) {
            return Optional.of(Problem.of(ScoreCode.NO_DISTANCE, place)
                    .with("kpi", kpi.id())
                    .build());
        }
        boolean none = rule.method() == AttainmentMethod.CLOSENESS ? failed.undefined() : zero;
        return none
                ? Optional.of(about(Problem.of(ScoreCode.ZERO_TARGET, place), kpi, version, period))
                : Optional.empty();
    }

    private static boolean isQuotient(AttainmentMethod method) {
        return switch (method) {
            case RATIO, INVERSE_RATIO, MIRRORED_RATIO -> true;
            case FORMULA, CLOSENESS, BANDS, PROGRESS, LINEAR, GOALPOSTS, YES_NO, BEST_OF -> false;
        };
    }

    /** The method, or each of those that the best is taken of. */
    private static Stream<AttainmentMethod> methods(AttainmentRule rule) {
        return rule.method() == AttainmentMethod.BEST_OF
                ? parts(rule.value()).map(AttainmentMethod::of)
                : Stream.of(rule.method());
    }

    /** What caps hold together: two methods, each perhaps kept between 0 % and 100 %. */
    private static Stream<Term> parts(Term term) {
        return term instanceof Capped capped
                ? Stream.concat(parts(capped.base()), parts(capped.limit()))
                : Stream.of(term);
    }

    private static boolean isNegative(Outcome outcome) {
        return Figures.number(outcome).filter(value -> value.signum() < 0).isPresent();
    }

    private static Problem negative(
            KpiModel kpi, KpiVersion version, ReportingPeriod period, AttainmentRule rule, Facet facet) {
        LocalText what = new LocalText(facet.name(Language.ZH_TW), facet.name(Language.EN));
        return about(
                Problem.of(ScoreCode.NEGATIVE_TARGET, Place.of(rule.span())).with("what", what), kpi, version, period);
    }

    private static Problem about(Problem.Builder problem, KpiModel kpi, KpiVersion version, ReportingPeriod period) {
        problem.with("kpi", kpi.id());
        Optional.ofNullable(version.targets().get(period))
                .ifPresent(stated -> problem.related(stated.span(), "target"));
        return problem.build();
    }
}
