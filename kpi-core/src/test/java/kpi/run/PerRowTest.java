package kpi.run;

import static kpi.run.Card.Y108;
import static kpi.run.Card.Y109;
import static kpi.run.Card.Y110;
import static kpi.run.RowWorld.NUMBER;
import static kpi.run.RowWorld.VALUE;
import static kpi.run.RowWorld.facts;
import static kpi.run.RowWorld.ofSameHospital;
import static kpi.run.RowWorld.ofTable;
import static kpi.run.RowWorld.once;
import static kpi.run.RowWorld.over;
import static kpi.run.RowWorld.perHospital;
import static kpi.run.RowWorld.perRow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kpi.data.Table;
import kpi.diagnostic.KpiCancelledException;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.model.Aggregate;
import kpi.model.Arithmetic.Operator;
import kpi.model.Bound;
import kpi.model.Capped;
import kpi.model.Comparison;
import kpi.model.Constant;
import kpi.model.DefinitionTerm;
import kpi.model.Facet;
import kpi.model.JoinedFigure;
import kpi.model.KpiPart;
import kpi.model.RankRule;
import kpi.model.Relation;
import kpi.model.Term;
import kpi.result.Groups;
import kpi.result.KpiResult;
import kpi.result.Mark;
import kpi.result.ScorecardResult;
import kpi.result.State;
import kpi.result.Verdict;
import kpi.run.RowWorld.Row;
import kpi.score.FactBook;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.Text;
import kpi.value.Type;
import kpi.value.Value;
import org.junit.jupiter.api.Test;

/** KPIs per row and per group, as a host sees them. */
class PerRowTest {
    private static final List<Row> ROWS = List.of(
            Row.of("甲", "感染", 5),
            Row.of("乙", "感染", 2),
            new Row("109", "甲", "滿意", Optional.empty()),
            Row.of("甲", "等候", 4),
            Row.of("乙", "等候", 10));
    private static final Term TEN_EACH = Card.calc(VALUE, Operator.MULTIPLY, Card.number("10", Units.NUMBER));

    private static String shown(KpiResult kpi) {
        return kpi.keys().values().stream()
                        .map(value -> value.display(Language.ZH_TW))
                        .collect(Collectors.joining(" "))
                + " → "
                + kpi.actual()
                        .value()
                        .map(Quantity::plain)
                        .orElse(kpi.actual().state().id());
    }

    private static List<String> rows(KpiResult kpi) {
        return kpi.groups().orElseThrow().stream().map(PerRowTest::shown).toList();
    }

    private static List<String> rows(ScorecardResult result, String kpi) {
        return rows(result.kpi(kpi));
    }

    private static ScorecardResult evaluate(RowWorld world, List<Row> rows) {
        KpiProgram program = world.program();
        return program.evaluate(facts(program, rows), Evaluation.of(Y109));
    }

    @Test
    void aKpiPerRowHasAFigureForEachRowInTheirOrder() {
        ScorecardResult result = evaluate(new RowWorld().kpi(perRow("V", TEN_EACH)), ROWS);
        assertEquals(
                List.of("109年 甲 感染 → 50", "109年 乙 感染 → 20", "109年 甲 滿意 → missing", "109年 甲 等候 → 40", "109年 乙 等候 → 100"),
                rows(result, "V"));
        KpiResult kpi = result.kpi("V");
        Groups groups = kpi.groups().orElseThrow();
        assertEquals(List.of("年", "院", "項"), groups.keyColumns());
        assertEquals(5, groups.size());
        assertEquals(State.NOT_APPLICABLE, kpi.actual().state());
        assertEquals("各列各有一個數，共 5 列，沒有單一的數", kpi.actual().reason().orElseThrow().zh());
        assertEquals(Verdict.UNDECIDED, kpi.verdict());
    }

