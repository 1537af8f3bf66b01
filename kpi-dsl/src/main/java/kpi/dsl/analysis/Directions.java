package kpi.dsl.analysis;

import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.DirectionWord;
import kpi.dsl.syntax.Expression;
import kpi.model.Comparison;
import kpi.model.Conditional;
import kpi.model.Definition;
import kpi.model.DefinitionTerm;
import kpi.model.Relation;
import kpi.model.Term;
import kpi.model.Tolerance;
import kpi.value.Type;

/** Comparisons that follow the KPI's direction: 達到, 優於 and their opposites. */
final class Directions {
    private final Scope scope;
    private final Operators operators;

    /**
     * Which way is better.
     *
     * @param tolerance how near to the target is near enough, where nearest is best
     * @param when the condition, where the direction depends on the data, and the direction where it does not hold
     */
    record Rule(DirectionWord direction, Optional<Tolerance> tolerance, Optional<When> when) {
        /** The condition as a definition, so that it is computed once. */
        record When(Definition condition, DirectionWord otherwise) {}
    }

    Directions(Scope scope, Operators operators) {
        this.scope = scope;
        this.operators = operators;
    }

    Optional<Term> compare(Expression.Directed written, Term left, Term right) {
        Optional<Rule> rule = scope.symbols().direction().filter(Directions::tells);
        if (rule.isEmpty()) {
            scope.reporter()
                    .report(Problem.of(AnalysisCode.DIRECTION_NEEDED, written.operatorSpan())
                            .with("word", written.operatorSpan().text()));
            return Optional.empty();
        }
        if (!knowsTarget(rule.get())) {
            scope.reporter()
                    .report(Problem.of(AnalysisCode.NEARNESS_HERE, written.operatorSpan())
                            .with("word", written.operatorSpan().text()));
            return Optional.empty();
        }
        Optional<Tolerance> within = rule.get().tolerance();
        Optional<Term> first = comparison(written, left, right, rule.get().direction(), within);
        if (first.isEmpty() || rule.get().when().isEmpty()) {
            return first;
        }
        Rule.When when = rule.get().when().get();
        return comparison(written, left, right, when.otherwise(), within)
                .map(second -> new Conditional(
                        written.span(),
                        new DefinitionTerm(written.operatorSpan(), when.condition()),
                        first.get(),
                        second,
                        Type.TRUTH));
    }

    private static boolean tells(Rule rule) {
        return rule.direction() != DirectionWord.NONE
                && rule.when()
                        .filter(when -> when.otherwise() == DirectionWord.NONE)
                        .isEmpty();
    }

    /** Near is near to the target, which only the lines behind it know. */
    private boolean knowsTarget(Rule rule) {
        return scope.ownActual().isPresent()
                || orders(rule.direction())
                        && rule.when().filter(when -> !orders(when.otherwise())).isEmpty();
    }

    /** Whether of two figures one is the better, whatever the target. */
    private static boolean orders(DirectionWord word) {
        return word == DirectionWord.HIGHER || word == DirectionWord.LOWER;
    }

    private Optional<Term> comparison(
            Expression.Directed written,
            Term left,
            Term right,
            DirectionWord direction,
            Optional<Tolerance> tolerance) {
        if (!orders(direction)) {
            Nearness near = new Nearness(operators, scope.ownActual().orElseThrow());
            Optional<Term> one = near.beyond(written.span(), left, direction == DirectionWord.WITHIN_BAND, tolerance);
            Optional<Term> other =
                    near.beyond(written.span(), right, direction == DirectionWord.WITHIN_BAND, tolerance);
            return one.flatMap(first ->
                    other.flatMap(second -> comparison(written, first, second, DirectionWord.LOWER, tolerance)));
        }
        boolean higher = direction == DirectionWord.HIGHER;
        Relation relation = switch (written.relation()) {
            case REACHES -> higher ? Relation.AT_LEAST : Relation.AT_MOST;
            case DOES_NOT_REACH -> higher ? Relation.LESS : Relation.GREATER;
            case BETTER_THAN -> higher ? Relation.GREATER : Relation.LESS;
            case NOT_BETTER_THAN -> higher ? Relation.AT_MOST : Relation.AT_LEAST;
        };
        return operators.comparison(
                written.span(), left, List.of(new Comparison.Link(relation, written.operatorSpan(), right)));
    }
}
