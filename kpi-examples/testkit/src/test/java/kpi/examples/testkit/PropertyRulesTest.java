package kpi.examples.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.dsl.KpiCompiler;
import kpi.law.Law;
import kpi.law.Laws;
import kpi.run.Evaluation;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** How a municipality tests rules of its own: HF2.1 of Group H. */
class PropertyRulesTest {
    private static final KpiProgram RULES = KpiCompiler.standard()
            .compile(Source.read(Path.of("..", "group-h", "group-h.kpi"), StandardCharsets.UTF_8))
            .value()
            .orElseThrow();
    private static final Evaluation Y109 = Evaluation.of(ReportingPeriod.roc(109));

    @Provide
    Arbitrary<Facts> facts() {
        return KpiArbitraries.facts(RULES, "HF2.1");
    }

    @Property(tries = 200)
    @SuppressWarnings("UnicodeInCode") // rows are named as the text names them
    void oneMoreFailingAgencyCostsExactlyATenth(@ForAll("facts") Facts facts) {
        Map<String, Object> agency = Map.of("年度", ReportingPeriod.roc(109), "名稱", "新", "達使用率標準", false);
        Facts worse = facts.toBuilder().addRows("機關", List.of(agency)).build().orElseThrow();
        Optional<Quantity> before = points(facts);
        Optional<Quantity> after = points(worse);
        Assume.that(before.isPresent() && after.isPresent());
        BigDecimal loss = before.orElseThrow()
                .minus(after.orElseThrow())
                .in(Units.POINTS)
                .toBigDecimal()
                .orElseThrow();
        assertEquals(0, loss.compareTo(new BigDecimal("0.1")), loss::toString);
    }

    @Property(tries = 50)
    void everyDeclaredLawHolds(@ForAll("facts") Facts facts) {
        List<Law> laws = Laws.of(RULES, "HF2.1");
        assertFalse(laws.isEmpty());
        for (Law law : laws) {
            Optional<Problem> refuted = law.check(facts);
            assertEquals(Optional.empty(), refuted.map(problem -> problem.draw(Language.EN)));
        }
    }

    private static Optional<Quantity> points(Facts facts) {
        return RULES.evaluate("HF2.1", facts, Y109).actual().value();
    }
}
