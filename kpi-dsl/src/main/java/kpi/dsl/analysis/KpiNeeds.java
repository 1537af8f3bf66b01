package kpi.dsl.analysis;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kpi.model.ActualRule;
import kpi.model.Aggregation;
import kpi.model.Arithmetic;
import kpi.model.AttainedRule;
import kpi.model.Capped;
import kpi.model.ColumnTerm;
import kpi.model.Comparison;
import kpi.model.Conditional;
import kpi.model.Constant;
import kpi.model.Definition;
import kpi.model.DefinitionTerm;
import kpi.model.FunctionCall;
import kpi.model.InputTerm;
import kpi.model.KpiFigure;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.model.Logic;
import kpi.model.Negation;
import kpi.model.Not;
import kpi.model.OwnFigure;
import kpi.model.PointItem;
import kpi.model.Rounded;
import kpi.model.Step;
import kpi.model.Term;
import kpi.source.Span;

/** Which other KPIs a KPI's figures rest on, and where its text names each. */
final class KpiNeeds implements Term.Visitor<List<Term>> {
    private final Map<String, Span> found = new LinkedHashMap<>();
    private final Set<Definition> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /** The ids of the KPIs named, each with the first place. */
    static Map<String, Span> of(KpiModel kpi) {
        KpiNeeds needs = new KpiNeeds();
        for (KpiVersion version : kpi.versions()) {
            needs.version(version);
        }
        return needs.found;
    }

    private void version(KpiVersion version) {
        if (version.rule() instanceof ActualRule.Formula formula) {
            walk(formula.term());
        } else if (version.rule() instanceof ActualRule.Points points) {
            points.items().forEach(this::item);
        }
        steps(version.actualSteps());
        version.attainment().ifPresent(rule -> {
            walk(rule.value());
            steps(rule.steps());
        });
        version.attained()
                .filter(AttainedRule.When.class::isInstance)
                .map(AttainedRule.When.class::cast)
                .ifPresent(when -> walk(when.condition()));
    }

    private void item(PointItem item) {
        item.where().ifPresent(this::walk);
        item.when().ifPresent(this::walk);
        walk(item.amount());
        item.caps().forEach(cap -> walk(cap.limit()));
    }

    private void steps(List<Step> steps) {
        for (Step step : steps) {
            if (step instanceof Step.Cap cap) {
                walk(cap.limit());
            }
        }
    }

    private void walk(Term root) {
        Deque<Term> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            List<Term> children = open.pop().accept(this);
            for (int i = children.size() - 1; i >= 0; i--) {
                open.push(children.get(i));
            }
        }
    }

    @Override
    public List<Term> constant(Constant term) {
        return List.of();
    }

    @Override
    public List<Term> input(InputTerm term) {
        return List.of();
    }

    @Override
    public List<Term> definition(DefinitionTerm term) {
        return seen.add(term.definition()) ? List.of(term.definition().value()) : List.of();
    }

    @Override
    public List<Term> ownFigure(OwnFigure term) {
        return List.of();
    }

    @Override
    public List<Term> kpiFigure(KpiFigure term) {
        found.putIfAbsent(term.kpi(), term.span());
        return List.of();
    }

    @Override
    public List<Term> column(ColumnTerm term) {
        return List.of();
    }

    @Override
    public List<Term> arithmetic(Arithmetic term) {
        return List.of(term.left(), term.right());
    }

    @Override
    public List<Term> negation(Negation term) {
        return List.of(term.operand());
    }

    @Override
    public List<Term> comparison(Comparison term) {
        List<Term> children = new java.util.ArrayList<>();
        children.add(term.first());
        term.links().forEach(link -> children.add(link.right()));
        return children;
    }

    @Override
    public List<Term> logic(Logic term) {
        return term.operands();
    }

    @Override
    public List<Term> not(Not term) {
        return List.of(term.operand());
    }

    @Override
    public List<Term> conditional(Conditional term) {
        return List.of(term.condition(), term.then(), term.otherwise());
    }

    @Override
    public List<Term> call(FunctionCall term) {
        return term.arguments();
    }

    @Override
    public List<Term> aggregation(Aggregation term) {
        return java.util.stream.Stream.of(term.where(), term.value())
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public List<Term> capped(Capped term) {
        return List.of(term.base(), term.limit());
    }

    @Override
    public List<Term> rounded(Rounded term) {
        return List.of(term.base());
    }
}
