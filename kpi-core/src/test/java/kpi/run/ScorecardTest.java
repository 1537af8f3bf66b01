package kpi.run;

import static kpi.run.Card.Y109;
import static kpi.run.Card.Y110;
import static kpi.run.Card.exact;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.KpiCancelledException;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.result.Agreement;
import kpi.result.Figure;
import kpi.result.KpiResult;
import kpi.result.Mark;
import kpi.result.NodeResult;
import kpi.result.Reconciliation;
import kpi.result.ScorecardResult;
import kpi.result.State;
import kpi.result.Verdict;
import kpi.unit.Units;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.Test;

/** The scorecard as printed: eight KPIs that need every rule of scoring. */
class ScorecardTest {
    private static final KpiProgram PROGRAM = MiniGroupH.program();
    private static final Facts FACTS = MiniGroupH.properties(PROGRAM).build().orElseThrow();
    private static final ScorecardResult RESULT = PROGRAM.evaluate(FACTS, Evaluation.of(Y109));

    private static String attainment(ScorecardResult result, String kpi) {
        return result.kpi(kpi).attainment().orElseThrow().plain();
    }

    @Test
    void theFormulaIsComputedAndHeldAgainstItsTarget() {
        KpiResult debt = RESULT.kpi("HP4.2");
        assertEquals("5.35", debt.actual().orElseThrow().plain());
        assertEquals(
                exact("22000000/4112563"),
                debt.actual().unrounded().orElseThrow().in(Units.PERCENT));
        assertEquals("97.27", attainment(RESULT, "HP4.2"));
        assertEquals(
                exact("1070/11"), debt.attainment().unrounded().orElseThrow().in(Units.PERCENT));
        assertEquals(Verdict.NOT_ATTAINED, debt.verdict());
        assertEquals("5.35 %", debt.actual().display(Language.ZH_TW));
        assertEquals(Optional.of("≧"), debt.targetRelation());
        assertEquals(Set.of(), debt.marks());
    }

    @Test
    void theUnroundedActualDecidesOnlyIfTheRuleSaysSo() {
        assertEquals("50", RESULT.kpi("HC2.1").actual().orElseThrow().plain());
        assertEquals(Verdict.ATTAINED, RESULT.kpi("HC2.1").verdict());

        KpiProgram unrounded = MiniGroupH.card(new kpi.model.Step[0]).program();
        KpiResult asIs = unrounded.evaluate(Evaluation.of(Y109)).kpi("HC2.1");
        assertEquals(exact("746/15"), asIs.actual().orElseThrow().in(Units.PERCENT));
        assertEquals("49.7333333333… %", asIs.actual().display(Language.ZH_TW));
        assertEquals(Verdict.NOT_ATTAINED, asIs.verdict());
        assertEquals("99.47", asIs.attainment().orElseThrow().plain());
    }

    @Test
    void rawAndCappedAttainmentAreBothKept() {
        KpiResult people = RESULT.kpi("HC1.1");
        assertEquals("196.66", people.attainmentRaw().orElseThrow().plain());
        assertEquals("100", people.attainment().orElseThrow().plain());
        assertEquals(
                exact("226157/1150"),
                people.attainment().unrounded().orElseThrow().in(Units.PERCENT));
    }

    @Test
    void anAssertionIsMarkedAndNothingIsComputed() {
        KpiResult data = RESULT.kpi("HP1.1");
        assertEquals("65,202 萬次", data.actual().display(Language.ZH_TW));
        assertEquals("652020000", data.actual().orElseThrow().plain());
        assertEquals(State.NOT_APPLICABLE, data.target().state());
        assertEquals("100", data.attainment().orElseThrow().plain());
        assertEquals(Set.of(Mark.ASSERTED), data.attainment().marks());
        assertEquals(Set.of(Mark.ASSERTED), data.verdictMarks());
        assertEquals(Set.of(Mark.ASSERTED), data.marks());
        assertEquals(Set.of(), data.actual().marks());
        assertEquals(Verdict.ATTAINED, data.verdict());
        assertEquals(State.NOT_APPLICABLE, data.attainmentRaw().state());
        assertEquals("不適用：認定，不計算：成果表印目標達成度 100", data.attainmentRaw().display(Language.ZH_TW));
    }

