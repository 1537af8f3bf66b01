package kpi.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kpi.number.Exact;
import kpi.source.Span;

/**
 * Which grade (等級) a KPI's actual or attainment earns, as its line rounds it.
 *
 * <p>Refuses bands that overlap or leave a gap between them; the first and the last may be open, and a value beyond a
 * closed end has no grade.
 *
 * @param by the figure that is graded
 * @param bands in the order of the text
 * @param step where the figure is rounded: bands such as 80 to 89 and 90 to 100 meet one step apart; empty where bands
 *     must share their ends
 */
public record GradeRule(Span span, Facet by, List<Band> bands, Optional<Exact> step) {
    public GradeRule {
        Objects.requireNonNull(span, "span");
        bands = List.copyOf(bands);
        Objects.requireNonNull(step, "step");
        if (by == Facet.TARGET) {
            throw new IllTypedException("targets are not graded");
        }
        requireMeeting(bands, step);
    }

    /** With bands that share their ends. */
    public GradeRule(Span span, Facet by, List<Band> bands) {
        this(span, by, bands, Optional.empty());
    }

    /**
     * An end of a band, in the base unit.
     *
     * @param inclusive whether the value itself belongs to the band
     */
    public record Edge(Exact value, boolean inclusive) {
        public Edge {
            Objects.requireNonNull(value, "value");
        }
    }

    /** The values of one grade: {@code 80%以上未滿90%}. */
    public record Band(String label, Optional<Edge> from, Optional<Edge> below) {
        public Band {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(below, "below");
            if (from.isPresent() && below.isPresent()) {
                int order = from.get().value().compareTo(below.get().value());
                boolean one = from.get().inclusive() && below.get().inclusive();
                if (order > 0 || order == 0 && !one) {
                    throw new IllTypedException("the band " + label + " holds no value");
                }
            }
        }

        /** Whether a value lies in it. */
        public boolean holds(Exact value) {
            return from.filter(edge -> beyond(edge, edge.value().compareTo(value)))
                            .isEmpty()
                    && below.filter(edge -> beyond(edge, value.compareTo(edge.value())))
                            .isEmpty();
        }

        private static boolean beyond(Edge edge, int order) {
            return order > 0 || order == 0 && !edge.inclusive();
        }
    }

    /** The grade of a value; empty only beyond a closed end. */
    public Optional<String> of(Exact value) {
        return bands.stream().filter(band -> band.holds(value)).map(Band::label).findFirst();
    }

    /** Of two grades the one that lower figures earn. */
    public String lower(String first, String second) {
        return floor(first).compareTo(floor(second)) <= 0 ? first : second;
    }

    /** Where a grade begins; below everything for one without a beginning. */
    private Floor floor(String label) {
        Band band = bands.stream()
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllTypedException("there is no grade " + label));
        return new Floor(band.from().map(Edge::value));
    }

    private record Floor(Optional<Exact> value) implements Comparable<Floor> {
        @Override
        public int compareTo(Floor other) {
            if (value.isEmpty() || other.value.isEmpty()) {
                return Boolean.compare(value.isPresent(), other.value.isPresent());
            }
            return value.get().compareTo(other.value.get());
        }
    }

    private static void requireMeeting(List<Band> bands, Optional<Exact> step) {
        Set<String> labels = new HashSet<>();
        bands.forEach(band -> labels.add(band.label()));
        if (bands.isEmpty() || labels.size() < bands.size()) {
            throw new IllTypedException("grades have distinct names");
        }
        List<Band> rising = new ArrayList<>(bands);
        rising.sort(Comparator.comparing(
                Band::from,
                Comparator.comparing((Optional<Edge> edge) -> edge.isPresent())
                        .thenComparing(edge -> edge.map(Edge::value).orElse(Exact.ZERO))));
        for (int i = 1; i < rising.size(); i++) {
            Optional<Edge> end = rising.get(i - 1).below();
            Optional<Edge> start = rising.get(i).from();
            if (end.isEmpty() || start.isEmpty() || !meet(end.get(), start.get(), step)) {
                throw new IllTypedException("the bands " + rising.get(i - 1).label() + " and "
                        + rising.get(i).label() + " do not meet");
            }
        }
    }

    private static boolean meet(Edge end, Edge start, Optional<Exact> step) {
        if (end.value().equals(start.value())) {
            return end.inclusive() != start.inclusive();
        }
        return step.isPresent()
                && end.inclusive()
                && start.inclusive()
                && end.value().plus(step.get()).equals(start.value());
    }
}
