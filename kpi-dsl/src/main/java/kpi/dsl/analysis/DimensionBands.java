package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.ScoreBandsWord;
import kpi.model.GradeRule;
import kpi.model.RatingScale;
import kpi.model.ReviewStage;
import kpi.model.ScoreBands;
import kpi.model.Step;
import kpi.number.Exact;
import kpi.source.Span;
import kpi.unit.Units;
import kpi.value.Quantity;

/**
 * The bands of a judged dimension or of one of its stages. They meet as those of a grade do, hold every figure there can
 * be, and are worth scores of the scale.
 */
final class DimensionBands {
    private final Scope scope;
    private final RatingScale scale;

    DimensionBands(Scope scope, RatingScale scale) {
        this.scope = scope;
        this.scale = scale;
    }

    /** The figures there can be; without an end where nobody knows. */
    record Reach(Optional<Exact> least, Optional<Exact> most) {
        static Reach of(Exact least, Exact most) {
            return new Reach(Optional.of(least), Optional.of(most));
        }

        /** After steps that do not depend on anything else. */
        Reach after(List<Step> steps) {
            return new Reach(
                    after(least, steps, kpi.model.Bound.AT_LEAST), after(most, steps, kpi.model.Bound.AT_MOST));
        }

        private static Optional<Exact> after(Optional<Exact> end, List<Step> steps, kpi.model.Bound bound) {
            Optional<Exact> now = end;
            for (Step step : steps) {
                if (now.isPresent()) {
                    now = now.map(found -> ReviewStage.done(step, found));
                } else if (step instanceof Step.Cap cap && cap.bound() == bound) {
                    // What lies beyond the limit becomes the limit.
                    now = Optional.of(((Quantity) ((kpi.model.Constant) cap.limit()).value()).canonical());
                }
            }
            return now;
        }
    }

    /** Empty where a problem was reported. */
    Optional<ScoreBands> read(ScoreBandsWord word, List<Step> steps, Reach figures) {
        Optional<List<GradeRule.Band>> ranges = new Grades(scope, Units.POINTS, List.of(), List.of())
                .bands(word.bands().stream().map(ScoreBandsWord.Worth::band).toList(), Units.POINTS, steps);
        List<ScoreBands.Band> bands = new ArrayList<>();
        for (int i = 0; i < ranges.map(List::size).orElse(0); i++) {
            band(word.bands().get(i), ranges.get().get(i)).ifPresent(bands::add);
        }
        if (bands.size() < word.bands().size() || !holdsAll(word, bands, figures)) {
            return Optional.empty();
        }
        return Optional.of(new ScoreBands(word.span(), bands));
    }

    private Optional<ScoreBands.Band> band(ScoreBandsWord.Worth written, GradeRule.Band range) {
        Optional<Exact> worth = scope.literals()
                .figure(written.worth().span(), written.worth().text(), Units.POINTS, scope.reporter())
                .map(read -> read.quantity().canonical());
        if (worth.isPresent() && !scale.holds(worth.get())) {
            misfit(written.worth().span(), new LocalText("得分不在尺度內", "what the band is worth is not on the scale"));
            return Optional.empty();
        }
        return worth.map(score -> new ScoreBands.Band(
                written.band().span(), written.level().map(kpi.dsl.syntax.Label::text), range, score));
    }

    private boolean holdsAll(ScoreBandsWord word, List<ScoreBands.Band> bands, Reach figures) {
        int lowest = 0;
        int highest = 0;
        for (int i = 1; i < bands.size(); i++) {
            if (begins(bands.get(i)).compareTo(begins(bands.get(lowest))) < 0) {
                lowest = i;
            }
            if (begins(bands.get(i)).compareTo(begins(bands.get(highest))) > 0) {
                highest = i;
            }
        }
        boolean below = isOpen(bands.get(lowest).range().from(), figures.least(), -1);
        boolean above = isOpen(bands.get(highest).range().below(), figures.most(), 1);
        if (!below) {
            leavesOut(word.bands().get(lowest), figures.least(), true);
        }
        if (!above) {
            leavesOut(word.bands().get(highest), figures.most(), false);
        }
        return below && above;
    }

    private static Begin begins(ScoreBands.Band band) {
        return new Begin(band.range().from().map(GradeRule.Edge::value));
    }

    /** Where a band begins; one without a beginning before all others. */
    private record Begin(Optional<Exact> value) implements Comparable<Begin> {
        @Override
        public int compareTo(Begin other) {
            if (value.isEmpty() || other.value.isEmpty()) {
                return Boolean.compare(value.isPresent(), other.value.isPresent());
            }
            return value.get().compareTo(other.value.get());
        }
    }

    /** Whether no figure lies beyond the end of the outermost band. */
    private static boolean isOpen(Optional<GradeRule.Edge> end, Optional<Exact> reach, int direction) {
        if (end.isEmpty()) {
            return true;
        }
        int order = reach.map(figure -> figure.compareTo(end.get().value()) * direction)
                .orElse(1);
        return order < 0 || order == 0 && end.get().inclusive();
    }

    private void leavesOut(ScoreBandsWord.Worth band, Optional<Exact> reach, boolean below) {
        String figure = reach.map(end -> Quantity.canonical(end, Units.POINTS).toString())
                .orElse("");
        LocalText beyond = below ? new LocalText("更低的分數", "lower figures") : new LocalText("更高的分數", "higher figures");
        LocalText why = figure.isEmpty()
                ? new LocalText(
                        "算式的分數可能在級距之外：" + beyond.zh() + "沒有級距",
                        "the formula may lie beyond the bands: " + beyond.en() + " are in none")
                : new LocalText(
                        "分數可到 " + figure + "，" + beyond.zh() + "沒有級距",
                        "figures go to " + figure + ", and " + beyond.en() + " are in no band");
        misfit(band.band().span(), why);
    }

    private void misfit(Span at, LocalText why) {
        scope.reporter().report(Problem.of(AnalysisCode.DIMENSION_MISFIT, at).with("reason", why));
    }
}
