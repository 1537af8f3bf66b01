package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kpi.data.Rating;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.law.FactsGenerator;
import kpi.law.LawResult;
import kpi.law.Laws;
import kpi.result.Figure;
import kpi.result.State;
import kpi.run.Evaluation;
import kpi.run.ExampleResult;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.source.Source;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The ratings a law is tried on: of every stage, scorer and criterion, at the ends of scales and levels, and incomplete. */
class GeneratedRatingsTest {
    private static final String TEXT = """
            calendar roc
            kpi A { reported 110: 6   unit 分 }
            dimension innovation "創新度" {
              scale   1 to 10 分, whole
              rubric {
                novel  60% { 8 to 10 "new"   1 to 7 "known" }
                spread 40%
              }
              stage first "初核" by 2 scorers, at least 1 {
                each scorer      weighted mean of criteria
                all scorers      mean
                missing a scorer: leave out
              }
              stage final "複核" by "研考會" {
                as given, within 9 分 of first, with a reason
              }
              score   first × 30% + final × 70%
            }
            kpi B {
              formula    innovation(A)
              unit       分
              direction  higher is better, without target
              law        actual between 1 分 and 10 分
            MORE}
            """;

    private static final KpiProgram PROGRAM = program("");
    private static final FactsGenerator GENERATOR = Laws.facts(PROGRAM, "B");

    private static KpiProgram program(String more) {
        return KpiCompiler.standard()
                .compile(Source.of("b.kpi", TEXT.replace("MORE", more)))
                .orElseThrow();
    }

    private static List<Rating> ratings(Facts facts) {
        return facts.ratings("A", "innovation", GENERATOR.period());
    }

    private static Figure score(Facts facts) {
        return PROGRAM.evaluate("B", facts, Evaluation.of(GENERATOR.period())).actual();
    }

    @Test
    void theBoundariesHoldEndsOfScalesAndLevelsAndIncompleteRatings() {
        Set<String> scores = new TreeSet<>();
        Set<Integer> counts = new TreeSet<>();
        Set<State> states = new TreeSet<>();
        for (Facts facts : GENERATOR.boundaries()) {
            counts.add(ratings(facts).size());
            states.add(score(facts).state());
            for (Rating rating : ratings(facts)) {
                if (rating.criterion().equals("novel")) {
                    scores.add(rating.score().plain());
                }
            }
        }
        assertTrue(scores.containsAll(Set.of("1", "7", "8", "10")), scores::toString);
        assertEquals(Set.of(0, 4, 5), counts);
        assertTrue(states.containsAll(Set.of(State.VALUE, State.MISSING)), states::toString);
        List<Facts> boundaries = GENERATOR.boundaries();
        assertEquals("10", score(boundaries.get(1)).orElseThrow().plain());
    }

    @Property(tries = 100)
    void whatIsMadeIsAlwaysAPossibleRating(@ForAll long seed) {
        Facts facts = GENERATOR.sample(seed, 3);
        assertFalse(
                score(facts).state() == State.FAILED,
                () -> score(facts).reasons().toString());
        assertEquals(
                facts.ratings("A", "innovation", GENERATOR.period()).size(),
                GENERATOR.shown(facts, Language.EN).size());
    }

    /** What is shown of facts can be written into an example, and gives the same figure there. */
    @Property(tries = 30)
    void whatIsShownIsAnExample(@ForAll long seed) {
        Facts facts = GENERATOR.sample(seed, 3);
        List<String> shown = GENERATOR.shown(facts, Language.EN);
        if (shown.isEmpty()) {
            return;
        }
        Figure score = score(facts);
        String expected = score.hasValue() ? score.orElseThrow().display(Language.EN, 6) : "missing";
        KpiProgram again = program("  example %s given %s   expect %s\n"
                .formatted(
                        GENERATOR.period().display(Language.EN).replaceAll("[^0-9]", ""),
                        String.join("; ", shown),
                        expected));
        List<ExampleResult> results = again.runExamples();
        assertTrue(
                results.stream().flatMap(each -> each.checks().stream()).allMatch(ExampleResult.Check::holds),
                () -> shown + " " + results);
    }

    @Test
    void theLawHoldsOfRatings() {
        assertEquals(
                List.of(LawResult.Standing.HELD),
                Laws.test(PROGRAM, 1, 200).stream().map(LawResult::standing).toList());
    }

    @Test
    void ratingsOfTheTextStandInNobodysWay() {
        Checked<KpiProgram> both = KpiCompiler.standard().compile(Source.of("b.kpi", TEXT.replace("MORE", """
                              example 110 given innovation(A, final) = 4; innovation(A, first, x, novel) = 4; innovation(A, first, x, spread) = 4   expect 4 分
                            """) + """
                            ratings 110 A innovation {
                              stage | scorer | as given
                              複核  | 研考會 |        9
                            }
                            """));
        assertTrue(both.orElseThrow().runExamples().stream()
                .flatMap(each -> each.checks().stream())
                .allMatch(ExampleResult.Check::holds));
    }
}
