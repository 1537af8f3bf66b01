package kpi.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kpi.function.KpiFunction;
import kpi.function.KpiFunctions;
import kpi.number.Exact;
import kpi.number.Rounding;
import kpi.source.Source;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.Text;
import kpi.value.Truth;
import kpi.value.Type;
import kpi.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** No term can be built that means nothing. */
class TermsTest {
    private static final Span SPAN = Source.of("test", "x").whole();
    private static final Type NUMBER = Type.measure(Dimension.NUMBER);
    private static final Type PERCENT = Type.measure(Dimension.PERCENT);
    private static final Type RATIO = Type.measure(Dimension.RATIO);
    private static final Term ONE = number(Units.NUMBER);
    private static final Term MONEY = number(Units.NTD);
    private static final Term SHARE = number(Units.PERCENT);
    private static final Term POINT = number(Units.POINTS);
    private static final Term YES = constant(Truth.TRUE);
    private static final Term TEXT = constant(new Text("甲"));
    private static final Term CELL = new ColumnTerm(SPAN, "T", "n", NUMBER);
    private static final Term CHOICE = new ColumnTerm(SPAN, "T", "類別", new Type.Choice(List.of("甲", "乙")));

    private static Term number(KpiUnit unit) {
        return constant(Quantity.of("1", unit));
    }

    private static Term constant(Value value) {
        return new Constant(SPAN, value, Type.of(value), "1");
    }

    private static void refused(Executable build) {
        assertThrows(IllTypedException.class, build);
    }

    private static Arithmetic arithmetic(Arithmetic.Operator operator, Term left, Term right, Type type) {
        return new Arithmetic(SPAN, operator, SPAN, left, right, type);
    }

    @Test
    void arithmeticHasTheDimensionThatFollows() {
        assertEquals(
                RATIO, arithmetic(Arithmetic.Operator.DIVIDE, ONE, ONE, RATIO).type());
        refused(() -> arithmetic(Arithmetic.Operator.DIVIDE, ONE, ONE, NUMBER));
        refused(() -> arithmetic(Arithmetic.Operator.ADD, ONE, SHARE, PERCENT));
        refused(() -> arithmetic(Arithmetic.Operator.ADD, ONE, YES, NUMBER));
        refused(() -> arithmetic(Arithmetic.Operator.ADD, TEXT, ONE, NUMBER));
        refused(() -> arithmetic(Arithmetic.Operator.ADD, ONE, ONE, Type.TRUTH));
        refused(() -> new Negation(SPAN, YES));
        refused(() -> new Negation(SPAN, ONE, PERCENT));
    }

    @Test
    void comparisonsHaveTwoSidesOfOneKind() {
        new Comparison(SPAN, TEXT, List.of(new Comparison.Link(Relation.EQUAL, SPAN, CHOICE)));
        new Comparison(SPAN, YES, List.of(new Comparison.Link(Relation.NOT_EQUAL, SPAN, YES)));
        refused(() -> new Comparison(SPAN, ONE, List.of()));
        refused(() -> new Comparison(SPAN, ONE, List.of(new Comparison.Link(Relation.LESS, SPAN, SHARE))));
        refused(() -> new Comparison(SPAN, TEXT, List.of(new Comparison.Link(Relation.LESS, SPAN, TEXT))));
        refused(() -> new Comparison(SPAN, YES, List.of(new Comparison.Link(Relation.AT_LEAST, SPAN, YES))));
        refused(() -> new Comparison(SPAN, TEXT, List.of(new Comparison.Link(Relation.EQUAL, SPAN, ONE))));
    }

    @Test
    void logicAndConditionsNeedTruths() {
        refused(() -> new Logic(SPAN, Logic.Operator.AND, List.of(YES)));
        refused(() -> new Logic(SPAN, Logic.Operator.OR, List.of(YES, ONE)));
        refused(() -> new Not(SPAN, ONE));
        refused(() -> new Conditional(SPAN, ONE, ONE, ONE, NUMBER));
    }

    @Test
    void branchesHaveATypeInCommon() {
        Term ratio = arithmetic(Arithmetic.Operator.DIVIDE, ONE, ONE, RATIO);
        assertEquals(PERCENT, new Conditional(SPAN, YES, ratio, SHARE, PERCENT).type());
        new Conditional(SPAN, YES, TEXT, CHOICE, Type.TEXT);
        refused(() -> new Conditional(SPAN, YES, ratio, SHARE, RATIO));
        refused(() -> new Conditional(SPAN, YES, ONE, SHARE, PERCENT));
        refused(() -> new Conditional(SPAN, YES, ONE, ONE, Type.TEXT));
        refused(() -> new Conditional(SPAN, YES, ONE, YES, NUMBER));
        refused(() -> new Conditional(SPAN, YES, TEXT, TEXT, NUMBER));
    }

    @Test
    void aLimitJoinsWhatItLimits() {
        Term ratio = arithmetic(Arithmetic.Operator.DIVIDE, ONE, ONE, RATIO);
        assertEquals(PERCENT, new Capped(SPAN, ratio, Bound.AT_MOST, SHARE).type());
        refused(() -> new Capped(SPAN, ONE, Bound.AT_MOST, MONEY));
        refused(() -> new Capped(SPAN, ONE, Bound.AT_MOST, ONE, PERCENT));
        refused(() -> new Capped(SPAN, TEXT, Bound.AT_MOST, ONE));
        refused(() -> new Capped(SPAN, TEXT, Bound.AT_MOST, TEXT, Type.TEXT));
    }

