package kpi.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.Language;
import kpi.model.Aggregation;
import kpi.model.Capped;
import kpi.model.ColumnTerm;
import kpi.model.Conditional;
import kpi.model.Constant;
import kpi.model.DefinitionTerm;
import kpi.model.Excepted;
import kpi.model.Facet;
import kpi.model.Fallback;
import kpi.model.GroupKey;
import kpi.model.InputTerm;
import kpi.model.JoinedColumn;
import kpi.model.JoinedFigure;
import kpi.model.KpiFigure;
import kpi.model.Let;
import kpi.model.LevelTerm;
import kpi.model.LocalTerm;
import kpi.model.LookUp;
import kpi.model.OwnFigure;
import kpi.model.PastValue;
import kpi.model.Rounded;
import kpi.model.RoundedTo;
import kpi.model.RowFigure;
import kpi.model.Standing;
import kpi.model.Term;
import kpi.model.Undefined;
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
        if (term instanceof Fallback && !isReplaced(node)) {
            return explain(node.below.get(0)); // nothing was replaced
        }
        if (term instanceof Fallback fallback && isOne(fallback.value())) {
            String name = name(node.below.get(0).term);
            return new Explanation(Optional.of(name), Optional.of(rule(term)), line(node), List::of);
        }
        if (term instanceof PastValue) {
            return new PastExplainer(this).explain(node);
        }
        if (term instanceof Aggregation aggregation) {
            Line line = Line.of(l -> Words.rows(aggregation.aggregate(), node.rowCount, node.leftOut, l), node.outcome);
            return new Explanation(
                    Optional.of(term.span().text()), Optional.of(term.span()), line, () -> rows(node.rows));
        }
        if (term instanceof Standing standing) {
            return new Explanation(
                    Optional.of(term.span().text()), Optional.of(term.span()), among(standing, node), List::of);
        }
        if (term instanceof LevelTerm && !node.below.isEmpty()) {
            return explain(node.below.get(0)).named(name(term)); // computed by a rule
        }
        if (isValue(term)) {
            return new Explanation(Optional.of(name(term)), Optional.of(rule(term)), Line.of(node.outcome), List::of);
        }
        return new Explanation(Optional.empty(), Optional.of(term.span()), line(node), () -> parts(node));
    }

    private static Line among(Standing standing, Node node) {
        Optional<Node> own = node.of(standing.own());
        return own.isEmpty() || node.rowCount == 0
                ? Line.of(node.outcome)
                : Line.of(
                        l -> Words.among(
                                standing.rows().aggregate(),
                                FormulaText.of(own.get(), l),
                                node.rowCount,
                                node.leftOut,
                                l),
                        node.outcome);
    }

    /** The formula and its result; caps and roundings around it follow as steps. */
    private Line line(Node node) {
        Deque<Node> steps = new ArrayDeque<>();
        Node inner = node;
        while (isStep(inner) || inner.term instanceof Let) {
            if (isStep(inner)) {
                steps.push(inner);
            }
            inner = isStep(inner) ? inner.below.get(0) : body(inner);
        }
        Line line = formula(inner);
        while (!steps.isEmpty()) {
            line = line.then(steps.pop().outcome);
        }
        return line;
    }

    private static boolean isStep(Node node) {
        return node.term instanceof Capped || node.term instanceof Rounded || node.term instanceof RoundedTo;
    }

    /** What a call comes down to; its arguments were evaluated before it. */
    private static Node body(Node let) {
        return let.below.get(let.below.size() - 1);
    }

    /** What a rule with exceptions comes down to; empty where its conditions did not tell. */
    private static Optional<Node> chosen(Node excepted) {
        int conditions = ((Excepted) excepted.term).cases().size();
        return excepted.below.size() > conditions ? Optional.of(excepted.below.get(conditions)) : Optional.empty();
    }

    private static Optional<Line.Text> exception(Node excepted) {
        List<Excepted.Case> cases = ((Excepted) excepted.term).cases();
        for (int i = 0; i < cases.size(); i++) {
            Node condition = excepted.below.get(i);
            if (holds(condition)) {
                String label = cases.get(i).label();
                return Optional.of(l -> Words.exception(label, FormulaText.of(condition, l), l));
            }
        }
        return Optional.empty();
    }

    private static boolean holds(Node condition) {
        return condition.outcome.value().filter(Truth.TRUE::equals).isPresent();
    }

    /** A chain of cases reads as one sentence: which conditions do not hold, and the one that does. */
    private Line decided(Node node) {
        List<Node> fail = new ArrayList<>();
        Node choice = node;
        while (isDecided(choice) && !holds(choice.below.get(0)) && isDecided(choice.below.get(1))) {
            fail.add(choice.below.get(0));
            choice = choice.below.get(1);
        }
        Node condition = choice.below.get(0);
        boolean holds = holds(condition);
        if (!holds) {
            fail.add(condition);
        }
        return line(choice.below.get(1))
                .after(l -> Words.branch(
                        fail.stream().map(each -> FormulaText.of(each, l)).toList(),
                        Optional.of(condition).filter(any -> holds).map(last -> FormulaText.of(last, l)),
                        l));
    }

    private Line formula(Node node) {
        if (isExcepted(node)) {
            Line line = line(chosen(node).orElseThrow());
            return exception(node).map(line::after).orElse(line);
        }
        if (isReplaced(node)) {
            Node value = node.below.get(0);
            String name = name(value.term);
            return line(node.below.get(1))
                    .after(l -> Words.instead(Shown.WITH_UNIT.operand(value.outcome, name, l), l));
        }
        if (node.term instanceof Fallback) {
            return node.outcome.value().isPresent() ? line(node.below.get(0)) : Line.of(node.outcome);
        }
        if (isDecided(node)) {
            return decided(node);
        }
        boolean stated = node.term instanceof Conditional
                || node.term instanceof Excepted
                || node.term instanceof Undefined
                || node.term instanceof DefinitionTerm;
        return isOne(node.term) || stated ? Line.of(node.outcome) : Line.of(l -> FormulaText.of(node, l), node.outcome);
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
            if (node.term instanceof LocalTerm) {
                continue; // told by the call it is an argument of
            }
            if (node.term instanceof LookUp) {
                LookUpExplainer.explain(node).ifPresent(found::add);
            }
            if (!isPart(node.term) || inLine.contains(node)) {
                List<Node> below = new ArrayList<>(node.below);
                if (node.term instanceof Let let) {
                    arguments(let, below, found);
                }
                Collections.reverse(below);
                below.forEach(open::push);
            } else if (!(node.term instanceof Constant) && seen.add(identity(node))) {
                Explanation part = explain(node);
                found.add(node.term instanceof Let ? part.named(node.term.span().text()) : part);
            }
        }
        return List.copyOf(found);
    }

    /** Explains what was computed for an argument and leaves to the walk what was only looked up. */
    private void arguments(Let let, List<Node> below, List<Explanation> found) {
        List<Node> computed = new ArrayList<>();
        for (int i = 0; i < let.locals().size(); i++) {
            Node argument = below.get(i);
            if (argument.term instanceof LocalTerm || !isPart(argument.term) && !(argument.term instanceof Constant)) {
                computed.add(argument);
                if (!(argument.term instanceof LocalTerm)) {
                    found.add(explain(argument).named(let.locals().get(i).name()));
                }
            }
        }
        below.removeAll(computed);
    }

    /** The steps and branches around the formula that the line itself tells. */
    private static Set<Node> inLine(Node root) {
        Set<Node> told = Collections.newSetFromMap(new IdentityHashMap<>());
        Node inner = root;
        told.add(root);
        while (isStep(inner)
                || isDecided(inner)
                || isExcepted(inner)
                || inner.term instanceof Fallback
                || inner.term instanceof Let) {
            told.add(inner);
            inner = next(inner);
        }
        return told;
    }

    /** Whether something stands in place of a value that there is not. */
    private static boolean isReplaced(Node node) {
        return node.term instanceof Fallback && node.below.size() > 1;
    }

    /** Whether it is a name, or a figure that is only looked up. */
    private static boolean isOne(Term term) {
        return isValue(term) || term instanceof DefinitionTerm;
    }

    /** Whether it is a condition that led to a branch. */
    private static boolean isDecided(Node node) {
        return node.term instanceof Conditional && node.below.size() > 1;
    }

    private static boolean isExcepted(Node node) {
        return node.term instanceof Excepted && chosen(node).isPresent();
    }

    /** What the line goes on with. */
    private static Node next(Node node) {
        if (node.term instanceof Let) {
            return body(node);
        }
        if (node.term instanceof Excepted) {
            return chosen(node).orElseThrow();
        }
        return node.below.get(isDecided(node) || isReplaced(node) ? 1 : 0);
    }

    private static boolean isPart(Term term) {
        return isValue(term) || FormulaText.isBox(term);
    }

    /** What is only looked up. */
    private static boolean isValue(Term term) {
        return term instanceof InputTerm
                || term instanceof KpiFigure
                || term instanceof OwnFigure
                || term instanceof LevelTerm
                || term instanceof ColumnTerm
                || term instanceof GroupKey
                || term instanceof RowFigure
                || term instanceof JoinedColumn
                || term instanceof JoinedFigure
                || term instanceof Constant
                || term instanceof LocalTerm;
    }

    private static Object identity(Node node) {
        if (node.term instanceof InputTerm input) {
            return input.input();
        }
        return node.term instanceof DefinitionTerm use ? use.definition() : node;
    }

    static String name(Term term) {
        if (term instanceof OwnFigure own) {
            return ownName(own);
        }
        return term instanceof InputTerm input
                ? input.input().name()
                : term.span().text();
    }

    /** A named method says 實際值 without writing it: then its name, in the language of the line. */
    private static String ownName(OwnFigure own) {
        String written = own.span().text();
        Facet facet = own.facet();
        boolean named = written.equals(facet.name(Language.EN)) || written.equals(facet.name(Language.ZH_TW));
        boolean chinese = written.codePoints().anyMatch(Character::isIdeographic);
        return named ? written : facet.name(chinese ? Language.ZH_TW : Language.EN);
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
