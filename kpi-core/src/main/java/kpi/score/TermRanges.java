package kpi.score;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kpi.engine.FigureSource;
import kpi.engine.Outcome;
import kpi.engine.RowCache;
import kpi.engine.RowSet;
import kpi.engine.RowView;
import kpi.engine.TableView;
import kpi.model.Aggregation;
import kpi.model.Arithmetic;
import kpi.model.Capped;
import kpi.model.ColumnTerm;
import kpi.model.Comparison;
import kpi.model.Conditional;
import kpi.model.Converted;
import kpi.model.Excepted;
import kpi.model.Facet;
import kpi.model.Fallback;
import kpi.model.FunctionCall;
import kpi.model.InputTerm;
import kpi.model.JoinedColumn;
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
import kpi.model.Relation;
import kpi.model.Rounded;
import kpi.model.RoundedTo;
import kpi.model.RoundingRule;
import kpi.model.RowNeeds;
import kpi.model.Standing;
import kpi.model.Step;
import kpi.model.Subterms;
import kpi.model.Term;
import kpi.model.TextTest;
import kpi.number.Approximations;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import kpi.value.Truth;
import kpi.value.Type;
import kpi.value.Value;

/**
 * Where the values of terms may lie while what they rest on moves within its leeway: no possible value is left out. A term
 * about which nothing can be proved has no range; one that does not move has the value the engine gives it.
 */
final class TermRanges {
    private final World world;
    private final Engine engine;
    private final Optional<TermRanges> outer;
    private final Optional<Row> row;
    private final Map<Term, Optional<Range>> found = new IdentityHashMap<>();
    private final Set<Local> locals = Collections.newSetFromMap(new IdentityHashMap<>(2));

    /**
     * What is the same at every row.
     *
     * @param own the KPI's own figures, where an attainment names them
     */
    record World(
            ReportingPeriod period,
            Known known,
            FigureSource figures,
            Leeway leeway,
            Effort effort,
            Map<Facet, Range> own,
            Map<String, Value> group,
            Set<Term> moving,
            RowCache cache,
            Map<Term, RowNeeds> needs) {
        World(
                ReportingPeriod period,
                Known known,
                FigureSource figures,
                Leeway leeway,
                Effort effort,
                Map<Facet, Range> own,
                Map<String, Value> group,
                List<Term> terms,
                RowCache cache) {
            this(
                    period,
                    known,
                    figures,
                    leeway,
                    effort,
                    own,
                    group,
                    MovingTerms.below(terms, term -> moves(term, leeway)),
                    cache,
                    new IdentityHashMap<>());
        }

        /** Whether it can be evaluated with this row at hand alone. */
        boolean needsOnly(Term term, Optional<Row> row) {
            Set<String> tables = needs.computeIfAbsent(term, RowNeeds::of).tables();
            return tables.isEmpty()
                    || tables.size() == 1
                            && row.filter(at -> tables.contains(at.view().name()))
                                    .isPresent();
        }
    }

    /** A row that terms are looked at in. */
    record Row(RowView view, int index) {}

    private TermRanges(World world, Engine engine, Optional<TermRanges> outer, Optional<Row> row) {
        this.world = world;
        this.engine = engine;
        this.outer = outer;
        this.row = row;
    }

    /** Ranges of terms where an engine stands: at a row, in a group, or nowhere. */
    static TermRanges of(World world, Engine engine, Optional<Row> row) {
        return new TermRanges(world, engine, Optional.empty(), row);
    }

    /** Whether a term by itself may move. */
    private static boolean moves(Term term, Leeway leeway) {
        if (term instanceof InputTerm input) {
            return leeway.moves(input.input());
        }
        if (term instanceof ColumnTerm column) {
            return leeway.moves(column.table(), column.column());
        }
        if (term instanceof JoinedColumn column) {
            return leeway.moves(column.table(), column.column());
        }
        return term instanceof OwnFigure figure && figure.facet() != Facet.TARGET;
    }

    private TermRanges at(RowView view, int index) {
        Engine there = engine.at(
                scope -> scope.group(world.group()).rows(world.cache()).row(view, index));
        return new TermRanges(world, there, Optional.of(this), Optional.of(new Row(view, index)));
    }

