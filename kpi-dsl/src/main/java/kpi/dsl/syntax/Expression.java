package kpi.dsl.syntax;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import kpi.source.Span;

/** An expression as written: brackets, spelling and full-width signs are kept. */
public sealed interface Expression extends Node {
    <R> R accept(Visitor<R> visitor);

    /** One method per case: a new case does not compile until every visitor knows it. */
    interface Visitor<R> {
        R visitNumberLiteral(NumberLiteral expression);

        R visitTextLiteral(TextLiteral expression);

        R visitDateLiteral(DateLiteral expression);

        R visitTruthLiteral(TruthLiteral expression);

        R visitName(Name expression);

        R visitMember(Member expression);

        R visitBracketed(Bracketed expression);

        R visitApplication(Application expression);

        R visitNoted(Noted expression);

        R visitInUnit(InUnit expression);

        R visitEach(Each expression);

        R visitFiltered(Filtered expression);

        R visitWithin(Within expression);

        R visitOverPresent(OverPresent expression);

        R visitStepped(Stepped expression);

        R visitBinary(Binary expression);

        R visitUnary(Unary expression);

        R visitComparison(Comparison expression);

        R visitDirected(Directed expression);

        R visitTextTest(TextTest expression);

        R visitMembership(Membership expression);

        R visitMissingTest(MissingTest expression);

        R visitPast(Past expression);

        R visitInPeriod(InPeriod expression);

        R visitLogic(Logic expression);

        R visitConditional(Conditional expression);

        R visitGuarded(Guarded expression);

        R visitExcepted(Excepted expression);

        R visitBroken(BrokenExpression expression);
    }

