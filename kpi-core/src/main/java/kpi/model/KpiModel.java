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
        String id,
        String name,
        List<String> aliases,
        Optional<String> owner,
        Optional<String> authority,
        Optional<String> source,
        List<KpiVersion> versions,
        List<Published> published,
        List<Example> examples,
        List<Problem> problems,
        Span span,
        Per per,
        Optional<PublishedColumn> publishedColumn,
        List<LawRule> laws) {
    public KpiModel {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        aliases = List.copyOf(aliases);
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(authority, "authority");
        Objects.requireNonNull(source, "source");
        versions = List.copyOf(versions);
        published = List.copyOf(published);
        examples = List.copyOf(examples);
        problems = List.copyOf(problems);
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(per, "per");
        Objects.requireNonNull(publishedColumn, "publishedColumn");
        laws = List.copyOf(laws);
        versions.forEach(version -> RuleTerms.requireRows(version, per));
        if (publishedColumn.isPresent() && per.isOnce()) {
            throw new IllTypedException("a KPI evaluated once has no column of published figures");
        }
    }

    /** One without laws. */
    public KpiModel(
            String id,
            String name,
            List<String> aliases,
            Optional<String> owner,
            Optional<String> authority,
            Optional<String> source,
            List<KpiVersion> versions,
            List<Published> published,
            List<Example> examples,
            List<Problem> problems,
            Span span,
            Per per,
            Optional<PublishedColumn> publishedColumn) {
        this(
                id,
                name,
                aliases,
                owner,
                authority,
                source,
                versions,
                published,
                examples,
                problems,
                span,
                per,
                publishedColumn,
                List.of());
    }

    /** One that does not say where its data are from. */
    public KpiModel(
            String id,
            String name,
            List<String> aliases,
            Optional<String> owner,
            Optional<String> authority,
            List<KpiVersion> versions,
            List<Published> published,
            List<Example> examples,
            List<Problem> problems,
            Span span,
            Per per,
            Optional<PublishedColumn> publishedColumn) {
        this(
                id,
                name,
                aliases,
                owner,
                authority,
                Optional.empty(),
                versions,
                published,
                examples,
                problems,
                span,
                per,
                publishedColumn);
    }

    /** A KPI evaluated once a period. */
    public KpiModel(
            String id,
            String name,
            List<String> aliases,
            Optional<String> owner,
            Optional<String> authority,
            List<KpiVersion> versions,
            List<Published> published,
            List<Example> examples,
            List<Problem> problems,
            Span span) {
        this(
                id,
                name,
                aliases,
                owner,
                authority,
                versions,
                published,
                examples,
                problems,
                span,
                Per.ONCE,
                Optional.empty());
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
