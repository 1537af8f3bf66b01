package kpi.score;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.engine.FigureSource;
import kpi.engine.KpiRows;
import kpi.engine.Outcome;
import kpi.engine.Provenance;
import kpi.model.Facet;
import kpi.model.Recalled;
import kpi.number.Exact;
import kpi.result.Mark;
import kpi.result.Verdict;
import kpi.source.Place;
import kpi.unit.Units;
import kpi.value.Absence;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;

/**
 * The figures of the KPIs evaluated so far. A KPI without a value makes its dependants wait: they name it, and it alone,
 * however long the chain behind it is.
 */
final class DoneFigures implements FigureSource {
    private final Map<String, Scored> done = new HashMap<>();
    private final Optional<Past> past;
    private final Optional<ReportingPeriod> period;

    /** Figures that need no other period. */
    DoneFigures() {
        this.past = Optional.empty();
        this.period = Optional.empty();
    }

    /** Figures of a period. */
    DoneFigures(Past past, ReportingPeriod period) {
        this.past = Optional.of(past);
        this.period = Optional.of(period);
    }

    void add(Scored scored) {
        done.put(scored.kpi().id(), scored);
    }

    Scored get(String kpi) {
        Scored scored = done.get(kpi);
        if (scored == null) {
            throw new KpiUsageException("the KPI " + kpi + " is not evaluated before those that need it");
        }
        return scored;
    }

    @Override
    public Outcome figure(String kpi, Facet facet) {
        Scored scored = get(kpi);
        Outcome outcome = of(scored, facet);
        if (outcome instanceof Outcome.Missing missing && !isExempt(scored, facet)) {
            LocalText reason = new LocalText("等候指標 " + kpi, "it waits for the KPI " + kpi);
            return missing.because(reason, Place.of(scored.kpi().span()));
        }
        if (outcome instanceof Outcome.Failed failed) {
            return new Outcome.Failed(waitsFor(scored, failed.problem()), failed.provenance(), failed.undefined());
        }
        return outcome;
    }

    @Override
    public boolean isExempt(String kpi, Facet facet) {
        return isExempt(get(kpi), facet);
    }

    private static boolean isExempt(Scored scored, Facet facet) {
        boolean ofTarget = facet == Facet.ATTAINED || facet == Facet.TARGET;
        return ofTarget && scored.verdict() == Verdict.WITHOUT_TARGET;
    }

    static Outcome of(Scored scored, Facet facet) {
        return switch (facet) {
            case ACTUAL -> scored.actual().value();
            case TARGET -> scored.target();
            case TARGET_LOWEST -> scored.planned().lowest();
            case TARGET_HIGHEST -> scored.planned().highest();
            case ATTAINMENT -> scored.attainment().capped();
            case ATTAINED -> attained(scored);
        };
    }

    /** 100 % or 0 %; a KPI without a verdict lacks what its verdict lacks. */
    private static Outcome attained(Scored scored) {
        if (scored.verdict() == Verdict.WITHOUT_TARGET) {
            return scored.target();
        }
        if (scored.verdict() != Verdict.UNDECIDED) {
            Provenance provenance = scored.verdictMarks().contains(Mark.ASSERTED)
                    ? scored.actual().value().provenance().asAsserted()
                    : scored.actual().value().provenance();
            Exact share = scored.verdict() == Verdict.ATTAINED ? Exact.ONE : Exact.ZERO;
            return new Outcome.Present(Quantity.canonical(share, Units.PERCENT), provenance);
        }
        for (Outcome why : List.of(
                scored.actual().value(), scored.target(), scored.attainment().capped())) {
            if (!(why instanceof Outcome.Present)) {
                return why;
            }
        }
        LocalText reason = new LocalText("未判定達成與否", "it has no verdict");
        return new Outcome.Missing(
                Absence.NOT_APPLICABLE, reason, Place.of(scored.kpi().span()), Provenance.exact());
    }

    /** A KPI without a version in force has no rows, either, and one per row may have none for lack of a dataset. */
    @Override
    public Optional<KpiRows> rows(String kpi) {
        Scored scored = done.get(kpi);
        if (scored == null || scored.version().isPresent() && scored.kpi().per().isOnce()) {
            return Optional.empty();
        }
        return Optional.of(scored.rows()
                .<KpiRows>map(KpiRows.Rows::new)
                .orElseGet(() -> new KpiRows.Absent(figure(kpi, Facet.ACTUAL))));
    }

    /** Of a chain the first cause is told: to wait for what waits, too, helps nobody. */
    private static Problem waitsFor(Scored scored, Problem problem) {
        if (problem.kind() == ScoreCode.WAITS_FOR || problem.kind() == ScoreCode.TOO_FAR_BACK) {
            return problem;
        }
        return Problem.of(ScoreCode.WAITS_FOR, scored.kpi().span())
                .with("kpi", scored.kpi().id())
                .with("reason", new LocalText(problem.message(Language.ZH_TW), problem.message(Language.EN)))
                .build();
    }

    @Override
    public Outcome recall(Recalled what, ReportingPeriod other) {
        return past.orElseThrow(() -> new KpiUsageException("no other period was evaluated"))
                .recall(what, other, period.orElseThrow());
    }

    @Override
    public KpiRows recallRows(Recalled.Joined what, ReportingPeriod other) {
        return past.orElseThrow(() -> new KpiUsageException("no other period was evaluated"))
                .rows(what, other, period.orElseThrow());
    }

    /** Own figures exist only where an attainment or a condition is evaluated. */
    @Override
    public Outcome own(Facet facet) {
        throw new KpiUsageException("a formula has no " + facet.name() + " of its own");
    }

    /** The same figures, and those that an attainment may use of its own KPI. */
    FigureSource withOwn(Outcome actual, Engine.Target target) {
        return withOwn(actual, target, () -> own(Facet.ATTAINMENT), () -> own(Facet.ATTAINED));
    }

    /** The same figures, and those that an attainment by verdict uses. */
    FigureSource withAttained(Outcome actual, Engine.Target target, Outcome attained) {
        return withOwn(actual, target, () -> own(Facet.ATTAINMENT), () -> attained);
    }

    /** The same figures, and those that a condition may use of its own KPI. */
    FigureSource withOwn(Outcome actual, Engine.Target target, Outcome attainment) {
        return withOwn(actual, target, () -> attainment, () -> own(Facet.ATTAINED));
    }

    private FigureSource withOwn(
            Outcome actual, Engine.Target target, Supplier<Outcome> attainment, Supplier<Outcome> attained) {
        return new FigureSource() {
            @Override
            public Outcome figure(String kpi, Facet facet) {
                return DoneFigures.this.figure(kpi, facet);
            }

            @Override
            public boolean isExempt(String kpi, Facet facet) {
                return DoneFigures.this.isExempt(kpi, facet);
            }

            @Override
            public Optional<KpiRows> rows(String kpi) {
                return DoneFigures.this.rows(kpi);
            }

            @Override
            public Outcome recall(Recalled what, ReportingPeriod other) {
                return DoneFigures.this.recall(what, other);
            }

            @Override
            public KpiRows recallRows(Recalled.Joined what, ReportingPeriod other) {
                return DoneFigures.this.recallRows(what, other);
            }

            @Override
            public Outcome own(Facet facet) {
                return switch (facet) {
                    case ACTUAL -> actual;
                    case TARGET -> target.value();
                    case TARGET_LOWEST -> target.lowest();
                    case TARGET_HIGHEST -> target.highest();
                    case ATTAINMENT -> attainment.get();
                    case ATTAINED -> attained.get();
                };
            }
        };
    }
}
