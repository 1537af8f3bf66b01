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
import kpi.model.ScorecardModel;
import kpi.model.ScorecardModel.JudgedDimension;
import kpi.result.Figure;
import kpi.result.Mark;
import kpi.value.Absence;
import kpi.value.ReportingPeriod;

/**
 * The judged scores of a KPI: of its ratings those of the latest stage stand, and of these the latest.
 *
 * <p>Nothing is averaged: no rule says how several scorers make one score, so several are a problem.
 */
final class JudgedScores {
    private final ScorecardModel model;
    private final Map<String, List<Rating>> byKpi;

    JudgedScores(ScorecardModel model, FactBook book, ReportingPeriod period, Optional<LocalDate> knownOn) {
        this.model = model;
        List<Rating> all = new ArrayList<>();
        model.ratings().stream()
                .filter(rating -> rating.period().equals(period))
                .forEach(all::add);
        book.ratings().stream().filter(rating -> rating.period().equals(period)).forEach(all::add);
        book.undatedRatings().forEach(rating -> all.add(rating.in(period)));
        // A score of one criterion is not yet a score of the dimension, and no rule says how they make one.
        all.removeIf(rating -> !rating.criterion().isBlank());
        all.removeIf(rating -> knownOn.isPresent()
                && rating.date().isPresent()
                && rating.date().get().isAfter(knownOn.get()));
        this.byKpi = all.stream().collect(Collectors.groupingBy(Rating::kpi));
    }

    /** The scores by the id of the dimension. */
    Map<String, Figure> of(String kpi) {
        Map<String, Figure> scores = new LinkedHashMap<>();
        for (JudgedDimension dimension : model.dimensions()) {
            scores.put(dimension.id(), score(kpi, dimension));
        }
        return scores;
    }

    private Figure score(String kpi, JudgedDimension dimension) {
        LocalText name = new LocalText(dimension.zh(), dimension.id());
        List<Rating> latest = latest(byKpi.getOrDefault(kpi, List.of()).stream()
                .filter(rating -> rating.dimension().equals(dimension.id())
                        || rating.dimension().equals(dimension.zh()))
                .toList());
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
