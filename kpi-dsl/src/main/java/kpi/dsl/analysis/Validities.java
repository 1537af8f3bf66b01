package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.dsl.analysis.KpiAnalysis.Read;
import kpi.dsl.analysis.KpiAnalysis.Stretch;
import kpi.model.KpiVersion;
import kpi.source.Span;
import kpi.value.ReportingPeriod;

/**
 * The versions of a KPI that one stretch of its text amounts to: one more wherever a definition that it uses is replaced by
 * another. Before all of them hold there is none: the KPI is not in force.
 */
final class Validities {
    /** What it costs to read a KPI over again; see {@link Defines.Expansion}. */
    private static final int PARTS_READ_AGAIN = 10;

    private final KpiAnalysis kpi;
    private final Reporter reporter;

    Validities(KpiAnalysis kpi, Reporter reporter) {
        this.kpi = kpi;
        this.reporter = reporter;
    }

    /** @param end where the next stretch begins */
    List<Read> read(Stretch stretch, Optional<ReportingPeriod> end) {
        List<Read> versions = new ArrayList<>();
        Optional<ReportingPeriod> from = stretch.from();
        while (true) {
            Symbols symbols = kpi.symbols(from);
            boolean begins = from.equals(stretch.from());
            Optional<Read> read = kpi.version(
                    stretch.clauses(),
                    from,
                    stretch.name(),
                    begins ? stretch.seriesBreak() : Optional.empty(),
                    symbols);
            Defines defines = symbols.defines();
            Optional<Define> notYet = defines.notYet();
            Optional<ReportingPeriod> next = next(defines, from, end);
            if (notYet.isEmpty()) {
                read.map(found -> broken(found, defines)).ifPresent(versions::add);
            } else {
                tell(stretch, from, next, notYet.get(), read);
            }
            if (next.isEmpty() || reporter.hasErrors()) {
                return versions;
            }
            if (!defines.expansion().spend(PARTS_READ_AGAIN)) {
                reporter.report(Problem.of(AnalysisCode.LIMIT_EXPANSION, stretch.span())
                        .with("name", stretch.name())
                        .with("limit", defines.expansion().most()));
                return versions;
            }
            from = next;
        }
    }

    private static Optional<ReportingPeriod> next(
            Defines defines, Optional<ReportingPeriod> from, Optional<ReportingPeriod> end) {
        return defines.beginnings(false).stream()
                .filter(each ->
                        from.isEmpty() || each.first().isAfter(from.get().first()))
                .filter(each -> end.isEmpty() || each.first().isBefore(end.get().first()))
                .findFirst();
    }

    /** 公式調整: what a definition says of itself holds for the KPIs that use it. */
    private static Read broken(Read read, Defines defines) {
        Optional<Define> changed =
                defines.changed().filter(define -> read.version().seriesBreak().isEmpty());
        if (changed.isEmpty()) {
            return read;
        }
        Define.Since since = changed.get().since().orElseThrow();
        KpiVersion.SeriesBreak seriesBreak = new KpiVersion.SeriesBreak(
                since.changed().orElseThrow(), Optional.of(changed.get().name()), since.span());
        return new Read(read.version().withBreak(seriesBreak), read.symbols());
    }

    /** A stretch that begins at a period needs all it uses from then on; one without a beginning begins when it can. */
    private void tell(
            Stretch stretch,
            Optional<ReportingPeriod> from,
            Optional<ReportingPeriod> next,
            Define notYet,
            Optional<Read> read) {
        ReportingPeriod holds = notYet.since().orElseThrow().from();
        if (stretch.from().isPresent()) {
            report(notYet, stretch.from().get(), Problem.of(AnalysisCode.NOT_YET_DEFINED, stretch.span()));
            return;
        }
        read.ifPresent(found -> dated(found.version()).stream()
                .filter(each -> each.period().first().isBefore(holds.first()))
                .filter(each -> from.isEmpty()
                        || !each.period().first().isBefore(from.get().first()))
                .filter(each -> next.isEmpty()
                        || each.period().first().isBefore(next.get().first()))
                .findFirst()
                .ifPresent(
                        each -> report(notYet, each.period(), Problem.of(AnalysisCode.NOT_YET_DEFINED, each.span()))));
    }

    private void report(Define notYet, ReportingPeriod period, Problem.Builder problem) {
        Define.Since since = notYet.since().orElseThrow();
        reporter.report(problem.with("name", notYet.name())
                .with("from", shown(since.from()))
                .with("period", shown(period))
                .related(since.span(), "defined"));
    }

    private static LocalText shown(ReportingPeriod period) {
        return new LocalText(period.display(Language.ZH_TW), period.display(Language.EN));
    }

    private record Dated(ReportingPeriod period, Span span) {}

    /** What the text says of single periods that only this KPI in force can be about. */
    private static List<Dated> dated(KpiVersion version) {
        List<Dated> all = new ArrayList<>();
        version.targets().forEach((period, target) -> all.add(new Dated(period, target.span())));
        version.asserted().forEach((period, asserted) -> all.add(new Dated(period, asserted.span())));
        all.sort(Comparator.comparing(Dated::period));
        return all;
    }
}
