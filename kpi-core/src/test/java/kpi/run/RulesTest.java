package kpi.run;

import static kpi.run.Card.PLAIN;
import static kpi.run.Card.Y109;
import static kpi.run.Card.Y110;
import static kpi.run.Card.calc;
import static kpi.run.Card.figure;
import static kpi.run.Card.input;
import static kpi.run.Card.number;
import static kpi.run.Card.own;
import static kpi.run.Card.percentage;
import static kpi.run.Card.round;
import static kpi.run.Card.span;
import static kpi.run.Card.stated;
import static kpi.run.Card.term;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kpi.data.Datum;
import kpi.data.InputRow;
import kpi.data.Vintage;
import kpi.diagnostic.KpiProblemsException;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.model.Arithmetic.Operator;
import kpi.model.AttainedRule;
import kpi.model.AttainmentRule;
import kpi.model.Claims;
import kpi.model.Comparison;
import kpi.model.Facet;
import kpi.model.InputDefinition;
import kpi.model.InputDefinition.Stated;
import kpi.model.KpiHead;
import kpi.model.KpiModel;
import kpi.model.Per;
import kpi.model.Relation;
import kpi.model.Term;
import kpi.result.Figure;
import kpi.result.KpiResult;
import kpi.result.Mark;
import kpi.result.ScorecardResult;
import kpi.result.State;
import kpi.result.Verdict;
import kpi.score.ScoreCode;
import kpi.source.Place;
import kpi.unit.Units;
import kpi.value.Absence;
import org.junit.jupiter.api.Test;

/** One rule of scoring at a time. */
class RulesTest {
    private static KpiResult evaluate(Card.Kpi kpi) {
        return evaluate(new Card().kpi(kpi)).kpis().get(0);
    }

    private static ScorecardResult evaluate(Card card) {
        return card.program().evaluate(Evaluation.of(Y109));
    }

    private static Card.Kpi rate() {
        return Card.newKpi("K", "率", Units.PERCENT);
    }

    private static InputDefinition of(String name, Stated... stated) {
        return input("K", name, Units.NTD, stated);
    }

    private static List<String> codes(KpiResult kpi) {
        return kpi.problems().stream().map(Problem::code).toList();
    }

    @Test
    void almostTheTargetIsNotTheTargetThoughItIsShownAsAHundredPercent() {
        KpiResult almost = evaluate(rate().reported(Y109, "79.997%").steps().target(Y109, "80%"));
        assertEquals("100", almost.attainment().orElseThrow().plain());
        assertEquals(Verdict.NOT_ATTAINED, almost.verdict());
        KpiResult rounded = evaluate(rate().reported(Y109, "79.997%").target(Y109, "80%"));
        assertEquals("80", rounded.actual().orElseThrow().plain());
        assertEquals(Verdict.ATTAINED, rounded.verdict());
    }

    @Test
    void theActualsLineRoundsAReportedActualToo() {
        KpiResult kpi = evaluate(rate().reported(Y109, "74.335%").target(Y109, "80%"));
        assertEquals("74.34", kpi.actual().orElseThrow().plain());
        assertEquals("74.335", kpi.actual().unrounded().orElseThrow().plain());
    }

    @Test
    void aReportedActualBesideAComputableFormulaIsAProblemThatNamesBoth() {
        InputDefinition a = of("甲", stated(Y109, "1", Units.NTD, PLAIN));
        InputDefinition b = of("乙", stated(Y109, "4", Units.NTD, PLAIN));
        Card.Kpi both = rate().inputs(a, b)
                .formula(percentage(term(a), term(b)))
                .reported(Y109, "30%")
                .target(Y109, "20%");
        KpiResult kpi = evaluate(both);
        assertEquals(State.FAILED, kpi.actual().state());
        assertEquals(State.FAILED, kpi.attainment().state());
        assertEquals(Verdict.UNDECIDED, kpi.verdict());
        Problem problem = kpi.actual().reasons().get(0);
        assertEquals("two-sources", problem.code());
        assertTrue(problem.message(Language.EN).contains("30 %"), problem.message(Language.EN));
        assertTrue(problem.message(Language.EN).contains("25 %"), problem.message(Language.EN));
        assertEquals(
                "30%", problem.related().get(0).place().span().orElseThrow().text());
        assertEquals(List.of("two-sources"), codes(kpi));
        assertThrows(KpiProblemsException.class, () -> kpi.actual().orElseThrow());

        KpiResult replaced = evaluate(both.replacesFormula("所印"));
        assertEquals("30", replaced.actual().orElseThrow().plain());
        assertEquals(Set.of(Mark.REPORTED), replaced.actual().marks());
    }

