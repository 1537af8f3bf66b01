package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Band;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.MeasureWord;
import kpi.model.Bound;
import kpi.model.Constant;
import kpi.model.Facet;
import kpi.model.GradeRule;
import kpi.model.RoundingRule;
import kpi.model.Step;
import kpi.number.Exact;
import kpi.source.Span;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.Quantity;

/**
 * The bands of a grade (等級), checked before any data is read: none is empty or beyond the caps of the figure, none
 * overlaps the next, and none leaves a gap to it. Bands of a rounded figure may meet one step apart (80 to 89, 90 and
 * above).
 */
final class Grades {
    private final Scope scope;
    private final KpiUnit unit;
    private final List<Step> actualSteps;
    private final List<Step> attainmentSteps;

    Grades(Scope scope, KpiUnit unit, List<Step> actualSteps, List<Step> attainmentSteps) {
        this.scope = scope;
        this.unit = unit;
        this.actualSteps = actualSteps;
        this.attainmentSteps = attainmentSteps;
    }

    /** The figure that is meant; empty for one that is neither ranked nor graded. */
    static Optional<Facet> facet(Optional<MeasureWord> word, Facet silent) {
        if (word.isEmpty()) {
            return Optional.of(silent);
        }
        return switch (word.get()) {
            case ACTUAL -> Optional.of(Facet.ACTUAL);
            case ATTAINMENT -> Optional.of(Facet.ATTAINMENT);
            case TARGET, ATTAINED_SHARE, MEAN_ATTAINMENT -> Optional.empty();
        };
    }

    /** A band with its ends as values. */
    private record Typed(Band band, GradeRule.Band value, Span from, Span below) {}

    /** Empty where a problem was reported. */
    Optional<GradeRule> read(KpiClause.GradeClause clause) {
        return read(clause.span(), clause.by(), clause.bands());
    }

    /** Bands of any kind, called by their labels; empty where a problem was reported. */
    Optional<GradeRule> read(Span span, Optional<MeasureWord> of, List<Band> written) {
        Optional<Facet> by = facet(of, Facet.ACTUAL);
        if (by.isEmpty()) {
            scope.reporter().report(Problem.of(AnalysisCode.NOT_GRADED, span));
            return Optional.empty();
        }
        boolean actual = by.get() == Facet.ACTUAL;
        List<Step> steps = actual ? actualSteps : attainmentSteps;
        KpiUnit figureUnit = actual ? unit : Units.PERCENT;
        List<Typed> bands = new ArrayList<>();
        Map<String, Span> labels = new LinkedHashMap<>();
        for (Band band : written) {
            Span earlier = labels.putIfAbsent(band.label().text(), band.label().span());
            if (earlier != null) {
                scope.reporter()
                        .report(Definitions.duplicate(
                                band.label().text(), band.label().span(), earlier));
                continue;
            }
            typed(band, figureUnit).ifPresent(bands::add);
        }
        boolean sound = bands.size() == written.size();
        if (!sound) {
            return Optional.empty();
        }
        Optional<Exact> step = step(steps);
        sound = meet(bands, step) & reachable(bands, steps);
        return sound
                ? Optional.of(new GradeRule(
                        span, by.get(), bands.stream().map(Typed::value).toList(), step))
                : Optional.empty();
    }

    /** Bands of another figure, whose labels need not differ; empty where a problem was reported. */
    Optional<List<GradeRule.Band>> bands(List<Band> written, KpiUnit figureUnit, List<Step> steps) {
        List<Typed> bands = new ArrayList<>();
        written.forEach(band -> typed(band, figureUnit).ifPresent(bands::add));
        boolean sound = bands.size() == written.size() && meet(bands, step(steps)) && reachable(bands, steps);
        return sound ? Optional.of(bands.stream().map(Typed::value).toList()) : Optional.empty();
    }

    private Optional<Typed> typed(Band band, KpiUnit figureUnit) {
        Optional<GradeRule.Edge> from = Optional.empty();
        Optional<GradeRule.Edge> below = Optional.empty();
        Span fromSpan = band.label().span();
        Span belowSpan = band.label().span();
        for (Band.Edge edge : band.edges()) {
            Optional<GradeRule.Edge> value = scope.literals()
                    .figure(edge.figure().span(), edge.figure().text(), figureUnit, scope.reporter())
                    .map(figure -> new GradeRule.Edge(
                            figure.quantity().canonical(), edge.side().isInclusive()));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            if (edge.side().isLower() ? from.isPresent() : below.isPresent()) {
                scope.reporter()
                        .report(Problem.of(AnalysisCode.BAND_EDGES, edge.span())
                                .with("band", band.label().text()));
                return Optional.empty();
            }
            if (edge.side().isLower()) {
                from = value;
                fromSpan = edge.span();
            } else {
                below = value;
                belowSpan = edge.span();
            }
        }
        if (from.isPresent() && below.isPresent()) {
            int order = from.get().value().compareTo(below.get().value());
            boolean one = from.get().inclusive() && below.get().inclusive();
            if (order > 0 || order == 0 && !one) {
                scope.reporter()
                        .report(Problem.of(AnalysisCode.BAND_EMPTY, band.span())
                                .with("band", band.label().text()));
                return Optional.empty();
            }
        }
        return Optional.of(new Typed(band, new GradeRule.Band(band.label().text(), from, below), fromSpan, belowSpan));
    }

