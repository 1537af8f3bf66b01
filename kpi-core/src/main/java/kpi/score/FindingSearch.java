package kpi.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.engine.Outcome;
import kpi.engine.Provenance;
import kpi.model.AttainmentRule;
import kpi.model.KpiVersion;
import kpi.model.Published;
import kpi.model.Step;
import kpi.number.Exact;
import kpi.result.Reconciliation.Finding;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;

/**
 * Looks for what would give a printed figure that contradicts: other printed figures, other rounding. The fewest
 * deviations from the rule win; among equally few the target deviates before the actual, and the actual before the
 * rounding. More than two deviations are not tried: with enough of them anything can be had.
 */
final class FindingSearch {
    private static final int MOST_DEVIATIONS = 2;

    private final ReportingPeriod period;
    private final Known known;
    private final DoneFigures done;
    private final Engine engine;
    private final Scored scored;
    private final KpiVersion version;
    private final Candidates candidates;

    FindingSearch(
            ReportingPeriod period, Known known, DoneFigures done, Engine engine, Scored scored, KpiVersion version) {
        this.period = period;
        this.known = known;
        this.done = done;
        this.engine = engine;
        this.scored = scored;
        this.version = version;
        this.candidates = new Candidates(period, scored, version);
    }

    Optional<Finding> search(Published published, Printed printed) {
        return switch (published.what()) {
            case ACTUAL -> single(printed, candidates.actuals(Optional.empty()), candidates.target());
            case TARGET -> single(printed, candidates.targets(Optional.empty()), candidates.actual());
            case ATTAINMENT -> attainment(published, printed);
            case ATTAINED_SHARE, MEAN_ATTAINMENT -> Optional.empty();
        };
    }

    /** Another figure of the same kind, or the figure of the other kind that stands beside it. */
    private Optional<Finding> single(Printed printed, List<Candidate> same, Optional<Candidate> beside) {
        List<Candidate> all = new ArrayList<>(same);
        beside.ifPresent(all::add);
        return all.stream()
                .filter(candidate -> printed.fits(candidate.value()))
                .findFirst()
                .map(candidate -> new Finding(
                        new LocalText(
                                candidate.number() + "，" + candidate.brief().zh(),
                                candidate.number() + ", " + candidate.brief().en()),
                        candidate.full()));
    }

    private Optional<Finding> attainment(Published published, Printed printed) {
        Optional<AttainmentRule> held = scored.attainment().rule().or(version::attainment);
        if (held.isEmpty() || scored.asserted()) {
            return Optional.empty();
        }
        AttainmentRule rule = held.get();
        List<Trial> trials = new ArrayList<>();
        for (Candidate target : candidates.targets(Optional.of(published.page()))) {
            for (Candidate actual : candidates.actuals(Optional.of(published.page()))) {
                for (Ending ending : Ending.values()) {
                    Trial trial = new Trial(actual, target, ending);
                    if (trial.deviations() > 0 && trial.deviations() <= MOST_DEVIATIONS) {
                        trials.add(trial);
                    }
                }
            }
        }
        trials.sort(Comparator.comparingInt(Trial::deviations));
        return trials.stream()
                .filter(trial -> gives(rule, trial, printed))
                .findFirst()
                .map(trial -> trial.finding(Quotient.of(rule.value())));
    }

    private boolean gives(AttainmentRule rule, Trial trial, Printed printed) {
        AttainmentRule tried =
                new AttainmentRule(rule.span(), rule.value(), trial.ending().steps(rule.steps()));
        Outcome outcome = engine.quietly()
                .attainment(
                        tried,
                        period,
                        known,
                        done.withOwn(
                                present(trial.actual().value()),
                                Engine.Target.of(present(trial.target().value()))))
                .capped();
        return Figures.number(outcome).filter(printed::fits).isPresent();
    }

    private Outcome present(Exact value) {
        return new Outcome.Present(Quantity.canonical(value, version.unit()), Provenance.exact());
    }

    /** One way the printed figure may have come about. */
    private record Trial(Candidate actual, Candidate target, Ending ending) {
        int deviations() {
            return (actual.deviates() ? 1 : 0) + (target.deviates() ? 1 : 0) + (ending == Ending.AS_THE_RULE ? 0 : 1);
        }

        Finding finding(Quotient quotient) {
            LocalText numbers = quotient.of(actual.number(), target.number());
            StringBuilder zh = new StringBuilder(numbers.zh());
            StringBuilder en = new StringBuilder(numbers.en());
            for (Candidate candidate : List.of(actual, target)) {
                if (candidate.deviates()) {
                    zh.append("，").append(candidate.brief().zh());
                    en.append(", ").append(candidate.brief().en());
                }
            }
            String fullZh = numbers.zh() + "：" + actual.full().zh() + "，"
                    + target.full().zh();
            String fullEn = numbers.en() + ": " + actual.full().en() + ", "
                    + target.full().en();
            if (ending != Ending.AS_THE_RULE) {
                zh.append("，").append(ending.text.zh());
                en.append(", ").append(ending.text.en());
                fullZh += "，目標達成度" + ending.text.zh();
                fullEn += ", the attainment " + ending.text.en();
            }
            return new Finding(new LocalText(zh.toString(), en.toString()), new LocalText(fullZh, fullEn));
        }
    }

    /** What is done with the ratio. */
    private enum Ending {
        AS_THE_RULE(new LocalText("", "")),
        TRUNCATED(new LocalText("無條件捨去", "truncated")),
        UNCAPPED(new LocalText("不設上限", "not capped"));

        private final LocalText text;

        Ending(LocalText text) {
            this.text = text;
        }

        List<Step> steps(List<Step> steps) {
            return switch (this) {
                case AS_THE_RULE -> steps;
                case TRUNCATED -> Truncation.of(steps);
                case UNCAPPED -> Engine.withoutCaps(steps);
            };
        }
    }

    /** Words for a year: {@code 110 年}. */
    static LocalText year(ReportingPeriod period) {
        String code = period.code();
        boolean year = code.chars().allMatch(Character::isDigit);
        return new LocalText(year ? code + " 年" : period.display(Language.ZH_TW) + " ", code);
    }
}