    @Test
    void aReportedActualIsMarkedAndSoIsAnEarlyOne() {
        KpiResult integrity = RESULT.kpi("HP2.2");
        assertEquals("88", integrity.actual().orElseThrow().plain());
        assertEquals(Set.of(Mark.REPORTED), integrity.marks());
        assertEquals("110", integrity.attainmentRaw().orElseThrow().plain());

        KpiResult capital = RESULT.kpi("HF3.1");
        assertEquals(Set.of(Mark.REPORTED, Mark.PROVISIONAL), capital.marks());
        assertEquals(Optional.of(MiniGroupH.NOV_30), capital.actual().coversTo());
        assertEquals("74.33 %（截至109/11/30）", capital.actual().display(Language.ZH_TW));
        assertEquals("74.33 % (as of 109/11/30)", capital.actual().display(Language.EN));
        assertEquals("92.91", capital.attainment().orElseThrow().plain());
        assertTrue(capital.attainment().marks().contains(Mark.PROVISIONAL));
        assertTrue(capital.verdictMarks().contains(Mark.PROVISIONAL));
    }

    @Test
    void pointsAreExplainedTermByTerm() {
        KpiResult property = RESULT.kpi("HF2.1");
        assertEquals("96.3", property.actual().orElseThrow().plain());
        assertEquals("分", property.actual().orElseThrow().unit().symbol());
        assertEquals("96.3 %", property.actual().display(Language.ZH_TW));
        assertEquals(
                "80 − 1.7 + 3.5 + 1.1 + 2.4 + 11 = 96.3 分",
                property.actual().explain().line(Language.ZH_TW));
        assertEquals(Verdict.ATTAINED, property.verdict());
    }

    @Test
    void theTotalsCountAndAverageAsPrinted() {
        NodeResult total = RESULT.root();
        assertEquals(List.of(8, 8, 6, 2, 0), counts(total));
        assertEquals("75", total.attainedShare().orElseThrow().plain());
        // (6 × 100 + 97.27 + 92.91) / 8
        assertEquals(
                exact("79018/800"),
                total.meanAttainment().unrounded().orElseThrow().in(Units.PERCENT));
        assertEquals("98.77", total.meanAttainment().orElseThrow().plain());
        assertEquals("85", total.dimensions().get("innovation").orElseThrow().plain());
        assertEquals("89.75", total.dimensions().get("challenge").orElseThrow().plain());
        assertEquals(
                "87.5", total.dimensions().get("contribution").orElseThrow().plain());
        assertFalse(total.partial());
        assertFalse(RESULT.partial());
        assertTrue(total.attainedShare().marks().containsAll(Set.of(Mark.ASSERTED, Mark.PROVISIONAL)));

        List<NodeResult> nodes = RESULT.nodes();
        assertEquals(
                List.of("顧客構面", "提高公民參與度", "強化市民對政策認知度", "內部流程構面"),
                nodes.stream().limit(4).map(NodeResult::name).toList());
        assertEquals(NodeResult.Kind.SCORECARD, nodes.get(nodes.size() - 1).kind());
        assertEquals(List.of(2, 2, 2, 0, 0), counts(nodes.get(0)));
        assertEquals(List.of(1, 1, 1, 0, 0), counts(nodes.get(1)));
        assertEquals("66.67", nodes.get(3).attainedShare().orElseThrow().plain());
    }

    private static List<Integer> counts(NodeResult node) {
        return List.of(node.objectives(), node.kpis(), node.attained(), node.notAttained(), node.undecided());
    }

