package kpi.model;

import java.util.Objects;
import java.util.Optional;
import kpi.source.Span;

/**
 * What a node rolls up: a KPI or a node below it.
 *
 * @param id the id of the KPI, also of the one that stands for a node
 * @param name what a reader knows it by
 * @param figure its figure
 * @param weights empty where the method has no weights
 */
public record RollUpChild(Span span, String id, String name, Term figure, Optional<Weights> weights) {
    public RollUpChild {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Terms.requireMeasure(figure);
        Objects.requireNonNull(weights, "weights");
    }
}
