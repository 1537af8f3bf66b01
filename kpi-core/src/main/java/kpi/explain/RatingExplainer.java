package kpi.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.engine.Outcome;
import kpi.model.Combination;
import kpi.model.GradeRule;
import kpi.model.ScoreBands;
import kpi.model.Step;
import kpi.number.Exact;
import kpi.source.Span;
import kpi.unit.Units;
import kpi.value.Quantity;

/** Explains judged scores: {@code 80 × 40 % + 75 × 30 % + 85 × 30 % = 80 分}, {@code 平均（80、81、78.4）= 79.8 分 → 80 分}. */
public final class RatingExplainer {
    private static final Shown DIGITS = Shown.WITH_UNIT.in(Units.POINTS).withoutUnit();

    private RatingExplainer() {}

    /** A score that goes into another one: of a criterion, or of a scorer. */
    public record Part(String name, Outcome score, Exact weight) {}

    /** Scores that make one, in the order of the text, and what was done to it. */
    public static Explanation combined(
            String label,
            Optional<Span> rule,
            Combination how,
            List<Part> scores,
            Outcome value,
            List<Step> steps,
            List<Outcome> trail,
            List<Explanation> parts) {
        Line line = scores.size() == 1 && how != Combination.WEIGHTED_MEAN
                ? Line.of(value)
                : Line.of(language -> formula(how, scores, language), value);
        return new Explanation(Optional.of(label), rule, line.in(Units.POINTS), () -> parts).then(steps, trail);
    }

    /** The score of a dimension: that of one of its stages. */
    public static Explanation chosen(
            String label, Optional<Span> rule, String stage, Outcome value, List<Explanation> stages) {
        Line line = Line.of(language -> stage, value).in(Units.POINTS);
        return new Explanation(Optional.of(label), rule, line, () -> stages);
    }

    /** A score that a formula makes of those of the stages. */
    public static Explanation computed(
            String label, Optional<Span> rule, Explanation formula, List<Explanation> stages) {
        Line line = Line.of(formula.outcome()).in(Units.POINTS);
        return new Explanation(
                Optional.of(label), rule, formula.formula().map(line::from).orElse(line), () -> stages);
    }

    /** The same figure, and what it is worth by its band: {@code … = 86.5 分 → 80 分（良，80 分以上，未滿 90 分）}. */
    public static Explanation banded(Explanation figure, ScoreBands.Band band, Outcome worth) {
        return figure.worth(
                worth,
                band.span(),
                language -> band.level()
                                .map(level -> level + (language == Language.ZH_TW ? "，" : ", "))
                                .orElse("")
                        + range(band.range(), language));
    }

    private static String range(GradeRule.Band band, Language language) {
        Optional<String> from =
                band.from().map(edge -> Words.from(points(edge.value(), language), edge.inclusive(), language));
        Optional<String> upTo =
                band.below().map(edge -> Words.upTo(points(edge.value(), language), edge.inclusive(), language));
        return from.isPresent() && upTo.isPresent()
                ? Words.both(from.get(), upTo.get(), language)
                : from.or(() -> upTo).orElse("");
    }

    private static String points(Exact value, Language language) {
        return Shown.WITH_UNIT.result(Outcome.of(Quantity.canonical(value, Units.POINTS)), language);
    }

    /** A score or its lack, with nothing computed. */
    public static Explanation plain(String label, Optional<Span> rule, Outcome value, List<Explanation> parts) {
        return new Explanation(Optional.of(label), rule, Line.of(value).in(Units.POINTS), () -> parts);
    }

    private static String formula(Combination how, List<Part> scores, Language language) {
        List<String> shown = new ArrayList<>();
        for (Part part : scores) {
            String score = DIGITS.operand(part.score(), part.name(), language);
            shown.add(how == Combination.WEIGHTED_MEAN ? score + " × " + weight(part.weight(), language) : score);
        }
        if (how == Combination.WEIGHTED_MEAN) {
            return String.join(" + ", shown);
        }
        boolean chinese = language == Language.ZH_TW;
        return how.name(language)
                + (chinese ? "（" : "(")
                + String.join(chinese ? "、" : ", ", shown)
                + (chinese ? "）" : ")");
    }

    private static String weight(Exact weight, Language language) {
        return Shown.WITH_UNIT.result(Outcome.of(Quantity.canonical(weight, Units.PERCENT)), language);
    }
}