    @Test
    void onAnEarlierDateTheFormulaStandsBecauseTheReportedActualWasNotKnown() {
        KpiResult byDefault = RESULT.kpi("HF1.1");
        assertEquals("100", byDefault.actual().orElseThrow().plain());
        assertEquals(Set.of(Mark.REPORTED), byDefault.actual().marks());

        ScorecardResult early = PROGRAM.evaluate(FACTS, Evaluation.of(Y109).knownOn(MiniGroupH.DEC_15));
        KpiResult revenue = early.kpi("HF1.1");
        assertEquals("94.16", revenue.actual().orElseThrow().plain());
        assertEquals(Set.of(Mark.PROVISIONAL), revenue.actual().marks());
        assertEquals(Optional.of(MiniGroupH.DEC_15), revenue.actual().coversTo());
        assertEquals("98.08", revenue.attainment().orElseThrow().plain());
        assertEquals(Verdict.NOT_ATTAINED, revenue.verdict());
        assertEquals(5, early.root().attained());

        ScorecardResult earlier = PROGRAM.evaluate(FACTS, Evaluation.of(Y109).knownOn(MiniGroupH.NOV_30));
        assertEquals(State.MISSING, earlier.kpi("HF1.1").actual().state());
        assertEquals("尚未發布：資料項「當年度歲入累計實收數」尚未得知", earlier.kpi("HF1.1").actual().display(Language.ZH_TW));
        assertTrue(earlier.partial());
        assertTrue(earlier.root().attainedShare().marks().contains(Mark.PARTIAL));
        assertTrue(earlier.root().meanAttainment().marks().contains(Mark.PARTIAL));
    }

    @Test
    void growthIsRefusedAcrossABrokenSeries() {
        Facts facts = FACTS.toBuilder()
                .input("HC1.1", "參加本府參與式預算人數", Y110, people(10), kpi.data.Vintage.none())
                .input("HC1.1", "設籍本市16歲以上人口數", Y110, people(100), kpi.data.Vintage.none())
                .build()
                .orElseThrow();
        KpiResult next = PROGRAM.evaluate(facts, Evaluation.of(Y110)).kpi("HC1.1");
        assertEquals("10", next.actual().orElseThrow().plain());
        assertEquals("參與式預算民眾參與率", next.name());
        Figure growth = next.growth().orElseThrow().figure();
        assertEquals(State.NOT_APPLICABLE, growth.state());
        assertEquals(Set.of(Mark.NOT_COMPARABLE), growth.marks());
        assertTrue(next.marks().contains(Mark.NOT_COMPARABLE));
        assertEquals("不適用：公式調整，不適用（自 110年起為「參與式預算民眾參與率」）", growth.display(Language.ZH_TW));
        assertEquals(
                growth.display(Language.EN),
                PROGRAM.growth("HC1.1", Y109, facts, Evaluation.of(Y110))
                        .figure()
                        .display(Language.EN));
        assertEquals(
                Set.of(Mark.NOT_COMPARABLE),
                PROGRAM.growth("HC1.1", Y110, facts, Evaluation.of(Y109))
                        .figure()
                        .marks());
    }

    @Test
    void growthIsRelativeToThePeriodBefore() {
        Figure growth = RESULT.kpi("HF3.1").growth().orElseThrow().figure();
        // 74.33 / 83.17 − 1
        assertEquals(exact("-88400/8317"), growth.unrounded().orElseThrow().in(Units.PERCENT));
        assertEquals("-10.63", growth.orElseThrow().plain());
        assertEquals(Set.of(Mark.REPORTED, Mark.PROVISIONAL), growth.marks());
        assertEquals(Optional.empty(), RESULT.kpi("HP4.2").growth());
        assertEquals(Optional.empty(), RESULT.kpi("HF2.1").growth());
    }

