package kpi.score;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.data.Rating;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.engine.Outcome;
import kpi.engine.Provenance;
import kpi.explain.Explanation;
import kpi.explain.RatingExplainer;
import kpi.explain.RatingExplainer.Part;
import kpi.model.Combination;
import kpi.model.Criterion;
import kpi.model.DimensionRule;
import kpi.model.ReviewStage;
import kpi.model.Step;
import kpi.number.Exact;
import kpi.result.JudgedScore.ScorerAgreement;
import kpi.source.Place;
import kpi.unit.Units;
import kpi.value.Absence;
import kpi.value.Quantity;

/** One stage of judging a KPI in a dimension, from its ratings to its score. */
final class RatedStage {
    private final DimensionRule.Judged rule;
    private final ReviewStage stage;
    private final String kpi;
    private final LocalText dimension;
    private final List<Problem> problems = new ArrayList<>();
    private final List<LocalText> lacking = new ArrayList<>();

    RatedStage(DimensionRule.Judged rule, ReviewStage stage, String kpi, LocalText dimension) {
        this.rule = rule;
        this.stage = stage;
        this.kpi = kpi;
        this.dimension = dimension;
    }

    /**
     * What came out.
     *
     * @param before the score before its steps
     * @param level what it is called, where bands say so
     * @param problems what is wrong with the ratings; then there is no score
     */
    record Result(
            ReviewStage stage,
            Outcome score,
            Outcome before,
            Optional<String> level,
            List<Judge> judges,
            Optional<ScorerAgreement> agreement,
            List<LocalText> lacking,
            List<Problem> problems,
            Explanation explanation) {}

    /** A scorer with ratings by criterion; the empty name is the dimension as a whole. */
    record Judge(String name, Outcome score, Map<String, Rating> ratings, Explanation explanation) {
        Optional<LocalDate> date() {
            return ratings.values().stream()
                    .flatMap(rating -> rating.date().stream())
                    .max(Comparator.naturalOrder());
        }

        String reason() {
            return ratings.values().stream()
                    .map(Rating::reason)
                    .filter(reason -> !reason.isBlank())
                    .distinct()
                    .reduce((one, other) -> one + "；" + other)
                    .orElse("");
        }
    }

    /** The score; {@code earlier} are the stages before it by their ids. */
    Result of(List<Rating> ratings, Map<String, Outcome> earlier) {
        Map<String, Map<String, Rating>> byScorer = sorted(ratings);
        List<Judge> judges = new ArrayList<>();
        byScorer.forEach((scorer, given) -> {
            if (!given.isEmpty()) {
                judges.add(judge(scorer, given));
            }
        });
        List<Judge> complete = judges.stream()
                .filter(judge -> judge.score().value().isPresent())
                .toList();
        absent(byScorer);
        Outcome before = combined(complete);
        List<Outcome> trail = trail(stage.allSteps(), before);
        BandedScore banded = BandedScore.of(stage.bands(), trail.isEmpty() ? before : trail.get(trail.size() - 1));
        Outcome score = banded.score();
        if (before instanceof Outcome.Present) {
            offScale(score, judges.get(0).ratings().values().iterator().next().place());
            check(score, judges, earlier);
        }
        List<Part> parts = complete.stream()
                .map(judge -> new Part(judge.name(), judge.score(), Exact.ONE))
                .toList();
        List<Explanation> of = judges.stream().map(Judge::explanation).toList();
        Optional<Outcome> failed =
                problems.stream().findFirst().map(problem -> new Outcome.Failed(problem, Provenance.exact()));
        Explanation how = failed.isEmpty() && before instanceof Outcome.Present
                ? banded.explained(RatingExplainer.combined(
                        stage.name(),
                        Optional.of(stage.span()),
                        stage.all(),
                        parts,
                        before,
                        stage.allSteps(),
                        trail,
                        of))
                : RatingExplainer.plain(stage.name(), Optional.of(stage.span()), failed.orElse(score), of);
        return new Result(
                stage,
                failed.orElse(score),
                failed.orElse(before),
                failed.isPresent() ? Optional.empty() : banded.level(),
                judges,
                agreement(complete),
                lacking,
                problems,
                how);
    }