    @Test
    void aReportedAbsenceDoesNotReplaceAFormulaThatHasAValue() {
        InputDefinition a = of("甲", stated(Y109, "1", Units.NTD, PLAIN));
        Datum none = Datum.missing(Absence.NOT_APPLICABLE, "停辦", PLAIN, Place.of(span("不適用")));
        InputRow stopped = new InputRow("K", "actual", Y109, none);
        KpiResult formula = evaluate(
                Card.newKpi("K", "額", Units.NTD).inputs(a).formula(term(a)).target(Y109, "1"), stopped);
        assertEquals("1", formula.actual().orElseThrow().plain());
        assertEquals(Set.of(), formula.actual().marks());
        KpiResult replaced = evaluate(
                Card.newKpi("K", "額", Units.NTD)
                        .inputs(a)
                        .formula(term(a))
                        .replacesFormula("停辦")
                        .target(Y109, "1"),
                stopped);
        assertEquals("不適用：指標 K 的填報值，停辦", replaced.actual().display(Language.ZH_TW));
        InputDefinition b = of("乙");
        KpiResult neither = evaluate(Card.newKpi("K", "額", Units.NTD).inputs(b).formula(term(b)), stopped);
        assertEquals(State.NOT_APPLICABLE, neither.actual().state());
        assertEquals(List.of(), codes(neither));
    }

    private static KpiResult evaluate(Card.Kpi kpi, InputRow row) {
        KpiProgram program = new Card().kpi(kpi).program();
        Facts facts = program.facts().addInputs(List.of(row)).build().orElseThrow();
        return program.evaluate("K", facts, Evaluation.of(Y109));
    }

    @Test
    void aKpiThatIsOnlyReportedIsMissingWithoutAReport() {
        assertEquals(
                "未填報：指標 K 沒有 109年的填報值",
                evaluate(rate().target(Y109, "20%")).actual().display(Language.ZH_TW));
    }

    @Test
    void amongDataOfOnePeriodTheLatestKnownStands() {
        LocalDate june = LocalDate.of(2020, 6, 30);
        LocalDate july = LocalDate.of(2020, 7, 31);
        Card.Kpi kpi = rate().target(Y109, "50%")
                .reported(Y109, "10%")
                .reported(Y109, "20%", Vintage.none().withCoversTo(june).asProvisional())
                .reported(Y109, "30%", Vintage.none().withCoversTo(june).withKnownOn(july));
        KpiProgram program = new Card().kpi(kpi).program();
        Facts none = program.facts().build().orElseThrow();
        assertEquals("30", actual(program, none, Evaluation.of(Y109)));
        assertEquals("30", actual(program, none, Evaluation.of(Y109).knownOn(july)));
        assertEquals("20", actual(program, none, Evaluation.of(Y109).knownOn(july.minusDays(1))));
        assertEquals("10", actual(program, none, Evaluation.of(Y109).knownOn(june.minusDays(1))));
        KpiResult early = program.evaluate("K", none, Evaluation.of(Y109).knownOn(june));
        assertEquals(Set.of(Mark.REPORTED, Mark.PROVISIONAL), early.marks());
    }

    private static String actual(KpiProgram program, Facts facts, Evaluation evaluation) {
        return program.evaluate("K", facts, evaluation).actual().orElseThrow().plain();
    }

    @Test
    void twoEquallyLateDataAreAProblemUnlessOneIsFinal() {
        LocalDate june = LocalDate.of(2020, 6, 30);
        Vintage early = Vintage.none().withCoversTo(june).asProvisional();
        Vintage settled = Vintage.none().withCoversTo(june);
        assertEquals(
                "12",
                evaluate(rate().reported(Y109, "11%", early).reported(Y109, "12%", settled))
                        .actual()
                        .orElseThrow()
                        .plain());
        KpiResult tied = evaluate(rate().reported(Y109, "11%", settled).reported(Y109, "12%", settled));
        assertEquals(State.FAILED, tied.actual().state());
        assertEquals(List.of("two-sources"), codes(tied));
    }

    @Test
    void withoutATargetThereIsNoAttainmentAndNoVerdict() {
        for (Card.Kpi kpi : List.of(
                rate().reported(Y109, "50%"), rate().reported(Y109, "50%").noTarget(Y109))) {
            KpiResult none = evaluate(kpi);
            assertEquals(State.VALUE, none.actual().state());
            assertEquals(State.NOT_APPLICABLE, none.target().state());
            assertEquals(State.NOT_APPLICABLE, none.attainment().state());
            assertEquals(State.NOT_APPLICABLE, none.attainmentRaw().state());
            assertEquals(Verdict.UNDECIDED, none.verdict());
            assertEquals(List.of(), codes(none));
            assertThrows(KpiUsageException.class, () -> none.target().orElseThrow());
        }
    }