    @Test
    void aRowSaysWhatItsFigureLacks() {
        KpiResult row = evaluate(new RowWorld().kpi(perRow("V", TEN_EACH)), ROWS)
                .kpi("V")
                .groups()
                .orElseThrow()
                .list()
                .get(2);
        assertEquals("資料表「量測」第 3 列的「值」未填報", row.actual().reason().orElseThrow().zh());
        assertEquals(3, row.problems().get(0).place().cell().orElseThrow().row());
    }

    @Test
    void theKpiSumsUpWhatItsRowsLack() {
        List<Row> rows = Stream.concat(ROWS.stream(), Stream.of(Row.of("丙", "感染", 0), Row.of("丁", "感染", 0)))
                .toList();
        ScorecardResult result =
                evaluate(new RowWorld().kpi(RowWorld.perRow()).kpi(once("E", over(Aggregate.COUNT, "V"))), rows);
        assertEquals(
                List.of("V 共 7 列，其中 2 列無法計算；第一列：除以零：10 / 0；「值」為 0。", "V 共 7 列，其中 1 列沒有值；第一列：未填報，資料表「量測」第 3 列的「值」未填報。"),
                result.kpi("V").problems().stream()
                        .map(problem -> problem.message(Language.ZH_TW))
                        .toList());
        assertEquals(
                List.of("waits-for"),
                result.kpi("E").problems().stream().map(Problem::code).toList());
    }

    @Test
    void groupsComeInTheOrderInWhichTheyAreMet() {
        ScorecardResult result = evaluate(new RowWorld().kpi(perHospital("G", ofTable(Aggregate.COUNT))), ROWS);
        assertEquals(List.of("甲 → 3", "乙 → 2"), rows(result, "G"));
        assertEquals(
                "各組各有一個數，共 2 組，沒有單一的數",
                result.kpi("G").actual().reason().orElseThrow().zh());
    }

    @Test
    void aKpiPerGroupAggregatesTheRowsOfAKpiPerRow() {
        RowWorld world = new RowWorld()
                .kpi(perRow("V", TEN_EACH))
                .kpi(perHospital("G", over(Aggregate.SUM, "V")))
                .kpi(perHospital("N", over(Aggregate.COUNT, "V")))
                .kpi(once("ALL", over(Aggregate.SUM, "G")));
        ScorecardResult result = evaluate(world, ROWS);
        assertEquals(List.of("甲 → 90", "乙 → 120"), rows(result, "G"));
        assertEquals(List.of("甲 → 2", "乙 → 2"), rows(result, "N"));
        assertEquals("210", result.kpi("ALL").actual().orElseThrow().plain());
        List<KpiResult> groups = result.kpi("G").groups().orElseThrow().list();
        assertTrue(groups.get(0).actual().marks().contains(Mark.PARTIAL), "a row of 甲 was left out");
        assertFalse(groups.get(1).actual().marks().contains(Mark.PARTIAL));
        assertEquals(
                "2 筆合計（略去缺值 1 筆） = 90",
                groups.get(0).actual().explain().parts().isEmpty()
                        ? groups.get(0).actual().explain().line(Language.ZH_TW)
                        : groups.get(0).actual().explain().parts().get(0).line(Language.ZH_TW));
    }

    @Test
    void aKpiPerGroupUsesTheFigureOfAnotherForTheSameGroup() {
        RowWorld world = new RowWorld()
                .kpi(perHospital("A", ofTable(Aggregate.COUNT)))
                .kpi(perHospital("B", ofTable(Aggregate.MAX)))
                .kpi(perHospital("C", Card.calc(ofSameHospital("A"), Operator.ADD, ofSameHospital("B"))));
        List<Row> rows = List.of(Row.of("甲", "感染", 5), Row.of("乙", "感染", 2), Row.of("甲", "等候", 4));
        ScorecardResult result = evaluate(world, rows);
        assertEquals(List.of("甲 → 7", "乙 → 3"), rows(result, "C"));
    }

