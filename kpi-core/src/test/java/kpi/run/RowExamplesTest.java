package kpi.run;

import static kpi.run.Card.printed;
import static kpi.run.Card.span;
import static kpi.run.RowWorld.TABLE;
import static kpi.run.RowWorld.VALUE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.model.Aggregate;
import kpi.model.Arithmetic.Operator;
import kpi.model.Definition;
import kpi.model.DefinitionTerm;
import kpi.model.Example;
import kpi.model.Example.Expectation;
import kpi.model.Facet;
import kpi.model.GradeRule;
import kpi.model.Published;
import kpi.model.RankRule.Ties;
import kpi.number.Exact;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.Text;
import kpi.value.Value;
import org.junit.jupiter.api.Test;

/** Examples of KPIs per row and per group are about the first row or group they give. */
class RowExamplesTest {
    private static Example.GivenRows row(String hospital, String value) {
        Map<String, Value> cells = new LinkedHashMap<>();
        cells.put("院", new Text(hospital));
        if (!value.isEmpty()) {
            cells.put("值", Quantity.of(value, Units.NUMBER));
        }
        return new Example.GivenRows(TABLE, 1, cells, span(hospital));
    }

    private static Example example(List<Example.GivenRows> rows, Expectation... expected) {
        return new Example("例", Optional.empty(), List.of(), rows, List.of(expected), span("範例"));
    }

    private static Expectation actual(String figure) {
        return new Expectation.Figure(Published.What.ACTUAL, printed(figure, Units.NUMBER), span(figure));
    }

    private static Expectation named(String figure) {
        return new Expectation.Named("兩倍", printed(figure, Units.NUMBER), span(figure));
    }

    private static Card.Kpi perRow() {
        Definition twice =
                RowWorld.definition("兩倍", Card.calc(VALUE, Operator.MULTIPLY, Card.number("2", Units.NUMBER)));
        GradeRule grades = new GradeRule(
                span("等級"),
                Facet.ACTUAL,
                List.of(
                        new GradeRule.Band("高", Optional.of(new GradeRule.Edge(Exact.TEN, true)), Optional.empty()),
                        new GradeRule.Band("低", Optional.empty(), Optional.of(new GradeRule.Edge(Exact.TEN, false)))));
        return RowWorld.perRow("V", new DefinitionTerm(span("兩倍"), twice))
                .define(twice)
                .grade(grades)
                .rank(RowWorld.rank(Ties.SHARE_BEST));
    }

    private static List<String> worked(RowWorld world) {
        List<String> checks = new ArrayList<>();
        for (ExampleResult example : world.program().runExamples()) {
            example.checks()
                    .forEach(check -> checks.add((check.holds() ? "✓ " : "✗ ")
                            + check.expected().in(Language.ZH_TW) + " / "
                            + check.found().in(Language.ZH_TW)));
        }
        return checks;
    }

    @Test
    void figuresNamesGradesAndRanksOfARowAreChecked() {
        Example good = example(
                List.of(row("甲", "5"), row("乙", "9")),
                actual("10"),
                named("10"),
                new Expectation.Grade("高", span("高")),
                new Expectation.Rank(Exact.of(2), span("2")));
        Example bad = example(
                List.of(row("甲", "4")),
                actual("10"),
                named("10"),
                new Expectation.Grade("高", span("高")),
                new Expectation.Rank(Exact.of(2), span("2")),
                new Expectation.Absent(Optional.empty(), span("缺值")));
        assertEquals(
                List.of(
                        "✓ 實際值 10 / 10",
                        "✓ 兩倍 10 / 10",
                        "✓ 高 / 高",
                        "✓ 序位 2 / 2",
                        "✗ 實際值 10 / 8",
                        "✗ 兩倍 10 / 8",
                        "✗ 高 / 低",
                        "✗ 序位 2 / 1",
                        "✗ 缺值 / 8"),
                worked(new RowWorld().kpi(perRow().example(good).example(bad))));
    }

    @Test
    void whatIsMissingIsExpectedToBe() {
        Example missing = example(
                List.of(row("甲", "")),
                new Expectation.Absent(Optional.empty(), span("缺值")),
                new Expectation.Absent(Optional.of("兩倍"), span("缺值")),
                new Expectation.Absent(Optional.of("三倍"), span("缺值")),
                new Expectation.Grade("低", span("低")),
                new Expectation.Rank(Exact.ONE, span("1")));
        List<String> checks = worked(new RowWorld().kpi(perRow().example(missing)));
        assertEquals(
                List.of("✓", "✓", "✗", "✗", "✗"),
                checks.stream().map(check -> check.substring(0, 1)).toList());
        assertEquals("✗ 三倍 缺值 / 沒有", checks.get(2));
        assertEquals("✗ 低 / 沒有", checks.get(3));
    }

    @Test
    void rowsThatAnExampleGivesAreSeenByTheKpisItUses() {
        Example given = example(List.of(row("甲", "4"), row("甲", "6"), row("乙", "1")), actual("20"));
        RowWorld world = new RowWorld()
                .kpi(perRow())
                .kpi(RowWorld.perHospital("G", RowWorld.over(Aggregate.SUM, "V"))
                        .example(given));
        assertEquals(List.of("✓ 實際值 20 / 20"), worked(world));
    }

    @Test
    void anExampleWithoutARowIsAboutNothing() {
        Example none = example(List.of(), actual("20"));
        assertEquals(List.of("✗ 20 / 沒有列"), worked(new RowWorld().kpi(perRow().example(none))));
    }
}
