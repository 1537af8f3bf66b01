package kpi.dsl.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import kpi.diagnostic.Language;
import kpi.diagnostic.Limits;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expression;
import kpi.source.Source;
import kpi.source.Span;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The corpus of hostile formulas, as far as the parser alone can answer it, on a stack of 256 kB. */
class HostileFormulasTest {
    private static final Set<String> REFUSALS = Set.of("PARSE_ERROR", "LIMIT");

    @TestFactory
    List<DynamicTest> everyFormulaIsAnswered() {
        Optional<java.nio.file.Path> cases = HostileFormulas.folder();
        assumeTrue(cases.isPresent(), "the folder shared/cases is absent");
        List<DynamicTest> tests = new ArrayList<>();
        for (HostileFormulas.Formula formula : HostileFormulas.read(cases.get())) {
            tests.add(DynamicTest.dynamicTest(formula.id(), () -> check(formula)));
        }
        assertFalse(tests.isEmpty());
        return tests;
    }

    private static void check(HostileFormulas.Formula formula) throws InterruptedException {
        Parsed<Expression> parsed = onSmallStack(formula.text());
        boolean mustRefuse = REFUSALS.containsAll(formula.expect());
        boolean mayRefuse = formula.expect().stream().anyMatch(REFUSALS::contains);
        if (mustRefuse) {
            assertFalse(parsed.problems().isEmpty(), "must be refused");
        }
        if (parsed.problems().isEmpty()) {
            assertFalse(parsed.tree() instanceof Expression.BrokenExpression, "broken without a problem");
            return;
        }
        assertTrue(parsed.tree() instanceof Expression.BrokenExpression);
        Problem first = parsed.problems().get(0);
        assertTrue(mayRefuse, () -> "must not be refused: " + first);
        assertTrue(formula.expect().contains(first.problemClass().name()), () -> "class of " + first);
        formula.at().ifPresent(at -> {
            Span span = first.place().span().orElseThrow();
            assertEquals(at[0] + ":" + at[1], span.line() + ":" + span.column(), first::toString);
        });
        assertTrue(parsed.problems().size() <= 21, "too many problems");
        parsed.problems().forEach(HostileFormulasTest::checkTexts);
    }

    private static void checkTexts(Problem problem) {
        assertEquals(Set.of(), problem.unfilled());
        for (Language language : Language.values()) {
            for (String text : List.of(problem.message(language), problem.remedy(language))) {
                assertTrue(text.length() <= 500, text);
                assertFalse(text.codePoints().anyMatch(Character::isISOControl), text);
            }
            String drawn = problem.draw(language);
            assertFalse(drawn.replace("\n", "").codePoints().anyMatch(Character::isISOControl), drawn);
        }
    }

    private static Parsed<Expression> onSmallStack(String text) throws InterruptedException {
        AtomicReference<Parsed<Expression>> answer = new AtomicReference<>();
        SmallStack.run(() -> answer.set(KpiParser.formula(Source.of("formula", text), Limits.standard())));
        return answer.get();
    }
}
