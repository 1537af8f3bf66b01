package kpi.law;

import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.law.Known.Way;
import kpi.model.Aggregate;
import kpi.model.Aggregation;
import kpi.model.Arithmetic;
import kpi.model.Bound;
import kpi.model.Capped;
import kpi.model.ColumnTerm;
import kpi.model.Comparison;
import kpi.model.Conditional;
import kpi.model.Constant;
import kpi.model.DefinitionTerm;
import kpi.model.Facet;
import kpi.model.FunctionCall;
import kpi.model.InputTerm;
import kpi.model.LawRule;
import kpi.model.Logic;
import kpi.model.MissingTest;
import kpi.model.Negation;
import kpi.model.Not;
import kpi.model.OwnFigure;
import kpi.model.Rounded;
import kpi.model.Subterms;
import kpi.model.Term;
import kpi.model.TextTest;
import kpi.value.Quantity;
import kpi.value.Type;

/**
 * Reads off a term what is known of its value. Terms it does not know, and chains deeper than it goes, are told as nothing
 * known: a proof is then not found, and never a wrong one.
 */
final class TermReading {
    /** Deep enough for what people write, and safe on any stack. */
    private static final int DEEPEST = 60;

    private final Optional<LawRule.Change> change;
    private final java.util.Set<String> freeTables;
    private final Optional<Known> actual;
    private final Optional<Known> target;

    TermReading(
            Optional<LawRule.Change> change,
            java.util.Set<String> freeTables,
            Optional<Known> actual,
            Optional<Known> target) {
        this.change = change;
        this.freeTables = freeTables;
        this.actual = actual;
        this.target = target;
    }

    Known of(Term term) {
        return of(term, 0);
    }

    private Known of(Term term, int depth) {
        if (depth > DEEPEST) {
            return Known.NOTHING;
        }
        int deeper = depth + 1;
        if (term instanceof Constant constant) {
            return constant.value() instanceof Quantity figure ? Known.of(figure.canonical()) : Known.any(Way.STILL);
        }
        if (term instanceof InputTerm input) {
            return input(input);
        }
        if (term instanceof ColumnTerm column) {
            return column(column);
        }
        if (term instanceof OwnFigure own) {
            Optional<Known> known =
                    own.facet() == Facet.ACTUAL ? actual : own.facet() == Facet.TARGET ? target : Optional.empty();
            return known.orElse(Known.NOTHING);
        }
        if (term instanceof DefinitionTerm named) {
            return of(named.definition().value(), deeper);
        }
        if (term instanceof Negation negation) {
            return of(negation.operand(), deeper).negate();
        }
        if (term instanceof Arithmetic arithmetic) {
            return arithmetic(arithmetic, of(arithmetic.left(), deeper), of(arithmetic.right(), deeper));
        }
        if (term instanceof Capped capped) {
            Known base = of(capped.base(), deeper);
            Known limit = of(capped.limit(), deeper);
            return capped.bound() == Bound.AT_MOST ? base.atMost(limit) : base.atLeast(limit);
        }
        if (term instanceof Rounded rounded) {
            return of(rounded.base(), deeper).rounded(rounded.rule()::apply);
        }
        if (term instanceof FunctionCall call) {
            return call(call, deeper);
        }
        if (term instanceof Aggregation aggregation) {
            return aggregation(aggregation, deeper);
        }
        if (term instanceof Conditional choice) {
            Known either = of(choice.then(), deeper).or(of(choice.otherwise(), deeper));
            return of(choice.condition(), deeper).isStill() ? either : either.going(Way.ANY);
        }
        boolean truth = term instanceof Comparison
                || term instanceof Logic
                || term instanceof Not
                || term instanceof TextTest
                || term instanceof MissingTest;
        return truth && areStill(Subterms.of(term), deeper) ? Known.any(Way.STILL) : Known.NOTHING;
    }

