package kpi.run;

import static kpi.run.Card.Y109;
import static kpi.run.Card.Y110;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kpi.data.Rating;
import kpi.diagnostic.Language;
import kpi.result.Figure;
import kpi.result.Mark;
import kpi.result.ScorecardResult;
import kpi.result.State;
import kpi.source.Place;
import kpi.unit.Units;
import kpi.value.Quantity;
import org.junit.jupiter.api.Test;

/** Judged scores: which stage stands, and what is never averaged. */
class RatingsTest {
    private static final LocalDate JAN_12 = LocalDate.of(2021, 1, 12);
    private static final KpiProgram PROGRAM = new Card()
            .dimensions()
            .kpi(Card.newKpi("K", "率", Units.PERCENT).reported(Y109, "5%").target(Y109, "5%"))
            .kpi(Card.newKpi("L", "率", Units.PERCENT).reported(Y109, "5%").target(Y109, "5%"))
            .program();

    private static Rating rating(String dimension, String score, String stage, Optional<LocalDate> day) {
        return new Rating(
                "K",
                dimension,
                Y109,
                Quantity.of(score, Units.POINTS),
                stage,
                "",
                day,
                "",
                Place.cell("ratings", "ratings.csv", 2, "score", score));
    }

    private static ScorecardResult evaluate(Evaluation evaluation, Rating... ratings) {
        return PROGRAM.evaluate(
                PROGRAM.facts().addRatings(List.of(ratings)).build().orElseThrow(), evaluation);
    }

    private static Figure innovation(Rating... ratings) {
        return evaluate(Evaluation.of(Y109), ratings).kpi("K").dimensions().get("innovation");
    }

    @Test
    void theLatestStageStands() {
        Rating self = rating("創新度", "95", "自評", Optional.empty());
        Rating first = rating("innovation", "80", "初核", Optional.empty());
        Rating last = rating("創新度", "78", "複核", Optional.empty());
        assertEquals("78", innovation(last, self, first).orElseThrow().plain());
        assertEquals(Set.of(), innovation(last, self, first).marks());
        assertEquals("80", innovation(self, first).orElseThrow().plain());
        assertEquals(Set.of(Mark.PROVISIONAL), innovation(self, first).marks());
        assertEquals(Set.of(Mark.PROVISIONAL), innovation(self).marks());
        assertEquals(
                Set.of(), innovation(rating("創新度", "80", "", Optional.empty())).marks());
        assertEquals(
                "80",
                innovation(rating("創新度", "70", "", Optional.empty()), first)
                        .orElseThrow()
                        .plain());
    }

    @Test
    void aScoreOfALaterDayCorrectsAnEarlierOne() {
        Rating early = rating("創新度", "80", "初核", Optional.of(JAN_12));
        Rating late = rating("創新度", "82", "初核", Optional.of(JAN_12.plusDays(8)));
        assertEquals("82", innovation(late, early).orElseThrow().plain());
        ScorecardResult before = evaluate(Evaluation.of(Y109).knownOn(JAN_12), late, early);
        assertEquals(
                "80",
                before.kpi("K").dimensions().get("innovation").orElseThrow().plain());
    }

    @Test
    void severalScorersMakeNoScoreByThemselves() {
        Figure tied =
                innovation(rating("創新度", "80", "初核", Optional.empty()), rating("創新度", "84", "初核", Optional.empty()));
        assertEquals(State.FAILED, tied.state());
        assertEquals("several-scores", tied.reasons().get(0).code());
        assertEquals(2, tied.reasons().get(0).related().size());
    }

    @Test
    void aScoreOfOneCriterionIsNoScoreOfTheDimension() {
        Rating criterion = new Rating(
                "K",
                "創新度",
                Y109,
                Quantity.of("80", Units.POINTS),
                "",
                "",
                "新穎程度",
                Optional.empty(),
                "",
                Place.input("r"));
        assertEquals(State.MISSING, innovation(criterion).state());
    }

    @Test
    void aMissingScoreIsSaidAndMarksTheMean() {
        ScorecardResult result = evaluate(Evaluation.of(Y109), rating("創新度", "80", "", Optional.empty()));
        assertEquals(
                "未填報：L 沒有創新度評分", result.kpi("L").dimensions().get("innovation").display(Language.ZH_TW));
        Figure mean = result.root().dimensions().get("innovation");
        assertEquals("80", mean.orElseThrow().plain());
        assertEquals(Set.of(Mark.PARTIAL), mean.marks());
        assertEquals(
                State.NOT_APPLICABLE,
                result.root().dimensions().get("challenge").state());
        assertEquals(false, result.partial());
    }

    @Test
    void aHostsScoreIsOfTheEvaluatedPeriod() {
        Facts facts = PROGRAM.facts()
                .rating("K", "challenge", "複核", Quantity.of("77", Units.POINTS), "研考會")
                .build()
                .orElseThrow();
        for (Evaluation evaluation : List.of(Evaluation.of(Y109), Evaluation.of(Y110))) {
            assertEquals(
                    "77",
                    PROGRAM.evaluate("K", facts, evaluation)
                            .dimensions()
                            .get("challenge")
                            .orElseThrow()
                            .plain());
        }
        assertEquals(
                State.MISSING,
                evaluate(Evaluation.of(Y110), rating("創新度", "80", "", Optional.empty()))
                        .kpi("K")
                        .dimensions()
                        .get("innovation")
                        .state());
    }
}