    private boolean meet(List<Typed> bands, Optional<Exact> step) {
        List<Typed> sorted = new ArrayList<>(bands);
        sorted.sort(Comparator.comparing(Typed::value, Grades::byLowerEnd));
        boolean sound = true;
        for (int i = 0; i + 1 < sorted.size(); i++) {
            sound &= meet(sorted.get(i), sorted.get(i + 1), step);
        }
        return sound;
    }

    private static int byLowerEnd(GradeRule.Band one, GradeRule.Band other) {
        if (one.from().isEmpty() || other.from().isEmpty()) {
            return Boolean.compare(one.from().isPresent(), other.from().isPresent());
        }
        int order = one.from().get().value().compareTo(other.from().get().value());
        return order != 0
                ? order
                : Boolean.compare(
                        other.from().get().inclusive(), one.from().get().inclusive());
    }

    private boolean meet(Typed lower, Typed upper, Optional<Exact> step) {
        if (lower.value().below().isEmpty() || upper.value().from().isEmpty()) {
            report(AnalysisCode.BAND_OVERLAP, lower, upper);
            return false;
        }
        GradeRule.Edge end = lower.value().below().get();
        GradeRule.Edge begin = upper.value().from().get();
        int order = end.value().compareTo(begin.value());
        boolean both = end.inclusive() && begin.inclusive();
        boolean oneStep =
                both && step.filter(begin.value().minus(end.value())::equals).isPresent();
        if (order == 0 && end.inclusive() != begin.inclusive() || oneStep) {
            return true;
        }
        report(order > 0 || order == 0 && both ? AnalysisCode.BAND_OVERLAP : AnalysisCode.BAND_GAP, lower, upper);
        return false;
    }

    private void report(AnalysisCode code, Typed lower, Typed upper) {
        Problem.Builder problem = Problem.of(code, lower.below())
                .with("lower", lower.band().label().text())
                .with("upper", upper.band().label().text())
                .related(upper.from(), "next-band");
        Optional<Band.Edge> begin = upper.band().edges().stream()
                .filter(edge -> edge.side().isLower())
                .findFirst();
        boolean ends = lower.value().below().isPresent();
        if (begin.isPresent() && ends) {
            problem.edit(lower.below(), ending(begin.get(), lower.below().text()));
            lower.band().edges().stream()
                    .filter(edge -> !edge.side().isLower())
                    .findFirst()
                    .ifPresent(end -> problem.edit(
                            upper.from(), beginning(end, upper.from().text())));
        }
        scope.reporter().report(problem);
    }

    /** The upper end that meets a lower one, in the words of the end it replaces. */
    private static String ending(Band.Edge begin, String replaced) {
        String figure = begin.figure().text();
        boolean chinese = replaced.codePoints().anyMatch(Character::isIdeographic);
        if (begin.side().isInclusive()) {
            return chinese ? "未滿" + figure : "below " + figure;
        }
        return chinese ? figure + "以下" : figure + " and below";
    }

    /** The lower end that meets an upper one, in the words of the end it replaces. */
    private static String beginning(Band.Edge end, String replaced) {
        String figure = end.figure().text();
        boolean chinese = replaced.codePoints().anyMatch(Character::isIdeographic);
        if (end.side().isInclusive()) {
            return chinese ? "超過" + figure : "above " + figure;
        }
        return chinese ? figure + "以上" : figure + " and above";
    }

    /** The places the figure is rounded to, where nothing is done to it afterwards. */
    private static Optional<Exact> step(List<Step> steps) {
        if (steps.isEmpty() || !(steps.get(steps.size() - 1) instanceof Step.Round round)) {
            return Optional.empty();
        }
        if (round.rule() instanceof RoundingRule.Places places) {
            return Optional.of(Exact.of(1, places.places()).times(places.unit().scale()));
        }
        return Optional.of(((RoundingRule.Step) round.rule()).step());
    }

    /** No band may lie beyond what the steps of the figure leave. */
    private boolean reachable(List<Typed> bands, List<Step> steps) {
        boolean sound = true;
        for (Step step : steps) {
            if (step instanceof Step.Cap cap
                    && cap.limit() instanceof Constant constant
                    && constant.value() instanceof Quantity limit) {
                for (Typed band : bands) {
                    if (isBeyond(band.value(), cap.bound(), limit.canonical())) {
                        sound = false;
                        scope.reporter()
                                .report(Problem.of(
                                                AnalysisCode.BAND_UNREACHABLE,
                                                band.band().span())
                                        .with("band", band.band().label().text())
                                        .related(cap.span(), "bounded-here"));
                    }
                }
            }
        }
        return sound;
    }

    private static boolean isBeyond(GradeRule.Band band, Bound bound, Exact limit) {
        Optional<GradeRule.Edge> near = bound == Bound.AT_MOST ? band.from() : band.below();
        if (near.isEmpty()) {
            return false;
        }
        int order = near.get().value().compareTo(limit);
        int beyond = bound == Bound.AT_MOST ? order : -order;
        return beyond > 0 || beyond == 0 && !near.get().inclusive();
    }
}
