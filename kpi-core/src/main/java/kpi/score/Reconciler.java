package kpi.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kpi.data.Datum;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.engine.Outcome;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.model.Published;
import kpi.number.Exact;
import kpi.result.Agreement;
import kpi.result.Figure;
import kpi.result.Reconciliation;
import kpi.result.Reconciliation.Finding;
import kpi.unit.Units;
import kpi.value.PrintedQuantity;
import kpi.value.ReportingPeriod;

/** Holds the printed figures of a KPI against the computed ones, and looks for what would give those that contradict. */
final class Reconciler {
    private final ReportingPeriod period;
    private final KnownFacts known;
    private final DoneFigures done;
    private final Engine engine;

    Reconciler(ReportingPeriod period, KnownFacts known, DoneFigures done, Engine engine) {
        this.period = Objects.requireNonNull(period, "period");
        this.known = Objects.requireNonNull(known, "known");
        this.done = Objects.requireNonNull(done, "done");
        this.engine = Objects.requireNonNull(engine, "engine");
    }

    /** The printed figures of the period; those that nothing can be held against become problems. */
    List<Reconciliation> of(Scored scored, List<Problem> problems) {
        List<Reconciliation> all = new ArrayList<>();
        for (Published published : scored.kpi().published()) {
            if (published.period().equals(period) && scored.version().isPresent()) {
                one(scored, scored.version().get(), published, problems).ifPresent(all::add);
            }
        }
        return all;
    }

    private Optional<Reconciliation> one(
            Scored scored, KpiVersion version, Published published, List<Problem> problems) {
        Outcome ours;
        Printed printed;
        switch (published.what()) {
            case ACTUAL -> {
                ours = scored.actual().value();
                printed = Printed.of(published.printed(), version.unit(), version.shownIn());
            }
            case TARGET -> {
                ours = scored.target();
                printed = Printed.of(published.printed(), version.unit(), version.shownIn());
            }
            case ATTAINMENT -> {
                ours = scored.attainment().capped();
                printed = Printed.of(published.printed(), Units.PERCENT, Units.PERCENT);
            }
            default -> {
                return Optional.empty();
            }
        }
        Optional<Exact> value = Figures.number(ours);
        if (value.isEmpty()) {
            problems.add(notReconciled(published, ours));
            return Optional.empty();
        }
        if (printed.fits(value.get())) {
            return Optional.of(reconciliation(published, Agreement.AGREES, Optional.empty()));
        }
        Searched inputs = withinInputs(scored, version, published, printed);
        if (inputs.agreement() == Agreement.WITHIN_INPUT_ROUNDING) {
            return Optional.of(reconciliation(published, inputs.agreement(), Optional.empty()));
        }
        Optional<Finding> finding =
                new FindingSearch(period, known, done, engine, scored, version).search(published, printed);
        Reconciliation held = reconciliation(published, inputs.agreement(), finding);
        return Optional.of(
                inputs.why().isEmpty() ? held : held.because(inputs.why().get()));
    }

    static Reconciliation reconciliation(Published published, Agreement agreement, Optional<Finding> finding) {
        return new Reconciliation(
                published.page(),
                Reconciliation.What.valueOf(published.what().name()),
                published.printed().quantity(),
                published.printed().text(),
                agreement,
                finding,
                published.span());
    }

    private Problem notReconciled(Published published, Outcome ours) {
        Figure figure = new Figures(kpi.value.CalendarKind.ROC)
                .of(ours, ours, Units.NUMBER)
                .build();
        return notReconciled(published, figure);
    }

    static Problem notReconciled(Published published, Figure ours) {
        return Problem.of(ScoreCode.NOT_RECONCILED, published.span())
                .with("page", published.page())
                .with(
                        "what",
                        new LocalText(
                                published.what().name(Language.ZH_TW),
                                published.what().name(Language.EN)))
                .with("printed", published.printed().text())
                .with("reason", new LocalText(ours.display(Language.ZH_TW), ours.display(Language.EN)))
                .build();
    }

    /** What a search behind rounded figures came to, and why where that is no verdict. */
    record Searched(Agreement agreement, Optional<LocalText> why) {
        static final Searched CONTRADICTS = new Searched(Agreement.CONTRADICTS, Optional.empty());

        static Searched by(RoundingSearch search, Leeway leeway) {
            Agreement found = search.in(leeway);
            return new Searched(found, search.why());
        }
    }

    /** Whether inputs and cells that are printed as ours are would give the printed figure. */
    private Searched withinInputs(Scored scored, KpiVersion version, Published published, Printed printed) {
        if (published.what() == Published.What.TARGET || scored.asserted()) {
            return Searched.CONTRADICTS;
        }
        boolean attainment = published.what() == Published.What.ATTAINMENT;
        if (scored.actual().value().provenance().reported()) {
            return attainment ? reportedReaches(scored, version, printed) : Searched.CONTRADICTS;
        }
        Leeway leeway = Leeway.of(known, version, period, Optional.empty(), Optional.empty());
        Effort effort = new Effort(engine.signal());
        RuleRange ranges = new RuleRange(version, period, known, done, engine.quietly(), effort);
        RoundingSearch.Rule rule = new RoundingSearch.Rule() {
            @Override
            public Optional<Exact> figure(List<Exact> shares) {
                Outcome actual = engine.quietly()
                        .compute(version, period, leeway.at(known, shares), done)
                        .value();
                return Figures.number(attainment ? attainment(scored, version, actual) : actual);
            }

            @Override
            public Optional<Range> range(Leeway part) {
                Optional<Range> actual = ranges.actual(part);
                return attainment ? actual.flatMap(range -> ranges.attainment(range, scored.target(), part)) : actual;
            }
        };
        return Searched.by(new RoundingSearch(printed, rule, effort), leeway);
    }

    private Searched reportedReaches(Scored scored, KpiVersion version, Printed printed) {
        KpiModel kpi = scored.kpi();
        Optional<PrintedQuantity> reported =
                known.reportedDatum(kpi, version, period).flatMap(Datum::quantity);
        if (reported.isEmpty()) {
            return Searched.CONTRADICTS;
        }
        Leeway leeway = Leeway.of(reported.get(), period);
        Effort effort = new Effort(engine.signal());
        RuleRange ranges = new RuleRange(version, period, known, done, engine.quietly(), effort);
        RoundingSearch.Rule rule = new RoundingSearch.Rule() {
            @Override
            public Optional<Exact> figure(List<Exact> shares) {
                Outcome stated = MovedInputs.with(scored.actual().before(), leeway.stated(shares), version.unit());
                Outcome actual = engine.quietly()
                        .reported(version, stated, period, known, done)
                        .value();
                return Figures.number(attainment(scored, version, actual));
            }

            @Override
            public Optional<Range> range(Leeway part) {
                return ranges.steps(Range.of(part.stated()), part)
                        .flatMap(range -> ranges.attainment(range, scored.target(), part));
            }
        };
        return Searched.by(new RoundingSearch(printed, rule, effort), leeway);
    }

    private Outcome attainment(Scored scored, KpiVersion version, Outcome actual) {
        return scored.attainment()
                .rule()
                .or(version::attainment)
                .map(rule -> engine.quietly()
                        .attainment(rule, period, known, done.withOwn(actual, scored.planned()))
                        .capped())
                .orElse(actual);
    }
}
