package kpi.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.source.Span;
import kpi.value.ReportingPeriod;

/**
 * One KPI with its versions in order of time.
 *
 * <p>Refuses with {@link IllTypedException} a rule that uses a cell, a key or a row's figure where {@code per} gives no row
 * or group it could be of.
 *
 * <p>A KPI whose text has errors stays in the program: it has no versions, and {@code problems} say why.
 */
public record KpiModel(
        KpiHead head, Per per, List<KpiVersion> versions, Claims claims, List<Problem> problems, Span span) {
    public KpiModel {
        Objects.requireNonNull(head, "head");
        Objects.requireNonNull(per, "per");
        versions = List.copyOf(versions);
        Objects.requireNonNull(claims, "claims");
        problems = List.copyOf(problems);
        Objects.requireNonNull(span, "span");
        versions.forEach(version -> RuleTerms.requireRows(version, per));
        if (claims.publishedColumn().isPresent() && per.isOnce()) {
            throw new IllTypedException("a KPI evaluated once has no column of published figures");
        }
    }

    /** One whose text could not be understood. */
    public static KpiModel broken(KpiHead head, Per per, Claims claims, List<Problem> problems, Span span) {
        return new KpiModel(head, per, List.of(), claims, problems, span);
    }

    public String id() {
        return head.id();
    }

    public String name() {
        return head.name();
    }

    public List<String> aliases() {
        return head.aliases();
    }

    public Particulars particulars() {
        return head.particulars();
    }

    public List<Published> published() {
        return claims.published();
    }

    public Optional<PublishedColumn> publishedColumn() {
        return claims.publishedColumn();
    }

    public List<Example> examples() {
        return claims.examples();
    }

    public List<Unworked> unworked() {
        return claims.unworked();
    }

    public List<LawRule> laws() {
        return claims.laws();
    }

    public List<Unworked> untried() {
        return claims.untried();
    }

    /** The same, saying something else of what it comes to. */
    public KpiModel with(Claims others) {
        return new KpiModel(head, per, versions, others, problems, span);
    }

    /** Whether its text could not be understood. */
    public boolean isBroken() {
        return versions.isEmpty();
    }

    /** The version in force in a period; empty if the KPI is broken or begins later. */
    public Optional<KpiVersion> version(ReportingPeriod period) {
        Optional<KpiVersion> found = Optional.empty();
        for (KpiVersion version : versions) {
            if (version.from().isEmpty() || version.from().get().first().compareTo(period.first()) <= 0) {
                found = Optional.of(version);
            }
        }
        return found;
    }

    /** The first break of the series after {@code earlier} and up to {@code later}: what forbids comparing the two. */
    public Optional<KpiVersion> breakBetween(ReportingPeriod earlier, ReportingPeriod later) {
        return versions.stream()
                .filter(version -> version.seriesBreak().isPresent())
                .filter(version -> version.from()
                        .filter(from -> from.first().compareTo(earlier.first()) > 0
                                && from.first().compareTo(later.first()) <= 0)
                        .isPresent())
                .findFirst();
    }
}
