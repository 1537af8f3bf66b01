package kpi.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import kpi.model.ActualRule;
import kpi.model.Bound;
import kpi.model.Gate;
import kpi.model.IllTypedException;
import kpi.model.PointGate;
import kpi.model.PointGroup;
import kpi.model.PointItem;
import kpi.model.PointItem.Kind;
import kpi.model.PointItem.Scope;
import kpi.model.PointItem.Whole;
import kpi.model.Term;
import kpi.source.Span;
import kpi.value.Absence;
import org.junit.jupiter.api.Test;

/** Groups of points, shares of the whole, gates and limits of the total: what each does, and what is refused. */
class PointGroupsTest {
    private static final Span SPAN = World.span("分組");

    private final World world = new World().input("n", "3").missing("m", "", Absence.NOT_REPORTED);

    private PointItem.Cap most(String limit) {
        return world.capInAll(limit);
    }

    private PointItem.Cap least(String limit) {
        return Points.cap(Scope.IN_ALL, Bound.AT_LEAST, world.term(limit));
    }

    private PointItem.Cap share(String limit, Whole whole) {
        Term term = world.term(limit);
        return new PointItem.Cap(term.span(), Scope.IN_ALL, Bound.AT_MOST, term, Optional.of(whole));
    }

    private Gate.Consequence keptAt(String limit) {
        return new Gate.Limited(Bound.AT_MOST, world.term(limit));
    }

    private static String total(Points points) {
        return World.shown(points.evaluate().total());
    }

    @Test
    void aGroupIsLimitedInWhatItsLinesComeToWithTheirSigns() {
        Points points = new Points(world)
                .line(Kind.BASE, "基本", "50分")
                .line(Kind.ADD, "創新", "8分")
                .line(Kind.DEDUCT, "缺失", "1分")
                .line(Kind.ADD, "合作", "5分")
                .group("獎勵", 3, most("10分"));
        PointsOutcome.Group group = points.evaluate().groups().get(0);
        assertEquals("12 分", World.shown(group.subtotal()));
        assertEquals("10 分", World.shown(group.amount()));
        assertEquals("60 分", total(points));
        assertEquals(
                List.of("基本", "獎勵"),
                points.evaluate().entries().stream()
                        .map(PointsOutcome.Entry::label)
                        .toList());
    }

    @Test
    void aGroupOfDeductionsIsLimitedInWhatItDeducts() {
        Points points = new Points(world)
                .line(Kind.BASE, "基本", "50分")
                .line(Kind.DEDUCT, "一", "3分")
                .line(Kind.DEDUCT, "二", "4分")
                .group("缺失", 2, most("5分"), least("2分"));
        PointsOutcome.Group group = points.evaluate().groups().get(0);
        assertEquals("7 分", World.shown(group.subtotal()));
        assertEquals("5 分", World.shown(group.capped()));
        assertEquals("-5 分", World.shown(group.amount()));
        assertEquals("45 分", total(points));
    }

    @Test
    void allottedPointsAreAwardedByShareOrAsPointsAndNeverBeyond() {
        Points points = new Points(world)
                .allotted("進度", "30分", "80%")
                .allotted("評價", "10分", "12分")
                .allotted("倒退", "20分", "0分 - 5分");
        assertEquals(List.of("24 分", "10 分", "0 分", "34 分"), points.shown());
    }

    @Test
    void aShareOfTheAllottedPointsDoesNotCountItself() {
        Points points = new Points(world)
                .allotted("一", "40分", "100%")
                .allotted("二", "20分", "50%")
                .line(Kind.ADD, "加碼", "9分");
        assertEquals("59 分", total(points));
        Points limited = new Points(world)
                .allotted("一", "40分", "100%")
                .allotted("二", "20分", "50%")
                .line(Kind.BASE, "加碼", "9分")
                .group("加", 1, share("10%", Whole.ALLOTTED));
        assertEquals("56 分", total(limited));
    }

    /** Ten percent of 60 or 70 possible points are 6 or 7, as of 60 + 10 points of others. */
    @Test
    void twoSharesOfTheOthersDoNotSeeEachOther() {
        Points points = new Points(world)
                .line(Kind.BASE, "基本", "60分")
                .line(Kind.ADD, "甲", "9分")
                .group("一", 1, share("10%", Whole.OTHERS))
                .line(Kind.ADD, "乙", "9分")
                .group("二", 1, share("10%", Whole.OTHERS));
        assertEquals("72 分", total(points));
    }

    @Test
    void theTotalIsLimitedBehindTheSum() {
        Points points = new Points(world)
                .line(Kind.BASE, "基本", "50分")
                .line(Kind.DEDUCT, "扣", "70分")
                .total(least("0分"), most("100分"));
        PointsOutcome outcome = points.evaluate();
        assertEquals("-20 分", World.shown(outcome.sum()));
        assertEquals("0 分", World.shown(outcome.capped()));
        assertEquals("0 分", World.shown(outcome.total()));
    }

    @Test
    void aShutGateKeepsTheTotalDownAndSaysWhatLacks() {
        Points points = new Points(world)
                .line(Kind.BASE, "一", "50分")
                .line(Kind.ADD, "二", "45分")
                .gate("46分", keptAt("59分"), new PointGate.Part(false, 0), new PointGate.Part(false, 1));
        PointsOutcome outcome = points.evaluate();
        assertEquals(Optional.of(false), outcome.gates().get(0).open());
        assertEquals(List.of("二"), outcome.gates().get(0).lacking());
        assertEquals("95 分", World.shown(outcome.capped()));
        assertEquals("59 分", World.shown(outcome.total()));
    }