    @Test
    void aContradictingFigureIsTracedToTheOtherPeriodsTarget() {
        List<Reconciliation> printed = RESULT.kpi("HP4.2").reconciliations();
        assertEquals(
                List.of(Agreement.CONTRADICTS, Agreement.AGREES, Agreement.CONTRADICTS, Agreement.AGREES),
                printed.stream().map(Reconciliation::agreement).toList());
        Reconciliation.Finding finding = printed.get(2).finding().orElseThrow();
        assertEquals("5.35/5.4, the target of 110", finding.brief().en());
        assertEquals(
                "5.35/5.4：實際值取四捨五入後之 5.35%，目標值取 110 年之 5.4%", finding.full().zh());
        assertEquals(
                "5.35/5.4: the actual rounded, 5.35%, the target of 110, 5.4%",
                finding.full().en());
        assertEquals(Optional.empty(), printed.get(0).finding());

        Reconciliation replaced = RESULT.kpi("HF1.1").reconciliations().get(0);
        assertEquals(Agreement.CONTRADICTS, replaced.agreement());
        assertEquals(
                "94.16, the actual by the formula",
                replaced.finding().orElseThrow().brief().en());
        assertEquals(
                Agreement.CONTRADICTS,
                RESULT.kpi("HP2.2").reconciliations().get(0).agreement());
        assertEquals(
                Agreement.AGREES, RESULT.kpi("HF2.1").reconciliations().get(0).agreement());
        assertEquals(Agreement.AGREES, RESULT.root().reconciliations().get(0).agreement());
        assertEquals(14, RESULT.reconciliations().count());
    }

    @Test
    void oneKpiIsEvaluatedAsInTheWhole() {
        for (KpiResult kpi : RESULT.kpis()) {
            KpiResult alone = PROGRAM.evaluate(kpi.id(), FACTS, Evaluation.of(Y109));
            assertEquals(kpi.actual().value(), alone.actual().value());
            assertEquals(kpi.attainment().value(), alone.attainment().value());
            assertEquals(kpi.verdict(), alone.verdict());
            assertEquals(kpi.marks(), alone.marks());
        }
        assertThrows(KpiUsageException.class, () -> PROGRAM.evaluate("HP9.9", FACTS, Evaluation.of(Y109)));
        assertThrows(KpiUsageException.class, () -> RESULT.kpi("HP9.9"));
    }

    @Test
    void withoutItsRowsAKpiIsMissingAndTheRestStands() {
        ScorecardResult without = PROGRAM.evaluate(Evaluation.of(Y109));
        assertEquals(State.MISSING, without.kpi("HF2.1").actual().state());
        assertEquals("未填報：沒有資料表「機關」", without.kpi("HF2.1").actual().display(Language.ZH_TW));
        assertEquals("97.27", attainment(without, "HP4.2"));
        assertEquals(1, without.root().undecided());
        assertTrue(without.partial());
        assertTrue(
                without.problems().stream().anyMatch(problem -> problem.code().equals("missing-figure")));
    }

    @Test
    void rowsOfAnotherYearSayNothingAboutThisOne() {
        ReportingPeriod y108 = ReportingPeriod.roc(108);
        Facts other = PROGRAM.facts()
                .addRows("機關", List.of(Map.of("年度", y108, "名稱", "甲", "達標", true)))
                .addRows("案件", List.of(Map.of("年度", y108, "類別", "促參")))
                .build()
                .orElseThrow();
        assertEquals(
                "未填報：資料表「機關」沒有 109年的列",
                PROGRAM.evaluate("HF2.1", other, Evaluation.of(Y109)).actual().display(Language.ZH_TW));
        Facts none = PROGRAM.facts()
                .addRows("機關", List.of())
                .addRows("案件", List.of())
                .build()
                .orElseThrow();
        assertEquals(
                "80",
                PROGRAM.evaluate("HF2.1", none, Evaluation.of(Y109))
                        .actual()
                        .orElseThrow()
                        .plain());
    }

    @Test
    void theHostMayStopAndExplainLess() {
        assertThrows(
                KpiCancelledException.class,
                () -> PROGRAM.evaluate(FACTS, Evaluation.of(Y109).cancelWhen(() -> true)));
        KpiResult quiet = PROGRAM.evaluate("HF2.1", FACTS, Evaluation.of(Y109).explain(Evaluation.Detail.NONE));
        assertEquals(Optional.empty(), quiet.actual().explanation());
        assertThrows(KpiUsageException.class, () -> quiet.actual().explain());
        KpiResult rows = PROGRAM.evaluate("HF2.1", FACTS, Evaluation.of(Y109).explain(Evaluation.Detail.ROWS));
        assertTrue(rows.actual().explain().parts().size() > 1);
    }

    private static kpi.value.Quantity people(int count) {
        return kpi.value.Quantity.of(count, 0, MiniGroupH.PEOPLE);
    }
}