    private boolean areStill(List<Term> terms, int depth) {
        return terms.stream().allMatch(term -> of(term, depth).isStill());
    }

    private Known input(InputTerm term) {
        boolean rises = change.filter(LawRule.Rise.class::isInstance)
                .filter(rise -> ((LawRule.Rise) rise)
                        .subjects().stream()
                                .anyMatch(subject -> subject instanceof LawRule.OfInput of
                                        && of.input().kpi().equals(term.input().kpi())
                                        && of.input().name().equals(term.input().name())))
                .isPresent();
        Way way = rises ? Way.UP : Way.STILL;
        return term.input().stated().isEmpty() ? Known.notNegative(way) : Known.any(way);
    }

    private Known column(ColumnTerm term) {
        boolean rises = change.filter(LawRule.Rise.class::isInstance)
                .filter(rise -> ((LawRule.Rise) rise)
                        .subjects().stream()
                                .anyMatch(subject -> subject.equals(new LawRule.OfColumn(term.table(), term.column()))))
                .isPresent();
        Way way = rises ? Way.UP : Way.STILL;
        boolean number = term.type() instanceof Type.Measure;
        return number && freeTables.contains(term.table()) ? Known.notNegative(way) : Known.any(way);
    }

    private static Known arithmetic(Arithmetic term, Known left, Known right) {
        return switch (term.operator()) {
            case ADD -> left.plus(right);
            case SUBTRACT -> left.plus(right.negate());
            case MULTIPLY -> left.times(right);
            case DIVIDE -> left.dividedBy(right);
            case POWER -> Known.any(left.isStill() && right.isStill() ? Way.STILL : Way.ANY);
        };
    }

    private Known call(FunctionCall call, int depth) {
        String name = call.function().name(Language.EN);
        boolean least = name.equals("min");
        if (least || name.equals("max")) {
            Known known = of(call.arguments().get(0), depth);
            for (Term argument : call.arguments().subList(1, call.arguments().size())) {
                Known next = of(argument, depth);
                known = least ? known.atMost(next) : known.atLeast(next);
            }
            return known;
        }
        return areStill(call.arguments(), depth) ? Known.any(Way.STILL) : Known.NOTHING;
    }

    private Known aggregation(Aggregation term, int depth) {
        boolean plain = term.within().isEmpty()
                && term.second().isEmpty()
                && term.aggregate().present().isEmpty()
                && freeTables.contains(term.table());
        boolean still =
                plain && term.where().map(where -> of(where, depth).isStill()).orElse(true);
        if (!still) {
            return Known.NOTHING;
        }
        Known value = term.value().map(each -> of(each, depth)).orElse(Known.any(Way.STILL));
        boolean grows = change.filter(LawRule.AddRow.class::isInstance)
                .filter(add -> ((LawRule.AddRow) add).table().equals(term.table()))
                .isPresent();
        Aggregate how = term.aggregate();
        if (how.equals(Aggregate.COUNT)) {
            return Known.notNegative(grows ? Way.UP : Way.STILL);
        }
        if (how.equals(Aggregate.SUM)) {
            return sum(value, grows);
        }
        if (how.equals(Aggregate.MIN) || how.equals(Aggregate.MAX)) {
            Way more = how.equals(Aggregate.MAX) ? Way.UP : Way.DOWN;
            return value.going(grows ? value.way().and(more) : value.way());
        }
        if (how.equals(Aggregate.AVERAGE)) {
            return value.going(grows ? Way.ANY : value.way());
        }
        return !grows && value.isStill() ? Known.any(Way.STILL) : Known.NOTHING;
    }

    /** The sum over rows of something known of each. */
    static Known sum(Known value, boolean grows) {
        if (value.isNotNegative()) {
            return Known.notNegative(grows ? value.way().and(Way.UP) : value.way());
        }
        if (value.isNotPositive()) {
            return sum(value.negate(), grows).negate();
        }
        return Known.any(grows ? Way.ANY : value.way());
    }
}
