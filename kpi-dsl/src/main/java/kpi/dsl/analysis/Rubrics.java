package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.DimensionClause;
import kpi.dsl.syntax.Figure;
import kpi.model.Criterion;
import kpi.model.RatingScale;
import kpi.number.Exact;
import kpi.source.Span;
import kpi.unit.Units;
import kpi.value.Quantity;

/** The criteria of a rubric: their weights make 100 %, and the levels of each meet on the scale. */
final class Rubrics {
    private final Scope scope;
    private final RatingScale scale;
    private final Reporter reporter;

    Rubrics(Scope scope, RatingScale scale) {
        this.scope = scope;
        this.scale = scale;
        this.reporter = scope.reporter();
    }

    List<Criterion> read(DimensionClause.Rubric rubric) {
        Map<String, Criterion> criteria = new LinkedHashMap<>();
        Exact sum = Exact.ZERO;
        boolean sound = !rubric.criteria().isEmpty();
        for (DimensionClause.Criterion line : rubric.criteria()) {
            Optional<Exact> weight = figure(line.weight(), Units.PERCENT);
            sound &= weight.isPresent();
            if (weight.isEmpty() || weight.get().signum() < 0) {
                weight.ifPresent(negative -> reporter.report(
                        Problem.of(AnalysisCode.WEIGHT_NEGATIVE, line.weight().span())));
                sound = false;
                continue;
            }
            sum = sum.plus(weight.get());
            Criterion criterion = new Criterion(line.span(), line.name().spelling(), weight.get(), levels(line));
            Criterion earlier = criteria.putIfAbsent(criterion.name(), criterion);
            if (earlier != null) {
                reporter.report(
                        Definitions.duplicate(criterion.name(), line.name().span(), earlier.span()));
            }
        }
        if (sound && !sum.equals(Exact.ONE)) {
            Problem.Builder problem = Problem.of(
                            AnalysisCode.CRITERIA_SUM,
                            rubric.criteria().get(0).weight().span())
                    .with("sum", Quantity.canonical(sum, Units.PERCENT).toString());
            rubric.criteria().stream()
                    .skip(1)
                    .forEach(line -> problem.related(line.weight().span(), "weight"));
            reporter.report(problem);
        }
        if (rubric.criteria().isEmpty()) {
            reporter.report(Problem.of(AnalysisCode.DIMENSION_UNSAID, rubric.span())
                    .with("what", new LocalText("評分標準的項目", "the criteria of the rubric")));
        }
        return List.copyOf(criteria.values());
    }

    private Optional<Exact> figure(Figure figure, kpi.unit.KpiUnit unit) {
        return scope.literals()
                .figure(figure.span(), figure.text(), unit, reporter)
                .map(read -> read.quantity().canonical());
    }

    /** A level with its place in the text. */
    private record Placed(Span span, Criterion.Level level) {}

    private List<Criterion.Level> levels(DimensionClause.Criterion line) {
        List<Placed> levels = new ArrayList<>();
        for (DimensionClause.Level level : line.levels()) {
            Optional<Exact> least = figure(level.least(), Units.POINTS);
            Optional<Exact> most = figure(level.most(), Units.POINTS);
            if (least.isEmpty() || most.isEmpty()) {
                return List.of();
            }
            if (least.get().compareTo(most.get()) > 0) {
                levels(level.span(), new LocalText("下限高於上限", "it runs from a higher score to a lower one"));
                return List.of();
            }
            levels.add(new Placed(
                    level.span(),
                    new Criterion.Level(
                            level.span(), least.get(), most.get(), level.text().text())));
        }
        meet(levels);
        return levels.stream().map(Placed::level).toList();
    }

    /** On a scale of whole scores one level begins one above the other; on any other, where the other ends. */
    private void meet(List<Placed> levels) {
        if (levels.isEmpty()) {
            return;
        }
        List<Placed> sorted = new ArrayList<>(levels);
        sorted.sort(Comparator.comparing(placed -> placed.level().least()));
        Placed lowest = sorted.get(0);
        if (!lowest.level().least().equals(scale.least())) {
            levels(lowest.span(), ends(scale.least(), "最低的等第不從尺度下限 ", " 起", "the lowest level does not begin at ", ""));
        }
        Exact step = scale.whole() ? Exact.ONE : Exact.ZERO;
        for (int i = 1; i < sorted.size(); i++) {
            Exact end = sorted.get(i - 1).level().most();
            Exact next = sorted.get(i).level().least();
            int compared = next.compareTo(end.plus(step));
            if (compared > 0) {
                levels(
                        sorted.get(i).span(),
                        ends(end, "與止於 ", " 的等第之間有空隙", "there is a gap to the level that ends at ", ""));
            } else if (compared < 0) {
                levels(sorted.get(i).span(), ends(end, "與止於 ", " 的等第重疊", "it overlaps the level that ends at ", ""));
            }
        }
        Placed highest = sorted.get(sorted.size() - 1);
        if (!highest.level().most().equals(scale.most())) {
            levels(highest.span(), ends(scale.most(), "最高的等第不止於尺度上限 ", "", "the highest level does not end at ", ""));
        }
    }

    private static LocalText ends(Exact end, String zh, String zhBehind, String en, String enBehind) {
        String shown = Quantity.canonical(end, Units.POINTS).toString();
        return new LocalText(zh + shown + zhBehind, en + shown + enBehind);
    }

    private void levels(Span span, LocalText why) {
        reporter.report(Problem.of(AnalysisCode.LEVELS_MEET, span).with("reason", why));
    }
}
