package kpi.dsl.syntax;

import java.util.List;
import java.util.Locale;

/** Prints an expression on one line, every node in brackets under its name: {@code (divide a b)}. */
final class ExpressionPrinter implements Expression.Visitor<Void>, Step.Visitor<Void> {
    private final StringBuilder out;

    ExpressionPrinter(StringBuilder out) {
        this.out = out;
    }

    void print(Expression expression) {
        expression.accept(this);
    }

    void print(List<Step> steps) {
        for (Step step : steps) {
            out.append(' ');
            step.accept(this);
        }
    }

    private Void node(String name, Expression... parts) {
        out.append('(').append(name);
        for (Expression part : parts) {
            out.append(' ');
            print(part);
        }
        out.append(')');
        return null;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Void visitNumberLiteral(Expression.NumberLiteral expression) {
        out.append(expression.text());
        return null;
    }

    @Override
    public Void visitTextLiteral(Expression.TextLiteral expression) {
        out.append('"').append(expression.value()).append('"');
        return null;
    }

    @Override
    public Void visitDateLiteral(Expression.DateLiteral expression) {
        out.append("(date ").append(expression.text()).append(')');
        return null;
    }

    @Override
    public Void visitTruthLiteral(Expression.TruthLiteral expression) {
        out.append(expression.value() ? "yes" : "no");
        return null;
    }

    @Override
    public Void visitName(Expression.Name expression) {
        out.append(expression.quoted() ? "【" + expression.spelling() + "】" : expression.spelling());
        return null;
    }

    @Override
    public Void visitMember(Expression.Member expression) {
        return node("member", expression.table(), expression.column());
    }

    @Override
    public Void visitBracketed(Expression.Bracketed expression) {
        return node("bracketed", expression.inner());
    }

    @Override
    public Void visitApplication(Expression.Application expression) {
        out.append("(apply ");
        print(expression.name());
        for (Expression argument : expression.arguments()) {
            out.append(' ');
            print(argument);
        }
        out.append(')');
        return null;
    }

    @Override
    public Void visitNoted(Expression.Noted expression) {
        out.append("(noted ");
        print(expression.operand());
        out.append(" \"").append(expression.note()).append("\")");
        return null;
    }

    @Override
    public Void visitInUnit(Expression.InUnit expression) {
        out.append("(in ").append(expression.unit().text()).append(' ');
        print(expression.operand());
        out.append(')');
        return null;
    }

    @Override
    public Void visitEach(Expression.Each expression) {
        out.append("(each ");
        print(expression.table());
        expression.where().ifPresent(where -> {
            out.append(' ');
            node("where", where);
        });
        out.append(' ');
        print(expression.value());
        out.append(')');
        return null;
    }

    @Override
    public Void visitFiltered(Expression.Filtered expression) {
        return node("where", expression.rows(), expression.where());
    }

    @Override
    public Void visitWithin(Expression.Within expression) {
        return node("within", expression.rows(), expression.column());
    }

    @Override
    public Void visitOverPresent(Expression.OverPresent expression) {
        return node("over-present", expression.least().stream().toArray(Expression[]::new));
    }

    @Override
    public Void visitStepped(Expression.Stepped expression) {
        out.append("(stepped ");
        print(expression.base());
        print(expression.steps());
        out.append(')');
        return null;
    }

    /** A chain is printed by a loop, however long it is. */
    @Override
    public Void visitBinary(Expression.Binary expression) {
        List<Expression.Binary> spine = expression.leftSpine();
        for (int i = spine.size() - 1; i >= 0; i--) {
            out.append('(').append(word(spine.get(i).operator())).append(' ');
        }
        print(spine.get(0).left());
        for (Expression.Binary binary : spine) {
            out.append(' ');
            print(binary.right());
            out.append(')');
        }
        return null;
    }

    @Override
    public Void visitUnary(Expression.Unary expression) {
        return node(word(expression.operator()), expression.operand());
    }

    @Override
    public Void visitComparison(Expression.Comparison expression) {
        out.append("(compare ");
        print(expression.first());
        for (Expression.Comparison.Link link : expression.links()) {
            out.append(' ').append(word(link.relation())).append(' ');
            print(link.right());
        }
        out.append(')');
        return null;
    }

    @Override
    public Void visitDirected(Expression.Directed expression) {
        return node(word(expression.relation()), expression.left(), expression.right());
    }

    @Override
    public Void visitTextTest(Expression.TextTest expression) {
        return node(word(expression.kind()), expression.left(), expression.right());
    }

    @Override
    public Void visitMembership(Expression.Membership expression) {
        out.append(expression.negated() ? "(not-in " : "(in ");
        print(expression.operand());
        for (Expression choice : expression.choices()) {
            out.append(' ');
            print(choice);
        }
        out.append(')');
        return null;
    }

    @Override
    public Void visitMissingTest(Expression.MissingTest expression) {
        return node((expression.negated() ? "is-not-" : "is-") + word(expression.kind()), expression.operand());
    }

    @Override
    public Void visitPast(Expression.Past expression) {
        PastPeriods periods = expression.periods();
        String grain = periods.grain().map(each -> "-" + word(each)).orElse("");
        String count = periods.count() == 1 ? "" : " " + periods.count();
        return node(word(periods.word()) + grain + count, expression.value());
    }

    @Override
    public Void visitInPeriod(Expression.InPeriod expression) {
        return node("for-" + expression.period().text(), expression.name());
    }

    @Override
    public Void visitLogic(Expression.Logic expression) {
        return node(word(expression.operator()), expression.operands().toArray(new Expression[0]));
    }

    @Override
    public Void visitConditional(Expression.Conditional expression) {
        return node("if", expression.condition(), expression.then(), expression.otherwise());
    }

    @Override
    public Void visitGuarded(Expression.Guarded expression) {
        out.append("(first-of");
        for (Expression.Guarded.Row row : expression.rows()) {
            out.append(' ');
            node("when", row.condition(), row.value());
        }
        expression.otherwise().ifPresent(otherwise -> {
            out.append(' ');
            node("otherwise", otherwise);
        });
        out.append(expression.undefined() ? " undefined)" : ")");
        return null;
    }

    @Override
    public Void visitExcepted(Expression.Excepted expression) {
        out.append("(rule ");
        print(expression.base());
        for (Expression.Excepted.Case exception : expression.cases()) {
            out.append(" (except \"").append(exception.label().text()).append("\" ");
            print(exception.condition());
            out.append(' ');
            print(exception.value());
            out.append(')');
        }
        out.append(')');
        return null;
    }

    @Override
    public Void visitBroken(Expression.BrokenExpression expression) {
        out.append("(broken)");
        return null;
    }

    @Override
    public Void visitAtMost(Step.AtMost step) {
        return node("at-most", step.bound());
    }

    @Override
    public Void visitAtLeast(Step.AtLeast step) {
        return node("at-least", step.bound());
    }

    @Override
    public Void visitRoundPlaces(Step.RoundPlaces step) {
        out.append("(round-places ")
                .append(step.places())
                .append(' ')
                .append(word(step.mode()))
                .append(')');
        return null;
    }

    @Override
    public Void visitRoundWhole(Step.RoundWhole step) {
        out.append("(round-whole ").append(word(step.mode())).append(')');
        return null;
    }

    @Override
    public Void visitRoundStep(Step.RoundStep step) {
        return node("round-step-" + word(step.mode()), step.step());
    }

    @Override
    public Void visitIfMissing(Step.IfMissing step) {
        return node("if-" + word(step.kind()), step.value());
    }

    @Override
    public Void visitInterpolated(Step.Interpolated step) {
        out.append("(interpolated)");
        return null;
    }

    @Override
    public Void visitExtended(Step.Extended step) {
        out.append("(extended)");
        return null;
    }
}
