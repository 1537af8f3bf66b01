package kpi.run;

import static kpi.run.Card.PLAIN;
import static kpi.run.Card.Y108;
import static kpi.run.Card.Y109;
import static kpi.run.Card.Y110;
import static kpi.run.Card.calc;
import static kpi.run.Card.input;
import static kpi.run.Card.number;
import static kpi.run.Card.own;
import static kpi.run.Card.percentage;
import static kpi.run.Card.round;
import static kpi.run.Card.span;
import static kpi.run.Card.stated;
import static kpi.run.Card.term;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.model.Arithmetic.Operator;
import kpi.model.AttainmentRule;
import kpi.model.Facet;
import kpi.model.InputDefinition;
import kpi.model.Published.What;
import kpi.model.Step;
import kpi.number.Rounding;
import kpi.result.Agreement;
import kpi.result.KpiResult;
import kpi.result.Reconciliation;
import kpi.result.ScorecardResult;
import kpi.unit.KpiUnit;
import kpi.unit.UnitTable;
import kpi.unit.Units;
import org.junit.jupiter.api.Test;

/** What becomes of printed figures. */
class ReconciliationTest {
    private static final KpiUnit HUNDRED_MILLIONS =
            UnitTable.standard().find("億元").orElseThrow();

    private static Reconciliation only(Card.Kpi kpi) {
        List<Reconciliation> all = evaluate(kpi).reconciliations();
        assertEquals(1, all.size());
        return all.get(0);
    }

    private static KpiResult evaluate(Card.Kpi kpi) {
        return new Card()
                .kpi(kpi)
                .program()
                .evaluate(Evaluation.of(Y109))
                .kpis()
                .get(0);
    }

    private static String brief(Reconciliation reconciliation) {
        return reconciliation.finding().map(finding -> finding.brief().en()).orElse("nothing");
    }

    private static Card.Kpi rate() {
        return Card.newKpi("K", "率", Units.PERCENT);
    }

    /** A share of two sums of money, printed in 億元. */
    private static Card.Kpi share(String part, String whole, Step... steps) {
        InputDefinition a = input("K", "部分", HUNDRED_MILLIONS, stated(Y109, part, HUNDRED_MILLIONS, PLAIN));
        InputDefinition b = input("K", "全部", HUNDRED_MILLIONS, stated(Y109, whole, HUNDRED_MILLIONS, PLAIN));
        return rate().inputs(a, b)
                .formula(percentage(term(a), term(b)))
                .steps(steps.length == 0 ? new Step[] {round(2, Units.PERCENT)} : steps);
    }

    @Test
    void equalAtThePrintedPlacesAgrees() {
        assertEquals(
                Agreement.AGREES,
                only(share("1,180", "1,848").published(Y109, "頁", What.ACTUAL, "63.85%"))
                        .agreement());
        assertEquals(
                Agreement.AGREES,
                only(share("1,180", "1,848").published(Y109, "頁", What.ACTUAL, "63.9%"))
                        .agreement());
        assertEquals(
                Agreement.AGREES,
                only(share("1,180", "1,848").published(Y109, "頁", What.ACTUAL, "64%"))
                        .agreement());
    }

    @Test
    void roundedInputsExplainASmallDifference() {
        // 臺北市 prints 63.88: 1,180.4 / 1,847.9 gives it
        assertEquals(
                Agreement.WITHIN_INPUT_ROUNDING,
                only(share("1,180", "1,848").published(Y109, "頁", What.ACTUAL, "63.88%"))
                        .agreement());
        assertEquals(
                Agreement.CONTRADICTS,
                only(share("1,180", "1,848").published(Y109, "頁", What.ACTUAL, "63.91%"))
                        .agreement());
    }

    @Test
    void halfAUnitUpRoundsUpAndIsNotWithinTheInput() {
        // 1 億元 is anything from 0.5 to just under 1.5; over exactly 1 億元, 150 % is not reached
        InputDefinition a = input("K", "部分", HUNDRED_MILLIONS, stated(Y109, "1", HUNDRED_MILLIONS, PLAIN));
        InputDefinition b = input("K", "全部", Units.NTD, stated(Y109, "100,000,000", Units.NTD, PLAIN));
        Card.Kpi kpi = rate().inputs(a, b).formula(percentage(term(a), term(b))).steps();
        assertEquals(
                Agreement.WITHIN_INPUT_ROUNDING,
                only(kpi.published(Y109, "頁", What.ACTUAL, "50.0%")).agreement());
        Card.Kpi upper =
                rate().inputs(a, b).formula(percentage(term(a), term(b))).steps();
        assertEquals(
                Agreement.WITHIN_INPUT_ROUNDING,
                only(upper.published(Y109, "頁", What.ACTUAL, "149.9%")).agreement());
        Card.Kpi past =
                rate().inputs(a, b).formula(percentage(term(a), term(b))).steps();
        assertEquals(
                Agreement.CONTRADICTS,
                only(past.published(Y109, "頁", What.ACTUAL, "151%")).agreement());
    }

