package kpi.dsl.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.Step;

/** Walks expressions as written, without recursion, so that their size costs no stack. */
final class Expressions {
    private Expressions() {}

    /** Gives every node to the consumer, parents first. */
    static void walk(Expression root, Consumer<Expression> consumer) {
        Deque<Expression> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Expression next = open.pop();
            consumer.accept(next);
            List<Expression> children = next.accept(CHILDREN);
            for (int i = children.size() - 1; i >= 0; i--) {
                open.push(children.get(i));
            }
        }
    }

    /** What stands directly below an expression. */
    static List<Expression> below(Expression expression) {
        return expression.accept(CHILDREN);
    }

    private static final Expression.Visitor<List<Expression>> CHILDREN = new Children();

    private static final class Children implements Expression.Visitor<List<Expression>> {
        @Override
        public List<Expression> visitNumberLiteral(Expression.NumberLiteral literal) {
            return List.of();
        }

        @Override
        public List<Expression> visitTextLiteral(Expression.TextLiteral literal) {
            return List.of();
        }

        @Override
        public List<Expression> visitDateLiteral(Expression.DateLiteral literal) {
            return List.of();
        }

        @Override
        public List<Expression> visitTruthLiteral(Expression.TruthLiteral literal) {
            return List.of();
        }

        @Override
        public List<Expression> visitName(Expression.Name name) {
            return List.of();
        }

        @Override
        public List<Expression> visitMember(Expression.Member member) {
            return List.of();
        }

        @Override
        public List<Expression> visitBracketed(Expression.Bracketed bracketed) {
            return List.of(bracketed.inner());
        }

        @Override
        public List<Expression> visitApplication(Expression.Application application) {
            return application.arguments();
        }

        @Override
        public List<Expression> visitNoted(Expression.Noted noted) {
            return List.of(noted.operand());
        }

        @Override
        public List<Expression> visitInUnit(Expression.InUnit conversion) {
            return List.of(conversion.operand());
        }

        @Override
        public List<Expression> visitEach(Expression.Each each) {
            List<Expression> children = new ArrayList<>(each.where().stream().toList());
            children.add(each.value());
            return children;
        }

        @Override
        public List<Expression> visitFiltered(Expression.Filtered filtered) {
            return List.of(filtered.rows(), filtered.where());
        }

        @Override
        public List<Expression> visitWithin(Expression.Within within) {
            return List.of(within.rows());
        }

        @Override
        public List<Expression> visitOverPresent(Expression.OverPresent present) {
            return List.of();
        }

        @Override
        public List<Expression> visitStepped(Expression.Stepped stepped) {
            List<Expression> children = new ArrayList<>();
            children.add(stepped.base());
            stepped.steps().forEach(step -> children.addAll(ofStep(step)));
            return children;
        }

        @Override
        public List<Expression> visitBinary(Expression.Binary binary) {
            return List.of(binary.left(), binary.right());
        }

        @Override
        public List<Expression> visitUnary(Expression.Unary unary) {
            return List.of(unary.operand());
        }

        @Override
        public List<Expression> visitComparison(Expression.Comparison comparison) {
            List<Expression> children = new ArrayList<>();
            children.add(comparison.first());
            comparison.links().forEach(link -> children.add(link.right()));
            return children;
        }

        @Override
        public List<Expression> visitDirected(Expression.Directed directed) {
            return List.of(directed.left(), directed.right());
        }

        @Override
        public List<Expression> visitTextTest(Expression.TextTest test) {
            return List.of(test.left(), test.right());
        }

        @Override
        public List<Expression> visitMembership(Expression.Membership membership) {
            List<Expression> children = new ArrayList<>();
            children.add(membership.operand());
            children.addAll(membership.choices());
            return children;
        }

        @Override
        public List<Expression> visitMissingTest(Expression.MissingTest test) {
            return List.of(test.operand());
        }

        @Override
        public List<Expression> visitPast(Expression.Past past) {
            return List.of(past.value());
        }

        @Override
        public List<Expression> visitInPeriod(Expression.InPeriod value) {
            return List.of(value.name());
        }

        @Override
        public List<Expression> visitLogic(Expression.Logic logic) {
            return logic.operands();
        }

        @Override
        public List<Expression> visitConditional(Expression.Conditional conditional) {
            return List.of(conditional.condition(), conditional.then(), conditional.otherwise());
        }

        @Override
        public List<Expression> visitGuarded(Expression.Guarded guarded) {
            List<Expression> children = new ArrayList<>();
            guarded.rows().forEach(row -> {
                children.add(row.value());
                children.add(row.condition());
            });
            children.addAll(guarded.otherwise().stream().toList());
            return children;
        }

        @Override
        public List<Expression> visitExcepted(Expression.Excepted excepted) {
            List<Expression> children = new ArrayList<>();
            children.add(excepted.base());
            excepted.cases().forEach(each -> {
                children.add(each.condition());
                children.add(each.value());
            });
            return children;
        }

        @Override
        public List<Expression> visitBroken(Expression.BrokenExpression broken) {
            return List.of();
        }
    }

    static List<Expression> ofStep(Step step) {
        if (step instanceof Step.AtMost most) {
            return List.of(most.bound());
        }
        if (step instanceof Step.AtLeast least) {
            return List.of(least.bound());
        }
        if (step instanceof Step.IfMissing missing) {
            return List.of(missing.value());
        }
        return step instanceof Step.RoundStep round ? List.of(round.step()) : List.of();
    }
}
