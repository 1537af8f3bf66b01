package kpi.model;

import java.util.List;
import java.util.Objects;
import kpi.source.Span;
import kpi.value.Type;

/** A chain of comparisons, read as mathematics reads {@code 1 < x < 3}: every neighbouring pair must hold. */
public record Comparison(Span span, Term first, List<Link> links) implements Term {
    public Comparison {
        Objects.requireNonNull(span, "span");
        links = List.copyOf(links);
        if (links.isEmpty()) {
            throw new IllTypedException("a comparison compares something");
        }
        Term left = first;
        for (Link link : links) {
            Terms.requireComparable(left.type(), link.right().type());
            if (link.relation().isOrder() && (left.type().isText() || left.type() == Type.TRUTH)) {
                throw new IllTypedException("texts and truths have no order");
            }
            left = link.right();
        }
    }

    /** One step of the chain. */
    public record Link(Relation relation, Span sign, Term right) {
        public Link {
            Objects.requireNonNull(relation, "relation");
            Objects.requireNonNull(sign, "sign");
            Objects.requireNonNull(right, "right");
        }
    }

    @Override
    public Type type() {
        return Type.TRUTH;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.comparison(this);
    }
}