    /** The range of a value after steps. */
    Optional<Range> after(Optional<Range> value, List<Step> steps) {
        Optional<Range> range = value;
        for (Step step : steps) {
            if (range.isEmpty()) {
                return range;
            }
            Range now = range.get();
            if (step instanceof Step.Cap cap) {
                range = of(cap.limit()).map(limit -> now.limited(cap.bound(), limit));
            } else if (step instanceof Step.Round round) {
                range = rounded(now, round.rule());
            } else if (step instanceof Step.RoundTo round) {
                range = of(round.size())
                        .filter(size -> size.isPoint() && size.low().signum() > 0)
                        .flatMap(size -> rounded(now, new RoundingRule.Step(size.low(), round.mode())));
            }
        }
        return range;
    }

    /** The range of a term; walks with a stack of its own. */
    Optional<Range> of(Term root) {
        Deque<Term> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Term next = open.peek();
            List<Term> unknown = below(next).stream()
                    .filter(term -> !found.containsKey(term))
                    .toList();
            if (!found.containsKey(next) && !unknown.isEmpty()) {
                unknown.forEach(open::push);
                continue;
            }
            open.pop();
            if (!found.containsKey(next)) {
                found.put(next, world.effort().allows(1) ? computed(next) : Optional.empty());
            }
        }
        return known(root);
    }

    private Optional<Range> known(Term term) {
        Optional<Range> range = found.get(term);
        return range == null ? Optional.empty() : range;
    }

    /** What must be known before a term is. */
    private List<Term> below(Term term) {
        if (!world.moving().contains(term)
                || term instanceof Aggregation
                || term instanceof Standing
                || term instanceof JoinedColumn
                || term instanceof LookUp
                || term instanceof PastValue
                || term instanceof TextTest) {
            return List.of();
        }
        if (term instanceof Let let) {
            locals.addAll(let.locals());
            return List.of(let.body());
        }
        List<Term> named = MovingTerms.named(term);
        if (!named.isEmpty()) {
            return isOuter(term) ? List.of() : named;
        }
        return Subterms.of(term);
    }

    /** Names are of where they are defined, also inside the rows of an aggregate that uses them. */
    private boolean isOuter(Term named) {
        return outer.isPresent() && !(named instanceof LocalTerm use && locals.contains(use.local()));
    }

    private Optional<Range> computed(Term term) {
        try {
            return world.moving().contains(term) ? moving(term) : fixed(term);
        } catch (NumberException noValueSomewhere) {
            return Optional.empty();
        }
    }

    private Optional<Range> fixed(Term term) {
        return value(term).flatMap(TermRanges::range);
    }

    private static Optional<Range> range(Outcome outcome) {
        if (outcome.value().isPresent() && outcome.value().get() instanceof Truth truth) {
            return Optional.of(truth == Truth.TRUE ? Range.TRUE : Range.FALSE);
        }
        return Figures.number(outcome).map(Range::of);
    }

    private Optional<Range> moving(Term term) {
        if (term instanceof InputTerm input) {
            return world.leeway().input(input.input()).map(Range::of);
        }
        if (term instanceof ColumnTerm cell) {
            return cell(cell);
        }
        if (term instanceof JoinedColumn cell) {
            return joined(cell);
        }
        if (term instanceof OwnFigure figure) {
            return Optional.ofNullable(world.own().get(figure.facet()));
        }
        if (term instanceof Aggregation aggregation) {
            return new AggregateRange(aggregation, this).find();
        }
        List<Term> named = MovingTerms.named(term);
        if (!named.isEmpty()) {
            return isOuter(term) ? outer.orElseThrow().of(term) : known(named.get(0));
        }
        if (term instanceof Let let) {
            return known(let.body());
        }
        if (term instanceof Conditional choice) {
            return chosen(List.of(choice.condition()), List.of(choice.then()), choice.otherwise());
        }
        if (term instanceof Excepted rule) {
            return chosen(
                    rule.cases().stream().map(Excepted.Case::condition).toList(),
                    rule.cases().stream().map(Excepted.Case::value).toList(),
                    rule.base());
        }
        if (term instanceof Logic logic) {
            return logic(logic);
        }
        return of(term, below(term).stream().map(this::known).toList());
    }

    /** What is computed of operands that all are needed. */
    private Optional<Range> of(Term term, List<Optional<Range>> operands) {
        if (operands.isEmpty() || operands.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        List<Range> ranges = operands.stream().map(Optional::get).toList();
        Range first = ranges.get(0);
        if (term instanceof Arithmetic arithmetic) {
            return arithmetic(arithmetic.operator(), first, ranges.get(1));
        }
        if (term instanceof Negation) {
            return Optional.of(first.negate());
        }
        if (term instanceof Converted converted) {
            return first.dividedBy(Range.of(converted.unit().scale()));
        }
        if (term instanceof Capped capped) {
            return Optional.of(first.limited(capped.bound(), ranges.get(1)));
        }
        if (term instanceof Rounded rounded) {
            return rounded(first, rounded.rule());
        }
        if (term instanceof RoundedTo rounded) {
            Range size = ranges.get(1);
            return size.isPoint() && size.low().signum() > 0
                    ? rounded(first, new RoundingRule.Step(size.low(), rounded.mode()))
                    : Optional.empty();
        }
        if (term instanceof Comparison comparison) {
            return Optional.of(compared(comparison, ranges));
        }
        if (term instanceof Not) {
            return Optional.of(Range.truth(first.contains(Exact.ZERO), first.contains(Exact.ONE)));
        }
        if (term instanceof FunctionCall call) {
            return called(call, ranges);
        }
        if (term instanceof MissingTest) {
            return Optional.of(Range.FALSE);
        }
        return term instanceof LeftOut || term instanceof Fallback ? Optional.of(first) : Optional.empty();
    }

    private Optional<Range> cell(ColumnTerm term) {
        if (row.isEmpty() || !row.get().view().name().equals(term.table())) {
            return outer.flatMap(around -> around.of(term));
        }
        return cell(row.get().view(), row.get().index(), term.column());
    }

    /** The cell of the one row that has the keys. */
    private Optional<Range> joined(JoinedColumn term) {
        Map<String, Object> keys = new HashMap<>();
        for (int i = 0; i < term.keys().size(); i++) {
            Term key = term.keys().get(i);
            Optional<Value> value = isFixed(key) ? value(key).flatMap(Outcome::value) : Optional.empty();
            if (value.isEmpty()) {
                return Optional.empty();
            }
            keys.put(term.keyColumns().get(i), AggregateRange.key(value.get()));
        }
        if (!(world.known().rows(term.table(), world.period()) instanceof RowSet.Rows rows)) {
            return Optional.empty();
        }
        RowView view = TableView.of(rows);
        List<Integer> hits = new ArrayList<>(2);
        for (int index : view.rows()) {
            if (!world.effort().allows(1)) {
                return Optional.empty();
            }
            if (AggregateRange.hasKeys(view, index, keys)) {
                hits.add(index);
            }
        }
        return hits.size() == 1 ? cell(view, hits.get(0), term.column()) : Optional.empty();
    }

    private Optional<Range> cell(RowView view, int index, String column) {
        return world.leeway().cell(view.name(), index, column).map(Range::of).or(() -> range(view.cell(index, column)));
    }

    private static Optional<Range> arithmetic(Arithmetic.Operator operator, Range left, Range right) {
        return switch (operator) {
            case ADD -> Optional.of(left.plus(right));
            case SUBTRACT -> Optional.of(left.minus(right));
            case MULTIPLY -> Optional.of(left.times(right));
            case DIVIDE -> left.dividedBy(right);
            case POWER -> power(left, right);
        };
    }

    /** Of numbers above zero a power rises, or falls, with its base. */
    private static Optional<Range> power(Range base, Range exponent) {
        return exponent.isPoint() && base.low().signum() > 0
                ? Optional.of(base.monotone(number -> Approximations.power(number, exponent.low())))
                : Optional.empty();
    }

    private static Optional<Range> rounded(Range range, RoundingRule rule) {
        Exact step = rule instanceof RoundingRule.Places places
                ? Exact.TEN.power(-places.places()).times(places.unit().scale())
                : ((RoundingRule.Step) rule).step();
        return Optional.of(range.rounded(rule::apply, step));
    }

    private static Range compared(Comparison comparison, List<Range> operands) {
        boolean mayHold = true;
        boolean mayFail = false;
        for (int i = 0; i < comparison.links().size(); i++) {
            Range left = operands.get(i);
            Range right = operands.get(i + 1);
            Relation relation = comparison.links().get(i).relation();
            boolean equal = left.isPoint() && right.isPoint() && left.low().equals(right.low());
            boolean apart =
                    left.high().compareTo(right.low()) < 0 || right.high().compareTo(left.low()) < 0;
            boolean some;
            boolean all;
            switch (relation) {
                case LESS, AT_MOST -> {
                    some = relation.holds(left.low(), right.high());
                    all = relation.holds(left.high(), right.low());
                }
                case GREATER, AT_LEAST -> {
                    some = relation.holds(left.high(), right.low());
                    all = relation.holds(left.low(), right.high());
                }
                case EQUAL -> {
                    some = !apart;
                    all = equal;
                }
                default -> {
                    some = !equal;
                    all = apart;
                }
            }
            mayHold &= some;
            mayFail |= !all;
        }
        return Range.truth(mayHold, mayFail);
    }

    /** Only the operands that are needed must be known: one that fails decides an and. */
    private Optional<Range> logic(Logic logic) {
        Exact decides = logic.operator() == Logic.Operator.AND ? Exact.ZERO : Exact.ONE;
        Exact other = Exact.ONE.minus(decides);
        boolean all = true;
        boolean some = false;
        for (Term operand : logic.operands()) {
            Optional<Range> range = known(operand);
            if (range.isEmpty()) {
                return Optional.empty();
            }
            some |= range.get().contains(decides);
            all &= range.get().contains(other);
        }
        return Optional.of(logic.operator() == Logic.Operator.AND ? Range.truth(all, some) : Range.truth(some, all));
    }

    /** The first value whose condition holds; every one that may be chosen. */
    private Optional<Range> chosen(List<Term> conditions, List<Term> values, Term otherwise) {
        List<Optional<Range>> possible = new ArrayList<>();
        boolean open = true;
        for (int i = 0; i < conditions.size() && open; i++) {
            Optional<Range> condition = known(conditions.get(i));
            if (condition.isEmpty()) {
                return Optional.empty();
            }
            if (condition.get().contains(Exact.ONE)) {
                possible.add(known(values.get(i)));
            }
            open = condition.get().contains(Exact.ZERO);
        }
        if (open) {
            possible.add(known(otherwise));
        }
        return possible.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : possible.stream().map(Optional::get).reduce(Range::or);
    }

    /** A function that rises or falls with each argument that moves, as it promises. */
    private static Optional<Range> called(FunctionCall call, List<Range> arguments) {
        List<Value> low = new ArrayList<>();
        List<Value> high = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Range range = arguments.get(i);
            Optional<Boolean> rising = call.function().monotone(i);
            if (!(call.arguments().get(i).type() instanceof Type.Measure measure)
                    || rising.isEmpty() && !range.isPoint()) {
                return Optional.empty();
            }
            KpiUnit unit = Units.basic(measure.dimension());
            boolean rises = rising.orElse(true);
            low.add(Quantity.canonical(rises ? range.low() : range.high(), unit));
            high.add(Quantity.canonical(rises ? range.high() : range.low(), unit));
        }
        return call.function().apply(low) instanceof Quantity least
                        && call.function().apply(high) instanceof Quantity most
                        && least.canonical().compareTo(most.canonical()) <= 0
                ? Optional.of(Range.of(new Interval(least.canonical(), most.canonical())))
                : Optional.empty();
    }

    World world() {
        return world;
    }

    /** Whether a term depends on nothing that moves. */
    boolean isFixed(Term term) {
        return !world.moving().contains(term);
    }

    /** The value of a term that does not move; empty where it needs rows that are not at hand. */
    Optional<Outcome> value(Term term) {
        return world.needsOnly(term, row)
                ? Optional.of(engine.evaluate(term, world.period(), world.known(), world.figures()))
                : Optional.empty();
    }

    TermRanges inRow(RowView view, int index) {
        return at(view, index);
    }
}
