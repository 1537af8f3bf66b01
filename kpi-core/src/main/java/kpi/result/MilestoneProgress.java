package kpi.result;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kpi.value.Quantity;

/**
 * How far a piece of work has come by its milestones (里程碑), in the order of the text.
 *
 * <pre>{@code
 * result.kpi("FLOWER").milestones().orElseThrow().next();   // 半程
 * }</pre>
 *
 * @param stages every milestone, with its share of the whole and whether it is reached
 * @param counted the id of the one the actual goes by; empty where none counts, so that the actual is 0 %
 * @param next the id of the first that is not reached; empty where all are
 * @param target the id of the one whose share is the target; empty where the target is another figure, or none
 */
public record MilestoneProgress(
        List<Stage> stages, Optional<String> counted, Optional<String> next, Optional<String> target) {
    public MilestoneProgress {
        stages = List.copyOf(stages);
        Objects.requireNonNull(counted, "counted");
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(target, "target");
    }

    /** One milestone; its text is empty where only its id is written. */
    public record Stage(String id, String text, Quantity share, boolean reached) {
        public Stage {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(share, "share");
        }
    }
}