    @Test
    void definitionsAreKeptAndCanBeAggregated() {
        kpi.model.Definition twice =
                RowWorld.definition("兩倍", Card.calc(VALUE, Operator.MULTIPLY, Card.number("2", Units.NUMBER)));
        Term use = new DefinitionTerm(Card.span("兩倍"), twice);
        Term capped = new Capped(Card.span("上限"), use, Bound.AT_MOST, Card.number("9", Units.NUMBER));
        RowWorld world = new RowWorld()
                .kpi(perRow("V", capped).define(twice))
                .kpi(once(
                        "S",
                        Card.aggregate(
                                Aggregate.SUM,
                                "V",
                                Optional.empty(),
                                Optional.of(RowWorld.rowFigure("V", new KpiPart.Named("兩倍"))))));
        ScorecardResult result = evaluate(world, ROWS);
        KpiResult first = result.kpi("V").groups().orElseThrow().list().get(0);
        assertEquals("9", first.actual().orElseThrow().plain());
        assertEquals("10", first.definitions().get("兩倍").orElseThrow().plain());
        assertEquals("42", result.kpi("S").actual().orElseThrow().plain());
    }

    @Test
    void aRowHasTargetAttainmentVerdictAndGrade() {
        Card.Kpi kpi = Card.newKpi("V", "每列", Units.NUMBER)
                .per(new kpi.model.Per.EachRow(RowWorld.TABLE))
                .formula(VALUE)
                .target(Y109, "5")
                .grade(Grades.of("優 [100% ", "可  100%"));
        ScorecardResult result = evaluate(new RowWorld().kpi(kpi), ROWS);
        List<String> found = result.kpi("V").groups().orElseThrow().stream()
                .map(row -> row.attainment().value().map(Quantity::plain).orElse("–") + " " + row.verdict() + " "
                        + row.grade().orElse("–"))
                .toList();
        assertEquals(
                List.of("100 ATTAINED 優", "40 NOT_ATTAINED 可", "– UNDECIDED –", "80 NOT_ATTAINED 可", "100 ATTAINED 優"),
                found);
        assertEquals(0, result.root().attained());
        assertEquals(0, result.root().kpis());
        assertFalse(result.partial());
    }

    @Test
    void aRowIsExplainedWhenItIsAskedForAndNotAfterItIsDetached() {
        KpiProgram program = new RowWorld().kpi(perRow("V", TEN_EACH)).program();
        Facts facts = facts(program, ROWS);
        ScorecardResult result = program.evaluate(facts, Evaluation.of(Y109));
        KpiResult row = result.kpi("V").groups().orElseThrow().list().get(3);
        assertEquals("4 × 10 = 40", row.actual().explain().line(Language.ZH_TW));
        List<String> lines = result.kpi("V").groups().orElseThrow().stream()
                .parallel()
                .map(each -> each.actual().explain().line(Language.EN))
                .toList();
        assertEquals("5 × 10 = 50", lines.get(0));
        assertEquals("10 × 10 = 100", lines.get(4));
        KpiResult alone =
                result.detached().kpi("V").groups().orElseThrow().list().get(3);
        assertEquals("40", alone.actual().orElseThrow().plain());
        assertEquals(Optional.empty(), alone.actual().explanation());
        KpiResult quiet = program.evaluate(facts, Evaluation.of(Y109).explain(Evaluation.Detail.NONE))
                .kpi("V")
                .groups()
                .orElseThrow()
                .list()
                .get(3);
        assertEquals(Optional.empty(), quiet.actual().explanation());
    }

    /** A result that shows its rows may outlive the data they came from. */
    @Test
    void aDetachedResultHoldsNoDataset() throws ReflectiveOperationException, InterruptedException {
        List<WeakReference<Table>> tables = new ArrayList<>();
        ScorecardResult kept = detached(tables);
        for (int i = 0; i < 500 && tables.get(0).get() != null; i++) {
            System.gc();
            Thread.sleep(2);
        }
        assertNull(tables.get(0).get());
        assertEquals("21", kept.kpi("S").actual().orElseThrow().plain());
        assertTrue(kept.kpi("S").actual().explain().line(Language.EN).contains("21"));
    }

