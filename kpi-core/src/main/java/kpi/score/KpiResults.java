package kpi.score;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import kpi.diagnostic.Language;
import kpi.engine.Outcome;
import kpi.explain.Explanation;
import kpi.model.Definition;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.model.Level;
import kpi.model.ScorecardModel;
import kpi.model.Target;
import kpi.number.Exact;
import kpi.result.AimDetails;
import kpi.result.Figure;
import kpi.result.Groups;
import kpi.result.KpiResult;
import kpi.result.LegalFloor;
import kpi.result.Light;
import kpi.result.TargetBand;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import kpi.value.Type;

/** Turns what was scored into what a host reads. */
final class KpiResults {
    private final Figures figures;
    private final Map<String, CardPlace> places;
    private final RolledUps rolledUps;

    KpiResults(ScorecardModel model) {
        this.figures = new Figures(model.calendar());
        this.rolledUps = new RolledUps(figures);
        this.places = CardPlace.of(model.root());
    }

    /** How figures came about; asked for when a host asks. */
    interface Explainer {
        /** Nothing is explained. */
        Explainer NONE = new Explainer() {};

        default Optional<Explanation> actual() {
            return Optional.empty();
        }

        default Optional<Explanation> target() {
            return Optional.empty();
        }

        default Optional<Explanation> attainment() {
            return Optional.empty();
        }

        /** What was found out when the KPI was scored; it holds nothing else of it, and so none of the data. */
        static Explainer of(Scored scored) {
            Optional<Explanation> actual = scored.actual().explanation();
            Optional<Explanation> target = scored.planned().explanation();
            Optional<Explanation> attainment = scored.attainment().explanation();
            return new Explainer() {
                @Override
                public Optional<Explanation> actual() {
                    return actual;
                }

                @Override
                public Optional<Explanation> target() {
                    return target;
                }

                @Override
                public Optional<Explanation> attainment() {
                    return attainment;
                }
            };
        }
    }

    /** One KPI, or one at a row. */
    KpiResult.Builder of(Scored scored, ReportingPeriod period, Explainer how) {
        KpiModel kpi = scored.kpi();
        CardPlace place = places.getOrDefault(kpi.id(), CardPlace.NOWHERE);
        KpiResult.Builder result = KpiResult.of(kpi.id(), kpi.name(), period)
                .particulars(scored.version().map(KpiVersion::particulars).orElse(kpi.particulars()))
                .perspective(place.perspective())
                .objective(place.objective(), place.objectiveName())
                .verdict(scored.verdict(), scored.verdictMarks());
        if (scored.version().isEmpty()) {
            Figure none = figures.of(scored.target(), scored.target(), Units.NUMBER)
                    .because(scored.problems().stream().skip(1).toList())
                    .build();
            return result.actual(none).target(none).attainment(none, none);
        }
        KpiVersion version = scored.version().get();
        version.grade().ifPresent(rule -> result.graded(scored.grade()));
        Attainment attainment = scored.attainment();
        scored.planned().relation().ifPresent(relation -> result.targetRelation(relation.sign()));
        result.targetBand(scored.planned().ends().map(KpiResults::band)).aimDetails(details(scored, version, period));
        return result.version(version.from(), version.name())
                .units(version.unit(), version.shownIn())
                .actual(figures.actual(scored.actual(), version, kpi.id(), how::actual))
                .target(figures.target(scored.target(), version, how::target))
                .attainment(
                        figures.of(attainment.raw(), attainment.exact(), Units.PERCENT)
                                .explained(how::attainment)
                                .build(),
                        figures.of(attainment.capped(), attainment.exact(), Units.PERCENT)
                                .explained(how::attainment)
                                .build())
                .definitions(definitions(scored.actual(), version))
                .rollUp(rolledUps.of(scored))
                .points(scored.actual().points().map(points -> new LinesOfPoints(figures, version.unit()).of(points)))
                .milestones(scored.actual().milestones().map(reached -> reached.progress(scored.target())))
                .light(light(version, scored))
                .legalFloor(legalFloor(version, scored));
    }

    private AimDetails details(Scored scored, KpiVersion version, ReportingPeriod period) {
        Optional<Quantity> tolerance = Figures.number(scored.target())
                .flatMap(target -> version.tolerance()
                        .map(within -> Quantity.canonical(
                                within.around(target),
                                version.unit().dimension().equals(Dimension.PERCENT)
                                        ? Units.PERCENTAGE_POINT
                                        : version.unit())));
        Optional<String> reason =
                Optional.ofNullable(version.targets().get(period)).flatMap(Target::reason);
        Map<String, Figure> levels = new LinkedHashMap<>();
        scored.planned()
                .levels()
                .forEach((level, figure) -> levels.put(
                        level.name(Language.EN).replace(' ', '-'),
                        figures.target(figure.value(), version, figure::explanation)));
        return new AimDetails(reason, tolerance, levels);
    }

    private static TargetBand band(Target.Band band) {
        return new TargetBand(band.from().quantity(), band.to().quantity());
    }

    private static Optional<Light> light(KpiVersion version, Scored scored) {
        return version.light()
                .flatMap(rule -> Figures.number(
                                DoneFigures.of(scored, rule.bands().by()))
                        .flatMap(rule::of))
                .map(lamp -> new Light(lamp.colour(), lamp.word(), lamp.shape()));
    }

    private static Optional<LegalFloor> legalFloor(KpiVersion version, Scored scored) {
        Optional<Exact> actual = Figures.number(scored.actual().value());
        return Optional.ofNullable(scored.planned().levels().get(Level.LEGAL_FLOOR))
                .flatMap(floor -> Figures.number(floor.value()))
                .map(floor -> new LegalFloor(
                        Quantity.canonical(floor, version.unit()),
                        actual.map(reached -> reached.compareTo(floor) >= 0)));
    }

    private Map<String, Figure> definitions(Actual actual, KpiVersion version) {
        Map<String, Figure> found = new LinkedHashMap<>();
        for (Definition definition : version.definitions()) {
            Outcome outcome = actual.definitions().get(definition.name());
            if (outcome != null && definition.type() instanceof Type.Measure measure) {
                KpiUnit unit = outcome.quantity().map(Quantity::unit).orElseGet(() -> Units.basic(measure.dimension()));
                found.put(definition.name(), figures.of(outcome, outcome, unit).build());
            }
        }
        return found;
    }

    /** The rows of a KPI, built one by one when they are asked for. */
    Groups groups(KpiModel kpi, List<String> keyColumns, List<RowAt> rows, Explaining detail) {
        List<RowAt.Data> data = rows.stream().map(RowAt::data).toList();
        IntFunction<KpiResult> results = i -> row(data.get(i), rows.get(i).explainer(detail));
        return new Groups(shape(kpi, keyColumns), data.size(), results, i -> row(data.get(i), Explainer.NONE));
    }

    private static Groups.Shape shape(KpiModel kpi, List<String> keyColumns) {
        return new Groups.Shape(
                keyColumns,
                kpi.versions().stream().anyMatch(version -> version.rank().isPresent()),
                kpi.versions().stream().anyMatch(version -> version.grade().isPresent()),
                kpi.versions().stream().anyMatch(version -> version.light().isPresent()),
                kpi.versions().stream().anyMatch(version -> version.attainment().isPresent()),
                kpi.publishedColumn().isPresent());
    }

    private KpiResult row(RowAt.Data row, Explainer how) {
        return of(row.scored(), row.period(), how)
                .keys(row.keys())
                .rank(row.rank())
                .reconciliations(row.reconciliation().stream().toList())
                .problems(row.scored().problems())
                .build();
    }
}
