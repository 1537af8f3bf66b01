package kpi.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kpi.model.Aggregation;
import kpi.model.Capped;
import kpi.model.ColumnTerm;
import kpi.model.Conditional;
import kpi.model.Constant;
import kpi.model.DefinitionTerm;
import kpi.model.GroupKey;
import kpi.model.InputTerm;
import kpi.model.JoinedColumn;
import kpi.model.JoinedFigure;
import kpi.model.KpiFigure;
import kpi.model.OwnFigure;
import kpi.model.Rounded;
import kpi.model.RowFigure;
import kpi.model.Term;
import kpi.source.Place;
import kpi.source.Span;
import kpi.value.Truth;

/** Explains terms: their formula with values, and what these values come from. */
final class TermExplainer {
    private final Tracer tracer;

    TermExplainer(Tracer tracer) {
        this.tracer = tracer;
    }

    /** The explanation of a term on its own. */
    Explanation explain(Node node) {
        Term term = node.term;
        if (term instanceof DefinitionTerm use) {
            return tracer.root(use.definition().value())
                    .map(this::explain)
                    .orElseGet(() -> new Explanation(
                            Optional.empty(), Optional.of(use.definition().span()), Line.of(node.outcome), List::of))
                    .named(use.definition().name());
        }
        if (term instanceof Aggregation aggregation) {
            Line line = Line.of(l -> Words.rows(aggregation.aggregate(), node.rowCount, node.leftOut, l), node.outcome);
            return new Explanation(
                    Optional.of(term.span().text()), Optional.of(term.span()), line, () -> rows(node.rows));
        }
        if (isValue(term)) {
            return new Explanation(Optional.of(name(term)), Optional.of(rule(term)), Line.of(node.outcome), List::of);
        }
        return new Explanation(Optional.empty(), Optional.of(term.span()), line(node), () -> parts(node));
    }

    /** The formula and its result; caps and roundings around it follow as steps. */
    private Line line(Node node) {
        Deque<Node> steps = new ArrayDeque<>();
        Node inner = node;
        while (inner.term instanceof Capped || inner.term instanceof Rounded) {
            steps.push(inner);
            inner = inner.below.get(0);
        }
        Line line = formula(inner);
        while (!steps.isEmpty()) {
            line = line.then(steps.pop().outcome);
        }
        return line;
    }

    private Line formula(Node node) {
        if (isDecided(node)) {
            Node condition = node.below.get(0);
            boolean holds = condition.outcome.value().filter(Truth.TRUE::equals).isPresent();
            return line(node.below.get(1)).after(l -> Words.branch(FormulaText.of(condition, l), holds, l));
        }
        return isValue(node.term) || node.term instanceof Conditional || node.term instanceof DefinitionTerm
                ? Line.of(node.outcome)
                : Line.of(l -> FormulaText.of(node, l), node.outcome);
    }

    /** The values in the line that come from somewhere, each once. */
    private List<Explanation> parts(Node root) {
        List<Explanation> found = new ArrayList<>();
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Node> inLine = inLine(root);
        Deque<Node> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (!isPart(node.term) || inLine.contains(node)) {
                List<Node> below = new ArrayList<>(node.below);
                Collections.reverse(below);
                below.forEach(open::push);
            } else if (!(node.term instanceof Constant) && seen.add(identity(node))) {
                found.add(explain(node));
            }
        }
        return List.copyOf(found);
    }

    /** The steps and branches around the formula that the line itself tells. */
    private static Set<Node> inLine(Node root) {
        Set<Node> told = Collections.newSetFromMap(new IdentityHashMap<>());
        Node inner = root;
        told.add(root);
        while (inner.term instanceof Capped || inner.term instanceof Rounded || isDecided(inner)) {
            told.add(inner);
            inner = inner.below.get(isDecided(inner) ? 1 : 0);
        }
        return told;
    }

    /** Whether it is a condition that led to a branch. */
    private static boolean isDecided(Node node) {
        return node.term instanceof Conditional && node.below.size() > 1;
    }

    private static boolean isPart(Term term) {
        return isValue(term) || FormulaText.isBox(term);
    }

    /** What is only looked up. */
    private static boolean isValue(Term term) {
        return term instanceof InputTerm
                || term instanceof KpiFigure
                || term instanceof OwnFigure
                || term instanceof ColumnTerm
                || term instanceof GroupKey
                || term instanceof RowFigure
                || term instanceof JoinedColumn
                || term instanceof JoinedFigure
                || term instanceof Constant;
    }

    private static Object identity(Node node) {
        if (node.term instanceof InputTerm input) {
            return input.input();
        }
        return node.term instanceof DefinitionTerm use ? use.definition() : node;
    }

    static String name(Term term) {
        return term instanceof InputTerm input
                ? input.input().name()
                : term.span().text();
    }

    private static Span rule(Term term) {
        return term instanceof InputTerm input ? input.input().span() : term.span();
    }

    static List<Explanation> rows(List<Node.Row> rows) {
        return rows.stream()
                .map(row -> new Explanation(
                        Optional.of(label(row.place())), Optional.empty(), Line.of(row.value()), List::of))
                .toList();
    }

    /** The file, or the dataset, and the row. */
    private static String label(Place place) {
        return place.cell()
                .map(cell -> (cell.file().isEmpty() ? cell.table() : cell.file()) + ":" + cell.row())
                .orElseGet(place::toString);
    }
}
