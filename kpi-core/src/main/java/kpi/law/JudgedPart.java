package kpi.law;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kpi.model.Criterion;
import kpi.model.DimensionRule;
import kpi.model.RatingScale;
import kpi.model.ReviewStage;
import kpi.number.Exact;

/**
 * One rating that a rule asks for: of a stage, a scorer, a criterion.
 *
 * @param scorer as the text names the scorer, else 評分者1, 評分者2 and so on
 * @param criterion empty where the whole is judged
 * @param turning scores at which the rule turns: the ends of the scale and of the levels of the rubric
 */
record JudgedPart(String stage, String scorer, String criterion, RatingScale scale, List<Exact> turning) {
    /** More are too many to be tried one by one. */
    private static final int MOST = 200;

    JudgedPart {
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(scorer, "scorer");
        Objects.requireNonNull(criterion, "criterion");
        Objects.requireNonNull(scale, "scale");
        turning = List.copyOf(turning);
    }

    /** All that a rule asks for, stage by stage; none if there are very many. */
    static List<JudgedPart> of(DimensionRule.Judged rule) {
        List<JudgedPart> parts = new ArrayList<>();
        for (ReviewStage stage : rule.stages()) {
            long more = (long) stage.expected()
                    * (stage.isAsGiven() ? 1 : rule.rubric().size());
            if (parts.size() + more > MOST) {
                return List.of();
            }
            for (int i = 0; i < stage.expected(); i++) {
                String scorer = stage.scorers().isEmpty()
                        ? "評分者" + (i + 1)
                        : stage.scorers().get(i);
                if (stage.isAsGiven()) {
                    parts.add(new JudgedPart(stage.id(), scorer, "", rule.scale(), turning(rule.scale(), List.of())));
                } else {
                    for (Criterion criterion : rule.rubric()) {
                        List<Exact> turning = turning(rule.scale(), criterion.levels());
                        parts.add(new JudgedPart(stage.id(), scorer, criterion.name(), rule.scale(), turning));
                    }
                }
            }
        }
        return parts;
    }

    private static List<Exact> turning(RatingScale scale, List<Criterion.Level> levels) {
        Set<Exact> turning = new LinkedHashSet<>(List.of(scale.most(), scale.least()));
        for (Criterion.Level level : levels) {
            turning.add(level.least());
            turning.add(level.most());
        }
        return turning.stream().filter(scale::allows).toList();
    }
}
