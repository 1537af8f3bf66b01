package kpi.score;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kpi.data.Rating;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.engine.Outcome;
import kpi.engine.Provenance;
import kpi.model.DimensionRule;
import kpi.model.ScorecardModel;
import kpi.model.ScorecardModel.JudgedDimension;
import kpi.result.Figure;
import kpi.result.JudgedScore;
import kpi.result.Mark;
import kpi.source.Place;
import kpi.unit.Units;
import kpi.value.Absence;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;

/**
 * The judged scores of a KPI: by the rule of the dimension; where it has none, of the ratings those of the latest stage
 * stand, and of these the latest.
 *
 * <p>Nothing is averaged without a rule: several scores are then a problem.
 */
final class JudgedScores {
    private final ScorecardModel model;
    private final ReportingPeriod period;
    private final Map<String, List<Rating>> byKpi;

    JudgedScores(
            ScorecardModel model,
            FactBook book,
            ReportingPeriod period,
            Optional<LocalDate> knownOn,
            boolean hostUndated) {
        this.model = model;
        this.period = period;
        List<Rating> all = new ArrayList<>();
        model.ratings().stream()
                .filter(rating -> rating.period().equals(period))
                .forEach(all::add);
        book.ratings().stream().filter(rating -> rating.period().equals(period)).forEach(all::add);
        if (hostUndated) {
            book.undatedRatings().forEach(rating -> all.add(rating.in(period)));
        }
        all.removeIf(rating -> knownOn.isPresent()
                && rating.date().isPresent()
                && rating.date().get().isAfter(knownOn.get()));
        this.byKpi = all.stream().collect(Collectors.groupingBy(Rating::kpi));
    }

    /** These ratings of the period and no others. */
    JudgedScores(ScorecardModel model, ReportingPeriod period, List<Rating> ratings) {
        this.model = model;
        this.period = period;
        this.byKpi = ratings.stream().collect(Collectors.groupingBy(Rating::kpi));
    }

    /**
     * A score, and how people came to it.
     *
     * @param figure the score as a host reads it
     * @param outcome the same for formulas
     * @param problems what is wrong with the ratings
     * @param judged stage by stage, where the dimension has a rule
     */
    record Judgement(Figure figure, Outcome outcome, List<Problem> problems, Optional<JudgedScore> judged) {
        private static Judgement plain(Figure figure, Outcome outcome) {
            return new Judgement(figure, outcome, figure.reasons(), Optional.empty());
        }
    }

    /** What people gave a KPI in a dimension. */
    Judgement of(String kpi, JudgedDimension dimension) {
        List<Rating> all = byKpi.getOrDefault(kpi, List.of()).stream()
                .filter(rating -> dimension.isNamed(rating.dimension()))
                .toList();
        DimensionRule rule = dimension.rule(period).orElse(null);
        if (rule instanceof DimensionRule.Broken broken) {
            return failed(broken.problem());
        }
        if (!(rule instanceof DimensionRule.Judged judged)) {
            // A score of one criterion is not yet a score of the dimension, and no rule says how they make one.
            return asGiven(
                    kpi,
                    dimension,
                    all.stream().filter(rating -> rating.criterion().isBlank()).toList());
        }
        boolean unstaged = judged.stages().size() > 1;
        List<Rating> given = all.stream()
                .filter(rating -> rating.stage().isBlank()
                        && rating.criterion().isBlank()
                        && rating.scorer().isBlank()
                        && (unstaged || !judged.stages().get(0).isAsGiven()))
                .toList();
        if (given.isEmpty()) {
            return judged(dimension, new RatedDimension(dimension, judged, kpi, period).of(all));
        }
        if (given.size() == all.size()) {
            return asGiven(kpi, dimension, given);
        }
        Rating staged = all.stream()
                .filter(rating -> !given.contains(rating))
                .findFirst()
                .orElseThrow();
        return failed(twoSources(kpi, dimension, given.get(0), shown(staged), Optional.of(staged.place())));
    }

    private static String shown(Rating rating) {
        return (rating.stage() + " " + rating.scorer() + " " + rating.criterion())
                        .strip()
                        .replaceAll(" +", " ") + " " + rating.score();
    }

    /** The problem of a score that is given although it is computed or judged by a rule. */
    private static Problem twoSources(
            String kpi, JudgedDimension dimension, Rating given, String other, Optional<Place> place) {
        Problem.Builder problem = Problem.of(ScoreCode.TWO_SOURCES, given.place())
                .with("what", new LocalText(kpi + " 的" + dimension.zh(), dimension.id() + " of " + kpi))
                .with("first", given.score().toString())
                .with("second", other);
        place.ifPresent(at -> problem.related(at, "other-source", "text", other));
        return problem.build();
    }

    private static Judgement failed(Problem problem) {
        return Judgement.plain(Figure.failed(problem).build(), new Outcome.Failed(problem, Provenance.exact()));
    }