    /** A quantity as printed: {@code 66億元}, {@code 0.1 分}, {@code 5%}. */
    record NumberLiteral(Span span, String text) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNumberLiteral(this);
        }
    }

    /** A quoted text, without its quotes. */
    record TextLiteral(Span span, String value) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitTextLiteral(this);
        }
    }

    /** A date as printed: {@code 109年12月31日}. */
    record DateLiteral(Span span, String text) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitDateLiteral(this);
        }
    }

    /** 是, 否, true, false. */
    record TruthLiteral(Span span, boolean value) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitTruthLiteral(this);
        }
    }

    /** A name or a KPI id; the spelling is without the quotes 【】. */
    record Name(Span span, String spelling, boolean quoted) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitName(this);
        }
    }

    /** A column of a table: {@code 民調.知曉度}. */
    record Member(Span span, Name table, Name column) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitMember(this);
        }
    }

    /** Round, square or tortoise-shell brackets around an expression. */
    record Bracketed(Span span, Expression inner) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitBracketed(this);
        }
    }

    /** A bracket after a name: arguments, a qualifier or a restated definition; analysis decides which. */
    record Application(Span span, Name name, List<Expression> arguments, Span brackets) implements Expression {
        public Application {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitApplication(this);
        }
    }

    /**
     * A note behind an operand, or a footnote mark: {@code 人數(含培力、提案說明會)}, {@code 57.25%①}. It says nothing to
     * the computation.
     *
     * @param brackets the note with its brackets, or the mark
     * @param note the note without its brackets
     */
    record Noted(Span span, Expression operand, Span brackets, String note) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNoted(this);
        }
    }

    /** How many of a unit: {@code 歲入 in 萬元}, {@code 歲入 以 萬元 計}. */
    record InUnit(Span span, Expression operand, UnitWord unit) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitInUnit(this);
        }
    }

    /** Inside an aggregate, a value for each row: {@code 每 案件 限 類別 = "促參"：處數}. */
    record Each(Span span, Name table, Optional<Expression> where, Expression value) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitEach(this);
        }
    }

    /** Inside an aggregate, only the rows for which something holds: {@code 案件 限 處數 > 1}. */
    record Filtered(Span span, Expression rows, Expression where) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitFiltered(this);
        }
    }

    /** Inside a function of rows, only the rows that agree with the row around in a column: {@code 國家.hdi within year}. */
    record Within(Span span, Expression rows, Name column) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitWithin(this);
        }
    }

    /** Behind the rows of a function: rows without a value are skipped; so many must have one. */
    record OverPresent(Span span, Optional<NumberLiteral> least) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitOverPresent(this);
        }
    }

    /** Steps after commas: {@code (a / b, at least 0, rounded to 2 places)}. */
    record Stepped(Span span, Expression base, List<Step> steps) implements Expression {
        public Stepped {
            steps = List.copyOf(steps);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitStepped(this);
        }
    }

    /** Two operands and an operator. Chains are deep on the left: walk them with {@link #leftSpine()}. */
    record Binary(Span span, Operator operator, Span operatorSpan, Expression left, Expression right)
            implements Expression {
        /** The five operators of arithmetic. */
        public enum Operator {
            ADD,
            SUBTRACT,
            MULTIPLY,
            DIVIDE,
            POWER
        }

        /**
         * This node and the binary nodes down its left side, innermost first: {@code a+b-c} gives {@code a+b}, then the
         * whole. A visitor that walks a chain this way needs no stack for its length.
         */
        public List<Binary> leftSpine() {
            ArrayDeque<Binary> spine = new ArrayDeque<>();
            Expression node = this;
            while (node instanceof Binary binary) {
                spine.addFirst(binary);
                node = binary.left();
            }
            return List.copyOf(spine);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitBinary(this);
        }
    }

    /** A sign, or a negation. */
    record Unary(Span span, Operator operator, Expression operand) implements Expression {
        /** Minus, plus, not. */
        public enum Operator {
            NEGATE,
            PLUS,
            NOT
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitUnary(this);
        }
    }

    /** A chain of comparisons: {@code 0 < x <= 1} means both hold. */
    record Comparison(Span span, Expression first, List<Link> links) implements Expression {
        public Comparison {
            links = List.copyOf(links);
            if (links.isEmpty()) {
                throw new IllegalArgumentException("a comparison has at least one link");
            }
        }

        /** One relation of the chain and what stands to its right. */
        public record Link(Relation relation, Span operatorSpan, Expression right) {}

        /** The six relations. */
        public enum Relation {
            LT,
            LE,
            GT,
            GE,
            EQ,
            NE
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitComparison(this);
        }
    }

    /** Compared as the KPI's direction says: {@code performance reaches benchmark}. */
    record Directed(Span span, Relation relation, Span operatorSpan, Expression left, Expression right)
            implements Expression {
        /** 達到, 優於 and their opposites. */
        public enum Relation {
            REACHES,
            DOES_NOT_REACH,
            BETTER_THAN,
            NOT_BETTER_THAN
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitDirected(this);
        }
    }

    /** A text against a part of a text: {@code measure starts with "HAI"}. */
    record TextTest(Span span, Kind kind, Span operatorSpan, Expression left, Expression right) implements Expression {
        /** 開頭為, 結尾為, 含有. */
        public enum Kind {
            STARTS_WITH,
            ENDS_WITH,
            CONTAINS
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitTextTest(this);
        }
    }

    /** One of several values: {@code 類別 in ("促參", "委營OT")}. */
    record Membership(Span span, Expression operand, boolean negated, Span operatorSpan, List<Expression> choices)
            implements Expression {
        public Membership {
            choices = List.copyOf(choices);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitMembership(this);
        }
    }

    /** {@code x is missing}, {@code x is not missing}; x 為缺值. */
    record MissingTest(Span span, Expression operand, MissingWord kind, boolean negated) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitMissingTest(this);
        }
    }

    /** A value of other periods: {@code previous 期末人口數}, 前期 期末人口數; the value is a name or a figure of a KPI. */
    record Past(Span span, PastPeriods periods, Expression value) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitPast(this);
        }
    }

    /** A value of one period by name: {@code actual for 105}, 實際值 於 105. */
    record InPeriod(Span span, Name name, PeriodWord period) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitInPeriod(this);
        }
    }

    /** All of them, or any of them. */
    record Logic(Span span, Operator operator, List<Expression> operands) implements Expression {
        public Logic {
            operands = List.copyOf(operands);
            if (operands.size() < 2) {
                throw new IllegalArgumentException("at least two operands");
            }
        }

        /** 且 or 或. */
        public enum Operator {
            AND,
            OR
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitLogic(this);
        }
    }

    /** {@code if c then a else b}, {@code 若 c 則 a 否則 b}. */
    record Conditional(Span span, Expression condition, Expression then, Expression otherwise) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitConditional(this);
        }
    }

    /**
     * Rows of a value and when it holds, the first that holds wins: {@code 10 分 when a > b ⏎ otherwise 0 分}.
     *
     * @param otherwise what holds where no row does
     * @param undefined whether the author says that there is no value then
     */
    record Guarded(Span span, List<Row> rows, Optional<Expression> otherwise, boolean undefined) implements Expression {
        public Guarded {
            rows = List.copyOf(rows);
            if (rows.isEmpty() || otherwise.isPresent() && undefined) {
                throw new IllegalArgumentException("rows, and at most one thing to hold otherwise");
            }
        }

        /** A value and when it holds. */
        public record Row(Expression value, Expression condition) {}

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitGuarded(this);
        }
    }

    /** A rule, then its exceptions: {@code A ⏎ except "新設" when C: B}. */
    record Excepted(Span span, Expression base, List<Case> cases) implements Expression {
        public Excepted {
            cases = List.copyOf(cases);
            if (cases.isEmpty()) {
                throw new IllegalArgumentException("at least one exception");
            }
        }

        /** An exception under its label. */
        public record Case(Span span, Label label, Expression condition, Expression value) {}

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitExcepted(this);
        }
    }

    /** Could not be read; its problem is reported. */
    record BrokenExpression(Span span) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitBroken(this);
        }
    }
}
