package kpi.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kpi.source.Span;
import kpi.value.Type;

/** How a KPI's actual comes about before its steps. */
public sealed interface ActualRule
        permits ActualRule.Formula,
                ActualRule.Points,
                ActualRule.RollUp,
                ActualRule.Score,
                ActualRule.ReportedOnly,
                Milestones {

    /** Whether there is anything to compute: a figure that is only ever stated has none. */
    default boolean isComputed() {
        return true;
    }

    /** By a formula. */
    record Formula(Term term) implements ActualRule {
        public Formula {
            Terms.requireMeasure(term);
        }
    }

    /**
     * By points: a base, deductions and bonuses, allotted points, summed in the order of the text.
     *
     * @param items all lines, those of groups among them
     * @param groups lines that stand together, in the order of the text; they do not overlap
     * @param gates what must hold, in the order of the text
     * @param total the limits of the total, one after the other
     */
    record Points(
            Span span, List<PointItem> items, List<PointGroup> groups, List<PointGate> gates, List<PointItem.Cap> total)
            implements ActualRule {
        public Points {
            Objects.requireNonNull(span, "span");
            items = List.copyOf(items);
            groups = List.copyOf(groups);
            gates = List.copyOf(gates);
            total = List.copyOf(total);
            if (items.isEmpty()) {
                throw new IllTypedException("points need an item");
            }
            int next = 0;
            for (PointGroup group : groups) {
                if (group.from() < next || group.to() > items.size()) {
                    throw new IllTypedException("groups of points follow one another");
                }
                next = group.to();
            }
            for (PointGate gate : gates) {
                for (PointGate.Part part : gate.parts()) {
                    if (part.index() < 0 || part.index() >= (part.group() ? groups : items).size()) {
                        throw new IllTypedException("a gate asks for a part that is not there");
                    }
                }
            }
            for (PointItem.Cap cap : total) {
                if (cap.scope() == PointItem.Scope.EACH || cap.of().equals(Optional.of(PointItem.Whole.OTHERS))) {
                    throw new IllTypedException("the total is limited in all, and by nothing that it is made of");
                }
            }
        }

        /** Lines alone. */
        public Points(Span span, List<PointItem> items) {
            this(span, items, List.of(), List.of(), List.of());
        }
    }

    /**
     * By the figures of the children of a node (彙總).
     *
     * @param formula of a node by formula, what it is of its children; empty for the other methods
     * @param missing what a child without a value means
     * @param coverage how much must be there for a figure
     * @param gates what must hold, in the order of the text
     * @param harmless the ids of the children that may not lower the figure (從優計列): it is the larger one of with and
     *     without them
     */
    record RollUp(
            Span span,
            RollUpMethod method,
            Optional<Term> formula,
            List<RollUpChild> children,
            MissingChild missing,
            Optional<CoverageRule> coverage,
            List<Gate> gates,
            Set<String> harmless)
            implements ActualRule {
        public RollUp {
            Objects.requireNonNull(span, "span");
            Objects.requireNonNull(method, "method");
            formula.ifPresent(Terms::requireMeasure);
            children = List.copyOf(children);
            Objects.requireNonNull(coverage, "coverage");
            gates = List.copyOf(gates);
            harmless = Set.copyOf(harmless);
            if (children.isEmpty()) {
                throw new IllTypedException("a node rolls up what is below it");
            }
            if (!missing.fits(method)) {
                throw new IllTypedException(missing + " says nothing about " + method);
            }
            if (formula.isPresent() != (method == RollUpMethod.FORMULA)) {
                throw new IllTypedException("a formula goes with a node by formula, and with nothing else");
            }
            Type type = children.get(0).figure().type();
            for (RollUpChild child : children) {
                if (method != RollUpMethod.FORMULA) {
                    Terms.requireSame(type, child.figure().type());
                }
                if (child.weights().isPresent() != method.isWeighted()) {
                    throw new IllTypedException("weights go with a weighted mean, and with nothing else");
                }
            }
            Set<String> ids = children.stream().map(RollUpChild::id).collect(Collectors.toSet());
            if (!ids.containsAll(harmless) || harmless.containsAll(ids)) {
                throw new IllTypedException("what may do no harm is some of the children, not all");
            }
            if (!harmless.isEmpty() && !method.canHoldHarmless()) {
                throw new IllTypedException(method + " is not the larger one of with and without a child");
            }
        }

        /** By a method over the children, without a formula, where each child may do harm. */
        public RollUp(
                Span span,
                RollUpMethod method,
                List<RollUpChild> children,
                MissingChild missing,
                Optional<CoverageRule> coverage,
                List<Gate> gates) {
            this(span, method, Optional.empty(), children, missing, coverage, gates, Set.of());
        }
    }

    /**
     * The score of another KPI in a dimension (評分面向).
     *
     * @param formula how it is computed; empty where people judge it
     */
    record Score(Span span, String kpi, String dimension, Optional<Term> formula) implements ActualRule {
        public Score {
            Objects.requireNonNull(span, "span");
            Objects.requireNonNull(kpi, "kpi");
            Objects.requireNonNull(dimension, "dimension");
            formula.ifPresent(Terms::requireMeasure);
        }
    }

    /** Nothing is computed: the actual is only ever reported. */
    record ReportedOnly() implements ActualRule {
        @Override
        public boolean isComputed() {
            return false;
        }
    }
}
