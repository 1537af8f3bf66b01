package kpi.score;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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

/** Which KPIs a KPI names in its rules. Walks with a stack of its own: a sum may have thousands of terms. */
final class References implements Term.Visitor<Stream<Term>> {
    private final Set<String> kpis = new LinkedHashSet<>();
    private final Set<Definition> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private References() {}

    static Set<String> of(KpiModel kpi) {
        References references = new References();
        kpi.versions().stream().flatMap(References::terms).forEach(references::walk);
        return references.kpis;
    }

    private static Stream<Term> terms(KpiVersion version) {
        Stream<Term> actual = Stream.empty();
        if (version.rule() instanceof ActualRule.Formula formula) {
            actual = Stream.of(formula.term());
        } else if (version.rule() instanceof ActualRule.Points points) {
            actual = points.items().stream().flatMap(References::terms);
        }
        Stream<Term> attainment = version.attainment().stream()
                .flatMap(rule -> Stream.concat(Stream.of(rule.value()), limits(rule.steps())));
        Stream<Term> attained = version.attained().stream()
                .filter(AttainedRule.When.class::isInstance)
                .map(rule -> ((AttainedRule.When) rule).condition());
        return Stream.of(actual, limits(version.actualSteps()), attainment, attained)
                .flatMap(terms -> terms);
    }

    private static Stream<Term> terms(PointItem item) {
        return Stream.of(
                        item.where().stream(),
                        item.when().stream(),
                        Stream.of(item.amount()),
                        item.caps().stream().map(PointItem.Cap::limit))
                .flatMap(terms -> terms);
    }

    private static Stream<Term> limits(List<Step> steps) {
        return steps.stream().filter(Step.Cap.class::isInstance).map(step -> ((Step.Cap) step).limit());
    }

    private void walk(Term root) {
        Deque<Term> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            open.pop().accept(this).forEach(open::push);
        }
    }

    @Override
    public Stream<Term> constant(Constant term) {
        return Stream.empty();
    }

    @Override
    public Stream<Term> input(InputTerm term) {
        return Stream.empty();
    }

    @Override
    public Stream<Term> definition(DefinitionTerm term) {
        return seen.add(term.definition()) ? Stream.of(term.definition().value()) : Stream.empty();
    }

    @Override
    public Stream<Term> ownFigure(OwnFigure term) {
        return Stream.empty();
    }

    @Override
    public Stream<Term> kpiFigure(KpiFigure term) {
        kpis.add(term.kpi());
        return Stream.empty();
    }

    @Override
    public Stream<Term> column(ColumnTerm term) {
        return Stream.empty();
    }

    @Override
    public Stream<Term> arithmetic(Arithmetic term) {
        return Stream.of(term.left(), term.right());
    }

    @Override
    public Stream<Term> negation(Negation term) {
        return Stream.of(term.operand());
    }

    @Override
    public Stream<Term> comparison(Comparison term) {
        return Stream.concat(Stream.of(term.first()), term.links().stream().map(Comparison.Link::right));
    }

    @Override
    public Stream<Term> logic(Logic term) {
        return term.operands().stream();
    }

    @Override
    public Stream<Term> not(Not term) {
        return Stream.of(term.operand());
    }

    @Override
    public Stream<Term> conditional(Conditional term) {
        return Stream.of(term.condition(), term.then(), term.otherwise());
    }

    @Override
    public Stream<Term> call(FunctionCall term) {
        return term.arguments().stream();
    }

    @Override
    public Stream<Term> aggregation(Aggregation term) {
        return Stream.concat(term.where().stream(), term.value().stream());
    }

    @Override
    public Stream<Term> capped(Capped term) {
        return Stream.of(term.base(), term.limit());
    }

    @Override
    public Stream<Term> rounded(Rounded term) {
        return Stream.of(term.base());
    }
}