    private Judgement judged(JudgedDimension dimension, RatedDimension.Result result) {
        Figures figures = new Figures(model.calendar());
        Figure figure = figures.of(result.score(), result.before(), Units.POINTS)
                .explained(Optional.of(result.explanation()))
                .build();
        List<JudgedScore.Stage> stages = new ArrayList<>();
        for (RatedStage.Result stage : result.stages()) {
            List<JudgedScore.Scorer> scorers = new ArrayList<>();
            for (RatedStage.Judge judge : stage.judges()) {
                Map<String, Quantity> criteria = new LinkedHashMap<>();
                judge.ratings().forEach((criterion, rating) -> {
                    if (!criterion.isBlank()) {
                        criteria.put(criterion, rating.score());
                    }
                });
                scorers.add(new JudgedScore.Scorer(
                        judge.name(),
                        figures.of(judge.score(), judge.score(), Units.POINTS)
                                .explained(Optional.of(judge.explanation()))
                                .build(),
                        criteria,
                        judge.date(),
                        judge.reason()));
            }
            stages.add(new JudgedScore.Stage(
                    stage.stage().id(),
                    stage.stage().name(),
                    result.standing().filter(stage.stage().id()::equals).isPresent(),
                    figures.of(stage.score(), stage.before(), Units.POINTS)
                            .explained(Optional.of(stage.explanation()))
                            .build(),
                    scorers,
                    stage.agreement(),
                    stage.lacking(),
                    stage.level()));
        }
        return new Judgement(
                figure,
                result.score(),
                result.problems(),
                Optional.of(new JudgedScore(dimension.id(), stages, result.level())));
    }

    private Judgement asGiven(String kpi, JudgedDimension dimension, List<Rating> ratings) {
        Figure figure = score(kpi, dimension, ratings);
        Outcome outcome;
        if (figure.value().isPresent()) {
            Provenance provenance = figure.marks().contains(Mark.PROVISIONAL)
                    ? Provenance.exact().asProvisional()
                    : Provenance.exact();
            outcome = Outcome.of(figure.value().get()).with(provenance);
        } else if (figure.reasons().isEmpty()) {
            outcome = new Outcome.Missing(
                    Absence.NOT_REPORTED,
                    figure.reason().orElseThrow(),
                    Place.input(kpi + " " + dimension.id()),
                    Provenance.exact());
        } else {
            outcome = new Outcome.Failed(figure.reasons().get(0), Provenance.exact());
        }
        return Judgement.plain(figure, outcome);
    }

    private static Figure score(String kpi, JudgedDimension dimension, List<Rating> ratings) {
        LocalText name = new LocalText(dimension.zh(), dimension.id());
        List<Rating> latest = latest(ratings);
        if (latest.isEmpty()) {
            LocalText reason =
                    new LocalText(kpi + " 沒有" + dimension.zh() + "評分", "no " + dimension.id() + " of " + kpi);
            return Figure.absent(Absence.NOT_REPORTED, reason).build();
        }
        Rating first = latest.get(0);
        if (latest.size() > 1) {
            Problem.Builder problem = Problem.of(
                            ScoreCode.SEVERAL_SCORES, latest.get(1).place())
                    .with("kpi", kpi)
                    .with("dimension", name)
                    .with("count", latest.size());
            latest.forEach(rating -> problem.related(
                    rating.place(), "score", "text", rating.score().toString()));
            return Figure.failed(problem.build()).build();
        }
        Figure.Builder figure = Figure.of(first.score());
        if (!Stage.of(first).isDone()) {
            figure.mark(Mark.PROVISIONAL);
        }
        return figure.build();
    }

    private static List<Rating> latest(List<Rating> all) {
        List<Rating> best = new ArrayList<>();
        for (Rating rating : all) {
            int order = best.isEmpty() ? 1 : compare(rating, best.get(0));
            if (order > 0) {
                best.clear();
            }
            if (order >= 0) {
                best.add(rating);
            }
        }
        return best;
    }

    private static int compare(Rating first, Rating second) {
        int byStage = Stage.of(first).compareTo(Stage.of(second));
        return byStage != 0 ? byStage : day(first).compareTo(day(second));
    }

    private static LocalDate day(Rating rating) {
        return rating.date().orElse(LocalDate.MIN);
    }

    /** How far the judging has come; later stages overrule earlier ones. */
    private enum Stage {
        /** No stages are kept: the score as given. */
        AS_GIVEN,
        /** A stage of a name that is not known here. */
        OTHER,
        SELF_ASSESSMENT,
        FIRST_REVIEW,
        FINAL_REVIEW;

        static Stage of(Rating rating) {
            return switch (rating.stage().strip()) {
                case "" -> AS_GIVEN;
                case "自評", "self", "self-assessment" -> SELF_ASSESSMENT;
                case "初核", "first", "first review" -> FIRST_REVIEW;
                case "複核", "final", "final review" -> FINAL_REVIEW;
                default -> OTHER;
            };
        }

        boolean isDone() {
            return this == AS_GIVEN || this == FINAL_REVIEW;
        }
    }
}
