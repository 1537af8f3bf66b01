package kpi.dsl.review;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kpi.model.ColumnTerm;
import kpi.model.DefinitionTerm;
import kpi.model.InputTerm;
import kpi.model.KpiFigure;
import kpi.model.OwnFigure;
import kpi.model.Relation;
import kpi.model.Term;
import kpi.number.Exact;

/** What is asked of things that have one value: bounds of numbers, and texts they are or are not. */
final class Demands {
    private final Map<String, Demand> demands = new HashMap<>();
    private boolean contradiction;

    private static final class Demand {
        private Optional<Exact> least = Optional.empty();
        private boolean aboveLeast;
        private Optional<Exact> most = Optional.empty();
        private boolean belowMost;
        private Optional<String> text = Optional.empty();
        private final Set<String> otherTexts = new HashSet<>();

        void atLeast(Exact bound, boolean above) {
            int order = least.map(bound::compareTo).orElse(1);
            if (order >= 0) {
                aboveLeast = above || order == 0 && aboveLeast;
                least = Optional.of(bound);
            }
        }

        void atMost(Exact bound, boolean below) {
            int order = most.map(bound::compareTo).orElse(-1);
            if (order <= 0) {
                belowMost = below || order == 0 && belowMost;
                most = Optional.of(bound);
            }
        }

        boolean isEmpty() {
            if (least.isEmpty() || most.isEmpty()) {
                return false;
            }
            int order = least.get().compareTo(most.get());
            return order > 0 || order == 0 && (aboveLeast || belowMost);
        }
    }

    /** Something, compared with something else; only a thing compared with a constant says anything. */
    void add(Term thing, Relation relation, Term bound) {
        Optional<String> key = key(thing);
        if (key.isEmpty()) {
            return;
        }
        Demand demand = demands.computeIfAbsent(key.get(), k -> new Demand());
        ConstantNumber.of(bound).ifPresent(number -> add(demand, relation, number));
        ConstantNumber.text(bound).ifPresent(text -> add(demand, relation, text));
        contradiction |= demand.isEmpty();
    }

    private static void add(Demand demand, Relation relation, Exact number) {
        switch (relation) {
            case LESS, AT_MOST -> demand.atMost(number, relation == Relation.LESS);
            case GREATER, AT_LEAST -> demand.atLeast(number, relation == Relation.GREATER);
            case EQUAL -> {
                demand.atMost(number, false);
                demand.atLeast(number, false);
            }
            case NOT_EQUAL -> {
                // Leaves too much open to be followed.
            }
        }
    }

    private void add(Demand demand, Relation relation, String text) {
        if (relation == Relation.EQUAL) {
            contradiction |=
                    demand.text.filter(other -> !other.equals(text)).isPresent() || demand.otherTexts.contains(text);
            demand.text = Optional.of(text);
        } else if (relation == Relation.NOT_EQUAL) {
            contradiction |= demand.text.filter(text::equals).isPresent();
            demand.otherTexts.add(text);
        }
    }

    boolean contradict() {
        return contradiction;
    }

    private static Optional<String> key(Term term) {
        if (term instanceof ColumnTerm column) {
            return Optional.of("column " + column.table() + "." + column.column());
        }
        if (term instanceof InputTerm input) {
            return Optional.of("input " + input.input().name());
        }
        if (term instanceof DefinitionTerm definition) {
            return Optional.of("definition " + definition.definition().name());
        }
        if (term instanceof KpiFigure figure) {
            return Optional.of("kpi " + figure.kpi() + " " + figure.facet());
        }
        return term instanceof OwnFigure own ? Optional.of("own " + own.facet()) : Optional.empty();
    }
}
