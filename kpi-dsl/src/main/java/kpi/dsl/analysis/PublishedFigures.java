package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.Label;
import kpi.dsl.syntax.MeasureWord;
import kpi.dsl.syntax.PublishedEntry;
import kpi.model.KpiVersion;
import kpi.model.Published;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.PrintedQuantity;
import kpi.value.ReportingPeriod;

/** What pages printed (公布值), each figure in the unit of what it claims to be. */
final class PublishedFigures {
    private final Series series;
    private final Literals literals;
    private final Reporter reporter;

    PublishedFigures(Series series, Literals literals, Reporter reporter) {
        this.series = series;
        this.literals = literals;
        this.reporter = reporter;
    }

    List<Published> ofKpi(List<KpiClause.PublishedClause> clauses, List<KpiAnalysis.Read> versions) {
        return read(clauses, (what, period) -> inForce(versions, period));
    }

    List<Published> ofScorecard(List<KpiClause.PublishedClause> clauses) {
        return read(clauses, (what, period) -> Optional.empty());
    }

    /** Finds the KPI version whose unit a figure is in. */
    private interface VersionOf {
        Optional<KpiVersion> find(MeasureWord what, ReportingPeriod period);
    }

    private List<Published> read(List<KpiClause.PublishedClause> clauses, VersionOf versions) {
        List<Published> result = new ArrayList<>();
        for (KpiClause.PublishedClause clause : clauses) {
            for (PublishedEntry entry : clause.entries()) {
                Optional<ReportingPeriod> period = series.period(entry.period());
                if (period.isEmpty()) {
                    continue;
                }
                for (PublishedEntry.PublishedFigure figure : entry.figures()) {
                    Optional<KpiVersion> version = versions.find(figure.what(), period.get());
                    figure(figure, version)
                            .ifPresent(printed -> result.add(new Published(
                                    period.get(),
                                    entry.page().map(Label::text).orElse(""),
                                    what(figure.what()),
                                    figure.relation().map(AimAnalysis::relation),
                                    printed,
                                    figure.span())));
                }
            }
        }
        return result;
    }

    private Optional<PrintedQuantity> figure(PublishedEntry.PublishedFigure figure, Optional<KpiVersion> version) {
        return figure(figure.figure(), figure.what(), version);
    }

    /** {@code 單位 分，印為 %}: a page prints points with a % sign, and it means points. */
    Optional<PrintedQuantity> figure(kpi.dsl.syntax.Figure figure, MeasureWord what, Optional<KpiVersion> version) {
        KpiUnit unit = unit(what, version);
        String text = figure.text();
        if (version.isPresent() && unit.equals(version.get().unit())) {
            KpiUnit shown = version.get().shownIn();
            String sign = shown.symbol();
            boolean otherKind = !shown.dimension().equals(unit.dimension());
            if (otherKind && !sign.isEmpty() && text.strip().replace('％', '%').endsWith(sign)) {
                String bare = text.strip();
                text = bare.substring(0, bare.length() - sign.length());
            }
        }
        return literals.figure(figure.span(), text, unit, reporter);
    }

    private static KpiUnit unit(MeasureWord what, Optional<KpiVersion> version) {
        return switch (what) {
            case ACTUAL, TARGET -> version.map(KpiVersion::unit).orElse(Units.PERCENT);
            case ATTAINMENT, ATTAINED_SHARE, MEAN_ATTAINMENT -> Units.PERCENT;
        };
    }

    static Published.What what(MeasureWord word) {
        return switch (word) {
            case ACTUAL -> Published.What.ACTUAL;
            case TARGET -> Published.What.TARGET;
            case ATTAINMENT -> Published.What.ATTAINMENT;
            case ATTAINED_SHARE -> Published.What.ATTAINED_SHARE;
            case MEAN_ATTAINMENT -> Published.What.MEAN_ATTAINMENT;
        };
    }

    static Optional<KpiVersion> inForce(List<KpiAnalysis.Read> versions, ReportingPeriod period) {
        Optional<KpiVersion> found = Optional.empty();
        for (KpiAnalysis.Read read : versions) {
            if (read.version().from().isEmpty()
                    || read.version().from().get().first().compareTo(period.first()) <= 0) {
                found = Optional.of(read.version());
            }
        }
        return found;
    }
}
