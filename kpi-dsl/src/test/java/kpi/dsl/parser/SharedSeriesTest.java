package kpi.dsl.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kpi.diagnostic.Edit;
import kpi.diagnostic.Problem;
import kpi.dsl.KpiCompiler;
import kpi.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedSeriesTest {
    private static String kpi(String inputs) {
        return "calendar roc\nkpi A {\n" + inputs + "\n  formula 甲 + 乙\n  unit 件\n}\n";
    }

    private static List<Problem> problems(String text) {
        return KpiCompiler.standard().compile(Source.of("a.kpi", text)).problems();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  input 甲, 乙 in 件 109: 0",
                "  資料項 甲、乙 單位 件\n    109: 3",
                "  資料項 甲 又名 \"x\"、\n     乙 單位：件  109: 3   110: 4   暫定\n     111: 5",
                "  input\n    甲, 乙  109: 3   # of whom?\n    110: 4",
            })
    void figuresOfSeveralNamesAreAnErrorAndEachEditMendsIt(String inputs) {
        String text = kpi(inputs);
        List<Problem> problems = problems(text);
        assertEquals(1, problems.size(), problems::toString);
        assertEquals(SyntaxCode.FIGURES_OF_SEVERAL.id(), problems.get(0).code());
        assertEquals(2, problems.get(0).edits().size());
        for (Edit edit : problems.get(0).edits()) {
            assertEquals(List.of(), problems(edit.applied()), edit.applied());
        }
    }

    @Test
    void theEditsAreTheTwoReadings() {
        List<Edit> edits = problems(kpi("  input 甲, 乙 in 件 109: 0")).get(0).edits();
        assertTrue(edits.get(0).applied().contains("  input 甲 in 件 109: 0\n        乙 in 件 109: 0\n"));
        assertTrue(edits.get(1).applied().contains("  input 甲 in 件\n        乙 in 件 109: 0\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"  input 甲, 乙 in 件", "  input 甲 in 件 109: 1\n        乙 in 件 109: 2\n        110: 3"})
    void figuresBehindOneNameAreItsOwn(String inputs) {
        assertEquals(List.of(), problems(kpi(inputs)));
    }
}