    private static ScorecardResult detached(List<WeakReference<Table>> tables) throws ReflectiveOperationException {
        KpiProgram program = new RowWorld()
                .kpi(perRow("V", TEN_EACH))
                .kpi(once("S", RowWorld.ofTable(Aggregate.SUM)))
                .program();
        List<Row> complete =
                ROWS.stream().filter(row -> !row.equals(ROWS.get(2))).toList();
        Facts facts = facts(program, complete);
        Field book = Facts.class.getDeclaredField("book");
        book.setAccessible(true);
        FactBook held = (FactBook) book.get(facts);
        tables.add(new WeakReference<>(Objects.requireNonNull(held.tables().get(RowWorld.TABLE))));
        return program.evaluate(facts, Evaluation.of(Y109).explain(Evaluation.Detail.ROWS))
                .detached();
    }

    @Test
    void onlyRowsThatTheRuleIsAboutAreRanked() {
        Term hospital = Card.column(RowWorld.TABLE, "院", Type.TEXT);
        Term notB = new Comparison(
                Card.span("院 ≠ 乙"),
                hospital,
                List.of(new Comparison.Link(
                        Relation.NOT_EQUAL,
                        Card.span("≠"),
                        new Constant(Card.span("乙"), new Text("乙"), Type.TEXT, "乙"))));
        RankRule rule = new RankRule(
                Card.span("序位"), List.of("年"), Optional.of(notB), false, RankRule.Ties.SHARE_BEST, Facet.ACTUAL);
        KpiResult kpi = evaluate(new RowWorld().kpi(perRow("V", TEN_EACH).rank(rule)), ROWS)
                .kpi("V");
        assertEquals(
                List.of("2 of 2", "–", "–", "1 of 2", "–"),
                kpi.groups().orElseThrow().stream()
                        .map(row -> row.rank()
                                .map(rank -> rank.text() + " of " + rank.of())
                                .orElse("–"))
                        .toList());
        Term aboveTwenty = new Comparison(
                Card.span("實際值 > 20"),
                Card.own(Facet.ACTUAL, Units.NUMBER),
                List.of(new Comparison.Link(Relation.GREATER, Card.span(">"), Card.number("20", Units.NUMBER))));
        RankRule ofOwn = new RankRule(
                Card.span("序位"), List.of(), Optional.of(aboveTwenty), true, RankRule.Ties.SHARE_BEST, Facet.ACTUAL);
        KpiResult best = evaluate(new RowWorld().kpi(perRow("V", TEN_EACH).rank(ofOwn)), ROWS)
                .kpi("V");
        assertEquals(
                List.of("109年 乙 等候 → 100", "109年 甲 感染 → 50", "109年 甲 等候 → 40"),
                best.groups()
                        .orElseThrow()
                        .ranked()
                        .limit(3)
                        .map(PerRowTest::shown)
                        .toList());
        assertEquals(
                2,
                best.groups().orElseThrow().stream()
                        .filter(row -> row.rank().isEmpty())
                        .count());
    }

