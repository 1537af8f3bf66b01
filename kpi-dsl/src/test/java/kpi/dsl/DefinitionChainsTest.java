package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Problem;
import kpi.run.KpiProgram;
import kpi.source.Source;
import org.junit.jupiter.api.Test;

/** Long chains of definitions that call one another: read once each, whatever their number. */
class DefinitionChainsTest {
    private static Checked<KpiProgram> chain(int links) {
        StringBuilder text = new StringBuilder("define f0(x) = x + 1\n");
        for (int i = 1; i < links; i++) {
            text.append("define f" + i + "(x) = f" + (i - 1) + "(x) + 1\n");
        }
        text.append(
                "kpi A {\n  input a in number\n  formula f" + (links - 1) + "(a)\n  unit number\n  direction none\n");
        text.append("  example given a = 2   expect " + (links + 2) + "\n}\n");
        return KpiCompiler.standard().compile(Source.of("chain.kpi", text.toString()));
    }

    @Test
    void aChainIsEvaluated() {
        Checked<KpiProgram> checked = chain(90);
        assertEquals(List.of(), checked.problems());
        assertTrue(checked.orElseThrow().runExamples().get(0).passed());
    }

    @Test
    void aChainThatIsTooLongIsRefusedWhereItIsCalled() {
        Checked<KpiProgram> checked = chain(5000);
        assertEquals(
                List.of("limit-expansion"),
                checked.problems().stream().map(Problem::code).toList());
        assertEquals("A", checked.value().orElseThrow().runExamples().get(0).kpi());
        assertTrue(checked.value().orElseThrow().runExamples().get(0).notRun().isPresent());
    }
}
