package kpi.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.engine.Outcome;
import kpi.model.Milestones;
import kpi.model.Milestones.Stage;

/** Explains which milestones are reached, which one counts, and which comes next. */
public final class MilestonesExplainer {
    private MilestonesExplainer() {}

    /**
     * The stated figure as what it comes from: {@code 開工 = 70 %}, and as parts the milestones up to the last that is reached and the
     * next one.
     *
     * @param stated the figure, with its steps
     */
    public static Explanation explain(Milestones rule, Set<String> reached, Explanation stated) {
        Optional<Stage> counted = rule.counted(reached);
        LocalText which = rule.reading() == Milestones.Reading.HIGHEST ? Words.HIGHEST_MILESTONE : Words.LAST_MILESTONE;
        return stated.from(
                language -> counted.map(stage -> which.in(language) + " " + stage.id())
                        .orElse(Words.NO_MILESTONE.in(language)),
                rule.span(),
                parts(rule, reached));
    }

    private static List<Explanation> parts(Milestones rule, Set<String> reached) {
        int last = -1;
        int next = -1;
        for (int i = 0; i < rule.stages().size(); i++) {
            if (reached.contains(rule.stages().get(i).id())) {
                last = i;
            } else if (next < 0) {
                next = i;
            }
        }
        List<Explanation> parts = new ArrayList<>();
        for (int i = 0; i < rule.stages().size(); i++) {
            boolean isReached = reached.contains(rule.stages().get(i).id());
            if (i <= last || i == next) {
                LocalText said = isReached ? Words.REACHED : i == next ? Words.NEXT_MILESTONE : Words.NOT_REACHED;
                parts.add(part(rule.stages().get(i), said));
            }
        }
        return List.copyOf(parts);
    }

    private static Explanation part(Stage stage, LocalText said) {
        String label = stage.text().isEmpty() ? stage.id() : stage.id() + " " + stage.text();
        Line line = Line.of(Outcome.of(stage.share().quantity()))
                .after(language -> said.in(language) + (language == Language.ZH_TW ? "，" : ", "));
        return new Explanation(Optional.of(label), Optional.of(stage.span()), line, List::of);
    }
}