    @Test
    void inAPeriodOnlyItsRowsAreSeen() {
        List<Row> rows = List.of(
                new Row("108", "甲", "感染", Optional.of(1)),
                new Row("109", "甲", "感染", Optional.of(2)),
                new Row("110", "乙", "感染", Optional.of(3)));
        KpiProgram program = new RowWorld()
                .kpi(perRow("V", TEN_EACH))
                .kpi(perHospital("G", over(Aggregate.SUM, "V")))
                .program();
        Facts facts = facts(program, rows);
        ScorecardResult y109 = program.evaluate(facts, Evaluation.of(Y109));
        assertEquals(List.of("109年 甲 感染 → 20"), rows(y109, "V"));
        assertEquals(List.of("甲 → 20"), rows(y109, "G"));
        ScorecardResult every = program.evaluate(facts, Evaluation.everyPeriod(Y110));
        assertEquals(List.of("108年 甲 感染 → 10", "109年 甲 感染 → 20", "110年 乙 感染 → 30"), rows(every, "V"));
        assertEquals(
                List.of(Y108, Y109, Y110),
                every.kpi("V").groups().orElseThrow().stream()
                        .map(KpiResult::period)
                        .toList());
        assertEquals(List.of("乙 → 30"), rows(every, "G"), "its groups say no period");
        KpiResult none = program.evaluate("V", facts, Evaluation.of(kpi.value.ReportingPeriod.roc(105)));
        assertEquals(State.MISSING, none.actual().state());
        assertEquals(0, none.groups().orElseThrow().size());
        KpiResult past = program.evaluate("V", facts, Evaluation.everyPeriod(kpi.value.ReportingPeriod.roc(120)));
        assertEquals(
                "各列各有一個數，共 3 列，沒有單一的數", past.actual().reason().orElseThrow().zh());
    }

    @Test
    void rowsOfEveryPeriodStandInTheOrderOfTheTableWithThoseOfNoPeriodInTheLatest() {
        List<Row> rows = List.of(
                new Row("110", "甲", "感染", Optional.of(1)),
                new Row("", "丙", "感染", Optional.of(7)),
                new Row("108", "甲", "感染", Optional.of(2)),
                new Row("110", "乙", "感染", Optional.of(3)));
        KpiProgram program = new RowWorld().kpi(perRow("V", TEN_EACH)).program();
        KpiResult all = program.evaluate("V", facts(program, rows), Evaluation.everyPeriod(Y110));
        assertEquals(List.of("110年 甲 感染 → 10", "丙 感染 → 70", "108年 甲 感染 → 20", "110年 乙 感染 → 30"), rows(all));
        assertEquals(Y110, all.groups().orElseThrow().list().get(1).period());
    }

    @Test
    void rowsOfEveryPeriodAreRankedInTheirPeriod() {
        List<Row> rows = List.of(
                new Row("110", "甲", "感染", Optional.of(1)),
                new Row("110", "乙", "感染", Optional.of(3)),
                new Row("108", "甲", "感染", Optional.of(2)));
        Card.Kpi ranked = perRow("V", TEN_EACH).rank(RowWorld.rank(RankRule.Ties.SHARE_BEST));
        KpiProgram program = new RowWorld().kpi(ranked).program();
        KpiResult all = program.evaluate("V", facts(program, rows), Evaluation.everyPeriod(Y110));
        assertEquals(
                List.of("108年 甲 感染 → 20 1 of 1", "110年 乙 感染 → 30 1 of 2", "110年 甲 感染 → 10 2 of 2"),
                all.groups()
                        .orElseThrow()
                        .ranked()
                        .map(row -> shown(row) + " " + row.rank().orElseThrow().text() + " of "
                                + row.rank().orElseThrow().of())
                        .toList());
    }

    @Test
    void groupsByPeriodAreOfEveryPeriod() {
        List<Row> rows = List.of(
                new Row("110", "甲", "感染", Optional.of(1)),
                new Row("109", "甲", "感染", Optional.of(2)),
                new Row("109", "甲", "等候", Optional.of(3)));
        Card.Kpi byYear = Card.newKpi("G", "G", Units.NUMBER)
                .plain()
                .per(new kpi.model.Per.EachGroup(List.of("院", "年")))
                .formula(ofTable(Aggregate.SUM));
        KpiProgram program = new RowWorld().kpi(byYear).program();
        KpiResult all = program.evaluate("G", facts(program, rows), Evaluation.everyPeriod(Y110));
        assertEquals(List.of("甲 109年 → 5", "甲 110年 → 1"), rows(all));
    }

