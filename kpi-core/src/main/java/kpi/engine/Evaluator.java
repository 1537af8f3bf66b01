package kpi.engine;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.KpiCancelledException;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.model.Aggregation;
import kpi.model.Arithmetic;
import kpi.model.Bound;
import kpi.model.Capped;
import kpi.model.ColumnTerm;
import kpi.model.Comparison;
import kpi.model.Conditional;
import kpi.model.Constant;
import kpi.model.Converted;
import kpi.model.DefinitionTerm;
import kpi.model.Excepted;
import kpi.model.Fallback;
import kpi.model.FunctionCall;
import kpi.model.GroupKey;
import kpi.model.InputTerm;
import kpi.model.JoinedColumn;
import kpi.model.JoinedFigure;
import kpi.model.KpiFigure;
import kpi.model.LeftOut;
import kpi.model.Let;
import kpi.model.Local;
import kpi.model.LocalTerm;
import kpi.model.Logic;
import kpi.model.LookUp;
import kpi.model.MissingTest;
import kpi.model.Negation;
import kpi.model.Not;
import kpi.model.OwnFigure;
import kpi.model.PastValue;
import kpi.model.Rounded;
import kpi.model.RoundedTo;
import kpi.model.RoundingRule;
import kpi.model.RowFigure;
import kpi.model.Standing;
import kpi.model.Step;
import kpi.model.Substitute;
import kpi.model.Subterms;
import kpi.model.Term;
import kpi.model.TextTest;
import kpi.model.Undefined;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.number.Rounding;
import kpi.source.Span;
import kpi.unit.UnitAlgebra;
import kpi.value.Quantity;
import kpi.value.Text;
import kpi.value.Truth;
import kpi.value.Type;
import kpi.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates terms. Every term passes {@link #evaluate}, the one place that counts steps, asks the stop signal, marks what
 * is approximate, and tells the listener.
 */
final class Evaluator implements Term.Visitor<Outcome> {
    /** How many terms or rows may pass before the host is asked whether to stop. */
    static final int STEPS_BETWEEN_QUESTIONS = 4096;

    private final Scope scope;
    private final Survey survey;
    private final RowWalker rows;
    private final Joins joins;
    private final @Nullable Listener listener;
    private final Map<Local, Outcome> locals = new IdentityHashMap<>(4);
    private int steps;

    /** The outcome of the base of the term that is visited next; see {@link Subterms#base}. */
    private Outcome base = Outcome.of(Truth.FALSE);

    private Evaluator(Scope scope, Survey survey) {
        this.scope = scope;
        this.survey = survey;
        this.rows = new RowWalker(this, scope);
        this.joins = new Joins(this, scope);
        this.listener = scope.listener().orElse(null);
    }

    /** Ready to evaluate these terms and what is below them: what they define is known. */
    static Evaluator of(Scope scope, List<Term> roots) {
        askToStop(scope);
        return new Evaluator(scope, new Survey(roots, scope));
    }

    RowWalker rows() {
        return rows;
    }

    /** The outcome of a term. A chain of bases is walked with a stack of its own, so that it may be as long as it likes. */
    Outcome evaluate(Term term) {
        enter(term);
        Optional<Term> first = Subterms.base(term);
        if (first.isEmpty()) {
            return leave(term, term.accept(this));
        }
        Deque<Term> open = new ArrayDeque<>();
        open.push(term);
        while (first.isPresent()) {
            enter(first.get());
            open.push(first.get());
            first = Subterms.base(first.get());
        }
        while (!open.isEmpty()) {
            Term outer = open.pop();
            base = leave(outer, outer.accept(this));
        }
        return base;
    }

    private void enter(Term term) {
        countStep();
        if (listener != null && !rows.isWalking()) {
            listener.enter(term);
        }
    }

    private Outcome leave(Term term, Outcome found) {
        Outcome outcome =
                survey.isApproximate(term) ? found.with(found.provenance().asApproximate()) : found;
        if (listener != null && !rows.isWalking()) {
            listener.leave(term, outcome);
        }
        return outcome;
    }

    void countStep() {
        steps++;
        if (steps % STEPS_BETWEEN_QUESTIONS == 0) {
            askToStop(scope);
        }
    }

    private static void askToStop(Scope scope) {
        if (scope.stop().getAsBoolean()) {
            throw new KpiCancelledException("stopped by the host");
        }
    }

    @Override
    public Outcome constant(Constant term) {
        return Outcomes.relabelled(Outcome.of(term.value()), term.type());
    }

    @Override
    public Outcome input(InputTerm term) {
        return Outcomes.trusted(
                scope.facts().input(term.input(), scope.period()),
                term.type(),
                term.input().name());
    }

    @Override
    public Outcome definition(DefinitionTerm term) {
        return scope.known(term.definition())
                .orElseThrow(() -> new KpiUsageException(term.definition().name() + " was not surveyed"));
    }

    @Override
    public Outcome ownFigure(OwnFigure term) {
        return Outcomes.trusted(
                scope.figures().own(term.facet()), term.type(), term.facet().toString());
    }

    @Override
    public Outcome kpiFigure(KpiFigure term) {
        return Outcomes.trusted(scope.figures().figure(term.kpi(), term.facet()), term.type(), term.kpi());
    }

    @Override
    public Outcome pastValue(PastValue term) {
        boolean heard = !rows.isWalking();
        Recall recall = new Recall(term, scope, rows.place());
        return recall.evaluate(
                term.now().map(this::evaluate),
                (period, value) -> scope.listener()
                        .filter(any -> heard)
                        .ifPresent(listening -> listening.recalled(term, period, value)));
    }

    @Override
    public Outcome column(ColumnTerm term) {
        return Outcomes.trusted(rows.cell(term.table(), term.column()), term.type(), term.column());
    }

    @Override
    public Outcome groupKey(GroupKey term) {
        Value key = scope.group().get(term.column());
        if (key == null) {
            throw new KpiUsageException("“" + term.column() + "” is used outside a group");
        }
        return Outcomes.trusted(Outcome.of(key), term.type(), term.column());
    }

    @Override
    public Outcome rowFigure(RowFigure term) {
        return Outcomes.trusted(rows.figure(term.kpi(), term.part()), term.type(), term.kpi());
    }

    @Override
    public Outcome joinedColumn(JoinedColumn term) {
        Joins.Join join = new Joins.Join(term.span(), term.table(), term.keyColumns(), term.keys());
        Outcome found = joins.find(join, (view, row) -> view.cell(row, term.column()));
        return Outcomes.trusted(found, term.type(), term.column());
    }

    @Override
    public Outcome joinedFigure(JoinedFigure term) {
        Joins.Join join = new Joins.Join(term.span(), term.kpi(), term.keyColumns(), term.keys());
        Outcome found = joins.find(join, (view, row) -> view.figure(row, term.part()));
        return Outcomes.trusted(found, term.type(), term.kpi());
    }

    @Override
    public Outcome arithmetic(Arithmetic term) {
        Outcome left = base;
        Outcome right = evaluate(term.right());
        Strict needed = Strict.of(left, right);
        if (!needed.isComplete()) {
            return needed.absent();
        }
        Quantity one = Outcomes.quantity(left);
        Quantity other = Outcomes.quantity(right);
        try {
            Exact value = term.operator().apply(one.canonical(), other.canonical());
            return new Outcome.Present(Outcomes.number(value, term.type(), one, other), needed.provenance());
        } catch (NumberException why) {
            return new Outcome.Failed(
                    EvaluationProblems.arithmetic(why, term, one, other, rows.place()), needed.provenance());
        }
    }

    @Override
    public Outcome negation(Negation term) {
        return base instanceof Outcome.Present operand
                ? changed(operand, Outcomes.quantity(operand).canonical().negate(), term.type())
                : base;
    }

    @Override
    public Outcome converted(Converted term) {
        if (!(base instanceof Outcome.Present operand)) {
            return base;
        }
        Quantity quantity = Outcomes.quantity(operand);
        try {
            return changed(operand, quantity.canonical().dividedBy(term.unit().scale()), term.type());
        } catch (NumberException why) {
            return new Outcome.Failed(
                    EvaluationProblems.rounding(why, term.span(), quantity, rows.place()), operand.provenance());
        }
    }

    @Override
    public Outcome capped(Capped term) {
        Outcome value = base;
        return limited(value, term.bound(), evaluate(term.limit()), Optional.of(term.type()));
    }

    @Override
    public Outcome rounded(Rounded term) {
        return rounded(base, term.rule(), term.span());
    }

    @Override
    public Outcome roundedTo(RoundedTo term) {
        Outcome value = base;
        return roundedTo(value, evaluate(term.step()), term.mode(), term.span());
    }

    private Outcome roundedTo(Outcome value, Outcome step, Rounding mode, Span span) {
        Strict needed = Strict.of(value, step);
        if (!needed.isComplete()) {
            return needed.absent();
        }
        Quantity quantity = Outcomes.quantity(value);
        Quantity size = Outcomes.quantity(step);
        if (size.canonical().signum() <= 0) {
            return new Outcome.Failed(
                    EvaluationProblems.stepNotPositive(span, size, rows.place()), needed.provenance());
        }
        return rounded(
                new Outcome.Present(quantity, needed.provenance()),
                new RoundingRule.Step(size.canonical(), mode),
                span);
    }

    @Override
    public Outcome lookUp(LookUp term) {
        Strict needed = new Strict();
        List<Value> keys = new ArrayList<>();
        for (Term key : term.keys()) {
            Outcome outcome = evaluate(key);
            needed.take(outcome);
            outcome.value().ifPresent(keys::add);
        }
        return needed.isComplete()
                ? new LookUps(scope).find(term, keys, needed.provenance(), rows.place())
                : needed.absent();
    }

    /** What a step of a rule makes of a figure. */
    Outcome step(Step step, Outcome figure) {
        if (step instanceof Step.Cap cap) {
            return limited(figure, cap.bound(), evaluate(cap.limit()), Optional.empty());
        }
        if (step instanceof Step.Replace replace) {
            return figure.lacks(replace.when())
                    ? Gaps.replaced(figure, evaluate(replace.by()), Optional.empty())
                    : figure;
        }
        if (step instanceof Step.RoundTo round) {
            return roundedTo(figure, evaluate(round.size()), round.mode(), round.span());
        }
        return rounded(figure, ((Step.Round) step).rule(), step.span());
    }

    /** The declared type is what value and limit have in common; where none is declared it is found here. */
    Outcome limited(Outcome value, Bound bound, Outcome limit, Optional<Type> declared) {
        Strict needed = Strict.of(value, limit);
        if (!needed.isComplete()) {
            return needed.absent();
        }
        Quantity one = Outcomes.quantity(value);
        Quantity other = Outcomes.quantity(limit);
        Type type = declared.orElseGet(() -> joined(one, other));
        Exact kept = bound.apply(one.canonical(), other.canonical());
        return new Outcome.Present(Outcomes.number(kept, type, one, other), needed.provenance());
    }

    private static Type joined(Quantity one, Quantity other) {
        if (UnitAlgebra.join(one.dimension(), other.dimension()) instanceof UnitAlgebra.Outcome.Of of) {
            return Type.measure(of.dimension());
        }
        throw new KpiUsageException(one.dimension().name(Language.EN) + " cannot be kept within "
                + other.dimension().name(Language.EN));
    }

    private Outcome rounded(Outcome value, RoundingRule rule, Span span) {
        if (!(value instanceof Outcome.Present present)) {
            return value;
        }
        Quantity quantity = Outcomes.quantity(value);
        try {
            return changed(present, rule.apply(quantity.canonical()), Type.of(quantity));
        } catch (NumberException why) {
            return new Outcome.Failed(
                    EvaluationProblems.rounding(why, span, quantity, rows.place()), value.provenance());
        }
    }

    private static Outcome changed(Outcome.Present before, Exact value, Type type) {
        return new Outcome.Present(Outcomes.number(value, type, Outcomes.quantity(before)), before.provenance());
    }

    /** A chain is true if each neighbouring pair is; like a conjunction it needs only a pair that is false. */
    @Override
    public Outcome comparison(Comparison term) {
        Strict needed = new Strict();
        Outcome left = evaluate(term.first());
        for (Comparison.Link link : term.links()) {
            Outcome right = evaluate(link.right());
            Strict pair = Strict.of(left, right);
            if (pair.isComplete()) {
                if (!link.relation().holds(Outcomes.compare(left, right))) {
                    return new Outcome.Present(Truth.FALSE, pair.provenance());
                }
                needed.take(pair.provenance());
            } else {
                needed.take(pair.absent());
            }
            left = right;
        }
        return needed.isComplete() ? new Outcome.Present(Truth.TRUE, needed.provenance()) : needed.absent();
    }

    /** One operand may decide, whatever the others are; otherwise all are needed. */
    @Override
    public Outcome logic(Logic term) {
        Truth deciding = term.operator() == Logic.Operator.AND ? Truth.FALSE : Truth.TRUE;
        Strict needed = new Strict();
        for (Term operand : term.operands()) {
            Outcome outcome = evaluate(operand);
            if (outcome.value().filter(deciding::equals).isPresent()) {
                return outcome;
            }
            needed.take(outcome);
        }
        Truth other = deciding == Truth.TRUE ? Truth.FALSE : Truth.TRUE;
        return needed.isComplete() ? new Outcome.Present(other, needed.provenance()) : needed.absent();
    }

    @Override
    public Outcome not(Not term) {
        Outcome operand = evaluate(term.operand());
        return operand.value()
                .<Outcome>map(truth ->
                        new Outcome.Present(truth == Truth.TRUE ? Truth.FALSE : Truth.TRUE, operand.provenance()))
                .orElse(operand);
    }

    @Override
    public Outcome conditional(Conditional term) {
        Outcome condition = evaluate(term.condition());
        if (condition.value().isEmpty()) {
            return condition;
        }
        boolean holds = condition.value().get() == Truth.TRUE;
        Outcome chosen = evaluate(holds ? term.then() : term.otherwise());
        return Outcomes.relabelled(chosen, term.type()).and(condition.provenance());
    }

    /** All conditions are needed: only they tell whether two exceptions collide. */
    @Override
    public Outcome excepted(Excepted term) {
        Strict needed = new Strict();
        List<Excepted.Case> holding = new ArrayList<>();
        for (Excepted.Case each : term.cases()) {
            Outcome condition = evaluate(each.condition());
            needed.take(condition);
            if (condition.value().filter(Truth.TRUE::equals).isPresent()) {
                holding.add(each);
            }
        }
        if (holding.size() > 1) {
            return new Outcome.Failed(
                    EvaluationProblems.twoExceptions(holding.get(0), holding.get(1), rows.place()),
                    needed.provenance());
        }
        if (!needed.isComplete()) {
            return needed.absent();
        }
        Outcome chosen =
                evaluate(holding.isEmpty() ? term.base() : holding.get(0).value());
        return Outcomes.relabelled(chosen, term.type()).and(needed.provenance());
    }

    @Override
    public Outcome undefined(Undefined term) {
        return new Outcome.Failed(EvaluationProblems.noCase(term, rows.place()), Provenance.exact());
    }

    @Override
    public Outcome textTest(TextTest term) {
        Outcome left = evaluate(term.left());
        Outcome right = evaluate(term.right());
        Strict needed = Strict.of(left, right);
        if (!needed.isComplete()) {
            return needed.absent();
        }
        boolean holds = term.kind().holds(composed(left), composed(right));
        return new Outcome.Present(holds ? Truth.TRUE : Truth.FALSE, needed.provenance());
    }

    private static String composed(Outcome text) {
        return Normalizer.normalize(((Text) text.value().orElseThrow()).text(), Normalizer.Form.NFC);
    }

    /** Each local once, in order; one that is missing or undefined is no matter unless the body needs it. */
    @Override
    public Outcome let(Let term) {
        for (Local local : term.locals()) {
            locals.put(local, evaluate(local.value()));
        }
        Outcome body = evaluate(term.body());
        term.locals().forEach(locals::remove);
        return body;
    }

    @Override
    public Outcome local(LocalTerm term) {
        Outcome known = locals.get(term.local());
        if (known == null) {
            throw new KpiUsageException(term.local().name() + " is used outside the call that computes it");
        }
        return known;
    }

    /** Missing or undefined, or neither; what went wrong in another way stays a problem. */
    @Override
    public Outcome missingTest(MissingTest term) {
        Outcome operand = evaluate(term.operand());
        if (operand instanceof Outcome.Failed failed && !failed.undefined()) {
            return operand;
        }
        boolean holds = operand.lacks(term.kind());
        return new Outcome.Present(holds ? Truth.TRUE : Truth.FALSE, operand.provenance());
    }

    @Override
    public Outcome fallback(Fallback term) {
        Outcome value = base;
        if (!value.lacks(term.when())) {
            return Outcomes.relabelled(value, term.type());
        }
        if (term.instead() instanceof Substitute.As as) {
            return Gaps.restated(value, as, term.span());
        }
        return Gaps.replaced(value, evaluate(((Substitute.By) term.instead()).term()), Optional.of(term.type()));
    }

    /** What leaves it out is the call it is an argument of. */
    @Override
    public Outcome leftOut(LeftOut term) {
        return evaluate(term.operand());
    }

    @Override
    public Outcome call(FunctionCall term) {
        Strict needed = new Strict();
        Strict leftOut = new Strict();
        List<Value> arguments = new ArrayList<>();
        for (Term argument : term.arguments()) {
            Outcome outcome = evaluate(argument);
            if (argument instanceof LeftOut optional && outcome.lacks(optional.when())) {
                leftOut.take(outcome);
            } else {
                needed.take(outcome);
                outcome.value().ifPresent(arguments::add);
            }
        }
        if (!needed.isComplete()) {
            return needed.absent();
        }
        if (!leftOut.isComplete()) {
            if (arguments.size() < term.function().fewestArguments()) {
                return leftOut.absent().and(needed.provenance());
            }
            needed.take(leftOut.provenance().asPartial());
        }
        try {
            Outcome result = new Outcome.Present(term.function().apply(arguments), needed.provenance());
            return Outcomes.relabelled(result, term.type());
        } catch (NumberException why) {
            return new Outcome.Failed(EvaluationProblems.call(why, term, arguments, rows.place()), needed.provenance());
        } catch (RuntimeException why) {
            return new Outcome.Failed(
                    EvaluationProblems.functionFailed(term, arguments, why, rows.place()), needed.provenance());
        }
    }

    @Override
    public Outcome aggregation(Aggregation term) {
        return rows.aggregate(term);
    }

    @Override
    public Outcome standing(Standing term) {
        return rows.standing(term);
    }
}
