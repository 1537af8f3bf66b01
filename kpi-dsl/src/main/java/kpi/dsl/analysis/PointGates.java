package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Suggestion;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.Label;
import kpi.dsl.syntax.PointItem;
import kpi.model.Constant;
import kpi.model.Gate;
import kpi.model.PointGate;
import kpi.model.Term;
import kpi.source.Span;
import kpi.unit.KpiUnit;
import kpi.value.Type;

/** The gates of a points rule: the lines and groups they name, the least points, or a condition. */
final class PointGates {
    /** Enough titles to see what is usual here. */
    private static final int SHOWN = 60;

    private final Scope scope;
    private final KpiUnit unit;
    private final KpiClause.PointsClause clause;

    PointGates(Scope scope, KpiUnit unit, KpiClause.PointsClause clause) {
        this.scope = scope;
        this.unit = unit;
        this.clause = clause;
    }

    Optional<PointGate> read(kpi.dsl.syntax.PointGate gate) {
        Optional<Gate.Consequence> otherwise = new RollUpAnalysis(scope, unit).consequence(gate.otherwise());
        Optional<Term> condition =
                gate.condition().flatMap(said -> Filters.all(new ExpressionAnalysis(scope), List.of(said)));
        Optional<Term> least = gate.least()
                .flatMap(figure -> scope.literals()
                        .figure(figure.span(), figure.text(), unit, scope.reporter())
                        .map(read ->
                                new Constant(figure.span(), read.quantity(), Type.of(read.quantity()), read.text())));
        List<PointGate.Part> parts = gate.condition().isPresent() ? List.of() : parts(gate);
        boolean sound = otherwise.isPresent()
                && condition.isPresent() == gate.condition().isPresent()
                && least.isPresent() == gate.least().isPresent()
                && parts.isEmpty() == gate.condition().isPresent();
        return sound
                ? Optional.of(new PointGate(gate.span(), parts, least, condition, otherwise.get()))
                : Optional.empty();
    }

    private List<PointGate.Part> parts(kpi.dsl.syntax.PointGate gate) {
        List<PointGate.Part> parts = new ArrayList<>();
        if (gate.parts().isEmpty()) {
            for (int i = 0; i < clause.items().size(); i++) {
                if (clause.items().get(i).allotted().isPresent()) {
                    parts.add(new PointGate.Part(false, i));
                }
            }
            if (parts.isEmpty()) {
                scope.reporter().report(Problem.of(AnalysisCode.NOTHING_ALLOTTED, gate.span()));
            }
            return parts;
        }
        for (Label label : gate.parts()) {
            List<PointGate.Part> called = called(label.text());
            if (called.isEmpty()) {
                unknown(label);
                return List.of();
            }
            parts.addAll(called);
        }
        return parts;
    }

    private List<PointGate.Part> called(String title) {
        List<PointGate.Part> called = new ArrayList<>();
        for (int i = 0; i < clause.groups().size(); i++) {
            if (clause.groups().get(i).label().text().equals(title)) {
                called.add(new PointGate.Part(true, i));
            }
        }
        for (int i = 0; i < clause.items().size(); i++) {
            if (clause.items()
                    .get(i)
                    .label()
                    .map(Label::text)
                    .filter(title::equals)
                    .isPresent()) {
                called.add(new PointGate.Part(false, i));
            }
        }
        return called;
    }

    private void unknown(Label label) {
        Set<String> titles = new LinkedHashSet<>();
        clause.groups().forEach(group -> titles.add(group.label().text()));
        clause.items().stream()
                .map(PointItem::label)
                .flatMap(Optional::stream)
                .map(Label::text)
                .forEach(titles::add);
        LocalText known = new LocalText(String.join("、", titles), String.join(", ", titles)).atMost(SHOWN);
        Span span = label.span();
        Problem.Builder problem = Problem.of(AnalysisCode.UNKNOWN_PART, span)
                .with("part", label.text())
                .with("known", known);
        String quotes = span.text();
        Suggestion.nearest(label.text(), List.copyOf(titles))
                .ifPresent(near ->
                        problem.edit(span, quotes.substring(0, 1) + near + quotes.substring(quotes.length() - 1)));
        scope.reporter().report(problem);
    }
}
