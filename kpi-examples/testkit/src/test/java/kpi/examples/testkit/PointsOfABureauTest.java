package kpi.examples.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import kpi.diagnostic.Language;
import kpi.dsl.KpiCompiler;
import kpi.law.FactsGenerator;
import kpi.law.Laws;
import kpi.result.Figure;
import kpi.result.PointLines;
import kpi.run.Evaluation;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.ReportingPeriod;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Shrinkable;
import org.junit.jupiter.api.Test;

/** A worked example: what a bureau may hold its own points against, whatever the rows, and what a mistake looks like. */
class PointsOfABureauTest {
    private static final KpiProgram RULES =
            KpiCompiler.standard().compile(Source.of("bureau.kpi", """
                    data visit(kind: "on site" | "by phone", places: 處)
                    data complaint(upheld: yes/no)
                    kpi SERVICE "points of a bureau" {
                      unit       分
                      direction  higher is better, without target
                      points {
                        base     "base" 60 分
                        add      "visits" each visit where kind = "on site": 0.5 分 × places, at most 2 分 each, at most 20 分 in all
                        deduct   "complaints" each complaint where upheld: 3 分, at most 15 分 in all
                        total    at least 0 分, at most 75 分
                      }
                      law        actual between 0 分 and 75 分
                                 actual never rises when a row of complaint is added with upheld yes
                    }
                    """)).orElseThrow();
    private static final Evaluation Y2024 = Evaluation.of(ReportingPeriod.western(2024));

    @Provide
    Arbitrary<Facts> facts() {
        return KpiArbitraries.facts(RULES, "SERVICE");
    }

    private static PointLines points(Facts facts) {
        return RULES.evaluate("SERVICE", facts, Y2024).points().orElseThrow();
    }

    private static BigDecimal decimal(Figure figure) {
        return new BigDecimal(figure.value().orElseThrow().plain());
    }

    @Property(tries = 100)
    void whatIsPrintedOfTheLinesIsTheSum(@ForAll("facts") Facts facts) {
        PointLines points = points(facts);
        BigDecimal sum =
                points.lines().stream().map(line -> decimal(line.amount())).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, sum.compareTo(decimal(points.sum())));
    }

    @Property(tries = 100)
    void complaintsCostThreePointsEachUpToFifteen(@ForAll("facts") Facts facts) {
        PointLines.Line complaints = points(facts).lines().get(2);
        BigDecimal expected = BigDecimal.valueOf(3 * complaints.rows()).min(BigDecimal.valueOf(15));
        assertEquals(0, expected.negate().compareTo(decimal(complaints.amount())));
        assertEquals(complaints.rows() > 5, complaints.limits().equals(List.of("at most 15 分 in all")));
    }

    @Property(tries = 50)
    void everyLawOfTheTextHolds(@ForAll("facts") Facts facts) {
        Laws.of(RULES, "SERVICE").forEach(law -> assertEquals(Optional.empty(), law.check(facts)));
    }

    /** "Nobody ever gets 66 points" is false; what is left of any case that shows it is as small as such a case can be. */
    @Test
    void aMistakeShrinksToFewRowsAndSmallFigures() {
        FactsGenerator generator = Laws.facts(RULES, "SERVICE");
        Random random = new Random(7);
        int found = 0;
        for (int i = 0; i < 200 && found < 5; i++) {
            Shrinkable<Facts> any = facts().generator(1000).next(random);
            if (isMistaken(any.value())) {
                found++;
                Facts smallest = smallest(any).value();
                assertEquals(
                        List.of("visit 3 rows: kind \"on site\", places 4 處"), generator.shown(smallest, Language.EN));
            }
        }
        assertTrue(found == 5, "cases found: " + found);
    }

    private static boolean isMistaken(Facts facts) {
        return decimal(RULES.evaluate("SERVICE", facts, Y2024).actual()).compareTo(BigDecimal.valueOf(66)) >= 0;
    }

    private static Shrinkable<Facts> smallest(Shrinkable<Facts> mistaken) {
        Shrinkable<Facts> smallest = mistaken;
        Optional<Shrinkable<Facts>> next = Optional.of(mistaken);
        while (next.isPresent()) {
            smallest = next.get();
            next = smallest.shrink().filter(less -> isMistaken(less.value())).findFirst();
        }
        assertTrue(smallest.distance().compareTo(mistaken.distance()) <= 0);
        return smallest;
    }
}