    @Test
    void wholeCountsAreExact() {
        KpiUnit people = Units.count("人");
        InputDefinition a = input("K", "部分", people, stated(Y109, "64,540", people, PLAIN));
        InputDefinition b = input("K", "全部", people, stated(Y109, "100,000", people, PLAIN));
        Card.Kpi kpi =
                rate().inputs(a, b).formula(percentage(term(a), term(b))).published(Y109, "頁", What.ACTUAL, "64.541%");
        assertEquals(Agreement.CONTRADICTS, only(kpi).agreement());
    }

    @Test
    void aRuleThatRoundsOnTheWayLeavesGaps() {
        // the actual is a whole percentage, so against 80 % the attainment moves in steps of 1.25
        Card.Kpi kpi = share("1,180", "1,848", round(0, Units.PERCENT)).target(Y109, "80%");
        Reconciliation between = only(kpi.published(Y109, "頁", What.ATTAINMENT, "80.5%"));
        assertEquals(Agreement.CONTRADICTS, between.agreement());
        Reconciliation step = only(share("1,180", "1,848", round(0, Units.PERCENT))
                .target(Y109, "80%")
                .published(Y109, "頁", What.ATTAINMENT, "80%"));
        assertEquals(Agreement.AGREES, step.agreement());
    }

    @Test
    void aReportedActualIsAnInputOfTheAttainmentButNotOfItself() {
        Card.Kpi kpi = rate().reported(Y109, "88%").target(Y109, "95%");
        assertEquals(
                Agreement.WITHIN_INPUT_ROUNDING,
                only(kpi.published(Y109, "頁", What.ATTAINMENT, "93.00%")).agreement());
        Card.Kpi itself = rate().reported(Y109, "88%").target(Y109, "95%");
        assertEquals(
                Agreement.CONTRADICTS,
                only(itself.published(Y109, "頁", What.ACTUAL, "88.4%")).agreement());
    }

    @Test
    void theFewestDeviationsAreFoundFirst() {
        Card.Kpi kpi = rate().reported(Y109, "60.00%")
                .reported(Y108, "55.00%")
                .target(Y109, "80%")
                .target(Y110, "81%")
                .published(Y109, "甲表", What.ATTAINMENT, "74.07%");
        assertEquals("60/81, the target of 110", brief(only(kpi)));
        Card.Kpi two = rate().reported(Y109, "60.00%")
                .reported(Y108, "55.00%")
                .target(Y109, "80%")
                .target(Y110, "81%")
                .published(Y109, "甲表", What.ATTAINMENT, "67.90%");
        assertEquals("55/81, the actual of 108, the target of 110", brief(only(two)));
        assertEquals(
                "55/81：實際值取 108 年之 55%，目標值取 110 年之 81%",
                only(two).finding().orElseThrow().full().zh());
    }

    @Test
    void otherRoundingIsFound() {
        KpiUnit people = Units.count("人");
        InputDefinition a = input("K", "部分", people, stated(Y109, "53,494", people, PLAIN));
        InputDefinition b = input("K", "全部", people, stated(Y109, "1,000,000", people, PLAIN));
        Card.Kpi counts =
                rate().inputs(a, b).formula(percentage(term(a), term(b))).target(Y109, "5.4%");
        assertEquals(
                "5.3494/5.4, the actual before rounding",
                brief(only(counts.published(Y109, "頁", What.ATTAINMENT, "99.06%"))));
        Card.Kpi cut = rate().inputs(a, b).formula(percentage(term(a), term(b))).target(Y109, "5.4%");
        assertEquals(
                "5.34/5.4, the actual truncated", brief(only(cut.published(Y109, "頁", What.ATTAINMENT, "98.89%"))));
    }

    @Test
    void truncationAndAMissingCapAreFound() {
        // 48.18/80 = 60.225: rounded 60.23, cut 60.22; the actual is printed as finely as its rule rounds it
        Card.Kpi cut = rate().reported(Y109, "48.18%").target(Y109, "80%");
        assertEquals("48.18/80, truncated", brief(only(cut.published(Y109, "頁", What.ATTAINMENT, "60.22%"))));
        Card.Kpi high = rate().reported(Y109, "100%").target(Y109, "85%");
        assertEquals("100/85, not capped", brief(only(high.published(Y109, "頁", What.ATTAINMENT, "117.65%"))));
    }

    @Test
    void anotherPagesActualIsFound() {
        Card.Kpi kpi = rate().reported(Y109, "60%")
                .target(Y109, "80%")
                .published(Y109, "甲表", What.ACTUAL, "64%")
                .published(Y109, "乙表", What.ATTAINMENT, "80.00%");
        List<Reconciliation> all = evaluate(kpi).reconciliations();
        assertEquals("64/80, the actual printed in 甲表", brief(all.get(1)));
        assertEquals(
                "64/80：實際值取「甲表」所印之 64%，目標值取 109 年之 80%",
                all.get(1).finding().orElseThrow().full().zh());
        assertEquals("nothing", brief(all.get(0)));
    }