    @Test
    void onlyNumbersAreRounded() {
        RoundingRule whole = new RoundingRule.Places(0, Units.NUMBER, Rounding.HALF_UP);
        refused(() -> new Rounded(SPAN, YES, whole));
        refused(() -> new Rounded(SPAN, ONE, whole, PERCENT));
        refused(() -> new RoundingRule.Step(Exact.ZERO, Rounding.HALF_UP));
        assertEquals(Exact.of(3), new RoundingRule.Step(Exact.ONE, Rounding.HALF_UP).apply(Exact.of(25, 1)));
    }

    @Test
    void aCallHasTheTypeItsFunctionGives() {
        KpiFunction min = KpiFunctions.standard().find("min").orElseThrow();
        assertEquals(NUMBER, new FunctionCall(SPAN, min, List.of(ONE, ONE), NUMBER).type());
        refused(() -> new FunctionCall(SPAN, min, List.of(ONE, MONEY), NUMBER));
        refused(() -> new FunctionCall(SPAN, min, List.of(ONE), PERCENT));
        refused(() -> new FunctionCall(SPAN, min, List.of(), NUMBER));
    }

    @Test
    void onlyACountNeedsNoValue() {
        new Aggregation(SPAN, Aggregate.COUNT, "T", Optional.empty(), Optional.empty(), NUMBER);
        refused(() -> new Aggregation(SPAN, Aggregate.SUM, "T", Optional.empty(), Optional.empty(), NUMBER));
        refused(() -> new Aggregation(SPAN, Aggregate.COUNT, "T", Optional.empty(), Optional.of(CELL), NUMBER));
        refused(() -> new Aggregation(SPAN, Aggregate.SUM, "T", Optional.of(ONE), Optional.of(CELL), NUMBER));
        refused(() -> new Aggregation(SPAN, Aggregate.SUM, "T", Optional.empty(), Optional.of(YES), NUMBER));
    }

    @Test
    void aCellBelongsToARow() {
        Term inside = new Aggregation(SPAN, Aggregate.SUM, "T", Optional.empty(), Optional.of(CELL), NUMBER);
        Term other = new Aggregation(SPAN, Aggregate.SUM, "U", Optional.empty(), Optional.of(CELL), NUMBER);
        Term outer = new Aggregation(SPAN, Aggregate.SUM, "T", Optional.empty(), Optional.of(other), NUMBER);
        assertEquals(Set.of(), RowNeeds.of(inside).tables());
        assertEquals(Set.of(), RowNeeds.of(outer).tables());
        assertEquals(Set.of("T"), RowNeeds.of(other).tables());
        assertEquals(Set.of("T"), RowNeeds.of(CELL).tables());
        refused(() -> new ActualRule.Formula(YES));
    }

    @Test
    void aLineOfPointsHasRowsForItsFilterAndItsCapsOnEach() {
        PointItem.Cap each = new PointItem.Cap(SPAN, PointItem.Scope.EACH, Bound.AT_MOST, POINT);
        Optional<String> table = Optional.of("T");
        Optional<String> none = Optional.empty();
        Optional<Term> yes = Optional.of(YES);
        Optional<Term> no = Optional.empty();
        item(table, yes, yes, POINT, each);
        refused(() -> item(none, yes, no, POINT));
        refused(() -> item(none, no, no, POINT, each));
        refused(() -> item(table, Optional.of(ONE), no, POINT));
        refused(() -> item(table, no, Optional.of(ONE), POINT));
        refused(() -> item(table, no, no, YES));
        Term filter = new Comparison(SPAN, CELL, List.of(new Comparison.Link(Relation.LESS, SPAN, ONE)));
        item(table, Optional.of(filter), no, CELL);
        refused(() -> new PointItem.Cap(SPAN, PointItem.Scope.EACH, Bound.AT_MOST, YES));
        refused(() -> new ActualRule.Points(SPAN, List.of()));
    }

    private static PointItem item(
            Optional<String> table, Optional<Term> where, Optional<Term> when, Term amount, PointItem.Cap... caps) {
        return new PointItem(SPAN, PointItem.Kind.ADD, "x", table, where, when, amount, List.of(caps));
    }

    @Test
    void aNegativeNumberOfRowsIsRefused() {
        refused(() -> new Example.GivenRows("T", -1, java.util.Map.of(), SPAN));
    }

    @Test
    void whatStandsInPlaceOfAMissingValueJoinsItsUnit() {
        assertEquals(PERCENT, new Fallback(SPAN, SHARE, MissingKind.MISSING, SHARE).type());
        Fallback text = new Fallback(SPAN, TEXT, MissingKind.MISSING, new Substitute.By(TEXT), Type.TEXT);
        assertEquals(Type.TEXT, text.type());
        refused(() -> new Fallback(SPAN, MONEY, MissingKind.MISSING, POINT));
        refused(() -> new Fallback(SPAN, ONE, MissingKind.UNDEFINED, new Substitute.By(TEXT), NUMBER));
        refused(() -> new Fallback(SPAN, MONEY, MissingKind.MISSING, new Substitute.By(MONEY), NUMBER));
        Substitute stated = new Substitute.As(kpi.value.Absence.NOT_APPLICABLE, Optional.empty());
        refused(() -> new Fallback(SPAN, MONEY, MissingKind.MISSING, stated, NUMBER));
        refused(() -> new Step.Replace(SPAN, MissingKind.MISSING, TEXT));
    }

    @Test
    void onlyAFunctionOfAnyNumberOfArgumentsCanLeaveOneOut() {
        LeftOut optional = new LeftOut(SPAN, ONE, MissingKind.MISSING);
        KpiFunction max = KpiFunctions.standard().find("max").orElseThrow();
        KpiFunction abs = KpiFunctions.standard().find("abs").orElseThrow();
        assertEquals(NUMBER, new FunctionCall(SPAN, max, List.of(ONE, optional), NUMBER).type());
        refused(() -> new FunctionCall(SPAN, abs, List.of(optional), NUMBER));
    }
}
