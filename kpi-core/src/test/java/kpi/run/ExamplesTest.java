package kpi.run;

import static kpi.run.Card.Y109;
import static kpi.run.Card.printed;
import static kpi.run.Card.span;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.Limits;
import kpi.model.Example;
import kpi.model.Example.Expectation;
import kpi.model.Example.GivenInput;
import kpi.model.Example.GivenRows;
import kpi.model.KpiModel;
import kpi.model.Published.What;
import kpi.model.ScorecardModel;
import kpi.number.Exact;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.Text;
import kpi.value.Truth;
import org.junit.jupiter.api.Test;

/** Examples in the text are worked, term by term. */
class ExamplesTest {
    /** The mini scorecard with examples for one of its KPIs. */
    private static KpiProgram with(String kpi, Example... examples) {
        ScorecardModel model = MiniGroupH.card().model();
        List<KpiModel> kpis = new ArrayList<>();
        for (KpiModel each : model.kpis()) {
            kpis.add(
                    !each.id().equals(kpi)
                            ? each
                            : new KpiModel(
                                    each.head(),
                                    each.per(),
                                    each.versions(),
                                    each.claims().withExamples(List.of(examples)),
                                    each.problems(),
                                    each.span()));
        }
        ScorecardModel changed = new ScorecardModel(
                model.cards(),
                model.calendar(),
                kpis,
                model.evaluationOrder(),
                model.tables(),
                model.ratings(),
                model.dimensions());
        return KpiProgram.of(changed, List.of(), Limits.standard());
    }

    private static ExampleResult run(
            String kpi, List<GivenInput> inputs, List<GivenRows> rows, Expectation... expected) {
        Example example = new Example("例", Optional.of(Y109), inputs, rows, List.of(expected), span("範例"));
        List<ExampleResult> results = with(kpi, example).runExamples();
        assertEquals(1, results.size());
        return results.get(0);
    }

    private static Expectation expect(What what, String figure, KpiUnit unit) {
        return new Expectation.Figure(what, printed(figure, unit), span(figure));
    }

    private static GivenRows cases(int count, String kind) {
        return new GivenRows("案件", count, Map.of("類別", new Text(kind), "處數", places(1)), span(kind));
    }

    private static Quantity places(int count) {
        return Quantity.of(count, 0, Units.count("處"));
    }

    private static final List<GivenRows> PRINTED = List.of(
            new GivenRows("機關", 17, Map.of("達標", Truth.FALSE), span("機關")),
            cases(35, "有償"),
            cases(11, "標租"),
            cases(12, "委營OT"),
            cases(11, "促參"));

    private static Expectation sum(String total, String... terms) {
        return new Expectation.Sum(
                List.of(terms).stream().map(Exact::of).toList(), printed(total, Units.POINTS), span(total));
    }

    @Test
    void everyTermOfASumIsChecked() {
        assertTrue(run("HF2.1", List.of(), PRINTED, sum("96.3", "80", "-1.7", "3.5", "1.1", "2.4", "11"))
                .passed());
        ExampleResult swapped = run("HF2.1", List.of(), PRINTED, sum("96.3", "80", "-1.7", "1.1", "3.5", "2.4", "11"));
        assertEquals(
                List.of(true, true, false, false, true, true, true),
                swapped.checks().stream().map(ExampleResult.Check::holds).toList());
        assertEquals("“有償提供使用”: 3.5", swapped.checks().get(2).found().en());
        ExampleResult total = run("HF2.1", List.of(), PRINTED, sum("96.4", "80", "-1.7", "3.5", "1.1", "2.4", "11"));
        assertFalse(total.checks().get(6).holds());
        assertFalse(run("HF2.1", List.of(), PRINTED, sum("96.3", "80", "-1.7", "3.5", "1.1", "2.4"))
                .passed());
    }

    @Test
    void aCaseOfTwelvePlacesAddsOnePoint() {
        GivenRows twelve = new GivenRows("案件", 1, Map.of("類別", new Text("有償"), "處數", places(12)), span("一案十二處"));
        assertTrue(run("HF2.1", List.of(), List.of(twelve), expect(What.ACTUAL, "81", Units.POINTS))
                .passed());
        assertTrue(
                run("HF2.1", List.of(), List.of(twelve), sum("81", "80", "1")).passed());
    }

    @Test
    void givenInputsStandBeforeStatedOnes() {
        List<GivenInput> inputs =
                MiniGroupH.card().model().kpi("HP4.2").orElseThrow().versions().get(0).inputs().stream()
                        .map(input -> new GivenInput(
                                input, printed(input.name().startsWith("債") ? "55億" : "1,000億", Units.NTD), span("設")))
                        .toList();
        ExampleResult result = run(
                "HP4.2",
                inputs,
                List.of(),
                expect(What.ACTUAL, "5.5", Units.PERCENT),
                expect(What.TARGET, "5.5", Units.PERCENT),
                expect(What.ATTAINMENT, "100", Units.PERCENT),
                new Expectation.Verdict(true, span("達成")));
        assertTrue(result.passed(), () -> result.checks().toString());
        ExampleResult wrong = run("HP4.2", inputs, List.of(), new Expectation.Verdict(false, span("未達成")));
        assertFalse(wrong.passed());
        assertEquals("達成", wrong.checks().get(0).found().zh());
    }

    @Test
    void figuresAreComparedAtTheirPrintedPlaces() {
        assertTrue(run("HP4.2", List.of(), List.of(), expect(What.ACTUAL, "5.4", Units.PERCENT))
                .passed());
        assertTrue(run("HP4.2", List.of(), List.of(), expect(What.ACTUAL, "5.35", Units.PERCENT))
                .passed());
        assertFalse(run("HP4.2", List.of(), List.of(), expect(What.ACTUAL, "5.36", Units.PERCENT))
                .passed());
        assertFalse(run("HP4.2", List.of(), List.of(), expect(What.ATTAINED_SHARE, "5", Units.PERCENT))
                .passed());
    }

    @Test
    void anExampleThatGivesRowsTestsTheFormulaNotTheReportedActual() {
        List<GivenInput> inputs =
                MiniGroupH.card().model().kpi("HP2.2").orElseThrow().versions().get(0).inputs().stream()
                        .map(input -> new GivenInput(
                                input, printed(input.name().contains("懲處") ? "3" : "4", MiniGroupH.PEOPLE), span("設")))
                        .toList();
        assertTrue(run("HP2.2", inputs, List.of(), expect(What.ACTUAL, "75", Units.PERCENT))
                .passed());
        assertTrue(run("HP2.2", List.of(), List.of(), expect(What.ACTUAL, "88", Units.PERCENT))
                .passed());
    }

    @Test
    void anExampleWithoutAPeriodIsOfTheFirstOneItsKpiKnows() {
        Example example = new Example(
                "",
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(expect(What.TARGET, "5.5", Units.PERCENT)),
                span("範例"));
        assertTrue(with("HP4.2", example).runExamples().get(0).passed());
    }
}