    @Test
    void aGateAsksADeductionBeforeItsSignAndAGroupBehindItsLimits() {
        Gate.Consequence none = new Gate.NotApplicable();
        Points deduction = new Points(world)
                .line(Kind.BASE, "基本", "50分")
                .line(Kind.DEDUCT, "扣", "3分")
                .gate("3分", none, new PointGate.Part(false, 1));
        assertEquals("47 分", total(deduction));
        Points group = new Points(world)
                .line(Kind.BASE, "基本", "50分")
                .line(Kind.ADD, "加", "9分")
                .group("獎勵", 1, most("4分"))
                .gate("5分", none, new PointGate.Part(true, 0));
        assertEquals("missing: not applicable", total(group));
        assertEquals("54 分", World.shown(group.evaluate().sum()));
    }

    @Test
    void aLineThatDoesNotApplyIsNotAsked() {
        Points points = new Points(world)
                .line(Kind.BASE, "基本", "50分")
                .when(Kind.ADD, "加", "n > 5", "1分")
                .gate("10分", new Gate.NotApplicable(), new PointGate.Part(false, 1));
        assertEquals(Optional.of(true), points.evaluate().gates().get(0).open());
        assertEquals("50 分", total(points));
    }

    @Test
    void aGateWhoseConditionIsMissingLeavesNoTotal() {
        Points points = new Points(world).line(Kind.BASE, "基本", "50分").gateWhen("m > 1", keptAt("59分"));
        assertEquals(Optional.empty(), points.evaluate().gates().get(0).open());
        assertEquals("missing: not reported", total(points));
        assertEquals(
                "50 分", total(new Points(world).line(Kind.BASE, "基本", "50分").gateWhen("n > 9", new Gate.NoGrade())));
    }

    @Test
    void gatesStandOneBehindTheOther() {
        Points points = new Points(world)
                .line(Kind.BASE, "基本", "90分")
                .gateWhen("n > 9", keptAt("80分"))
                .gateWhen("n > 9", keptAt("70分"))
                .gateWhen("n > 9", new Gate.GradeAtMost("乙等"));
        assertEquals("70 分", total(points));
        assertEquals(3, points.evaluate().gates().size());
    }

    @Test
    void whatIsIllFormedIsRefused() {
        PointItem.Cap each = world.cap("1分");
        PointItem base = new PointItem(
                SPAN,
                Kind.BASE,
                "基本",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                world.term("1分"),
                List.of());
        List<PointItem> items = List.of(base, base);
        PointGroup first = new PointGroup(SPAN, "一", 0, 1, List.of());
        PointGate.Part second = new PointGate.Part(true, 1);
        Gate.Consequence none = new Gate.NoGrade();
        Optional<Term> limit = Optional.of(world.term("1分"));
        Optional<Term> holds = Optional.of(world.term("n > 1"));
        assertThrows(IllTypedException.class, () -> new PointGroup(SPAN, "空", 1, 1, List.of()));
        assertThrows(IllTypedException.class, () -> new PointGroup(SPAN, "前", -1, 1, List.of()));
        assertThrows(IllTypedException.class, () -> new PointGroup(SPAN, "每", 0, 1, List.of(each)));
        assertThrows(IllTypedException.class, () -> points(items, List.of(first, first), List.of(), List.of()));
        assertThrows(
                IllTypedException.class,
                () -> points(items, List.of(new PointGroup(SPAN, "遠", 1, 3, List.of())), List.of(), List.of()));
        assertThrows(
                IllTypedException.class,
                () -> points(
                        items,
                        List.of(first),
                        List.of(new PointGate(SPAN, List.of(second), limit, Optional.empty(), none)),
                        List.of()));
        assertThrows(IllTypedException.class, () -> points(items, List.of(), List.of(), List.of(each)));
        assertThrows(
                IllTypedException.class,
                () -> points(items, List.of(), List.of(), List.of(share("10%", Whole.OTHERS))));
        assertThrows(IllTypedException.class, () -> points(List.of(), List.of(), List.of(), List.of()));
        assertThrows(IllTypedException.class, () -> new PointGate(SPAN, List.of(second), limit, holds, none));
        assertThrows(IllTypedException.class, () -> new PointGate(SPAN, List.of(), limit, Optional.empty(), none));
        assertThrows(
                IllTypedException.class, () -> new PointGate(SPAN, List.of(second), Optional.empty(), holds, none));
        assertThrows(IllTypedException.class, () -> new PointGate(SPAN, List.of(), Optional.empty(), limit, none));
    }

    private static ActualRule.Points points(
            List<PointItem> items, List<PointGroup> groups, List<PointGate> gates, List<PointItem.Cap> total) {
        return new ActualRule.Points(SPAN, items, groups, gates, total);
    }

    @Test
    void aGroupKnowsItsLinesAndItsSign() {
        PointItem deduction = new PointItem(
                SPAN,
                Kind.DEDUCT,
                "扣",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                world.term("1分"),
                List.of());
        PointItem bonus = new PointItem(
                SPAN, Kind.ADD, "加", Optional.empty(), Optional.empty(), Optional.empty(), world.term("1分"), List.of());
        List<PointItem> items = List.of(deduction, deduction, bonus);
        PointGroup deductions = new PointGroup(SPAN, "扣分", 0, 2, List.of());
        assertEquals(List.of(deduction, deduction), deductions.lines(items));
        assertEquals(-1, deductions.sign(items));
        assertEquals(1, new PointGroup(SPAN, "混合", 1, 3, List.of()).sign(items));
    }
}
