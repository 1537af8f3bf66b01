package kpi.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kpi.source.Source;
import kpi.source.Span;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.Truth;
import kpi.value.Type;
import org.junit.jupiter.api.Test;

/** A rule may only look at rows that there are around it. */
class PerTest {
    private static final Span SPAN = Source.of("t.kpi", "some text").whole();
    private static final Type NUMBER = Type.measure(Units.NUMBER.dimension());
    private static final Term CELL = new ColumnTerm(SPAN, "T", "n", NUMBER);
    private static final Term KEY = new GroupKey(SPAN, "機關", Type.TEXT);
    private static final Term FIGURE = new RowFigure(SPAN, "K", KpiPart.ACTUAL, NUMBER);
    private static final Per ROWS = new Per.EachRow("T");
    private static final Per GROUPS = new Per.EachGroup(List.of("機關"));

    private static Term sum(String table, Term value, Within... within) {
        return new Aggregation(
                SPAN, Aggregate.SUM, table, List.of(within), Optional.empty(), Optional.of(value), NUMBER);
    }

    private static KpiVersion version(Term formula, List<Definition> definitions, Optional<RankRule> rank) {
        return new KpiVersion(
                Optional.empty(),
                "甲",
                Optional.empty(),
                Particulars.NONE,
                Calculation.of(new ActualRule.Formula(formula), definitions, Units.NUMBER),
                Aims.NONE,
                Scoring.ranked(rank));
    }

    private static KpiModel kpi(Per per, KpiVersion version) {
        return new KpiModel(KpiHead.of("X", "甲"), per, List.of(version), Claims.NONE, List.of(), SPAN);
    }

    private static KpiModel kpi(Per per, Term formula, Definition... definitions) {
        return kpi(per, version(formula, List.of(definitions), Optional.empty()));
    }

    private static void refused(Per per, Term formula, Definition... definitions) {
        assertThrows(IllTypedException.class, () -> kpi(per, formula, definitions));
    }

    @Test
    void aCellBelongsToTheRowOfItsOwnTable() {
        kpi(ROWS, CELL);
        kpi(Per.ONCE, sum("T", CELL));
        refused(Per.ONCE, CELL);
        refused(GROUPS, CELL);
        refused(new Per.EachRow("U"), CELL);
        refused(Per.ONCE, sum("U", CELL));
        kpi(ROWS, sum("U", CELL));
    }

    @Test
    void soDoTheNamesOfAKpi() {
        Definition of = new Definition("d", CELL, SPAN);
        kpi(ROWS, new DefinitionTerm(SPAN, of), of);
        refused(Per.ONCE, new DefinitionTerm(SPAN, of), of);
    }

    @Test
    void aKeyBelongsToAGroupWithItsColumn() {
        Term where = new Comparison(SPAN, KEY, List.of(new Comparison.Link(Relation.EQUAL, SPAN, KEY)));
        Term chosen = new Conditional(SPAN, where, sum("T", CELL), sum("T", CELL), NUMBER);
        kpi(GROUPS, chosen);
        refused(Per.ONCE, chosen);
        refused(ROWS, chosen);
        refused(new Per.EachGroup(List.of("年度")), chosen);
    }

    @Test
    void aFigureOfARowBelongsToAnAggregateOverItsKpi() {
        kpi(Per.ONCE, sum("K", FIGURE));
        refused(Per.ONCE, FIGURE);
        refused(ROWS, sum("T", FIGURE));
    }

    @Test
    void whatAnAggregateIsWithinBelongsToTheRowAroundIt() {
        kpi(ROWS, sum("T", CELL, new Within("n", CELL)));
        refused(Per.ONCE, sum("T", CELL, new Within("n", CELL)));
    }

    @Test
    void keysOfAJoinBelongToTheRowAroundIt() {
        Term joined = new JoinedColumn(SPAN, "U", "m", List.of("k"), List.of(CELL), NUMBER);
        Term figure = new JoinedFigure(SPAN, "K", KpiPart.ACTUAL, List.of("k"), List.of(CELL), NUMBER);
        kpi(ROWS, joined);
        kpi(ROWS, figure);
        refused(Per.ONCE, joined);
        refused(Per.ONCE, figure);
        assertThrows(
                IllTypedException.class,
                () -> new JoinedColumn(SPAN, "U", "m", List.of("k", "l"), List.of(CELL), NUMBER));
        assertThrows(
                IllTypedException.class,
                () -> new JoinedFigure(SPAN, "K", KpiPart.ACTUAL, List.of(), List.of(), NUMBER));
    }

