package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kpi.dsl.syntax.Expression;
import kpi.model.Constant;
import kpi.number.Exact;
import kpi.value.Quantity;

/**
 * Whether conditions together leave no case out, as far as their text tells: a comparison and its opposites between the
 * same two sides, intervals of one side that join end to end, a condition and its negation.
 */
final class Coverage {
    private static final int LESS = 1;
    private static final int EQUAL = 2;
    private static final int GREATER = 4;
    private static final int ALL = LESS | EQUAL | GREATER;

    private final ExpressionAnalysis analysis;
    private final Map<String, Integer> relations = new HashMap<>();
    private final Map<String, List<Interval>> intervals = new HashMap<>();
    private final Set<String> held = new HashSet<>();
    private final Set<String> denied = new HashSet<>();
    private boolean complete;

    Coverage(ExpressionAnalysis analysis) {
        this.analysis = analysis;
    }

    /** An interval of numbers; an end that is absent is infinite. */
    private record Interval(Optional<Exact> low, boolean lowIn, Optional<Exact> high, boolean highIn) {}

    boolean isComplete() {
        return complete;
    }

    void add(Expression condition) {
        Expression at = unwrapped(condition);
        if (at instanceof Expression.Logic logic && logic.operator() == Expression.Logic.Operator.OR) {
            logic.operands().forEach(this::add);
            return;
        }
        if (at instanceof Expression.Unary unary && unary.operator() == Expression.Unary.Operator.NOT) {
            denied.add(form(unwrapped(unary.operand())));
            complete |= held.contains(form(unwrapped(unary.operand())));
            return;
        }
        held.add(form(at));
        complete |= denied.contains(form(at));
        if (at instanceof Expression.TruthLiteral truth) {
            complete |= truth.value();
        } else if (at instanceof Expression.Comparison comparison) {
            compare(comparison);
        } else if (at instanceof Expression.Directed directed) {
            String sides = "達到 " + form(directed.left()) + " " + form(directed.right());
            relate(
                    sides,
                    switch (directed.relation()) {
                        case REACHES -> EQUAL | GREATER;
                        case DOES_NOT_REACH -> LESS;
                        case BETTER_THAN -> GREATER;
                        case NOT_BETTER_THAN -> LESS | EQUAL;
                    });
        }
    }

    private static Expression unwrapped(Expression expression) {
        Expression at = expression;
        while (at instanceof Expression.Bracketed bracketed) {
            at = bracketed.inner();
        }
        return at;
    }

    private static String form(Expression expression) {
        return Symbols.Restatement.form(unwrapped(expression).span().text());
    }

    private void relate(String sides, int relation) {
        complete |= relations.merge(sides, relation, (one, other) -> one | other) == ALL;
    }

    private void compare(Expression.Comparison comparison) {
        Expression left = comparison.first();
        if (comparison.links().size() == 1) {
            Expression.Comparison.Link link = comparison.links().get(0);
            String one = form(left);
            String other = form(link.right());
            int relation = relation(link.relation());
            boolean ordered = one.compareTo(other) <= 0;
            relate(ordered ? one + " ? " + other : other + " ? " + one, ordered ? relation : mirrored(relation));
        }
        interval(comparison);
    }

    private static int relation(Expression.Comparison.Relation relation) {
        return switch (relation) {
            case LT -> LESS;
            case LE -> LESS | EQUAL;
            case GT -> GREATER;
            case GE -> GREATER | EQUAL;
            case EQ -> EQUAL;
            case NE -> LESS | GREATER;
        };
    }

    private static int mirrored(int relation) {
        int mirror = relation & EQUAL;
        mirror |= (relation & LESS) == 0 ? 0 : GREATER;
        return mirror | ((relation & GREATER) == 0 ? 0 : LESS);
    }

    /** {@code x < 3} and {@code 3 <= x < 5} say something of x alone. */
    private void interval(Expression.Comparison comparison) {
        List<Expression> sides = new ArrayList<>();
        sides.add(comparison.first());
        comparison.links().forEach(link -> sides.add(link.right()));
        List<Integer> variables = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            if (figure(sides.get(i)).isEmpty()) {
                variables.add(i);
            }
        }
        if (variables.size() != 1) {
            return;
        }
        int at = variables.get(0);
        Interval all = new Interval(Optional.empty(), false, Optional.empty(), false);
        for (int i = 0; i < comparison.links().size(); i++) {
            int relation = relation(comparison.links().get(i).relation());
            boolean rightOfFigure = at == i + 1;
            if (at != i && !rightOfFigure) {
                return;
            }
            Exact figure = figure(sides.get(rightOfFigure ? i : i + 1)).orElseThrow();
            Optional<Interval> narrowed = narrowed(all, rightOfFigure ? mirrored(relation) : relation, figure);
            if (narrowed.isEmpty()) {
                return;
            }
            all = narrowed.get();
        }
        List<Interval> known = intervals.computeIfAbsent(form(sides.get(at)), any -> new ArrayList<>());
        known.add(all);
        complete |= isAll(known);
    }

    private static Optional<Interval> narrowed(Interval interval, int relation, Exact figure) {
        boolean in = (relation & EQUAL) != 0;
        return switch (relation & ~EQUAL) {
            case LESS -> Optional.of(new Interval(interval.low(), interval.lowIn(), Optional.of(figure), in));
            case GREATER -> Optional.of(new Interval(Optional.of(figure), in, interval.high(), interval.highIn()));
            case 0 -> Optional.of(new Interval(Optional.of(figure), true, Optional.of(figure), true));
            default -> Optional.empty();
        };
    }

    private static boolean isAll(List<Interval> intervals) {
        List<Interval> sorted = new ArrayList<>(intervals);
        sorted.sort(Comparator.comparing((Interval each) -> each.low().isPresent())
                .thenComparing(each -> each.low().orElse(Exact.ZERO))
                .thenComparing(each -> !each.lowIn()));
        if (sorted.get(0).low().isPresent()) {
            return false;
        }
        Optional<Exact> end = sorted.get(0).high();
        boolean endIn = sorted.get(0).highIn();
        for (Interval each : sorted) {
            if (end.isEmpty()) {
                return true;
            }
            int gap = each.low().map(end.get()::compareTo).orElse(1);
            if (gap < 0 || gap == 0 && !endIn && !each.lowIn()) {
                return false;
            }
            int further = each.high().isEmpty() ? 1 : each.high().get().compareTo(end.get());
            if (further > 0 || further == 0 && each.highIn()) {
                end = each.high();
                endIn = each.highIn();
            }
        }
        return end.isEmpty();
    }

    /** The value of a figure as written; empty for anything else. */
    private Optional<Exact> figure(Expression side) {
        Expression at = unwrapped(side);
        boolean negative = at instanceof Expression.Unary unary && unary.operator() == Expression.Unary.Operator.NEGATE;
        Expression digits = negative ? unwrapped(((Expression.Unary) at).operand()) : at;
        if (!(digits instanceof Expression.NumberLiteral literal)) {
            return Optional.empty();
        }
        return analysis.scope()
                .literals()
                .constant(literal.span(), literal.text(), new Reporter())
                .map(Constant::value)
                .map(value -> ((Quantity) value).canonical())
                .map(value -> negative ? value.negate() : value);
    }
}