    @Test
    void anotherYearsTargetOrActualIsFoundForAPrintedOne() {
        Card.Kpi kpi = rate().reported(Y109, "60%")
                .reported(Y108, "58%")
                .target(Y109, "99%")
                .target(Y108, "98.5%");
        assertEquals("98.5, the target of 108", brief(only(kpi.published(Y109, "主要任務表", What.TARGET, "98.5%"))));
        Card.Kpi other = rate().reported(Y109, "60%").reported(Y108, "58%");
        assertEquals("58, the actual of 108", brief(only(other.published(Y109, "頁", What.ACTUAL, "58%"))));
        Card.Kpi mixed = rate().reported(Y109, "60%").target(Y109, "99%");
        assertEquals("99, the target of 109", brief(only(mixed.published(Y109, "頁", What.ACTUAL, "99%"))));
    }

    @Test
    void aRuleThatIsNoQuotientIsToldInWords() {
        AttainmentRule rule = new AttainmentRule(
                span("2 − 實際值／目標值"),
                calc(
                        number("2", Units.NUMBER),
                        Operator.SUBTRACT,
                        calc(own(Facet.ACTUAL, Units.PERCENT), Operator.DIVIDE, own(Facet.TARGET, Units.PERCENT))),
                List.of(round(2, Units.PERCENT)));
        Card.Kpi kpi = rate().attainment(Optional.of(rule))
                .reported(Y109, "50%")
                .target(Y109, "40%")
                .target(Y110, "50%")
                .published(Y109, "頁", What.ATTAINMENT, "100%");
        assertEquals("actual 50 and target 50, the target of 110", brief(only(kpi)));
        AttainmentRule inverse = new AttainmentRule(
                span("目標值／實際值"),
                calc(own(Facet.TARGET, Units.PERCENT), Operator.DIVIDE, own(Facet.ACTUAL, Units.PERCENT)),
                List.of(round(2, Units.PERCENT, Rounding.HALF_UP)));
        Card.Kpi lower = rate().lower()
                .attainment(Optional.of(inverse))
                .reported(Y109, "50%")
                .target(Y109, "40%")
                .target(Y110, "45%")
                .published(Y109, "頁", What.ATTAINMENT, "90%");
        assertEquals("45/50, the target of 110", brief(only(lower)));
    }

    @Test
    void onlyFiguresOfTheEvaluatedPeriodAreReconciled() {
        Card.Kpi kpi = rate().reported(Y109, "50%").target(Y109, "50%").published(Y110, "頁", What.ACTUAL, "7%");
        assertEquals(List.of(), evaluate(kpi).reconciliations());
    }

    @Test
    void aFigureThatCannotBeCheckedIsSaid() {
        KpiResult kpi = evaluate(rate().target(Y109, "50%").published(Y109, "頁", What.ATTAINMENT, "90%"));
        assertEquals(List.of(), kpi.reconciliations());
        assertEquals(
                List.of("missing-figure", "not-reconciled"),
                kpi.problems().stream().map(Problem::code).toList());
    }

    @Test
    void totalsAreTracedToOtherTotals() {
        Card card = new Card()
                .perspective("甲", Card.objective("O1", "一", "A", "B"))
                .perspective("乙", Card.objective("O2", "二", "C"))
                .kpi(Card.newKpi("A", "a", Units.PERCENT).reported(Y109, "50%").target(Y109, "50%"))
                .kpi(Card.newKpi("B", "b", Units.PERCENT)
                        .reported(Y109, "25%")
                        .target(Y109, "50%")
                        .published(Y109, "頁", What.ATTAINMENT, "80%"))
                .kpi(Card.newKpi("C", "c", Units.PERCENT).reported(Y109, "60%").target(Y109, "50%"))
                .published(Y109, "總表", What.ATTAINED_SHARE, "66.67%")
                .published(Y109, "總表", What.MEAN_ATTAINMENT, "83.3%")
                .published(Y109, "總表", What.MEAN_ATTAINMENT, "66.67%")
                .published(Y109, "總表", What.MEAN_ATTAINMENT, "75%")
                .published(Y109, "總表", What.MEAN_ATTAINMENT, "93.33%")
                .published(Y109, "總表", What.MEAN_ATTAINMENT, "90%")
                .published(Y109, "總表", What.MEAN_ATTAINMENT, "12%");
        ScorecardResult result = card.program().evaluate(Evaluation.of(Y109));
        assertEquals(
                List.of(
                        "nothing",
                        "nothing",
                        "2/3, the attained share",
                        "the mean of the attained shares of the perspectives",
                        "the mean of the printed attainments",
                        "the mean of the attainments without their cap",
                        "nothing"),
                result.root().reconciliations().stream()
                        .map(ReconciliationTest::brief)
                        .toList());
        assertEquals(
                List.of(Agreement.AGREES, Agreement.AGREES, Agreement.CONTRADICTS),
                result.root().reconciliations().stream()
                        .map(Reconciliation::agreement)
                        .limit(3)
                        .toList());
    }
}