    /** The ratings that stand, by scorer and criterion; those that cannot be are problems. */
    private Map<String, Map<String, Rating>> sorted(List<Rating> ratings) {
        Map<String, Map<String, Rating>> found = new LinkedHashMap<>();
        stage.scorers().forEach(scorer -> found.put(scorer, new LinkedHashMap<>()));
        for (Rating rating : ratings) {
            String scorer = rating.scorer().isBlank()
                            && stage.expected() == 1
                            && stage.scorers().size() == 1
                    ? stage.scorers().get(0)
                    : rating.scorer().strip();
            if (!mayJudge(scorer, found)) {
                unknown(rating, new LocalText("評分者", "scorer"), scorer, stage.scorers());
            } else if (!isOfRubric(rating.criterion())) {
                List<String> known = stage.isAsGiven()
                        ? List.of()
                        : rule.rubric().stream().map(Criterion::name).toList();
                unknown(rating, new LocalText("評分項目", "criterion"), rating.criterion(), known);
            } else if (!rule.scale().allows(rating.score().canonical())) {
                problems.add(offScale(rating.score(), rating.place()));
            } else {
                Map<String, Rating> own = found.computeIfAbsent(scorer, name -> new LinkedHashMap<>());
                Rating other = own.put(rating.criterion(), rating);
                if (other != null) {
                    own.put(rating.criterion(), later(other, rating, scorer));
                }
            }
        }
        return found;
    }

    private boolean mayJudge(String scorer, Map<String, Map<String, Rating>> found) {
        if (found.containsKey(scorer)) {
            return true;
        }
        boolean known = stage.scorers().isEmpty() && found.size() < stage.expected();
        return known && (stage.expected() == 1 || !scorer.isBlank());
    }

    private boolean isOfRubric(String criterion) {
        return stage.isAsGiven()
                ? criterion.isBlank()
                : rule.criterion(criterion).isPresent();
    }

    /** A rating of a later day corrects an earlier one; of two of one day none does. */
    private Rating later(Rating first, Rating second, String scorer) {
        LocalDate one = first.date().orElse(LocalDate.MIN);
        LocalDate other = second.date().orElse(LocalDate.MIN);
        if (one.equals(other)) {
            problems.add(about(ScoreCode.RATING_TWICE, second.place())
                    .with("scorer", scorer)
                    .related(first.place(), "score", "text", first.score().toString())
                    .build());
        }
        return one.isAfter(other) ? first : second;
    }

    private void unknown(Rating rating, LocalText what, String name, List<String> known) {
        problems.add(about(ScoreCode.RATING_UNKNOWN, rating.place())
                .with("what", what)
                .with("name", name)
                .with("known", known(known))
                .build());
    }

    private LocalText known(List<String> names) {
        if (!names.isEmpty()) {
            return new LocalText(
                    "可用的有：" + String.join("、", names) + "。", "Known are: " + String.join(", ", names) + ".");
        }
        return stage.isAsGiven()
                ? new LocalText(
                        "「" + stage.name() + "」由 " + stage.expected() + " 位評分者照給分，不分項目。",
                        "\"" + stage.name() + "\" has " + stage.expected()
                                + " scorer(s), who give one score for the whole.")
                : new LocalText(
                        "「" + stage.name() + "」有 " + stage.expected() + " 位評分者，各有名稱。",
                        "\"" + stage.name() + "\" has " + stage.expected() + " scorers, each with a name.");
    }

    private Problem.Builder about(ScoreCode code, Place place) {
        return Problem.of(code, place)
                .with("kpi", kpi)
                .with("dimension", dimension)
                .with("stage", stage.name());
    }

