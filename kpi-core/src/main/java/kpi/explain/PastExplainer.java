package kpi.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.model.Fold;
import kpi.model.PastValue;
import kpi.model.Window;

/** Explains a value of other periods: how it follows from theirs, and what each of them had. */
final class PastExplainer {
    private static final int SHOWN_AT_START = 20;
    private static final int SHOWN_AT_END = 3;

    private final TermExplainer terms;

    PastExplainer(TermExplainer terms) {
        this.terms = terms;
    }

    Explanation explain(Node node) {
        PastValue term = (PastValue) node.term;
        return new Explanation(
                Optional.of(term.span().text()), Optional.of(term.span()), line(term, node), () -> parts(node));
    }

    private static Line line(PastValue term, Node node) {
        if (term.fold() == Fold.VALUE || term.fold() == Fold.FIRST_REPORTED) {
            return Line.of(node.outcome);
        }
        return Line.of(l -> formula(term, node, l), node.outcome);
    }

    private static String formula(PastValue term, Node node, Language language) {
        List<String> values = new ArrayList<>();
        for (Node.Recalled recalled : node.recalled) {
            values.add(
                    Shown.WITH_UNIT.operand(recalled.value(), recalled.period().display(language), language));
        }
        node.below.forEach(
                now -> values.add(Shown.WITH_UNIT.operand(now.outcome, TermExplainer.name(now.term), language)));
        return switch (term.fold()) {
            case SUM -> joined(values, " + ");
            case MEAN -> "(" + joined(values, " + ") + ") / " + values.size();
            case GROWTH -> "(" + values.get(1) + " − " + values.get(0) + ") / " + values.get(0);
            case LOWEST, HIGHEST, VALUE, FIRST_REPORTED ->
                term.fold().name(language) + "(" + joined(values, Words.LIST_SEPARATOR.in(language)) + ")";
        };
    }

    private static String joined(List<String> values, String separator) {
        if (values.size() <= SHOWN_AT_START + SHOWN_AT_END) {
            return String.join(separator, values);
        }
        List<String> shown = new ArrayList<>(values.subList(0, SHOWN_AT_START));
        shown.add("…");
        shown.addAll(values.subList(values.size() - SHOWN_AT_END, values.size()));
        return String.join(separator, shown);
    }

    private List<Explanation> parts(Node node) {
        List<Explanation> parts = new ArrayList<>();
        boolean closing = ((PastValue) node.term).window() instanceof Window.Closing;
        if (closing) {
            node.below.forEach(now -> parts.add(terms.explain(now)));
        }
        for (Node.Recalled recalled : node.recalled) {
            parts.add(new Explanation(
                    Optional.of(recalled.period().code()), Optional.empty(), Line.of(recalled.value()), List::of));
        }
        if (!closing) {
            node.below.forEach(now -> parts.add(terms.explain(now)));
        }
        return List.copyOf(parts);
    }
}
