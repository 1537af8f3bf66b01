package kpi.engine;

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
import kpi.diagnostic.LocalText;
import kpi.model.Aggregation;
import kpi.model.Arithmetic;
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
import kpi.model.Level;
import kpi.model.LevelFigure;
import kpi.model.LevelTerm;
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
import kpi.model.RowFigure;
import kpi.model.Standing;
import kpi.model.Substitute;
import kpi.model.Subterms;
import kpi.model.Term;
import kpi.model.TextTest;
import kpi.model.Undefined;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.source.Place;
import kpi.value.Absence;
import kpi.value.Quantity;
import kpi.value.Truth;
import kpi.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates terms. Every term passes {@link #evaluate}, the one place that counts steps, asks the stop signal, marks what
 * is approximate, and tells the listener.
 */
final class Evaluator implements Term.Visitor<Outcome> {
    /** How many terms or rows may pass before the host is asked whether to stop. */
    static final int STEPS_BETWEEN_QUESTIONS = 4096;

    /** A logarithm to 34 digits costs as much as hundreds of sums. */
    private static final int STEPS_OF_AN_APPROXIMATION = 64;

    private final Scope scope;
    private final Survey survey;
    private final RowWalker rows;
    private final Joins joins;
    private final Steps steps;
    private final Conditions conditions;
    private final @Nullable Listener listener;
    private final Map<Local, Outcome> locals = new IdentityHashMap<>(4);
    private int counted;

    /** The outcome of the base of the term that is visited next; see {@link Subterms#base}. */
    private Outcome base = Outcome.of(Truth.FALSE);

    private Evaluator(Scope scope, List<Term> roots, Survey survey) {
        this.scope = scope;
        this.survey = survey;
        this.rows = new RowWalker(this, scope, roots, survey);
        this.joins = new Joins(this, scope);
        this.steps = new Steps(this);
        this.conditions = new Conditions(this);
        this.listener = scope.listener().orElse(null);
    }

    /** Ready to evaluate these terms and what is below them: what they define is known. */
    static Evaluator of(Scope scope, List<Term> roots) {
        askToStop(scope);
        return new Evaluator(scope, roots, new Survey(roots, scope));
    }

    RowWalker rows() {
        return rows;
    }

    Steps steps() {
        return steps;
    }

    /**
     * The outcome of a term. Bases and the operands of arithmetic are walked with a stack of their own: a chain may be as
     * long as it likes, and brackets inside one another need no frames but for calls and conditions.
     */
    Outcome evaluate(Term term) {
        enter(term);
        return Subterms.base(term).isEmpty() ? leave(term, term.accept(this)) : chained(term);
    }

    /** A term whose base is known, and for arithmetic the outcome on its left once it is there. */
    private record Open(Term term, Optional<Outcome> left) {}

    private Outcome chained(Term root) {
        Deque<Open> open = new ArrayDeque<>();
        Term next = descend(root, open);
        while (true) {
            Outcome found = leave(next, next.accept(this));
            Optional<Term> right = Optional.empty();
            while (right.isEmpty()) {
                if (open.isEmpty()) {
                    return found;
                }
                Open outer = open.pop();
                if (outer.term() instanceof Arithmetic arithmetic
                        && outer.left().isEmpty()) {
                    open.push(new Open(arithmetic, Optional.of(found)));
                    right = Optional.of(arithmetic.right());
                } else {
                    found = leave(outer.term(), above(outer, found));
                }
            }
            enter(right.get());
            next = descend(right.get(), open);
        }
    }

    /** Enters the bases below a term that was entered, and returns the last. */
    private Term descend(Term entered, Deque<Open> open) {
        Term inner = entered;
        Optional<Term> below = Subterms.base(inner);
        while (below.isPresent()) {
            open.push(new Open(inner, Optional.empty()));
            inner = below.get();
            enter(inner);
            below = Subterms.base(inner);
        }
        return inner;
    }

    /** What a term makes of the last of its operands that was evaluated here. */
    private Outcome above(Open outer, Outcome found) {
        if (outer.term() instanceof Arithmetic arithmetic) {
            return arithmetic(arithmetic, outer.left().orElseThrow(), found);
        }
        base = found;
        return outer.term().accept(this);
    }

    private void enter(Term term) {
        countSteps(survey.isApproximate(term) ? STEPS_OF_AN_APPROXIMATION : 1);
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
        countSteps(1);
    }

    private void countSteps(int many) {
        counted += many;
        if (counted >= STEPS_BETWEEN_QUESTIONS) {
            counted = 0;
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

    /** The figure that holds in the evaluated period. */
    @Override
    public Outcome level(LevelTerm term) {
        Optional<Outcome> given = scope.facts().level(term.figures(), scope.period());
        if (given.isPresent()) {
            return given.get();
        }
        return term.figures()
                .in(scope.period())
                .map(this::level)
                .orElseGet(() -> new Outcome.Missing(
                        Absence.NOT_APPLICABLE,
                        noLevel(term),
                        Place.of(term.figures().span()),
                        Provenance.exact()));
    }

    private Outcome level(LevelFigure figure) {
        return figure.computed()
                .map(this::evaluate)
                .orElseGet(
                        () -> new Outcome.Present(figure.printed().orElseThrow().quantity(), Provenance.exact()));
    }

    private LocalText noLevel(LevelTerm term) {
        Level level = term.figures().level();
        return new LocalText(
                "未訂 " + scope.period().display(Language.ZH_TW) + "的" + level.name(Language.ZH_TW),
                "there is no " + level.name(Language.EN) + " for "
                        + scope.period().display(Language.EN));
    }

    @Override
    public Outcome kpiFigure(KpiFigure term) {
        return Outcomes.trusted(scope.figures().figure(term.kpi(), term.facet()), term.type(), term.kpi());
    }

    /** Whether the KPI has no such figure by declaration. */
    boolean isExempt(KpiFigure term) {
        return scope.figures().isExempt(term.kpi(), term.facet());
    }

    @Override
    public Outcome pastValue(PastValue term) {
        boolean heard = !rows.isWalking();
        Recall recall = new Recall(term, scope, rows.place(), joins::past);
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

    /** Its operands are evaluated where the chain is walked. */
    @Override
    public Outcome arithmetic(Arithmetic term) {
        return chained(term);
    }

    private Outcome arithmetic(Arithmetic term, Outcome left, Outcome right) {
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
                ? Outcomes.changed(
                        operand, Outcomes.quantity(operand).canonical().negate(), term.type())
                : base;
    }

    @Override
    public Outcome converted(Converted term) {
        if (!(base instanceof Outcome.Present operand)) {
            return base;
        }
        Quantity quantity = Outcomes.quantity(operand);
        try {
            return Outcomes.changed(
                    operand, quantity.canonical().dividedBy(term.unit().scale()), term.type());
        } catch (NumberException why) {
            return new Outcome.Failed(
                    EvaluationProblems.rounding(why, term.span(), quantity, rows.place()), operand.provenance());
        }
    }

    @Override
    public Outcome capped(Capped term) {
        Outcome value = base;
        return steps.limited(value, term.bound(), evaluate(term.limit()), Optional.of(term.type()));
    }

    @Override
    public Outcome rounded(Rounded term) {
        return steps.rounded(base, term.rule(), term.span());
    }

    @Override
    public Outcome roundedTo(RoundedTo term) {
        Outcome value = base;
        return steps.roundedTo(value, evaluate(term.step()), term.mode(), term.span());
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

    @Override
    public Outcome comparison(Comparison term) {
        return conditions.comparison(term);
    }

    @Override
    public Outcome logic(Logic term) {
        return conditions.logic(term);
    }

    @Override
    public Outcome not(Not term) {
        return conditions.not(term);
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

    @Override
    public Outcome excepted(Excepted term) {
        return conditions.excepted(term);
    }

    @Override
    public Outcome undefined(Undefined term) {
        return new Outcome.Failed(EvaluationProblems.noCase(term, rows.place()), Provenance.exact());
    }

    @Override
    public Outcome textTest(TextTest term) {
        return conditions.textTest(term);
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

    @Override
    public Outcome missingTest(MissingTest term) {
        return conditions.missingTest(term);
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
        Arguments arguments = new Arguments(term);
        for (Term argument : term.arguments()) {
            arguments.take(argument, evaluate(argument));
        }
        return arguments.result(rows.place());
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