    @Test
    void aLineOfPointsHasARowOnlyWhereItWalks() {
        Term isOne = new Comparison(SPAN, CELL, List.of(new Comparison.Link(Relation.EQUAL, SPAN, CELL)));
        kpi(Per.ONCE, points(Optional.of(isOne), Optional.empty()));
        kpi(ROWS, points(Optional.of(isOne), Optional.of(isOne)));
        assertThrows(IllTypedException.class, () -> kpi(Per.ONCE, points(Optional.of(isOne), Optional.of(isOne))));
    }

    private static KpiVersion points(Optional<Term> where, Optional<Term> when) {
        PointItem item = new PointItem(SPAN, PointItem.Kind.ADD, "x", Optional.of("T"), where, when, CELL, List.of());
        return KpiVersion.of(
                Optional.empty(),
                "甲",
                Calculation.of(new ActualRule.Points(SPAN, List.of(item)), List.of(), Units.NUMBER));
    }

    @Test
    void onlyRowsAndGroupsHaveRanks() {
        Optional<RankRule> rank = Optional.of(
                new RankRule(SPAN, List.of(), Optional.empty(), true, RankRule.Ties.SHARE_BEST, Facet.ACTUAL));
        kpi(ROWS, version(CELL, List.of(), rank));
        KpiVersion once = version(sum("T", CELL), List.of(), rank);
        assertThrows(IllTypedException.class, () -> kpi(Per.ONCE, once));
        Optional<Term> ofRow = Optional.of(new Comparison(
                SPAN,
                CELL,
                List.of(new Comparison.Link(
                        Relation.LESS, SPAN, new Constant(SPAN, Quantity.of("1", Units.NUMBER), NUMBER, "1")))));
        RankRule filtered = new RankRule(SPAN, List.of(), ofRow, true, RankRule.Ties.DENSE, Facet.ACTUAL);
        kpi(ROWS, version(CELL, List.of(), Optional.of(filtered)));
        KpiVersion grouped = version(sum("T", CELL), List.of(), Optional.of(filtered));
        assertThrows(IllTypedException.class, () -> kpi(GROUPS, grouped));
        assertThrows(
                IllTypedException.class,
                () -> new RankRule(SPAN, List.of(), Optional.empty(), true, RankRule.Ties.DENSE, Facet.TARGET));
    }

    @Test
    void groupsNeedDistinctColumns() {
        assertThrows(IllTypedException.class, () -> new Per.EachGroup(List.of()));
        assertThrows(IllTypedException.class, () -> new Per.EachGroup(List.of("年度", "年度")));
    }

    @Test
    void referencesNameKpisByTheirFiguresAndByTheirRows() {
        Term count = new Aggregation(SPAN, Aggregate.COUNT, "C", Optional.empty(), Optional.empty(), NUMBER);
        Term joined = new JoinedFigure(SPAN, "J", KpiPart.ACTUAL, List.of("k"), List.of(CELL), NUMBER);
        Term both = new Arithmetic(
                SPAN,
                Arithmetic.Operator.ADD,
                SPAN,
                new Arithmetic(SPAN, Arithmetic.Operator.ADD, SPAN, sum("T", CELL), count, NUMBER),
                new Arithmetic(SPAN, Arithmetic.Operator.ADD, SPAN, joined, sum("K", FIGURE), NUMBER),
                NUMBER);
        KpiModel kpi = kpi(ROWS, both);
        assertEquals(Set.of("J", "K"), KpiReferences.of(kpi, Set.of()).keySet());
        assertEquals(
                Set.of("J", "K", "C"),
                KpiReferences.of(kpi, Set.of("C", "J", "K")).keySet());
        assertEquals(Set.of("J", "K", "T"), KpiReferences.of(kpi, Set.of("T")).keySet());
        assertEquals(
                List.of("T", "C", "J", "K"),
                List.copyOf(KpiReferences.rows(kpi.versions().get(0)).keySet()));
    }

    @Test
    void needsAreNoneWithoutRowsAround() {
        Term truth = new Constant(SPAN, Truth.TRUE, Type.TRUTH, "true");
        assertEquals(true, RowNeeds.of(truth).isNone());
        assertEquals(false, RowNeeds.of(CELL).isNone());
        assertEquals(false, RowNeeds.of(KEY).isNone());
        assertEquals(
                false, RowNeeds.of(new OwnFigure(SPAN, Facet.ACTUAL, NUMBER)).isNone());
        Term use = new DefinitionTerm(SPAN, new Definition("d", CELL, SPAN));
        assertEquals(true, RowNeeds.of(use).isNone());
        assertEquals(Set.of("T"), RowNeeds.withDefinitions(sum("T", use)).tables());
        assertEquals(Set.of("T"), RowNeeds.of(sum("T", use)).walked());
    }
}