    @Test
    void aFigureOfNoRowSaysWhichKeyItLooksFor() {
        Term missing = new JoinedFigure(
                Card.span("G"),
                "G",
                KpiPart.ACTUAL,
                List.of("院"),
                List.of(new Constant(Card.span("丁"), new Text("丁"), Type.TEXT, "\"丁\"")),
                NUMBER);
        ScorecardResult result = evaluate(
                new RowWorld().kpi(perHospital("G", ofTable(Aggregate.COUNT))).kpi(once("X", missing)), ROWS);
        assertEquals(
                "「G」沒有「院 = 丁」的列",
                result.kpi("X").actual().reason().orElseThrow().zh());
    }

    @Test
    void withoutADatasetThereAreNoRowsAndNoFigures() {
        KpiProgram program = new RowWorld()
                .kpi(perRow("V", TEN_EACH))
                .kpi(perHospital("G", over(Aggregate.SUM, "V")))
                .kpi(once("S", over(Aggregate.SUM, "V")))
                .program();
        ScorecardResult result = program.evaluate(program.facts().build().orElseThrow(), Evaluation.of(Y109));
        for (String id : List.of("V", "G")) {
            assertEquals(State.MISSING, result.kpi(id).actual().state());
            assertEquals(0, result.kpi(id).groups().orElseThrow().size());
        }
        assertEquals(State.MISSING, result.kpi("S").actual().state());
    }

    @Test
    void aBrokenKpiHasNoRowsToAggregate() {
        Problem problem = Problem.of(RunCode.UNASKED_DATA, Card.span("x"))
                .with("what", "x")
                .build();
        Card card = new Card()
                .table(RowWorld.SCHEMA)
                .kpi(Card.broken("V", problem))
                .kpi(once("S", over(Aggregate.SUM, "V")).build());
        KpiProgram program = card.program();
        ScorecardResult result = program.evaluate(facts(program, ROWS), Evaluation.of(Y109));
        assertEquals(State.FAILED, result.kpi("S").actual().state());
        assertEquals(
                List.of("waits-for"),
                result.kpi("S").problems().stream().map(Problem::code).toList());
    }

    @Test
    void aDatasetWithoutKeysNumbersItsRows() {
        kpi.data.TableSchema plain = kpi.data.TableSchema.of(
                "單", kpi.data.ColumnSchema.of("值", new kpi.data.ColumnType.Number(Units.NUMBER)));
        Card card = new Card()
                .table(plain)
                .kpi(Card.newKpi("V", "V", Units.NUMBER)
                        .plain()
                        .per(new kpi.model.Per.EachRow("單"))
                        .formula(Card.column("單", "值", NUMBER)));
        KpiProgram program = card.program();
        Facts facts = program.facts()
                .addRows("單", List.of(Map.of("值", 5), Map.of("值", 6)))
                .build()
                .orElseThrow();
        KpiResult result = program.evaluate("V", facts, Evaluation.of(Y109));
        assertEquals(List.of("row"), result.groups().orElseThrow().keyColumns());
        List<Map<String, Value>> keys =
                result.groups().orElseThrow().stream().map(KpiResult::keys).toList();
        assertEquals(Quantity.of(1, 0, Units.NUMBER), keys.get(0).get("row"));
        assertEquals(Quantity.of(2, 0, Units.NUMBER), keys.get(1).get("row"));
    }

    @Test
    void theHostCanStopBetweenRows() {
        List<Row> rows =
                IntStream.range(0, 500).mapToObj(i -> Row.of("院" + i, "項", i)).toList();
        KpiProgram program = new RowWorld().kpi(perRow("V", TEN_EACH)).program();
        Facts facts = facts(program, rows);
        AtomicInteger asked = new AtomicInteger();
        Evaluation counted = Evaluation.of(Y109).cancelWhen(() -> asked.incrementAndGet() > 250);
        assertThrows(KpiCancelledException.class, () -> program.evaluate("V", facts, counted));
        assertEquals(251, asked.get());
    }
}
