package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.model.AttainmentMethod;
import kpi.model.Direction;
import kpi.model.Level;
import kpi.source.Span;

/** Which methods of attainment go with a direction, and which an author is offered where a line leaves it open. */
final class MethodChoices {
    /** The ways published schemes measure less is better: target 5, actual 4 is 125 %, 120 % or 20 %. */
    private static final List<Choice> LOWER = List.of(
            new Choice("target / actual", "目標值 ／ 實際值"),
            new Choice("2 − actual / target", "2 − 實際值 ／ 目標值"),
            new Choice("1 − actual / target", "1 − 實際值 ／ 目標值"));

    private static final List<Choice> HIGHER = List.of(
            new Choice("actual / target", "實際值 ／ 目標值"),
            new Choice("actual / target, at most 100%", "實際值 ／ 目標值，上限 100%"));

    private static final Choice CLOSENESS = new Choice("closeness", "接近度");
    private static final Choice YES_NO = new Choice("yes/no", "是否達成");
    private static final Choice PROGRESS = new Choice("progress from baseline to target", "進度 自 基期值 至 目標值");
    private static final Choice LINEAR = new Choice("linear from threshold to benchmark", "線性 自 門檻值 至 標竿值");

    private static final Choice STANDARD = new Choice("best of achievement and improvement", "擇優 達成表現 與 進步表現");

    private final Predicate<Level> levels;
    private final Direction direction;

    private record Choice(String en, String zh) {
        String in(boolean chinese) {
            return chinese ? zh : en;
        }
    }

    /** @param levels which levels the KPI has */
    MethodChoices(Predicate<Level> levels, Direction direction) {
        this.levels = levels;
        this.direction = direction;
    }

    static boolean isChinese(Span span) {
        return span.text().codePoints().anyMatch(Character::isIdeographic);
    }

    /** Whether a method rises as things get better; a formula of the author's own is the author's to answer for. */
    boolean suits(AttainmentMethod method) {
        return switch (method) {
            case FORMULA, BANDS, YES_NO, BEST_OF -> true;
            case RATIO -> direction == Direction.HIGHER || direction == Direction.NONE;
            case INVERSE_RATIO, MIRRORED_RATIO, GOALPOSTS -> !followsTarget() && direction != Direction.BY_DATA;
            case PROGRESS, LINEAR -> !followsTarget();
            case CLOSENESS -> followsTarget();
        };
    }

    /** Whether an actual may be too high as well as too low. */
    private boolean followsTarget() {
        return direction == Direction.NEAREST || direction == Direction.WITHIN_BAND;
    }

    /** The methods to choose from, in the language of the text. */
    List<String> of(boolean chinese) {
        List<Choice> choices = new ArrayList<>();
        switch (direction) {
            case HIGHER, NONE -> choices.addAll(HIGHER);
            case LOWER -> choices.addAll(LOWER);
            case NEAREST, WITHIN_BAND -> choices.add(CLOSENESS);
            case BY_DATA -> {
                // What divides by the target would have to know which way is better.
            }
        }
        choices.addAll(ofAnySign());
        return choices.stream().map(choice -> choice.in(chinese)).toList();
    }

    /** The methods that hold for a target of zero or below, by the levels that the KPI has. */
    List<String> ofAnySign(boolean chinese) {
        return ofAnySign().stream().map(choice -> choice.in(chinese)).toList();
    }

    private List<Choice> ofAnySign() {
        List<Choice> choices = new ArrayList<>();
        boolean rises = !followsTarget();
        if (rises && has(Level.BASELINE)) {
            choices.add(PROGRESS);
        }
        if (rises && has(Level.THRESHOLD) && has(Level.BENCHMARK)) {
            choices.add(LINEAR);
        }
        if (rises && has(Level.BASELINE) && has(Level.THRESHOLD) && has(Level.BENCHMARK)) {
            choices.add(STANDARD);
        }
        choices.add(YES_NO);
        return choices;
    }

    private LocalText listed(boolean chinese) {
        List<String> offered = of(chinese);
        return new LocalText(String.join("、", offered), String.join(", ", offered));
    }

    private boolean has(Level level) {
        return levels.test(level);
    }

    /** The problem of a method that does not go with the direction, without its edits. */
    Problem.Builder unsuited(Span method, AttainmentMethod which) {
        return direction == Direction.LOWER && which == AttainmentMethod.RATIO
                ? Problem.of(AnalysisCode.LOWER_IS_BETTER, method)
                : Problem.of(AnalysisCode.METHOD_OF_DIRECTION, method)
                        .with("method", method)
                        .with("direction", new LocalText(direction.name(Language.ZH_TW), direction.name(Language.EN)))
                        .with("choices", listed(isChinese(method)));
    }
}