    @Test
    void aZeroTargetHasNoAttainmentButAVerdict() {
        KpiResult zero = evaluate(rate().lower().reported(Y109, "0.5%").target(Y109, "0%"));
        assertEquals(State.FAILED, zero.attainment().state());
        assertEquals("zero-target", zero.attainment().reasons().get(0).code());
        assertEquals(List.of("zero-target"), codes(zero));
        assertEquals(Verdict.NOT_ATTAINED, zero.verdict());
        assertEquals(
                Verdict.ATTAINED,
                evaluate(rate().lower().reported(Y109, "0%").target(Y109, "0%")).verdict());
    }

    @Test
    void aDivisionByZeroFailsOneKpiAndTheRestStands() {
        InputDefinition a = of("甲", stated(Y109, "1", Units.NTD, PLAIN));
        InputDefinition b = of("乙", stated(Y109, "0", Units.NTD, PLAIN));
        Card card = new Card()
                .kpi(rate().inputs(a, b).formula(percentage(term(a), term(b))).target(Y109, "20%"))
                .kpi(Card.newKpi("L", "另一", Units.PERCENT).reported(Y109, "50%").target(Y109, "40%"));
        ScorecardResult result = evaluate(card);
        assertEquals(State.FAILED, result.kpi("K").actual().state());
        assertEquals(
                "division-by-zero", result.kpi("K").actual().reasons().get(0).code());
        assertEquals(Verdict.ATTAINED, result.kpi("L").verdict());
        assertEquals("50", result.root().attainedShare().orElseThrow().plain());
        assertEquals(
                Set.of(Mark.REPORTED, Mark.PARTIAL),
                result.root().attainedShare().marks());
        assertTrue(result.partial());
        assertEquals(1, result.problems().size());
    }

    @Test
    void targetsSayHowTheActualMustStandToThem() {
        Relation[] relations = {Relation.AT_LEAST, Relation.AT_MOST, Relation.EQUAL, Relation.LESS, Relation.GREATER};
        boolean[][] attained = {
            {false, true, false, true, false}, // 49 against 50
            {true, true, true, false, false},
            {true, false, false, false, true}
        };
        String[] actuals = {"49%", "50%", "51%"};
        for (int i = 0; i < actuals.length; i++) {
            for (int j = 0; j < relations.length; j++) {
                KpiResult kpi = evaluate(rate().reported(Y109, actuals[i]).target(Y109, relations[j], "50%"));
                assertEquals(
                        attained[i][j] ? Verdict.ATTAINED : Verdict.NOT_ATTAINED,
                        kpi.verdict(),
                        actuals[i] + relations[j].sign());
            }
        }
    }

    @Test
    void attainedMayBeAConditionOnTheAttainment() {
        Term enough = new Comparison(
                span("目標達成度 >= 90%"),
                own(Facet.ATTAINMENT, Units.PERCENT),
                List.of(new Comparison.Link(Relation.AT_LEAST, span(">="), number("90%", Units.PERCENT))));
        Card.Kpi kpi =
                rate().attained(Optional.of(new AttainedRule.When(enough))).target(Y109, "50%");
        assertEquals(Verdict.NOT_ATTAINED, evaluate(kpi.reported(Y109, "44%")).verdict());
        Card.Kpi other =
                rate().attained(Optional.of(new AttainedRule.When(enough))).target(Y109, "50%");
        assertEquals(Verdict.ATTAINED, evaluate(other.reported(Y109, "45%")).verdict());
        Card.Kpi none = rate().attained(Optional.of(new AttainedRule.When(enough)));
        assertEquals(Verdict.UNDECIDED, evaluate(none.reported(Y109, "45%")).verdict());
    }

    @Test
    void theMethodOfAttainmentIsTheTexts() {
        Term lower = calc(
                number("2", Units.NUMBER),
                Operator.SUBTRACT,
                calc(own(Facet.ACTUAL, Units.PERCENT), Operator.DIVIDE, own(Facet.TARGET, Units.PERCENT)));
        Card.Kpi kpi = rate().lower()
                .attainment(
                        Optional.of(new AttainmentRule(span("2 − 實際值／目標值"), lower, List.of(round(2, Units.PERCENT)))))
                .reported(Y109, "55%")
                .target(Y109, "50%");
        assertEquals("90", evaluate(kpi).attainment().orElseThrow().plain());
        assertEquals(Verdict.NOT_ATTAINED, evaluate(kpi).verdict());
        KpiResult without = evaluate(
                rate().attainment(Optional.empty()).reported(Y109, "55%").target(Y109, "50%"));
        assertEquals(State.NOT_APPLICABLE, without.attainment().state());
        assertEquals(Verdict.ATTAINED, without.verdict());
    }