    private Problem offScale(Quantity score, Place place) {
        return about(ScoreCode.RATING_OFF_SCALE, place)
                .with("score", score.toString())
                .with(
                        "least",
                        Quantity.canonical(rule.scale().least(), Units.POINTS).plain())
                .with(
                        "most",
                        Quantity.canonical(rule.scale().most(), Units.POINTS).plain())
                .with("whole", rule.scale().whole() ? new LocalText("整數", "a whole number ") : new LocalText("", ""))
                .build();
    }

    private void offScale(Outcome score, Place place) {
        score.quantity()
                .filter(quantity -> !rule.scale().holds(quantity.canonical()))
                .ifPresent(quantity -> problems.add(offScale(quantity, place)));
    }

    private Judge judge(String scorer, Map<String, Rating> given) {
        if (stage.isAsGiven()) {
            Rating only = given.values().iterator().next();
            Outcome score = Outcome.of(only.score());
            List<Outcome> trail = trail(stage.eachSteps(), score);
            Outcome after = trail.isEmpty() ? score : trail.get(trail.size() - 1);
            Explanation how = RatingExplainer.plain(scorer, Optional.empty(), score, List.of())
                    .then(stage.eachSteps(), trail);
            return new Judge(scorer, after, given, how);
        }
        List<Part> parts = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Criterion criterion : rule.rubric()) {
            Rating rating = given.get(criterion.name());
            if (rating == null) {
                missing.add(criterion.name());
            } else {
                parts.add(new Part(criterion.name(), Outcome.of(rating.score()), criterion.weight()));
            }
        }
        List<Explanation> of = parts.stream().map(this::part).toList();
        if (!missing.isEmpty()) {
            LocalText reason = new LocalText(
                    "「" + stage.name() + "」" + scorer + " 未評：" + String.join("、", missing),
                    "\"" + stage.name() + "\": " + scorer + " did not rate " + String.join(", ", missing));
            lacking.add(reason);
            Outcome none = missing(reason);
            return new Judge(scorer, none, given, RatingExplainer.plain(scorer, Optional.empty(), none, of));
        }
        Outcome score = points(stage.each()
                .of(
                        parts.stream().map(part -> number(part.score())).toList(),
                        parts.stream().map(Part::weight).toList()));
        List<Outcome> trail = trail(stage.eachSteps(), score);
        Explanation how = RatingExplainer.combined(
                scorer, Optional.empty(), stage.each(), parts, score, stage.eachSteps(), trail, of);
        return new Judge(scorer, trail.isEmpty() ? score : trail.get(trail.size() - 1), given, how);
    }

    /** A criterion with its score and what the rubric says of such a score. */
    private Explanation part(Part part) {
        String level = rule.criterion(part.name()).stream()
                .flatMap(criterion -> criterion.levels().stream())
                .filter(each -> each.least().compareTo(number(part.score())) <= 0
                        && number(part.score()).compareTo(each.most()) <= 0)
                .map(each -> "（" + each.text() + "）")
                .findFirst()
                .orElse("");
        return RatingExplainer.plain(part.name() + level, Optional.empty(), part.score(), List.of());
    }

    /** Who has not judged at all. */
    private void absent(Map<String, Map<String, Rating>> byScorer) {
        for (Map.Entry<String, Map<String, Rating>> scorer : byScorer.entrySet()) {
            if (scorer.getValue().isEmpty()) {
                lacking.add(new LocalText(
                        "「" + stage.name() + "」" + scorer.getKey() + " 未評",
                        "\"" + stage.name() + "\": no rating of " + scorer.getKey()));
            }
        }
        int more = stage.expected() - byScorer.size();
        if (more > 0) {
            lacking.add(new LocalText(
                    "「" + stage.name() + "」尚缺 " + more + " 位評分者",
                    "\"" + stage.name() + "\": " + more + " of " + stage.expected() + " scorers have not rated"));
        }
    }

    private Outcome combined(List<Judge> complete) {
        boolean enough = complete.size() >= stage.least();
        boolean all = complete.size() == stage.expected();
        if (!enough || !all && !stage.leaveOut()) {
            return missing(lacking.stream()
                    .reduce((one, other) -> new LocalText(one.zh() + "；" + other.zh(), one.en() + "; " + other.en()))
                    .orElseGet(() -> new LocalText("「" + stage.name() + "」沒有評分", "no rating of " + stage.name())));
        }
        Exact score = stage.all()
                .of(
                        complete.stream().map(judge -> number(judge.score())).toList(),
                        Collections.nCopies(complete.size(), Exact.ONE));
        Outcome found = points(score);
        return all ? found : found.with(found.provenance().asPartial());
    }

    private void check(Outcome score, List<Judge> judges, Map<String, Outcome> earlier) {
        Place place = judges.get(0).ratings().values().iterator().next().place();
        stage.check().departure().ifPresent(limit -> {
            Outcome other = earlier.get(limit.stage());
            String name = rule.stage(limit.stage()).map(ReviewStage::name).orElse(limit.stage());
            if (other == null || other.quantity().isEmpty()) {
                lacking.add(new LocalText(
                        "「" + name + "」沒有得分可與「" + stage.name() + "」比較",
                        "\"" + name + "\" has no score to hold \"" + stage.name() + "\" against"));
            } else if (number(score).minus(number(other)).abs().compareTo(limit.most()) > 0) {
                problems.add(about(ScoreCode.RATING_TOO_FAR, place)
                        .with("score", shown(score))
                        .with("other", shown(other))
                        .with("name", name)
                        .with("most", shown(points(limit.most())))
                        .related(Place.of(limit.span()), "rule")
                        .build());
            }
        });
        for (Judge judge : judges) {
            if (stage.check().reason() && judge.reason().isBlank()) {
                Place of = judge.ratings().values().iterator().next().place();
                problems.add(about(ScoreCode.RATING_NO_REASON, of)
                        .related(Place.of(stage.span()), "rule")
                        .build());
            }
        }
    }

    private static String shown(Outcome score) {
        return score.quantity().map(Quantity::toString).orElse("–");
    }

    private static Optional<ScorerAgreement> agreement(List<Judge> complete) {
        if (complete.size() < 2) {
            return Optional.empty();
        }
        List<Exact> scores =
                complete.stream().map(judge -> number(judge.score())).toList();
        Exact mean = Combination.MEAN.of(scores, List.of());
        List<Exact> deviations =
                scores.stream().map(score -> score.minus(mean).abs()).toList();
        Exact range = Combination.MAX.of(scores, List.of()).minus(Combination.MIN.of(scores, List.of()));
        return Optional.of(new ScorerAgreement(
                Quantity.canonical(range, Units.POINTS),
                Quantity.canonical(Combination.MEAN.of(deviations, List.of()), Units.POINTS)));
    }

    private Outcome missing(LocalText reason) {
        return new Outcome.Missing(Absence.NOT_REPORTED, reason, Place.of(stage.span()), Provenance.exact());
    }

    private static Exact number(Outcome score) {
        return score.quantity().orElseThrow().canonical();
    }

    private static Outcome points(Exact score) {
        return Outcome.of(Quantity.canonical(score, Units.POINTS));
    }

    /** What each step makes of a score. */
    static List<Outcome> trail(List<Step> steps, Outcome score) {
        List<Outcome> trail = new ArrayList<>();
        Outcome now = score;
        for (Step step : steps) {
            Optional<Exact> number = now.quantity().map(Quantity::canonical);
            Provenance provenance = now.provenance();
            now = number.<Outcome>map(
                            found -> points(ReviewStage.done(step, found)).with(provenance))
                    .orElse(now);
            trail.add(now);
        }
        return trail;
    }
}
