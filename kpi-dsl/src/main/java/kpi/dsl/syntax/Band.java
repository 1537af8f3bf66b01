package kpi.dsl.syntax;

import java.util.List;
import kpi.source.Span;

/** A band of a grade with one edge or two: {@code 甲等 80%以上未滿90%}, {@code "High" 0.700 and above, below 0.800}. */
public record Band(Span span, Label label, List<Edge> edges) implements Node {
    public Band {
        edges = List.copyOf(edges);
        if (edges.isEmpty() || edges.size() > 2) {
            throw new IllegalArgumentException("a band has one edge or two");
        }
    }

    /** Where a band begins or ends, and whether the figure itself is inside. */
    public record Edge(Span span, Side side, Figure figure) implements Node {}

    /** 以上, 超過, 以下, 未滿. */
    public enum Side {
        /** The figure and all above it. */
        AND_ABOVE,
        /** All above the figure, without it. */
        ABOVE,
        /** The figure and all below it. */
        AND_BELOW,
        /** All below the figure, without it. */
        BELOW;

        /** Whether it is the lower edge of a band. */
        public boolean isLower() {
            return this == AND_ABOVE || this == ABOVE;
        }

        /** Whether the figure itself is inside. */
        public boolean isInclusive() {
            return this == AND_ABOVE || this == AND_BELOW;
        }
    }
}