    @Test
    void anAssertionStandsWithoutAnActual() {
        KpiResult asserted = evaluate(rate().asserted(Y109, "會議決定").target(Y109, "50%"));
        assertEquals(State.MISSING, asserted.actual().state());
        assertEquals(Verdict.ATTAINED, asserted.verdict());
        assertEquals("100", asserted.attainment().orElseThrow().plain());
        assertEquals(Set.of(Mark.ASSERTED), asserted.verdictMarks());
    }

    @Test
    void aBrokenKpiFailsWithItsProblemsAndItsDependantsSayWhomTheyWaitFor() {
        Problem mistake =
                Problem.of(ScoreCode.ZERO_TARGET, span("亂")).with("kpi", "A").build();
        Card card = new Card()
                .kpi(Card.broken("A", mistake))
                .kpi(Card.newKpi("B", "乙", Units.PERCENT)
                        .formula(figure("A", Facet.ACTUAL, Units.PERCENT))
                        .target(Y109, "1%"))
                .kpi(Card.newKpi("C", "丙", Units.PERCENT)
                        .formula(figure("B", Facet.ACTUAL, Units.PERCENT))
                        .target(Y109, "1%"))
                .kpi(Card.newKpi("D", "丁", Units.PERCENT).reported(Y109, "2%").target(Y109, "1%"));
        ScorecardResult result = evaluate(card);
        assertEquals(List.of(mistake), result.kpi("A").actual().reasons());
        assertEquals("waits-for", result.kpi("B").actual().reasons().get(0).code());
        assertTrue(result.kpi("B").actual().display(Language.EN).contains("Waits for A"));
        assertTrue(
                result.kpi("C").actual().display(Language.EN).contains("Waits for A"),
                "of a chain the one that can be mended is named");
        assertEquals(Verdict.ATTAINED, result.kpi("D").verdict());
        assertEquals(Optional.empty(), result.kpi("A").unit());
    }

    @Test
    void aMissingKpiMakesItsDependantsMissingByName() {
        Card card = new Card()
                .kpi(Card.newKpi("A", "甲", Units.PERCENT).target(Y109, "1%"))
                .kpi(Card.newKpi("B", "乙", Units.PERCENT).formula(figure("A", Facet.ACTUAL, Units.PERCENT)));
        assertEquals("未填報：等候指標 A", evaluate(card).kpi("B").actual().display(Language.ZH_TW));
    }

    @Test
    void anotherKpisTargetAndAttainmentCanBeUsed() {
        Card card = new Card()
                .kpi(Card.newKpi("A", "甲", Units.PERCENT).reported(Y109, "40%").target(Y109, "50%"))
                .kpi(Card.newKpi("B", "乙", Units.PERCENT)
                        .formula(calc(
                                figure("A", Facet.TARGET, Units.PERCENT),
                                Operator.SUBTRACT,
                                figure("A", Facet.ACTUAL, Units.PERCENT))))
                .kpi(Card.newKpi("C", "丙", Units.PERCENT).formula(figure("A", Facet.ATTAINMENT, Units.PERCENT)));
        ScorecardResult result = evaluate(card);
        assertEquals("10", result.kpi("B").actual().orElseThrow().plain());
        assertEquals("80", result.kpi("C").actual().orElseThrow().plain());
        assertEquals(Set.of(Mark.REPORTED), result.kpi("C").actual().marks());
    }

    @Test
    void aChainOfTenThousandKpisNeedsNoDeepStack() throws InterruptedException {
        Card card = new Card()
                .kpi(Card.newKpi("K0", "0", Units.PERCENT).reported(Y109, "1%").steps());
        int length = 10_000;
        for (int i = 1; i < length; i++) {
            card.kpi(Card.newKpi("K" + i, "", Units.PERCENT)
                    .formula(calc(
                            figure("K" + (i - 1), Facet.ACTUAL, Units.PERCENT),
                            Operator.ADD,
                            number("1%", Units.PERCENT)))
                    .steps());
        }
        String last = "K" + (length - 1);
        String[] found = new String[2];
        Thread small = new Thread(
                null,
                () -> {
                    KpiProgram program = card.program();
                    Figure whole =
                            program.evaluate(Evaluation.of(Y109)).kpi(last).actual();
                    Facts none = program.facts().build().orElseThrow();
                    found[0] = whole.orElseThrow().plain();
                    found[1] = program.evaluate(last, none, Evaluation.of(Y109))
                            .actual()
                            .orElseThrow()
                            .plain();
                },
                "small stack",
                256 * 1024);
        small.start();
        small.join();
        assertEquals("10000", found[0]);
        assertEquals("10000", found[1]);
    }

