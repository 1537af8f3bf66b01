package kpi.model;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kpi.source.Place;
import kpi.source.Span;
import kpi.value.PrintedQuantity;

/**
 * Milestones (里程碑): stages of one piece of work, in order, each with the share of the whole that is done once it is reached.
 *
 * @param stages in the order of the text; their shares rise from above 0 to at most 100 %, and their ids differ
 * @param reading which stage a list of reached ones amounts to; schemes disagree, so the text says it
 * @param reports the lists that the text states, by their place
 */
public record Milestones(Span span, List<Stage> stages, Reading reading, List<Report> reports) implements ActualRule {
    public Milestones {
        Objects.requireNonNull(span, "span");
        stages = List.copyOf(stages);
        Objects.requireNonNull(reading, "reading");
        reports = List.copyOf(reports);
        if (stages.isEmpty()) {
            throw new IllTypedException("there are no milestones");
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < stages.size(); i++) {
            boolean rises = i == 0
                    ? stages.get(0).share().quantity().canonical().signum() > 0
                    : stages.get(i)
                                    .share()
                                    .quantity()
                                    .canonical()
                                    .compareTo(
                                            stages.get(i - 1).share().quantity().canonical())
                            > 0;
            if (!rises || !ids.add(stages.get(i).id())) {
                throw new IllTypedException("shares of milestones rise, and each has a name of its own");
            }
        }
        for (Report report : reports) {
            if (!ids.containsAll(report.reached())) {
                throw new IllTypedException("what is reached is one of the milestones");
            }
        }
    }

    /** One stage: its id, what it is, and how much of the whole is done by then. */
    public record Stage(Span span, String id, String text, PrintedQuantity share) {
        public Stage {
            Objects.requireNonNull(span, "span");
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(share, "share");
        }
    }

    /** Which stage counts. */
    public enum Reading {
        /** The last before the first one that is not reached. */
        LAST_WITHOUT_GAP,
        /** The last that is reached, whatever lies before it. */
        HIGHEST
    }

    /** What a line of the text says is reached. */
    public record Report(Place place, Set<String> reached) {
        public Report {
            Objects.requireNonNull(place, "place");
            reached = Set.copyOf(reached);
        }
    }

    /** What is reached is stated. */
    @Override
    public boolean isComputed() {
        return false;
    }

    /** The stage that counts; empty where none does, which is 0 %. */
    public Optional<Stage> counted(Set<String> reached) {
        return counted(stages, reading, reached);
    }

    /** The same of stages that are not yet put together. */
    public static Optional<Stage> counted(List<Stage> stages, Reading reading, Set<String> reached) {
        Optional<Stage> counted = Optional.empty();
        for (Stage stage : stages) {
            if (reached.contains(stage.id())) {
                counted = Optional.of(stage);
            } else if (reading == Reading.LAST_WITHOUT_GAP) {
                return counted;
            }
        }
        return counted;
    }

    /** The list that is stated at a place. */
    public Optional<Set<String>> reached(Place place) {
        return reports.stream()
                .filter(report -> report.place().equals(place))
                .map(Report::reached)
                .findFirst();
    }
}