    @Test
    void aChainThatWaitsNamesOneKpiEach() {
        Card card = new Card().kpi(Card.newKpi("K0", "0", Units.PERCENT));
        for (int i = 1; i < 2_000; i++) {
            card.kpi(Card.newKpi("K" + i, "", Units.PERCENT)
                    .formula(figure("K" + (i - 1), Facet.ACTUAL, Units.PERCENT)));
        }
        assertEquals(
                "not reported: it waits for the KPI K1998",
                evaluate(card).kpi("K1999").actual().display(Language.EN));
    }

    @Test
    void sixtyDoublingsAreSixtySteps() {
        Card card = new Card()
                .kpi(Card.newKpi("K0", "0", Units.PERCENT).reported(Y109, "1%").steps());
        for (int i = 1; i <= 60; i++) {
            Term before = figure("K" + (i - 1), Facet.ACTUAL, Units.PERCENT);
            card.kpi(Card.newKpi("K" + i, "", Units.PERCENT)
                    .formula(calc(before, Operator.ADD, before))
                    .steps());
        }
        KpiResult last = evaluate(card).kpi("K60");
        assertEquals(
                java.math.BigInteger.TWO.pow(60).toString(),
                last.actual().orElseThrow().plain());
        assertTrue(last.actual().explain().line(Language.EN).length() < 200);
    }

    @Test
    void growthFromNothingOrFromALossIsNoNumber() {
        KpiProgram zero =
                new Card().kpi(rate().reported(Y109, "0%").reported(Y110, "5%")).program();
        Figure fromZero = zero.evaluate(Evaluation.of(Y110))
                .kpi("K")
                .growth()
                .orElseThrow()
                .figure();
        assertEquals("zero-base", fromZero.reasons().get(0).code());
        KpiProgram loss = new Card()
                .kpi(rate().reported(Y109, "-5%").reported(Y110, "5%"))
                .program();
        Figure fromLoss = loss.evaluate(Evaluation.of(Y110))
                .kpi("K")
                .growth()
                .orElseThrow()
                .figure();
        assertEquals(State.NOT_APPLICABLE, fromLoss.state());
        assertEquals(Set.of(), fromLoss.marks());
        Facts none = loss.facts().build().orElseThrow();
        Figure absent = loss.growth("K", kpi.value.ReportingPeriod.roc(100), none, Evaluation.of(Y110))
                .figure();
        assertEquals(State.MISSING, absent.state());
    }

    @Test
    void undatedDataOfTheHostSayNothingAboutTheYearBefore() {
        InputDefinition a = of("甲");
        KpiProgram program = new Card()
                .kpi(Card.newKpi("K", "額", Units.NTD).inputs(a).formula(term(a)))
                .program();
        Facts undated = program.facts()
                .input("甲", kpi.value.Quantity.of("5", Units.NTD))
                .build()
                .orElseThrow();
        KpiResult kpi = program.evaluate("K", undated, Evaluation.of(Y109));
        assertEquals("5", kpi.actual().orElseThrow().plain());
        assertEquals(Optional.empty(), kpi.growth());
    }

    @Test
    void beforeItsFirstVersionAKpiIsNotInForce() {
        KpiModel built = Card.newKpi("K", "甲", Units.PERCENT)
                .then(Y110, "公式調整，不適用", Card.newKpi("K", "乙", Units.PERCENT).reported(Y110, "5%"))
                .build();
        KpiModel later = new KpiModel(
                KpiHead.of("K", "乙"), Per.ONCE, built.versions().subList(1, 2), Claims.NONE, List.of(), span("K"));
        KpiProgram program = new Card().kpi(later).program();
        KpiResult before = program.evaluate(Evaluation.of(Y109)).kpi("K");
        assertEquals(State.NOT_APPLICABLE, before.actual().state());
        assertEquals("不適用：K 在 109年尚未實施", before.actual().display(Language.ZH_TW));
        assertEquals(
                "5",
                program.evaluate(Evaluation.of(Y110))
                        .kpi("K")
                        .actual()
                        .orElseThrow()
                        .plain());
    }
}
